import { Account, minuteOf, type Pause, type WorkingStep } from './account.ts'
import type { WorkingCalendar } from './calendar.ts'
import { planFor, type CalendarDay, type Plan } from './day-plan.ts'
import { dayNumber, dayText } from './local-day.ts'
import { walk } from './walk.ts'

/**
 * Working time, counted in whole minutes: an instant counts as the minute that the clock shows, seconds are left out. Where
 * a year's official holidays are not published the week alone is used, and the answer names the year.
 */
export interface WorkingReckoning {
  readonly steps: readonly WorkingStep[]
  /** Years whose official holidays had to be guessed, in order; empty when the answer is certain. */
  readonly assumesUnpublished: readonly number[]
  /** The calendar's revision that was reckoned with. */
  readonly revision: number
}

export interface DueTime extends WorkingReckoning {
  readonly at: Date
}

export interface WorkedTime extends WorkingReckoning {
  readonly minutes: number
}

/** Further than this nothing is promised; a calendar so thin that it does not get there is a mistake. */
const HORIZON_YEARS = 20
const HORIZON_MINUTES = HORIZON_YEARS * 366 * 1440

const reckoning = (account: Account, { revision }: WorkingCalendar): WorkingReckoning => ({
  steps: account.steps,
  assumesUnpublished: account.assumesUnpublished,
  revision,
})

/**
 * The earliest instant at which so many minutes of working time have gone by since `from`, pauses not counted. No minutes
 * are due at once. Throws RangeError on minutes that are not a whole number of 0 or more, and where 20 years are not enough.
 */
export const addWorkingMinutes = (
  calendar: WorkingCalendar,
  from: Date,
  minutes: number,
  pauses: readonly Pause[] = [],
): DueTime => {
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > HORIZON_MINUTES)
    throw new RangeError(`minutes: must be a whole number from 0 to ${HORIZON_MINUTES}`)
  const plan = planFor(calendar)
  const account = new Account(minutes, pauses)
  const start = minuteOf(from)
  if (minutes > 0) walk(plan, start, start + HORIZON_MINUTES, account)
  if (account.total < minutes)
    throw new RangeError(`minutes: this calendar has not so much working time within ${HORIZON_YEARS} years`)
  const last = account.steps.at(-1)
  return { at: last?.to ?? new Date(start * 60_000), ...reckoning(account, calendar) }
}

/** How much working time lies between two instants, pauses not counted; none if `to` is not after `from`. */
export const workingMinutesBetween = (
  calendar: WorkingCalendar,
  from: Date,
  to: Date,
  pauses: readonly Pause[] = [],
): WorkedTime => {
  const account = new Account(Infinity, pauses)
  walk(planFor(calendar), minuteOf(from), minuteOf(to), account)
  return { minutes: account.total, ...reckoning(account, calendar) }
}

/** Is the clock running at this instant? A slot's first minute belongs to it, the minute at its end does not. */
export const isWorkingTime = (calendar: WorkingCalendar, at: Date): boolean => {
  const minute = minuteOf(at)
  let works = false
  walk(planFor(calendar), minute, minute + 1, { work: () => (works = true), off: () => {} })
  return works
}

/**
 * The end of the working day that is under way or, after hours and on a day off, of the next one. During a night slot it is
 * still the day on which the slot began. The steps count the working time that is left until then.
 */
export const endOfWorkingDay = (calendar: WorkingCalendar, at: Date): DueTime => {
  const start = minuteOf(at)
  let day: string | undefined
  let end = start
  walk(planFor(calendar), start, start + HORIZON_MINUTES, {
    work: (_, to, { owner }) => {
      day ??= owner.on
      if (owner.on === day) end = to
      return owner.on !== day
    },
    off: () => {},
  })
  if (!day) throw new RangeError(`this calendar has no working day within ${HORIZON_YEARS} years`)
  const until = new Date(end * 60_000)
  const { steps, assumesUnpublished, revision } = workingMinutesBetween(calendar, at, until)
  return { at: until, steps, assumesUnpublished, revision }
}

const numberOf = (on: string): number => {
  const day = dayNumber(on)
  if (day === undefined) throw new RangeError(`not a day: ${on}`)
  return day
}

/** What a local day is in this calendar: worked or not, why, and which hours. */
export const calendarDay = (calendar: WorkingCalendar, on: string): CalendarDay =>
  planFor(calendar).dayAt(numberOf(on))

export const SHIFT_RULES = ['NEXT', 'PREVIOUS', 'NONE'] as const
/** Where a recurring day goes that falls on a day off. */
export type ShiftRule = (typeof SHIFT_RULES)[number]

const shifted = ({ dayAt }: Plan, from: number, step: number): number => {
  for (let day = from; Math.abs(day - from) <= HORIZON_YEARS * 366; day += step)
    if (dayAt(day).slots.length > 0) return day
  throw new RangeError(`this calendar has no working day within ${HORIZON_YEARS} years`)
}

/** The working day on which something planned for a local day takes place. */
export const shiftToWorkingDay = (calendar: WorkingCalendar, on: string, rule: ShiftRule): string =>
  rule === 'NONE' ? on : dayText(shifted(planFor(calendar), numberOf(on), rule === 'NEXT' ? 1 : -1))
