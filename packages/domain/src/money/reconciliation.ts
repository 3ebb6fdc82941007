/** A statement of account, frozen at a day: the client confirms it or disputes it line by line, and each line is answered. */
import type { ClientChannel, ClientNoticeStatus } from '../notices/client-notice.ts'
import { text, type Text } from '../text.ts'

export const RECONCILIATION_STATES = [
  'ISSUED',
  'SENT',
  'DISPUTED',
  'ANSWERED',
  'CONFIRMED',
  'SUPERSEDED',
] as const
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number]

export const RECONCILIATION_STATE_LABELS: Readonly<Record<ReconciliationState, Text>> = {
  ISSUED: text('已生成', 'Issued'),
  SENT: text('已发送', 'Sent'),
  DISPUTED: text('有异议', 'Disputed'),
  ANSWERED: text('已答复', 'Answered'),
  CONFIRMED: text('已确认', 'Confirmed'),
  SUPERSEDED: text('已被新版取代', 'Superseded'),
}

export const RECONCILIATION_ACTIONS = [
  'issue',
  'send',
  'markTold',
  'resend',
  'confirm',
  'dispute',
  'answer',
] as const
export type ReconciliationAction = (typeof RECONCILIATION_ACTIONS)[number]

export const RECONCILIATION_ACTION_LABELS: Readonly<Record<ReconciliationAction, Text>> = {
  issue: text('生成对账单', 'Issue a statement'),
  send: text('发送', 'Send'),
  markTold: text('登记已送达', 'Mark as told'),
  resend: text('重发', 'Send again'),
  confirm: text('登记客户确认', 'Record the confirmation'),
  dispute: text('登记异议', 'Record a dispute'),
  answer: text('答复异议', 'Answer the dispute'),
}

export const RECONCILIATION_EVENT_LABELS: Readonly<Record<ReconciliationAction, Text>> = {
  issue: text('生成了对账单', 'issued the statement'),
  send: text('发送了对账单', 'sent the statement'),
  markTold: text('登记了对账单已送达', 'recorded that the client has the statement'),
  resend: text('重发了对账单', 'sent the statement again'),
  confirm: text('登记了对账单的确认', 'recorded the confirmation of the statement'),
  dispute: text('登记了对账单的异议', 'recorded a dispute of the statement'),
  answer: text('答复了对账单的异议', 'answered the dispute of the statement'),
}

/** From where each step starts. A new statement supersedes every one of the client that is not confirmed. */
export const RECONCILIATION_FROM: Readonly<
  Record<Exclude<ReconciliationAction, 'issue'>, readonly ReconciliationState[]>
> = {
  send: ['ISSUED'],
  markTold: ['SENT', 'DISPUTED', 'ANSWERED'],
  resend: ['SENT', 'DISPUTED', 'ANSWERED'],
  confirm: ['SENT', 'ANSWERED'],
  dispute: ['SENT', 'DISPUTED', 'ANSWERED'],
  answer: ['DISPUTED'],
}

/** How a statement reaches the client. */
export const STATEMENT_CHANNELS = ['EMAIL', 'WECHAT', 'POST', 'BY_HAND', 'COUNTER'] as const
export type StatementChannel = (typeof STATEMENT_CHANNELS)[number]

export const STATEMENT_CHANNEL_LABELS: Readonly<Record<StatementChannel, Text>> = {
  EMAIL: text('电子邮件', 'E-mail'),
  WECHAT: text('微信', 'WeChat'),
  POST: text('邮寄', 'Post'),
  BY_HAND: text('上门送达', 'By hand'),
  COUNTER: text('前台领取', 'At the counter'),
}

/** What the system itself may do: write to the address on file, as the client has agreed to. */
export const ELECTRONIC_DELIVERIES = ['READY', 'NO_CONSENT', 'NO_ADDRESS'] as const
export type ElectronicDelivery = (typeof ELECTRONIC_DELIVERIES)[number]

export const ELECTRONIC_DELIVERY_LABELS: Readonly<Record<ElectronicDelivery, Text>> = {
  READY: text('客户已同意电子送达', 'The client has agreed to e-mail'),
  NO_CONSENT: text(
    '客户未同意对账单电子送达：请先登记同意，或改用其他方式',
    'The client has not agreed to statements by e-mail: record their consent first, or take another way',
  ),
  NO_ADDRESS: text('档案里没有邮箱', 'There is no e-mail address on file'),
}

