import { IMPORT_SOURCE_ACTION_LABELS, type ImportSourceAction } from '../imports/custody/import-source.ts'
import { COMPLAINT_ACTION_LABELS, TASK_ACTION_LABELS } from '../complaints/labels.ts'
import type { ComplaintAction, TaskAction } from '../complaints/vocabulary.ts'
import { ATTACHMENT_ACTION_LABELS, type AttachmentAction } from '../attachments/vocabulary.ts'
import { CLIENT_ACTION_LABELS, type ClientAction } from '../clients/vocabulary.ts'
import { CUSTOM_FIELD_ACTION_LABELS, type CustomFieldAction } from '../clients/filing/custom-field.ts'
import {
  ARCHIVE_REQUIREMENT_ACTION_LABELS,
  type ArchiveRequirementAction,
} from '../clients/duty/requirement.ts'
import { SPOT_CHECK_ACTION_LABELS, type SpotCheckAction } from '../clients/duty/spot-check.ts'
import { TAG_ACTION_LABELS, type TagAction } from '../clients/filing/tag.ts'
import { DOCUMENT_ACTION_LABELS, type DocumentAction } from '../documents/vocabulary.ts'
import { CLIENT_MERGE_ACTION_LABELS, type ClientMergeAction } from '../clients/merging/vocabulary.ts'
import {
  COPY_ACTION_LABELS,
  EXPORT_ACTION_LABELS,
  type CopyAction,
  type ExportAction,
} from '../exports/vocabulary.ts'
import { HANDOVER_ACTION_LABELS, type HandoverAction } from '../handovers/vocabulary.ts'
import { PROMISE_ACTION_LABELS, type PromiseAction } from '../promises/vocabulary.ts'
import { MONEY_PERMISSION_LABELS, type LabelledMoneyPermission } from '../money/permission-words.ts'
import { LEAD_PERMISSION_LABELS } from '../leads/lead-labels.ts'
import { LEAD_ACTION_LABELS, type LeadAction } from '../leads/vocabulary.ts'
import { SUBJECT_REQUEST_ACTION_LABELS, type SubjectRequestAction } from '../subject-requests/vocabulary.ts'
import { text, type Text } from '../text.ts'
import type { Permission } from './policy.ts'

type VerbPermission =
  | `complaint:${ComplaintAction}`
  | `task:${TaskAction}`
  | `promise:${PromiseAction}`
  | `handover:${HandoverAction}`
  | `document:${DocumentAction}`
  | `exportRequest:${ExportAction}`
  | `clientMerge:${ClientMergeAction}`
  | `importSource:${ImportSourceAction}`
  | `subjectRequest:${SubjectRequestAction}`
  | `controlledCopy:${CopyAction}`
  | `client:${ClientAction}`
  | `attachment:${AttachmentAction}`
  | LabelledMoneyPermission
  | `tag:${TagAction}`
  | `archiveRequirement:${ArchiveRequirementAction}`
  | `spotCheck:${SpotCheckAction}`
  | `lead:${LeadAction}`
  | `customField:${CustomFieldAction}`

const verbs = <A extends string, P extends string>(
  prefix: P,
  noun: Text,
  labels: Readonly<Record<A, Text>>,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, label]) => [
      `${prefix}:${action}`,
      text(`${noun.zh}：${label.zh}`, `${noun.en}: ${label.en}`),
    ]),
  ) as Record<`${P}:${A}`, Text>

