import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { can } from '../access/authorize.ts'
import { fail, notEligible, ok, type DomainError, type Result } from '../errors.ts'
import { expectedVersion, id, optional, words } from '../input.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'
import { staleness } from './complaint-change.ts'
import { TASK_TRANSITIONS, taskFacts, type ComplaintTask } from './task.ts'
import type { TaskAction, TaskStatus } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => words(2_000)

export const TASK_INPUTS = {
  /** Without a department: another person of the same one. */
  assign: z.object({ ...step, departmentId: optional(id()), assigneeId: optional(id()) }),
  accept: z.object(step),
  complete: z.object({ ...step, evidenceNote: note() }),
  return: z.object({ ...step, reason: note() }),
  cancel: z.object({ ...step, reason: note() }),
} as const satisfies Record<TaskAction, z.ZodType>

export type TaskInput<A extends TaskAction> = z.output<(typeof TASK_INPUTS)[A]>

export interface TaskChange {
  readonly action: TaskAction
  readonly from: TaskStatus
  readonly to: TaskStatus
  readonly patch: Partial<ComplaintTask>
  readonly note: string | null
  readonly signs: Meaning | null
}

type TaskVerb<A extends TaskAction> = (
  task: ComplaintTask,
  input: TaskInput<A>,
  actor: Actor,
  now: Date,
) => Result<TaskChange>

const take = (
  action: TaskAction,
  task: ComplaintTask,
  input: { readonly expectedVersion: number },
  actor: Actor,
  now: Date,
  outcome: { patch: Partial<ComplaintTask>; note?: string; refuse?: DomainError | undefined },
): Result<TaskChange> => {
  const refused =
    staleness(task, input.expectedVersion) ??
    refusal(TASK_TRANSITIONS, action, actor, taskFacts(task)) ??
    outcome.refuse
  if (refused !== undefined) return fail(refused)
  const row = TASK_TRANSITIONS.find((it) => it.action === action && it.from.includes(task.status))
  if (row === undefined || row.to === 'SAME') throw new Error(`${action} has no way from ${task.status}`)
  return ok({
    action,
    from: task.status,
    to: row.to,
    patch: {
      ...outcome.patch,
      status: row.to,
      version: task.version + 1,
      updatedAt: now,
      updatedById: actor.staffId,
    },
    note: outcome.note ?? null,
    signs: row.signs ?? null,
  })
}

/** To a person of the department, or on to another department, which only the giver of the order decides. */
export const assignTask: TaskVerb<'assign'> = (task, input, actor, now) => {
  const departmentId = input.departmentId ?? task.departmentId
  const moved = departmentId !== task.departmentId
  return take('assign', task, input, actor, now, {
    refuse:
      moved && !can(actor, 'task:cancel', taskFacts(task))
        ? notEligible(
            'ordered',
            text(
              '只有派单方可以改派部门。',
              'Only the department that gave the order may send it elsewhere.',
            ),
          )
        : undefined,
    patch: { departmentId, assigneeId: input.assigneeId, acceptedById: null, acceptedAt: null, reason: null },
  })
}

/** The department takes the order on; whoever accepts an order of nobody's carries it out. */
export const acceptTask: TaskVerb<'accept'> = (task, input, actor, now) =>
  take('accept', task, input, actor, now, {
    patch: { acceptedById: actor.staffId, acceptedAt: now, assigneeId: task.assigneeId ?? actor.staffId },
  })

export const completeTask: TaskVerb<'complete'> = (task, input, actor, now) =>
  take('complete', task, input, actor, now, {
    patch: { completedById: actor.staffId, completedAt: now, evidenceNote: input.evidenceNote },
    note: input.evidenceNote,
  })

/** Back to the department that gave the order, undone. */
export const returnTask: TaskVerb<'return'> = (task, input, actor, now) =>
  take('return', task, input, actor, now, { patch: { reason: input.reason }, note: input.reason })

export const cancelTask: TaskVerb<'cancel'> = (task, input, actor, now) =>
  take('cancel', task, input, actor, now, { patch: { reason: input.reason }, note: input.reason })
