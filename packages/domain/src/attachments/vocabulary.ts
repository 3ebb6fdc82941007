import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is done with a file that hangs on a record: verb, permission and audit entry bear the same name. */
export const ATTACHMENT_ACTIONS = ['add', 'remove', 'reveal'] as const
export type AttachmentAction = (typeof ATTACHMENT_ACTIONS)[number]

export const ATTACHMENT_ACTION_LABELS: Labels<AttachmentAction> = {
  add: text('添加附件', 'Attach a file'),
  remove: text('移除附件', 'Remove the file'),
  reveal: text('查看敏感附件', 'Show a sensitive file'),
}

/** How the audit trail tells of it, after the name of who did it. */
export const ATTACHMENT_EVENT_LABELS: Labels<AttachmentAction> = {
  add: text('添加了附件', 'attached the file'),
  remove: text('移除了附件', 'removed the file'),
  reveal: text('查看了敏感附件', 'was shown the sensitive file'),
}

/** How far a file may travel; chosen by whoever attaches it, since nobody else knows what is in it. */
export const ATTACHMENT_CLASSES = ['INTERNAL', 'PERSONAL', 'SENSITIVE'] as const
export type AttachmentClass = (typeof ATTACHMENT_CLASSES)[number]

export const ATTACHMENT_CLASS_LABELS: Labels<AttachmentClass> = {
  INTERNAL: text('内部', 'Internal'),
  PERSONAL: text('个人信息', 'Personal'),
  SENSITIVE: text('敏感', 'Sensitive'),
}

/** What each class means, for the moment of choosing. */
export const ATTACHMENT_CLASS_HINTS: Labels<AttachmentClass> = {
  INTERNAL: text('不涉及个人，如租赁合同、公司简介', 'About no person: a lease, a company brochure'),
  PERSONAL: text('涉及个人，如照片、来信、登记表', 'About a person: a photograph, a letter, a form'),
  SENSITIVE: text(
    '证件、账户、健康、行踪等：加密保存，查看须说明用途并记入台账',
    'Identity papers, accounts, health, whereabouts: kept encrypted; shown for a reason, on record',
  ),
}
