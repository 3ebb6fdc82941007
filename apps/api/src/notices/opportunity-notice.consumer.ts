import { Opportunity } from '../opportunities/opportunity.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { tellStaff } from './tell-staff.ts'

/** Whoever answers for an opportunity is told that it is theirs, and that it lies untouched. */
export const opportunityNoticeConsumer: RowsConsumer = {
  name: 'opportunity-notices',
  effect: 'rows',
  kinds: ['opportunityAssigned', 'opportunityUntouched'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId } = row
    const opportunity = await manager.findOneBy(Opportunity, { orgId, id: subjectId })
    const kind = row.kind === 'opportunityAssigned' ? 'OPPORTUNITY_ASSIGNED' : 'OPPORTUNITY_UNTOUCHED'
    const named = opportunity ? [opportunity.assigneeId] : []
    await tellStaff(manager, config, { ...row, subjectType: 'Opportunity' }, { kind, named })
  },
}
