import {
  DUE_BASES,
  DUE_BASIS_LABELS,
  DUE_STEPS,
  DUE_STEP_LABELS,
  HAND_MADE_KINDS,
  PAUSE_REASONS,
  PAUSE_REASON_LABELS,
  POLICY_KINDS,
  PROMISE_ACTIONS,
  PROMISE_ACTION_LABELS,
  PROMISE_KINDS,
  PROMISE_KIND_LABELS,
  PROMISE_STATUSES,
  PROMISE_STATUS_LABELS,
} from '@steward/domain'
import { publishEnum } from '../graphql/enums.ts'
import { actionName } from '../reads/action-name.ts'

export const PromiseKindEnum = publishEnum('PromiseKind', PROMISE_KINDS, 'What is owed.', PROMISE_KIND_LABELS)
export const HandMadePromiseKindEnum = publishEnum(
  'HandMadePromiseKind',
  HAND_MADE_KINDS,
  'What a person can promise by word.',
  PROMISE_KIND_LABELS,
)
export const PolicyKindEnum = publishEnum(
  'PromisePolicyKind',
  POLICY_KINDS,
  'What the policy can owe by itself.',
  PROMISE_KIND_LABELS,
)
export const PromiseStatusEnum = publishEnum(
  'PromiseStatus',
  PROMISE_STATUSES,
  'Where a promise stands; broken ones stay so.',
  PROMISE_STATUS_LABELS,
)
export const PromiseActionEnum = publishEnum(
  'PromiseAction',
  PROMISE_ACTIONS.map(actionName),
  'A verb of a promise.',
  Object.fromEntries(PROMISE_ACTIONS.map((action) => [actionName(action), PROMISE_ACTION_LABELS[action]])),
)
export const DueBasisEnum = publishEnum('DueBasis', DUE_BASES, 'How a due time came about.', DUE_BASIS_LABELS)
export const PauseReasonEnum = publishEnum(
  'PauseReason',
  PAUSE_REASONS,
  'For what a clock may rest.',
  PAUSE_REASON_LABELS,
)
export const DueStepEnum = publishEnum(
  'DueStep',
  DUE_STEPS,
  'What the clock does by itself.',
  DUE_STEP_LABELS,
)
export const DueTimeLineKindEnum = publishEnum(
  'DueTimeLineKind',
  ['WORK', 'DAY_OFF', 'PAUSE'],
  'Counted; a day on which nothing counts; working time that was left out.',
)
export const PromiseOrderEnum = publishEnum(
  'ComplaintPromiseOrder',
  ['DUE', 'NEWEST'],
  'How a list of promises is ordered; DUE: what is owed first.',
)
