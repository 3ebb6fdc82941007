import type { FieldError } from '../errors.ts'
import { text, type Text } from '../text.ts'
import { isTimeZone } from '../time-zone.ts'
import { dayNumber, type Weekday } from './local-day.ts'
import { slotErrors, weekErrors, type WorkingSlot, type WorkingWeek } from './slots.ts'

/**
 * How a day departs from the week: a public holiday; a day of the weekend that is worked for it 调休; a day that we close of
 * our own accord; a day with other hours than usual.
 */
export const SPECIAL_DAY_KINDS = ['HOLIDAY', 'MAKE_UP_WORKDAY', 'CLOSED', 'CHANGED'] as const
export type SpecialDayKind = (typeof SPECIAL_DAY_KINDS)[number]

export const SPECIAL_DAY_KIND_LABELS: Readonly<Record<SpecialDayKind, Text>> = {
  HOLIDAY: text('法定节假日', 'Public holiday'),
  MAKE_UP_WORKDAY: text('调休上班', 'Make-up workday'),
  CLOSED: text('本单位休息', 'Closed by us'),
  CHANGED: text('时间调整', 'Changed hours'),
}

export const WEEKDAY_LABELS: Readonly<Record<Weekday, Text>> = {
  MONDAY: text('周一', 'Mon'),
  TUESDAY: text('周二', 'Tue'),
  WEDNESDAY: text('周三', 'Wed'),
  THURSDAY: text('周四', 'Thu'),
  FRIDAY: text('周五', 'Fri'),
  SATURDAY: text('周六', 'Sat'),
  SUNDAY: text('周日', 'Sun'),
}

export interface SpecialDay {
  /** A local date of the calendar: `2026-10-01`. */
  readonly on: string
  readonly kind: SpecialDayKind
  readonly name: Text
  /**
   * Hours of its own. CHANGED needs them; HOLIDAY and CLOSED have none; a MAKE_UP_WORKDAY without them works like the first
   * working day of the week, Monday first.
   */
  readonly slots?: readonly WorkingSlot[]
}

/** When work is done, as a plain value: who reads it needs no database. */
export interface WorkingCalendar {
  readonly timeZone: string
  readonly week: WorkingWeek
  readonly specialDays: readonly SpecialDay[]
  /** False for a desk that works through public holidays: no year is ever uncertain for it. */
  readonly observesHolidays: boolean
  /** Years whose official holidays are among the special days. Any other year is reckoned by the week alone, and says so. */
  readonly publishedYears: readonly number[]
  /** Raised by every change; a due time states the revision that it was reckoned with. */
  readonly revision: number
}

const NOT_A_DAY = text('不是有效的日期。', 'Is not a day of the calendar.')
const TWICE = text('同一天只能有一条。', 'A day can be listed only once.')
const NEEDS_SLOTS = text('时间调整的日子须写明时段。', 'A day with changed hours needs slots.')
const NO_SLOTS = text('休息的日子不能有时段。', 'A day off has no slots.')

const specialDayError = ({ on, kind, slots = [] }: SpecialDay): FieldError | undefined => {
  if (dayNumber(on) === undefined) return { path: 'on', message: NOT_A_DAY }
  if (kind === 'CHANGED' && slots.length === 0) return { path: 'slots', message: NEEDS_SLOTS }
  if ((kind === 'HOLIDAY' || kind === 'CLOSED') && slots.length > 0)
    return { path: 'slots', message: NO_SLOTS }
  return undefined
}

/** What is wrong with one special day, named from its own root: `on`, `slots.1`. */
export const specialDayErrors = (day: SpecialDay): readonly FieldError[] => {
  const error = specialDayError(day)
  return error ? [error] : slotErrors(day.slots ?? [], 'slots')
}

const unknownZone = (timeZone: string): FieldError => ({
  path: 'timeZone',
  message: text(
    `没有名为“${timeZone}”的时区，例如 Asia/Shanghai。`,
    `There is no time zone named “${timeZone}”; one is Asia/Shanghai.`,
  ),
})

/** Everything that is wrong with a calendar, each named by its field: `week.MONDAY.1`, `specialDays.3.on`. */
export const calendarErrors = (calendar: WorkingCalendar): readonly FieldError[] => {
  const seen = new Set<string>()
  const days = calendar.specialDays.flatMap((day, index) => {
    const errors = seen.has(day.on) ? [{ path: 'on', message: TWICE }] : specialDayErrors(day)
    seen.add(day.on)
    return errors.map(({ path, message }) => ({ path: `specialDays.${index}.${path}`, message }))
  })
  const zone = isTimeZone(calendar.timeZone) ? [] : [unknownZone(calendar.timeZone)]
  return [...zone, ...weekErrors(calendar.week), ...days]
}

/** A calendar that cannot be reckoned with: a fault of who made it, not of the person who asks for a due time. */
export class InvalidCalendarError extends RangeError {
  readonly fields: readonly FieldError[]

  constructor(fields: readonly FieldError[]) {
    super(`working calendar: ${fields.map(({ path, message }) => `${path}: ${message.en}`).join(' ')}`)
    this.name = 'InvalidCalendarError'
    this.fields = fields
  }
}
