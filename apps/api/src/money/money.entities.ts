/** Every table of money. */
import { Payment, PaymentAllocation } from './payments/payment.entity.ts'
import { Receivable } from './receivables/receivable.entity.ts'

export const MONEY_ENTITIES = [Receivable, Payment, PaymentAllocation] as const
