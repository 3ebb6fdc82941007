import { text, type Text } from '../text.ts'

/** How far the tasks of a revision are made 任务分解. */
export const PLAN_DECOMPOSITION_STATUSES = ['RUNNING', 'DONE', 'CANCELLED', 'FAILED'] as const
export type PlanDecompositionStatus = (typeof PLAN_DECOMPOSITION_STATUSES)[number]

export const PLAN_DECOMPOSITION_STATUS_LABELS: Readonly<Record<PlanDecompositionStatus, Text>> = {
  RUNNING: text('分解中', 'Being made'),
  DONE: text('已分解', 'Made'),
  CANCELLED: text('已停止', 'Stopped'),
  FAILED: text('未能分解', 'Could not be made'),
}

/** Why tasks could not be made; nothing of them stands. */
export const PLAN_DECOMPOSITION_FAILURES = ['OVER_BUDGET', 'TOO_MANY', 'FAULT'] as const
export type PlanDecompositionFailure = (typeof PLAN_DECOMPOSITION_FAILURES)[number]

export const PLAN_DECOMPOSITION_FAILURE_LABELS: Readonly<Record<PlanDecompositionFailure, Text>> = {
  OVER_BUDGET: text(
    '任务的预计费用超出预算。请修订方案，或申请超支后重新分解。',
    'What the tasks are estimated to cost is above the budget. Amend the plan, or ask for an overrun and make them again.',
  ),
  TOO_MANY: text('任务过多，请减少次数或范围。', 'Too many tasks: let them come less often, or for fewer.'),
  FAULT: text('系统故障，请重新分解。', 'A fault of the system. Make them again.'),
}
