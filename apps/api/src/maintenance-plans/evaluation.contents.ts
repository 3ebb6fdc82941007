/** The page of the API's contents on how plans are evaluated. */
import {
  planEvaluationRoots,
  planLessonProjection,
  planSummaryProjection,
} from './evaluation/plan-summary.projection.ts'
import {
  PlanSummaryResolver,
  SigningsOfSummaryResolver,
  SummariesOfSigningResolver,
  SummaryOfPlanResolver,
} from './evaluation/plan-summary.resolver.ts'

export const EVALUATION_RESOLVERS = [
  PlanSummaryResolver,
  SummaryOfPlanResolver,
  SummariesOfSigningResolver,
  SigningsOfSummaryResolver,
] as const
export const EVALUATION_PROJECTIONS = [planSummaryProjection, planLessonProjection] as const
export const EVALUATION_ROOTS = { ...planEvaluationRoots } as const
