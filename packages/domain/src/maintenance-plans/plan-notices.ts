/** What people are told of plans and of their tasks. */
import { text, type Text } from '../text.ts'

export const PLAN_NOTICE_KINDS = [
  'PLAN_TASK_ASSIGNED',
  'PLAN_TASKS_GIVEN',
  'PLAN_TASKS_DUE_TOMORROW',
  'PLAN_TASKS_DUE_TODAY',
  'PLAN_TASKS_OVERDUE',
  'PLAN_TASK_RETURNED',
  'PLAN_TASK_ACCEPTED',
  'PLAN_RETURNED',
  'PLAN_APPROVED',
  'PLAN_OVERRUN_ASKED',
  'PLAN_OVERRUN_DECIDED',
] as const
export type PlanNoticeKind = (typeof PLAN_NOTICE_KINDS)[number]

export const PLAN_NOTICE_LABELS: Readonly<Record<PlanNoticeKind, Text>> = {
  PLAN_TASK_ASSIGNED: text('维护任务指派给我', 'A care task is given to me'),
  PLAN_TASKS_GIVEN: text('方案分解出我的任务', 'A plan brings tasks for me'),
  PLAN_TASKS_DUE_TOMORROW: text('维护任务明天到期', 'Care tasks of mine are due tomorrow'),
  PLAN_TASKS_DUE_TODAY: text('维护任务今天到期', 'Care tasks of mine are due today'),
  PLAN_TASKS_OVERDUE: text('维护任务已逾期', 'Care tasks of mine are overdue'),
  PLAN_TASK_RETURNED: text('我的维护任务被退回', 'A care task of mine is returned'),
  PLAN_TASK_ACCEPTED: text('我的维护任务已验收', 'A care task of mine is accepted'),
  PLAN_RETURNED: text('我的维护方案被退回', 'A plan of mine is returned'),
  PLAN_APPROVED: text('我的维护方案已批准', 'A plan of mine is approved'),
  PLAN_OVERRUN_ASKED: text('有方案申请超支', 'An overrun of a plan is asked for'),
  PLAN_OVERRUN_DECIDED: text('我的超支申请有结果', 'My request for an overrun is decided'),
}

/** By when a task reminds its holder; each once for a last day. */
export const PLAN_REMINDERS = ['TOMORROW', 'TODAY', 'OVERDUE'] as const
export type PlanReminderStep = (typeof PLAN_REMINDERS)[number]
export const PLAN_REMINDER_KINDS = {
  TOMORROW: 'PLAN_TASKS_DUE_TOMORROW',
  TODAY: 'PLAN_TASKS_DUE_TODAY',
  OVERDUE: 'PLAN_TASKS_OVERDUE',
} as const satisfies Readonly<Record<PlanReminderStep, PlanNoticeKind>>

/** What is said. @param about makes a template of a subject and a sentence in both languages */
export const planTemplates = <Template>(
  about: (subject: Text, zh: string, en: string) => Template,
): Readonly<Record<PlanNoticeKind, Template>> => ({
  PLAN_TASK_ASSIGNED: about(
    text('方案 {{number}} 有一项任务交给您', 'A task of plan {{number}} is yours'),
    '{{actor}} 把一项维护任务交给您，请在 {{dueAt}} 前完成。',
    '{{actor}} gave you a care task; it is in time until {{dueAt}}.',
  ),
  PLAN_TASKS_GIVEN: about(
    text('方案 {{number}} 分解出 {{tasks}} 项您的任务', 'Plan {{number}} brings you {{tasks}} tasks'),
    '方案已批准并分解，其中 {{tasks}} 项由您执行，可按日期查看。',
    'The plan was approved and its tasks are made; {{tasks}} of them are yours, day by day.',
  ),
  PLAN_TASKS_DUE_TOMORROW: about(
    text('明天到期的维护任务 {{tasks}} 项', 'Care tasks due tomorrow: {{tasks}}'),
    '您有 {{tasks}} 项维护任务明天到期。',
    '{{tasks}} care tasks of yours are due tomorrow.',
  ),
  PLAN_TASKS_DUE_TODAY: about(
    text('今天到期的维护任务 {{tasks}} 项', 'Care tasks due today: {{tasks}}'),
    '您有 {{tasks}} 项维护任务今天到期，做完请登记结果。',
    '{{tasks}} care tasks of yours are due today. Record the result when they are done.',
  ),
  PLAN_TASKS_OVERDUE: about(
    text('逾期的维护任务 {{tasks}} 项', 'Care tasks overdue: {{tasks}}'),
    '您有 {{tasks}} 项维护任务已经逾期。做了的请登记，做不了的请主管改期或改派。',
    '{{tasks}} care tasks of yours are overdue. Record those that are done; ask a supervisor to move the others.',
  ),
  PLAN_TASK_RETURNED: about(
    text('方案 {{number}} 的一项任务被退回', 'A task of plan {{number}} is returned'),
    '{{actor}} 退回了您完成的任务，原因见任务。',
    '{{actor}} returned a task that you had done; the reason stands on it.',
  ),
  PLAN_TASK_ACCEPTED: about(
    text('方案 {{number}} 的一项任务已验收', 'A task of plan {{number}} is accepted'),
    '{{actor}} 验收了您完成的任务。',
    '{{actor}} accepted a task that you had done.',
  ),
  PLAN_RETURNED: about(
    text('方案 {{number}} 被退回修改', 'Plan {{number}} is returned to be changed'),
    '{{actor}} 退回了方案，意见见方案。',
    '{{actor}} returned the plan; the reason stands on it.',
  ),
  PLAN_APPROVED: about(
    text('方案 {{number}} 已批准', 'Plan {{number}} is approved'),
    '{{actor}} 批准了方案，任务正在分解。',
    '{{actor}} approved the plan; its tasks are being made.',
  ),
  PLAN_OVERRUN_ASKED: about(
    text('方案 {{number}} 申请超支', 'An overrun of plan {{number}} is asked for'),
    '{{actor}} 申请提高方案预算，等待决定。',
    '{{actor}} asks for more than the budget of the plan; it waits to be decided.',
  ),
  PLAN_OVERRUN_DECIDED: about(
    text('方案 {{number}} 的超支申请：{{outcome}}', 'Your overrun of plan {{number}}: {{outcome}}'),
    '{{actor}} 已对您的超支申请作出决定：{{outcome}}。',
    '{{actor}} decided on the overrun that you asked for: {{outcome}}.',
  ),
})
