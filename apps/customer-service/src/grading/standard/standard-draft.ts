/** A standard while it is being typed: figures may be missing, parts may not fit yet. */
import {
  FULL_SCORE,
  GRADING_STANDARD,
  METRIC_RULES,
  parseInput,
  USUAL_GRADES,
  type Criterion,
  type Earned,
  type FieldError,
  type Grade,
  type GradingStandard,
  type Metric,
  type MissingRule,
  type ScaleWay,
} from '@steward/domain'
import type { GradingStandardInput } from '@steward/graphql-client'

/** Null: not typed yet. */
export type Typed<T> = { readonly [K in keyof T]: T[K] extends number ? number | null : T[K] }

/** A band, or a corner of a line. Of the first band `at` says nothing. */
export interface DraftPoint {
  readonly at: number | null
  readonly score: number | null
}

export interface DraftCriterion {
  readonly key: string
  readonly name: string
  readonly metric: Metric
  readonly weight: number | null
  readonly way: ScaleWay
  readonly points: readonly DraftPoint[]
  readonly missingRule: MissingRule['rule']
  readonly missingScore: number | null
  readonly target: number | null
}

export interface DraftStandard {
  readonly criteria: readonly DraftCriterion[]
  readonly grades: readonly Typed<Grade>[]
  readonly earns: readonly Typed<Earned>[]
  readonly leastWeight: number | null
}

const criterionDraft = ({ scale, missing, ...criterion }: Criterion): DraftCriterion => ({
  ...criterion,
  way: scale.way,
  points:
    scale.way === 'BANDS'
      ? scale.bands.map(({ from, score }) => ({ at: from, score }))
      : scale.corners.map(({ at, score }) => ({ at, score })),
  missingRule: missing.rule,
  missingScore: missing.rule === 'DEFAULT' ? missing.score : null,
})

export const draftOf = ({ criteria, ...rest }: GradingStandard): DraftStandard => ({
  ...rest,
  criteria: criteria.map(criterionDraft),
})

/** What a new standard begins with: the usual grades, nothing measured. */
export const NEW_STANDARD: DraftStandard = {
  criteria: [],
  grades: USUAL_GRADES,
  earns: [],
  leastWeight: 5_000,
}

/** Points that fit the unit; whoever writes the standard moves them. */
const FIRST_POINTS: Readonly<Record<string, readonly [number, number]>> = {
  MONEY: [0, 1_000_000],
  SHARE: [0, 10_000],
  DAYS: [0, 365],
  COUNT: [0, 5],
  SCORE: [0, FULL_SCORE],
}

export const newCriterion = (metric: Metric, name: string, taken: readonly string[]): DraftCriterion => {
  const stem = metric.toLowerCase().replaceAll('_', '-')
  const numbers = Array.from({ length: taken.length + 1 }, (_, at) => (at === 0 ? stem : `${stem}-${at + 1}`))
  const [least, most] = FIRST_POINTS[METRIC_RULES[metric].unit]!
  return {
    key: numbers.find((key) => !taken.includes(key))!,
    name,
    metric,
    weight: null,
    way: 'LINE',
    points: [
      { at: least, score: 0 },
      { at: most, score: FULL_SCORE },
    ],
    missingRule: 'REWEIGH',
    missingScore: null,
    target: null,
  }
}

/** The points as the other way has them: nothing that was typed is lost. */
export const turned = (points: readonly DraftPoint[], way: ScaleWay): readonly DraftPoint[] =>
  way === 'BANDS'
    ? points.map((point, at) => (at === 0 ? { ...point, at: null } : point))
    : points.map((point, at) =>
        point.at === null && at === 0 ? { ...point, at: (points[1]?.at ?? 1) - 1 } : point,
      )

const scaleInput = ({ way, points }: DraftCriterion) =>
  way === 'BANDS'
    ? {
        way,
        bands: points.map(({ at, score }, nth) => ({ ...(nth === 0 ? {} : { from: at }), score })),
      }
    : { way, corners: points.map(({ at, score }) => ({ at, score })) }

/** As the domain checks it; what was not typed is null, and refused. */
const inputOfDraft = ({ criteria, grades, earns, leastWeight }: DraftStandard) => ({
  criteria: criteria.map((criterion) => ({
    key: criterion.key,
    name: criterion.name,
    metric: criterion.metric,
    weight: criterion.weight,
    scale: scaleInput(criterion),
    missing: {
      rule: criterion.missingRule,
      ...(criterion.missingRule === 'DEFAULT' ? { score: criterion.missingScore } : {}),
    },
    ...(criterion.target === null ? {} : { target: criterion.target }),
  })),
  grades: grades.map(({ grade, from }) => ({ grade, from })),
  earns: earns.map(({ grade, what, timesAYear, minutes, costMinor }) => ({
    grade,
    what,
    timesAYear,
    minutes: minutes ?? 0,
    costMinor: costMinor ?? 0,
  })),
  leastWeight: leastWeight ?? 0,
})

/** A whole standard as the API takes it. */
export const inputOfStandard = ({
  criteria,
  grades,
  earns,
  leastWeight,
}: GradingStandard): GradingStandardInput => ({
  criteria: criteria.map(({ key, name, metric, weight, scale, missing, target }) => ({
    key,
    name,
    metric,
    weight,
    scale:
      scale.way === 'BANDS'
        ? {
            way: 'BANDS',
            bands: scale.bands.map(({ from, score }) => (from === null ? { score } : { from, score })),
          }
        : { way: 'LINE', corners: scale.corners.map(({ at, score }) => ({ at, score })) },
    missing: missing.rule === 'DEFAULT' ? { rule: 'DEFAULT', score: missing.score } : { rule: missing.rule },
    ...(target === null ? {} : { target }),
  })),
  grades: grades.map(({ grade, from }) => ({ grade, from })),
  earns: earns.map(({ grade, what, timesAYear, minutes, costMinor }) => ({
    grade,
    what,
    timesAYear,
    minutes,
    costMinor,
  })),
  leastWeight,
})

/** The standard, where it is whole; else what is not right, by path. */
export const checkedDraft = (
  draft: DraftStandard,
): { readonly standard: GradingStandard | null; readonly problems: readonly FieldError[] } => {
  const parsed = parseInput(GRADING_STANDARD, inputOfDraft(draft))
  return parsed.ok
    ? { standard: parsed.value as GradingStandard, problems: [] }
    : { standard: null, problems: parsed.error.fields }
}

export const weightOf = ({ criteria }: Pick<DraftStandard, 'criteria'>): number =>
  criteria.reduce((sum, { weight }) => sum + (weight ?? 0), 0)
