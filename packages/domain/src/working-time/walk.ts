import { offsetAt } from '../time-zone.ts'
import type { CalendarDay, Piece, Plan } from './day-plan.ts'
import { MINUTES_A_DAY } from './local-day.ts'

/** Told of everything on the way, in minutes since 1970 UTC; `work` answers whether it has seen enough. */
export interface Walker {
  readonly work: (from: number, to: number, piece: Piece) => boolean
  readonly off: (from: number, to: number, day: CalendarDay) => void
}

const offsetMinutes = (minute: number, timeZone: string): number =>
  Math.trunc(offsetAt(minute * 60_000, timeZone) / 60_000)

/** The first minute with another offset; clocks change at most once between two midnights. */
const changeOfClocks = (from: number, to: number, timeZone: string): number => {
  const before = offsetMinutes(from, timeZone)
  let [same, other] = [from, to]
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2)
    if (offsetMinutes(middle, timeZone) === before) same = middle
    else other = middle
  }
  return other
}

/** One stretch of one local day under one offset: what the clock on the wall shows is what counts. */
const visit = (plan: Plan, walker: Walker, from: number, to: number, offset: number): boolean => {
  const number = Math.floor((from + offset) / MINUTES_A_DAY)
  const { day, pieces, nightUntil } = plan.planAt(number)
  const midnight = number * MINUTES_A_DAY - offset
  for (const piece of pieces) {
    const begin = Math.max(from, midnight + piece.from)
    const end = Math.min(to, midnight + piece.to)
    if (begin < end && walker.work(begin, end, piece)) return true
  }
  const begin = Math.max(from, midnight + nightUntil)
  if (day.slots.length === 0 && begin < to) walker.off(begin, to, day)
  return false
}

/**
 * Goes through the local days from one minute to another, each cut where the clocks change. An hour that the clocks skip is
 * not worked, one that they show twice is worked twice: exactly what somebody looking at the clock every minute would count.
 */
export const walk = (plan: Plan, from: number, to: number, walker: Walker): void => {
  const { timeZone } = plan.calendar
  let at = from
  let offset = offsetMinutes(at, timeZone)
  while (at < to) {
    const midnight = (Math.floor((at + offset) / MINUTES_A_DAY) + 1) * MINUTES_A_DAY - offset
    const changed = offsetMinutes(midnight, timeZone) !== offset
    const end = changed ? changeOfClocks(at, midnight, timeZone) : midnight
    if (visit(plan, walker, at, Math.min(end, to), offset)) return
    at = end
    if (changed) offset = offsetMinutes(at, timeZone)
  }
}
