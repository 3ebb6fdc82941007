/** Moves tasks to other days: one, or several together, by the same rules; and tells beforehand what a move goes against. */
import {
  forbidsMoving,
  moveRefusal,
  parseInput,
  PLAN_TASK_MOVES_INPUT,
  planTaskFacts,
  planTaskStep,
  RESCHEDULE_PLAN_TASKS_INPUT,
  type PlanTaskConflict,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import { refuseMerged } from '../../clients/kept-client.ts'
import type { RequestContext, VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { UserError } from '../../graphql/user-error.ts'
import { lockPlanTask, planTaskVerb } from './kept-plan-task.service.ts'
import { judgedMoves, type TaskMove } from './moved-tasks.service.ts'
import { PlanTask } from './plan-task.entity.ts'
import { PlanTaskMoveConflict, PlanTasksMoved } from './plan-task.type.ts'

interface Why {
  readonly reason: string
  readonly despite: readonly PlanTaskConflict[]
}

/** All of them are locked: each is judged where all are going, then they go. */
const move = async (
  tx: Transaction,
  tasks: readonly PlanTask[],
  moves: readonly TaskMove[],
  { reason, despite }: Why,
): Promise<readonly PlanTask[]> => {
  const judged = await judgedMoves(tx.manager, tx.actor, moves, tx.now)
  const against = [...new Set(judged.flatMap(({ conflicts }) => conflicts))]
  const refused = moveRefusal(against, despite)
  if (refused) throw new Refused(refused)
  const moved: PlanTask[] = []
  for (const task of tasks) {
    const { scheduledOn, dueOn } = moves.find(({ taskId }) => taskId === task.id)!
    const leads = judged.some((it) => it.taskId === task.id && it.leads)
    const agreedDueOn = leads ? null : (task.agreedDueOn ?? task.dueOn)
    moved.push(await tx.patch(PlanTask, task, { scheduledOn, dueOn, agreedDueOn, reason, isMoved: true }))
  }
  return moved
}

export const reschedule = planTaskVerb('reschedule', async (tx, { task, input }) => {
  const { scheduledOn, dueOn } = input
  const [moved] = await move(tx, [task], [{ taskId: task.id, scheduledOn, dueOn }], input)
  return moved!
})

/** All or none; locked by their ids, so that two who move the same ones do not wait for each other for ever. */
export const rescheduleAll = async (
  context: VerbContext,
  input: { readonly moves: readonly object[] },
): Promise<PlanTasksMoved | UserError> => {
  const done = await transaction(context, 'planTask:reschedule', async (tx) => {
    const { moves, ...why } = orRefuse(parseInput(RESCHEDULE_PLAN_TASKS_INPUT, withUuids(input)))
    const tasks: PlanTask[] = []
    for (const { taskId, expectedVersion } of moves.toSorted((a, b) => (a.taskId < b.taskId ? -1 : 1))) {
      const { task, client } = await lockPlanTask(tx, taskId, expectedVersion)
      const managerId = client?.keyAccountManagerId ?? null
      tx.admit('planTask:read', planTaskFacts(task, managerId))
      if (client) await refuseMerged(tx, client)
      orRefuse(planTaskStep('reschedule', tx.actor, task, managerId))
      tasks.push(task)
    }
    const [first] = await move(tx, tasks, moves, why)
    return first!
  })
  // All of them, also where the answer to the same request was lost and it came again.
  return done instanceof UserError ? done : Object.assign(new PlanTasksMoved(), { moved: input.moves.length })
}

/** What these moves would go against, of tasks that the reader may read; nothing is locked. */
export const conflictsOf = async (
  { signedIn, locale, dataSource, now }: RequestContext,
  asked: object,
): Promise<PlanTaskMoveConflict[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const parsed = parseInput(PLAN_TASK_MOVES_INPUT, withUuids(asked))
  if (!parsed.ok)
    throw new GraphQLError('1 to 100 moves, each to days in their order', {
      extensions: { code: 'BAD_REQUEST' },
    })
  const { actor } = signedIn
  return withTenant(dataSource, actor.organizationId, async (manager) => {
    const judged = await judgedMoves(manager, actor, parsed.value.moves, now)
    return judged.flatMap(({ taskId, conflicts }) =>
      conflicts.map((conflict) =>
        Object.assign(new PlanTaskMoveConflict(), {
          taskId: toGlobalId('PlanTask', taskId),
          conflict,
          forbids: forbidsMoving(conflict),
        }),
      ),
    )
  })
}