const OTHERS: Readonly<Record<Exclude<Permission, VerbPermission>, Text>> = {
  ...LEAD_PERMISSION_LABELS,
  'complaint:read': text('投诉：编号、状态、级别', 'Complaints: number, status, severity'),
  'complaint:readClassification': text('投诉：分类与来源', 'Complaints: classification and source'),
  'complaint:readSummary': text('投诉：摘要', 'Complaints: summary'),
  'complaint:readPlace': text('投诉：地点', 'Complaints: place'),
  'complaint:readFacts': text('投诉：事实与诉求', 'Complaints: facts and demand'),
  'complaint:readClient': text('投诉：客户与联系人', 'Complaints: client and contact'),
  'complaint:readHandling': text('投诉：经办人与经过', 'Complaints: handlers and history'),
  'complaint:readInvestigation': text('投诉：调查内容', 'Complaints: findings'),
  'complaint:readResponsibility': text('投诉：责任判定', 'Complaints: responsibility'),
  'complaint:readProposal': text('投诉：处理方案', 'Complaints: options'),
  'complaint:readAmounts': text('投诉：金额', 'Complaints: amounts'),
  'complaint:revealPhone': text('投诉：查看完整电话', 'Complaints: reveal the phone number'),
  'task:read': text('执行单：查看', 'Orders: read'),
  'task:readInstruction': text('执行单：查看内容', 'Orders: read instructions'),
  'promise:read': text('承诺：查看', 'Promises: read'),
  'signaturePolicy:read': text('查看签核权限规定', 'See the signature policy'),
  'signing:readAwaited': text('待签：等我签核的、我送签的', 'What waits for one’s signature'),
  'signing:readOwed': text('查看签核看板', 'See who owes which signature'),
  'delegation:read': text('查看签核授权', 'See delegations'),
  'delegation:give': text('授权他人代签', 'Let somebody sign for one'),
  'delegation:revoke': text('撤销签核授权', 'Revoke a delegation'),
  'subjectRequest:read': text('个人信息主体请求：查看', 'Requests of data subjects: read'),
  'subjectRequest:readWords': text(
    '个人信息主体请求：请求与答复内容',
    'Requests of data subjects: what was said',
  ),
  'subjectRequestPolicy:read': text(
    '个人信息主体请求：查看答复期限',
    'Requests of data subjects: see the time limits',
  ),
  'subjectRequestPolicy:set': text(
    '个人信息主体请求：设定答复期限',
    'Requests of data subjects: set the time limits',
  ),
  'importSource:read': text('数据源保管：查看', 'Sources of imports: read'),
  'clientMerge:read': text('客户合并：查看', 'Merges of clients: read'),
  'exportRequest:read': text('客户信息使用申请：查看', 'Requests for client information: read'),
  'controlledCopy:read': text('受控副本：查看', 'Controlled copies: read'),
  'controlledCopy:readMark': text('受控副本：辨认来源', 'Controlled copies: recognize'),
  'handover:read': text('交接：查看', 'Hand-overs: read'),
  'handover:readRemarks': text('交接：查看说明', 'Hand-overs: read remarks'),
  'promisePolicy:read': text('承诺时限规则：查看', 'Promise policy: read'),
  'promisePolicy:set': text('承诺时限规则：设定', 'Promise policy: set'),
  'client:read': text('客户：查看', 'Clients: read'),
  'client:readName': text('客户：查看姓名', 'Clients: read names'),
  'client:readTimeline': text('客户：查看时间线', 'Clients: read the timeline'),
  'client:readCases': text('客户：投诉件数与最近一次', 'Clients: number of cases, and the last'),
  'client:printCard': text('客户：打印索引卡', 'Clients: print the index card'),
  'client:assignManager': text('客户：指定专职客户经理', 'Clients: name key account managers'),
  'attachment:read': text('附件：查看（敏感的除外）', 'Files: read, but for sensitive ones'),
  'customField:read': text('自定义字段：查看', 'Custom fields: read'),
  'client:setField': text('客户：填写自定义字段', 'Clients: fill in fields'),
  'client:revealField': text('客户：查看敏感字段', 'Clients: show sensitive fields'),
  'client:readDuty': text('客户：档案缺什么、什么待核对', 'Clients: what an archive lacks'),
  'client:confirmArchive': text('客户：与客户核对档案', 'Clients: confirm an archive with the client'),
  'client:readCompleteness': text('客户：档案完整率', 'Clients: how complete archives are'),
  'archiveRequirement:read': text('档案要求：查看', 'Requirements of archives: read'),
  'spotCheck:read': text('档案抽查：查看', 'Spot checks: read'),
  'tag:read': text('标签：查看', 'Tags: read'),
  'client:tag': text('客户：贴标签', 'Clients: give a tag'),
  'client:untag': text('客户：取下标签', 'Clients: take a tag off'),
  'client:lookup': text('客户：查找', 'Clients: look up'),
  'client:lookupByPhone': text('客户：按电话尾号查找', 'Clients: look up by last digits of phone'),
  'client:readLookups': text('客户：自己的尾号查找', 'Clients: own look-ups by phone'),
  'client:revealPhone': text('客户：查看完整电话', 'Clients: reveal the phone number'),
  'client:readParticulars': text('客户：查看个人情况与家庭成员', 'Clients: read particulars and household'),
  'client:amendIdentity': text('客户：变更姓名、类别与关系', 'Clients: amend name, kind and relation'),
  'client:readStatus': text('客户状况记录：查看', 'Status records: read'),
  'client:recordStatus': text('客户状况记录：登记', 'Status records: record'),
  'client:revealStatus': text('客户状况记录：查看资金与信用', 'Status records: reveal money and credit'),
  'client:readProfile': text('个人资料：查看已登记项', 'Profiles: see what is on file'),
  'client:setProfile': text('个人资料：填写', 'Profiles: fill in'),
  'client:revealProfile': text('个人资料：查看内容', 'Profiles: reveal'),
  'reveal:read': text('查阅台账：查看', 'Ledger of reading: read'),
  'revealPolicy:read': text('查阅限额：查看', 'Limit of reading: read'),
  'revealPolicy:set': text('查阅限额：设定', 'Limit of reading: set'),
  'reception:read': text('接待记录：查看', 'Receptions: read'),
  'reception:readWords': text('接待记录：查看内容', 'Receptions: read what was said'),
  'reception:record': text('接待记录：记一笔', 'Receptions: note'),
  'reception:amend': text('接待记录：更正', 'Receptions: amend'),
  'reception:finish': text('接待：登记下一步已办', 'Receptions: say that the next step is done'),
  'staff:read': text('员工：查看', 'Staff: read'),
  'staff:hire': text('员工：录用', 'Staff: hire'),
  'staff:change': text('员工：修改资料', 'Staff: change particulars'),
  'staff:assignRoles': text('员工：调整角色', 'Staff: assign roles'),
  'staff:assignTerritory': text('员工：调整责任片区', 'Staff: assign territory'),
  'staff:disable': text('员工：停用账号', 'Staff: disable accounts'),
  'staff:enable': text('员工：启用账号', 'Staff: enable accounts'),
  'staff:resetPassword': text('员工：重置密码', 'Staff: reset passwords'),
  'staff:changePassword': text('本人：修改密码', 'Own account: change the password'),
  'account:setUpOneTimeCode': text('本人：设置动态验证码', 'Own account: set up a one-time code'),
  'account:confirmOneTimeCode': text('本人：启用动态验证码', 'Own account: confirm the one-time code'),
  'account:addPasskey': text('本人：添加通行密钥', 'Own account: add a passkey'),
  'account:removeFactor': text('本人：移除登录验证', 'Own account: remove a second factor'),
  'account:renewRecoveryCodes': text('本人：更换备用码', 'Own account: renew the recovery codes'),
  'account:setPin': text('本人：设置签名 PIN 码', 'Own account: set the signing PIN'),
  'account:endSession': text('本人：结束一处登录', 'Own account: end a session'),
  'account:endOtherSessions': text('本人：结束其他登录', 'Own account: end the other sessions'),
  'account:usePasswordReset': text(
    '本人：凭一次性链接设新密码',
    'Own account: set a password by one-time link',
  ),
  'staff:readAccess': text('员工：查看登录验证与登录设备', 'Staff: read second factors and sessions'),
  'staff:countersignPasskey': text('员工：确认通行密钥', 'Staff: countersign a passkey'),
  'staff:resetFactors': text('员工：清除登录验证', 'Staff: reset second factors'),
  'staff:endSessions': text('员工：结束登录', 'Staff: end sessions'),
  'staff:issuePasswordReset': text('员工：发放重设密码链接', 'Staff: issue password reset links'),
  'factorPolicy:read': text('登录要求：查看', 'Sign-in requirements: read'),
  'factorPolicy:set': text('登录要求：设定', 'Sign-in requirements: set'),
  'factorPolicy:remove': text('登录要求：取消', 'Sign-in requirements: remove'),
  'signatureProof:read': text('签署验证：查看', 'Proof of signatures: read'),
  'signatureProof:set': text('签署验证：设定', 'Proof of signatures: set'),
  'department:read': text('部门：查看', 'Departments: read'),
  'department:add': text('部门：新增', 'Departments: add'),
  'department:change': text('部门：修改', 'Departments: change'),
  'department:archive': text('部门：停用', 'Departments: archive'),
  'department:restore': text('部门：恢复', 'Departments: restore'),
  'project:read': text('项目、楼栋与房号：查看', 'Projects, buildings and units: read'),
  'project:add': text('项目：新增', 'Projects: add'),
  'project:change': text('项目：修改', 'Projects: change'),
  'project:addBuilding': text('项目：新增楼栋', 'Projects: add buildings'),
  'project:addUnits': text('项目：新增房号', 'Projects: add units'),
  'project:changeUnit': text('项目：修改房号资料', 'Projects: change units'),
  'calendar:read': text('工作时间：查看', 'Working time: read'),
  'calendar:changeWorkingWeek': text('工作时间：调整每周时段', 'Working time: change the week'),
  'calendar:addSpecialDay': text('工作时间：增加特殊日', 'Working time: add a special day'),
  'calendar:removeSpecialDay': text('工作时间：删除特殊日', 'Working time: remove a special day'),
  'calendar:publishHolidayYear': text('工作时间：公布放假安排', 'Working time: publish holidays'),
  'agreementPolicy:read': text('处理协议起点：查看', 'When an agreement is owed: read'),
  'agreementPolicy:set': text('处理协议起点：设定', 'When an agreement is owed: set'),
  'limit:read': text('核决权限：查看', 'Limits of authority: read'),
  'document:read': text('受控文件：查看', 'Controlled documents: read'),
  'document:readContent': text('受控文件：查看内容', 'Controlled documents: read the content'),
  'import:read': text('导入：查看', 'Imports: read'),
  'import:run': text('导入：执行', 'Imports: run'),
  'import:cancel': text('导入：取消', 'Imports: cancel'),
  'import:choose': text('导入：处理疑似重复', 'Imports: decide on likely duplicates'),
  'import:apply': text('导入：写入', 'Imports: apply'),
  'import:undo': text('导入：撤销', 'Imports: undo'),
  'import:saveMapping': text('导入：保存列对应', 'Imports: save mappings'),
  'import:retireMapping': text('导入：停用列对应', 'Imports: retire mappings'),
  'import:setPolicy': text('导入：设定复核行数', 'Imports: set when a second person applies'),
  'partner:read': text('合作方：查看', 'Partners: read'),
  'partner:add': text('合作方：新增', 'Partners: add'),
  'partner:issueCredential': text('合作方：签发凭证', 'Partners: issue credentials'),
  'partner:revokeCredential': text('合作方：撤销凭证', 'Partners: revoke credentials'),
  'webhook:read': text('Webhook：查看', 'Webhooks: read'),
  'webhook:add': text('Webhook：新增端点', 'Webhooks: add endpoints'),
  'webhook:change': text('Webhook：修改端点', 'Webhooks: change endpoints'),
  'webhook:pause': text('Webhook：暂停', 'Webhooks: pause'),
  'webhook:resume': text('Webhook：恢复', 'Webhooks: resume'),
  'webhook:rotateSecret': text('Webhook：更换密钥', 'Webhooks: rotate secrets'),
  'webhook:test': text('Webhook：发送测试', 'Webhooks: send a test'),
  'webhook:replay': text('Webhook：重发一条', 'Webhooks: replay a message'),
  'webhook:replayFailed': text('Webhook：重发全部失败', 'Webhooks: replay all that failed'),
  'webhook:archive': text('Webhook：移除端点', 'Webhooks: remove endpoints'),
  'audit:read': text('审计记录：查看', 'Audit trail: read'),
  'audit:verify': text('审计记录：核验', 'Audit trail: verify'),
  'audit:export': text('审计记录：导出', 'Audit trail: export'),
  'signOff:read': text('责任签核：查看', 'Sign-offs: read'),
  'signOff:prove': text('责任签核：导出证明', 'Sign-offs: export a proof'),
  'witness:read': text('台账见证：查看', 'Witnesses of the ledger: read'),
  'witness:appointCosigner': text('台账见证：委任副署服务', 'Witnesses: appoint a cosigning service'),
  'witness:appointMailbox': text('台账见证：委任审计邮箱', 'Witnesses: appoint a mailbox'),
  'witness:tell': text('台账见证：立即通报', 'Witnesses: tell now'),
  'witness:dismiss': text('台账见证：解除', 'Witnesses: dismiss'),
  'ledger:read': text('签核台账：查看', 'Ledger: read'),
  'ledger:verify': text('签核台账：核验', 'Ledger: verify'),
  'ledger:export': text('签核台账：导出', 'Ledger: export'),
  'notice:read': text('消息：查看自己的', 'Notices: read one’s own'),
  'notice:markRead': text('消息：标为已读', 'Notices: mark as read'),
  'notice:changePreferences': text('消息：设定接收方式', 'Notices: choose how to be told'),
  'shiftPlan:read': text('班次与交接提醒：查看', 'Shift times and reminders: read'),
  'shiftPlan:set': text('班次与交接提醒：设置', 'Shift times and reminders: set'),
  'duty:read': text('排班表：查看', 'Roster: read'),
  'duty:assign': text('排班表：排班', 'Roster: assign'),
  'duty:copyWeek': text('排班表：沿用上一周', 'Roster: copy the week before'),
  'view:read': text('列表视图：查看', 'Views of lists: read'),
  'view:save': text('列表视图：保存', 'Views of lists: save'),
  'view:change': text('列表视图：修改自己的', 'Views of lists: change one’s own'),
  'view:move': text('列表视图：排序', 'Views of lists: put in order'),
  'view:pin': text('列表视图：固定他人共享的', 'Views of lists: pin what others share'),
  'view:unpin': text('列表视图：取消固定', 'Views of lists: unpin'),
  'view:remove': text('列表视图：删除', 'Views of lists: remove'),
  'view:shareWithDepartment': text('列表视图：与本部门共享', 'Views of lists: share with the department'),
  'view:shareWithRole': text('列表视图：与岗位共享', 'Views: share with a role'),
  'view:shareWithOrganization': text('列表视图：与全公司共享', 'Views of lists: share with the company'),
  'noticeTemplate:read': text('消息模板：查看', 'Texts of notices: read'),
  'noticeTemplate:change': text('消息模板：修改', 'Texts of notices: change'),
  'clientNotice:read': text('告知客户：查看', 'Telling clients: read'),
  'clientNotice:markTold': text('告知客户：登记已告知', 'Telling clients: mark as told'),
  'clientNotice:waive': text('告知客户：免告知', 'Telling clients: waive'),
  'clientNotice:resend': text('告知客户：重发', 'Telling clients: send again'),
  'mail:read': text('邮件：查看发送情况', 'Mail: see how it fares'),
  'system:read': text('系统状态：查看', 'State of the system: read'),
  'failedJob:read': text('失败的任务：查看', 'Failed jobs: read'),
  'failedJob:retry': text('失败的任务：重试', 'Failed jobs: try again'),
  'portal:admin': text('管理门户', 'Administration portal'),
  'portal:customerService': text('客户服务门户', 'Customer service portal'),
  'portal:propertyManagement': text('物业管理门户', 'Property management portal'),
}

