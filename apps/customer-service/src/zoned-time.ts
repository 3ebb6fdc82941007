/** Days and times as people at the organization's place write them, and the instants they mean. */

const PARTS = ['year', 'month', 'day', 'hour', 'minute'] as const

/** `2026-11-22T09:30` of an instant, as a clock on the wall of that zone shows it. */
export function wallTime(instant: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]))
  const [year, month, day, hour, minute] = PARTS.map((part) => parts[part])
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** The day of an instant in that zone. */
export const dayOf = (instant: Date, timeZone: string): string => wallTime(instant, timeZone).slice(0, 10)

/** The instant at which that clock shows `2026-11-22T09:30` (or `2026-11-22`: its midnight); undefined where it is no time. */
export function instantOf(wall: string, timeZone: string): Date | undefined {
  const asUtc = Date.parse(`${wall.length === 10 ? `${wall}T00:00` : wall}Z`)
  if (Number.isNaN(asUtc)) return undefined
  const offset = (at: number) =>
    Date.parse(`${wallTime(new Date(at), timeZone)}Z`) - Math.floor(at / 60_000) * 60_000
  // Twice: the offset at the first guess may be that of the other side of a clock change.
  const guess = asUtc - offset(asUtc)
  return new Date(asUtc - offset(guess))
}

/** A number of days later (or, negative, earlier), whatever the clocks do. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
