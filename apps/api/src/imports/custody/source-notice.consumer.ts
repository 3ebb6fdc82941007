/** Its custodian learns that a source should be destroyed by now; who answers for confidentiality, that it still is not. */
import { text, type Role } from '@steward/domain'
import { tellStaff } from '../../notices/tell-staff.ts'
import { StaffRole } from '../../organization/organization.entity.ts'
import type { RowsConsumer } from '../../worker/outbox-consumers.ts'
import { ImportSourceEntity } from './import-source.entity.ts'

/** Whose rule confidentiality is, and who heads the department that keeps the archive. */
const ABOVE: readonly Role[] = ['CS_MANAGER', 'QUALITY']

export const sourceNoticeConsumer: RowsConsumer = {
  name: 'import-source-notices',
  effect: 'rows',
  kinds: ['importSourceDue', 'importSourceEscalated'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id } = row
    const source = await manager.findOneBy(ImportSourceEntity, { orgId, id })
    if (!source) return
    const isEscalated = row.kind === 'importSourceEscalated'
    const above = isEscalated
      ? await manager.findBy(
          StaffRole,
          ABOVE.map((role) => ({ orgId, role })),
        )
      : []
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'ImportSource' },
      {
        kind: isEscalated ? 'SOURCE_ESCALATED' : 'SOURCE_DUE',
        named: [...new Set([source.custodianId, ...above.map(({ staffId }) => staffId)])],
        values: { dueAt: text(source.destroyBy, source.destroyBy) },
      },
    )
  },
}
