import type { EntityManager } from 'typeorm'
import { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import { Payment } from '../../money/payments/payment.entity.ts'
import type { RowsConsumer } from '../../worker/outbox-consumers.ts'
import { gradingPolicyOf, sayDue } from './grading-due.service.ts'

interface Record_ {
  readonly orgId: string
  readonly subjectId: string
  readonly at: Date
}

const ofPayment = async (manager: EntityManager, { orgId, subjectId, at }: Record_): Promise<void> => {
  const { largePaymentMinor } = await gradingPolicyOf(manager, orgId)
  if (largePaymentMinor === null) return
  const payment = await manager.findOneBy(Payment, { orgId, id: subjectId })
  if (!payment || payment.reversedAt !== null || payment.amountMinor < largePaymentMinor) return
  await sayDue(manager, {
    orgId,
    cause: 'LARGE_PAYMENT',
    clientId: payment.clientId,
    recordId: subjectId,
    at,
  })
}

const ofComplaint = async (manager: EntityManager, { orgId, subjectId, at }: Record_): Promise<void> => {
  const { severity } = await gradingPolicyOf(manager, orgId)
  if (severity === null) return
  const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id: subjectId })
  if (complaint?.kind !== 'COMPLAINT' || complaint.clientId === null || complaint.severity < severity) return
  const { clientId } = complaint
  await sayDue(manager, { orgId, cause: 'SEVERE_COMPLAINT', clientId, recordId: subjectId, at })
}

/** What happened to a client that their grade may not know yet: said once of each record. */
export const gradingDueConsumer: RowsConsumer = {
  name: 'grading-due',
  effect: 'rows',
  kinds: ['changed'],
  wants: ({ subjectType }) => subjectType === 'Payment' || subjectType === 'Complaint',
  apply: (manager, row) =>
    row.subjectType === 'Payment' ? ofPayment(manager, row) : ofComplaint(manager, row),
}
