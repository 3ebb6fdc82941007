/** Which step of a promise's clock tells of what, and to whom. */
import type { Role } from '../access/roles.ts'
import { rolesAboveAll } from '../organization/superiors.ts'
import { ESCALATION_STEPS, escalationOf, type DueStep } from '../promises/vocabulary.ts'
import type { NoticeKind } from './notice-kinds.ts'

export interface PromiseNotice {
  readonly kind: NoticeKind
  /** Of escalation; 0 before it begins. */
  readonly level: number
  /** Is the person who answers for the promise told? */
  readonly owner: boolean
  /** Of these roles, the first that somebody holds who may read the promise: a level that nobody fills passes to the next. */
  readonly chain: readonly Role[]
  /** Everybody with one of these roles besides. */
  readonly also: readonly Role[]
}

/** @param ownerRoles of the person who answers for the promise: whoever is directly above learns that it is broken */
export const promiseNotice = (step: DueStep, ownerRoles: readonly Role[]): PromiseNotice => {
  const { level, caseControl } = escalationOf(step)
  if (step === 'WARN') return { kind: 'PROMISE_DUE_SOON', level, owner: true, chain: [], also: [] }
  if (step === 'BREAK')
    return { kind: 'PROMISE_BROKEN', level, owner: true, chain: rolesAboveAll(ownerRoles), also: [] }
  return {
    kind: 'PROMISE_ESCALATED',
    level,
    owner: false,
    chain: ESCALATION_STEPS.filter((it) => it.level >= level).flatMap(({ role }) => role ?? []),
    also: caseControl ? ['GM_OFFICE'] : [],
  }
}
