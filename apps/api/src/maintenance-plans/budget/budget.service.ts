/** What is spent of a plan beside its tasks, and how its budget is raised: asked for by one, decided by another, who signs. */
import {
  notEligible,
  parseInput,
  PLAN_BUDGET_INPUTS,
  PLAN_OVERRUN_SHAPE,
  PLAN_OVERRUN_TRANSITIONS,
  planCourseFacts,
  planOverrunFacts,
  refusal,
  text,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { signOff } from '../../sign-off/sign-off.service.ts'
import { Client } from '../../clients/client.entity.ts'
import { managerOfPlan, refuseOwnHand } from '../plan-facts.service.ts'
import { refuseGone, rulesOf } from '../plans/kept-plan.service.ts'
import { MaintenancePlan } from '../plans/plan.entity.ts'
import { PlanBudgetLine, PlanOverrun, PlanSpend } from './budget.entity.ts'
import { book, lockLine } from './budget-lines.service.ts'

const NOT_ACTIVE = notEligible(
  'planIsActive',
  text('方案未在实施中，不能登记支出或申请超支。', 'The plan is not active: nothing is spent of it.'),
)

/** Held as it is until the end; others may spend of it at the same time, one after the other on its lines. */
const holdActive = async (tx: Transaction, planId: string): Promise<void> => {
  const { clientId } = await tx.get(MaintenancePlan, planId)
  const client = clientId === null ? null : await tx.hold(Client, clientId)
  const plan = await tx.hold(MaintenancePlan, planId)
  tx.admit('plan:read', planCourseFacts(rulesOf(plan, client)))
  await refuseGone(tx, client)
  mustBeActive(plan)
}

const mustBeActive = ({ status }: MaintenancePlan): void => {
  if (status !== 'ACTIVE' && status !== 'EVALUATING') throw new Refused(NOT_ACTIVE)
}

export const spend = (
  context: VerbContext,
  input: { readonly planId: string },
): Promise<PlanSpend | UserError> =>
  transaction(context, 'plan:spend', async (tx) => {
    const { planId, line: key, ...spent } = orRefuse(parseInput(PLAN_BUDGET_INPUTS.spend, withUuids(input)))
    await holdActive(tx, planId)
    const line = await lockLine(tx, planId, key)
    await book(tx, line, { freesMinor: 0, spendsMinor: spent.amountMinor })
    return tx.insert(PlanSpend, {
      ...spent,
      planId,
      lineId: line.id,
      taskId: null,
      byId: tx.actor.staffId,
      at: tx.now,
    })
  })

export const askOverrun = (
  context: VerbContext,
  input: { readonly planId: string },
): Promise<PlanOverrun | UserError> =>
  transaction(context, 'plan:askOverrun', async (tx) => {
    const {
      planId,
      line: key,
      ...asked
    } = orRefuse(parseInput(PLAN_BUDGET_INPUTS.askOverrun, withUuids(input)))
    await holdActive(tx, planId)
    const line = await lockLine(tx, planId, key)
    return tx.insert(PlanOverrun, {
      ...asked,
      planId,
      lineId: line.id,
      status: 'ASKED',
      askedById: tx.actor.staffId,
      askedAt: tx.now,
      decidedById: null,
      decidedAt: null,
      note: null,
      version: 1,
    })
  })

const ASKED_IT = text('申请人不能审批自己的超支。', 'Whoever asked for an overrun does not decide on it.')

/** Approved, the line is raised at once; rejected, nothing changes. Either way whoever decides signs what was asked, with full proof. */
export const approveOverrun = (
  context: VerbContext,
  input: { readonly overrunId: string },
): Promise<PlanOverrun | UserError> =>
  transaction(context, 'plan:approveOverrun', async (tx) => {
    const { overrunId, ...stated } = withUuids(input) as { overrunId: string }
    const { expectedVersion, approves, note } = orRefuse(
      parseInput(PLAN_BUDGET_INPUTS.approveOverrun, stated),
    )
    const { planId, lineId } = await tx.get(PlanOverrun, overrunId)
    const plan = await tx.lock(MaintenancePlan, planId)
    const facts = { projectId: plan.projectId, keyAccountManagerId: await managerOfPlan(tx.manager, plan) }
    const line = await tx.lock(PlanBudgetLine, lineId)
    const overrun = await tx.lock(PlanOverrun, overrunId, expectedVersion)
    tx.admit('plan:readBudget', planOverrunFacts(overrun, facts))
    const to = approves ? 'APPROVED' : 'REJECTED'
    const refused = refusal(
      PLAN_OVERRUN_TRANSITIONS,
      'approveOverrun',
      tx.actor,
      planOverrunFacts(overrun, facts),
      to,
    )
    if (refused) throw new Refused(refused)
    await refuseOwnHand(tx, overrun.askedById, ASKED_IT)
    if (approves) mustBeActive(plan)
    const after = await tx.patch(PlanOverrun, overrun, {
      status: to,
      decidedById: tx.actor.staffId,
      decidedAt: tx.now,
      note,
    })
    if (approves) {
      await tx.patch(PlanBudgetLine, line, { raisedMinor: line.raisedMinor + overrun.amountMinor })
      // Whoever is writing an amendment meanwhile sees it before they state the whole anew.
      if (plan.openRevisionId !== null) await tx.patch(MaintenancePlan, plan, { updatedAt: tx.now })
    }
    signOff(tx, {
      subjectType: 'PlanOverrun',
      subjectId: overrun.id,
      revision: after.version,
      meaning: approves ? 'CONFIRMED' : 'REJECTED',
      verb: 'plan:approveOverrun',
      facts: planOverrunFacts(after, facts),
      content: {
        overrun: {
          planNumber: plan.number,
          lineTitle: line.title,
          amountMinor: overrun.amountMinor,
          reason: overrun.reason,
          status: to,
        },
      },
      shape: PLAN_OVERRUN_SHAPE,
      comment: note,
      amountMinor: approves ? overrun.amountMinor : null,
      level: 'FULL',
    })
    return after
  })
