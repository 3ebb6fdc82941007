import { rolesHolding } from '@steward/domain'
import { In } from 'typeorm'
import { StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { tellStaff } from './tell-staff.ts'

/** Whoever sets the limit is told of who passes it, in the transaction that marks the outbox row: exactly once. */
export const revealNoticeConsumer: RowsConsumer = {
  name: 'reveal-notices',
  effect: 'rows',
  kinds: ['revealBeyond'],
  apply: async (manager, row, { config }) => {
    const { orgId } = row
    const watching = await manager.findBy(StaffRole, {
      orgId,
      role: In([...rolesHolding('revealPolicy:set')]),
    })
    const named = watching.map(({ staffId }) => staffId)
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'ClientReveal' },
      { kind: 'REVEALS_BEYOND', named },
    )
  },
}
