/** A grading standard 分级标准: by what clients are measured, how that is scored and weighed, which grade follows, and what a grade earns. */
import { z } from 'zod'
import { fieldIssue, optional, words } from '../input.ts'
import { text, type Text } from '../text.ts'
import { hundredths } from './hundredths.ts'
import { METRIC_RULES, METRICS, type Metric } from './metrics.ts'
import { FULL_SCORE, type Scale } from './scale.ts'

/**
 * What holds where the raw value is missing: the others weigh more; a score that the standard names; or the client is not graded. Never a silent
 * nought.
 */
export type MissingRule =
  | { readonly rule: 'REWEIGH' }
  | { readonly rule: 'DEFAULT'; readonly score: number }
  | { readonly rule: 'NOT_GRADABLE' }

export const MISSING_RULES = [
  'REWEIGH',
  'DEFAULT',
  'NOT_GRADABLE',
] as const satisfies readonly MissingRule['rule'][]

export const MISSING_RULE_LABELS: Readonly<Record<MissingRule['rule'], Text>> = {
  REWEIGH: text('其余指标分摊权重', 'The others weigh more'),
  DEFAULT: text('按固定分计', 'Counts a fixed score'),
  NOT_GRADABLE: text('不评级', 'Not graded'),
}

export interface Criterion {
  /** Within the standard; kept from revision to revision, so that cycles can be compared. */
  readonly key: string
  readonly name: string
  readonly metric: Metric
  /** Ten-thousandths of the whole. */
  readonly weight: number
  readonly scale: Scale
  readonly missing: MissingRule
  /** From the signed client strategy, in the unit of the metric. */
  readonly target: number | null
}

export interface Grade {
  readonly grade: string
  /** The least total, ten-thousandths. */
  readonly from: number
}

/** What a grade adds to the contracted service; it never takes any away. */
export interface Earned {
  readonly grade: string
  readonly what: string
  readonly timesAYear: number
  /** Of staff, each time. */
  readonly minutes: number
  /** Besides, each time, in minor units. */
  readonly costMinor: number
}

export interface GradingStandard {
  readonly criteria: readonly Criterion[]
  /** The best first. */
  readonly grades: readonly Grade[]
  readonly earns: readonly Earned[]
  /** What is known of a client must weigh this much, in ten-thousandths, for a grade. */
  readonly leastWeight: number
}

const score = () => z.int().min(0).max(FULL_SCORE)
const raw = () => z.int().min(-1e15).max(1e15)
const climbing = (numbers: readonly number[]): boolean =>
  numbers.every((it, at) => at === 0 || numbers[at - 1]! < it)

const FIRST_BAND = text(
  '第一档不设下限，这样任何数值都有分。',
  'The first band has no lower bound, so that every value has a score.',
)
const CLIMBS = text('各档下限须依次增大。', 'Bounds grow from one to the next.')

const bands = z.object({
  way: z.literal('BANDS'),
  bands: z
    .array(z.object({ from: optional(raw()), score: score() }))
    .min(1)
    .max(20)
    .superRefine((rows, ctx) => {
      if (rows.length > 0 && rows[0]!.from !== null) ctx.addIssue(fieldIssue('0', FIRST_BAND))
      const bounds = rows.slice(1).map(({ from }) => from)
      const wrong = bounds.findIndex(
        (it, at) => it === null || (at > 0 && bounds[at - 1] !== null && bounds[at - 1]! >= it),
      )
      if (wrong !== -1) ctx.addIssue({ ...fieldIssue('from', CLIMBS), path: [wrong + 1, 'from'] })
    }),
})
const line = z.object({
  way: z.literal('LINE'),
  corners: z
    .array(z.object({ at: raw(), score: score() }))
    .min(2)
    .max(20)
    .superRefine((rows, ctx) => {
      const wrong = rows.findIndex(({ at }, nth) => nth > 0 && rows[nth - 1]!.at >= at)
      if (wrong !== -1) ctx.addIssue({ ...fieldIssue('at', CLIMBS), path: [wrong, 'at'] })
    }),
})

const criterion = z
  .object({
    key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
    name: words(60),
    metric: z.enum(METRICS),
    weight: z.int().min(1).max(FULL_SCORE),
    scale: z.discriminatedUnion('way', [bands, line]),
    missing: z.discriminatedUnion('rule', [
      z.object({ rule: z.literal('REWEIGH') }),
      z.object({ rule: z.literal('DEFAULT'), score: score() }),
      z.object({ rule: z.literal('NOT_GRADABLE') }),
    ]),
    target: optional(raw()),
  })
  .superRefine(({ metric, target }, ctx) => {
    if (METRIC_RULES[metric].unit === 'SCORE' && target !== null && (target < 0 || target > FULL_SCORE))
      ctx.addIssue(fieldIssue('target', text('分值在 0 至 100 之间。', 'A score lies between 0 and 100.')))
  })

/** The content of the document. Every refusal names the criterion, band or grade that is not right. */
export const GRADING_STANDARD = z
  .object({
    criteria: z.array(criterion).min(1).max(40),
    grades: z
      .array(z.object({ grade: words(10), from: score() }))
      .min(2)
      .max(9),
    earns: z
      .array(
        z.object({
          grade: words(10),
          what: words(200),
          timesAYear: z.int().min(1).max(366),
          minutes: z.int().min(0).max(10_000),
          costMinor: z.int().min(0).max(1e12),
        }),
      )
      .max(60)
      .default([]),
    leastWeight: z.int().min(0).max(FULL_SCORE).default(0),
  })
  .superRefine(({ criteria, grades, earns }, ctx) => {
    const sum = criteria.reduce((all, { weight }) => all + weight, 0)
    if (sum !== FULL_SCORE)
      ctx.addIssue(
        fieldIssue(
          'criteria',
          text(
            `权重合计为 ${hundredths(sum)}%，须正好 100%。`,
            `Weights are ${hundredths(sum)} %, not exactly 100 %.`,
          ),
        ),
      )
    const keys = criteria.map(({ key }) => key)
    const twice = keys.find((key, at) => keys.indexOf(key) < at)
    if (twice)
      ctx.addIssue(fieldIssue('criteria', text(`指标“${twice}”出现了两次。`, `“${twice}” is there twice.`)))
    const names = grades.map(({ grade }) => grade)
    if (new Set(names).size < names.length)
      ctx.addIssue(fieldIssue('grades', text('等级名称不能重复。', 'Each grade has a name of its own.')))
    if (!climbing(grades.map(({ from }) => -from)) || grades.at(-1)?.from !== 0)
      ctx.addIssue(
        fieldIssue(
          'grades',
          text(
            '等级由高到低排列，下限依次减小，最后一级从 0 分起，这样每个总分都有且只有一个等级。',
            'Grades go from the best down, each from a lower total; the last begins at 0, so that every total has one grade and only one.',
          ),
        ),
      )
    const unknown = earns.find(({ grade }) => !names.includes(grade))
    if (unknown)
      ctx.addIssue(
        fieldIssue(
          'earns',
          text(`没有“${unknown.grade}”这个等级。`, `There is no grade “${unknown.grade}”.`),
        ),
      )
  })

/** The grades of an organization that says nothing else (domain.md 3). */
export const USUAL_GRADES: readonly Grade[] = [
  { grade: 'A', from: 8_500 },
  { grade: 'B', from: 7_000 },
  { grade: 'C', from: 5_500 },
  { grade: 'D', from: 0 },
]
