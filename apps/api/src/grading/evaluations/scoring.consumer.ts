import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { scoreAll } from './scoring.service.ts'

/** At least once: what is scored already is left alone. */
export const scoringConsumer: JobConsumer = {
  name: 'grading-scoring',
  effect: 'job',
  kinds: ['gradingToScore'],
  run: ({ orgId, subjectId }, services) => scoreAll(services, { orgId, id: subjectId }),
}
