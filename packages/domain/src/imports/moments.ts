/** Days and instants as files write them. */

interface Local {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** What a cell says: a day, a time of day in some zone, or an instant that needs no zone. */
export type WrittenMoment =
  | { readonly kind: 'day'; readonly local: Local }
  | { readonly kind: 'time'; readonly local: Local }
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
} as const satisfies Record<string, readonly [keyof Local, string]>

const TOKEN = /yyyy|MM|M|dd|d|HH|H|mm|ss/g
const ISO = 'ISO'
const RFC_3339 = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/

interface Format {
  readonly pattern: RegExp
  readonly parts: readonly (keyof Local)[]
}
const known = new Map<string, Format>()

const compile = (format: string): Format => {
  const parts: (keyof Local)[] = []
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

const asUtc = ({ year, month, day, hour, minute, second }: Local): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

/** 30 February, a thirteenth month and the hour 25 all move into something else. */
const exists = (local: Local): boolean => {
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

const formats = new Map<string, Intl.DateTimeFormat>()

const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  return format
}

/** Offsets by zone and minute: a file has far fewer days than rows, and asking costs more than all else in reading one. */
const offsets = new Map<string, number>()
const MOST_OFFSETS = 20_000

const offsetAt = (utc: number, timeZone: string): number => {
  const key = `${timeZone} ${Math.floor(utc / 60_000)}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const local = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of formatIn(timeZone).formatToParts(utc))
    if (type in local) local[type as keyof Local] = Number(value)
  const offset = asUtc(local) - Math.floor(utc / 1000) * 1000
  if (offsets.size >= MOST_OFFSETS) offsets.clear()
  offsets.set(key, offset)
  return offset
}

/** Asked twice, because the first guess may lie on the other side of a change of the clocks. */
const zonedInstant = (local: Local, timeZone: string): Date => {
  const wanted = asUtc(local)
  const guess = wanted - offsetAt(wanted, timeZone)
  return new Date(wanted - offsetAt(guess, timeZone))
}
