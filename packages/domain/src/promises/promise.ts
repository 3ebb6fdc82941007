import type { FactBag } from '../access/facts.ts'
import type { Role } from '../access/roles.ts'
import type { Channel, ComplaintAction } from '../complaints/vocabulary.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { DueTimeExplanation } from './due-time.ts'
import type {
  DueBasis,
  DueStep,
  PauseReason,
  PromiseAction,
  PromiseEvent,
  PromiseKind,
  PromiseStatus,
} from './vocabulary.ts'

/**
 * One promise to a client: what, to whom, by when, by whom, through which channel. The row of the table `promise`. What was
 * promised is never edited: another time is another promise, which points at the one that it replaces.
 */
export interface CasePromise {
  id: string
  complaintId: string
  kind: PromiseKind
  status: PromiseStatus
  /** In words, where a person made it; the kind says it otherwise. */
  what: string | null
  /** To whom; null where the case names no client of the archive. */
  clientId: string | null
  /** Through which channel the word is owed. */
  channel: Channel
  /** By whom. Follows the case when it is handed over. */
  ownerId: string
  departmentId: string | null
  /** Null: made by the policy. */
  madeById: string | null
  madeAt: Date

  basis: DueBasis
  /** From when the clock counts. */
  startedAt: Date
  /** Working minutes owed; null where a time was stated or set from outside. */
  budgetMinutes: number | null
  /** The time that was agreed or set, before any pause moved it. */
  statedAt: Date | null
  dueAt: Date
  /** Why this time: see `explainDueTime`. */
  explanation: DueTimeExplanation
  /** Working minutes before the due time at which its owner is warned; 0 = no warning. */
  warnBeforeMinutes: number
  /** Working minutes after the due time of each escalation, one level a step. */
  escalateAfterMinutes: readonly number[]
  /** All pauses together, in working minutes. */
  pauseCapMinutes: number
  /** Since when the clock rests … */
  pausedAt: Date | null
  /** … and when it goes on at the latest: the cap. */
  pausedUntil: Date | null

  brokenAt: Date | null
  /** How many levels were told that it is overdue. */
  escalationLevel: number
  /** When it was done, in time or late. */
  fulfilledAt: Date | null
  fulfilledById: string | null
  /** The step by which it was done. */
  fulfilledBy: ComplaintAction | PromiseEvent | 'completeTask' | null
  answer: string | null
  answerChannel: Channel | null
  /** The promise that this one replaces. */
  supersedesId: string | null
  /** How the client agreed to the new time. */
  assent: string | null
  /** From here on nothing is owed by it any more, whatever became of it. */
  settledAt: Date | null
  /** The order whose time was promised. */
  taskId: string | null

  version: number
  updatedAt: Date
  updatedById: string | null
}

/** A rest of the clock. Counts from `fromAt` to `toAt`, or to `untilAt` where nobody resumed before. */
export interface PromisePause {
  id: string
  promiseId: string
  reason: PauseReason
  note: string | null
  fromAt: Date
  /** The cap. */
  untilAt: Date
  toAt: Date | null
  byId: string
  resumedById: string | null
}

/** What the clock will do: unique by (promise, step), done when `firedAt` is set, in the transaction of its effect. */
export interface PromiseDue {
  id: string
  promiseId: string
  step: DueStep
  dueAt: Date
  firedAt: Date | null
  /** The promise was settled first. */
  cancelledAt: Date | null
}

type Row = Transition<PromiseStatus, PromiseAction>

const row = (
  action: PromiseAction,
  from: PromiseStatus,
  to: PromiseStatus | 'SAME',
  requires: Row['requires'],
): Row => ({
  action,
  from: [from],
  to,
  accountable: ACCOUNTABLE[action],
  requires,
  permission: `promise:${action}`,
})

const ACCOUNTABLE: Readonly<Record<PromiseAction, Role>> = {
  answer: 'CR_SPECIALIST',
  supersede: 'CR_SPECIALIST',
  pause: 'CR_SUPERVISOR',
  resume: 'CR_SUPERVISOR',
}

const OWED = ['promiseIsOwed'] as const

/**
 * The life of a promise. A word given after the due time never makes it KEPT, whether or not the clock has told so; a broken
 * one stays BROKEN, and is fulfilled late or replaced with the client's assent. The clock itself leads from OPEN to BROKEN, and
 * the end of the case to CANCELLED: neither is anybody's verb.
 */
export const PROMISE_TRANSITIONS: readonly Row[] = [
  row('answer', 'OPEN', 'KEPT', OWED),
  row('answer', 'OPEN', 'BROKEN', OWED),
  row('answer', 'BROKEN', 'SAME', OWED),
  row('supersede', 'OPEN', 'SUPERSEDED', OWED),
  row('supersede', 'BROKEN', 'SAME', OWED),
  row('pause', 'OPEN', 'SAME', ['promiseIsOwed', 'clockIsRunning', 'deadlineIsOurs']),
  row('resume', 'OPEN', 'SAME', ['clockIsPaused']),
]

/** The next word that a case owes; null where it owes none. Broken promises go on being owed until they are fulfilled. */
export const nextDueOf = (promises: readonly Pick<CasePromise, 'dueAt' | 'settledAt'>[]): Date | null =>
  promises
    .filter(({ settledAt }) => settledAt === null)
    .map(({ dueAt }) => dueAt)
    .toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null

/** Facts that scopes and conditions of a promise find in its own row; all others are its case's. */
export const promiseFacts = (
  promise: Pick<CasePromise, 'status' | 'settledAt' | 'pausedAt' | 'basis'>,
  complaint: FactBag,
): FactBag & { readonly status: PromiseStatus } => ({
  ...complaint,
  status: promise.status,
  settledAt: promise.settledAt,
  pausedAt: promise.pausedAt,
  dueBasis: promise.basis,
})
