import { HANDOVER_EVENT_LABELS } from '../handovers/vocabulary.ts'
import { PROMISE_EVENT_LABELS } from '../promises/vocabulary.ts'
import { text, type Text } from '../text.ts'
import type { ComplaintEventAction } from './complaint.ts'
import type {
  Cause,
  Channel,
  ComplaintAction,
  ConfirmationMode,
  Kind,
  OptionKind,
  OptionStatus,
  Purpose,
  Severity,
  Status,
  TaskAction,
  TaskStatus,
  Track,
} from './vocabulary.ts'

type Labels<K extends string | number> = Readonly<Record<K, Text>>

export const KIND_LABELS: Labels<Kind> = {
  INQUIRY: text('咨询', 'Inquiry'),
  REQUEST: text('报修', 'Request'),
  SUGGESTION: text('建议', 'Suggestion'),
  COMPLAINT: text('投诉', 'Complaint'),
  PRAISE: text('表扬', 'Praise'),
  ANOMALY: text('异常', 'Anomaly report'),
}

export const CHANNEL_LABELS: Labels<Channel> = {
  PHONE: text('电话', 'Phone'),
  COUNTER: text('前台', 'Counter'),
  VISIT: text('上门', 'Visit'),
  LETTER: text('来信', 'Letter'),
  FAX: text('传真', 'Fax'),
  EMAIL: text('电子邮件', 'E-mail'),
  WEB: text('网站', 'Web'),
  WECHAT: text('微信', 'WeChat'),
  SUGGESTION_BOX: text('意见箱', 'Suggestion box'),
  QUESTIONNAIRE: text('问卷', 'Questionnaire'),
  OWNERS_FORUM: text('业主论坛', "Owners' forum"),
  COMMITTEE: text('业主委员会', "Owners' committee"),
  HOTLINE_12345: text('12345 热线', '12345 hotline'),
  API: text('系统对接', 'API'),
}

export const PURPOSE_LABELS: Labels<Purpose> = {
  SUGGESTION: text('建议性', 'Suggestion'),
  CRITICISM: text('批评性', 'Criticism'),
  ACCUSATION: text('控告性', 'Accusation'),
}

export const CAUSE_LABELS: Labels<Cause> = {
  OPERATION: text('操作失误', 'Operation'),
  SALES: text('销售失误', 'Sales'),
  CLIENT: text('客户自身失误', "Client's own"),
  AGENT: text('代理/外包方失误', 'Agent or contractor'),
  SUPPLIER: text('供方失误', 'Supplier'),
  THIRD_PARTY: text('第三方', 'Third party'),
  FORCE_MAJEURE: text('不可抗力', 'Force majeure'),
}

export const SEVERITY_LABELS: Labels<Severity> = {
  1: text('一级（重大）', '1 – critical'),
  2: text('二级（较大）', '2 – major'),
  3: text('三级（一般）', '3 – moderate'),
  4: text('四级（轻微）', '4 – minor'),
}

export const TRACK_LABELS: Labels<Track> = {
  QUICK: text('即时处理', 'Quick'),
  FORMAL: text('正式处理', 'Formal'),
}

