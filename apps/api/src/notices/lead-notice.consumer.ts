import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { Lead, LeadEvent } from '../leads/lead.entity.ts'
import { tellStaff } from './tell-staff.ts'

/** Whoever has a lead is warned before it returns to the pool; whoever had it is told that it has. */
export const leadNoticeConsumer: RowsConsumer = {
  name: 'lead-notices',
  effect: 'rows',
  kinds: ['leadReturnsSoon', 'leadReturned'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId } = row
    const happening = { ...row, subjectType: 'Lead' } as const
    if (row.kind === 'leadReturnsSoon') {
      const lead = await manager.findOneBy(Lead, { orgId, id: subjectId })
      const named = lead?.assigneeId ? [lead.assigneeId] : []
      await tellStaff(manager, config, happening, { kind: 'LEAD_RETURNS_SOON', named })
      return
    }
    const event = await manager.findOne(LeadEvent, {
      where: { orgId, leadId: subjectId, action: 'return' },
      order: { at: 'DESC' },
    })
    const named = event?.assigneeId ? [event.assigneeId] : []
    await tellStaff(manager, config, happening, { kind: 'LEAD_RETURNED', named })
  },
}
