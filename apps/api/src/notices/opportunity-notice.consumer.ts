import { Opportunity } from '../opportunities/opportunity.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { tellStaff } from './tell-staff.ts'

const KINDS = {
  opportunityAssigned: 'OPPORTUNITY_ASSIGNED',
  opportunityUntouched: 'OPPORTUNITY_UNTOUCHED',
  agreementEndsSoon: 'AGREEMENT_ENDS_SOON',
} as const

/** Whoever answers for an opportunity is told that it is theirs, that it lies untouched, and that what was agreed on ends soon. */
export const opportunityNoticeConsumer: RowsConsumer = {
  name: 'opportunity-notices',
  effect: 'rows',
  kinds: ['opportunityAssigned', 'opportunityUntouched', 'agreementEndsSoon'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId } = row
    const opportunity = await manager.findOneBy(Opportunity, { orgId, id: subjectId })
    const kind = KINDS[row.kind as keyof typeof KINDS]
    const named = opportunity ? [opportunity.assigneeId] : []
    await tellStaff(manager, config, { ...row, subjectType: 'Opportunity' }, { kind, named })
  },
}
