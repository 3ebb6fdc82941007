import type { RowsConsumer } from '../../worker/outbox-consumers.ts'
import { ofComplaint, ofPayment } from './grading-due-events.service.ts'

/** What happened to a client that their grade may not know yet: said once of each record. */
export const gradingDueConsumer: RowsConsumer = {
  name: 'grading-due',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ subjectType }) => subjectType === 'Payment' || subjectType === 'Complaint',
  apply: (manager, row) =>
    row.subjectType === 'Payment' ? ofPayment(manager, row) : ofComplaint(manager, row),
}
