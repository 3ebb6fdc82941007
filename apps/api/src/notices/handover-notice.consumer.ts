import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { tellStaff } from './tell-staff.ts'

/** Both sides of a hand-over that waits too long, or that has lapsed, are told, in the transaction that marks the outbox row: exactly once. */
export const handoverNoticeConsumer: RowsConsumer = {
  name: 'handover-notices',
  effect: 'rows',
  kinds: ['handoverOverdue', 'handoverLapsed'],
  apply: async (manager, row, { config }) => {
    await tellStaff(
      manager,
      config,
      { ...row, subjectType: 'Handover' },
      {
        kind: row.kind === 'handoverLapsed' ? 'HANDOVER_LAPSED' : 'HANDOVER_OVERDUE',
      },
    )
  },
}
