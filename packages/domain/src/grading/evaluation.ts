/** The evaluation of one client by a standard 客户关系评估: nothing but arithmetic, in whole numbers, so that it comes out the same for ever. */
import { divideHalfUp, safeMinor } from '../money/arithmetic.ts'
import { scoreOf } from './scale.ts'
import type { Criterion, GradingStandard } from './standard.ts'

/** What was measured or entered of a client, by criterion. Absent or null: it is missing, which is never nought. */
export type RawValues = Readonly<Record<string, number | null | undefined>>

/** MEASURED: by its raw value. DEFAULT: missing, scored as the standard says. LEFT_OUT: missing, the others weigh more. */
export type LineStanding = 'MEASURED' | 'DEFAULT' | 'LEFT_OUT'

export interface EvaluationLine {
  readonly criterion: string
  readonly standing: LineStanding
  readonly raw: number | null
  /** Ten-thousandths; null where it is left out. */
  readonly score: number | null
  /** What it gives to the total, in ten-thousandths; those of all lines are the total. */
  readonly contribution: number
  /** Raw value less target; null where one of them is not there. */
  readonly gap: number | null
}

/** NOT_GRADABLE: something that the standard cannot do without is missing; too little: what is known weighs less than it asks for. */
export type NoGrade = 'MISSING' | 'TOO_LITTLE'

export interface Evaluation {
  readonly lines: readonly EvaluationLine[]
  /** Ten-thousandths; null with `ungraded`. */
  readonly total: number | null
  readonly grade: string | null
  readonly ungraded: NoGrade | null
}

const standingOf = ({ missing }: Criterion, raw: number | null): LineStanding => {
  if (raw !== null) return 'MEASURED'
  return missing.rule === 'DEFAULT' ? 'DEFAULT' : 'LEFT_OUT'
}

interface Counted {
  readonly criterion: Criterion
  readonly raw: number | null
  readonly standing: LineStanding
  readonly score: number | null
}

const counted = (criterion: Criterion, given: number | null | undefined): Counted => {
  const raw = given ?? null
  const standing = standingOf(criterion, raw)
  const { missing, scale } = criterion
  const defaulted = missing.rule === 'DEFAULT' ? missing.score : null
  return { criterion, raw, standing, score: raw === null ? defaulted : scoreOf(scale, raw) }
}

const weighed = (lines: readonly Counted[]): readonly (Counted & { readonly score: number })[] =>
  lines.filter((line): line is Counted & { readonly score: number } => line.score !== null)

/** `total` in parts as `shares` are to each other, whole and without a rest: the largest remainders get one more, the first of equal ones. */
export const apportioned = (total: number, shares: readonly number[]): readonly number[] => {
  const sum = shares.reduce((all, share) => all + BigInt(share), 0n)
  if (sum === 0n) return shares.map(() => 0)
  const exact = shares.map((share) => BigInt(share) * BigInt(total))
  const whole = exact.map((it) => it / sum)
  const left = Number(BigInt(total) - whole.reduce((all, it) => all + it, 0n))
  const most = exact
    .map((it, at) => ({ at, rest: it % sum }))
    .toSorted((one, other) => (one.rest === other.rest ? one.at - other.at : one.rest < other.rest ? 1 : -1))
    .slice(0, left)
  const more = new Set(most.map(({ at }) => at))
  return whole.map((it, at) => Number(it) + (more.has(at) ? 1 : 0))
}

/** The first grade, from the best down, whose floor the total reaches. The last one's floor is nought. */
export const gradeOf = ({ grades }: Pick<GradingStandard, 'grades'>, total: number): string =>
  grades.find(({ from }) => from <= total)!.grade

/** Scores that are never less never make a lesser grade: all sums have positive weights, and rounding keeps order. */
export const evaluate = (standard: GradingStandard, values: RawValues): Evaluation => {
  const lines = standard.criteria.map((criterion) => counted(criterion, values[criterion.key]))
  const scored = weighed(lines)
  const weight = scored.reduce((sum, { criterion }) => sum + criterion.weight, 0)
  const products = lines.map(({ criterion, score }) => criterion.weight * (score ?? 0))
  const ungraded = lines.some(
    ({ criterion, score }) => score === null && criterion.missing.rule === 'NOT_GRADABLE',
  )
    ? 'MISSING'
    : weight === 0 || weight < standard.leastWeight
      ? 'TOO_LITTLE'
      : null
  const total =
    weight === 0
      ? 0
      : safeMinor(divideHalfUp(BigInt(products.reduce((sum, it) => sum + it, 0)), BigInt(weight)))
  const contributions = apportioned(total, products)
  return {
    lines: lines.map(({ criterion, raw, standing, score }, at) => ({
      criterion: criterion.key,
      standing,
      raw,
      score,
      contribution: contributions[at]!,
      gap: raw === null || criterion.target === null ? null : raw - criterion.target,
    })),
    total: ungraded ? null : total,
    grade: ungraded ? null : gradeOf(standard, total),
    ungraded,
  }
}
