/**
 * The measures of silence, held against what came after. Up to one day everything is known, of the time after it nothing: who is called silent then? Whoever gave no sign
 * until the end of the history had gone. Precision: of those called silent, how many had gone. Recall: of those who had gone, how many were called silent. Lead
 * time: how long before they were lost without doubt (`lostAfterDays` without a sign) the warning came; the middle one of those rightly called.
 */
import { expectedEvents, probabilityAlive, type BgNbd } from './bg-nbd.ts'
import { firstDay, measureOf, recencyOf, type SilenceMeasure } from './rhythm.ts'
import type { SilencePolicy } from './silence-policy.ts'

/** Where thresholds are tried; 1/10,000. */
export const TRIED_THRESHOLDS = [
  5_000, 6_000, 7_000, 8_000, 8_500, 9_000, 9_500, 9_700, 9_800, 9_900, 9_950, 9_990,
] as const

export interface TriedThreshold {
  readonly threshold: number
  /** Called silent on that day. */
  readonly called: number
  /** Of those, gone. */
  readonly right: number
  /** Gone, whether called or not. */
  readonly gone: number
  /** 1/10,000; null where nobody was called. */
  readonly precision: number | null
  /** 1/10,000; null where nobody had gone. */
  readonly recall: number | null
  readonly leadDays: number | null
}

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((10_000 * part) / whole)

const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((p, q) => p - q)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

/** What is known of one client: days of events, each once, in order. */
export interface Parted {
  readonly before: readonly number[]
  readonly after: number
}

/** Clients who had come by that day, and how often they came afterwards, until the last day. */
export const partedAt = (
  histories: readonly (readonly number[])[],
  until: number,
  last: number,
): readonly Parted[] =>
  histories
    .map((days) => ({
      before: days.filter((day) => day <= until),
      after: days.filter((day) => day > until && day <= last).length,
    }))
    .filter(({ before }) => before.length > 0)

/** One measure over the thresholds: of those clients whom it judges. A score only rises while nothing happens, so each is computed once. */
export const backtest = (
  parted: readonly Parted[],
  until: number,
  policy: SilencePolicy,
  model: BgNbd | null,
  measure: SilenceMeasure,
  thresholds: readonly number[] = TRIED_THRESHOLDS,
): readonly TriedThreshold[] => {
  const judged = parted.flatMap(({ before, after }) => {
    const found = measureOf(before, policy, model)
    if (found?.measure !== measure) return []
    const quiet = until - before.at(-1)!
    return [{ ...found, quiet, reached: found.score(quiet), isGone: after === 0 }]
  })
  const gone = judged.filter(({ isGone }) => isGone).length
  return thresholds.map((threshold) => {
    const called = judged.filter(({ quiet, reached }) => quiet >= policy.leastDays && reached >= threshold)
    const right = called.filter(({ isGone }) => isGone)
    return {
      threshold,
      called: called.length,
      right: right.length,
      gone,
      precision: share(right.length, called.length),
      recall: share(right.length, gone),
      leadDays: middle(
        right.map(({ score }) => policy.lostAfterDays - firstDay(score, threshold, policy.leastDays)!),
      ),
    }
  })
}

/** A tenth of the clients, by how probably they still come: what the model foretold, and what came. */
export interface Decile {
  readonly decile: number
  readonly clients: number
  /** Mean P(alive), 1/10,000. */
  readonly alive: number
  /** Events a client in the time after, mean, in hundredths. */
  readonly expected: number
  readonly came: number
  /** Who gave no sign in the time after, 1/10,000. */
  readonly gone: number
}

/** Tenths by P(alive), then by how often they are expected: the least likely first. */
export const deciles = (
  parted: readonly Parted[],
  until: number,
  weeks: number,
  model: BgNbd,
): readonly Decile[] => {
  const judged = parted
    .map(({ before, after }) => {
      const recency = recencyOf(before, until)
      return {
        after,
        alive: probabilityAlive(model, recency),
        expected: expectedEvents(model, recency, weeks),
      }
    })
    .sort((p, q) => p.alive - q.alive || p.expected - q.expected || p.after - q.after)
  return Array.from({ length: 10 }, (_, at) => {
    const some = judged.slice(
      Math.floor((at * judged.length) / 10),
      Math.floor(((at + 1) * judged.length) / 10),
    )
    const mean = (of: (it: (typeof some)[number]) => number, by: number) =>
      some.length === 0 ? 0 : Math.round((by * some.reduce((sum, it) => sum + of(it), 0)) / some.length)
    return {
      decile: at + 1,
      clients: some.length,
      alive: mean((it) => it.alive, 10_000),
      expected: mean((it) => it.expected, 100),
      came: mean((it) => it.after, 100),
      gone: mean((it) => (it.after === 0 ? 1 : 0), 10_000),
    }
  })
}
