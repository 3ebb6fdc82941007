import type { JobConsumer } from '../worker/outbox-consumers.ts'
import { carryOut } from './carry-out-verification.service.ts'

/** At least once: a verification that was cut short begins anew, one that has ended is left alone. */
export const ledgerVerificationConsumer: JobConsumer = {
  name: 'ledger-verification',
  effect: 'job',
  kinds: ['ledgerVerificationDue'],
  run: ({ orgId, subjectId }, services) => carryOut(services, { orgId, id: subjectId }),
}
