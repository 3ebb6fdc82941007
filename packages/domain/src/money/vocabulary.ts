import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

/** What is owed to us. */
export const RECEIVABLE_KINDS = [
  'MANAGEMENT_FEE',
  'PARKING',
  'UTILITIES_SHARE',
  'REPAIR',
  'DEPOSIT',
  'OTHER',
] as const
export type ReceivableKind = (typeof RECEIVABLE_KINDS)[number]

export const RECEIVABLE_KIND_LABELS: Labels<ReceivableKind> = {
  MANAGEMENT_FEE: text('物业服务费', 'Management fee'),
  PARKING: text('停车费', 'Parking'),
  UTILITIES_SHARE: text('公摊水电费', 'Share of utilities'),
  REPAIR: text('维修费', 'Repair'),
  DEPOSIT: text('押金', 'Deposit'),
  OTHER: text('其他', 'Other'),
}

/** Where a receivable stands. Open also where a part is paid. */
export const RECEIVABLE_STATES = ['OPEN', 'SETTLED', 'VOID'] as const
export type ReceivableState = (typeof RECEIVABLE_STATES)[number]

export const RECEIVABLE_STATE_LABELS: Labels<ReceivableState> = {
  OPEN: text('未结清', 'Open'),
  SETTLED: text('已结清', 'Settled'),
  VOID: text('已作废', 'Void'),
}

export const RECEIVABLE_ACTIONS = ['register', 'registerMany', 'void'] as const
export type ReceivableAction = (typeof RECEIVABLE_ACTIONS)[number]

export const RECEIVABLE_ACTION_LABELS: Labels<ReceivableAction> = {
  register: text('登记应收', 'Register a receivable'),
  registerMany: text('批量计费', 'Charge a project'),
  void: text('作废', 'Void'),
}

export const RECEIVABLE_EVENT_LABELS: Labels<ReceivableAction> = {
  register: text('登记了应收', 'registered the receivable'),
  registerMany: text('批量登记了应收', 'charged a project:'),
  void: text('作废了应收', 'voided the receivable'),
}

/** How money came in. */
export const PAYMENT_METHODS = [
  'BANK_TRANSFER',
  'WECHAT_PAY',
  'ALIPAY',
  'CARD',
  'CASH',
  'CHEQUE',
  'DIRECT_DEBIT',
] as const
export type PaymentMethod = (typeof PAYMENT_METHODS)[number]

export const PAYMENT_METHOD_LABELS: Labels<PaymentMethod> = {
  BANK_TRANSFER: text('银行转账', 'Bank transfer'),
  WECHAT_PAY: text('微信支付', 'WeChat Pay'),
  ALIPAY: text('支付宝', 'Alipay'),
  CARD: text('刷卡', 'Card'),
  CASH: text('现金', 'Cash'),
  CHEQUE: text('支票', 'Cheque'),
  DIRECT_DEBIT: text('银行代扣', 'Direct debit'),
}

export const PAYMENT_ACTIONS = ['record', 'allocate', 'reverse'] as const
export type PaymentAction = (typeof PAYMENT_ACTIONS)[number]

export const PAYMENT_ACTION_LABELS: Labels<PaymentAction> = {
  record: text('登记收款', 'Record a payment'),
  allocate: text('核销余额', 'Allocate the credit'),
  reverse: text('冲销', 'Reverse'),
}

export const PAYMENT_EVENT_LABELS: Labels<PaymentAction> = {
  record: text('登记了收款', 'recorded the payment'),
  allocate: text('核销了预收余额', 'allocated the credit of'),
  reverse: text('冲销了收款', 'reversed the payment'),
}

/** By how many days a receivable is overdue. */
export const DEBT_AGES = ['NOT_DUE', 'TO_30', 'TO_60', 'TO_90', 'TO_180', 'OVER_180'] as const
export type DebtAge = (typeof DEBT_AGES)[number]

export const DEBT_AGE_LABELS: Labels<DebtAge> = {
  NOT_DUE: text('未到期', 'Not due'),
  TO_30: text('逾期 1–30 天', '1–30 days late'),
  TO_60: text('31–60 天', '31–60 days'),
  TO_90: text('61–90 天', '61–90 days'),
  TO_180: text('91–180 天', '91–180 days'),
  OVER_180: text('180 天以上', 'Over 180 days'),
}
