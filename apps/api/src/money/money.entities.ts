/** Every table of money. */
import { Payment, PaymentAllocation } from './payments/payment.entity.ts'
import { DunningHold, DunningNotice, DunningStepEntity } from './dunning/dunning.entity.ts'
import { Reconciliation, ReconciliationLine } from './reconciliation/reconciliation.entity.ts'
import { Receivable } from './receivables/receivable.entity.ts'

export const MONEY_ENTITIES = [
  Receivable,
  Payment,
  PaymentAllocation,
  Reconciliation,
  ReconciliationLine,
  DunningStepEntity,
  DunningHold,
  DunningNotice,
] as const
