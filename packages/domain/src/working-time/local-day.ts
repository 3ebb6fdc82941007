/** Days of a calendar as whole numbers, so that a year is counted without making a Date for each day. */

export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

export const MINUTES_A_DAY = 1440
const MILLISECONDS_A_DAY = 86_400_000

/** Days since 1970-01-01 of `2026-11-23`; undefined for anything else, 30 February included. */
export const dayNumber = (on: string): number | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) return undefined
  const at = Date.parse(`${on}T00:00:00Z`)
  return Number.isNaN(at) || dayText(at / MILLISECONDS_A_DAY) !== on ? undefined : at / MILLISECONDS_A_DAY
}

export const dayText = (day: number): string => new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10)

/** `2026-12-01` after `2026-11-30`. */
export const dayAfter = (on: string): string =>
  dayText(Date.parse(`${on}T00:00:00Z`) / MILLISECONDS_A_DAY + 1)

export const yearOf = (day: number): number => new Date(day * MILLISECONDS_A_DAY).getUTCFullYear()

/** The first day of 1970 was a Thursday. */
export const weekdayOf = (day: number): Weekday => WEEKDAYS[(((day + 3) % 7) + 7) % 7]!
