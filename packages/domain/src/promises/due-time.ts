import {
  addWorkingMinutes,
  endOfWorkingDay,
  workingMinutesBetween,
  type WorkingReckoning,
} from '../working-time/working-minutes.ts'
import type { Pause, WorkingStep } from '../working-time/account.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import type { PromiseRule } from './promise-policy.ts'
import {
  ESCALATION_STEPS,
  PAUSE_REASON_LABELS,
  type DueBasis,
  type DueStep,
  type PauseReason,
} from './vocabulary.ts'

/** One line of the arithmetic, flat and without objects: it is stored as it was reckoned, and shown as it is stored. */
export interface DueTimeLine {
  readonly kind: WorkingStep['kind']
  readonly on: string
  readonly until: string
  readonly weekday: WorkingStep['weekday']
  readonly dayKind: WorkingStep['dayKind']
  /** Of the holiday, of the special day, of the pause. */
  readonly nameZh: string | null
  readonly nameEn: string | null
  /** UTC, ISO 8601. */
  readonly fromAt: string
  readonly toAt: string
  /** Counted by WORK, left out by PAUSE. */
  readonly minutes: number
  /** Counted up to here. */
  readonly total: number
  /** The year's official holidays were not published yet. */
  readonly isAssumed: boolean
}

/** Why a promise is due when it is: the policy's row and the working time step by step. */
export interface DueTimeExplanation {
  /** Null where a person or an authority set the time. */
  readonly policyRevision: number | null
  /** The row that won, as it stood. */
  readonly rule: PromiseRule | null
  readonly calendarRevision: number
  readonly assumesUnpublished: readonly number[]
  readonly lines: readonly DueTimeLine[]
}

/** What a due time is reckoned from. */
export interface DueTerms {
  readonly basis: DueBasis
  readonly startedAt: Date
  /** Of BUDGET. */
  readonly budgetMinutes: number | null
  /** Of STATED and OUTSIDE_DEADLINE. */
  readonly statedAt: Date | null
}

export interface ReckonedDueTime {
  readonly dueAt: Date
  readonly lines: readonly DueTimeLine[]
  readonly calendarRevision: number
  readonly assumesUnpublished: readonly number[]
}

const lineOf = ({
  kind,
  on,
  until,
  weekday,
  dayKind,
  name,
  from,
  to,
  minutes,
  total,
  isAssumed,
}: WorkingStep): DueTimeLine => ({
  kind,
  on,
  until,
  weekday,
  dayKind,
  nameZh: name?.zh ?? null,
  nameEn: name?.en ?? null,
  fromAt: from.toISOString(),
  toAt: to.toISOString(),
  minutes,
  total,
  isAssumed,
})

const reckoned = (
  dueAt: Date,
  { steps, revision, assumesUnpublished }: WorkingReckoning,
): ReckonedDueTime => ({
  dueAt,
  lines: steps.map(lineOf),
  calendarRevision: revision,
  assumesUnpublished,
})

const later = (one: Date, other: Date): Date => (one > other ? one : other)

/** A time that stands is moved by as much working time as the pauses took from it. */
const moved = (
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[],
): ReckonedDueTime => {
  const { minutes, ...plain } = workingMinutesBetween(calendar, from, to)
  if (pauses.length === 0) return reckoned(to, plain)
  const { at, ...rest } = addWorkingMinutes(calendar, from, minutes, pauses)
  return reckoned(later(at, to), rest)
}

/**
 * When the promise is due, and why. A pause that still runs counts up to its cap: the due time is then the latest possible one.
 * A deadline from outside is not ours to move.
 */
export const dueTime = (
  calendar: WorkingCalendar,
  { basis, startedAt, budgetMinutes, statedAt }: DueTerms,
  pauses: readonly Pause[] = [],
): ReckonedDueTime => {
  switch (basis) {
    case 'BUDGET': {
      const { at, ...rest } = addWorkingMinutes(calendar, startedAt, budgetMinutes ?? 0, pauses)
      return reckoned(at, rest)
    }
    case 'END_OF_SAME_WORKING_DAY':
      return moved(calendar, startedAt, endOfWorkingDay(calendar, startedAt).at, pauses)
    case 'STATED':
      return moved(calendar, startedAt, statedAt ?? startedAt, pauses)
    case 'OUTSIDE_DEADLINE':
      return moved(calendar, startedAt, statedAt ?? startedAt, [])
  }
}

/** A pause of the promise as the reckoning takes it: to where it was resumed, else to its cap. */
export const pauseOf = (it: {
  readonly fromAt: Date
  readonly untilAt: Date
  readonly toAt: Date | null
  readonly reason: PauseReason
}): Pause => ({
  from: it.fromAt,
  to: it.toAt !== null && it.toAt < it.untilAt ? it.toAt : it.untilAt,
  reason: PAUSE_REASON_LABELS[it.reason],
})

export interface ScheduledStep {
  readonly step: DueStep
  readonly dueAt: Date
}

interface Scheduled extends Pick<PromiseRule, 'warnBeforeMinutes' | 'escalateAfterMinutes'> {
  readonly startedAt: Date
  readonly dueAt: Date
}

/** All that the clock will do about a promise. No warning where the whole time is shorter than the warning. */
export const scheduleOf = (
  calendar: WorkingCalendar,
  { startedAt, dueAt, warnBeforeMinutes, escalateAfterMinutes }: Scheduled,
  pauses: readonly Pause[] = [],
): readonly ScheduledStep[] => {
  const { minutes } = workingMinutesBetween(calendar, startedAt, dueAt, pauses)
  const warns = warnBeforeMinutes > 0 && minutes > warnBeforeMinutes
  const warnAt = warns ? [addWorkingMinutes(calendar, startedAt, minutes - warnBeforeMinutes, pauses).at] : []
  const escalations = ESCALATION_STEPS.filter(({ level }) => level > 0).flatMap(({ step, level }) => {
    const after = escalateAfterMinutes[level - 1]
    return after === undefined ? [] : [{ step, dueAt: addWorkingMinutes(calendar, dueAt, after).at }]
  })
  return [
    ...warnAt.map((at) => ({ step: 'WARN' as const, dueAt: at })),
    { step: 'BREAK', dueAt },
    ...escalations,
  ]
}
