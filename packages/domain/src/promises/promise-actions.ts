import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Complaint } from '../complaints/complaint.ts'
import { staleness, take as takeOfCase, type Verb } from '../complaints/complaint-change.ts'
import { CHANNELS } from '../complaints/vocabulary.ts'
import { fail, invalidInput, notEligible, ok, type DomainError, type Result } from '../errors.ts'
import { expectedVersion, instant, optional, words } from '../input.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import { text } from '../text.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { addWorkingMinutes, workingMinutesBetween } from '../working-time/working-minutes.ts'
import { dueTime, pauseOf } from './due-time.ts'
import { draft, type PromiseDraft } from './make-promise.ts'
import { promiseFacts, PROMISE_TRANSITIONS, type CasePromise, type PromisePause } from './promise.ts'
import { fulfilled, isInTime, superseded, type PromisePatch } from './settle-promise.ts'
import { PAUSE_REASONS, type PromiseAction, type PromiseStatus } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => words(2_000)

export const PROMISE_INPUTS = {
  answer: z.object({
    ...step,
    /** What was said or done. */
    answer: note(),
    channel: z.enum(CHANNELS),
    /** When the client hears from us again: the next promise. */
    nextDueAt: optional(instant()),
  }),
  supersede: z.object({
    ...step,
    dueAt: instant(),
    /** How the client agreed to it. */
    assent: note(),
  }),
  pause: z.object({ ...step, reason: z.enum(PAUSE_REASONS), note: optional(note()) }),
  resume: z.object({ ...step, note: optional(note()) }),
} as const satisfies Record<PromiseAction, z.ZodType>

export type PromiseInput<A extends PromiseAction> = z.output<(typeof PROMISE_INPUTS)[A]>

/** All that a verb does to a promise, as data. */
export interface PromiseChange {
  readonly action: PromiseAction
  readonly from: PromiseStatus
  readonly to: PromiseStatus
  readonly patch: PromisePatch
  readonly note: string | null
  /** The promise that follows it. */
  readonly next: PromiseDraft | null
  /** A new pause, or the one that ends. */
  readonly pause: PromisePause | null
}

export interface PromiseContext {
  readonly complaint: Complaint
  readonly calendar: WorkingCalendar
  /** All pauses that there were. */
  readonly pauses: readonly PromisePause[]
  readonly newId: () => string
}

type PromiseVerb<A extends PromiseAction> = (
  promise: CasePromise,
  input: PromiseInput<A>,
  actor: Actor,
  now: Date,
  context: PromiseContext,
) => Result<PromiseChange>

interface Outcome {
  readonly to?: PromiseStatus
  readonly refuse?: DomainError | undefined
  /** Only where nothing is in the way. */
  readonly patch: () => PromisePatch
  readonly note?: string | null
  readonly next?: PromiseDraft | null
  readonly pause?: () => PromisePause | null
}

/** What was said has been said: that the clock declared the promise broken meanwhile does not undo it. */
const stale = (
  action: PromiseAction,
  promise: CasePromise,
  expectedVersion: number,
): DomainError | undefined =>
  action === 'answer' && promise.updatedById === null ? undefined : staleness(promise, expectedVersion)

const take = (
  action: PromiseAction,
  promise: CasePromise,
  input: { readonly expectedVersion: number },
  actor: Actor,
  now: Date,
  complaint: Complaint,
  outcome: Outcome,
): Result<PromiseChange> => {
  const refused =
    stale(action, promise, input.expectedVersion) ??
    refusal(PROMISE_TRANSITIONS, action, actor, promiseFacts(promise, complaint), outcome.to) ??
    outcome.refuse
  if (refused !== undefined) return fail(refused)
  const patch = {
    version: promise.version + 1,
    updatedAt: now,
    updatedById: actor.staffId,
    ...outcome.patch(),
  }
  return ok({
    action,
    from: promise.status,
    to: patch.status ?? promise.status,
    patch,
    note: outcome.note ?? null,
    next: outcome.next ?? null,
    pause: outcome.pause?.() ?? null,
  })
}

const past = (path: string, at: Date | null, now: Date): DomainError | undefined =>
  at !== null && at <= now
    ? invalidInput({ path, message: text('须是将来的时间。', 'Choose a time in the future.') })
    : undefined

