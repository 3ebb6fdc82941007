import type { Permission } from '../access/policy.ts'
import { ATTACHMENT_EVENT_LABELS } from '../attachments/vocabulary.ts'
import { COMPLAINT_EVENT_LABELS, TASK_EVENT_LABELS } from '../complaints/labels.ts'
import { CLIENT_EVENT_LABELS } from '../clients/vocabulary.ts'
import { CLIENT_MERGE_EVENT_LABELS } from '../clients/merging/vocabulary.ts'
import { KEY_ACCOUNT_EVENT_LABELS } from '../key-accounts/key-account-words.ts'
import { KEY_ACCOUNT_NOMINATION_EVENT_LABELS } from '../key-accounts/vocabulary.ts'
import { CUSTOM_FIELD_EVENT_LABELS } from '../clients/filing/custom-field.ts'
import { ARCHIVE_REQUIREMENT_EVENT_LABELS } from '../clients/duty/requirement.ts'
import { SPOT_CHECK_EVENT_LABELS } from '../clients/duty/spot-check.ts'
import { TAG_EVENT_LABELS } from '../clients/filing/tag.ts'
import { DOCUMENT_EVENT_LABELS } from '../documents/vocabulary.ts'
import { COPY_EVENT_LABELS, EXPORT_EVENT_LABELS } from '../exports/vocabulary.ts'
import { IMPORT_SOURCE_EVENT_LABELS } from '../imports/custody/import-source.ts'
import { HANDOVER_EVENT_LABELS } from '../handovers/vocabulary.ts'
import { GRADING_EVENT_LABELS } from '../grading/permission-words.ts'
import { INVENTORY_EVENT_LABELS } from '../inventory/inventory-words.ts'
import { MONEY_EVENT_LABELS } from '../money/permission-words.ts'
import { GRADING_CYCLE_AUDIT_LABELS } from '../grading/cycles/permission-words.ts'
import { PLAN_TEMPLATE_AUDIT_LABELS } from '../maintenance-plans/template-words.ts'
import { EQUIPMENT_AUDIT_LABELS } from '../equipment/equipment-words.ts'
import { PLAN_AUDIT_LABELS } from '../maintenance-plans/permission-words.ts'
import { EVALUATION_AUDIT_LABELS } from '../maintenance-plans/evaluation-words.ts'
import { PLAN_WORK_AUDIT_LABELS } from '../maintenance-plans/task-words.ts'
import { PROMISE_EVENT_LABELS } from '../promises/vocabulary.ts'
import { LEAD_SETTING_EVENT_LABELS } from '../leads/lead-labels.ts'
import { LEAD_ACTIONS, LEAD_EVENT_LABELS, type LeadAction } from '../leads/vocabulary.ts'
import { SALES_EVENT_LABELS } from '../opportunities/sales-labels.ts'
import { CARE_AUDIT_LABELS } from '../care/vocabulary.ts'
import { MEMBERSHIP_AUDIT_LABELS } from '../membership/vocabulary.ts'
import { SILENCE_EVENT_LABELS } from '../silence/silence-labels.ts'
import { SUBJECT_REQUEST_EVENT_LABELS } from '../subject-requests/vocabulary.ts'
import { text, type Text } from '../text.ts'

/** A verb that leaves a trace: every permission but those to read, to look up by name and to enter a portal. */
export type AuditedVerb = Exclude<
  Permission,
  `${string}:read${string}` | 'client:lookup' | `portal:${string}`
>

const prefixed = <A extends string, P extends string>(
  prefix: P,
  labels: Readonly<Record<A, Text>>,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, label]) => [`${prefix}:${action}`, label]),
  ) as Record<`${P}:${A}`, Text>

/** What the clock does is no verb. */
const LEAD_VERB_EVENTS = Object.fromEntries(
  LEAD_ACTIONS.map((action) => [action, LEAD_EVENT_LABELS[action]]),
) as Readonly<Record<LeadAction, Text>>

