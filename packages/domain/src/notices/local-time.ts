/** Times of day in a zone, as far as notices need them: minutes after midnight. */
export const DAY_MINUTES = 1_440
const MINUTE = 60_000

const formats = new Map<string, Intl.DateTimeFormat>()

const formatIn = (timeZone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  formats.set(timeZone, format)
  return format
}

/** Minutes after local midnight. */
export const minuteOfDay = (at: Date, timeZone: string): number => {
  const parts = formatIn(timeZone).formatToParts(at)
  const part = (type: string) => Number(parts.find((it) => it.type === type)?.value)
  return part('hour') * 60 + part('minute')
}

/**
 * The first whole minute strictly after `at` on which the local clock shows this minute of the day. Where the clocks skip it,
 * the first minute after the gap.
 */
export const nextLocalMinute = (at: Date, minute: number, timeZone: string): Date => {
  const whole = Math.floor(at.getTime() / MINUTE) * MINUTE
  const ahead = (minute - minuteOfDay(at, timeZone) + DAY_MINUTES) % DAY_MINUTES || DAY_MINUTES
  const guess = whole + ahead * MINUTE
  // A change of the clocks in between moves the guess by as much; a minute that was skipped stays after the gap.
  const off = (minuteOfDay(new Date(guess), timeZone) - minute + DAY_MINUTES) % DAY_MINUTES
  const signed = off > DAY_MINUTES / 2 ? off - DAY_MINUTES : off
  const corrected = guess - signed * MINUTE
  if (signed === 0 || minuteOfDay(new Date(corrected), timeZone) !== minute || corrected <= at.getTime())
    return new Date(guess)
  return new Date(corrected)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** `2026-11-24 09:05`, local. */
export const localMoment = (at: Date, timeZone: string): string => {
  const parts = formatIn(timeZone).formatToParts(at)
  const part = (type: string) => parts.find((it) => it.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`
}

/** `HH:MM` → minutes after midnight; undefined where it is no time of day. */
export const minuteIn = (written: string): number | undefined => {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(written) ?? []
  return hour === undefined ? undefined : Number(hour) * 60 + Number(minute)
}

export const timeOfDay = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
