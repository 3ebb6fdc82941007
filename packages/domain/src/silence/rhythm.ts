/**
 * Silence against a client's own rhythm: how long they usually stay away, and how unusual it is that they have stayed away until today. Who has a rhythm is
 * judged by it (gamma quantiles of their gaps); who has too few gaps by the model of all clients (BG/NBD), once there is one.
 */
import { probabilityAlive, type BgNbd, type Recency } from './bg-nbd.ts'
import { gammaBelow, gammaOf } from './gamma.ts'
import { dayText } from '../working-time/local-day.ts'
import type { SilencePolicy } from './silence-policy.ts'

/** By what a client is judged. */
export const SILENCE_MEASURES = ['RHYTHM', 'MODEL'] as const
export type SilenceMeasure = (typeof SILENCE_MEASURES)[number]

export interface Rhythm {
  /** How many gaps there are between events. */
  readonly gaps: number
  /** The middle gap in days; null where there is none. */
  readonly usualGapDays: number | null
  readonly lastOn: string
  /** Days since the last event. */
  readonly quietDays: number
  /** Null: too few gaps, and no model. */
  readonly measure: SilenceMeasure | null
  /** How unusual that is, in 1/10,000: the quantile of the gap so far, or 1 − P(alive). */
  readonly score: number | null
  /** From this score on it is silence. */
  readonly threshold: number | null
  /** The day on which it becomes, or became, silence. */
  readonly silentOn: string | null
  readonly isSilent: boolean
}

/** In order, each once: whoever pays three bills on one day has come once. */
export const distinctDays = (days: readonly number[]): readonly number[] =>
  [...new Set(days)].sort((p, q) => p - q)

/** What the model asks of a client, on a day, from the days of their events (each once, in order, none later than that day). */
export const recencyOf = (days: readonly number[], today: number): Recency => {
  const first = days[0] ?? today
  const last = days.at(-1) ?? today
  return { x: Math.max(0, days.length - 1), tx: (last - first) / 7, T: Math.max(0, today - first) / 7 }
}

const BASIS = 10_000
const inBasis = (p: number): number => Math.min(BASIS, Math.max(0, Math.round(p * BASIS)))

const middle = (values: readonly number[]): number | null => {
  const sorted = [...values].sort((p, q) => p - q)
  const half = Math.floor(sorted.length / 2)
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[half]! : Math.round((sorted[half - 1]! + sorted[half]!) / 2)
}

/** Nothing is foretold for later than ten years. */
const FARTHEST = 3_650

/** After how many quiet days `score` first reaches the threshold: scores only rise while nothing happens. */
export const firstDay = (
  score: (quietDays: number) => number,
  threshold: number,
  least: number,
): number | null => {
  if (score(least) >= threshold) return least
  if (score(FARTHEST) < threshold) return null
  let low = least
  let high = FARTHEST
  while (high - low > 1) {
    const half = Math.floor((low + high) / 2)
    if (score(half) >= threshold) high = half
    else low = half
  }
  return high
}

const gapsOf = (days: readonly number[]): readonly number[] => days.slice(1).map((day, at) => day - days[at]!)

interface Measured {
  readonly measure: SilenceMeasure
  readonly threshold: number
  readonly score: (quietDays: number) => number
}

/** By what a client is judged, and how; null where there are too few gaps, and no model. */
export const measureOf = (
  days: readonly number[],
  policy: SilencePolicy,
  model: BgNbd | null,
): Measured | null => {
  const gaps = gapsOf(days)
  if (gaps.length >= policy.leastGaps) {
    const { shape, scale } = gammaOf(gaps)
    const score = (quietDays: number) => inBasis(gammaBelow(quietDays, shape, scale))
    return { measure: 'RHYTHM', threshold: policy.rhythmThreshold, score }
  }
  if (!model || days.length < 2) return null
  const last = days.at(-1)!
  return {
    measure: 'MODEL',
    threshold: policy.modelThreshold,
    score: (quietDays) => inBasis(1 - probabilityAlive(model, recencyOf(days, last + quietDays))),
  }
}

/**
 * The rhythm of a client on a day. `days`: of their events, each once, in order, none later than `today`; not empty.
 * Nobody is silent before `leastDays` without a sign, however dense their rhythm.
 */
export const rhythmOf = (
  days: readonly number[],
  today: number,
  policy: SilencePolicy,
  model: BgNbd | null,
): Rhythm => {
  const last = days.at(-1) ?? today
  const gaps = gapsOf(days)
  const quietDays = today - last
  const found = measureOf(days, policy, model)
  const first = found ? firstDay(found.score, found.threshold, policy.leastDays) : null
  return {
    gaps: gaps.length,
    usualGapDays: middle(gaps),
    lastOn: dayText(last),
    quietDays,
    measure: found?.measure ?? null,
    score: found ? found.score(quietDays) : null,
    threshold: found?.threshold ?? null,
    silentOn: first === null ? null : dayText(last + first),
    isSilent: first !== null && quietDays >= first,
  }
}
