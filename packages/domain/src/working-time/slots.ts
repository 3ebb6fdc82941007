import type { FieldError } from '../errors.ts'
import { text, type Text } from '../text.ts'
import { MINUTES_A_DAY, WEEKDAYS, type Weekday } from './local-day.ts'

/**
 * A stretch of working time, in minutes after midnight of the day that it belongs to. A night desk's slot ends on the next day:
 * 22:00 to 06:00 is 1320 to 1800, and all of it belongs to the day on which it begins.
 */
export interface WorkingSlot {
  readonly fromMinute: number
  readonly toMinute: number
}

export type WorkingWeek = Readonly<Record<Weekday, readonly WorkingSlot[]>>

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

/** Minutes after midnight of `08:30`; 24:00 is the end of the day. */
const clockMinute = (time: string): number | undefined => {
  if (time === '24:00') return MINUTES_A_DAY
  const digits = CLOCK.exec(time)
  return digits ? Number(digits[1]) * 60 + Number(digits[2]) : undefined
}

/** `08:30`, also for minutes of the next day; midnight at the end of a slot is 24:00. */
export const clockTime = (minute: number): string => {
  const shown = minute > MINUTES_A_DAY ? minute - MINUTES_A_DAY : minute
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`
}

/** The slot that a person writes as two times; the end before the beginning is a time of the next day. */
export const slotOf = (from: string, to: string): WorkingSlot | undefined => {
  const fromMinute = clockMinute(from)
  const toMinute = clockMinute(to)
  if (fromMinute === undefined || fromMinute === MINUTES_A_DAY || toMinute === undefined) return undefined
  return { fromMinute, toMinute: toMinute < fromMinute ? toMinute + MINUTES_A_DAY : toMinute }
}

/** `22:00–06:00 (next day)`. */
export const slotText = ({ fromMinute, toMinute }: WorkingSlot): Text => {
  const night = toMinute > MINUTES_A_DAY
  const [from, to] = [clockTime(fromMinute), clockTime(toMinute)]
  return text(`${from}–${night ? '次日' : ''}${to}`, `${from}–${to}${night ? ' (next day)' : ''}`)
}

const ZERO = text('时段的结束须晚于开始。', 'A slot must end after it begins.')
const LONG = text('一个时段最长 24 小时。', 'A slot lasts 24 hours at the most.')
const BEGIN = text('开始时刻须在 00:00 与 23:59 之间。', 'A slot begins between 00:00 and 23:59.')
const EMPTY = text('一周之内至少要有一个工作时段。', 'A week needs at least one slot of working time.')

const overlap = (slot: WorkingSlot): Text => {
  const { zh, en } = slotText(slot)
  return text(`与另一时段 ${zh} 重叠。`, `Overlaps the slot ${en}.`)
}

const slotError = ({ fromMinute, toMinute }: WorkingSlot): Text | undefined => {
  if (!Number.isInteger(fromMinute) || fromMinute < 0 || fromMinute >= MINUTES_A_DAY) return BEGIN
  if (!Number.isInteger(toMinute) || toMinute <= fromMinute) return ZERO
  return toMinute - fromMinute > MINUTES_A_DAY ? LONG : undefined
}

const meet = (one: WorkingSlot, other: WorkingSlot, shift = 0): boolean =>
  one.fromMinute < other.toMinute + shift && other.fromMinute + shift < one.toMinute

/** What is wrong with the slots of one day, named `<path>.<index>`. */
export const slotErrors = (slots: readonly WorkingSlot[], path: string): readonly FieldError[] =>
  slots.flatMap((slot, index) => {
    const wrong = slotError(slot)
    const met = slots.slice(0, index).find((earlier) => meet(slot, earlier))
    const message = wrong ?? (met && overlap(met))
    return message ? [{ path: `${path}.${index}`, message }] : []
  })

/** A night slot that runs into the first of the next day; Sunday's runs into Monday. */
const nightErrors = (week: WorkingWeek, path: string): readonly FieldError[] =>
  WEEKDAYS.flatMap((weekday, at) => {
    const before = week[WEEKDAYS[(at + 6) % 7]!]
    return week[weekday].flatMap((slot, index) => {
      const met = before.find((night) => meet(slot, night, -MINUTES_A_DAY))
      return met ? [{ path: `${path}.${weekday}.${index}`, message: overlap(met) }] : []
    })
  })

export const weekErrors = (week: WorkingWeek, path = 'week'): readonly FieldError[] => {
  if (WEEKDAYS.every((weekday) => week[weekday].length === 0)) return [{ path, message: EMPTY }]
  const within = WEEKDAYS.flatMap((weekday) => slotErrors(week[weekday], `${path}.${weekday}`))
  return within.length > 0 ? within : nightErrors(week, path)
}
