import { text, type Text } from '../text.ts'
import {
  calendarErrors,
  InvalidCalendarError,
  SPECIAL_DAY_KIND_LABELS,
  SPECIAL_DAY_KINDS,
  type SpecialDay,
  type WorkingCalendar,
} from './calendar.ts'
import { dayNumber, dayText, MINUTES_A_DAY, weekdayOf, WEEKDAYS, yearOf, type Weekday } from './local-day.ts'
import type { WorkingSlot } from './slots.ts'

/** WORKDAY and REST_DAY come from the week; the others from the list of special days. */
export const DAY_KINDS = ['WORKDAY', 'REST_DAY', ...SPECIAL_DAY_KINDS] as const
export type DayKind = (typeof DAY_KINDS)[number]

export const DAY_KIND_LABELS: Readonly<Record<DayKind, Text>> = {
  WORKDAY: text('工作日', 'Workday'),
  REST_DAY: text('休息日', 'Day off'),
  ...SPECIAL_DAY_KIND_LABELS,
}

/** What one local day is in a calendar. */
export interface CalendarDay {
  readonly on: string
  readonly weekday: Weekday
  readonly kind: DayKind
  /** Of the special day; null on a day like any other. */
  readonly name: Text | null
  /** In order; empty on a day off. */
  readonly slots: readonly WorkingSlot[]
  readonly year: number
  /** Taken from the week alone, because the official holidays of its year are not published yet. */
  readonly isAssumed: boolean
}

/** A slot's part within one day, in minutes of that day; `owner` is the day that the slot belongs to. */
export interface Piece {
  readonly from: number
  readonly to: number
  readonly slot: WorkingSlot
  readonly owner: CalendarDay
}

/** What is worked within one local day: what is left of the night before, then its own. Disjoint and in order. */
interface DayPlan {
  readonly day: CalendarDay
  readonly pieces: readonly Piece[]
  /** The minute until which the night before still works; 0 on most days. */
  readonly nightUntil: number
}

export interface Plan {
  readonly calendar: WorkingCalendar
  readonly dayAt: (day: number) => CalendarDay
  readonly planAt: (day: number) => DayPlan
}

const inOrder = (slots: readonly WorkingSlot[]): readonly WorkingSlot[] =>
  [...slots].sort((one, other) => one.fromMinute - other.fromMinute)

/** A make-up workday stands for a day of the week that was given away: it works like the first that works at all. */
const firstWorked = ({ week }: WorkingCalendar): readonly WorkingSlot[] =>
  WEEKDAYS.map((weekday) => week[weekday]).find((slots) => slots.length > 0) ?? []

const specialSlots = (calendar: WorkingCalendar, { kind, slots }: SpecialDay): readonly WorkingSlot[] => {
  if (kind === 'HOLIDAY' || kind === 'CLOSED') return []
  return slots && slots.length > 0 ? slots : firstWorked(calendar)
}

const days = (calendar: WorkingCalendar): ((day: number) => CalendarDay) => {
  const special = new Map(calendar.specialDays.map((it) => [dayNumber(it.on), it]))
  const published = new Set(calendar.publishedYears)
  return (day) => {
    const found = special.get(day)
    const weekday = weekdayOf(day)
    const slots = inOrder(found ? specialSlots(calendar, found) : calendar.week[weekday])
    const year = yearOf(day)
    return {
      on: dayText(day),
      weekday,
      kind: found?.kind ?? (slots.length > 0 ? 'WORKDAY' : 'REST_DAY'),
      name: found?.name ?? null,
      slots,
      year,
      isAssumed: !found && calendar.observesHolidays && !published.has(year),
    }
  }
}

const night = (before: CalendarDay): readonly Piece[] =>
  before.slots
    .filter((slot) => slot.toMinute > MINUTES_A_DAY)
    .map((slot) => ({
      from: Math.max(0, slot.fromMinute - MINUTES_A_DAY),
      to: slot.toMinute - MINUTES_A_DAY,
      slot,
      owner: before,
    }))

/** Where a special day's hours begin before the night of the day before ends, that time counts once, as the night's. */
const planOf = (before: CalendarDay, day: CalendarDay): DayPlan => {
  const late = night(before)
  const nightUntil = Math.max(0, ...late.map(({ to }) => to))
  const own = day.slots
    .map((slot) => ({
      from: Math.max(slot.fromMinute, nightUntil),
      to: Math.min(slot.toMinute, MINUTES_A_DAY),
      slot,
      owner: day,
    }))
    .filter(({ from, to }) => from < to)
  return { day, pieces: [...late, ...own], nightUntil }
}

/** Days kept per calendar: two decades, more than any due time reaches. */
const MOST_DAYS = 8_000

const kept = <T>(make: (day: number) => T): ((day: number) => T) => {
  const known = new Map<number, T>()
  return (day) => {
    const found = known.get(day)
    if (found !== undefined) return found
    const made = make(day)
    if (known.size >= MOST_DAYS) known.clear()
    known.set(day, made)
    return made
  }
}

const plans = new WeakMap<WorkingCalendar, Plan>()

/**
 * The calendar made ready for reckoning, once per value: a calendar is never changed in place. Throws InvalidCalendarError
 * naming the field.
 */
export const planFor = (calendar: WorkingCalendar): Plan => {
  const known = plans.get(calendar)
  if (known) return known
  const errors = calendarErrors(calendar)
  if (errors.length > 0) throw new InvalidCalendarError(errors)
  const dayAt = kept(days(calendar))
  const plan = { calendar, dayAt, planAt: kept((day) => planOf(dayAt(day - 1), dayAt(day))) }
  plans.set(calendar, plan)
  return plan
}
