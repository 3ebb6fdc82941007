/** Words of maintenance plans as the API publishes them. */
import {
  DAY_SHIFT_LABELS,
  DAY_SHIFTS,
  MISSING_DAY_LABELS,
  MISSING_DAYS,
  PLAN_ACTION_LABELS,
  PLAN_ACTIONS,
  PLAN_CHANGES,
  PLAN_COST_KIND_LABELS,
  PLAN_COST_KINDS,
  PLAN_KIND_LABELS,
  PLAN_KINDS,
  PLAN_MEANS,
  PLAN_MEANS_LABELS,
  PLAN_MEASURE_LABELS,
  PLAN_MEASURES,
  PLAN_REVISION_STATUS_LABELS,
  PLAN_REVISION_STATUSES,
  PLAN_STATUS_LABELS,
  PLAN_STATUSES,
  RECURRENCE_FREQUENCIES,
  RECURRENCE_FREQUENCY_LABELS,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

export const PlanKindEnum = publishEnum(
  'PlanKind',
  PLAN_KINDS,
  'What a maintenance plan is for.',
  PLAN_KIND_LABELS,
)
export const PlanStatusEnum = publishEnum(
  'PlanStatus',
  PLAN_STATUSES,
  'Where a maintenance plan stands.',
  PLAN_STATUS_LABELS,
)
export const PlanRevisionStatusEnum = publishEnum(
  'PlanRevisionStatus',
  PLAN_REVISION_STATUSES,
  'Where a revision of a plan stands.',
  PLAN_REVISION_STATUS_LABELS,
)
export const PlanActionEnum = publishEnum(
  'PlanAction',
  PLAN_ACTIONS.map(actionName),
  'Verbs of a plan and of its revisions.',
  Object.fromEntries(PLAN_ACTIONS.map((it) => [actionName(it), PLAN_ACTION_LABELS[it]])),
)
export const PlanMeasureEnum = publishEnum(
  'PlanMeasure',
  PLAN_MEASURES,
  'What an objective is measured in.',
  PLAN_MEASURE_LABELS,
)
export const PlanMeansEnum = publishEnum('PlanMeans', PLAN_MEANS, 'A means of care.', PLAN_MEANS_LABELS)
export const PlanCostKindEnum = publishEnum(
  'PlanCostKind',
  PLAN_COST_KINDS,
  'What money of a plan is for.',
  PLAN_COST_KIND_LABELS,
)
export const RecurrenceFrequencyEnum = publishEnum(
  'RecurrenceFrequency',
  RECURRENCE_FREQUENCIES,
  'How often something comes again.',
  RECURRENCE_FREQUENCY_LABELS,
)
export const DayShiftEnum = publishEnum(
  'DayShift',
  DAY_SHIFTS,
  'What becomes of an occurrence on a day off.',
  DAY_SHIFT_LABELS,
)
export const MissingDayEnum = publishEnum(
  'MissingDay',
  MISSING_DAYS,
  'What becomes of a day that a month lacks.',
  MISSING_DAY_LABELS,
)
export const PlanChangeKindEnum = publishEnum(
  'PlanChangeKind',
  PLAN_CHANGES,
  'What became of a place of a plan between two revisions.',
)
