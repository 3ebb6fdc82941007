/** A grading standard as the content of a document: criteria with their scales, grades, and what each grade earns. */
import { z } from 'zod'
import { canonicalContent, type ContentShape } from '../sign-off/canonical-content.ts'
import { hundredths } from '../grading/hundredths.ts'
import { criterionText, scaleText } from '../grading/raw-text.ts'
import type { Scale } from '../grading/scale.ts'
import {
  GRADING_STANDARD,
  type Criterion,
  type Earned,
  type Grade,
  type GradingStandard,
  type MissingRule,
} from '../grading/standard.ts'
import { text, type Text } from '../text.ts'
import { amountText } from './limits-content.ts'
import type { Unit } from './places.ts'

export interface StandardContent {
  readonly standard: GradingStandard
}

export const STANDARD_CONTENT = z.object({ standard: GRADING_STANDARD })

/** All of it is the company's own rule, signed in clear. */
export const STANDARD_SHAPE: { readonly [key: string]: ContentShape } = {
  criteria: [
    {
      key: 'internal',
      name: 'internal',
      metric: 'internal',
      weight: 'internal',
      scale: {
        way: 'internal',
        'bands?': [{ from: 'internal', score: 'internal' }],
        'corners?': [{ at: 'internal', score: 'internal' }],
      },
      missing: { rule: 'internal', 'score?': 'internal' },
      target: 'internal',
    },
  ],
  grades: [{ grade: 'internal', from: 'internal' }],
  earns: [
    {
      grade: 'internal',
      what: 'internal',
      timesAYear: 'internal',
      minutes: 'internal',
      costMinor: 'internal',
    },
  ],
  leastWeight: 'internal',
}

const NO_SALT = (): Uint8Array => {
  throw new Error('nothing of a grading standard is committed to')
}

/** SHA-256 of what it lays down, hex: equal standards have equal hashes, however their members are ordered. */
export const standardHash = (standard: GradingStandard): string =>
  canonicalContent('GradingStandard', { standard }, { standard: STANDARD_SHAPE }, NO_SALT).hash

export type StandardPart =
  | ({ readonly part: 'CRITERION' } & Omit<Criterion, 'scale'>)
  | { readonly part: 'SCALE'; readonly scale: Scale }
  | { readonly part: 'LEAST'; readonly leastWeight: number }
  | ({ readonly part: 'GRADE' } & Grade)
  | ({ readonly part: 'EARNED' } & Earned)

/** Equal parts are written alike, in whichever order a store hands out their members. */
const scaleOf = (scale: Scale): Scale =>
  scale.way === 'BANDS'
    ? { way: 'BANDS', bands: scale.bands.map(({ from, score }) => ({ from, score })) }
    : { way: 'LINE', corners: scale.corners.map(({ at, score }) => ({ at, score })) }
const missingOf = (missing: MissingRule): MissingRule =>
  missing.rule === 'DEFAULT' ? { rule: 'DEFAULT', score: missing.score } : { rule: missing.rule }

const unit = (value: StandardPart, where: Text, said: string, opens = false): Unit<StandardPart> => ({
  key: JSON.stringify(value),
  text: said,
  where,
  opens,
  value,
})

export const earnedText = ({ what, timesAYear, minutes, costMinor }: Earned, currency: string): Text => {
  const cost = costMinor === 0 ? null : amountText(costMinor, currency)
  return text(
    `${what}：每年 ${timesAYear} 次，每次 ${minutes} 分钟${cost ? `、${cost}` : ''}`,
    `${what}: ${timesAYear} times a year, ${minutes} minutes${cost ? ` and ${cost}` : ''} each`,
  )
}

