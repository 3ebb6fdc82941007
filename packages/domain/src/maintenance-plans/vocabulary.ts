/** Words of maintenance plans 维护方案: one engine of two kinds (domain.md 5). */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const PLAN_KINDS = ['RELATIONSHIP', 'FACILITY'] as const
export type PlanKind = (typeof PLAN_KINDS)[number]

export const PLAN_KIND_LABELS: Labels<PlanKind> = {
  RELATIONSHIP: text('客户关系维护方案', 'Client relationship plan'),
  FACILITY: text('设施设备维保计划', 'Facility maintenance plan'),
}

/** Of the plan. Until its first revision is in force it stands where that revision stands; afterwards an amendment does not move it. */
export const PLAN_STATUSES = [
  'DRAFT',
  'IN_REVIEW',
  'PENDING_APPROVAL',
  'ACTIVE',
  'EVALUATING',
  'COMPLETED',
  'CANCELLED',
] as const
export type PlanStatus = (typeof PLAN_STATUSES)[number]
export const ENDED_PLAN_STATUSES: readonly PlanStatus[] = ['COMPLETED', 'CANCELLED']

export const PLAN_STATUS_LABELS: Labels<PlanStatus> = {
  DRAFT: text('起草', 'Draft'),
  IN_REVIEW: text('审核中', 'In review'),
  PENDING_APPROVAL: text('待审批', 'Pending approval'),
  ACTIVE: text('实施中', 'Active'),
  EVALUATING: text('评估中', 'Being evaluated'),
  COMPLETED: text('已归档', 'Completed'),
  CANCELLED: text('已取消', 'Cancelled'),
}

/** Of one revision 版次. Whatever is returned stays as it was signed; the next draft is a revision of its own. */
export const PLAN_REVISION_STATUSES = [
  'DRAFT',
  'IN_REVIEW',
  'PENDING_APPROVAL',
  'IN_FORCE',
  'RETURNED',
  'SUPERSEDED',
  'WITHDRAWN',
] as const
export type PlanRevisionStatus = (typeof PLAN_REVISION_STATUSES)[number]

