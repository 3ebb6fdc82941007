/** Words for the permissions of money, for its verbs in the audit trail, and for the records that the trail is about. */
import { text, type Text } from '../text.ts'
import {
  PAYMENT_ACTION_LABELS,
  PAYMENT_EVENT_LABELS,
  RECEIVABLE_ACTION_LABELS,
  RECEIVABLE_EVENT_LABELS,
  type PaymentAction,
  type ReceivableAction,
} from './vocabulary.ts'

const prefixed = <A extends string, P extends string>(
  prefix: P,
  labels: Readonly<Record<A, Text>>,
  noun?: Text,
): Record<`${P}:${A}`, Text> =>
  Object.fromEntries(
    Object.entries<Text>(labels).map(([action, { zh, en }]) => [
      `${prefix}:${action}`,
      noun ? text(`${noun.zh}：${zh}`, `${noun.en}: ${en}`) : text(zh, en),
    ]),
  ) as Record<`${P}:${A}`, Text>

export type LabelledMoneyPermission =
  | `receivable:${ReceivableAction}`
  | `payment:${PaymentAction}`
  | 'receivable:read'
  | 'receivable:readAmounts'
  | 'receivable:readNotes'
  | 'payment:read'

export const MONEY_PERMISSION_LABELS: Readonly<Record<LabelledMoneyPermission, Text>> = {
  ...prefixed('receivable', RECEIVABLE_ACTION_LABELS, text('应收', 'Receivables')),
  ...prefixed('payment', PAYMENT_ACTION_LABELS, text('收款', 'Payments')),
  'receivable:read': text('应收：查看', 'Receivables: read'),
  'receivable:readAmounts': text('应收：查看金额', 'Receivables: read amounts'),
  'receivable:readNotes': text('应收：查看备注与付款人', 'Receivables: read notes and payers'),
  'payment:read': text('收款：查看', 'Payments: read'),
}

export const MONEY_EVENT_LABELS = {
  ...prefixed('receivable', RECEIVABLE_EVENT_LABELS),
  ...prefixed('payment', PAYMENT_EVENT_LABELS),
} as const

export const MONEY_SUBJECTS = ['receivable', 'payment', 'payment_allocation'] as const

export const MONEY_SUBJECT_LABELS: Readonly<Record<(typeof MONEY_SUBJECTS)[number], Text>> = {
  receivable: text('应收', 'Receivable'),
  payment: text('收款', 'Payment'),
  payment_allocation: text('核销', 'Allocation'),
}