export const standardUnits = (
  { standard }: StandardContent,
  currency: string,
  say: (words: Text) => string,
): readonly Unit<StandardPart>[] => [
  ...standard.criteria.flatMap((criterion) => {
    const { key, name, metric, weight, scale, missing, target } = criterion
    return [
      unit(
        { part: 'CRITERION', key, name, metric, weight, missing: missingOf(missing), target },
        text(`指标 ${name}`, `Criterion ${name}`),
        say(criterionText(criterion, currency)),
        true,
      ),
      unit(
        { part: 'SCALE', scale: scaleOf(scale) },
        text(`指标 ${name}，计分`, `Criterion ${name}, scale`),
        say(scaleText(metric, scale, currency)),
      ),
    ]
  }),
  unit(
    { part: 'LEAST', leastWeight: standard.leastWeight },
    text('最少已知权重', 'Least known weight'),
    `${hundredths(standard.leastWeight)}%`,
  ),
  ...standard.grades.map(({ grade, from }) =>
    unit(
      { part: 'GRADE', grade, from },
      text(`等级 ${grade}`, `Grade ${grade}`),
      say(text(`${grade} 级：${hundredths(from)} 分起`, `${grade}: from ${hundredths(from)} points`)),
    ),
  ),
  ...standard.earns.map((earned) => {
    const { grade, what, timesAYear, minutes, costMinor } = earned
    return unit(
      { part: 'EARNED', grade, what, timesAYear, minutes, costMinor },
      text(`${grade} 级享有`, `Earned by ${grade}`),
      say(earnedText(earned, currency)),
    )
  }),
]

/** A criterion is the same while its key is, a grade while it is called so, what is earned while it is the same thing of the same grade. */
export const standardPairs = (before: Unit<StandardPart>, after: Unit<StandardPart>): boolean => {
  const [one, other] = [before.value, after.value]
  if (one.part === 'CRITERION') return other.part === 'CRITERION' && one.key === other.key
  if (one.part === 'GRADE') return other.part === 'GRADE' && one.grade === other.grade
  if (one.part === 'EARNED')
    return other.part === 'EARNED' && one.grade === other.grade && one.what === other.what
  return one.part === other.part
}

export const standardFrom = (parts: readonly StandardPart[]): StandardContent => {
  const criteria: (Omit<Criterion, 'scale'> & { scale?: Scale })[] = []
  const [grades, earns]: [Grade[], Earned[]] = [[], []]
  let leastWeight = 0
  for (const given of parts) {
    if (given.part === 'CRITERION') {
      const { part: _, ...criterion } = given
      criteria.push(criterion)
    } else if (given.part === 'SCALE') Object.assign(criteria.at(-1) ?? {}, { scale: given.scale })
    else if (given.part === 'GRADE') grades.push({ grade: given.grade, from: given.from })
    else if (given.part === 'EARNED') {
      const { part: _, ...earned } = given
      earns.push(earned)
    } else leastWeight = given.leastWeight
  }
  return { standard: { criteria: criteria as Criterion[], grades, earns, leastWeight } }
}

/** A criterion with its scale in two lists, as it is published. */
export interface ListedCriterion extends Omit<Criterion, 'scale' | 'missing'> {
  readonly way: Scale['way']
  /** Of a line its corners; of bands where the second and later ones begin. */
  readonly points: readonly number[]
  readonly scores: readonly number[]
  readonly missingRule: MissingRule['rule']
  readonly missingScore: number | null
}

export interface ListedStandard {
  readonly criteria: readonly ListedCriterion[]
  readonly grades: readonly Grade[]
  readonly earns: readonly Earned[]
  readonly leastWeight: number | null
}

const scaleIn = ({ way, points, scores }: ListedCriterion): Scale =>
  way === 'BANDS'
    ? { way, bands: scores.map((score, at) => ({ from: at === 0 ? null : points[at - 1]!, score })) }
    : { way, corners: points.map((place, at) => ({ at: place, score: scores[at]! })) }

/** The standard that a revision publishes in lists; null where it has none. */
export const standardOfLists = ({
  criteria,
  grades,
  earns,
  leastWeight,
}: ListedStandard): GradingStandard | null =>
  criteria.length === 0
    ? null
    : {
        criteria: criteria.map((criterion) => {
          const { key, name, metric, weight, target, missingRule, missingScore } = criterion
          const missing: MissingRule =
            missingRule === 'DEFAULT' ? { rule: 'DEFAULT', score: missingScore ?? 0 } : { rule: missingRule }
          return { key, name, metric, weight, scale: scaleIn(criterion), missing, target }
        }),
        grades: grades.map(({ grade, from }) => ({ grade, from })),
        earns: earns.map(({ grade, what, timesAYear, minutes, costMinor }) => ({
          grade,
          what,
          timesAYear,
          minutes,
          costMinor,
        })),
        leastWeight: leastWeight ?? 0,
      }
