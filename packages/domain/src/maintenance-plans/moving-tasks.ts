/** What stands in the way of moving tasks of plans to other days. Pure: days, calendar and load are arguments. */
import { notEligible, type NotEligible } from '../errors.ts'
import { text, type Text } from '../text.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { dayAfter } from '../working-time/local-day.ts'
import { calendarDay, shiftToWorkingDay } from '../working-time/working-minutes.ts'

/** Those that forbid it first, then those that a person may go against once they have seen them. */
export const PLAN_TASK_CONFLICTS = [
  'BEFORE_WHAT_IT_WAITS_FOR',
  'AFTER_WHAT_WAITS_FOR_IT',
  'OUTSIDE_PLAN',
  'BEYOND_OWN_REACH',
  'NON_WORKING_DAY',
  'OVERLOADED',
  'OTHER_YEAR',
  'IN_THE_PAST',
] as const
export type PlanTaskConflict = (typeof PLAN_TASK_CONFLICTS)[number]

export const PLAN_TASK_CONFLICT_LABELS: Readonly<Record<PlanTaskConflict, Text>> = {
  BEFORE_WHAT_IT_WAITS_FOR: text('早于其前置任务', 'Begins before the task that it waits for'),
  AFTER_WHAT_WAITS_FOR_IT: text('晚于等待它的任务', 'Begins after a task that waits for it'),
  OUTSIDE_PLAN: text('超出方案的起止日期', 'Outside the days of its plan'),
  BEYOND_OWN_REACH: text(
    '超出本人可调整的范围，请主管改期',
    'Further than its holder may move it: ask a supervisor',
  ),
  NON_WORKING_DAY: text('落在非工作日', 'Falls on a day that is not worked'),
  OVERLOADED: text('当天任务超过执行人的工时', 'More than its holder can do on that day'),
  OTHER_YEAR: text('跨到另一年度的预算', 'Moves into the budget of another year'),
  IN_THE_PAST: text('开始日期早于今天', 'Begins before today'),
}

const HARD: readonly PlanTaskConflict[] = [
  'BEFORE_WHAT_IT_WAITS_FOR',
  'AFTER_WHAT_WAITS_FOR_IT',
  'OUTSIDE_PLAN',
  'BEYOND_OWN_REACH',
]
export const forbidsMoving = (conflict: PlanTaskConflict): boolean => HARD.includes(conflict)

/** So many working days behind the day that was agreed on may a holder move their own task; further is a supervisor's. */
export const OWN_REACH_WORKING_DAYS = 5

/** A task as far as moving it goes. */
export interface MovableTask {
  readonly scheduledOn: string
  readonly dueOn: string
  /** The last day as it was before its holder moved it; null where they did not. */
  readonly agreedDueOn: string | null
  readonly estimatedMinutes: number
  readonly planStartsOn: string
  readonly planEndsOn: string
  /** When what it waits for begins, after everything that is moved together; null where nothing holds it up. */
  readonly beforeOn: string | null
  /** The first day on which something begins that waits for it, likewise. */
  readonly afterOn: string | null
}

export interface TaskDays {
  readonly scheduledOn: string
  readonly dueOn: string
}

export interface MovingAround {
  readonly calendar: WorkingCalendar
  readonly today: string
  /** Null for whoever leads: they may move it anywhere within its plan. */
  readonly ownReach: number | null
  /** What else its holder has to do on the day on which it is to begin. */
  readonly otherMinutes: number
}

const minutesOf = (calendar: WorkingCalendar, on: string): number =>
  calendarDay(calendar, on).slots.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)

/** The last day to which somebody may move their own task. */
export const ownReachOf = (calendar: WorkingCalendar, agreedOn: string, days: number): string => {
  let on = agreedOn
  for (let day = 0; day < days; day += 1) on = shiftToWorkingDay(calendar, dayAfter(on), 'NEXT')
  return on
}

/** What stands in the way, in the order of `PLAN_TASK_CONFLICTS`. A day that stays as it is is nobody's conflict. */
export const conflictsOfMove = (
  task: MovableTask,
  to: TaskDays,
  { calendar, today, ownReach, otherMinutes }: MovingAround,
): readonly PlanTaskConflict[] => {
  const begins = to.scheduledOn !== task.scheduledOn
  const ends = to.dueOn !== task.dueOn
  const workedOn = minutesOf(calendar, to.scheduledOn)
  const isSo: Readonly<Record<PlanTaskConflict, boolean>> = {
    BEFORE_WHAT_IT_WAITS_FOR: begins && task.beforeOn !== null && to.scheduledOn < task.beforeOn,
    AFTER_WHAT_WAITS_FOR_IT: begins && task.afterOn !== null && to.scheduledOn > task.afterOn,
    OUTSIDE_PLAN:
      (begins && (to.scheduledOn < task.planStartsOn || to.scheduledOn > task.planEndsOn)) ||
      (ends && to.dueOn > task.dueOn && to.dueOn > task.planEndsOn),
    BEYOND_OWN_REACH:
      ownReach !== null &&
      to.dueOn > task.dueOn &&
      to.dueOn > ownReachOf(calendar, task.agreedDueOn ?? task.dueOn, ownReach),
    NON_WORKING_DAY: (begins && workedOn === 0) || (ends && minutesOf(calendar, to.dueOn) === 0),
    OVERLOADED: begins && workedOn > 0 && otherMinutes + task.estimatedMinutes > workedOn,
    OTHER_YEAR: to.scheduledOn.slice(0, 4) !== task.scheduledOn.slice(0, 4),
    IN_THE_PAST: begins && to.scheduledOn < today,
  }
  return PLAN_TASK_CONFLICTS.filter((conflict) => isSo[conflict])
}

const words = (conflicts: readonly PlanTaskConflict[], of: (it: Text) => string, between: string): string =>
  conflicts.map((it) => of(PLAN_TASK_CONFLICT_LABELS[it])).join(between)

/** Why it is refused: something forbids it, or the person has not seen what it goes against. */
export const moveRefusal = (
  conflicts: readonly PlanTaskConflict[],
  despite: readonly PlanTaskConflict[],
): NotEligible | undefined => {
  const forbidding = conflicts.filter(forbidsMoving)
  const unseen = conflicts.filter((it) => !forbidsMoving(it) && !despite.includes(it))
  const told = forbidding.length > 0 ? forbidding : unseen
  if (told.length === 0) return undefined
  const [zh, en] = [words(told, (it) => it.zh, '；'), words(told, (it) => it.en, '; ')]
  return forbidding.length > 0
    ? notEligible('taskMayBeMoved', text(`不能改期：${zh}。`, `It cannot be moved there: ${en}.`))
    : notEligible('conflictsAreKnown', text(`请先确认：${zh}。`, `Confirm first: ${en}.`))
}
