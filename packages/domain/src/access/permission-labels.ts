import { COMPLAINT_ACTION_LABELS, TASK_ACTION_LABELS } from '../complaints/labels.ts'
import type { ComplaintAction, TaskAction } from '../complaints/vocabulary.ts'
import { text, type Text } from '../text.ts'
import type { Permission } from './policy.ts'

type VerbPermission = `complaint:${ComplaintAction}` | `task:${TaskAction}`

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
  'client:read': text('客户：查看', 'Clients: read'),
  'client:readName': text('客户：查看姓名', 'Clients: read names'),
  'client:lookup': text('客户：查找', 'Clients: look up'),
  'client:lookupByPhone': text('客户：按电话尾号查找', 'Clients: look up by last digits of phone'),
  'client:revealPhone': text('客户：查看完整电话', 'Clients: reveal the phone number'),
  'staff:read': text('员工：查看', 'Staff: read'),
  'staff:hire': text('员工：录用', 'Staff: hire'),
  'staff:change': text('员工：修改资料', 'Staff: change particulars'),
  'staff:assignRoles': text('员工：调整角色', 'Staff: assign roles'),
  'staff:assignTerritory': text('员工：调整责任片区', 'Staff: assign territory'),
  'staff:disable': text('员工：停用账号', 'Staff: disable accounts'),
  'staff:enable': text('员工：启用账号', 'Staff: enable accounts'),
  'staff:resetPassword': text('员工：重置密码', 'Staff: reset passwords'),
  'staff:changePassword': text('本人：修改密码', 'Own account: change the password'),
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
  'limit:read': text('核决权限：查看', 'Limits of authority: read'),
  'limit:set': text('核决权限：设定', 'Limits of authority: set'),
  'limit:remove': text('核决权限：取消', 'Limits of authority: remove'),
  'import:read': text('导入：查看', 'Imports: read'),
  'import:run': text('导入：执行', 'Imports: run'),
  'import:cancel': text('导入：取消', 'Imports: cancel'),
  'partner:read': text('合作方：查看', 'Partners: read'),
  'partner:add': text('合作方：新增', 'Partners: add'),
  'partner:issueCredential': text('合作方：签发凭证', 'Partners: issue credentials'),
  'partner:revokeCredential': text('合作方：撤销凭证', 'Partners: revoke credentials'),
  'audit:read': text('审计记录：查看', 'Audit trail: read'),
  'signOff:read': text('责任签核：查看', 'Sign-offs: read'),
  'notice:read': text('消息：查看自己的', 'Notices: read one’s own'),
  'notice:markRead': text('消息：标为已读', 'Notices: mark as read'),
  'notice:changePreferences': text('消息：设定接收方式', 'Notices: choose how to be told'),
  'noticeTemplate:read': text('消息模板：查看', 'Texts of notices: read'),
  'noticeTemplate:change': text('消息模板：修改', 'Texts of notices: change'),
  'clientNotice:read': text('告知客户：查看', 'Telling clients: read'),
  'clientNotice:markTold': text('告知客户：登记已告知', 'Telling clients: mark as told'),
  'clientNotice:waive': text('告知客户：免告知', 'Telling clients: waive'),
  'clientNotice:resend': text('告知客户：重发', 'Telling clients: send again'),
  'mail:read': text('邮件：查看发送情况', 'Mail: see how it fares'),
  'portal:admin': text('管理门户', 'Administration portal'),
  'portal:customerService': text('客户服务门户', 'Customer service portal'),
  'portal:propertyManagement': text('物业管理门户', 'Property management portal'),
}

export const PERMISSION_LABELS: Readonly<Record<Permission, Text>> = {
  ...verbs('complaint', text('投诉', 'Complaints'), COMPLAINT_ACTION_LABELS),
  ...verbs('task', text('执行单', 'Orders'), TASK_ACTION_LABELS),
  ...OTHERS,
}
