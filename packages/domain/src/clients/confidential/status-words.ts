/** The words that a line of a company's status record 客户状况记录表 can be chosen from. */
import { text, type Text } from '../../text.ts'

export const BUSINESS_CONDITIONS = ['EXPANDING', 'STEADY', 'SHRINKING', 'IN_DIFFICULTY', 'CEASED'] as const
export type BusinessCondition = (typeof BUSINESS_CONDITIONS)[number]
export const BUSINESS_CONDITION_LABELS: Readonly<Record<BusinessCondition, Text>> = {
  EXPANDING: text('扩张', 'Expanding'),
  STEADY: text('平稳', 'Steady'),
  SHRINKING: text('收缩', 'Shrinking'),
  IN_DIFFICULTY: text('经营困难', 'In difficulty'),
  CEASED: text('停业', 'Ceased trading'),
}

export const CREDIT_STATUSES = ['EXCELLENT', 'GOOD', 'FAIR', 'POOR', 'DEFAULTING'] as const
export type CreditStatus = (typeof CREDIT_STATUSES)[number]
export const CREDIT_STATUS_LABELS: Readonly<Record<CreditStatus, Text>> = {
  EXCELLENT: text('优', 'Excellent credit'),
  GOOD: text('良', 'Good credit'),
  FAIR: text('一般', 'Fair credit'),
  POOR: text('差', 'Poor credit'),
  DEFAULTING: text('失信', 'In default'),
}

export const PAYMENT_ATTITUDES = ['PROMPT', 'ON_REMINDER', 'SLOW', 'DISPUTES', 'REFUSES'] as const
export type PaymentAttitude = (typeof PAYMENT_ATTITUDES)[number]
export const PAYMENT_ATTITUDE_LABELS: Readonly<Record<PaymentAttitude, Text>> = {
  PROMPT: text('主动按时', 'Pays on time unasked'),
  ON_REMINDER: text('提醒后付', 'Pays when reminded'),
  SLOW: text('拖延', 'Pays late'),
  DISPUTES: text('常有异议', 'Often disputes'),
  REFUSES: text('拒付', 'Refuses to pay'),
}

export const PAYMENT_INSTRUMENTS = [
  'TRANSFER',
  'DIRECT_DEBIT',
  'ONLINE',
  'CHEQUE',
  'ACCEPTANCE_BILL',
  'CASH',
] as const
export type PaymentInstrument = (typeof PAYMENT_INSTRUMENTS)[number]
export const PAYMENT_INSTRUMENT_LABELS: Readonly<Record<PaymentInstrument, Text>> = {
  TRANSFER: text('银行转账', 'Bank transfer'),
  DIRECT_DEBIT: text('银行代扣', 'Direct debit'),
  ONLINE: text('线上支付', 'Online payment'),
  CHEQUE: text('支票', 'Cheque'),
  ACCEPTANCE_BILL: text('承兑汇票', 'Acceptance bill'),
  CASH: text('现金', 'Cash'),
}

export const SERVICE_CHANNELS = ['ON_SITE', 'PHONE', 'WECHAT', 'MAIL', 'ACCOUNT_MANAGER'] as const
export type ServiceChannel = (typeof SERVICE_CHANNELS)[number]
export const SERVICE_CHANNEL_LABELS: Readonly<Record<ServiceChannel, Text>> = {
  ON_SITE: text('现场', 'On site'),
  PHONE: text('电话', 'By phone'),
  WECHAT: text('微信', 'By WeChat'),
  MAIL: text('邮件', 'By mail'),
  ACCOUNT_MANAGER: text('专职客户经理', 'Through the key account manager'),
}

export const SERVICE_FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'SELDOM'] as const
export type ServiceFrequency = (typeof SERVICE_FREQUENCIES)[number]
export const SERVICE_FREQUENCY_LABELS: Readonly<Record<ServiceFrequency, Text>> = {
  DAILY: text('每天', 'Daily'),
  WEEKLY: text('每周', 'Weekly'),
  MONTHLY: text('每月', 'Monthly'),
  QUARTERLY: text('每季', 'Quarterly'),
  SELDOM: text('偶尔', 'Seldom'),
}

export const POTENTIALS = ['HIGH', 'MEDIUM', 'LOW'] as const
export type Potential = (typeof POTENTIALS)[number]
export const POTENTIAL_LABELS: Readonly<Record<Potential, Text>> = {
  HIGH: text('高', 'High'),
  MEDIUM: text('中', 'Medium'),
  LOW: text('低', 'Low'),
}

/** The seven steps of satisfaction, best first. */
export const SATISFACTIONS = [
  'VERY_SATISFIED',
  'SATISFIED',
  'RATHER_SATISFIED',
  'NEITHER',
  'RATHER_DISSATISFIED',
  'DISSATISFIED',
  'VERY_DISSATISFIED',
] as const
export type Satisfaction = (typeof SATISFACTIONS)[number]
export const SATISFACTION_LABELS: Readonly<Record<Satisfaction, Text>> = {
  VERY_SATISFIED: text('很满意', 'Very satisfied'),
  SATISFIED: text('满意', 'Satisfied'),
  RATHER_SATISFIED: text('较满意', 'Rather satisfied'),
  NEITHER: text('一般', 'Neither'),
  RATHER_DISSATISFIED: text('较不满意', 'Rather dissatisfied'),
  DISSATISFIED: text('不满意', 'Dissatisfied'),
  VERY_DISSATISFIED: text('很不满意', 'Very dissatisfied'),
}
