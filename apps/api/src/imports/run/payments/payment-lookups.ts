/** What is asked of the tables about a batch of payments, and how they are written: each as one statement. */
import { allocateOldestFirst, type Allocated, type Owed } from '@steward/domain'
import type { Transaction } from '../../../database/transaction.ts'

type Manager = Transaction['manager']

export interface PresentPayment {
  readonly id: string
  readonly number: string
  readonly reversed: boolean
}

const PAYMENTS = `select id, number, reversed_at is not null as reversed from payment where org_id = $1 and id = any($2)`

export const paymentsOf = async (
  manager: Manager,
  orgId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PresentPayment>> => {
  const rows = ids.length === 0 ? [] : await manager.query<PresentPayment[]>(PAYMENTS, [orgId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What makes two payments look like one: whose, when, how much, by which way; and no two references. */
export interface Sameness {
  readonly clientId: string
  readonly receivedOn: string
  readonly amountMinor: number
  readonly method: string
  readonly reference: string | null
}

export const samenessKey = ({ clientId, receivedOn, amountMinor, method }: Sameness): string =>
  `${clientId} ${receivedOn} ${amountMinor} ${method}`

const LIKE = `
select distinct on (s.place) s.place, p.number
  from json_to_recordset($2) as s(place int, client_id uuid, received_on date, amount_minor bigint, method text, reference text)
  join payment p on p.org_id = $1 and p.client_id = s.client_id and p.received_on = s.received_on and p.amount_minor = s.amount_minor
   and p.method = s.method and p.reversed_at is null
   and (p.reference is null or s.reference is null or p.reference = s.reference)
   and not exists (select from imported_row i where i.org_id = $1 and i.kind = 'PAYMENTS' and i.source = $3 and i.record_id = p.id)
 order by s.place, p.number`

/** Which of them are recorded already, by hand or from another source, under which number; by their place among those asked. */
export const recordedElsewhere = async (
  manager: Manager,
  orgId: string,
  source: string,
  asked: readonly Sameness[],
): Promise<ReadonlyMap<number, string>> => {
  if (asked.length === 0) return new Map()
  const rows = asked.map((it, place) => ({
    place,
    client_id: it.clientId,
    received_on: it.receivedOn,
    amount_minor: it.amountMinor,
    method: it.method,
    reference: it.reference,
  }))
  const found = await manager.query<{ place: number; number: string }[]>(LIKE, [
    orgId,
    JSON.stringify(rows),
    source,
  ])
  return new Map(found.map(({ place, number }) => [place, number]))
}

export interface NewPayment {
  readonly id: string
  readonly number: string
  readonly clientId: string
  readonly amountMinor: number
  readonly receivedOn: string
  readonly method: string
  readonly payer: string | null
  readonly reference: string | null
  readonly note: string | null
}

interface OpenCharge extends Owed {
  readonly clientId: string
}

const OPEN = `
select id, number, client_id as "clientId", to_char(due_on, 'YYYY-MM-DD') as "dueOn", amount_minor as "amountMinor", settled_minor as "settledMinor"
  from receivable where org_id = $1 and client_id = any($2) and state = 'OPEN' order by id for no key update`

const INSERT_PAYMENTS = `
insert into payment (org_id, id, number, client_id, amount_minor, credit_minor, received_on, method, payer, reference, note, recorded_by_id, recorded_at)
select $1, r.id, r.number, r.client_id, r.amount_minor, r.credit_minor, r.received_on, r.method, r.payer, r.reference, r.note, $3, $4
  from json_to_recordset($2) as r(id uuid, number text, client_id uuid, amount_minor bigint, credit_minor bigint, received_on date,
                                  method text, payer text, reference text, note text)`

const INSERT_PARTS = `
insert into payment_allocation (org_id, id, payment_id, receivable_id, amount_minor, at)
select $1, r.id, r.payment_id, r.receivable_id, r.amount_minor, $3
  from json_to_recordset($2) as r(id uuid, payment_id uuid, receivable_id uuid, amount_minor bigint)`

/** As a payment by hand does it: what is settled was settled on the day of the latest payment. */
const SETTLE = `
update receivable r set settled_minor = r.settled_minor + s.minor, version = r.version + 1,
       state = case when r.settled_minor + s.minor = r.amount_minor then 'SETTLED' else r.state end,
       settled_on = case when r.settled_minor + s.minor = r.amount_minor then (
         select max(p.received_on) from payment_allocation a join payment p on p.org_id = a.org_id and p.id = a.payment_id
          where a.org_id = r.org_id and a.receivable_id = r.id and a.withdrawn_at is null) else r.settled_on end
  from json_to_recordset($2) as s(id uuid, minor bigint)
 where r.org_id = $1 and r.id = s.id`

interface Part extends Allocated {
  readonly id: string
  readonly paymentId: string
}

/**
 * Records them in the order of the file and settles the oldest charges of each client first. Whoever calls has locked the clients.
 * @returns the ids of the allocations of each payment
 */
export const recordPayments = async (
  { tx, orgId, staffId }: { readonly tx: Transaction; readonly orgId: string; readonly staffId: string },
  payments: readonly NewPayment[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { manager } = tx
  const clients = [...new Set(payments.map(({ clientId }) => clientId))]
  const owed = new Map<string, OpenCharge[]>()
  for (const charge of await manager.query<OpenCharge[]>(OPEN, [orgId, clients]))
    owed.set(charge.clientId, [...(owed.get(charge.clientId) ?? []), charge])
  const parts: Part[] = []
  const settled = new Map<string, number>()
  const rows = payments.map((payment) => {
    const open = (owed.get(payment.clientId) ?? []).map((it) => ({
      ...it,
      settledMinor: it.settledMinor + (settled.get(it.id) ?? 0),
    }))
    const given = allocateOldestFirst(payment.amountMinor, open)
    for (const part of given) {
      settled.set(part.receivableId, (settled.get(part.receivableId) ?? 0) + part.amountMinor)
      parts.push({ ...part, id: tx.newId(), paymentId: payment.id })
    }
    return {
      ...payment,
      client_id: payment.clientId,
      amount_minor: payment.amountMinor,
      credit_minor: payment.amountMinor - given.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
      received_on: payment.receivedOn,
    }
  })
  await manager.query(INSERT_PAYMENTS, [orgId, JSON.stringify(rows), staffId, tx.now])
  const inserted = parts.map(({ id, paymentId, receivableId, amountMinor }) => ({
    id,
    payment_id: paymentId,
    receivable_id: receivableId,
    amount_minor: amountMinor,
  }))
  await manager.query(INSERT_PARTS, [orgId, JSON.stringify(inserted), tx.now])
  const sums = [...settled].map(([id, minor]) => ({ id, minor }))
  await manager.query(SETTLE, [orgId, JSON.stringify(sums)])
  const partIds = new Map<string, string[]>()
  for (const { id, paymentId } of parts) partIds.set(paymentId, [...(partIds.get(paymentId) ?? []), id])
  return partIds
}
