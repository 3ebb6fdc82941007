/** The page of money in the API's contents: every resolver, every published type's projection, every field of Query. */
import { plainRoot } from '../reads/roots.ts'
import { AccountOfClientResolver } from './account/account.resolver.ts'
import {
  paymentAllocationProjection,
  paymentProjection,
  paymentRoots,
} from './payments/payment.projection.ts'
import { PaymentResolver } from './payments/payment.resolver.ts'
import { receivableProjection, receivableRoots } from './receivables/receivable.projection.ts'
import { ReceivableResolver } from './receivables/receivable.resolver.ts'

export const MONEY_RESOLVERS = [ReceivableResolver, PaymentResolver, AccountOfClientResolver] as const

export const MONEY_PROJECTIONS = [
  receivableProjection,
  paymentProjection,
  paymentAllocationProjection,
] as const

export const MONEY_ROOTS = {
  ...receivableRoots,
  ...paymentRoots,
  clientAccount: plainRoot(),
  collection: plainRoot(),
} as const
