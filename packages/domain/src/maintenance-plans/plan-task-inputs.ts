import { z } from 'zod'
import { amountMinor, expectedVersion, fieldIssue, id, localDay, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { dayNumber } from '../working-time/local-day.ts'
import { PLAN_TASK_CONFLICTS } from './moving-tasks.ts'
import type { PlanTaskAction } from './task-vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const reason = () => words(500).pipe(z.string().min(2))

const ENDS_EARLY = text('截止日期早于计划日期。', 'Due before it is to be begun.')
const days = { scheduledOn: localDay(), dueOn: localDay() }
/** `despite`: what the person has seen that it goes against. */
const why = { reason: reason(), despite: z.array(z.enum(PLAN_TASK_CONFLICTS)).max(20).default([]) }
const endsInTime = (
  { scheduledOn, dueOn }: { readonly scheduledOn: string; readonly dueOn: string },
  ctx: z.RefinementCtx,
): void => {
  const [first, last] = [dayNumber(scheduledOn), dayNumber(dueOn)]
  if (first !== undefined && last !== undefined && last < first) ctx.addIssue(fieldIssue('dueOn', ENDS_EARLY))
}

/** Of so many tasks at once. */
export const MOST_MOVED_TASKS = 100
const TWICE = text('同一任务只能移动一次。', 'A task is moved once.')
const eachOnce = (moves: readonly { readonly taskId: string }[], ctx: z.RefinementCtx): void => {
  const ids = moves.map(({ taskId }) => taskId)
  ids.forEach((taskId, at) => {
    if (ids.indexOf(taskId) < at) ctx.addIssue(fieldIssue(`${at}.taskId`, TWICE))
  })
}
const whither = z.object({ taskId: id(), ...days }).superRefine(endsInTime)

/** Where tasks are to go, to see what stands in the way. */
export const PLAN_TASK_MOVES_INPUT = z.object({
  moves: z.array(whither).min(1).max(MOST_MOVED_TASKS).superRefine(eachOnce),
})

/** Several tasks moved together: all of them or none. */
export const RESCHEDULE_PLAN_TASKS_INPUT = z.object({
  ...why,
  moves: z
    .array(z.object({ taskId: id(), ...step, ...days }).superRefine(endsInTime))
    .min(1)
    .max(MOST_MOVED_TASKS)
    .superRefine(eachOnce),
})

export const PLAN_TASK_INPUTS = {
  assign: z.object({ ...step, assigneeId: id() }),
  reschedule: z.object({ ...step, ...days, ...why }).superRefine(endsInTime),
  start: z.object(step),
  complete: z.object({
    ...step,
    result: words(2_000),
    feedback: optional(words(1_000)),
    actualMinutes: z
      .int()
      .min(0)
      .max(60 * 24 * 10),
    actualMinor: amountMinor().default(0),
  }),
  confirm: z.object({ ...step, note: optional(words(500)) }),
  return: z.object({ ...step, reason: reason() }),
  cancel: z.object({ ...step, reason: reason() }),
} as const satisfies Record<PlanTaskAction, z.ZodType>

export type PlanTaskInput<A extends PlanTaskAction> = z.output<(typeof PLAN_TASK_INPUTS)[A]>

export const PLAN_BUDGET_INPUTS = {
  spend: z.object({
    planId: id(),
    line: words(12),
    amountMinor: amountMinor().min(1),
    spentOn: localDay(),
    purpose: words(200),
  }),
  askOverrun: z.object({
    planId: id(),
    line: words(12),
    amountMinor: amountMinor().min(1),
    reason: words(1_000).pipe(z.string().min(4)),
  }),
  approveOverrun: z
    .object({ ...step, approves: z.boolean(), note: optional(words(500)) })
    .superRefine(({ approves, note }, ctx) => {
      if (!approves && note === null)
        ctx.addIssue(fieldIssue('note', text('请写明驳回理由。', 'Say why it is rejected.')))
    }),
} as const

/** No plan reaches further. */
const PLANNED_DAYS = { from: '1990-01-01', until: '2199-12-31' }

/** By what the rows of a chart of tasks stand. */
export const PLAN_GANTT_ROWS = ['MEASURE', 'PLAN', 'PERSON'] as const
export type PlanGanttRows = (typeof PLAN_GANTT_ROWS)[number]
const MOST_CHART_DAYS = 740

/** Measures are named by keys of their plan. */
export const PLAN_GANTT_INPUT = z
  .object({
    plan: z.string().nullable().default(null),
    assignee: z.string().nullable().default(null),
    from: localDay(),
    to: localDay(),
    by: z.enum(PLAN_GANTT_ROWS),
  })
  .refine(({ from, to }) => from <= to && (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0) <= MOST_CHART_DAYS)
  .refine(({ by, plan }) => by !== 'MEASURE' || plan !== null)

/** Whose load is looked at: so many weeks from the Monday of the week of `from`. */
export const PLAN_WORKLOAD_INPUT = z.object({
  from: localDay().refine((on) => on >= PLANNED_DAYS.from && on <= PLANNED_DAYS.until),
  weeks: z.int().min(1).max(12).default(4),
})
