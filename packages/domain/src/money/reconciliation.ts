/** A statement of account, frozen at a day: the client confirms it or disputes it line by line, and each line is answered. */
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

export const RECONCILIATION_ACTIONS = ['issue', 'send', 'confirm', 'dispute', 'answer'] as const
export type ReconciliationAction = (typeof RECONCILIATION_ACTIONS)[number]

export const RECONCILIATION_ACTION_LABELS: Readonly<Record<ReconciliationAction, Text>> = {
  issue: text('生成对账单', 'Issue a statement'),
  send: text('登记已发送', 'Mark as sent'),
  confirm: text('登记客户确认', 'Record the confirmation'),
  dispute: text('登记异议', 'Record a dispute'),
  answer: text('答复异议', 'Answer the dispute'),
}

export const RECONCILIATION_EVENT_LABELS: Readonly<Record<ReconciliationAction, Text>> = {
  issue: text('生成了对账单', 'issued the statement'),
  send: text('发送了对账单', 'sent the statement'),
  confirm: text('登记了对账单的确认', 'recorded the confirmation of the statement'),
  dispute: text('登记了对账单的异议', 'recorded a dispute of the statement'),
  answer: text('答复了对账单的异议', 'answered the dispute of the statement'),
}

/** From where each step starts. A new statement supersedes every one of the client that is not confirmed. */
export const RECONCILIATION_FROM: Readonly<
  Record<Exclude<ReconciliationAction, 'issue'>, readonly ReconciliationState[]>
> = {
  send: ['ISSUED'],
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
