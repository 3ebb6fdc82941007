/** Words for the permissions of plans and their tasks, and for what stands of them in the audit trail. */
import { text, type Text } from '../text.ts'
import { PLAN_TASK_ACTION_LABELS, PLAN_TASK_EVENT_LABELS, type PlanTaskAction } from './task-vocabulary.ts'
import { PLAN_ACTION_LABELS, PLAN_EVENT_LABELS, type PlanAction } from './vocabulary.ts'

const verbs = <A extends string, P extends string>(
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

const PLANS = text('维护方案', 'Maintenance plans')
const TASKS = text('维护任务', 'Tasks of plans')

export const PLAN_PERMISSION_LABELS = {
  ...verbs('plan', PLAN_ACTION_LABELS, PLANS),
  ...verbs('planTask', PLAN_TASK_ACTION_LABELS, TASKS),
  'plan:read': text('维护方案：查看', 'Maintenance plans: read'),
  'plan:readBudget': text('维护方案：查看预算', 'Maintenance plans: read the budget'),
  'plan:readWords': text('维护方案：查看内容', 'Maintenance plans: read what they say'),
  'plan:resolveComment': text('维护方案：处理批注', 'Maintenance plans: resolve comments'),
  'plan:comment': text('维护方案：批注', 'Maintenance plans: comment'),
  'plan:spend': text('维护方案：登记支出', 'Maintenance plans: record what was spent'),
  'plan:askOverrun': text('维护方案：申请超支', 'Maintenance plans: ask for an overrun'),
  'plan:approveOverrun': text('维护方案：批准超支', 'Maintenance plans: decide on an overrun'),
  'planPolicy:read': text('方案规定：查看', 'Rules of plans: read'),
  'planPolicy:set': text('方案规定：设定', 'Rules of plans: set'),
  'planTask:read': text('维护任务：查看', 'Tasks of plans: read'),
} as const satisfies Readonly<
  Record<`plan:${PlanAction}` | `planTask:${PlanTaskAction}`, Text> & Record<string, Text>
>

export const PLAN_AUDIT_LABELS = {
  ...verbs('plan', PLAN_EVENT_LABELS),
  ...verbs('planTask', PLAN_TASK_EVENT_LABELS),
  'plan:comment': text('批注了方案', 'commented on the plan'),
  'plan:resolveComment': text('处理了方案批注', 'resolved a comment on the plan'),
  'plan:spend': text('登记了方案支出', 'recorded what was spent of the plan'),
  'plan:askOverrun': text('申请了方案超支', 'asked for an overrun of the plan'),
  'plan:approveOverrun': text('审批了方案超支', 'decided on an overrun of the plan'),
  'planPolicy:set': text('设定了方案规定', 'set the rules of plans'),
} as const

export const PLAN_SUBJECT_LABELS = {
  maintenance_plan: text('维护方案', 'Maintenance plan'),
  plan_revision: text('维护方案版次', 'Revision of a maintenance plan'),
  plan_comment: text('方案批注', 'Comment on a plan'),
  plan_policy: text('方案规定', 'Rules of plans'),
} as const satisfies Readonly<Record<string, Text>>
