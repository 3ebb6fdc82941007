/** Words of the summary of a plan, and of its lessons. */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const PLAN_SUMMARY_STATUSES = ['DRAFT', 'IN_SIGNING', 'APPROVED'] as const
export type PlanSummaryStatus = (typeof PLAN_SUMMARY_STATUSES)[number]
export const PLAN_SUMMARY_STATUS_LABELS: Labels<PlanSummaryStatus> = {
  DRAFT: text('撰写中', 'Being written'),
  IN_SIGNING: text('签核中', 'Being signed'),
  APPROVED: text('已批准', 'Approved'),
}

/** Verb, permission (`planSummary:…`), mutation (`…PlanSummary`) and audit entry bear the same name. */
export const PLAN_SUMMARY_ACTIONS = ['draft', 'change', 'submit', 'review', 'approve', 'return'] as const
export type PlanSummaryAction = (typeof PLAN_SUMMARY_ACTIONS)[number]
export const PLAN_SUMMARY_ACTION_LABELS: Labels<PlanSummaryAction> = {
  draft: text('撰写总结', 'Write the summary'),
  change: text('修改总结', 'Change the summary'),
  submit: text('提交总结', 'Submit the summary'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  return: text('退回修改', 'Return for amendment'),
}
export const PLAN_SUMMARY_EVENT_LABELS: Labels<PlanSummaryAction> = {
  draft: text('撰写了方案总结', 'wrote the summary of the plan'),
  change: text('修改了方案总结', 'changed the summary of the plan'),
  submit: text('提交了方案总结', 'submitted the summary of the plan'),
  review: text('审核了方案总结', 'reviewed the summary of the plan'),
  approve: text('批准了方案总结', 'approved the summary of the plan'),
  return: text('退回了方案总结', 'returned the summary of the plan'),
}

/** What is to become of the client's care afterwards. */
export const PLAN_RECOMMENDATIONS = ['RENEW', 'CHANGE', 'END'] as const
export type PlanRecommendation = (typeof PLAN_RECOMMENDATIONS)[number]
export const PLAN_RECOMMENDATION_LABELS: Labels<PlanRecommendation> = {
  RENEW: text('照此续期', 'Renew as it was'),
  CHANGE: text('调整后续期', 'Renew with changes'),
  END: text('不再续期', 'Do not renew'),
}

export const PLAN_LESSON_KINDS = ['GOOD_PRACTICE', 'PITFALL', 'IMPROVEMENT'] as const
export type PlanLessonKind = (typeof PLAN_LESSON_KINDS)[number]
export const PLAN_LESSON_KIND_LABELS: Labels<PlanLessonKind> = {
  GOOD_PRACTICE: text('有效做法', 'What works'),
  PITFALL: text('教训', 'Pitfall'),
  IMPROVEMENT: text('改进建议', 'To improve'),
}

/** A lesson as it is kept once its plan is completed; the row of the table `plan_lesson`. History. */
export interface PlanLesson {
  readonly id: string
  readonly planId: string
  readonly ordinal: number
  readonly kind: PlanLessonKind
  readonly words: string
  readonly keptAt: Date
}
