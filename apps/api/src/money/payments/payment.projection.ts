import { before, flag, from, is, isIn } from '../../reads/filters.ts'
import { column, day, id, instant, many, one, projection, type Fact } from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { OF_CLIENT } from '../../clients/contacts/contact.projection.ts'
import { Payment, PaymentAllocation } from './payment.entity.ts'

const internal = { class: 'internal' } as const
const words = { class: 'personal', permission: 'receivable:readNotes' } as const

export const paymentProjection = projection('Payment', {
  table: 'payment',
  entity: Payment,
  permission: 'payment:read',
  facts: OF_CLIENT,
  fields: {
    id: id(),
    number: column('number', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    amountMinor: column('amount_minor', internal),
    creditMinor: column('credit_minor', internal),
    receivedOn: day('received_on', internal),
    method: column('method', internal),
    payer: column('payer', words),
    reference: column('reference', words),
    note: column('note', words),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', internal),
    reversedAt: instant('reversed_at', internal),
    reversalReason: column('reversal_reason', words),
    allocations: many('PaymentAllocation', {
      ...internal,
      foreign: 'payment_id',
      order: [['at', 'asc']],
      typically: 2,
    }),
    version: column('version', internal),
  },
})

/** A client's facts, two steps away. */
const ofClient = (name: 'key_account_manager_id' | 'project_id' | 'building_id'): Fact => ({
  sql: (alias) =>
    `(select c$.${name} from payment p$ join client c$ on c$.org_id = p$.org_id and c$.id = p$.client_id where p$.org_id = ${alias}.org_id and p$.id = ${alias}.payment_id)`,
  reference: (row, { rows }) => {
    const payment = rows('payment').find((it) => it.id === row.payment_id)
    return rows('client').find((it) => it.id === payment?.client_id)?.[name] ?? null
  },
})

export const paymentAllocationProjection = projection('PaymentAllocation', {
  table: 'payment_allocation',
  entity: PaymentAllocation,
  permission: 'payment:read',
  facts: {
    keyAccountManagerId: ofClient('key_account_manager_id'),
    projectId: ofClient('project_id'),
    buildingId: ofClient('building_id'),
  },
  fields: {
    id: id(),
    receivable: one('Receivable', { ...internal, by: 'receivable_id' }),
    amountMinor: column('amount_minor', internal),
    at: instant('at', internal),
    withdrawnAt: instant('withdrawn_at', internal),
  },
})

export const paymentRoots = {
  payment: objectRoot('Payment'),
  payments: connectionRoot('Payment', {
    filters: {
      client: is('client'),
      method: isIn('method'),
      receivedFrom: from('receivedOn'),
      receivedBefore: before('receivedOn'),
      hasCredit: flag({
        discloses: ['creditMinor'],
        sql: (alias) => `${alias}.credit_minor > 0`,
        reference: (row) => Number(row.credit_minor) > 0,
      }),
      reversed: flag({
        discloses: ['reversedAt'],
        sql: (alias) => `${alias}.reversed_at is not null`,
        reference: (row) => row.reversed_at !== null,
      }),
    },
    orders: { NEWEST: [['receivedOn', 'desc']], OLDEST: [['receivedOn', 'asc']] },
  }),
}
