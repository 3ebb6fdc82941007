import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** The life of a lead. NEW is the public pool 公海: there whenever nobody has it. */
export const LEAD_STATUSES = ['NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED', 'CONVERTED', 'LOST'] as const
export type LeadStatus = (typeof LEAD_STATUSES)[number]

export const LEAD_STATUS_LABELS: Labels<LeadStatus> = {
  NEW: text('公海', 'In the pool'),
  ASSIGNED: text('待联系', 'To contact'),
  CONTACTED: text('已联系', 'Contacted'),
  QUALIFIED: text('意向明确', 'Qualified'),
  CONVERTED: text('已转客户', 'Converted'),
  LOST: text('已流失', 'Lost'),
}

/** Somebody has it, or could have it. */
export const OPEN_LEAD_STATUSES = ['NEW', 'ASSIGNED', 'CONTACTED', 'QUALIFIED'] as const
/** Somebody has it. */
export const HELD_LEAD_STATUSES = ['ASSIGNED', 'CONTACTED', 'QUALIFIED'] as const

/** What is done to a lead: table key, permission, service and mutation bear the same name. */
export const LEAD_ACTIONS = [
  'open',
  'amend',
  'assign',
  'claim',
  'release',
  'contact',
  'qualify',
  'convert',
  'lose',
] as const
export type LeadAction = (typeof LEAD_ACTIONS)[number]

export const LEAD_ACTION_LABELS: Labels<LeadAction> = {
  open: text('登记线索', 'Open a lead'),
  amend: text('修改资料', 'Amend'),
  assign: text('分配', 'Assign'),
  claim: text('认领', 'Claim'),
  release: text('退回公海', 'Release to the pool'),
  contact: text('登记联系', 'Log a contact'),
  qualify: text('确认意向', 'Qualify'),
  convert: text('转为客户', 'Convert'),
  lose: text('标记流失', 'Lose'),
}

/** Lines of a lead's history: the verbs, and what the clock does by itself. */
export const LEAD_EVENTS = [...LEAD_ACTIONS, 'return'] as const
export type LeadEventAction = (typeof LEAD_EVENTS)[number]

/** After the name of who did it; the clock's own line stands alone. */
export const LEAD_EVENT_LABELS: Labels<LeadEventAction> = {
  open: text('登记了线索', 'opened the lead'),
  amend: text('修改了线索资料', 'amended the lead'),
  assign: text('分配了线索', 'assigned the lead'),
  claim: text('从公海认领了线索', 'claimed the lead from the pool'),
  release: text('把线索退回公海', 'released the lead to the pool'),
  contact: text('登记了联系', 'logged a contact with the lead'),
  qualify: text('确认了意向', 'qualified the lead'),
  convert: text('把线索转为客户', 'converted the lead'),
  lose: text('标记线索流失', 'lost the lead'),
  return: text('久未跟进，自动退回公海', 'Left untouched: returned to the pool by itself'),
}

export const LEAD_LOSS_REASONS = [
  'NO_NEED',
  'PRICE',
  'COMPETITOR',
  'UNREACHABLE',
  'NOT_GENUINE',
  'SAME_AS_OTHER',
  'OTHER',
] as const
export type LeadLossReason = (typeof LEAD_LOSS_REASONS)[number]

export const LEAD_LOSS_REASON_LABELS: Labels<LeadLossReason> = {
  NO_NEED: text('没有需求', 'No need'),
  PRICE: text('价格不合适', 'Price'),
  COMPETITOR: text('选择了别家', 'Chose somebody else'),
  UNREACHABLE: text('联系不上', 'Could not be reached'),
  NOT_GENUINE: text('无效线索', 'Not genuine'),
  SAME_AS_OTHER: text('与其他线索重复', 'The same as another lead'),
  OTHER: text('其他', 'Other'),
}

/** How far a lead ever came, whatever became of it later: the steps of the funnel. */
export const LEAD_REACHES = ['CONTACTED', 'QUALIFIED', 'CONVERTED', 'LOST'] as const
export type LeadReach = (typeof LEAD_REACHES)[number]
