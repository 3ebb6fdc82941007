/** Days and instants as files write them. */

import { asUtc, zonedInstant, type LocalTime } from '../time-zone.ts'

/** What a cell says: a day, a time of day in some zone, or an instant that needs no zone. */
export type WrittenMoment =
  | { readonly kind: 'day'; readonly local: LocalTime }
  | { readonly kind: 'time'; readonly local: LocalTime }
  | { readonly kind: 'instant'; readonly at: Date }

const TOKENS = {
  yyyy: ['year', '(\\d{4})'],
  MM: ['month', '(\\d{2})'],
  M: ['month', '(\\d{1,2})'],
  dd: ['day', '(\\d{2})'],
  d: ['day', '(\\d{1,2})'],
  HH: ['hour', '(\\d{2})'],
  H: ['hour', '(\\d{1,2})'],
  mm: ['minute', '(\\d{2})'],
  ss: ['second', '(\\d{2})'],
} as const satisfies Record<string, readonly [keyof LocalTime, string]>

const TOKEN = /yyyy|MM|M|dd|d|HH|H|mm|ss/g
const ISO = 'ISO'
const RFC_3339 = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

interface Format {
  readonly pattern: RegExp
  readonly parts: readonly (keyof LocalTime)[]
}
const known = new Map<string, Format>()

const compile = (format: string): Format => {
  const parts: (keyof LocalTime)[] = []
  let pattern = ''
  let at = 0
  for (const match of format.matchAll(TOKEN)) {
    const [part, digits] = TOKENS[match[0] as keyof typeof TOKENS]
    pattern += escape(format.slice(at, match.index)) + digits
    parts.push(part)
    at = match.index + match[0].length
  }
  return { pattern: new RegExp(`^${pattern}${escape(format.slice(at))}$`, 'u'), parts }
}
const escape = (literal: string): string => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

const formatOf = (format: string): Format => {
  const found = known.get(format) ?? compile(format)
  known.set(format, found)
  return found
}

/** Does it name a year, a month and a day, each once? */
export const isDateFormat = (format: string): boolean => {
  if (format === ISO) return true
  const { parts } = formatOf(format)
  return (['year', 'month', 'day'] as const).every((part) => parts.filter((it) => it === part).length === 1)
}

/** What the cell says by the first format that it fits; undefined where it fits none, or names a day that never was. */
export const parseMoment = (cell: string, formats: readonly string[]): WrittenMoment | undefined => {
  for (const format of formats) {
    const moment = format === ISO ? instantIn(cell) : localIn(cell, formatOf(format))
    if (moment) return moment
  }
  return undefined
}

const instantIn = (cell: string): WrittenMoment | undefined => {
  const at = new Date(cell.replace(' ', 'T'))
  return RFC_3339.test(cell) && !Number.isNaN(at.getTime()) ? { kind: 'instant', at } : undefined
}

const localIn = (cell: string, { pattern, parts }: Format): WrittenMoment | undefined => {
  const digits = pattern.exec(cell)
  if (!digits) return undefined
  const local = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  parts.forEach((part, index) => (local[part] = Number(digits[index + 1])))
  if (!exists(local)) return undefined
  return { kind: parts.includes('hour') ? 'time' : 'day', local }
}

/** 30 February, a thirteenth month and the hour 25 all move into something else. */
const exists = (local: LocalTime): boolean => {
  const at = new Date(asUtc(local))
  return (
    local.year >= 1000 &&
    at.getUTCMonth() + 1 === local.month &&
    at.getUTCDate() === local.day &&
    at.getUTCHours() === local.hour &&
    at.getUTCMinutes() === local.minute &&
    local.second < 60
  )
}

/**
 * The instant of what was written. A day begins at midnight of the organization, so that it is the same day for everybody who
 * reads it there; a time of day is one of the zone that the file comes from. Throws RangeError on an unknown zone.
 */
export const instantOf = (
  moment: WrittenMoment,
  { organization, file }: { readonly organization: string; readonly file: string },
): Date => {
  if (moment.kind === 'instant') return moment.at
  return zonedInstant(moment.local, moment.kind === 'day' ? organization : file)
}
