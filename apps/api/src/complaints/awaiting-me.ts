/** The work list: the domain's `awaits`, and the same in SQL over a case's row. */
import {
  AWAITED_ROWS,
  awaits,
  POLICY,
  rolesHolding,
  type Actor,
  type AwaitedRow,
  type ConditionName,
  type Role,
  type Scope,
} from '@steward/domain'
import { CONDITION_SQL } from '../access/condition-sql.ts'
import { flag } from '../reads/filters.ts'
import type { ActorSql, Filter, Reference, Row } from '../reads/projection.ts'
import { CASE_FACTS, caseFacts } from './complaint.facts.ts'

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ')
const allOf = (conditions: readonly string[]): string => conditions.join(' and ')
const anyOf = (conditions: readonly string[]): string => `(${conditions.join(' or ')})`

const awaitsSql = (alias: string, actor: ActorSql): string => {
  const holds = (name: ConditionName) =>
    `(${CONDITION_SQL[name]((fact) => `${alias}.${CASE_FACTS[fact]}`, actor)}) is true`
  // One look at the reader's roles for the whole statement: nothing in it depends on the case.
  const mine = `array(select r.role from staff_role r where r.org_id = ${actor.organizationId} and r.staff_id = ${actor.staffId})`
  const holdsOneOf = (roles: readonly Role[]) => `${mine} && array[${quoted(roles)}]::text[]`

  const mayTake = (row: AwaitedRow['row']) => {
    const reach: Readonly<Partial<Record<Role, readonly Scope[]>>> = POLICY[row.permission]
    return anyOf(
      rolesHolding(row.permission).map((role) =>
        allOf([holdsOneOf([role]), anyOf((reach[role] ?? []).map(holds))]),
      ),
    )
  }
  const isTurn = (row: AwaitedRow['row']) =>
    row.from.includes('PROPOSED')
      ? 'true'
      : anyOf([holdsOneOf([row.accountable]), `(${alias}.assignee_id = ${actor.staffId}) is true`])

  const steps = AWAITED_ROWS.map(({ status, row, unless }) =>
    allOf([
      `${alias}.status = '${status}'`,
      ...(unless === undefined ? [] : [`not (${holds(unless)})`]),
      ...row.requires.map(holds),
      mayTake(row),
      isTurn(row),
    ]),
  )
  return anyOf([...steps.map((step) => `(${step})`), cameBackSql(alias, actor)])
}

/** An order that the reader gave was returned: it is sent on or cancelled by who gave it. */
const cameBackSql = (alias: string, actor: ActorSql): string =>
  `exists (select 1 from complaint_task t where t.org_id = ${alias}.org_id and t.complaint_id = ${alias}.id
    and t.status = 'RETURNED' and t.dispatched_by_id = ${actor.staffId})`

const cameBack = (row: Row, actor: Actor, rows: Reference['rows']): boolean =>
  rows('complaint_task').some(
    (task) =>
      task.complaint_id === row.id && task.status === 'RETURNED' && task.dispatched_by_id === actor.staffId,
  )

/** The roles as the statement sees them. */
const withStoredRoles = (actor: Actor, rows: Reference['rows']): Actor => ({
  ...actor,
  roles: rows('staff_role')
    .filter((held) => held.staff_id === actor.staffId)
    .map((held) => held.role as Role),
})

/** Cases whose next step the reader can take, and whose turn it is; and those with an order of theirs that came back. */
export const awaitingMe: Filter = flag({
  discloses: ['status', 'availableActions'],
  sql: awaitsSql,
  reference: (row: Row, { actor, rows }) =>
    actor !== undefined &&
    (awaits(withStoredRoles(actor, rows), caseFacts(row)) || cameBack(row, actor, rows)),
})
