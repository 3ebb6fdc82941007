/** Asking for what is overdue: steps by age, held while a complaint is open or a line is in dispute. */
import { text, type Text } from '../text.ts'
import type { ReceivableKind, ReceivableState } from './vocabulary.ts'

export const DUNNING_STEPS = ['REMINDER', 'CALL', 'LETTER', 'VISIT', 'LEGAL_LETTER'] as const
export type DunningStep = (typeof DUNNING_STEPS)[number]

export const DUNNING_STEP_LABELS: Readonly<Record<DunningStep, Text>> = {
  REMINDER: text('提醒', 'Reminder'),
  CALL: text('电话催收', 'Call'),
  LETTER: text('催款函', 'Letter'),
  VISIT: text('上门催收', 'Visit'),
  LEGAL_LETTER: text('律师函', 'Legal letter'),
}

export const DUNNING_ACTIONS = ['take', 'hold', 'lift', 'setStep'] as const
export type DunningAction = (typeof DUNNING_ACTIONS)[number]

export const DUNNING_ACTION_LABELS: Readonly<Record<DunningAction, Text>> = {
  take: text('登记催收', 'Record a step'),
  hold: text('暂停催收', 'Hold dunning'),
  lift: text('恢复催收', 'Lift the hold'),
  setStep: text('修改催收步骤', 'Change a step'),
}

export const DUNNING_EVENT_LABELS: Readonly<Record<DunningAction, Text>> = {
  take: text('登记了催收', 'recorded a step of dunning:'),
  hold: text('暂停了催收', 'held dunning of'),
  lift: text('恢复了催收', 'lifted the hold of'),
  setStep: text('修改了催收步骤', 'changed the step of dunning'),
}

/** One row of the policy: how many days after the due day, and in which words. `{client}`, `{what}`, `{amount}`, `{due}`, `{days}` are filled in. */
export interface DunningRule {
  readonly step: DunningStep
  readonly afterDays: number
  readonly wordingZh: string
  readonly wordingEn: string
}

/** While an organization has not set its own. */
export const DEFAULT_DUNNING_RULES: readonly DunningRule[] = [
  {
    step: 'REMINDER',
    afterDays: 3,
    wordingZh: '{client}您好，您的{what}（{amount}）已于{due}到期，如已缴纳请忽略，谢谢。',
    wordingEn:
      'Dear {client}, your {what} of {amount} fell due on {due}. If it is paid already, please ignore this.',
  },
  {
    step: 'CALL',
    afterDays: 15,
    wordingZh: '{client}您好，您的{what}（{amount}）已逾期{days}天，请问是否方便这几天缴纳？',
    wordingEn:
      'Hello {client}, your {what} of {amount} is {days} days late. Could you pay it in the next days?',
  },
  {
    step: 'LETTER',
    afterDays: 30,
    wordingZh:
      '{client}：贵方应缴{what}（{amount}），到期日{due}，已逾期{days}天。请于收函后十日内缴清；如有异议，请书面告知，我方将逐项核对。',
    wordingEn:
      'To {client}: {what} of {amount}, due on {due}, is {days} days late. Please pay within ten days; if you object, write to us and we check line by line.',
  },
  {
    step: 'VISIT',
    afterDays: 60,
    wordingZh: '上门了解{client}未缴{what}（{amount}）的原因，听取意见并约定缴纳日期。',
    wordingEn: 'Visit {client}: why is {what} of {amount} unpaid? Hear them out and agree on a day.',
  },
  {
    step: 'LEGAL_LETTER',
    afterDays: 180,
    wordingZh:
      '{client}：贵方应缴{what}（{amount}），到期日{due}，逾期{days}天，经多次催收未缴。请于十五日内缴清，逾期我方将依法主张权利。',
    wordingEn:
      'To {client}: {what} of {amount}, due on {due}, is {days} days late in spite of reminders. Unless it is paid within fifteen days we shall assert our rights.',
  },
]

/** The rows that an organization has set, and the defaults for the others; in the order of their days. */
export const dunningRulesInForce = (rows: readonly DunningRule[]): readonly DunningRule[] =>
  DEFAULT_DUNNING_RULES.map((rule) => rows.find(({ step }) => step === rule.step) ?? rule).toSorted(
    (a, b) => a.afterDays - b.afterDays,
  )

