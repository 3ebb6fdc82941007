import { before, from, is, isIn } from '../../reads/filters.ts'
import { column, day, expression, id, instant, one, projection, type Fact } from '../../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { Receivable } from './receivable.entity.ts'

const internal = { class: 'internal' } as const
const amount = { class: 'internal', permission: 'receivable:readAmounts' } as const
const words = { class: 'personal', permission: 'receivable:readNotes' } as const
const manager: Fact = { table: 'client', by: 'client_id', column: 'key_account_manager_id' }

export const receivableProjection = projection('Receivable', {
  table: 'receivable',
  entity: Receivable,
  permission: 'receivable:read',
  facts: { keyAccountManagerId: manager, projectId: 'project_id', buildingId: 'building_id' },
  fields: {
    id: id(),
    number: column('number', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    unit: one('Unit', { ...internal, by: 'unit_id' }),
    project: one('Project', { ...internal, by: 'project_id' }),
    building: one('Building', { ...internal, by: 'building_id' }),
    kind: column('kind', internal),
    period: column('period', internal),
    amountMinor: column('amount_minor', amount),
    settledMinor: column('settled_minor', amount),
    openMinor: expression({
      ...amount,
      sql: (alias) =>
        `case when ${alias}.state = 'VOID' then 0 else ${alias}.amount_minor - ${alias}.settled_minor end`,
      reference: (row) => (row.state === 'VOID' ? 0 : Number(row.amount_minor) - Number(row.settled_minor)),
    }),
    state: column('state', internal),
    dueOn: day('due_on', internal),
    settledOn: day('settled_on', internal),
    note: column('note', words),
    registeredBy: one('Staff', { ...internal, by: 'registered_by_id' }),
    registeredAt: instant('registered_at', internal),
    voidedAt: instant('voided_at', internal),
    voidReason: column('void_reason', words),
    version: column('version', internal),
  },
})

export const receivableRoots = {
  receivable: objectRoot('Receivable'),
  receivables: connectionRoot('Receivable', {
    filters: {
      client: is('client'),
      unit: is('unit'),
      project: isIn('project'),
      kind: isIn('kind'),
      state: isIn('state'),
      period: is('period'),
      dueFrom: from('dueOn'),
      dueBefore: before('dueOn'),
    },
    orders: { OLDEST: [['dueOn', 'asc']], NEWEST: [['dueOn', 'desc']] },
  }),
  feePreview: plainRoot(),
}
