import type { Role } from '../access/roles.ts'
import { text, type Text } from '../text.ts'

/** What is owed. A remedy (EXECUTION) is promised only once it is approved; whoever talks to the client promises a time. */
export const PROMISE_KINDS = [
  'ANSWER',
  'ARRIVAL',
  'EXECUTION',
  'RETURN_VISIT',
  'REFERRAL_ANSWER',
  'OTHER',
] as const
export type PromiseKind = (typeof PROMISE_KINDS)[number]

/** What a person can promise by word: what a third party will answer is nobody's to promise. */
export const HAND_MADE_KINDS = [
  'ANSWER',
  'ARRIVAL',
  'EXECUTION',
  'RETURN_VISIT',
  'OTHER',
] as const satisfies readonly PromiseKind[]

/** BROKEN stays visible: what is done afterwards is done late. Nothing leads back from any of the others. */
export const PROMISE_STATUSES = ['OPEN', 'KEPT', 'BROKEN', 'SUPERSEDED', 'CANCELLED'] as const
export type PromiseStatus = (typeof PROMISE_STATUSES)[number]

/** The verbs of a promise that was made; `makePromise` is a verb of the case. */
export const PROMISE_ACTIONS = ['answer', 'supersede', 'pause', 'resume'] as const
export type PromiseAction = (typeof PROMISE_ACTIONS)[number]

/** How the due time came about. OUTSIDE_DEADLINE: an authority's, which overrides ours. */
export const DUE_BASES = ['BUDGET', 'END_OF_SAME_WORKING_DAY', 'STATED', 'OUTSIDE_DEADLINE'] as const
export type DueBasis = (typeof DUE_BASES)[number]

/** Reasons for which the clock may rest. Our own lack of time is none of them. */
export const PAUSE_REASONS = ['WAITING_FOR_CLIENT', 'THIRD_PARTY', 'PARTS', 'FORCE_MAJEURE'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** What the clock does by itself, in this order; each at most once for a promise. */
export const DUE_STEPS = ['WARN', 'BREAK', 'ESCALATE_1', 'ESCALATE_2', 'ESCALATE_3', 'ESCALATE_4'] as const
export type DueStep = (typeof DUE_STEPS)[number]

/** Who is told of which step. Overdue cases are the overdue list of GM_OFFICE 督办 from the first level on. */
export const ESCALATION_STEPS = [
  { step: 'WARN', level: 0, role: null, caseControl: false },
  { step: 'BREAK', level: 0, role: null, caseControl: false },
  { step: 'ESCALATE_1', level: 1, role: 'CR_SUPERVISOR', caseControl: true },
  { step: 'ESCALATE_2', level: 2, role: 'CS_MANAGER', caseControl: true },
  { step: 'ESCALATE_3', level: 3, role: 'CS_DIRECTOR', caseControl: true },
  { step: 'ESCALATE_4', level: 4, role: 'GENERAL_MANAGER', caseControl: true },
] as const satisfies readonly {
  readonly step: DueStep
  readonly level: number
  /** Null: the owner of the promise. */
  readonly role: Role | null
  readonly caseControl: boolean
}[]

export const MOST_ESCALATIONS = ESCALATION_STEPS.filter(({ level }) => level > 0).length

/** The step's row; every step has one. */
export const escalationOf = (step: DueStep): (typeof ESCALATION_STEPS)[number] =>
  ESCALATION_STEPS.find((row) => row.step === step)!

/** What a timeline tells of a promise, beside `makePromise`. The last two are the clock's own doing. */
export const PROMISE_EVENTS = [
  'answerPromise',
  'supersedePromise',
  'pausePromise',
  'resumePromise',
  'breakPromise',
  'escalatePromise',
] as const
export type PromiseEvent = (typeof PROMISE_EVENTS)[number]

type Labels<K extends string> = Readonly<Record<K, Text>>

export const PROMISE_KIND_LABELS: Labels<PromiseKind> = {
  ANSWER: text('答复', 'Answer'),
  ARRIVAL: text('到场', 'Arrival on site'),
  EXECUTION: text('执行完成', 'Remedy carried out'),
  RETURN_VISIT: text('回访', 'Return visit'),
  REFERRAL_ANSWER: text('转办答复', 'Answer of the third party'),
  OTHER: text('其他', 'Other'),
}

export const PROMISE_STATUS_LABELS: Labels<PromiseStatus> = {
  OPEN: text('待兑现', 'Open'),
  KEPT: text('已兑现', 'Kept'),
  BROKEN: text('已失约', 'Broken'),
  SUPERSEDED: text('已改约', 'Superseded'),
  CANCELLED: text('已取消', 'Cancelled'),
}

export const PROMISE_ACTION_LABELS: Labels<PromiseAction> = {
  answer: text('登记兑现', 'Record what was said'),
  supersede: text('改约', 'Agree on a new time'),
  pause: text('暂停计时', 'Pause the clock'),
  resume: text('恢复计时', 'Resume the clock'),
}

export const PROMISE_EVENT_LABELS: Labels<PromiseEvent> = {
  answerPromise: text('兑现了承诺', 'kept a promise'),
  supersedePromise: text('经客户同意改约', 'agreed on a new time with the client'),
  pausePromise: text('暂停了承诺计时', 'paused the clock of a promise'),
  resumePromise: text('恢复了承诺计时', 'resumed the clock of a promise'),
  breakPromise: text('承诺逾期未兑现', 'a promise was broken'),
  escalatePromise: text('逾期督办，上报一级', 'overdue: escalated one level'),
}

export const DUE_BASIS_LABELS: Labels<DueBasis> = {
  BUDGET: text('按工作时间计算', 'Counted in working time'),
  END_OF_SAME_WORKING_DAY: text('当个工作日内', 'By the end of the same working day'),
  STATED: text('约定的时间', 'The time that was agreed'),
  OUTSIDE_DEADLINE: text('上级或热线规定的期限', 'Deadline set from outside'),
}

export const PAUSE_REASON_LABELS: Labels<PauseReason> = {
  WAITING_FOR_CLIENT: text('等待客户', 'Waiting for the client'),
  THIRD_PARTY: text('等待第三方', 'Waiting for a third party'),
  PARTS: text('等待配件', 'Waiting for parts'),
  FORCE_MAJEURE: text('不可抗力', 'Force majeure'),
}

export const DUE_STEP_LABELS: Labels<DueStep> = {
  WARN: text('到期提醒', 'Warning'),
  BREAK: text('到期', 'Due'),
  ESCALATE_1: text('上报客户关系主管', 'To the client relations supervisor'),
  ESCALATE_2: text('上报客户服务经理', 'To the client service manager'),
  ESCALATE_3: text('上报客户总监', 'To the client director'),
  ESCALATE_4: text('上报总经理', 'To the general manager'),
}
