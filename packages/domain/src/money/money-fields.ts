import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Payment, PaymentAllocation, Receivable } from './account.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const owed = rule('internal', 'receivable:read')
const amount = rule('internal', 'receivable:readAmounts')
const words = rule('personal', 'receivable:readNotes')
const paid = rule('internal', 'payment:read')
const payer = rule('personal', 'receivable:readNotes')

/** Class and permission of every column: what projections, copies and masks go by. */
export const RECEIVABLE_FIELDS: Readonly<Record<keyof Receivable, FieldRule>> = {
  id: owed,
  number: owed,
  clientId: owed,
  unitId: owed,
  projectId: owed,
  buildingId: owed,
  kind: owed,
  period: owed,
  state: owed,
  dueOn: owed,
  settledOn: owed,
  chargeKey: owed,
  registeredById: owed,
  registeredAt: owed,
  voidedAt: owed,
  version: owed,
  amountMinor: amount,
  settledMinor: amount,
  note: words,
  voidReason: words,
}

export const PAYMENT_FIELDS: Readonly<Record<keyof Payment, FieldRule>> = {
  id: paid,
  number: paid,
  clientId: paid,
  amountMinor: paid,
  creditMinor: paid,
  receivedOn: paid,
  method: paid,
  recordedById: paid,
  recordedAt: paid,
  reversedAt: paid,
  version: paid,
  payer,
  reference: payer,
  note: payer,
  reversalReason: payer,
}

export const PAYMENT_ALLOCATION_FIELDS: Readonly<Record<keyof PaymentAllocation, FieldRule>> = {
  id: paid,
  paymentId: paid,
  receivableId: paid,
  amountMinor: paid,
  at: paid,
  withdrawnAt: paid,
}
