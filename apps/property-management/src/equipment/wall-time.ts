import { localDate, startOfDay } from '@steward/domain'

const MINUTE = 60_000

/** `2026-11-22T09:30` as a clock in the zone shows the instant: what an input of date and time holds. */
export const wallTimeOf = (at: Date, timeZone: string): string => {
  const on = localDate(at, timeZone)
  const clock = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return `${on}T${clock.format(at)}`
}

/** The instant of what stands in such an input; undefined where it is no time. */
export const instantOfWall = (wall: string | undefined, timeZone: string): string | undefined => {
  const [, on, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(wall ?? '') ?? []
  if (!on) return undefined
  const begins = startOfDay(on, timeZone).getTime()
  return new Date(begins + (Number(hour) * 60 + Number(minute)) * MINUTE).toISOString()
}