export const fillWording = (words: string, values: Readonly<Record<string, string>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)

/** Case categories that hold what they are about, by kind of receivable: who waits for a repair is not pressed for the fee. */
const CARE = [
  'WATER_LEAK', 'PLUMBING', 'POWER', 'LIFT', 'AIR_CONDITIONING', 'FIRE_PROTECTION', 'DOORS', 'LIGHTING', 'STRUCTURE',
  'CLEANING', 'WASTE', 'GREENERY', 'PESTS', 'ODOUR', 'ACCESS', 'THEFT', 'FALLING_OBJECTS', 'FIRE_LANES',
  'ATTITUDE', 'RESPONSE', 'PROCEDURES', 'FACILITIES', 'HANDOVER',
] as const // prettier-ignore
export const HOLDING_CATEGORIES: Readonly<Record<ReceivableKind, readonly string[]>> = {
  MANAGEMENT_FEE: [...CARE, 'PROPERTY_FEE', 'INVOICES'],
  PARKING: ['PARKING', 'PARKING_FEE', 'INVOICES'],
  UTILITIES_SHARE: ['UTILITIES', 'POWER', 'PLUMBING', 'INVOICES'],
  REPAIR: [...CARE, 'INVOICES'],
  DEPOSIT: ['DECORATION', 'INVOICES'],
  OTHER: ['INVOICES'],
}

export const HOLD_SOURCES = ['COMPLAINT', 'BY_HAND'] as const
export type HoldSource = (typeof HOLD_SOURCES)[number]

export const HOLD_SOURCE_LABELS: Readonly<Record<HoldSource, Text>> = {
  COMPLAINT: text('投诉处理中', 'A complaint is open'),
  BY_HAND: text('人工暂停', 'Held by hand'),
}

export const DUNNING_STATES = ['CLOSED', 'NOT_DUE', 'DISPUTED', 'HELD', 'DUE', 'WAITING'] as const
/** Where the asking stands. Waiting: the present step is taken, the next one is not due. */
export type DunningState = (typeof DUNNING_STATES)[number]

export const DUNNING_STATE_LABELS: Readonly<Record<DunningState, Text>> = {
  CLOSED: text('无需催收', 'Nothing to ask for'),
  NOT_DUE: text('未到催收', 'Not yet'),
  DISPUTED: text('异议中，不催', 'In dispute'),
  HELD: text('暂停', 'Held'),
  DUE: text('该催收', 'Due'),
  WAITING: text('已催，等待', 'Asked'),
}

export interface DunningFacts {
  readonly state: ReceivableState
  readonly daysLate: number
  readonly isDisputed: boolean
  readonly isHeld: boolean
  readonly taken: readonly DunningStep[]
}

/** The state, and the step that is due: of those whose day has come, the latest, unless it or a later one is taken already. */
export const dunningOf = (
  { state, daysLate, isDisputed, isHeld, taken }: DunningFacts,
  rules: readonly DunningRule[],
): { readonly state: DunningState; readonly step: DunningStep | null } => {
  if (state !== 'OPEN') return { state: 'CLOSED', step: null }
  const come = rules.findLastIndex(({ afterDays }) => daysLate >= afterDays)
  if (isDisputed) return { state: 'DISPUTED', step: null }
  if (isHeld) return { state: 'HELD', step: null }
  if (come < 0) return { state: 'NOT_DUE', step: null }
  const latest = rules.findLastIndex(({ step }) => taken.includes(step))
  return latest >= come ? { state: 'WAITING', step: null } : { state: 'DUE', step: rules[come]!.step }
}

export interface DunningHold {
  readonly id: string
  readonly receivableId: string
  /** The case for which it is held; null: for another reason. Lifts by itself when the case is closed. */
  readonly complaintId: string | null
  readonly reason: string
  readonly heldById: string
  readonly heldAt: Date
  readonly liftedById: string | null
  readonly liftedAt: Date | null
  readonly version: number
}

/** A step that was taken. History. */
export interface DunningNotice {
  readonly id: string
  readonly receivableId: string
  readonly step: DunningStep
  /** What came of it. */
  readonly outcome: string
  readonly takenById: string
  readonly takenAt: Date
}
