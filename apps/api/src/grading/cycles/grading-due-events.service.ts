/** What of a payment or a complaint makes a grading due, by the policy of the organization. */
import type { EntityManager } from 'typeorm'
import { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import { Payment } from '../../money/payments/payment.entity.ts'
import { gradingPolicyOf, sayDue } from './grading-due.service.ts'

interface Record_ {
  readonly orgId: string
  readonly subjectId: string
  readonly at: Date
}

/** A large payment. */
export const ofPayment = async (manager: EntityManager, { orgId, subjectId, at }: Record_): Promise<void> => {
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

/** A severe complaint. */
export const ofComplaint = async (
  manager: EntityManager,
  { orgId, subjectId, at }: Record_,
): Promise<void> => {
  const { severity } = await gradingPolicyOf(manager, orgId)
  if (severity === null) return
  const complaint = await manager.findOneBy(ComplaintEntity, { orgId, id: subjectId })
  if (complaint?.kind !== 'COMPLAINT' || complaint.clientId === null || complaint.severity < severity) return
  const { clientId } = complaint
  await sayDue(manager, { orgId, cause: 'SEVERE_COMPLAINT', clientId, recordId: subjectId, at })
}
