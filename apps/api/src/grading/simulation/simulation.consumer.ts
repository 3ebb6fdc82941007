import type { JobConsumer } from '../../worker/outbox-consumers.ts'
import { runSimulation, simulationGaveUp } from './run-simulation.service.ts'

/** At least once: one that is done is left alone, one that was cut off goes on where it was. */
export const simulationConsumer: JobConsumer = {
  name: 'grading-simulation',
  effect: 'job',
  kinds: ['simulationToRun'],
  maximumAttempts: 5,
  run: ({ orgId, subjectId }, services) => runSimulation(services, { orgId, id: subjectId }),
  gaveUp: ({ orgId, subjectId }, services) => simulationGaveUp(services, { orgId, id: subjectId }),
}