export const PERMISSION_LABELS: Readonly<Record<Permission, Text>> = {
  ...verbs('complaint', text('投诉', 'Complaints'), COMPLAINT_ACTION_LABELS),
  ...verbs('task', text('执行单', 'Orders'), TASK_ACTION_LABELS),
  ...verbs('promise', text('承诺', 'Promises'), PROMISE_ACTION_LABELS),
  ...verbs('handover', text('交接', 'Hand-overs'), HANDOVER_ACTION_LABELS),
  ...verbs(
    'exportRequest',
    text('客户信息使用申请', 'Requests for client information'),
    EXPORT_ACTION_LABELS,
  ),
  ...verbs(
    'subjectRequest',
    text('个人信息主体请求', 'Requests of data subjects'),
    SUBJECT_REQUEST_ACTION_LABELS,
  ),
  ...verbs('clientMerge', text('客户合并', 'Merges of clients'), CLIENT_MERGE_ACTION_LABELS),
  ...verbs('importSource', text('数据源保管', 'Sources of imports'), IMPORT_SOURCE_ACTION_LABELS),
  ...verbs('controlledCopy', text('受控副本', 'Controlled copies'), COPY_ACTION_LABELS),
  ...verbs('document', text('受控文件', 'Controlled documents'), DOCUMENT_ACTION_LABELS),
  ...verbs('client', text('客户', 'Clients'), CLIENT_ACTION_LABELS),
  ...verbs('attachment', text('附件', 'Files'), ATTACHMENT_ACTION_LABELS),
  ...MONEY_PERMISSION_LABELS,
  ...verbs(
    'archiveRequirement',
    text('档案要求', 'Requirements of archives'),
    ARCHIVE_REQUIREMENT_ACTION_LABELS,
  ),
  ...verbs('spotCheck', text('档案抽查', 'Spot checks'), SPOT_CHECK_ACTION_LABELS),
  ...verbs('tag', text('标签', 'Tags'), TAG_ACTION_LABELS),
  ...verbs('lead', text('线索', 'Leads'), LEAD_ACTION_LABELS),
  ...verbs('customField', text('自定义字段', 'Custom fields'), CUSTOM_FIELD_ACTION_LABELS),
  ...OTHERS,
}
