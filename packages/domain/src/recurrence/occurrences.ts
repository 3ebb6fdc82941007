import { dayNumber, dayText, WEEKDAYS, weekdayOf, type Weekday } from '../working-time/local-day.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { shiftToWorkingDay } from '../working-time/working-minutes.ts'
import type { Recurrence } from './recurrence.ts'

/** Local days, `2026-12-01`. */
export interface Occurrence {
  /** As the rule has it: what makes a round the same round, however calendars change. */
  readonly occurrenceOn: string
  /** Shifted to a working day; two occurrences that are shifted onto one day stay two. */
  readonly scheduledOn: string
}

interface Month {
  readonly year: number
  /** From 0. */
  readonly month: number
}

const numberOf = (on: string): number => {
  const day = dayNumber(on)
  if (day === undefined) throw new RangeError(`not a day: ${on}`)
  return day
}

const monthOf = (on: string): Month => {
  const [year, month] = on.split('-').map(Number) as [number, number]
  return { year, month: month - 1 }
}

const monthsLater = ({ year, month }: Month, months: number): Month => ({
  year: year + Math.floor((month + months) / 12),
  month: (((month + months) % 12) + 12) % 12,
})

/** Day number of the last day before the month; its days are counted from here. */
const beforeMonth = ({ year, month }: Month): number => Date.UTC(year, month, 0) / 86_400_000
const lengthOf = (of: Month): number => beforeMonth(monthsLater(of, 1)) - beforeMonth(of)

/** Which day of this month; undefined where the month has none and none is taken instead. */
const dayInMonth = (rule: Recurrence, of: Month): number | undefined => {
  const [before, length] = [beforeMonth(of), lengthOf(of)]
  if (rule.monthDay === null) return before + nthWeekday(rule, before, length)
  if (rule.monthDay === -1) return before + length
  if (rule.monthDay <= length) return before + rule.monthDay
  return rule.missingDay === 'LAST_DAY' ? before + length : undefined
}

const nthWeekday = ({ nth, weekdays }: Recurrence, before: number, length: number): number => {
  const weekday = weekdays[0]
  if (nth === null || weekday === undefined) throw new RangeError('recurrence: no day of the month')
  const ahead = (of: Weekday, than: Weekday) => (WEEKDAYS.indexOf(of) - WEEKDAYS.indexOf(than) + 7) % 7
  if (nth === -1) return length - ahead(weekdayOf(before + length), weekday)
  return 1 + ahead(weekday, weekdayOf(before + 1)) + (nth - 1) * 7
}

function* byMonths(rule: Recurrence, step: number, last: number): Generator<number> {
  const start = monthOf(rule.from)
  for (let months = 0; ; months += step) {
    const of = monthsLater(start, months)
    if (beforeMonth(of) >= last) return
    const day = dayInMonth(rule, of)
    if (day !== undefined) yield day
  }
}

function* byWeeks({ weekdays, interval }: Recurrence, from: number, last: number): Generator<number> {
  const places = WEEKDAYS.flatMap((weekday, at) => (weekdays.includes(weekday) ? [at] : []))
  const monday = from - WEEKDAYS.indexOf(weekdayOf(from))
  for (let week = monday; week <= last; week += 7 * interval) for (const at of places) yield week + at
}

/** Days of the rule in order, perhaps a few before its first and after its last. */
function* daysOf(rule: Recurrence, from: number, last: number): Generator<number> {
  if (rule.frequency === 'ONCE') yield from
  else if (rule.frequency === 'DAILY') for (let day = from; day <= last; day += rule.interval) yield day
  else if (rule.frequency === 'WEEKLY') yield* byWeeks(rule, from, last)
  else yield* byMonths(rule, rule.interval * (rule.frequency === 'YEARLY' ? 12 : 1), last)
}

/**
 * When a rule comes round, in order of `occurrenceOn`: from its first day until its last, or until `until` where that is earlier (both
 * included); of these at most the first `most`. Throws RangeError where the calendar has no working day to shift to.
 */
export const occurrencesOf = (
  rule: Recurrence,
  range: { readonly until: string; readonly calendar: WorkingCalendar; readonly most?: number },
): readonly Occurrence[] => {
  const from = numberOf(rule.from)
  const last = Math.min(numberOf(range.until), rule.until === null ? Infinity : numberOf(rule.until))
  const found: Occurrence[] = []
  for (const day of daysOf(rule, from, last)) {
    if (day < from) continue
    if (day > last || found.length === (range.most ?? Infinity)) break
    const occurrenceOn = dayText(day)
    found.push({ occurrenceOn, scheduledOn: shiftToWorkingDay(range.calendar, occurrenceOn, rule.shift) })
  }
  return found
}
