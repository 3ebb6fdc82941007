/** Why this grade, what would change it, and what has changed since last time 等级解释. */
import { evaluate, type Evaluation, type EvaluationLine, type RawValues } from './evaluation.ts'
import { nearestRaw, scoreOf, FULL_SCORE } from './scale.ts'
import type { Criterion, GradingStandard } from './standard.ts'

/** One criterion alone, all others as they are: the nearest value at which the grade is another one. */
export interface NearestChange {
  readonly criterion: string
  readonly from: number | null
  readonly to: number
  readonly fromScore: number | null
  readonly toScore: number
  /** The grade that it leads to: better or worse than today's, not always the next one. */
  readonly grade: string
}

const rankOf = ({ grades }: GradingStandard, grade: string | null): number =>
  grade === null ? grades.length : grades.findIndex((it) => it.grade === grade)

/** The least score of one criterion at which a condition on the grade holds that holds from some score on; undefined where none does. */
const turning = (holds: (score: number) => boolean): number | undefined => {
  if (!holds(FULL_SCORE)) return undefined
  let [no, yes] = [-1, FULL_SCORE]
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2)
    if (holds(middle)) yes = middle
    else no = middle
  }
  return yes
}

/** As if the criterion had been measured and got exactly this score. */
const withScore = (
  standard: GradingStandard,
  values: RawValues,
  { key }: Criterion,
  score: number,
): Evaluation =>
  evaluate(
    {
      ...standard,
      criteria: standard.criteria.map((it) =>
        it.key === key ? { ...it, scale: { way: 'BANDS', bands: [{ from: null, score }] } } : it,
      ),
    },
    { ...values, [key]: 0 },
  )

/**
 * What would move the client up, or down, by one criterion alone: the smallest change of score first. Criteria by which no value does are not
 * named.
 */
export const nearestChanges = (
  standard: GradingStandard,
  values: RawValues,
  way: 'UP' | 'DOWN',
): readonly NearestChange[] => {
  const today = evaluate(standard, values)
  const rank = rankOf(standard, today.grade)
  const better = (evaluation: Evaluation): boolean => rankOf(standard, evaluation.grade) < rank
  const asGood = (evaluation: Evaluation): boolean => rankOf(standard, evaluation.grade) <= rank
  const found = standard.criteria.flatMap((criterion) => {
    const raw = values[criterion.key] ?? null
    const at = (score: number): Evaluation => withScore(standard, values, criterion, score)
    const least = turning((score) => (way === 'UP' ? better : asGood)(at(score)))
    if (way === 'UP' ? least === undefined : least === 0) return []
    const passes = (score: number): boolean =>
      way === 'UP' ? score >= least! : least === undefined || score < least
    const to = nearestRaw(criterion.scale, raw ?? 0, passes)
    if (to === undefined || to === raw) return []
    const fromScore = raw === null ? null : scoreOf(criterion.scale, raw)
    const toScore = scoreOf(criterion.scale, to)
    const { grade } = evaluate(standard, { ...values, [criterion.key]: to })
    return grade === null ? [] : [{ criterion: criterion.key, from: raw, to, fromScore, toScore, grade }]
  })
  const effort = ({ fromScore, toScore }: NearestChange): number => Math.abs(toScore - (fromScore ?? 0))
  return found.toSorted((one, other) => effort(one) - effort(other))
}

/** One criterion then and now; one that only one of the two standards has stands beside nothing. */
export interface LineChange {
  readonly criterion: string
  readonly before: EvaluationLine | null
  readonly after: EvaluationLine | null
  /** By how much it moved the total, ten-thousandths; those of all are the difference of the totals. */
  readonly moved: number
}

/** What moved the total since last time, the most first. */
export const whatChanged = (before: Evaluation, after: Evaluation): readonly LineChange[] => {
  const keys = new Set([...after.lines, ...before.lines].map(({ criterion }) => criterion))
  const lineIn = (evaluation: Evaluation, key: string) =>
    evaluation.lines.find(({ criterion }) => criterion === key) ?? null
  return [...keys]
    .map((key) => {
      const [then, now] = [lineIn(before, key), lineIn(after, key)]
      const moved = (now?.contribution ?? 0) - (then?.contribution ?? 0)
      return { criterion: key, before: then, after: now, moved }
    })
    .toSorted((one, other) => Math.abs(other.moved) - Math.abs(one.moved))
}