/** The word, or the thing, that was owed: in time it is kept, afterwards fulfilled late. May say when the next one follows. */
export const answerPromise: PromiseVerb<'answer'> = (promise, input, actor, now, { complaint }) =>
  take('answer', promise, input, actor, now, complaint, {
    refuse: past('nextDueAt', input.nextDueAt, now),
    patch: () =>
      fulfilled(promise, now, {
        byId: actor.staffId,
        by: 'answerPromise',
        answer: input.answer,
        channel: input.channel,
      }),
    note: input.answer,
    next:
      input.nextDueAt === null
        ? null
        : draft('ANSWER', {
            statedAt: input.nextDueAt,
            channel: input.channel,
            madeById: actor.staffId,
          }),
  })

/** Another time, to which the client agreed: a new promise that points at this one. */
export const supersedePromise: PromiseVerb<'supersede'> = (promise, input, actor, now, { complaint }) =>
  take('supersede', promise, input, actor, now, complaint, {
    refuse: past('dueAt', input.dueAt, now),
    patch: () => superseded(promise, now, actor.staffId),
    note: input.assent,
    next: draft(promise.kind, {
      what: promise.what,
      channel: promise.channel,
      taskId: promise.taskId,
      statedAt: input.dueAt,
      madeById: actor.staffId,
      supersedesId: promise.id,
      assent: input.assent,
    }),
  })

/** Working minutes that the clock has rested already. */
const restedMinutes = (calendar: WorkingCalendar, pauses: readonly PromisePause[]): number =>
  pauses.reduce((sum, pause) => {
    const { from, to } = pauseOf(pause)
    return sum + workingMinutesBetween(calendar, from, to).minutes
  }, 0)

/** When the promise is due with these pauses; everything else about it stays. */
export const dueTimeOf = (
  promise: CasePromise,
  calendar: WorkingCalendar,
  pauses: readonly PromisePause[],
): Pick<CasePromise, 'dueAt' | 'explanation'> => {
  const { dueAt, ...why } = dueTime(calendar, promise, pauses.map(pauseOf))
  return { dueAt, explanation: { ...promise.explanation, ...why } }
}

/** The clock rests for a declared reason: until it is resumed, or until the cap is used up. */
export const pausePromise: PromiseVerb<'pause'> = (promise, input, actor, now, context) => {
  const { complaint, calendar, pauses, newId } = context
  const left = promise.pauseCapMinutes - restedMinutes(calendar, pauses)
  const pause = (): PromisePause => ({
    id: newId(),
    promiseId: promise.id,
    reason: input.reason,
    note: input.note,
    fromAt: now,
    untilAt: addWorkingMinutes(calendar, now, left).at,
    toAt: null,
    byId: actor.staffId,
    resumedById: null,
  })
  const made = left > 0 ? pause() : undefined
  return take('pause', promise, input, actor, now, complaint, {
    refuse: !isInTime(promise, now)
      ? notEligible('overdue', text('已到期的承诺不能暂停计时。', 'What is overdue cannot be paused.'))
      : left <= 0
        ? notEligible('pauseCap', text('暂停时间已用完。', 'All time for pauses is used up.'))
        : undefined,
    patch: () => ({
      ...dueTimeOf(promise, calendar, [...pauses, made!]),
      pausedAt: now,
      pausedUntil: made!.untilAt,
    }),
    note: input.note,
    pause: () => made!,
  })
}

/** The clock goes on; a pause that had reached its cap had gone on by itself. */
export const resumePromise: PromiseVerb<'resume'> = (promise, input, actor, now, context) => {
  const { complaint, calendar, pauses } = context
  const running = pauses.find(({ toAt }) => toAt === null)
  const ended = running && {
    ...running,
    toAt: now < running.untilAt ? now : running.untilAt,
    resumedById: actor.staffId,
  }
  return take('resume', promise, input, actor, now, complaint, {
    patch: () => ({
      ...dueTimeOf(
        promise,
        calendar,
        pauses.map((it) => (it === running ? ended! : it)),
      ),
      pausedAt: null,
      pausedUntil: null,
    }),
    note: input.note,
    pause: () => ended ?? null,
  })
}

/** Whoever talks to the client promises a time; a remedy only once it is approved. */
export const makePromise: Verb<'makePromise'> = (complaint, input, actor, now) =>
  takeOfCase('makePromise', complaint, input, actor, now, {
    refuse:
      input.kind === 'EXECUTION' && complaint.approvedAt === null
        ? notEligible(
            'remedyIsApproved',
            text(
              '方案批准之前只能承诺时间，不能承诺处理结果。',
              'Before a remedy is approved only a time can be promised, never the remedy.',
            ),
          )
        : past('dueAt', input.dueAt, now),
    patch: {},
    note: input.what,
    promise: draft(input.kind, {
      what: input.what,
      channel: input.channel,
      statedAt: input.dueAt,
      madeById: actor.staffId,
    }),
  })
