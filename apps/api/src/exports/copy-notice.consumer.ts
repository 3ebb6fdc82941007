/** Who asked learns that a copy is made, or could not be; who holds it that it is due; who answers for confidentiality that it is not back. */
import { text, type Role } from '@steward/domain'
import { tellStaff } from '../notices/tell-staff.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { ControlledCopyEntity } from './export.entity.ts'

const KINDS = {
  copyReady: 'COPY_READY',
  copyFailed: 'COPY_FAILED',
  copyDue: 'COPY_DUE',
  copyEscalated: 'COPY_ESCALATED',
} as const
/** Whose rule confidentiality is, and who heads the department that keeps the archive. */
const ABOVE: readonly Role[] = ['CS_MANAGER', 'QUALITY']

export const copyNoticeConsumer: RowsConsumer = {
  name: 'copy-notices',
  effect: 'rows',
  kinds: ['copyReady', 'copyFailed', 'copyDue', 'copyEscalated'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id } = row
    const kind = row.kind as keyof typeof KINDS
    const copy = await manager.findOneBy(ControlledCopyEntity, { orgId, id })
    if (!copy) return
    const above =
      kind === 'copyEscalated'
        ? await manager.findBy(
            StaffRole,
            ABOVE.map((role) => ({ orgId, role })),
          )
        : []
    const named = {
      copyReady: [copy.requestedById],
      copyFailed: [copy.requestedById],
      copyDue: [copy.holderId],
      copyEscalated: [...new Set([copy.holderId, ...above.map(({ staffId }) => staffId)])],
    }[kind]
    const same = (value: string) => text(value, value)
    const dueAt = same(copy.dueOn)
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'ControlledCopy' },
      { kind: KINDS[kind], named, values: { number: same(copy.number), dueAt } },
    )
  },
}
