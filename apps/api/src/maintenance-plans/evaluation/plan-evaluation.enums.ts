/** Words of evaluations and summaries as the API publishes them. */
import {
  PLAN_LESSON_KIND_LABELS,
  PLAN_LESSON_KINDS,
  PLAN_RECOMMENDATION_LABELS,
  PLAN_RECOMMENDATIONS,
  PLAN_SUMMARY_ACTION_LABELS,
  PLAN_SUMMARY_ACTIONS,
  PLAN_SUMMARY_STATUS_LABELS,
  PLAN_SUMMARY_STATUSES,
  PLAN_UNMEASURED_REASON_LABELS,
  PLAN_UNMEASURED_REASONS,
  PLAN_VERDICT_LABELS,
  PLAN_VERDICTS,
} from '@steward/domain'
import { publishEnum } from '../../graphql/enums.ts'
import { actionName } from '../../reads/action-name.ts'

export const PlanVerdictEnum = publishEnum(
  'PlanVerdict',
  PLAN_VERDICTS,
  'Whether an objective was reached.',
  PLAN_VERDICT_LABELS,
)
export const PlanUnmeasuredReasonEnum = publishEnum(
  'PlanUnmeasuredReason',
  PLAN_UNMEASURED_REASONS,
  'Why an outcome has no figure.',
  PLAN_UNMEASURED_REASON_LABELS,
)
export const PlanSummaryStatusEnum = publishEnum(
  'PlanSummaryStatus',
  PLAN_SUMMARY_STATUSES,
  'Where the summary of a plan stands.',
  PLAN_SUMMARY_STATUS_LABELS,
)
export const PlanSummaryActionEnum = publishEnum(
  'PlanSummaryAction',
  PLAN_SUMMARY_ACTIONS.map(actionName),
  'Verbs of the summary of a plan.',
  Object.fromEntries(PLAN_SUMMARY_ACTIONS.map((it) => [actionName(it), PLAN_SUMMARY_ACTION_LABELS[it]])),
)
export const PlanRecommendationEnum = publishEnum(
  'PlanRecommendation',
  PLAN_RECOMMENDATIONS,
  'What is to come after a plan.',
  PLAN_RECOMMENDATION_LABELS,
)
export const PlanLessonKindEnum = publishEnum(
  'PlanLessonKind',
  PLAN_LESSON_KINDS,
  'What kind of lesson it is.',
  PLAN_LESSON_KIND_LABELS,
)