export const STATUS_LABELS: Labels<Status> = {
  REGISTERED: text('已登记', 'Registered'),
  ACKNOWLEDGED: text('已受理', 'Acknowledged'),
  INVESTIGATING: text('调查中', 'Investigating'),
  PROPOSED: text('方案待批', 'Awaiting approval'),
  APPROVED: text('已批准', 'Approved'),
  CLIENT_CONFIRMED: text('客户已确认', 'Confirmed by client'),
  EXECUTING: text('执行中', 'Being carried out'),
  RESOLVED: text('已解决', 'Resolved'),
  FOLLOWED_UP: text('已回访', 'Followed up'),
  CLOSED: text('已结案', 'Closed'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
  UNFOUNDED: text('不成立', 'Unfounded'),
  DECLINED: text('不予支持', 'Declined'),
  REFERRED: text('已转办', 'Referred'),
  MERGED: text('已合并', 'Merged'),
}

export const OPTION_KIND_LABELS: Labels<OptionKind> = {
  APOLOGY: text('致歉', 'Apology'),
  REPAIR: text('维修', 'Repair'),
  REPLACEMENT: text('更换', 'Replacement'),
  REFUND: text('退款', 'Refund'),
  FEE_CREDIT: text('物业费减免', 'Fee credit'),
  DISCOUNT: text('折扣', 'Discount'),
  COMPENSATION_MONEY: text('经济补偿', 'Compensation in money'),
  COMPENSATION_KIND: text('实物补偿', 'Compensation in kind'),
  GIFT: text('赠礼', 'Gift'),
  RECOGNITION: text('名誉表彰', 'Recognition'),
  PERSONAL_CARE: text('专人关怀', 'Personal care'),
  REFERENCE_VISIT: text('参观样板', 'Reference visit'),
  INTERNAL_DISCUSSION: text('内部研讨', 'Internal discussion'),
  REWARD: text('奖励', 'Reward'),
  OUTSIDE_EXPERT: text('外请专家', 'Outside expert'),
  SENIOR_VISITOR: text('上级拜访', 'Visit by a senior'),
}

export const OPTION_STATUS_LABELS: Labels<OptionStatus> = {
  PROPOSED: text('备选', 'Proposed'),
  APPROVED: text('已批准', 'Approved'),
  OFFERED: text('已向客户提出', 'Offered'),
  ACCEPTED: text('客户接受', 'Accepted'),
  REFUSED: text('客户拒绝', 'Refused by client'),
  REJECTED: text('审批驳回', 'Rejected'),
  SUPERSEDED: text('已被替代', 'Superseded'),
}

export const CONFIRMATION_MODE_LABELS: Labels<ConfirmationMode> = {
  CLIENT: text('客户确认', 'By the client'),
  PUBLIC_REPLY: text('公开答复', 'By public reply'),
  AUTHORITY_REPLY: text('答复主管部门', 'By reply to the authority'),
  UNREACHABLE: text('联系不上', 'Client unreachable'),
}

export const TASK_STATUS_LABELS: Labels<TaskStatus> = {
  DISPATCHED: text('已派单', 'Dispatched'),
  ACCEPTED: text('已接单', 'Accepted'),
  DONE: text('已完成', 'Done'),
  RETURNED: text('已退单', 'Returned'),
  CANCELLED: text('已取消', 'Cancelled'),
}

/** The verb on a button, and what the timeline says once it is done. */
export const COMPLAINT_ACTION_LABELS: Labels<ComplaintAction> = {
  register: text('登记', 'Register'),
  acknowledge: text('受理', 'Acknowledge'),
  assign: text('指派', 'Assign'),
  handOver: text('移交', 'Hand over'),
  contain: text('应急处置', 'Contain'),
  investigate: text('开始调查', 'Investigate'),
  recordFindings: text('登记调查结果', 'Record findings'),
  ruleResponsibility: text('裁定责任', 'Rule on responsibility'),
  propose: text('提出方案', 'Propose options'),
  review: text('审核', 'Review'),
  recordOralApproval: text('登记口头批准', 'Record an oral approval'),
  signOralApproval: text('补签口头批准', 'Sign the oral approval'),
  denyOralApproval: text('否认口头批准', 'Deny the oral approval'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  offer: text('向客户提出', 'Offer to the client'),
  logContactAttempt: text('登记联系', 'Log a contact attempt'),
  confirm: text('客户确认', 'Confirm'),
  refuseOption: text('客户拒绝', 'Option refused'),
  recordAgreement: text('登记客户已签协议', 'Record the signed agreement'),
  dispatch: text('派单', 'Dispatch'),
  resolve: text('办结', 'Resolve'),
  followUp: text('回访', 'Follow up'),
  close: text('结案', 'Close'),
  reopen: text('重新处理', 'Reopen'),
  withdraw: text('撤回', 'Withdraw'),
  refer: text('转办', 'Refer'),
  answerReferral: text('登记转办答复', 'Record the referral’s answer'),
  makePromise: text('承诺时间', 'Promise a time'),
  decline: text('不予支持', 'Decline'),
  dismiss: text('判定不成立', 'Dismiss as unfounded'),
  merge: text('合并', 'Merge'),
}

export const COMPLAINT_EVENT_LABELS: Labels<ComplaintAction> = {
  register: text('登记了投诉', 'registered the complaint'),
  acknowledge: text('受理了投诉', 'acknowledged the complaint'),
  assign: text('指派了承办人', 'assigned the case'),
  handOver: text('移交案件，待接收', 'offered the case to somebody else; not accepted yet'),
  contain: text('作了应急处置', 'contained the damage'),
  investigate: text('开始了调查', 'started the investigation'),
  recordFindings: text('登记了调查结果', 'recorded the findings'),
  ruleResponsibility: text('裁定了责任', 'ruled on responsibility'),
  propose: text('提出了处理方案', 'proposed options'),
  review: text('审核了方案', 'reviewed the option'),
  recordOralApproval: text('登记了口头批准', 'recorded an oral approval'),
  signOralApproval: text('补签了口头批准', 'signed the oral approval'),
  denyOralApproval: text('否认了口头批准', 'denied the oral approval'),
  approve: text('批准了方案', 'approved the option'),
  reject: text('驳回了方案', 'rejected the option'),
  offer: text('向客户提出了方案', 'offered the option to the client'),
  logContactAttempt: text('联系客户未果', 'tried to reach the client'),
  confirm: text('登记了客户确认', "recorded the client's confirmation"),
  refuseOption: text('登记了客户拒绝', "recorded the client's refusal"),
  recordAgreement: text('登记了客户签署的处理协议', 'recorded that the client signed the agreement'),
  dispatch: text('派出了执行单', 'dispatched an order'),
  resolve: text('办结了投诉', 'resolved the complaint'),
  followUp: text('回访了客户', 'followed up with the client'),
  close: text('结案', 'closed the case'),
  reopen: text('重新处理了投诉', 'reopened the case'),
  withdraw: text('登记了客户撤回', 'recorded the withdrawal'),
  refer: text('转办了投诉', 'referred the case'),
  answerReferral: text('登记了转办答复', 'recorded the answer to the referral'),
  makePromise: text('向客户承诺了时间', 'promised the client a time'),
  decline: text('决定不予支持', 'declined the demand'),
  dismiss: text('判定投诉不成立', 'dismissed the complaint as unfounded'),
  merge: text('合并了投诉', 'merged the complaint'),
}

/** All that the timeline of a case can say. */
export const TIMELINE_LABELS: Labels<ComplaintEventAction> = {
  ...COMPLAINT_EVENT_LABELS,
  ...PROMISE_EVENT_LABELS,
  ...HANDOVER_EVENT_LABELS,
}

export const TASK_ACTION_LABELS: Labels<TaskAction> = {
  assign: text('派给', 'Assign'),
  accept: text('接单', 'Accept'),
  complete: text('完成', 'Complete'),
  return: text('退单', 'Return'),
  cancel: text('取消', 'Cancel'),
}

export const TASK_EVENT_LABELS: Labels<TaskAction> = {
  assign: text('指派了执行单', 'assigned the order'),
  accept: text('接了执行单', 'accepted the order'),
  complete: text('完成了执行单', 'completed the order'),
  return: text('退回了执行单', 'returned the order'),
  cancel: text('取消了执行单', 'cancelled the order'),
}
