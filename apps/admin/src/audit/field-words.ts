import {
  CAUSE_LABELS,
  CHANNEL_LABELS,
  CONFIRMATION_MODE_LABELS,
  KIND_LABELS,
  OPTION_KIND_LABELS,
  OPTION_STATUS_LABELS,
  PROJECT_TYPE_LABELS,
  PURPOSE_LABELS,
  ROLE_LABELS,
  SEVERITY_LABELS,
  STATUS_LABELS,
  TASK_STATUS_LABELS,
  text,
  TRACK_LABELS,
  type Text,
} from '@steward/domain'

/** Members of records as the audit trail names them. One that is not listed is shown by its own name. */
const FIELDS: Readonly<Record<string, Text>> = {
  name: text('名称', 'Name'),
  code: text('代码', 'Code'),
  type: text('类型', 'Type'),
  address: text('地址', 'Address'),
  position: text('岗位', 'Position'),
  personId: text('自然人', 'Natural person'),
  signInName: text('登录名', 'Sign-in name'),
  departmentId: text('部门', 'Department'),
  createdAt: text('建立时间', 'Created'),
  disabledAt: text('停用时间', 'Disabled'),
  archivedAt: text('停用时间', 'Archived'),
  roles: text('角色', 'Roles'),
  secondFactors: text('登录验证', 'Second factors'),
  sessionsEnded: text('结束的登录', 'Sessions ended'),
  passwordResetUntil: text('重设密码链接有效至', 'Password reset link until'),
  recoveryCodesRenewedAt: text('更换备用码时间', 'Recovery codes renewed'),
  graceDays: text('宽限天数', 'Days of grace'),
  since: text('起始时间', 'Since'),
  partnerId: text('合作方', 'Partner'),
  label: text('用途', 'Purpose'),
  scopes: text('权限范围', 'Scopes'),
  allowedFrom: text('允许的来源', 'May come from'),
  pointsPerMinute: text('每分钟额度', 'Points a minute'),
  expiresAt: text('到期时间', 'Expires'),
  revokedAt: text('撤销时间', 'Revoked'),
  url: text('接收地址', 'Address'),
  events: text('事件', 'Events'),
  pauseReason: text('暂停原因', 'Why it is paused'),
  overlapUntil: text('旧密钥有效至', 'Old secret signs until'),
  endpointId: text('Webhook 端点', 'Webhook endpoint'),
  event: text('事件', 'Event'),
  replayed: text('重发（条数 / 起始时间）', 'Replayed (messages / since)'),
  territory: text('责任片区', 'Territory'),
  projectId: text('项目', 'Project'),
  buildingId: text('楼栋', 'Building'),
  unitId: text('房号', 'Unit'),
  units: text('房号', 'Units'),
  role: text('角色', 'Role'),
  cause: text('原因', 'Cause'),
  limitMinor: text('核决限额', 'Limit'),
  number: text('编号', 'Number'),
  status: text('状态', 'Status'),
  severity: text('级别', 'Severity'),
  kind: text('类别', 'Kind'),
  track: text('轨道', 'Track'),
  purpose: text('目的', 'Purpose'),
  channel: text('渠道', 'Channel'),
  anonymous: text('匿名', 'Anonymous'),
  categoryId: text('事项分类', 'Category'),
  clientId: text('客户', 'Client'),
  contactName: text('联系人', 'Contact'),
  contactPhone: text('联系电话', 'Phone'),
  contactPhoneMasked: text('联系电话（遮盖）', 'Phone, masked'),
  summary: text('摘要', 'Summary'),
  facts: text('事实', 'Facts'),
  demand: text('诉求', 'Demand'),
  containment: text('应急处置', 'Containment'),
  occurredAt: text('发生时间', 'Occurred'),
  registeredAt: text('登记时间', 'Registered'),
  registeredById: text('登记人', 'Registered by'),
  readBackAt: text('复述确认时间', 'Read back'),
  handlingDepartmentId: text('承办部门', 'Handling department'),
  assigneeId: text('承办人', 'Assignee'),
  acknowledgedAt: text('受理时间', 'Acknowledged'),
  investigatedById: text('调查人', 'Investigated by'),
  findings: text('调查结果', 'Findings'),
  wasReal: text('是否属实', 'Was it so'),
  faultShare: text('责任比例', 'Share of fault'),
  proposedResponsibleDepartmentId: text('建议责任部门', 'Proposed responsible department'),
  responsibilityRuledById: text('责任裁定人', 'Ruled by'),
  causeNote: text('原因说明', 'Why it happened'),
  preventionNote: text('预防措施', 'What prevents it'),
  proposalRevision: text('方案轮次', 'Round of proposals'),
  proposerId: text('方案提出人', 'Proposed by'),
  currentOptionId: text('当前方案', 'Current option'),
  currentOptionKind: text('当前方案类别', 'Kind of the current option'),
  amountMinor: text('金额', 'Amount'),
  authorityAmountMinor: text('核决金额', 'Amount for authority'),
  currency: text('币种', 'Currency'),
  approverId: text('批准人', 'Approved by'),
  approvedAt: text('批准时间', 'Approved'),
  offeredAt: text('提出时间', 'Offered'),
  confirmationMode: text('确认方式', 'Confirmed by'),
  confirmedAt: text('确认时间', 'Confirmed'),
  contactAttempts: text('联系次数', 'Attempts to reach'),
  openTaskCount: text('未完成执行单', 'Open orders'),
  taskAssigneeIds: text('执行人', 'Carried out by'),
  dispatchedDepartmentIds: text('执行部门', 'Departments with orders'),
  dispatchingDepartmentId: text('派单部门', 'Dispatching department'),
  dispatchedById: text('派单人', 'Dispatched by'),
  dispatchedAt: text('派单时间', 'Dispatched'),
  dueAt: text('要求完成时间', 'Due'),
  acceptedById: text('接单人', 'Accepted by'),
  acceptedAt: text('接单时间', 'Accepted'),
  completedById: text('完成人', 'Completed by'),
  completedAt: text('完成时间', 'Completed'),
  instruction: text('执行要求', 'Instruction'),
  evidenceNote: text('完成凭证', 'Evidence'),
  handlerId: text('办结人', 'Resolved by'),
  resolvedAt: text('办结时间', 'Resolved'),
  followedUpById: text('回访人', 'Followed up by'),
  followedUpAt: text('回访时间', 'Followed up'),
  followUpSatisfied: text('回访满意', 'Satisfied'),
  followUpCount: text('回访次数', 'Return visits'),
  closedById: text('结案人', 'Closed by'),
  closedAt: text('结案时间', 'Closed'),
  closeReason: text('结案说明', 'Reason of closing'),
  referredTo: text('转办单位', 'Referred to'),
  referredAt: text('转办时间', 'Referred'),
  reopenCount: text('重开次数', 'Reopened'),
  keyAccountManagerId: text('客户经理', 'Key account manager'),
  description: text('方案内容', 'Description'),
  recommended: text('推荐', 'Recommended'),
  rank: text('顺序', 'Rank'),
  revision: text('轮次', 'Revision'),
  reason: text('原因说明', 'Reason'),
  complaintId: text('投诉', 'Complaint'),
}

