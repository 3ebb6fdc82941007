/** What clocks show in a time zone, through Intl: the one place that asks for offsets. */

/** A day and a time of day as a clock in some zone shows it; `month` counts from 1. */
export interface LocalTime {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The same numbers read as if the clock stood in UTC, in milliseconds. */
export const asUtc = ({ year, month, day, hour, minute, second }: LocalTime): number =>
  Date.UTC(year, month - 1, day, hour, minute, second)

interface Zone {
  readonly format: Intl.DateTimeFormat
  /** Offsets by minute: there are far fewer instants to ask for than askers, and asking costs more than all else they do. */
  readonly offsets: Map<number, number>
}
const zones = new Map<string, Zone>()
const MOST_OFFSETS = 20_000

const openZone = (timeZone: string): Zone => {
  const format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  })
  const zone = { format, offsets: new Map<number, number>() }
  zones.set(timeZone, zone)
  return zone
}

/** Is it a zone that Intl knows, such as Asia/Shanghai? */
export const isTimeZone = (timeZone: string): boolean => {
  if (zones.has(timeZone)) return true
  try {
    openZone(timeZone)
    return true
  } catch {
    return false
  }
}

/** How far clocks in the zone are ahead of UTC at this instant, in milliseconds. Throws RangeError on an unknown zone. */
export const offsetAt = (utc: number, timeZone: string): number => {
  const zone = zones.get(timeZone) ?? openZone(timeZone)
  const minute = Math.floor(utc / 60_000)
  const known = zone.offsets.get(minute)
  if (known !== undefined) return known
  const local = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 }
  for (const { type, value } of zone.format.formatToParts(utc))
    if (type in local) local[type as keyof LocalTime] = Number(value)
  const offset = asUtc(local) - Math.floor(utc / 1000) * 1000
  if (zone.offsets.size >= MOST_OFFSETS) zone.offsets.clear()
  zone.offsets.set(minute, offset)
  return offset
}

/**
 * The instant at which a clock in the zone shows this. Asked twice, because the first guess may lie on the other side of a
 * change of the clocks. Throws RangeError on an unknown zone.
 */
export const zonedInstant = (local: LocalTime, timeZone: string): Date => {
  const wanted = asUtc(local)
  const guess = wanted - offsetAt(wanted, timeZone)
  return new Date(wanted - offsetAt(guess, timeZone))
}

/** The day that clocks in the zone show at this instant: `2026-11-23`. */
export const localDate = (at: Date, timeZone: string): string =>
  new Date(at.getTime() + offsetAt(at.getTime(), timeZone)).toISOString().slice(0, 10)

/** When a day (`YYYY-MM-DD`) begins in the zone; where the clocks skip midnight, the first moment after the gap. */
export const startOfDay = (on: string, timeZone: string): Date => {
  const [year, month, day] = on.split('-').map(Number) as [number, number, number]
  const begins = zonedInstant({ year, month, day, hour: 0, minute: 0, second: 0 }, timeZone)
  return localDate(begins, timeZone) < on ? new Date(begins.getTime() + 3_600_000) : begins
}
