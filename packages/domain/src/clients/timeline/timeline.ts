import { text, type Text } from '../../text.ts'

/** What can have happened with a client: one kind of entry each, from one source. */
export const TIMELINE_KINDS = [
  'RECEPTION',
  'NEXT_STEP_DONE',
  'LEAD_STEP',
  'CASE_REGISTERED',
  'CASE_STEP',
  'PROMISE_KEPT',
  'PROMISE_BROKEN',
  'NOTICE',
  'SIGN_OFF',
  'AGREEMENT',
  'OPENED',
  'CHANGED',
  'CONTACT_ADDED',
  'CONTACT_AMENDED',
  'CONTACT_REMOVED',
  'CONFIRMED',
  'STAY_BEGAN',
  'STAY_ENDED',
  'CONSENT',
  'STATUS_RECORDED',
  'SUBJECT_ASKED',
  'SUBJECT_DECIDED',
  'SILENT',
  'SILENCE_ENDED',
  'CHARGED',
  'PAID',
  'MERGED',
  'MERGE_REVERSED',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

export const TIMELINE_KIND_LABELS: Readonly<Record<TimelineKind, Text>> = {
  NEXT_STEP_DONE: text('下一步已办', 'Next step done'),
  LEAD_STEP: text('线索进展', 'Step of a lead'),
  RECEPTION: text('接待', 'Reception'),
  CASE_REGISTERED: text('登记投诉或诉求', 'Case registered'),
  CASE_STEP: text('投诉进展', 'Step of a case'),
  PROMISE_KEPT: text('兑现承诺', 'Promise kept'),
  PROMISE_BROKEN: text('承诺逾期', 'Promise broken'),
  NOTICE: text('告知客户', 'Client told'),
  SIGN_OFF: text('签核', 'Signature'),
  AGREEMENT: text('签订处理协议', 'Agreement signed'),
  OPENED: text('建档', 'Archive opened'),
  CHANGED: text('档案变更', 'Archive changed'),
  CONFIRMED: text('核对档案', 'Archive confirmed'),
  CONTACT_ADDED: text('新增联系人', 'Contact added'),
  CONTACT_AMENDED: text('修改联系人', 'Contact amended'),
  CONTACT_REMOVED: text('移除联系人', 'Contact removed'),
  STAY_BEGAN: text('取得或迁入', 'Came to a unit'),
  STAY_ENDED: text('转出或迁出', 'Left a unit'),
  CONSENT: text('同意与撤回', 'Consent'),
  SILENT: text('沉默预警', 'Silence alert'),
  SILENCE_ENDED: text('关闭沉默预警', 'Silence alert closed'),
  CHARGED: text('应收', 'Charged'),
  PAID: text('收款', 'Paid'),
  SUBJECT_ASKED: text('个人信息主体请求', 'Request about their data'),
  SUBJECT_DECIDED: text('办结个人信息主体请求', 'Request about their data decided'),
  STATUS_RECORDED: text('登记客户状况', 'Status recorded'),
  MERGED: text('客户合并', 'Clients merged'),
  MERGE_REVERSED: text('撤销客户合并', 'Merge reversed'),
}

/** What one looks for together. */
export const TIMELINE_GROUPS = ['TALKS', 'CASES', 'PROMISES', 'SIGNATURES', 'MONEY', 'ARCHIVE'] as const
export type TimelineGroup = (typeof TIMELINE_GROUPS)[number]

export const TIMELINE_GROUP_LABELS: Readonly<Record<TimelineGroup, Text>> = {
  TALKS: text('往来', 'Conversations'),
  CASES: text('投诉与诉求', 'Cases'),
  PROMISES: text('承诺', 'Promises'),
  SIGNATURES: text('签核与协议', 'Signatures'),
  MONEY: text('财务', 'Money'),
  ARCHIVE: text('档案', 'Archive'),
}

export const KINDS_OF_GROUP: Readonly<Record<TimelineGroup, readonly TimelineKind[]>> = {
  TALKS: ['RECEPTION', 'NEXT_STEP_DONE', 'LEAD_STEP', 'NOTICE', 'SILENT', 'SILENCE_ENDED'],
  CASES: ['CASE_REGISTERED', 'CASE_STEP'],
  PROMISES: ['PROMISE_KEPT', 'PROMISE_BROKEN'],
  SIGNATURES: ['SIGN_OFF', 'AGREEMENT'],
  MONEY: ['CHARGED', 'PAID'],
  ARCHIVE: [
    'OPENED',
    'CHANGED',
    'CONTACT_ADDED',
    'CONTACT_AMENDED',
    'CONTACT_REMOVED',
    'CONFIRMED',
    'STAY_BEGAN',
    'STAY_ENDED',
    'CONSENT',
    'STATUS_RECORDED',
    'SUBJECT_ASKED',
    'SUBJECT_DECIDED',
    'MERGED',
    'MERGE_REVERSED',
  ],
}