type Words = Readonly<Record<string, Text>>

/** Members whose words depend on the kind of record. */
const VALUES_OF: Readonly<Record<string, Readonly<Record<string, Words>>>> = {
  COMPLAINT_OPTION: { status: OPTION_STATUS_LABELS, kind: OPTION_KIND_LABELS },
  COMPLAINT_TASK: { status: TASK_STATUS_LABELS },
}

/** Values that are words of the domain. */
const VALUES: Readonly<Record<string, Words>> = {
  status: STATUS_LABELS,
  severity: SEVERITY_LABELS,
  kind: KIND_LABELS,
  currentOptionKind: OPTION_KIND_LABELS,
  track: TRACK_LABELS,
  purpose: PURPOSE_LABELS,
  channel: CHANNEL_LABELS,
  cause: CAUSE_LABELS,
  confirmationMode: CONFIRMATION_MODE_LABELS,
  type: PROJECT_TYPE_LABELS,
  role: ROLE_LABELS,
  roles: ROLE_LABELS,
}

const YES_NO: Readonly<Record<string, Text>> = { true: text('是', 'yes'), false: text('否', 'no') }

/** What a member is called; its own name where nobody gave it another. */
export const fieldWord = (field: string): Text => FIELDS[field] ?? text(field, field)

/** The word for a value, where it is one of the domain's. */
export const valueWord = (subjectType: string, field: string, value: string): Text | undefined =>
  (VALUES_OF[subjectType]?.[field] ?? VALUES[field])?.[value] ?? YES_NO[value]

/** A stored value may be a list: its parts. */
export function partsOf(value: string): readonly string[] {
  if (!value.startsWith('[')) return [value]
  try {
    const list: unknown = JSON.parse(value)
    return Array.isArray(list) ? list.map(String) : [value]
  } catch {
    return [value]
  }
}
