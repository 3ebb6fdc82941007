import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { decomposePlan, decompositionGaveUp } from './decompose.service.ts'

/** At least once: one that is done is left alone, one that was cut off goes on where it was. */
export const decompositionConsumer: JobConsumer = {
  name: 'plan-decomposition',
  effect: 'job',
  kinds: ['planToDecompose'],
  maximumAttempts: 5,
  run: ({ orgId, subjectId }, services) => decomposePlan(services, { orgId, id: subjectId }),
  gaveUp: ({ orgId, subjectId }, services) => decompositionGaveUp(services, { orgId, id: subjectId }),
}
