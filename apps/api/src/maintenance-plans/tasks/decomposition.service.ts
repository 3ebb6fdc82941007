/** What becomes of tasks and budget when a revision comes into force, or the plan ends: begun here, carried out by the worker. */
import { notEligible, planCourseFacts, text } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { releaseHeld, setBudget } from '../budget/budget-lines.service.ts'
import { managerOfPlan } from '../plan-facts.service.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { countSubjects } from './plan-subjects.service.ts'
import { PlanDecomposition, PlanTaskDraft } from './plan-task.entity.ts'

/** The plan is locked, and the revision of it has just come into force: its budget holds, its tasks are made. */
export const planApproved = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revision: PlanRevision,
): Promise<void> => {
  await setBudget(tx, plan, revision)
  await stopRunning(tx, plan)
  await begin(tx, plan, revision.id)
}

const END = `
with part as (
  select id from plan_task where org_id = $1 and plan_id = $2
    and (status = 'SCHEDULED' or ($5 and status = 'IN_PROGRESS')) and ($6::date is null or scheduled_on > $6)
   order by scheduled_on, id limit $4 for update)
update plan_task t set status = 'CANCELLED', held_minor = 0, reason = $3, version = t.version + 1
  from part p where t.org_id = $1 and t.id = p.id`
/** A plan for many has more tasks than one statement may change. */
const AT_ONCE = 10_000

interface Ending {
  readonly reason: string
  /** Only those that are to be begun later. */
  readonly after?: string
  readonly alsoBegun?: boolean
}

/** The plan is locked and no more tasks are made: what was not begun is not owed any more, and what was held for it is free. */
export const endTasksOfPlan = async (
  tx: Transaction,
  plan: MaintenancePlan,
  { reason, after, alsoBegun }: Ending,
): Promise<void> => {
  await stopRunning(tx, plan)
  const given = [plan.orgId, plan.id, reason, AT_ONCE, alsoBegun === true, after ?? null]
  let ended = AT_ONCE
  while (ended === AT_ONCE) [, ended] = await tx.manager.query<[unknown, number]>(END, given)
  await releaseHeld(tx, plan)
}

const begin = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revisionId: string,
): Promise<PlanDecomposition> => {
  const decomposition = await tx.insert(PlanDecomposition, {
    planId: plan.id,
    revisionId,
    status: 'RUNNING',
    asOfOn: await todayOf(tx),
    cursorId: null,
    doneCount: 0,
    totalCount: await countSubjects(tx.manager, plan),
    wantedCount: 0,
    madeCount: null,
    changedCount: null,
    droppedCount: null,
    failure: null,
    begunById: tx.actor.staffId,
    begunAt: tx.now,
    stoppedById: null,
    endedAt: null,
    version: 1,
  })
  tx.emit('planToDecompose', { type: 'PlanDecomposition', id: decomposition.id })
  return decomposition
}

const stopRunning = async (tx: Transaction, { orgId, id }: MaintenancePlan): Promise<void> => {
  // Locked one after the other with the worker's batch: it ends behind this one, and finds that it is to stop.
  const running = await tx.manager.findOne(PlanDecomposition, {
    where: { orgId, planId: id, status: 'RUNNING' },
    lock: { mode: 'for_no_key_update' },
  })
  if (running) await stopped(tx, running)
}

const stopped = async (tx: Transaction, running: PlanDecomposition): Promise<PlanDecomposition> => {
  const { orgId, id: decompositionId } = running
  await tx.manager.delete(PlanTaskDraft, { orgId, decompositionId })
  return tx.patch(PlanDecomposition, running, {
    status: 'CANCELLED',
    stoppedById: tx.actor.staffId,
    endedAt: tx.now,
  })
}

const RUNS_ALREADY = notEligible(
  'noDecompositionRuns',
  text('任务正在分解中。', 'The tasks are being made already.'),
)
const NOT_IN_FORCE = notEligible(
  'planIsActive',
  text('方案未在实施中，没有可分解的任务。', 'The plan is not active: there is nothing to be done.'),
)

/** Makes the tasks of the revision in force again: after a fault, or once the budget allows it. */
export const decompose = (
  context: VerbContext,
  input: { readonly planId: string },
): Promise<PlanDecomposition | UserError> =>
  transaction(context, 'plan:decompose', async (tx) => {
    const { planId } = withUuids(input) as typeof input
    const plan = await tx.lock(MaintenancePlan, planId)
    tx.admit(
      'plan:read',
      planCourseFacts({ ...plan, keyAccountManagerId: await managerOfPlan(tx.manager, plan) }),
    )
    if (plan.status !== 'ACTIVE' || plan.effectiveRevisionId === null) throw new Refused(NOT_IN_FORCE)
    const { orgId } = plan
    if (await tx.manager.existsBy(PlanDecomposition, { orgId, planId, status: 'RUNNING' }))
      throw new Refused(RUNS_ALREADY)
    return begin(tx, plan, plan.effectiveRevisionId)
  })

/** Stops it; what was reckoned so far goes, and what stood before stays as it is. */
export const stopDecomposition = (
  context: VerbContext,
  input: { readonly decompositionId: string },
): Promise<PlanDecomposition | UserError> =>
  transaction(context, 'plan:stopDecomposition', async (tx) => {
    const { decompositionId } = withUuids(input) as typeof input
    const { planId } = await tx.get(PlanDecomposition, decompositionId)
    const plan = await tx.get(MaintenancePlan, planId)
    tx.admit(
      'plan:read',
      planCourseFacts({ ...plan, keyAccountManagerId: await managerOfPlan(tx.manager, plan) }),
    )
    const running = await tx.lock(PlanDecomposition, decompositionId)
    if (running.status !== 'RUNNING')
      throw new Refused({
        code: 'WRONG_STATUS',
        status: running.status,
        action: 'stopDecomposition',
        allowed: ['RUNNING'],
      })
    return stopped(tx, running)
  })
