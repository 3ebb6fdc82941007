import { numberPeriod } from '@steward/domain'

/** When a case was opened, as its number and our figures have it. */
export interface Month {
  /** `YYMM`. */
  readonly period: string
  /** `YYYY`, of the organization's calendar as well. */
  readonly year: string
}

const MOST_KNOWN = 10_000

/** Months by instant, each asked for once: most rows of a file share theirs with others. */
export const months = (timeZone: string): ((at: Date) => Month) => {
  const known = new Map<number, Month>()
  return (at) => {
    const found = known.get(at.getTime())
    if (found) return found
    const period = numberPeriod(at, timeZone)
    const month = { period, year: yearOf(at, period) }
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(at.getTime(), month)
    return month
  }
}

/** Four digits for the two of the number; at the turn of the year it may be another one than in UTC. */
const yearOf = (at: Date, period: string): string => {
  const utc = at.getUTCFullYear()
  return String([utc - 1, utc, utc + 1].find((year) => year % 100 === Number(period.slice(0, 2))))
}
