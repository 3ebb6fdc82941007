import type { SigningKind } from '../sign-off/signing-kinds.ts'
import { text, type Text } from '../text.ts'

/**
 * Kinds of controlled document 受控文件 that have revisions of their own. Most are written: titled clauses with paragraphs. Authority matrix,
 * signature policy and grading standard are structured: their rows are what the system goes by. So is a destruction record: a row for each thing destroyed.
 */
export const DOCUMENT_KINDS = [
  'CONTROL_PROCEDURE',
  'REGULATION',
  'GRADING_STANDARD',
  'EVALUATION_SCHEME',
  'VISIT_RULES',
  'PROPOSAL_TEMPLATE',
  'AGREEMENT_TEMPLATE',
  'SETTLEMENT_AGREEMENT',
  'DESTRUCTION_RECORD',
  'AUTHORITY_LIMITS',
  'SIGNATURE_POLICY',
] as const satisfies readonly SigningKind[]
export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

/** What proposals and agreements are made from 模板: whoever sells reads them. */
export const SALES_DOCUMENT_KINDS = [
  'PROPOSAL_TEMPLATE',
  'AGREEMENT_TEMPLATE',
] as const satisfies readonly DocumentKind[]

/** Written with a client about one case: the only kind that tells of a client. */
export const CASE_DOCUMENT_KINDS = ['SETTLEMENT_AGREEMENT'] as const satisfies readonly DocumentKind[]
/** Made by the verb that destroys something, never drafted by hand: it certifies what was done with client information. */
export const RECORD_DOCUMENT_KINDS = ['DESTRUCTION_RECORD'] as const satisfies readonly DocumentKind[]
/** Kinds that a person words. */
export const DRAFTED_DOCUMENT_KINDS: readonly Exclude<
  DocumentKind,
  (typeof RECORD_DOCUMENT_KINDS)[number]
>[] = DOCUMENT_KINDS.filter((kind) => kind !== 'DESTRUCTION_RECORD')
/** The company's own rules. */
export const COMPANY_DOCUMENT_KINDS: readonly DocumentKind[] = DRAFTED_DOCUMENT_KINDS.filter(
  (kind) => !(CASE_DOCUMENT_KINDS as readonly DocumentKind[]).includes(kind),
)

/** The system goes by these: an organization has one of each, which is amended and never ends. */
export const STANDING_DOCUMENT_KINDS = [
  'AUTHORITY_LIMITS',
  'SIGNATURE_POLICY',
] as const satisfies readonly DocumentKind[]
/** An organization has one of each at a time. */
export const SINGLE_DOCUMENT_KINDS: readonly DocumentKind[] = [...STANDING_DOCUMENT_KINDS, 'GRADING_STANDARD']
export const ENDING_DOCUMENT_KINDS: readonly DocumentKind[] = DOCUMENT_KINDS.filter(
  (kind) => !(STANDING_DOCUMENT_KINDS as readonly DocumentKind[]).includes(kind),
)

/** Controlled status 受控状态. UNCONTROLLED: nothing of it was ever in force. */
export const CONTROL_STATUSES = ['CONTROLLED', 'UNCONTROLLED', 'OBSOLETE'] as const
export type ControlStatus = (typeof CONTROL_STATUSES)[number]

/** Where a revision stands. APPROVED: it waits for the day on which it becomes effective. */
export const REVISION_STATUSES = [
  'DRAFT',
  'IN_SIGNING',
  'APPROVED',
  'EFFECTIVE',
  'SUPERSEDED',
  'OBSOLETE',
  'WITHDRAWN',
] as const
export type RevisionStatus = (typeof REVISION_STATUSES)[number]

/** A document has one revision at most that is still on its way. */
export const OPEN_REVISION_STATUSES: readonly RevisionStatus[] = ['DRAFT', 'IN_SIGNING', 'APPROVED']

/** The verbs of people; becoming effective is the calendar's. */
export const DOCUMENT_ACTIONS = [
  'draft',
  'amend',
  'change',
  'submit',
  'review',
  'approve',
  'reject',
  'withdraw',
  'retire',
] as const
export type DocumentAction = (typeof DOCUMENT_ACTIONS)[number]

type Labels<K extends string> = Readonly<Record<K, Text>>

export const DOCUMENT_KIND_LABELS: Labels<DocumentKind> = {
  CONTROL_PROCEDURE: text('控制程序', 'Control procedure'),
  REGULATION: text('管理办法', 'Regulation'),
  GRADING_STANDARD: text('分级标准', 'Grading standard'),
  EVALUATION_SCHEME: text('评估方案', 'Evaluation scheme'),
  VISIT_RULES: text('回访规则', 'Visit rules'),
  PROPOSAL_TEMPLATE: text('方案书模板', 'Template of proposals'),
  AGREEMENT_TEMPLATE: text('服务协议模板', 'Template of agreements'),
  SETTLEMENT_AGREEMENT: text('处理协议', 'Settlement agreement'),
  DESTRUCTION_RECORD: text('销毁记录', 'Destruction record'),
  AUTHORITY_LIMITS: text('核决权限表', 'Authority matrix'),
  SIGNATURE_POLICY: text('签核权限规定', 'Signature policy'),
}

export const CONTROL_STATUS_LABELS: Labels<ControlStatus> = {
  CONTROLLED: text('受控', 'Controlled'),
  UNCONTROLLED: text('非受控', 'Uncontrolled'),
  OBSOLETE: text('作废', 'Obsolete'),
}

export const REVISION_STATUS_LABELS: Labels<RevisionStatus> = {
  DRAFT: text('起草', 'Draft'),
  IN_SIGNING: text('会签中', 'In signing'),
  APPROVED: text('已批准，待生效', 'Approved, not yet effective'),
  EFFECTIVE: text('有效', 'In force'),
  SUPERSEDED: text('已被替代', 'Superseded'),
  OBSOLETE: text('作废', 'Obsolete'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

export const DOCUMENT_ACTION_LABELS: Labels<DocumentAction> = {
  draft: text('起草文件', 'Draft a document'),
  amend: text('修订', 'Amend'),
  change: text('修改草稿', 'Change the draft'),
  submit: text('提交会签', 'Submit for signing'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回', 'Withdraw'),
  retire: text('作废', 'Make obsolete'),
}

/** What the audit trail says between who and what. */
export const DOCUMENT_EVENT_LABELS: Labels<DocumentAction> = {
  draft: text('起草了文件', 'drafted the document'),
  amend: text('开始修订', 'began to amend'),
  change: text('修改了草稿', 'changed the draft of'),
  submit: text('提交会签', 'submitted for signing'),
  review: text('审核通过了', 'reviewed'),
  approve: text('批准了', 'approved'),
  reject: text('驳回了', 'rejected'),
  withdraw: text('撤回了', 'withdrew'),
  retire: text('作废了', 'made obsolete'),
}