export const PLAN_REVISION_STATUS_LABELS: Labels<PlanRevisionStatus> = {
  DRAFT: text('起草', 'Draft'),
  IN_REVIEW: text('审核中', 'In review'),
  PENDING_APPROVAL: text('待审批', 'Pending approval'),
  IN_FORCE: text('生效', 'In force'),
  RETURNED: text('已退回', 'Returned'),
  SUPERSEDED: text('已被替代', 'Superseded'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Verb, permission (`plan:…`), mutation (`…Plan`) and audit entry bear the same name. */
export const PLAN_ACTIONS = [
  'draft',
  'change',
  'submit',
  'review',
  'approve',
  'return',
  'withdraw',
  'amend',
  'evaluate',
  'complete',
  'cancel',
] as const
export type PlanAction = (typeof PLAN_ACTIONS)[number]

export const PLAN_ACTION_LABELS: Labels<PlanAction> = {
  draft: text('起草方案', 'Draft a plan'),
  change: text('修改草稿', 'Change the draft'),
  submit: text('提交审核', 'Submit for review'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  return: text('退回修改', 'Return for amendment'),
  withdraw: text('撤回', 'Withdraw'),
  amend: text('修订方案', 'Amend'),
  evaluate: text('开始评估', 'Begin the evaluation'),
  complete: text('归档', 'Complete'),
  cancel: text('取消方案', 'Cancel the plan'),
}

export const PLAN_EVENT_LABELS: Labels<PlanAction> = {
  draft: text('起草了方案', 'drafted the plan'),
  change: text('修改了方案草稿', 'changed the draft'),
  submit: text('提交了方案', 'submitted the plan'),
  review: text('审核了维护方案', 'reviewed the plan'),
  approve: text('批准了维护方案', 'approved the plan'),
  return: text('退回了方案', 'returned the plan'),
  withdraw: text('撤回了方案', 'withdrew the plan'),
  amend: text('开始修订方案', 'began an amendment'),
  evaluate: text('开始评估方案', 'began the evaluation'),
  complete: text('归档了方案', 'completed the plan'),
  cancel: text('取消了方案', 'cancelled the plan'),
}

/** What an objective is measured in; each has its unit in `PLAN_MEASURE_UNITS`. */
export const PLAN_MEASURES = ['GRADE', 'SATISFACTION', 'COMPLAINTS', 'REVENUE', 'AVAILABILITY'] as const
export type PlanMeasure = (typeof PLAN_MEASURES)[number]

export const PLAN_MEASURE_LABELS: Labels<PlanMeasure> = {
  GRADE: text('客户等级', 'Grade'),
  SATISFACTION: text('满意度', 'Satisfaction'),
  COMPLAINTS: text('投诉数', 'Complaints'),
  REVENUE: text('收入', 'Revenue'),
  AVAILABILITY: text('设备完好率', 'Availability'),
}

/** Which kind of plan may aim at what. */
export const PLAN_MEASURES_OF: Readonly<Record<PlanKind, readonly PlanMeasure[]>> = {
  RELATIONSHIP: ['GRADE', 'SATISFACTION', 'COMPLAINTS', 'REVENUE'],
  FACILITY: ['AVAILABILITY', 'COMPLAINTS', 'SATISFACTION'],
}

/** The means 方式 of care (domain.md 5). */
export const PLAN_MEANS = [
  'VISIT',
  'CALL',
  'EVENT',
  'GIFT',
  'HOLIDAY_GREETING',
  'BIRTHDAY_CARE',
  'SERVICE_CONFERENCE',
  'TRIAL',
  'TECHNICAL_ADVICE',
  'COMPANY_TOUR',
  'PRIORITY_SERVICE',
  'INSPECTION',
  'UPKEEP',
] as const
export type PlanMeans = (typeof PLAN_MEANS)[number]

export const PLAN_MEANS_LABELS: Labels<PlanMeans> = {
  VISIT: text('走访', 'Visit'),
  CALL: text('电话回访', 'Call'),
  EVENT: text('客户活动', 'Event'),
  GIFT: text('定制礼品', 'Branded gift'),
  HOLIDAY_GREETING: text('节日问候', 'Holiday greeting'),
  BIRTHDAY_CARE: text('生日关怀', 'Birthday care'),
  SERVICE_CONFERENCE: text('年度服务大会', 'Yearly service conference'),
  TRIAL: text('试用与反馈', 'Trial with feedback'),
  TECHNICAL_ADVICE: text('技术咨询与培训', 'Technical advice and training'),
  COMPANY_TOUR: text('公司参观', 'Company tour'),
  PRIORITY_SERVICE: text('优先服务', 'Priority service'),
  INSPECTION: text('检查', 'Inspection'),
  UPKEEP: text('保养', 'Upkeep'),
}

export const PLAN_MEANS_OF: Readonly<Record<PlanKind, readonly PlanMeans[]>> = {
  RELATIONSHIP: PLAN_MEANS.filter((means) => means !== 'UPKEEP'),
  FACILITY: ['INSPECTION', 'UPKEEP', 'TECHNICAL_ADVICE', 'PRIORITY_SERVICE', 'VISIT'],
}

/** What money of a plan is for. */
export const PLAN_COST_KINDS = ['LABOUR', 'MATERIAL', 'GIFT', 'EVENT', 'SERVICE', 'TRAVEL', 'OTHER'] as const
export type PlanCostKind = (typeof PLAN_COST_KINDS)[number]

export const PLAN_COST_KIND_LABELS: Labels<PlanCostKind> = {
  LABOUR: text('人工', 'Labour'),
  MATERIAL: text('材料', 'Material'),
  GIFT: text('礼品', 'Gifts'),
  EVENT: text('活动', 'Events'),
  SERVICE: text('外包服务', 'Bought services'),
  TRAVEL: text('差旅', 'Travel'),
  OTHER: text('其他', 'Other'),
}
