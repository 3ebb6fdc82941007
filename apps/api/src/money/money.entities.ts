/** Every table of money. */
import { CostEvent, CostShare } from './costs/cost-event.entity.ts'
import { ValueAssumption } from './value/value-assumption.entity.ts'
import { Payment, PaymentAllocation } from './payments/payment.entity.ts'
import {
  DunningHold,
  DunningDue,
  DunningNotice,
  DunningTold,
  DunningStepEntity,
} from './dunning/dunning.entity.ts'
import { Reconciliation, ReconciliationLine } from './reconciliation/reconciliation.entity.ts'
import { StatementNotice } from './reconciliation/statement-notice.entity.ts'
import { Receivable } from './receivables/receivable.entity.ts'

export const MONEY_ENTITIES = [
  Receivable,
  Payment,
  PaymentAllocation,
  Reconciliation,
  ReconciliationLine,
  StatementNotice,
  DunningStepEntity,
  DunningHold,
  DunningDue,
  DunningNotice,
  DunningTold,
  CostEvent,
  CostShare,
  ValueAssumption,
] as const
