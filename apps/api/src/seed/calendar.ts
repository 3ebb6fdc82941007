import type { Chance } from './chance.ts'

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** China has had one zone, and no summer time since 1991: local time is UTC + 8 hours. */
const SHANGHAI = 8 * HOUR

const localHour = (at: Date): number => ((at.getTime() + SHANGHAI) % DAY) / HOUR

/** The same local day at another hour. */
const atHour = (at: Date, hour: number): Date => new Date(at.getTime() + (hour - localHour(at)) * HOUR)

/** The local day as `YYYY-MM-DD`. */
export const localDay = (at: Date): string => new Date(at.getTime() + SHANGHAI).toISOString().slice(0, 10)

/**
 * The same day, at an hour at which people who are not in trouble call. Takes its chance whether or not it needs one: a
 * story must not turn out differently because it is told at another hour.
 */
export const atWakingHour = (at: Date, chance: Chance): Date => {
  const instead = chance.from(8, 20.5)
  const hour = localHour(at)
  return hour >= 7.5 && hour <= 21.5 ? at : atHour(at, instead)
}

/** Moved on to when somebody is at the desk again: half past eight to six. */
export const atDesk = (at: Date, chance: Chance): Date => {
  const morning = chance.from(8.5, 10.5)
  const hour = localHour(at)
  if (hour < 8.5) return atHour(at, morning)
  return hour < 18 ? at : atHour(new Date(at.getTime() + DAY), morning)
}
