/** Words of what a plan is carried out by. */
import { text, type Text } from '../text.ts'

type Labels<K extends string> = Readonly<Record<K, Text>>

export const PLAN_TASK_STATUSES = ['SCHEDULED', 'IN_PROGRESS', 'DONE', 'ACCEPTED', 'CANCELLED'] as const
export type PlanTaskStatus = (typeof PLAN_TASK_STATUSES)[number]

export const PLAN_TASK_STATUS_LABELS: Labels<PlanTaskStatus> = {
  SCHEDULED: text('待办', 'Scheduled'),
  IN_PROGRESS: text('进行中', 'In progress'),
  DONE: text('待验收', 'Awaiting acceptance'),
  ACCEPTED: text('已验收', 'Accepted'),
  CANCELLED: text('已取消', 'Cancelled'),
}

/** Verb, permission (`planTask:…`), mutation (`…PlanTask`) and audit entry bear the same name. */
export const PLAN_TASK_ACTIONS = [
  'assign',
  'reschedule',
  'start',
  'complete',
  'confirm',
  'return',
  'cancel',
] as const
export type PlanTaskAction = (typeof PLAN_TASK_ACTIONS)[number]

export const PLAN_TASK_ACTION_LABELS: Labels<PlanTaskAction> = {
  assign: text('指派', 'Assign'),
  reschedule: text('改期', 'Reschedule'),
  start: text('开始', 'Start'),
  complete: text('完成', 'Complete'),
  confirm: text('验收', 'Accept'),
  return: text('退回返工', 'Return for rework'),
  cancel: text('取消任务', 'Cancel the task'),
}

export const PLAN_TASK_EVENT_LABELS: Labels<PlanTaskAction> = {
  assign: text('指派了维护任务', 'assigned the task of a plan'),
  reschedule: text('调整了维护任务日期', 'rescheduled the task of a plan'),
  start: text('开始了维护任务', 'started the task of a plan'),
  complete: text('完成了维护任务', 'completed the task of a plan'),
  confirm: text('验收了维护任务', 'accepted the task of a plan'),
  return: text('退回了维护任务', 'returned the task of a plan'),
  cancel: text('取消了维护任务', 'cancelled the task of a plan'),
}
