import { text, type Text } from '../text.ts'

/** The three shifts of a day, in order. The night shift begins on the day that it is named after and ends on the next. */
export const SHIFTS = ['EARLY', 'MIDDLE', 'NIGHT'] as const
export type Shift = (typeof SHIFTS)[number]

export const SHIFT_LABELS: Readonly<Record<Shift, Text>> = {
  EARLY: text('早班', 'Early shift'),
  MIDDLE: text('中班', 'Late shift'),
  NIGHT: text('夜班', 'Night shift'),
}

/** When shifts change, and when a hand-over that nobody accepts is told again. One row of an organization. */
export interface ShiftPlan {
  /** Minutes from midnight, local time; each shift lasts until the next begins. */
  earlyStart: number
  middleStart: number
  nightStart: number
  /** Minutes after the offer at which both sides are told again: by the clock, for shifts change at night too. Empty: never. */
  reminderMinutes: readonly number[]
}

/** While an organization has not set its own. */
export const DEFAULT_SHIFT_PLAN: ShiftPlan = {
  earlyStart: 7 * 60,
  middleStart: 15 * 60,
  nightStart: 23 * 60,
  reminderMinutes: [30, 120, 480],
}

/** A shift of a day (`YYYY-MM-DD`, local). */
export interface ShiftOfDay {
  readonly on: string
  readonly shift: Shift
}

type Starts = Pick<ShiftPlan, 'earlyStart' | 'middleStart' | 'nightStart'>

const DAY_MILLISECONDS = 86_400_000
const dayAfter = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)

/** The shift that is on at that minute of that day: before the early one begins, it is still the night of the day before. */
export const shiftAt = (
  { earlyStart, middleStart, nightStart }: Starts,
  { on, minute }: { readonly on: string; readonly minute: number },
): ShiftOfDay => {
  if (minute < earlyStart) return { on: dayAfter(on, -1), shift: 'NIGHT' }
  if (minute < middleStart) return { on, shift: 'EARLY' }
  return minute < nightStart ? { on, shift: 'MIDDLE' } : { on, shift: 'NIGHT' }
}

/** The one that takes over from it. */
export const shiftAfter = ({ on, shift }: ShiftOfDay): ShiftOfDay =>
  shift === 'NIGHT'
    ? { on: dayAfter(on, 1), shift: 'EARLY' }
    : { on, shift: SHIFTS[SHIFTS.indexOf(shift) + 1]! }

/** The seven days of the week in which that day lies, from Monday. */
export const daysOfWeek = (on: string): readonly string[] => {
  const weekday = (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, day) => dayAfter(on, day - weekday))
}

/** That week, or the one so many weeks later. */
export const weeksLater = (on: string, weeks: number): string => dayAfter(on, 7 * weeks)
