/** Which payment settles which receivable. Whoever calls has locked the client: nothing else moves the account meanwhile. */
import { allocateAsChosen, allocateOldestFirst, openMinor, type Allocated } from '@steward/domain'
import { In } from 'typeorm'
import { orRefuse } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Receivable } from '../receivables/receivable.entity.ts'
import { Payment, PaymentAllocation } from './payment.entity.ts'

/** What the client owes, each row locked. */
export const openReceivables = (tx: Transaction, clientId: string): Promise<Receivable[]> =>
  tx.manager.find(Receivable, {
    where: { orgId: tx.actor.organizationId, clientId, state: 'OPEN' },
    order: { id: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  })

/** Oldest first, or as chosen. Refuses what does not fit. */
export const partsOf = (
  minor: number,
  owed: readonly Receivable[],
  chosen: readonly Allocated[] | undefined,
): readonly Allocated[] =>
  chosen ? orRefuse(allocateAsChosen(minor, owed, chosen)) : allocateOldestFirst(minor, owed)

export const settle = async (
  tx: Transaction,
  { id: paymentId, receivedOn }: Pick<Payment, 'id' | 'receivedOn'>,
  owed: readonly Receivable[],
  parts: readonly Allocated[],
): Promise<void> => {
  for (const { receivableId, amountMinor } of parts) {
    const receivable = owed.find(({ id }) => id === receivableId)!
    const isSettled = openMinor(receivable) === amountMinor
    const latest = [receivedOn, ...(await daysOfPayments(tx, receivable))].toSorted().at(-1)!
    await tx.insert(PaymentAllocation, {
      paymentId,
      receivableId,
      amountMinor,
      at: tx.now,
      withdrawnAt: null,
    })
    await tx.patch(Receivable, receivable, {
      settledMinor: receivable.settledMinor + amountMinor,
      ...(isSettled ? { state: 'SETTLED', settledOn: latest } : {}),
    })
  }
}

const DAYS = `
select distinct p.received_on::text as day from payment_allocation a
  join payment p on p.org_id = a.org_id and p.id = a.payment_id
 where a.org_id = $1 and a.receivable_id = $2 and a.withdrawn_at is null`

const daysOfPayments = async (
  tx: Transaction,
  { orgId, id, settledMinor }: Receivable,
): Promise<string[]> => {
  if (settledMinor === 0) return []
  const rows = await tx.manager.query<{ day: string }[]>(DAYS, [orgId, id])
  return rows.map(({ day }) => day)
}

/** Takes allocations back; what they settled is open again (`OWED`), or what they gave is credit again (`CREDIT`). */
export const withdrawAllocations = async (
  tx: Transaction,
  parts: readonly PaymentAllocation[],
  back: 'OWED' | 'CREDIT',
): Promise<void> => {
  for (const part of parts) await tx.patch(PaymentAllocation, part, { withdrawnAt: tx.now })
  const sumBy = (key: 'paymentId' | 'receivableId'): Map<string, number> => {
    const sums = new Map<string, number>()
    for (const part of parts) sums.set(part[key], (sums.get(part[key]) ?? 0) + part.amountMinor)
    return sums
  }
  if (back === 'CREDIT') {
    const sums = sumBy('paymentId')
    for (const payment of await locked(tx, Payment, [...sums.keys()]))
      await tx.patch(Payment, payment, { creditMinor: payment.creditMinor + sums.get(payment.id)! })
    return
  }
  const sums = sumBy('receivableId')
  for (const receivable of await locked(tx, Receivable, [...sums.keys()]))
    if (receivable.state !== 'VOID')
      await tx.patch(Receivable, receivable, {
        settledMinor: receivable.settledMinor - sums.get(receivable.id)!,
        state: 'OPEN',
        settledOn: null,
      })
}

const locked = <T extends Payment | Receivable>(
  tx: Transaction,
  entity: new () => T,
  ids: readonly string[],
): Promise<T[]> =>
  tx.manager.find(entity, {
    where: { orgId: tx.actor.organizationId, id: In([...ids]) } as never,
    order: { id: 'ASC' } as never,
    lock: { mode: 'for_no_key_update' },
  })
