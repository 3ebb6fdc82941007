import type { Actor } from '../access/actor.ts'
import { can } from '../access/authorize.ts'
import { CONDITIONS, limitFor, type ConditionName } from '../access/conditions.ts'
import type { FactBag } from '../access/facts.ts'
import type { Permission } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'
import { notEligible, type DomainError } from '../errors.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'

/**
 * One row of a life cycle. An action may have several rows: other starting states, another track, or an outcome that
 * the person states (a return visit that satisfied or did not).
 */
export interface Transition<S extends string = string, A extends string = string> {
  readonly action: A
  /** Empty for the verb that creates the record. */
  readonly from: readonly S[]
  readonly to: S | 'SAME'
  readonly requires: readonly ConditionName[]
  readonly permission: Permission
  /** The one role that answers for the step, among those that may take it. */
  readonly accountable: Role
  /** The meaning of the signature, where the step is a decision. */
  readonly signs?: Meaning
}

export type Table<S extends string, A extends string> = readonly Transition<S, A>[]
type InStatus<S extends string> = FactBag & { readonly status: S }

const startsFrom = <S extends string, A extends string>(row: Transition<S, A>, status: S): boolean =>
  row.from.includes(status)

/** Does the table lead from this status by this action (to this status, where named)? Knows nothing of actor or record. */
export const canTransition = <S extends string, A extends string>(
  table: Table<S, A>,
  action: A,
  from: S,
  to?: S | 'SAME',
): boolean =>
  table.some((row) => row.action === action && startsFrom(row, from) && (to === undefined || row.to === to))

/** The actions that this actor can take on this record now, in the table's order: the buttons of its page. */
export const actionsFrom = <S extends string, A extends string>(
  table: Table<S, A>,
  actor: Actor,
  record: InStatus<S>,
): readonly A[] => {
  const rows = table.filter(
    (row) =>
      startsFrom(row, record.status) &&
      row.requires.every((name) => CONDITIONS[name].holds(actor, record)) &&
      can(actor, row.permission, record),
  )
  return [...new Set(rows.map((row) => row.action))]
}

/** Why the actor cannot take the action (to that status, where named) on this record; undefined where nothing is in the way. */
export const refusal = <S extends string, A extends string>(
  table: Table<S, A>,
  action: A,
  actor: Actor,
  record: InStatus<S>,
  to?: S | 'SAME',
): DomainError | undefined => {
  const rows = table.filter((row) => row.action === action && (to === undefined || row.to === to))
  const [permission] = rows.map((row) => row.permission)
  if (permission === undefined || !can(actor, permission, record)) {
    return notEligible(
      'permission',
      text('该操作不在您的职责范围内。', 'This is outside your responsibility.'),
    )
  }
  const applicable = rows.filter((row) => startsFrom(row, record.status))
  if (applicable.length === 0) {
    const allowed = [...new Set(rows.flatMap((row) => row.from))]
    return { code: 'WRONG_STATUS', status: record.status, action, allowed }
  }
  const unmetOfRows = applicable.map((row) =>
    row.requires.find((name) => !CONDITIONS[name].holds(actor, record)),
  )
  const [first] = unmetOfRows
  return first === undefined || unmetOfRows.includes(undefined) ? undefined : unmet(first, actor, record)
}

const unmet = (name: ConditionName, actor: Actor, record: FactBag): DomainError => {
  const amountMinor = record.authorityAmountMinor ?? null
  if (name === 'amountWithinAuthority' && amountMinor !== null) {
    return { code: 'LIMIT_EXCEEDED', limitMinor: limitFor(actor, record.cause ?? null), amountMinor }
  }
  return notEligible(name, CONDITIONS[name].refusal)
}

/** The states that no path leads to from `initial`: a table with any is a mistake. */
export const unreachable = <S extends string, A extends string>(
  table: Table<S, A>,
  initial: S,
  states: readonly S[] = table.flatMap((row) => [...row.from, ...(row.to === 'SAME' ? [] : [row.to])]),
): readonly S[] => {
  const reached = new Set<S>([initial])
  for (const state of reached) {
    for (const row of table) if (startsFrom(row, state) && row.to !== 'SAME') reached.add(row.to)
  }
  return [...new Set(states)].filter((state) => !reached.has(state))
}
