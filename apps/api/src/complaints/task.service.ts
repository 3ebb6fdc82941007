/** The verbs of an action order. Whatever happens to one, its case's columns about orders follow in the same transaction. */
import * as domain from '@steward/domain'
import {
  caseAfterTasks,
  COMPLAINT_TASK_CONTENT,
  COMPLAINT_TASK_FIELDS,
  parseInput,
  TASK_INPUTS,
  taskFacts,
  type Actor,
  type ComplaintTask,
  type Permission,
  type Result,
  type TaskAction,
  type TaskChange,
  type TaskInput,
  type TaskStatus,
} from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { promisesOfTask } from '../promises/promise-writing.service.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import { tasksOf } from './complaint-case.ts'
import { ComplaintTaskEntity } from './complaint-parts.entity.ts'
import { ComplaintEntity } from './complaint.entity.ts'

type Decide<A extends TaskAction> = (
  task: ComplaintTask,
  input: TaskInput<A>,
  actor: Actor,
  now: Date,
) => Result<TaskChange>

/** With these an order's promise is fulfilled or lapses. */
const SETTLES: Readonly<Partial<Record<TaskStatus, 'DONE' | 'CANCELLED'>>> = {
  DONE: 'DONE',
  CANCELLED: 'CANCELLED',
}

const verb =
  <A extends TaskAction>(action: A, decide: Decide<A>) =>
  (context: VerbContext, input: { readonly taskId: string }): Promise<ComplaintTaskEntity | UserError> =>
    transaction(context, `task:${action}`, async (tx) => {
      const { taskId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(TASK_INPUTS[action], stated)) as TaskInput<A>
      const { complaint, task } = await lockWithCase(tx, taskId as string)
      tx.admit('task:read', taskFacts(task))
      const change = orRefuse(decide(task, parsed, tx.actor, tx.now))
      const changed = await tx.patch(ComplaintTaskEntity, task, change.patch as Partial<ComplaintTaskEntity>)
      const became = SETTLES[change.to]
      await tx.patch(ComplaintEntity, complaint, {
        ...caseAfterTasks(await tasksOf(tx, complaint)),
        ...(became && (await promisesOfTask(tx, complaint, task.id, became))),
        updatedAt: tx.now,
        updatedById: tx.actor.staffId,
      } as Partial<ComplaintEntity>)
      if (change.signs) sign(tx, changed, `task:${action}`, change)
      return changed
    })

/** Case before order, always: the lock order of decision 15. */
const lockWithCase = async (tx: Transaction, taskId: string) => {
  const { complaintId } = await tx.get(ComplaintTaskEntity, taskId)
  const complaint = await tx.lock(ComplaintEntity, complaintId)
  return { complaint, task: await tx.lock(ComplaintTaskEntity, taskId) }
}

const sign = (
  tx: Transaction,
  task: ComplaintTaskEntity,
  permission: Permission,
  { signs, note }: TaskChange,
): void => {
  signOff(tx, {
    subjectType: 'ComplaintTask',
    subjectId: task.id,
    revision: task.version,
    meaning: signs!,
    verb: permission,
    facts: taskFacts(task),
    content: { task },
    shape: COMPLAINT_TASK_CONTENT,
    fields: { task: COMPLAINT_TASK_FIELDS },
    comment: note,
  })
}

export const assignTask = verb('assign', domain.assignTask)
export const acceptTask = verb('accept', domain.acceptTask)
export const completeTask = verb('complete', domain.completeTask)
export const returnTask = verb('return', domain.returnTask)
export const cancelTask = verb('cancel', domain.cancelTask)