type Told = keyof typeof CASES
const CASES = {
  ...prefixed('complaint', COMPLAINT_EVENT_LABELS),
  ...prefixed('task', TASK_EVENT_LABELS),
  ...prefixed('document', DOCUMENT_EVENT_LABELS),
  ...prefixed('exportRequest', EXPORT_EVENT_LABELS),
  ...prefixed('clientMerge', CLIENT_MERGE_EVENT_LABELS),
  ...prefixed('importSource', IMPORT_SOURCE_EVENT_LABELS),
  ...prefixed('subjectRequest', SUBJECT_REQUEST_EVENT_LABELS),
  ...prefixed('controlledCopy', COPY_EVENT_LABELS),
  ...prefixed('client', CLIENT_EVENT_LABELS),
  ...prefixed('attachment', ATTACHMENT_EVENT_LABELS),
  ...MONEY_EVENT_LABELS,
  ...GRADING_EVENT_LABELS,
  ...GRADING_CYCLE_AUDIT_LABELS,
  ...prefixed('archiveRequirement', ARCHIVE_REQUIREMENT_EVENT_LABELS),
  ...prefixed('spotCheck', SPOT_CHECK_EVENT_LABELS),
  ...prefixed('tag', TAG_EVENT_LABELS),
  ...prefixed('lead', LEAD_VERB_EVENTS),
  ...prefixed('customField', CUSTOM_FIELD_EVENT_LABELS),
  ...SALES_EVENT_LABELS,
  ...prefixed('keyAccountNomination', KEY_ACCOUNT_NOMINATION_EVENT_LABELS),
}

