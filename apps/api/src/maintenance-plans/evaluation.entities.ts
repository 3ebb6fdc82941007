/** Every table of how plans are evaluated. */
import { PlanLesson, PlanSummary } from './evaluation/plan-summary.entity.ts'

export const EVALUATION_ENTITIES = [PlanSummary, PlanLesson] as const
