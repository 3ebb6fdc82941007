import { z } from 'zod'
import { expectedVersion, optional, words } from '../input.ts'
import { PLAN_LESSON_KINDS, PLAN_RECOMMENDATIONS, type PlanSummaryAction } from './summary-vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => optional(words(1_000))

/** What a person says of a plan that was carried out. */
export const PLAN_SUMMARY_WORDS = z.object({
  worked: words(2_000),
  wanting: words(2_000),
  improvement: optional(words(2_000)),
  recommendation: z.enum(PLAN_RECOMMENDATIONS),
  /** Each stands alone: it is read when the next plan is drafted. */
  lessons: z.array(z.object({ kind: z.enum(PLAN_LESSON_KINDS), words: words(300) })).max(20),
})
export type PlanSummaryWords = z.output<typeof PLAN_SUMMARY_WORDS>

export const PLAN_SUMMARY_INPUTS = {
  draft: z.object({ content: PLAN_SUMMARY_WORDS }),
  change: z.object({ ...step, content: PLAN_SUMMARY_WORDS }),
  submit: z.object(step),
  review: z.object({ ...step, note: note() }),
  approve: z.object({ ...step, note: note() }),
  return: z.object({ ...step, reason: words(1_000) }),
} as const satisfies Record<PlanSummaryAction, z.ZodType>

export type PlanSummaryInput<A extends PlanSummaryAction> = z.output<(typeof PLAN_SUMMARY_INPUTS)[A]>
