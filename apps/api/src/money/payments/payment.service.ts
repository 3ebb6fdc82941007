/** Money that came in: recorded, its credit allocated later, reversed with a reason. A payment is never edited and never deleted. */
import { invalidInput, parseInput, PAYMENT_INPUTS, text, type PaymentInput } from '@steward/domain'
import { IsNull } from 'typeorm'
import { clientFacts } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'

import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { nextNumbers, todayOf } from '../day-of-organization.service.ts'
import { lockAccount } from '../receivables/receivable.service.ts'
import { openReceivables, partsOf, settle, withdrawAllocations } from './allocations.service.ts'
import { Payment, PaymentAllocation } from './payment.entity.ts'

export const record = (context: VerbContext, input: object): Promise<Payment | UserError> =>
  transaction(context, 'payment:record', async (tx) =>
    addPayment(tx, orRefuse(parseInput(PAYMENT_INPUTS.record, withUuids(input)))),
  )

const addPayment = async (
  tx: Transaction,
  { clientId, allocations, ...paid }: PaymentInput<'record'>,
): Promise<Payment> => {
  const today = await todayOf(tx)
  if (paid.receivedOn > today)
    throw new Refused(
      invalidInput({
        path: 'receivedOn',
        message: text('收款日期不能在今天之后。', 'The day must not lie in the future.'),
      }),
    )
  const client = await lockAccount(tx, clientId)
  const owed = await openReceivables(tx, client.id)
  const parts = partsOf(paid.amountMinor, owed, allocations)
  const given = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const [number] = await nextNumbers(tx, 'payment', today)
  const payment = await tx.insert(Payment, {
    ...paid,
    number: number!,
    clientId: client.id,
    creditMinor: paid.amountMinor - given,
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
    reversedAt: null,
    reversalReason: null,
    version: 1,
  })
  await settle(tx, payment, owed, parts)
  return payment
}

type OfPayment = { readonly paymentId: string }

const lockPayment = async (tx: Transaction, id: string, expectedVersion: number): Promise<Payment> => {
  const { clientId } = await tx.get(Payment, id)
  const client = await lockAccount(tx, clientId)
  const payment = await tx.lock(Payment, id, expectedVersion)
  tx.admit('payment:read', clientFacts(client))
  return payment
}

const standing = (payment: Payment, action: string): Payment => {
  if (payment.reversedAt)
    throw new Refused({ code: 'WRONG_STATUS', status: 'REVERSED', action, allowed: ['RECORDED'] })
  return payment
}

/** Credit settles what is owed: oldest first, or as chosen. */
export const allocate = (context: VerbContext, input: OfPayment): Promise<Payment | UserError> =>
  transaction(context, 'payment:allocate', async (tx) => {
    const { paymentId, ...stated } = withUuids(input)
    const { expectedVersion, allocations } = orRefuse(parseInput(PAYMENT_INPUTS.allocate, stated))
    const payment = standing(await lockPayment(tx, paymentId as string, expectedVersion), 'allocate')
    const owed = await openReceivables(tx, payment.clientId)
    const parts = partsOf(payment.creditMinor, owed, allocations)
    if (parts.length === 0)
      throw new Refused(
        invalidInput({
          path: 'allocations',
          message: text('没有可核销的余额或未结应收。', 'There is no credit, or nothing open to settle.'),
        }),
      )
    const given = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    await settle(tx, payment, owed, parts)
    return tx.patch(Payment, payment, { creditMinor: payment.creditMinor - given })
  })

/** It never came, or was somebody else's: what it settled is open again. */
export const reverse = (context: VerbContext, input: OfPayment): Promise<Payment | UserError> =>
  transaction(context, 'payment:reverse', async (tx) => {
    const { paymentId, ...stated } = withUuids(input)
    const { expectedVersion, reason } = orRefuse(parseInput(PAYMENT_INPUTS.reverse, stated))
    const payment = standing(await lockPayment(tx, paymentId as string, expectedVersion), 'reverse')
    const { orgId, id } = payment
    const parts = await tx.manager.findBy(PaymentAllocation, { orgId, paymentId: id, withdrawnAt: IsNull() })
    await withdrawAllocations(tx, parts, 'OWED')
    return tx.patch(Payment, payment, { creditMinor: 0, reversedAt: tx.now, reversalReason: reason })
  })
