/** How inventories and breaches are read. An inventory names staff and places, no client; the words on a breach are about a person. */
import { BREACH_TRANSITIONS } from '@steward/domain'
import { is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  type Expression,
} from '../reads/projection.ts'
import { connectionRoot, listRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { InformationBreachEntity } from './breach.entity.ts'
import {
  InformationCheck,
  InformationConfirmation,
  InformationInventory,
  InformationInventoryPolicyEntity,
  InformationItemEntity,
} from './inventory.entity.ts'

const internal = { class: 'internal' } as const
const spoken = { class: 'personal', permission: 'informationBreach:readWords' } as const
const remarked = { class: 'personal', permission: 'informationInventory:read' } as const
const READ = 'informationInventory:read'
const of = (by: string) =>
  ({
    handlingDepartmentId: by,
    recipientId: { table: 'department', by, column: 'head_id' },
  }) as const

const STATED = {
  kind: column('kind', internal),
  name: column('name', internal),
  medium: column('medium', internal),
  place: column('place', internal),
  keeper: one('Staff', { ...internal, by: 'keeper_id' }),
  purpose: column('purpose', internal),
  class: column('class', internal),
  keptFrom: day('kept_from', internal),
  keepMonths: column('keep_months', internal),
  destruction: column('destruction', internal),
} as const

const statementProjection = projection('InformationItemStatement', {
  table: 'information_item_statement',
  permission: READ,
  facts: of('department_id'),
  fields: {
    id: id(),
    ...STATED,
    statedBy: one('Staff', { ...internal, by: 'stated_by_id' }),
    statedAt: instant('stated_at', internal),
  },
})

const itemProjection = projection('InformationItem', {
  table: 'information_item',
  entity: InformationItemEntity,
  permission: READ,
  facts: of('department_id'),
  fields: {
    id: id(),
    ...STATED,
    department: one('Department', { ...internal, by: 'department_id' }),
    enteredBy: one('Staff', { ...internal, by: 'entered_by_id' }),
    enteredAt: instant('entered_at', internal),
    retiredAt: instant('retired_at', internal),
    retiredBy: one('Staff', { ...internal, by: 'retired_by_id' }),
    retireReason: column('retire_reason', internal),
    statements: many('InformationItemStatement', {
      ...internal,
      foreign: 'item_id',
      order: [['statedAt', 'desc']],
      typically: 3,
    }),
    version: column('version', internal),
  },
})

const confirmationProjection = projection('InformationConfirmation', {
  table: 'information_confirmation',
  entity: InformationConfirmation,
  permission: READ,
  facts: of('department_id'),
  fields: {
    id: id(),
    items: column('items', internal),
    held: column('held', internal),
    note: column('note', internal),
    confirmedBy: one('Staff', { ...internal, by: 'confirmed_by_id' }),
    confirmedAt: instant('confirmed_at', internal),
  },
})

const checkProjection = projection('InformationCheck', {
  table: 'information_check',
  entity: InformationCheck,
  permission: READ,
  facts: of('department_id'),
  fields: {
    id: id(),
    item: one('InformationItem', { ...internal, by: 'item_id' }),
    finding: column('finding', internal),
    note: column('note', remarked),
    checkedBy: one('Staff', { ...internal, by: 'checked_by_id' }),
    checkedAt: instant('checked_at', internal),
  },
})

const inUse: Expression<boolean> = {
  sql: (alias) => `${alias}.retired_at is null`,
  reference: (row) => row.retired_at === null,
}
const retired: Expression<boolean> = {
  sql: (alias) => `${alias}.retired_at is not null`,
  reference: (row) => row.retired_at !== null,
}
/** A department that is out of use keeps nothing, and owes nothing. */
const ofActiveDepartment: Expression<boolean> = {
  sql: (alias) =>
    `exists (select from department d$ where d$.org_id = ${alias}.org_id and d$.id = ${alias}.id and d$.archived_at is null)`,
  reference: (row, { rows }) => rows('department').some((it) => it.id === row.id && it.archived_at === null),
}

const inventoryProjection = projection('InformationInventory', {
  table: 'information_inventory',
  entity: InformationInventory,
  permission: READ,
  facts: of('id'),
  fields: {
    id: id(),
    department: one('Department', { ...internal, by: 'id' }),
    dueOn: day('due_on', internal),
    confirmedAt: instant('confirmed_at', internal),
    confirmedBy: one('Staff', { ...internal, by: 'confirmed_by_id' }),
    itemCount: expression({
      ...internal,
      sql: (alias) =>
        `(select count(*)::integer from information_item i$ where i$.org_id = ${alias}.org_id and i$.department_id = ${alias}.id and i$.retired_at is null)`,
      reference: (row, { rows }) =>
        rows('information_item').filter((it) => it.department_id === row.id && it.retired_at === null).length,
    }),
    items: many('InformationItem', {
      ...internal,
      foreign: 'department_id',
      only: inUse,
      order: [['enteredAt', 'asc']],
      typically: 20,
    }),
    retiredItems: many('InformationItem', {
      ...internal,
      foreign: 'department_id',
      only: retired,
      order: [['enteredAt', 'asc']],
      typically: 10,
    }),
    confirmations: many('InformationConfirmation', {
      ...internal,
      foreign: 'department_id',
      order: [['confirmedAt', 'desc']],
      typically: 5,
    }),
    checks: many('InformationCheck', {
      ...internal,
      foreign: 'department_id',
      order: [['checkedAt', 'desc']],
      typically: 10,
    }),
    version: column('version', internal),
  },
})

const policyProjection = projection('InformationInventoryPolicy', {
  table: 'information_inventory_policy',
  entity: InformationInventoryPolicyEntity,
  permission: 'informationInventoryPolicy:read',
  fields: {
    confirmEveryMonths: column('confirm_every_months', internal),
    version: column('version', internal),
  },
})

const breachProjection = projection('InformationBreach', {
  table: 'information_breach',
  entity: InformationBreachEntity,
  permission: 'informationBreach:read',
  facts: {
    status: 'status',
    handlingDepartmentId: 'department_id',
    recipientId: 'staff_id',
    registeredById: 'recorded_by_id',
  },
  fields: {
    id: id(),
    number: column('number', internal),
    status: column('status', internal),
    department: one('Department', { ...internal, by: 'department_id' }),
    item: one('InformationItem', { ...internal, by: 'item_id' }),
    check: one('InformationCheck', { ...internal, by: 'check_id' }),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
    happenedOn: day('happened_on', internal),
    what: column('what', spoken),
    evidence: column('evidence', spoken),
    recordedBy: one('Staff', { ...internal, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', internal),
    statement: column('statement', spoken),
    statedAt: instant('stated_at', internal),
    conclusion: column('conclusion', spoken),
    unheard: column('unheard', spoken),
    concludedBy: one('Staff', { ...internal, by: 'concluded_by_id' }),
    concludedAt: instant('concluded_at', internal),
    version: column('version', internal),
    availableActions: actions(BREACH_TRANSITIONS),
  },
})

export const INVENTORY_PROJECTIONS = [
  statementProjection,
  itemProjection,
  confirmationProjection,
  checkProjection,
  inventoryProjection,
  policyProjection,
  breachProjection,
] as const

export const inventoryRoots = {
  informationInventory: objectRoot('InformationInventory'),
  informationInventories: listRoot('InformationInventory', {
    order: [['dueOn', 'asc']],
    only: ofActiveDepartment,
    typically: 20,
  }),
  heldInformation: plainRoot(),
  informationInventoryPolicy: objectRoot('InformationInventoryPolicy', { filters: {} }),
  informationBreach: objectRoot('InformationBreach'),
  informationBreaches: connectionRoot('InformationBreach', {
    filters: { status: isIn('status'), staff: is('staff') },
    orders: { NEWEST: [['recordedAt', 'desc']] },
  }),
}
