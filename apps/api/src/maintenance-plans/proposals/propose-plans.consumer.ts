/** A directory that is published proposes plans for clients whose grade has a template, and who have no plan in force or on its way. */
import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { proposePlans } from './propose-plans.service.ts'

export const planProposalConsumer: JobConsumer = {
  name: 'plan-proposals',
  effect: 'job',
  kinds: ['directoryPublished'],
  run: ({ orgId, subjectId }, { dataSource, clock }) =>
    proposePlans(dataSource, { orgId, cycleId: subjectId, at: clock() }),
}
