import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** Where what is asked for is used: in the house, or outside it, which the general manager alone allows. */
export const EXPORT_USES = ['INSIDE', 'OUTSIDE'] as const
export type ExportUse = (typeof EXPORT_USES)[number]

export const EXPORT_USE_LABELS: Labels<ExportUse> = {
  INSIDE: text('公司内使用', 'Inside the company'),
  OUTSIDE: text('公司外使用', 'Outside the company'),
}

/** What can be asked for in the ordinary way. */
export const ASKED_EXPORT_FORMS = ['PRINT', 'CARD', 'CSV', 'XLSX'] as const
export type AskedExportForm = (typeof ASKED_EXPORT_FORMS)[number]
/** All that is held about one person, for that person: asked for by their own request only, and made both ways at once. */
export const SUBJECT_EXPORT_FORMS = ['ARCHIVE_PDF', 'ARCHIVE_JSON'] as const
export const EXPORT_FORMS = [...ASKED_EXPORT_FORMS, ...SUBJECT_EXPORT_FORMS] as const
export type ExportForm = (typeof EXPORT_FORMS)[number]

export const EXPORT_FORM_LABELS: Labels<ExportForm> = {
  PRINT: text('打印名单（PDF）', 'Printed list (PDF)'),
  CARD: text('索引卡（PDF，每位客户一页）', 'Index cards (PDF, a page each)'),
  CSV: text('CSV 文件', 'CSV file'),
  XLSX: text('Excel 文件', 'Excel file'),
  ARCHIVE_PDF: text('个人信息副本（PDF）', 'Copy for the person (PDF)'),
  ARCHIVE_JSON: text('个人信息副本（JSON）', 'Copy for the person (JSON)'),
}

export const EXPORT_STATUSES = ['IN_SIGNING', 'APPROVED', 'PRODUCED', 'REJECTED', 'WITHDRAWN'] as const
export type ExportStatus = (typeof EXPORT_STATUSES)[number]

export const EXPORT_STATUS_LABELS: Labels<ExportStatus> = {
  IN_SIGNING: text('审批中', 'Being signed'),
  APPROVED: text('已批准，待制作', 'Approved, not yet produced'),
  PRODUCED: text('已制作', 'Produced'),
  REJECTED: text('已驳回', 'Rejected'),
  WITHDRAWN: text('已撤回', 'Withdrawn'),
}

/** Verb, permission and mutation bear the same name. */
export const EXPORT_ACTIONS = ['submit', 'review', 'approve', 'reject', 'withdraw', 'produce'] as const
export type ExportAction = (typeof EXPORT_ACTIONS)[number]

export const EXPORT_ACTION_LABELS: Labels<ExportAction> = {
  submit: text('提交申请', 'Submit'),
  review: text('审核通过', 'Review'),
  approve: text('批准', 'Approve'),
  reject: text('驳回', 'Reject'),
  withdraw: text('撤回', 'Withdraw'),
  produce: text('制作副本', 'Produce the copies'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const EXPORT_EVENT_LABELS: Labels<ExportAction> = {
  submit: text('申请使用客户信息', 'asked for the use of client information by'),
  review: text('审核了客户信息使用申请', 'reviewed the request'),
  approve: text('批准了客户信息使用申请', 'approved the request'),
  reject: text('驳回了客户信息使用申请', 'rejected the request'),
  withdraw: text('撤回了客户信息使用申请', 'withdrew the request'),
  produce: text('制作了受控副本', 'had the copies produced of'),
}

/**
 * PRODUCING: the worker is at it. FAILED: it was tried in vain, and can be tried again. PRODUCED: it waits to be fetched and signed for. HELD: somebody
 * answers for it. GIVEN: it is the person's own.
 */
export const COPY_STATUSES = [
  'PRODUCING',
  'FAILED',
  'PRODUCED',
  'HELD',
  'GIVEN',
  'RETURNED',
  'DESTROYED',
] as const
export type CopyStatus = (typeof COPY_STATUSES)[number]

export const COPY_STATUS_LABELS: Labels<CopyStatus> = {
  PRODUCING: text('制作中', 'Being produced'),
  FAILED: text('制作失败', 'Not produced'),
  PRODUCED: text('待领取', 'To be fetched'),
  HELD: text('在用', 'In use'),
  GIVEN: text('已交本人', 'With the person'),
  RETURNED: text('已收回', 'Returned'),
  DESTROYED: text('已销毁', 'Destroyed'),
}

/** Copies that somebody has, or can still get. */
export const OUTSTANDING_COPY_STATUSES: readonly CopyStatus[] = ['PRODUCED', 'HELD']

export const COPY_ACTIONS = ['produce', 'fetch', 'receive', 'return', 'destroy'] as const
export type CopyAction = (typeof COPY_ACTIONS)[number]

export const COPY_ACTION_LABELS: Labels<CopyAction> = {
  produce: text('重新制作', 'Produce again'),
  fetch: text('取得文件', 'Fetch the file'),
  receive: text('签收', 'Sign for it'),
  return: text('收回', 'Take it back'),
  destroy: text('销毁', 'Destroy'),
}

export const COPY_EVENT_LABELS: Labels<CopyAction> = {
  produce: text('重新制作了受控副本', 'had the copy produced again'),
  fetch: text('取得了受控副本的下载链接', 'got a link to the copy'),
  receive: text('签收了受控副本', 'signed for the copy'),
  return: text('收回了受控副本', 'took back the copy'),
  destroy: text('销毁了受控副本', 'destroyed the copy'),
}

/** A link to a copy works once, for this long. */
export const COPY_LINK_MINUTES = 15
/** Clients in one request: what a person can answer for, and an approver can judge. */
export const MOST_EXPORTED_CLIENTS = 2_000
export const MOST_COPIES = 20

/** Is it what a person gets of their own? */
export const isForSubject = (form: ExportForm): boolean =>
  (SUBJECT_EXPORT_FORMS as readonly ExportForm[]).includes(form)
