/** From a raw value to a score. Scores are ten-thousandths: 10,000 is the best there is. Every raw value has exactly one score. */
import { divideHalfUp, safeMinor } from '../money/arithmetic.ts'
import { text, type Text } from '../text.ts'

/** The best score there is; weights are parts of as much. */
export const FULL_SCORE = 10_000

/** From this raw value on, up to where the next one begins. The first begins at nothing: `from` is null. */
export interface Band {
  readonly from: number | null
  readonly score: number
}

/** A corner of the line; before the first and after the last the score stays as it is there. */
export interface Corner {
  readonly at: number
  readonly score: number
}

export const SCALE_WAYS = ['BANDS', 'LINE'] as const
export type ScaleWay = (typeof SCALE_WAYS)[number]

export const SCALE_WAY_LABELS: Readonly<Record<ScaleWay, Text>> = {
  BANDS: text('分档', 'In bands'),
  LINE: text('直线', 'On a line'),
}

export type Scale =
  | { readonly way: 'BANDS'; readonly bands: readonly Band[] }
  | { readonly way: 'LINE'; readonly corners: readonly Corner[] }

/** The score itself is rounded half up, so a line that falls rounds as one that climbs. */
const onLine = (before: Corner, after: Corner, raw: number): number => {
  const across = BigInt(after.at - before.at)
  const climbed = BigInt(raw - before.at) * BigInt(after.score - before.score)
  return safeMinor(divideHalfUp(BigInt(before.score) * across + climbed, across))
}

/** The score of a raw value, in the unit of its metric. */
export const scoreOf = (scale: Scale, raw: number): number => {
  if (scale.way === 'BANDS') return scale.bands.findLast(({ from }) => from === null || from <= raw)!.score
  const { corners } = scale
  const after = corners.findIndex(({ at }) => raw < at)
  if (after === 0) return corners[0]!.score
  if (after === -1) return corners.at(-1)!.score
  return onLine(corners[after - 1]!, corners[after]!, raw)
}

/** The stretches on which a score is the same or goes one way, each with its first and last raw value. */
const stretches = (scale: Scale): readonly (readonly [number, number])[] => {
  const [least, most] = [-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]
  const begins =
    scale.way === 'BANDS'
      ? scale.bands.map(({ from }) => from ?? least)
      : [least, ...scale.corners.map(({ at }) => at)]
  return begins.map((first, nth) => [first, (begins[nth + 1] ?? most + 1) - 1] as const)
}

/**
 * The raw value nearest to this one whose score passes; of two as near the lower. Undefined where none does.
 * @param passes true from some score on, or up to one
 */
export const nearestRaw = (
  scale: Scale,
  raw: number,
  passes: (score: number) => boolean,
): number | undefined => {
  const at = (value: number): boolean => passes(scoreOf(scale, value))
  if (at(raw)) return raw
  const found = stretches(scale).flatMap(([first, last]) => {
    // The end of the stretch that lies towards the raw value, and the other one.
    const near = raw < first ? first : last
    const far = raw < first ? last : first
    if (raw >= first && raw <= last) return [first, last].filter(at).map((end) => boundary(raw, end, at))
    if (at(near)) return [near]
    return at(far) ? [boundary(near, far, at)] : []
  })
  const distance = (value: number): number => Math.abs(value - raw)
  return found.toSorted((one, other) => distance(one) - distance(other) || one - other)[0]
}

/** Between one that does not pass and one that does, on a stretch: the first that does. */
const boundary = (not: number, does: number, passes: (raw: number) => boolean): number => {
  let [no, yes] = [not, does]
  while (Math.abs(yes - no) > 1) {
    const middle = no + Math.trunc((yes - no) / 2)
    if (passes(middle)) yes = middle
    else no = middle
  }
  return yes
}
