import { text, type Text } from '../text.ts'

/** Kinds of record that the audit trail is about, by the name under which they are stored. */
const CONFIGURATION = [
  'organization_profile',
  'department',
  'staff',
  'staff_role',
  'staff_territory',
  'factor_policy',
  'project',
  'building',
  'unit',
  'authority_limit',
  'working_calendar',
  'complaint_category',
  'import_run',
  'partner',
  'partner_credential',
  'webhook_endpoint',
  'webhook_message',
  'notice_template',
  'notice_preference',
  'saved_view',
  'promise_policy',
  'failed_job',
] as const
const BUSINESS = [
  'client',
  'client_occupancy',
  'complaint',
  'complaint_option',
  'complaint_task',
  'client_notice',
  'promise',
  'promise_pause',
  'handover',
  'handover_item',
  'controlled_document',
  'document_revision',
] as const

export const AUDIT_SUBJECTS = [...CONFIGURATION, ...BUSINESS] as const
export type AuditSubject = (typeof AUDIT_SUBJECTS)[number]

/** What an administrator sets up. The rest tells of clients and cases, which are none of an administrator's business. */
export const CONFIGURATION_SUBJECTS: readonly AuditSubject[] = CONFIGURATION

export const AUDIT_SUBJECT_LABELS: Readonly<Record<AuditSubject, Text>> = {
  organization_profile: text('企业', 'Organization'),
  department: text('部门', 'Department'),
  staff: text('员工', 'Staff'),
  staff_role: text('员工角色', 'Role of staff'),
  staff_territory: text('责任片区', 'Territory'),
  project: text('项目', 'Project'),
  building: text('楼栋', 'Building'),
  unit: text('房号', 'Unit'),
  authority_limit: text('核决权限', 'Limit of authority'),
  working_calendar: text('工作日历', 'Working calendar'),
  complaint_category: text('投诉分类', 'Category'),
  import_run: text('导入', 'Import'),
  notice_template: text('消息模板', 'Text of a notice'),
  notice_preference: text('消息设定', 'Preferences for notices'),
  saved_view: text('列表视图', 'View of a list'),
  client_notice: text('告知客户', 'Telling the client'),
  partner: text('合作方', 'Partner'),
  partner_credential: text('合作方凭证', 'Partner credential'),
  webhook_endpoint: text('Webhook 端点', 'Webhook endpoint'),
  webhook_message: text('Webhook 消息', 'Webhook message'),
  failed_job: text('失败的任务', 'Failed job'),
  factor_policy: text('登录要求', 'Sign-in requirement'),
  client: text('客户', 'Client'),
  client_occupancy: text('客户与房号', 'Occupancy'),
  complaint: text('投诉', 'Complaint'),
  complaint_option: text('处理方案', 'Option'),
  complaint_task: text('执行单', 'Order'),
  promise: text('承诺', 'Promise'),
  promise_pause: text('承诺暂停', 'Pause of a promise'),
  handover: text('交接', 'Hand-over'),
  handover_item: text('交接清单', 'Line of a hand-over'),
  promise_policy: text('承诺时限规则', 'Promise policy'),
  controlled_document: text('受控文件', 'Controlled document'),
  document_revision: text('文件版次', 'Revision of a document'),
}
