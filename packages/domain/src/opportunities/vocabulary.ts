import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** The stages of an opportunity 商机. */
export const OPPORTUNITY_STATUSES = ['NEED', 'PROPOSAL', 'QUOTATION', 'SIGNING', 'WON', 'LOST'] as const
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number]

export const OPPORTUNITY_STATUS_LABELS: Labels<OpportunityStatus> = {
  NEED: text('需求', 'Need'),
  PROPOSAL: text('方案', 'Proposal'),
  QUOTATION: text('报价', 'Quotation'),
  SIGNING: text('签约', 'Signing'),
  WON: text('成交', 'Won'),
  LOST: text('失败', 'Lost'),
}

/** Somebody works on it. */
export const OPEN_OPPORTUNITY_STATUSES = ['NEED', 'PROPOSAL', 'QUOTATION', 'SIGNING'] as const
export type OpenOpportunityStatus = (typeof OPEN_OPPORTUNITY_STATUSES)[number]

/** What it arose from: nothing but a talk, a lead, or a service contact. */
export const OPPORTUNITY_ORIGINS = ['DIRECT', 'LEAD', 'RECEPTION', 'CASE'] as const
export type OpportunityOrigin = (typeof OPPORTUNITY_ORIGINS)[number]

export const OPPORTUNITY_ORIGIN_LABELS: Labels<OpportunityOrigin> = {
  DIRECT: text('主动拜访', 'Approached'),
  LEAD: text('线索', 'Lead'),
  RECEPTION: text('接待', 'Reception'),
  CASE: text('投诉或诉求', 'Case'),
}

/** What is done to an opportunity: table key, permission, service and mutation bear the same name. */
export const OPPORTUNITY_ACTIONS = [
  'open',
  'amend',
  'assign',
  'contact',
  'propose',
  'quote',
  'agree',
  'win',
  'stepBack',
  'lose',
  'reopen',
] as const
export type OpportunityAction = (typeof OPPORTUNITY_ACTIONS)[number]

export const OPPORTUNITY_ACTION_LABELS: Labels<OpportunityAction> = {
  open: text('登记商机', 'Open an opportunity'),
  amend: text('修改资料', 'Amend'),
  assign: text('转交', 'Assign'),
  contact: text('登记跟进', 'Log a contact'),
  propose: text('进入方案', 'To the proposal'),
  quote: text('进入报价', 'To the quotation'),
  agree: text('进入签约', 'To signing'),
  win: text('成交', 'Win'),
  stepBack: text('退回上一阶段', 'Step back'),
  lose: text('标记失败', 'Lose'),
  reopen: text('重新跟进', 'Reopen'),
}

/** Lines of its history: the verbs, and what follows from something else. */
export const OPPORTUNITY_EVENTS = [...OPPORTUNITY_ACTIONS, 'unsettle'] as const
export type OpportunityEventAction = (typeof OPPORTUNITY_EVENTS)[number]

/** After the name of who did it. */
export const OPPORTUNITY_EVENT_LABELS: Labels<OpportunityEventAction> = {
  open: text('登记了商机', 'opened the opportunity'),
  amend: text('修改了商机资料', 'amended the opportunity'),
  assign: text('转交了商机', 'assigned the opportunity'),
  contact: text('登记了跟进', 'logged a contact about the opportunity'),
  propose: text('进入方案阶段', 'went on to the proposal of the opportunity'),
  quote: text('进入报价阶段', 'went on to the quotation of the opportunity'),
  agree: text('进入签约阶段', 'went on to the signing of the opportunity'),
  win: text('登记成交', 'won the opportunity'),
  stepBack: text('退回了上一阶段', 'stepped back with the opportunity'),
  lose: text('标记失败', 'lost the opportunity'),
  reopen: text('重新跟进商机', 'reopened the opportunity'),
  unsettle: text('核定价格有变，退回报价', 'The approved prices changed: back to the quotation'),
}

export const OPPORTUNITY_LOSS_REASONS = [
  'PRICE',
  'COMPETITOR',
  'NO_BUDGET',
  'NO_NEED',
  'SCOPE',
  'TIMING',
  'UNREACHABLE',
  'OTHER',
] as const
export type OpportunityLossReason = (typeof OPPORTUNITY_LOSS_REASONS)[number]

export const OPPORTUNITY_LOSS_REASON_LABELS: Labels<OpportunityLossReason> = {
  PRICE: text('价格', 'Price'),
  COMPETITOR: text('选择了别家', 'Chose somebody else'),
  NO_BUDGET: text('没有预算', 'No budget'),
  NO_NEED: text('需求取消', 'The need is gone'),
  SCOPE: text('服务内容不合适', 'Not the service they want'),
  TIMING: text('时间不合适', 'Not now'),
  UNREACHABLE: text('联系不上', 'Could not be reached'),
  OTHER: text('其他', 'Other'),
}

/** Orders of the list, its ready-made views, and its two faces. */
export const OPPORTUNITY_ORDERS = ['CLOSING', 'NEWEST', 'LARGEST', 'LONGEST_UNTOUCHED'] as const
export const OPPORTUNITY_VIEWS = ['mine', 'stalled', 'closing', 'open', 'won', 'all'] as const
