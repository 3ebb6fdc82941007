import { text, type Text } from '../text.ts'

/** What is signed in rounds: each kind has its rules in the signature policy (domain.md 6). */
export const SIGNING_KINDS = [
  'COMPLAINT_PROPOSAL',
  'COMPLAINT_RULING',
  'COMPLAINT_CLOSURE',
  'SETTLEMENT_AGREEMENT',
  'CONTROL_PROCEDURE',
  'REGULATION',
  'AUTHORITY_LIMITS',
  'SIGNATURE_POLICY',
  'GRADING_STANDARD',
  'EVALUATION_SCHEME',
  'GRADE_DIRECTORY',
  'MAINTENANCE_PLAN',
  'FACILITY_PLAN',
  'PLAN_SUMMARY',
  'FACILITY_SUMMARY',
  'VISIT_RULES',
  'EXPORT_REQUEST',
  'DESTRUCTION_RECORD',
  'CLIENT_MERGE',
  'PRICE_FORM',
  'SERVICE_AGREEMENT',
  'PROPOSAL_TEMPLATE',
  'AGREEMENT_TEMPLATE',
  'KEY_ACCOUNT_COMPANY',
  'KEY_ACCOUNT_BRANCH',
] as const
export type SigningKind = (typeof SIGNING_KINDS)[number]

export const SIGNING_KIND_LABELS: Readonly<Record<SigningKind, Text>> = {
  COMPLAINT_PROPOSAL: text('投诉处理方案', 'Complaint proposal'),
  COMPLAINT_RULING: text('投诉裁定', 'Complaint ruling'),
  COMPLAINT_CLOSURE: text('投诉结案', 'Complaint closure'),
  SETTLEMENT_AGREEMENT: text('处理协议', 'Settlement agreement'),
  CONTROL_PROCEDURE: text('控制程序', 'Control procedure'),
  REGULATION: text('管理办法', 'Regulation'),
  AUTHORITY_LIMITS: text('核决权限表', 'Authority matrix'),
  SIGNATURE_POLICY: text('签核权限规定', 'Signature policy'),
  GRADING_STANDARD: text('客户分级标准', 'Grading standard'),
  EVALUATION_SCHEME: text('客户评估管理方案', 'Evaluation scheme'),
  GRADE_DIRECTORY: text('客户分级目录', 'Grade directory'),
  MAINTENANCE_PLAN: text('客户关系维护方案', 'Client relationship plan'),
  FACILITY_PLAN: text('设施设备维保计划', 'Facility maintenance plan'),
  PLAN_SUMMARY: text('客户维护总结表', 'Plan summary'),
  FACILITY_SUMMARY: text('设施设备维保总结表', 'Facility plan summary'),
  VISIT_RULES: text('回访规则', 'Visit rules'),
  EXPORT_REQUEST: text('客户信息使用申请', 'Request for client information'),
  DESTRUCTION_RECORD: text('销毁记录', 'Destruction record'),
  CLIENT_MERGE: text('客户合并', 'Client merge'),
  PRICE_FORM: text('价格核定表', 'Price approval'),
  SERVICE_AGREEMENT: text('服务协议（合同评审）', 'Service agreement (contract review)'),
  PROPOSAL_TEMPLATE: text('方案书模板', 'Template of proposals'),
  AGREEMENT_TEMPLATE: text('服务协议模板', 'Template of agreements'),
  KEY_ACCOUNT_COMPANY: text('公司级大客户', 'Key account of the company'),
  KEY_ACCOUNT_BRANCH: text('分公司级大客户', 'Key account of a branch'),
}

/** Decided by one signature over what stands after it; nobody prepares them for somebody else. */
export const SINGLE_STEP_KINDS = [
  'COMPLAINT_RULING',
  'COMPLAINT_CLOSURE',
] as const satisfies readonly SigningKind[]

export const isSingleStep = (kind: SigningKind): boolean =>
  (SINGLE_STEP_KINDS as readonly SigningKind[]).includes(kind)
