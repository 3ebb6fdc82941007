/** Words for the permissions of money, for its verbs in the audit trail, and for the records that the trail is about. */
import { text, type Text } from '../text.ts'
import { COST_EVENT_ACTION_LABELS, COST_EVENT_EVENT_LABELS, type CostEventAction } from './cost-event.ts'
import { DUNNING_ACTION_LABELS, DUNNING_EVENT_LABELS, type DunningAction } from './dunning.ts'
import {
  RECONCILIATION_ACTION_LABELS,
  RECONCILIATION_EVENT_LABELS,
  type ReconciliationAction,
} from './reconciliation.ts'
import {
  VALUE_ASSUMPTION_ACTION_LABELS,
  VALUE_ASSUMPTION_EVENT_LABELS,
  type ValueAssumptionAction,
} from './value-assumption.ts'
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
  | `reconciliation:${ReconciliationAction}`
  | `dunning:${DunningAction}`
  | `costEvent:${CostEventAction | 'read'}`
  | `valueAssumption:${ValueAssumptionAction | 'read'}`
  | 'value:read'
  | 'reconciliation:read'
  | 'dunning:read'
  | 'dunning:readRules'
  | 'receivable:read'
  | 'receivable:readAmounts'
  | 'receivable:readNotes'
  | 'payment:read'

export const MONEY_PERMISSION_LABELS: Readonly<Record<LabelledMoneyPermission, Text>> = {
  ...prefixed('receivable', RECEIVABLE_ACTION_LABELS, text('应收', 'Receivables')),
  ...prefixed('payment', PAYMENT_ACTION_LABELS, text('收款', 'Payments')),
  ...prefixed('reconciliation', RECONCILIATION_ACTION_LABELS, text('对账单', 'Statements')),
  ...prefixed('dunning', DUNNING_ACTION_LABELS, text('催收', 'Dunning')),
  ...prefixed('costEvent', COST_EVENT_ACTION_LABELS, text('成本', 'Costs')),
  ...prefixed('valueAssumption', VALUE_ASSUMPTION_ACTION_LABELS, text('价值测算', 'Value')),
  'costEvent:read': text('成本：查看', 'Costs: read'),
  'value:read': text('客户价值与利润：查看', 'Value and profit of clients: read'),
  'valueAssumption:read': text('价值测算：查看假设', 'Value: read the assumptions'),
  'reconciliation:read': text('对账单：查看', 'Statements: read'),
  'dunning:readRules': text('催收步骤：查看', 'Rules of dunning: read'),
  'dunning:read': text('催收：查看', 'Dunning: read'),
  'receivable:read': text('应收：查看', 'Receivables: read'),
  'receivable:readAmounts': text('应收：查看金额', 'Receivables: read amounts'),
  'receivable:readNotes': text('应收：查看备注与付款人', 'Receivables: read notes and payers'),
  'payment:read': text('收款：查看', 'Payments: read'),
}

export const MONEY_EVENT_LABELS = {
  ...prefixed('receivable', RECEIVABLE_EVENT_LABELS),
  ...prefixed('payment', PAYMENT_EVENT_LABELS),
  ...prefixed('reconciliation', RECONCILIATION_EVENT_LABELS),
  ...prefixed('dunning', DUNNING_EVENT_LABELS),
  ...prefixed('costEvent', COST_EVENT_EVENT_LABELS),
  ...prefixed('valueAssumption', VALUE_ASSUMPTION_EVENT_LABELS),
} as const

export const MONEY_SUBJECTS = [
  'receivable',
  'payment',
  'payment_allocation',
  'reconciliation',
  'reconciliation_line',
  'statement_notice',
  'dunning_hold',
  'dunning_notice',
  'dunning_step',
  'cost_event',
  'value_assumption',
] as const

export const MONEY_SUBJECT_LABELS: Readonly<Record<(typeof MONEY_SUBJECTS)[number], Text>> = {
  receivable: text('应收', 'Receivable'),
  payment: text('收款', 'Payment'),
  payment_allocation: text('核销', 'Allocation'),
  reconciliation: text('对账单', 'Statement'),
  statement_notice: text('对账单送达', 'Sending of a statement'),
  reconciliation_line: text('对账单明细', 'Line of a statement'),
  dunning_hold: text('催收暂停', 'Hold of dunning'),
  dunning_notice: text('催收记录', 'Step of dunning'),
  dunning_step: text('催收步骤', 'Rule of dunning'),
  cost_event: text('成本', 'Cost'),
  value_assumption: text('价值测算的假设', 'Assumptions of value'),
}
