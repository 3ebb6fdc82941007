/** Lists of cases and orders that screens and programs ask for. */
import { OPEN_STATUSES, type Status } from '@steward/domain'
import { before, flag, from, is, isIn, where } from '../reads/filters.ts'
import { connectionRoot, listRoot, objectRoot } from '../reads/roots.ts'
import { awaitingMe } from './awaiting-me.ts'
import { dueFilters } from './due-filters.ts'

const OPEN = OPEN_STATUSES.map((status) => `'${status}'`).join(', ')
const isOpen = (status: unknown): boolean => OPEN_STATUSES.includes(status as Status)

/** Nobody has spoken to the client yet: registered, and not acknowledged or resolved. */
const unanswered = flag({
  discloses: ['status'],
  sql: (alias) => `${alias}.status = 'REGISTERED'`,
  reference: (row) => row.status === 'REGISTERED',
})

const mine = flag({
  discloses: ['status'],
  sql: (alias, actor) =>
    `(${alias}.assignee_id = ${actor.staffId} or (${alias}.assignee_id is null and ${alias}.registered_by_id = ${actor.staffId}))`,
  reference: (row, { actor }) =>
    actor !== undefined &&
    (row.assignee_id === actor.staffId ||
      (row.assignee_id === null && row.registered_by_id === actor.staffId)),
})

const team = flag({
  discloses: ['status'],
  sql: (alias, actor) => `(${alias}.handling_department_id = ${actor.departmentId}) is true`,
  reference: (row, { actor }) =>
    actor !== undefined && actor.departmentId !== null && row.handling_department_id === actor.departmentId,
})

const open = flag({
  discloses: ['status'],
  sql: (alias) => `${alias}.status in (${OPEN})`,
  reference: (row) => isOpen(row.status),
})

export const complaintRoots = {
  complaint: objectRoot('Complaint'),
  complaints: connectionRoot('Complaint', {
    filters: {
      awaitingMe,
      mine,
      team,
      unanswered,
      open,
      ...dueFilters,
      status: isIn('status'),
      severity: isIn('severity'),
      kind: isIn('kind'),
      channel: isIn('channel'),
      cause: isIn('cause'),
      project: isIn('project'),
      building: isIn('building'),
      category: isIn('category'),
      handlingDepartment: isIn('handlingDepartment'),
      assignee: is('assignee'),
      client: is('client'),
      unit: is('unit'),
      registeredFrom: from('registeredAt'),
      registeredBefore: before('registeredAt'),
      number: where({
        discloses: ['number'],
        sql: (alias, value) => `starts_with(${alias}.number, ${value})`,
        reference: (row, value) => String(row.number).startsWith(String(value)),
      }),
    },
    orders: {
      NEWEST: [['registeredAt', 'desc']],
      OLDEST: [['registeredAt', 'asc']],
      MOST_SEVERE: [
        ['severity', 'asc'],
        ['registeredAt', 'asc'],
      ],
      RECENTLY_CHANGED: [['updatedAt', 'desc']],
      NEXT_DUE: [['nextDueAt', 'asc']],
    },
  }),
  complaintTask: objectRoot('ComplaintTask'),
  complaintTasks: connectionRoot('ComplaintTask', {
    filters: {
      mine: flag({
        discloses: ['assignee'],
        sql: (alias, actor) => `(${alias}.assignee_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.assignee_id === actor.staffId,
      }),
      department: is('department'),
      status: isIn('status'),
      project: isIn('project'),
      dueBefore: before('dueAt'),
    },
    orders: {
      NEWEST: [['dispatchedAt', 'desc']],
      OLDEST: [['dispatchedAt', 'asc']],
      // Those without a date come last, as PostgreSQL has its nulls.
      DUE: [
        ['dueAt', 'asc'],
        ['dispatchedAt', 'asc'],
      ],
    },
  }),
  complaintCategories: listRoot('ComplaintCategory', { order: [['code', 'asc']], typically: 60 }),
}
