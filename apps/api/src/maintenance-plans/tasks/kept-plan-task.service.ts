/** What every verb on a task of a plan begins with: whom it is for, the task and the desk. */
import {
  parseInput,
  PLAN_TASK_INPUTS,
  planTaskFacts,
  planTaskStep,
  type PlanTaskAction,
  type PlanTaskInput,
  type PlanTaskStatus,
} from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { PlanTask } from './plan-task.entity.ts'

export interface TaskStep<A extends PlanTaskAction> {
  readonly task: PlanTask
  /** Null where it is for a machine, or a place. */
  readonly client: Client | null
  readonly input: PlanTaskInput<A>
  /** Where the verb leads to. */
  readonly to: PlanTaskStatus
}

/** The client first, then what is done for them: nothing is done for who is merged or erased. */
export const lockPlanTask = async (
  tx: Transaction,
  id: string,
  expectedVersion?: number,
): Promise<Pick<TaskStep<never>, 'task' | 'client'>> => {
  const { clientId } = await tx.get(PlanTask, id)
  const client = clientId === null ? null : await tx.hold(Client, clientId)
  return { client, task: await tx.lock(PlanTask, id, expectedVersion) }
}

/** One verb on one task: locked, readable, and where the table lets it start from. */
export const planTaskVerb =
  <A extends PlanTaskAction>(action: A, work: (tx: Transaction, step: TaskStep<A>) => Promise<PlanTask>) =>
  (context: VerbContext, input: { readonly taskId: string }): Promise<PlanTask | UserError> =>
    transaction(context, `planTask:${action}`, async (tx) => {
      const { taskId, ...stated } = withUuids(input) as { taskId: string }
      const parsed = orRefuse(parseInput(PLAN_TASK_INPUTS[action], stated)) as PlanTaskInput<A>
      const { task, client } = await lockPlanTask(tx, taskId, parsed.expectedVersion)
      const managerId = client?.keyAccountManagerId ?? null
      tx.admit('planTask:read', planTaskFacts(task, managerId))
      if (client) await refuseMerged(tx, client)
      const to = orRefuse(planTaskStep(action, tx.actor, task, managerId))
      return work(tx, { task, client, input: parsed, to })
    })
