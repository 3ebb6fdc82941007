/** Availability 完好率: the share of a period in which a machine was in service. Whole numbers, no rounding up. */

/** From 10,000 for always to 0 for never. */
export type BasisPoints = number

export interface Interval {
  readonly from: Date
  readonly until: Date
}

interface Outage {
  readonly startedAt: Date
  /** Null: it lasts. */
  readonly endedAt: Date | null
}

/** The parts of a period in which the machine stood still, in order and without overlaps. */
export const outagesWithin = (outages: readonly Outage[], { from, until }: Interval): readonly Interval[] => {
  const cut = outages
    .map(({ startedAt, endedAt }) => ({
      from: Math.max(startedAt.getTime(), from.getTime()),
      until: Math.min(endedAt?.getTime() ?? until.getTime(), until.getTime()),
    }))
    .filter((it) => it.from < it.until)
    .sort((one, other) => one.from - other.from)
  const joined: { from: number; until: number }[] = []
  for (const it of cut) {
    const last = joined.at(-1)
    if (last && it.from <= last.until) last.until = Math.max(last.until, it.until)
    else joined.push({ ...it })
  }
  return joined.map((it) => ({ from: new Date(it.from), until: new Date(it.until) }))
}

/**
 * Of the period, that is of as much of it as the machine existed: between `since` (installed; null: always) and `gone` (retired).
 * A share is rounded down, so that only a machine that never stood still has 10,000. @returns null where nothing of it is left
 */
export const availability = (
  outages: readonly Outage[],
  period: Interval,
  { since = null, gone = null }: { readonly since?: Date | null; readonly gone?: Date | null } = {},
): BasisPoints | null => {
  const from = Math.max(period.from.getTime(), since?.getTime() ?? -Infinity)
  const until = Math.min(period.until.getTime(), gone?.getTime() ?? Infinity)
  if (until <= from) return null
  const whole = { from: new Date(from), until: new Date(until) }
  const still = outagesWithin(outages, whole).reduce(
    (sum, it) => sum + it.until.getTime() - it.from.getTime(),
    0,
  )
  return Math.floor(((until - from - still) * 10_000) / (until - from))
}
