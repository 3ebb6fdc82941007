import type { Complaint } from '../complaints/complaint.ts'
import type { Channel } from '../complaints/vocabulary.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { dueTime, scheduleOf, type DueTerms, type ScheduledStep } from './due-time.ts'
import {
  chooseRule,
  type CaseForPolicy,
  type PolicyKind,
  type PromisePolicy,
  type PromiseRule,
} from './promise-policy.ts'
import type { CasePromise } from './promise.ts'
import { POLICY_KINDS } from './promise-policy.ts'
import type { PromiseKind } from './vocabulary.ts'

/** What is to be promised, before it is known when that is due. */
export interface PromiseDraft {
  readonly kind: PromiseKind
  readonly what: string | null
  /** Null: the channel on which the case came in. */
  readonly channel: Channel | null
  /** The time that a person agreed on or an order bears; null: as the policy says. */
  readonly statedAt: Date | null
  /** Null: by the policy. */
  readonly madeById: string | null
  readonly taskId: string | null
  readonly supersedesId: string | null
  readonly assent: string | null
}

export const draft = (kind: PromiseKind, more: Partial<PromiseDraft> = {}): PromiseDraft => ({
  kind,
  what: null,
  channel: null,
  statedAt: null,
  madeById: null,
  taskId: null,
  supersedesId: null,
  assent: null,
  ...more,
})

/** What a promise is reckoned with, looked up by the service once for a transaction. */
export interface PromiseTerms {
  readonly calendar: WorkingCalendar
  /** The revision that is frozen on the case. */
  readonly policy: PromisePolicy
  /** Of the case's category, its own first. */
  readonly categoryPath: readonly string[]
  /** Of the client, as the newest published directory has it. */
  readonly grade: string | null
  readonly newId: () => string
}

/** A promise with all that the clock will do about it. */
export interface MadePromise {
  readonly promise: CasePromise
  readonly schedule: readonly ScheduledStep[]
}

type Promised = Pick<
  Complaint,
  | 'id'
  | 'severity'
  | 'purpose'
  | 'channel'
  | 'clientId'
  | 'assigneeId'
  | 'registeredById'
  | 'handlingDepartmentId'
  | 'outsideDeadlineAt'
>

const seenByPolicy = (
  { severity, purpose }: Promised,
  { categoryPath, grade }: PromiseTerms,
): CaseForPolicy => ({
  severity,
  purpose,
  grade,
  categoryPath,
})

/** The row that the policy has for this kind; a promise of another kind is watched over like an answer. */
const ruleFor = (kind: PromiseKind, complaint: Promised, terms: PromiseTerms): PromiseRule | undefined => {
  const it = seenByPolicy(complaint, terms)
  const own = (POLICY_KINDS as readonly PromiseKind[]).includes(kind)
    ? chooseRule(terms.policy.rules, kind as PolicyKind, it)
    : undefined
  return (own ?? chooseRule(terms.policy.rules, 'ANSWER', it))?.rule
}

/** Does the policy owe this kind of promise for such a case? */
export const isOwed = (kind: PolicyKind, complaint: Promised, terms: PromiseTerms): boolean =>
  chooseRule(terms.policy.rules, kind, seenByPolicy(complaint, terms)) !== undefined

/** An answer is due when an authority says so, if it does; else when a person said; else by the policy. */
const termsOf = (
  { kind, statedAt }: PromiseDraft,
  { outsideDeadlineAt }: Promised,
  rule: PromiseRule | undefined,
  now: Date,
): DueTerms => {
  const base = { startedAt: now, budgetMinutes: null, statedAt: null }
  if (statedAt !== null) return { ...base, basis: 'STATED', statedAt }
  if (kind === 'ANSWER' && outsideDeadlineAt !== null && outsideDeadlineAt > now)
    return { ...base, basis: 'OUTSIDE_DEADLINE', statedAt: outsideDeadlineAt }
  return rule?.budgetMinutes == null
    ? { ...base, basis: 'END_OF_SAME_WORKING_DAY' }
    : { ...base, basis: 'BUDGET', budgetMinutes: rule.budgetMinutes }
}

/** Makes a promise of a draft: reckons when it is due, says why, and plans what the clock will do. */
export const madePromise = (
  what: PromiseDraft,
  complaint: Promised,
  now: Date,
  terms: PromiseTerms,
): MadePromise => {
  const rule = ruleFor(what.kind, complaint, terms)
  const due = termsOf(what, complaint, rule, now)
  const { dueAt, ...why } = dueTime(terms.calendar, due)
  const byPolicy = due.basis === 'BUDGET' || due.basis === 'END_OF_SAME_WORKING_DAY'
  const promise: CasePromise = {
    id: terms.newId(),
    complaintId: complaint.id,
    kind: what.kind,
    status: 'OPEN',
    what: what.what,
    clientId: complaint.clientId,
    channel: what.channel ?? complaint.channel,
    ownerId: complaint.assigneeId ?? complaint.registeredById,
    departmentId: complaint.handlingDepartmentId,
    madeById: what.madeById,
    madeAt: now,
    ...due,
    dueAt,
    explanation: {
      policyRevision: byPolicy ? terms.policy.revision : null,
      rule: byPolicy ? (rule ?? null) : null,
      ...why,
    },
    warnBeforeMinutes: rule?.warnBeforeMinutes ?? 0,
    escalateAfterMinutes: rule?.escalateAfterMinutes ?? [],
    pauseCapMinutes: due.basis === 'OUTSIDE_DEADLINE' ? 0 : (rule?.pauseCapMinutes ?? 0),
    pausedAt: null,
    pausedUntil: null,
    brokenAt: null,
    escalationLevel: 0,
    fulfilledAt: null,
    fulfilledById: null,
    fulfilledBy: null,
    answer: null,
    answerChannel: null,
    supersedesId: what.supersedesId,
    assent: what.assent,
    settledAt: null,
    taskId: what.taskId,
    version: 1,
    updatedAt: now,
    updatedById: what.madeById,
  }
  return { promise, schedule: scheduleOf(terms.calendar, promise) }
}
