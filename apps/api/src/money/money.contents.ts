/** The page of money in the API's contents: every resolver, every published type's projection, every field of Query. */
import { plainRoot } from '../reads/roots.ts'
import { AccountOfClientResolver } from './account/account.resolver.ts'
import {
  paymentAllocationProjection,
  paymentProjection,
  paymentRoots,
} from './payments/payment.projection.ts'
import { costEventProjection, costEventRoots } from './costs/cost-event.projection.ts'
import { CostEventResolver } from './costs/cost-event.resolver.ts'
import { ValueResolver } from './value/value.resolver.ts'
import { PaymentResolver } from './payments/payment.resolver.ts'
import {
  dunningHoldProjection,
  dunningNoticeProjection,
  dunningRoots,
  dunningRuleProjection,
} from './dunning/dunning.projection.ts'
import { DunningResolver } from './dunning/dunning.resolver.ts'
import {
  reconciliationLineProjection,
  reconciliationProjection,
  reconciliationRoots,
  statementNoticeProjection,
} from './reconciliation/reconciliation.projection.ts'
import { ReconciliationResolver } from './reconciliation/reconciliation.resolver.ts'
import { receivableProjection, receivableRoots } from './receivables/receivable.projection.ts'
import { ReceivableResolver } from './receivables/receivable.resolver.ts'

export const MONEY_RESOLVERS = [
  ReceivableResolver,
  PaymentResolver,
  AccountOfClientResolver,
  ReconciliationResolver,
  DunningResolver,
  CostEventResolver,
  ValueResolver,
] as const

export const MONEY_PROJECTIONS = [
  receivableProjection,
  paymentProjection,
  paymentAllocationProjection,
  reconciliationProjection,
  reconciliationLineProjection,
  statementNoticeProjection,
  dunningHoldProjection,
  dunningNoticeProjection,
  dunningRuleProjection,
  costEventProjection,
] as const

export const MONEY_ROOTS = {
  ...receivableRoots,
  ...paymentRoots,
  ...reconciliationRoots,
  ...dunningRoots,
  clientAccount: plainRoot(),
  collection: plainRoot(),
  ...costEventRoots,
  clientValue: plainRoot(),
  valueTotals: plainRoot(),
  valueGroups: plainRoot(),
  valueCohorts: plainRoot(),
  valueByGrade: plainRoot(),
  clientValues: plainRoot(),
  costLines: plainRoot(),
  valueAssumptions: plainRoot(),
  valuePreview: plainRoot(),
} as const
