/** What a plan says: signed with each revision. Amounts in minor units, scores as `PLAN_MEASURE_UNITS` tells. */
import { z } from 'zod'
import { amountMinor, fieldIssue, id, localDay, optional, words } from '../input.ts'
import { RECURRENCE } from '../recurrence/recurrence.ts'
import { text, type Text } from '../text.ts'
import { dayNumber } from '../working-time/local-day.ts'
import { PLAN_COST_KINDS, PLAN_MEANS, PLAN_MEASURES, type PlanMeasure } from './vocabulary.ts'

/** What a target of each measure is counted in. */
export const PLAN_MEASURE_UNITS: Readonly<Record<PlanMeasure, Text>> = {
  GRADE: text('分级标准中的级别序号，1 为最高', 'Rank of the grade in the standard, 1 the highest'),
  SATISFACTION: text('满意回访的占比，万分之一', 'Share of satisfied visits, 1/10,000'),
  COMPLAINTS: text('期内投诉件数，不超过', 'Complaints in the period, at most'),
  REVENUE: text('期内实收，分', 'Received in the period, minor units'),
  AVAILABILITY: text('可用时间占比，万分之一', 'Share of time in service, 1/10,000'),
}

/** Stable within a plan, over all of its revisions: a task and a comment refer to it. */
const key = () => z.string().regex(/^[a-z0-9]{1,12}$/)

export const MOST_OBJECTIVES = 10
export const MOST_PLAN_MEASURES = 60
export const MOST_BUDGET_LINES = 30
/** A plan longer than this is two plans. */
export const LONGEST_PLAN_DAYS = 1_100

const OBJECTIVE = z.object({
  key: key(),
  measure: z.enum(PLAN_MEASURES),
  /** In the unit of the measure. */
  target: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
  /** How it stood when this was written; null where nobody knows. */
  baseline: optional(z.int().min(0).max(Number.MAX_SAFE_INTEGER)),
  note: optional(words(500)),
})

/** One line of the strengthening form 客户关系强化表: gap → measure → owner → date → effect. */
const MEASURE = z.object({
  key: key(),
  means: z.enum(PLAN_MEANS),
  title: words(120),
  /** What is missing today; null of plain upkeep. */
  gap: optional(words(500)),
  instruction: optional(words(2_000)),
  /** The effect that is hoped for. */
  effect: optional(words(500)),
  /** Who carries it out; null: whoever is named when it is decomposed. */
  assigneeId: optional(id()),
  recurrence: RECURRENCE,
  /** Days after the occurrence by which it has to be done. */
  dueAfterDays: z.int().min(0).max(90).default(0),
  /** The measure of this plan whose task of the same client, or equipment, and round has to be done before. */
  dependsOn: optional(key()),
  /** Of each task. */
  estimatedMinutes: z
    .int()
    .min(0)
    .max(60 * 24 * 10)
    .default(60),
  estimatedMinor: amountMinor(),
  /** The line of the budget that it is paid from; needed where it costs anything. */
  budgetLine: optional(key()),
  /** Each task shows a photograph, or a file, of what was done. */
  needsEvidence: z.boolean().default(false),
})

const BUDGET_LINE = z.object({
  key: key(),
  kind: z.enum(PLAN_COST_KINDS),
  title: words(120),
  amountMinor: amountMinor(),
})

const TWICE = text('编号重复。', 'This key stands twice.')
const NO_SUCH_LINE = text('预算中没有这一行。', 'The budget has no such line.')
const NO_SUCH_MEASURE = text('方案中没有这项措施。', 'The plan has no such measure.')
const IN_A_CIRCLE = text('措施互相等待，无法开始。', 'These measures wait for each other.')
const NEEDS_LINE = text(
  '有费用的措施须指定预算行。',
  'A measure that costs something needs a line of the budget.',
)
const ENDS_EARLY = text('结束日期早于开始日期。', 'Ends before it begins.')
const TOO_LONG = text(
  `方案不超过 ${LONGEST_PLAN_DAYS} 天。`,
  `A plan lasts at most ${LONGEST_PLAN_DAYS} days.`,
)
const OUTSIDE = text('不在方案期内。', 'Outside the period of the plan.')

/** The first key that leads back to itself; undefined where each measure can be begun. */
const circleIn = (measures: readonly { readonly key: string; readonly dependsOn: string | null }[]) => {
  const before = new Map(measures.map(({ key: of, dependsOn }) => [of, dependsOn]))
  return measures.findIndex(({ key: start }) => {
    let at = before.get(start) ?? null
    for (let step = 0; at !== null && step <= measures.length; step += 1) {
      if (at === start) return true
      at = before.get(at) ?? null
    }
    return false
  })
}

const repeated = (rows: readonly { readonly key: string }[]): number =>
  rows.findIndex((row, at) => rows.findIndex(({ key: of }) => of === row.key) < at)

export const PLAN_CONTENT = z
  .object({
    title: words(120),
    /** Who answers for it 责任人. */
    ownerId: id(),
    startsOn: localDay(),
    endsOn: localDay(),
    summary: optional(words(2_000)),
    objectives: z.array(OBJECTIVE).min(1).max(MOST_OBJECTIVES),
    measures: z.array(MEASURE).min(1).max(MOST_PLAN_MEASURES),
    budget: z.array(BUDGET_LINE).max(MOST_BUDGET_LINES),
  })
  .superRefine((plan, ctx) => {
    const [first, last] = [dayNumber(plan.startsOn)!, dayNumber(plan.endsOn)!]
    if (last < first) ctx.addIssue(fieldIssue('endsOn', ENDS_EARLY))
    if (last - first > LONGEST_PLAN_DAYS) ctx.addIssue(fieldIssue('endsOn', TOO_LONG))
    for (const part of ['objectives', 'measures', 'budget'] as const) {
      const at = repeated(plan[part])
      if (at >= 0) ctx.addIssue(fieldIssue(`${part}.${at}.key`, TWICE))
    }
    plan.measures.forEach((measure, at) => {
      const say = (field: string, message: Text) =>
        ctx.addIssue(fieldIssue(`measures.${at}.${field}`, message))
      const begins = dayNumber(measure.recurrence.from)!
      if (begins < first || begins > last) say('recurrence.from', OUTSIDE)
      if (measure.budgetLine === null && measure.estimatedMinor > 0) say('budgetLine', NEEDS_LINE)
      if (measure.budgetLine !== null && !plan.budget.some((line) => line.key === measure.budgetLine))
        say('budgetLine', NO_SUCH_LINE)
      if (measure.dependsOn !== null && !plan.measures.some((other) => other.key === measure.dependsOn))
        say('dependsOn', NO_SUCH_MEASURE)
    })
    const circle = circleIn(plan.measures)
    if (circle >= 0) ctx.addIssue(fieldIssue(`measures.${circle}.dependsOn`, IN_A_CIRCLE))
  })

export type PlanContent = z.output<typeof PLAN_CONTENT>
export type PlanObjective = PlanContent['objectives'][number]
export type PlanMeasureLine = PlanContent['measures'][number]
export type PlanBudgetLine = PlanContent['budget'][number]

/** Sum of the lines: what is approved with the plan; minor units. */
export const budgetMinor = ({ budget }: Pick<PlanContent, 'budget'>): number =>
  budget.reduce((sum, line) => sum + line.amountMinor, 0)