const OTHERS: Readonly<Record<Exclude<AuditedVerb, Told>, Text>> = {
  ...LEAD_SETTING_EVENT_LABELS,
  ...INVENTORY_EVENT_LABELS,
  ...SILENCE_EVENT_LABELS,
  ...CARE_AUDIT_LABELS,
  ...MEMBERSHIP_AUDIT_LABELS,
  ...KEY_ACCOUNT_EVENT_LABELS,
  ...PLAN_AUDIT_LABELS,
  ...PLAN_WORK_AUDIT_LABELS,
  ...EVALUATION_AUDIT_LABELS,
  ...EQUIPMENT_AUDIT_LABELS,
  ...PLAN_TEMPLATE_AUDIT_LABELS,
  'complaint:revealPhone': text('查看了联系人的完整电话', 'revealed the contact’s phone number'),
  'subjectRequestPolicy:set': text(
    '设定了个人信息主体请求的答复期限',
    'set the time limits for requests of data subjects',
  ),
  'client:setField': text('填写了自定义字段', 'filled in fields of'),
  'client:revealField': text('查看了敏感字段', 'was shown sensitive fields of'),
  'client:confirmArchive': text('与客户核对了档案', 'confirmed the archive with'),
  'client:tag': text('给客户贴了标签', 'gave a tag to'),
  'client:untag': text('取下了客户的标签', 'took a tag off'),
  'client:printCard': text('打印了索引卡', 'printed the index card of'),
  'client:assignManager': text('指定了专职客户经理', 'named the key account manager'),
  'client:lookupByPhone': text('按手机尾号查找了客户', 'looked clients up by digits of a phone'),
  'client:revealPhone': text('查看了客户的完整电话', 'revealed the client’s phone number'),
  'client:amendIdentity': text('变更了客户的姓名或类别', 'amended the name of'),
  'client:recordStatus': text('登记了客户状况', 'recorded the status of a company in'),
  'client:revealStatus': text('查看了企业资金与信用', 'revealed the money and credit of'),
  'client:setProfile': text('填写了个人资料', 'filled in the profile'),
  'client:revealProfile': text('查看了个人资料', 'revealed the profile of'),
  'agreementPolicy:set': text('设定了处理协议的起点金额', 'set from which sum on an agreement is owed'),
  'reception:record': text('记了一笔接待', 'noted a reception of'),
  'reception:finish': text('办完了接待的下一步', 'took the next step of the reception of'),
  'reception:amend': text('更正了接待记录', 'amended the reception of'),
  'revealPolicy:set': text('设定了查阅限额', 'set the limit of reading'),
  'promise:answer': PROMISE_EVENT_LABELS.answerPromise,
  'promise:supersede': PROMISE_EVENT_LABELS.supersedePromise,
  'promise:pause': PROMISE_EVENT_LABELS.pausePromise,
  'promise:resume': PROMISE_EVENT_LABELS.resumePromise,
  'handover:offer': text('交班', 'handed over the shift with'),
  'handover:accept': HANDOVER_EVENT_LABELS.acceptHandover,
  'handover:decline': HANDOVER_EVENT_LABELS.declineHandover,
  'handover:takeBack': HANDOVER_EVENT_LABELS.takeBackHandover,
  'handover:ask': text('询问了交接事项', 'asked about a line of'),
  'handover:reply': text('答复了交接询问', 'replied about a line of'),
  'promisePolicy:set': text('设定了承诺时限规则', 'set the promise policy'),
  'staff:hire': text('录用了员工', 'hired'),
  'staff:change': text('修改了员工资料', 'changed the particulars of'),
  'staff:assignRoles': text('调整了员工角色', 'assigned the roles of'),
  'staff:assignTerritory': text('调整了责任片区', 'assigned the territory of'),
  'staff:disable': text('停用了账号', 'disabled the account of'),
  'staff:enable': text('启用了账号', 'enabled the account of'),
  'staff:resetPassword': text('重置了密码', 'reset the password of'),
  'staff:changePassword': text('修改了本人密码', 'changed the password of their own account'),
  'account:setUpOneTimeCode': text('开始设置动态验证码', 'began to set up a one-time code for'),
  'account:confirmOneTimeCode': text('启用了动态验证码', 'set up a one-time code for'),
  'account:addPasskey': text('添加了通行密钥', 'added a passkey to'),
  'account:removeFactor': text('移除了登录验证', 'removed a second factor of'),
  'account:renewRecoveryCodes': text('更换了备用码', 'renewed the recovery codes of'),
  'account:makeCalendarFeed': text('生成了日历订阅地址', 'made an address of the calendar of'),
  'account:revokeCalendarFeed': text('撤销了日历订阅地址', 'revoked the address of the calendar of'),
  'account:setPin': text('设置了签名 PIN 码', 'set the signing PIN of'),
  'account:endSession': text('结束了一处登录', 'ended a session of'),
  'account:endOtherSessions': text('结束了其他登录', 'ended the other sessions of'),
  'account:usePasswordReset': text('凭一次性链接设了新密码', 'set a new password by one-time link for'),
  'staff:countersignPasskey': text('确认了通行密钥，归属于', 'countersigned a passkey of'),
  'staff:resetFactors': text('清除了登录验证', 'reset the second factors of'),
  'staff:endSessions': text('结束了登录', 'ended the sessions of'),
  'staff:issuePasswordReset': text('发放了重设密码链接', 'issued a password reset link for'),
  'failedJob:retry': text('要求重试任务', 'had tried again the job'),
  'factorPolicy:set': text('设定了登录要求', 'set the sign-in requirement of'),
  'factorPolicy:remove': text('取消了登录要求', 'removed the sign-in requirement of'),
  'signatureProof:set': text('设定了签署验证要求', 'set what signatures must be proven by in'),
  'department:add': text('新增了部门', 'added the department'),
  'department:change': text('修改了部门', 'changed the department'),
  'department:archive': text('停用了部门', 'archived the department'),
  'department:restore': text('恢复了部门', 'restored the department'),
  'project:add': text('新增了项目', 'added the project'),
  'project:change': text('修改了项目', 'changed the project'),
  'project:addBuilding': text('新增了楼栋', 'added the building'),
  'project:changeUnit': text('修改了房号资料', 'changed the unit'),
  'project:addUnits': text('新增了房号', 'added units to'),
  'delegation:give': text('授予了签核授权', 'gave a delegation'),
  'delegation:revoke': text('撤销了签核授权', 'revoked a delegation'),
  'signOff:prove': text('导出了签核证明', 'exported the proof of the signatures of'),
  'audit:verify': text('核验了审计记录', 'verified the audit trail of'),
  'audit:export': text('导出了审计记录', 'exported the audit trail of'),
  'witness:appointCosigner': text('委任了台账的副署服务', 'appointed the cosigning witness'),
  'witness:appointMailbox': text('委任了台账的审计邮箱', 'appointed the mailbox as witness'),
  'witness:tell': text('要求立即通报台账见证', 'had told now the witness'),
  'witness:dismiss': text('解除了台账见证', 'dismissed the witness'),
  'ledger:verify': text('核验了签核台账', 'verified the ledger of'),
  'ledger:export': text('导出了签核台账', 'exported the ledger of'),
  'partner:add': text('新增了合作方', 'added the partner'),
  'partner:issueCredential': text('签发了凭证', 'issued the credential'),
  'partner:revokeCredential': text('撤销了凭证', 'revoked the credential'),
  'webhook:add': text('新增了 Webhook 端点', 'added the webhook endpoint'),
  'webhook:change': text('修改了 Webhook 端点', 'changed the webhook endpoint'),
  'webhook:pause': text('暂停了 Webhook 端点', 'paused the webhook endpoint'),
  'webhook:resume': text('恢复了 Webhook 端点', 'resumed the webhook endpoint'),
  'webhook:rotateSecret': text('更换了 Webhook 密钥', 'rotated the secret of the webhook endpoint'),
  'webhook:test': text('发送了 Webhook 测试', 'sent a test as the webhook message'),
  'webhook:replay': text('重发了 Webhook 消息', 'replayed the webhook message'),
  'webhook:replayFailed': text('重发了失败的 Webhook 消息', 'replayed what failed at the webhook endpoint'),
  'webhook:archive': text('移除了 Webhook 端点', 'removed the webhook endpoint'),
  'calendar:changeWorkingWeek': text('调整了每周工作时段', 'changed the working week of'),
  'calendar:addSpecialDay': text('增加了特殊日', 'added a special day to'),
  'calendar:removeSpecialDay': text('删除了特殊日', 'removed a special day from'),
  'calendar:publishHolidayYear': text('公布了放假安排', 'published the holidays of a year for'),
  'import:run': text('运行了导入', 'ran the import'),
  'import:cancel': text('取消了导入', 'cancelled the import'),
  'import:choose': text('处理了导入中的疑似重复', 'decided on likely duplicates of the import'),
  'import:apply': text('批准写入导入', 'had the import written'),
  'import:undo': text('撤销了导入', 'had the import undone'),
  'import:saveMapping': text('保存了导入的列对应', 'saved the import mapping'),
  'import:retireMapping': text('停用了导入的列对应', 'retired the import mapping'),
  'import:setPolicy': text('设定了导入的复核行数', 'set when imports need a second person'),
  'notice:markRead': text('把消息标为已读', 'marked notices as read'),
  'notice:changePreferences': text('修改了本人的消息设定', 'changed how they are told'),
  'noticeTemplate:change': text('修改了消息模板', 'changed the text of a notice'),
  'clientNotice:markTold': text('登记已告知客户', 'marked the client as told'),
  'clientNotice:waive': text('免于告知客户', 'waived telling the client'),
  'shiftPlan:set': text('设置了班次与交接提醒', 'set shift times and reminders'),
  'duty:assign': text('排了班', 'assigned a shift'),
  'duty:copyWeek': text('沿用了上一周的排班', 'copied the roster of the week before'),
  'view:save': text('保存了列表视图', 'saved the view of a list'),
  'view:change': text('修改了列表视图', 'changed the view of a list'),
  'view:move': text('调整了列表视图的顺序', 'moved the view of a list'),
  'view:pin': text('固定了共享的列表视图', 'pinned a shared view of a list'),
  'view:unpin': text('取消固定列表视图', 'unpinned a view of a list'),
  'view:remove': text('删除了列表视图', 'removed the view of a list'),
  'view:shareWithDepartment': text('与本部门共享了列表视图', 'shared the view of a list with the department'),
  'view:shareWithRole': text('与岗位共享了视图', 'shared with a role the view'),
  'view:shareWithOrganization': text('与全公司共享了列表视图', 'shared the view of a list with the company'),
  'clientNotice:resend': text('重发给客户的邮件', 'sent the mail to the client again'),
}

/** What the audit trail says of each verb, between who did it and what they did it to. */
export const AUDIT_EVENT_LABELS: Readonly<Record<AuditedVerb, Text>> = { ...CASES, ...OTHERS }

/** The words of a stored verb; undefined for one that no version of today knows. */
export const auditEventLabel = (verb: string): Text | undefined =>
  (AUDIT_EVENT_LABELS as Readonly<Record<string, Text>>)[verb]
