/** Words for the permissions of what carries a plan out, and for what stands of it in the audit trail. */
import { text, type Text } from '../text.ts'

export const PLAN_WORK_PERMISSION_LABELS = {
  'plan:decompose': text('维护方案：分解任务', 'Maintenance plans: make the tasks'),
  'plan:stopDecomposition': text('维护方案：停止分解', 'Maintenance plans: stop making the tasks'),
  'planTask:addEvidence': text('维护任务：添加凭证', 'Tasks of plans: add evidence'),
  'planTask:removeEvidence': text('维护任务：移除凭证', 'Tasks of plans: remove evidence'),
} as const

export const PLAN_WORK_AUDIT_LABELS = {
  'plan:decompose': text('开始分解方案任务', 'began to make the tasks of the plan'),
  'plan:stopDecomposition': text('停止了任务分解', 'stopped making the tasks of the plan'),
  'planTask:addEvidence': text('添加了任务凭证', 'added evidence to the task'),
  'planTask:removeEvidence': text('移除了任务凭证', 'removed evidence of the task'),
} as const

export const PLAN_WORK_SUBJECTS = [
  'plan_decomposition',
  'plan_task',
  'plan_task_evidence',
  'plan_budget_line',
  'plan_spend',
  'plan_overrun',
] as const

export const PLAN_WORK_SUBJECT_LABELS: Readonly<Record<(typeof PLAN_WORK_SUBJECTS)[number], Text>> = {
  plan_decomposition: text('任务分解', 'Making of tasks'),
  plan_task: text('维护任务', 'Task of a plan'),
  plan_task_evidence: text('任务凭证', 'Evidence of a task'),
  plan_budget_line: text('方案预算', 'Budget line of a plan'),
  plan_spend: text('方案支出', 'Expense of a plan'),
  plan_overrun: text('方案超支申请', 'Overrun of a plan'),
}
