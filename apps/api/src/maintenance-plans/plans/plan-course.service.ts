/** The verbs of a plan as a whole: amended while it is carried out, evaluated, completed, cancelled. */
import { parseInput, PLAN_INPUTS, planRefusal, type PlanCourseVerb, type PlanInput } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { withRaised } from '../budget/budget-lines.service.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { endSummary } from '../evaluation/end-summary.service.ts'
import { keepLessons } from '../evaluation/keep-lessons.service.ts'
import { endTasksOfPlan } from '../tasks/decomposition.service.ts'
import { lockPlan, openDraft, refuseGone, type KeptPlan } from './kept-plan.service.ts'
import { endRound } from './plan-signing.service.ts'
import { MaintenancePlan, PlanRevision } from './plan.entity.ts'
import type { PlanAnswer } from './plan.service.ts'

const verb =
  <A extends PlanCourseVerb>(
    action: A,
    work: (tx: Transaction, kept: KeptPlan, input: PlanInput<A>) => Promise<Partial<MaintenancePlan>>,
  ) =>
  (context: VerbContext, input: object): PlanAnswer =>
    transaction(context, `plan:${action}`, async (tx) => {
      const { planId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(PLAN_INPUTS[action], stated)) as PlanInput<A>
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const kept = await lockPlan(tx, planId as string, expectedVersion)
      const refused = planRefusal(action, kept.forRules, tx.actor)
      if (refused) throw new Refused(refused)
      const moved = await work(tx, kept, parsed)
      return tx.patch(MaintenancePlan, kept.plan, { ...moved, updatedAt: tx.now })
    })

/** A new draft of what is in force, which stays so until the draft is approved. */
export const amend = verb('amend', async (tx, { plan, client }, { reason }) => {
  await refuseGone(tx, client)
  const { orgId, id: planId, effectiveRevisionId } = plan
  const inForce = await tx.get(PlanRevision, effectiveRevisionId!)
  const newest = await tx.manager.maximum(PlanRevision, 'ordinal', { orgId, planId })
  const next = await openDraft(
    tx,
    {
      ...inForce,
      content: await withRaised(tx, plan, inForce.content),
      writerIds: [tx.actor.staffId],
      writtenAt: tx.now,
    },
    { ordinal: newest! + 1, changeReason: reason, draftedById: tx.actor.staffId },
  )
  return { openRevisionId: next.id }
})

const EVALUATED = '方案已开始评估，此后的任务不再执行。'
const COMPLETED = '方案已归档，未完成的任务不再执行。'

/** Tasks of a day still to come are not owed any more; those whose day has come may still be done. */
export const evaluate = verb('evaluate', async (tx, { plan }) => {
  await endTasksOfPlan(tx, plan, { reason: EVALUATED, after: await todayOf(tx) })
  return { status: 'EVALUATING' }
})

/** Filed 归档: what was learnt is kept, and nothing of it is owed any more. */
export const complete = verb('complete', async (tx, { plan }) => {
  await endTasksOfPlan(tx, plan, { reason: COMPLETED, alsoBegun: true })
  await keepLessons(tx, plan)
  return { status: 'COMPLETED', endedAt: tx.now }
})

export const cancel = verb('cancel', async (tx, { plan }, { reason }) => {
  if (plan.openRevisionId !== null) {
    const open = await tx.lock(PlanRevision, plan.openRevisionId)
    await endRound(tx, plan, open)
    await tx.patch(PlanRevision, open, {
      status: 'WITHDRAWN',
      endReason: reason,
      endedAt: tx.now,
      endedById: tx.actor.staffId,
    })
  }
  await endSummary(tx, plan, reason)
  await endTasksOfPlan(tx, plan, { reason })
  return { status: 'CANCELLED', openRevisionId: null, endedAt: tx.now, reason }
})