/** By which of the ways words go out that are then owed: the mail server sends one, a person the other. The rest is handed over at once. */
export const STATEMENT_WAYS = { EMAIL: 'MAIL', WECHAT: 'WECHAT' } as const satisfies Readonly<
  Partial<Record<StatementChannel, ClientChannel>>
>

/** From where the words on a statement can be told or sent again, as those on a case. */
export const STATEMENT_NOTICE_FROM = {
  markTold: ['OWED', 'FAILED'],
  resend: ['FAILED'],
} as const satisfies Record<'markTold' | 'resend', readonly ClientNoticeStatus[]>

/** One line of the account as it is written to the client; sums in yuan. */
export const statementLine = (
  { kind, period, number }: { readonly kind: Text; readonly period: string | null; readonly number: string },
  { amountMinor, settledMinor }: Pick<ReconciliationLine, 'amountMinor' | 'settledMinor'>,
): Text => {
  const yuan = (minor: number) => (minor / 100).toFixed(2)
  const [sum, paid, open] = [yuan(amountMinor), yuan(settledMinor), yuan(amountMinor - settledMinor)]
  const what = (name: string) => [name, period, number].filter(Boolean).join(' ')
  return text(
    `${what(kind.zh)} 应收 ${sum}，已收 ${paid}，未结 ${open}`,
    `${what(kind.en)}: ${sum}, paid ${paid}, open ${open}`,
  )
}

/** What we say to a disputed line. */
export const DISPUTE_VERDICTS = ['UPHELD', 'GRANTED'] as const
export type DisputeVerdict = (typeof DISPUTE_VERDICTS)[number]

export const DISPUTE_VERDICT_LABELS: Readonly<Record<DisputeVerdict, Text>> = {
  UPHELD: text('核对无误，应收有效', 'Checked: the sum stands'),
  GRANTED: text('异议成立，应收将更正', 'The client is right: the sum is corrected'),
}

export interface Reconciliation {
  readonly id: string
  readonly number: string
  readonly clientId: string
  /** Of the client's statements: 1, 2, … */
  readonly ordinal: number
  readonly asOfOn: string
  readonly state: ReconciliationState
  readonly openMinor: number
  readonly creditMinor: number
  readonly issuedById: string
  readonly issuedAt: Date
  readonly channel: StatementChannel | null
  readonly sentAt: Date | null
  /** Who confirmed on the client's side, in words. */
  readonly confirmedBy: string | null
  readonly confirmedAt: Date | null
  readonly version: number
}

/** One receivable as it stood on that day. */
export interface ReconciliationLine {
  readonly id: string
  readonly reconciliationId: string
  readonly receivableId: string
  readonly position: number
  readonly amountMinor: number
  readonly settledMinor: number
  readonly disputeReason: string | null
  readonly disputedAt: Date | null
  readonly verdict: DisputeVerdict | null
  readonly answer: string | null
  readonly answeredAt: Date | null
  readonly version: number
}

/** The words on a statement that go to its client, and what became of them. */
export interface StatementNotice {
  readonly id: string
  readonly reconciliationId: string
  readonly channel: ClientChannel
  readonly status: ClientNoticeStatus
  readonly titleZh: string
  readonly titleEn: string
  readonly wordsZh: string
  readonly wordsEn: string
  readonly owedAt: Date
  readonly settledAt: Date | null
  /** Who told the client; null of a mail. */
  readonly toldById: string | null
  readonly note: string | null
  readonly mailId: string | null
  readonly version: number
}

/** A line in dispute is not dunned: not before it is answered, nor where the client is right. */
export const isInDispute = ({
  disputedAt,
  verdict,
}: Pick<ReconciliationLine, 'disputedAt' | 'verdict'>): boolean => disputedAt !== null && verdict !== 'UPHELD'

/** Where a statement stands by what is said of its lines. */
export const stateByLines = (
  lines: readonly Pick<ReconciliationLine, 'disputedAt' | 'answeredAt'>[],
): 'DISPUTED' | 'ANSWERED' =>
  lines.some(({ disputedAt, answeredAt }) => disputedAt !== null && answeredAt === null)
    ? 'DISPUTED'
    : 'ANSWERED'
