/** Words of templates of plans and of what directories propose. */
import { text, type Text } from '../text.ts'

export const PLAN_TEMPLATE_ACTIONS = ['add', 'revise', 'retire'] as const
export type PlanTemplateAction = (typeof PLAN_TEMPLATE_ACTIONS)[number]
export const PLAN_TEMPLATE_ACTION_LABELS: Readonly<Record<PlanTemplateAction, Text>> = {
  add: text('新建模板', 'Add a template'),
  revise: text('修订模板', 'Revise the template'),
  retire: text('停用模板', 'Retire the template'),
}

export const PLAN_TEMPLATE_EVENT_LABELS: Readonly<Record<PlanTemplateAction, Text>> = {
  add: text('新建了方案模板', 'added the template'),
  revise: text('修订了方案模板', 'revised the template'),
  retire: text('停用了方案模板', 'retired the template'),
}

/** LAPSED: a newer directory stands, or the client got a plan otherwise. */
export const PLAN_PROPOSAL_STATUSES = ['OPEN', 'TAKEN', 'DISMISSED', 'LAPSED'] as const
export type PlanProposalStatus = (typeof PLAN_PROPOSAL_STATUSES)[number]

export const PLAN_PROPOSAL_STATUS_LABELS: Readonly<Record<PlanProposalStatus, Text>> = {
  OPEN: text('待处理', 'Open'),
  TAKEN: text('已起草', 'Drafted'),
  DISMISSED: text('不制定', 'Dismissed'),
  LAPSED: text('已失效', 'Lapsed'),
}

/** `take` drafts a plan for one; `takeAll` one plan for all of a grade in a project. */
export const PLAN_PROPOSAL_ACTIONS = ['take', 'takeAll', 'dismiss'] as const
export type PlanProposalAction = (typeof PLAN_PROPOSAL_ACTIONS)[number]

export const PLAN_PROPOSAL_ACTION_LABELS: Readonly<Record<PlanProposalAction, Text>> = {
  take: text('起草方案', 'Draft the plan'),
  takeAll: text('合并起草', 'One plan for all'),
  dismiss: text('不制定', 'Dismiss'),
}

export const PLAN_PROPOSAL_EVENT_LABELS: Readonly<Record<PlanProposalAction, Text>> = {
  take: text('按建议起草了方案', 'drafted a plan as proposed'),
  takeAll: text('按建议合并起草了方案', 'drafted one plan for all as proposed'),
  dismiss: text('决定不制定方案', 'dismissed the proposal'),
}
