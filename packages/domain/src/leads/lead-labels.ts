/** Words for what one may do with leads, and for what the audit tells of it; the verbs of a lead have theirs beside them. */
import { text } from '../text.ts'

export const LEAD_PERMISSION_LABELS = {
  'lead:read': text('线索：查看', 'Leads: read'),
  'lead:readName': text('线索：查看姓名与需求', 'Leads: read names and needs'),
  'lead:revealPhone': text('线索：查看完整电话', 'Leads: reveal the phone number'),
  'lead:readYield': text('线索：查看成效', 'Leads: read the yield'),
  'leadSource:read': text('线索来源：查看', 'Sources of leads: read'),
  'leadSource:define': text('线索来源：新增', 'Sources of leads: define'),
  'leadSource:amend': text('线索来源：修改', 'Sources of leads: amend'),
  'leadSource:retire': text('线索来源：停用', 'Sources of leads: retire'),
  'leadSource:restore': text('线索来源：恢复', 'Sources of leads: restore'),
  'campaign:read': text('推广活动：查看', 'Campaigns: read'),
  'campaign:readCost': text('推广活动：查看费用', 'Campaigns: read the cost'),
  'campaign:define': text('推广活动：新增', 'Campaigns: define'),
  'campaign:amend': text('推广活动：修改', 'Campaigns: amend'),
  'campaign:retire': text('推广活动：停用', 'Campaigns: retire'),
  'campaign:restore': text('推广活动：恢复', 'Campaigns: restore'),
  'leadPolicy:read': text('线索规则：查看', 'Rules for leads: read'),
  'leadPolicy:set': text('线索规则：设定', 'Rules for leads: set'),
} as const

export const LEAD_SETTING_EVENT_LABELS = {
  'lead:revealPhone': text('查看了线索的完整电话', 'revealed the phone number of the lead'),
  'leadSource:define': text('新增了线索来源', 'defined the source of leads'),
  'leadSource:amend': text('修改了线索来源', 'amended the source of leads'),
  'leadSource:retire': text('停用了线索来源', 'retired the source of leads'),
  'leadSource:restore': text('恢复了线索来源', 'restored the source of leads'),
  'campaign:define': text('新增了推广活动', 'defined the campaign'),
  'campaign:amend': text('修改了推广活动', 'amended the campaign'),
  'campaign:retire': text('停用了推广活动', 'retired the campaign'),
  'campaign:restore': text('恢复了推广活动', 'restored the campaign'),
  'leadPolicy:set': text('设定了线索规则', 'set the rules for leads'),
} as const

export const LEAD_AUDIT_SUBJECT_LABELS = {
  lead: text('线索', 'Lead'),
  lead_source: text('线索来源', 'Source of leads'),
  campaign: text('推广活动', 'Campaign'),
  lead_policy: text('线索规则', 'Rules for leads'),
} as const
