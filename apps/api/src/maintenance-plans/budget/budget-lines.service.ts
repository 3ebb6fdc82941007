/** The lines of a plan's budget, each the one owner of its limit: set by the revision in force, held for tasks, spent from, never passed. */
import { budgetLeft, notEligible, text, type LimitExceeded, type PlanContent } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { PlanBudgetLine } from './budget.entity.ts'
import { planPolicyOf } from './plan-policy.service.ts'

type OfPlan = Pick<MaintenancePlan, 'orgId' | 'id'>

/** All lines of a plan, locked in one order for everybody. */
const lockLines = (manager: EntityManager, { orgId, id }: OfPlan): Promise<PlanBudgetLine[]> =>
  manager.find(PlanBudgetLine, {
    where: { orgId, planId: id },
    order: { key: 'ASC' },
    lock: { mode: 'for_no_key_update' },
  })

/** What an amendment begins with: what overruns have raised so far stands in it, so that nothing is lost unseen. */
export const withRaised = async (
  tx: Transaction,
  { orgId, id }: OfPlan,
  content: PlanContent,
): Promise<PlanContent> => {
  const lines = await tx.manager.findBy(PlanBudgetLine, { orgId, planId: id })
  const raised = (key: string) => lines.find((line) => line.key === key)?.raisedMinor ?? 0
  const budget = content.budget.map((line) => ({ ...line, amountMinor: line.amountMinor + raised(line.key) }))
  return { ...content, budget }
}

const LATER = `
select line_id as id, sum(amount_minor)::bigint as sum from plan_overrun
 where org_id = $1 and plan_id = $2 and status = 'APPROVED' and decided_at > $3 group by line_id`

/** As the revision in force has it; it says the whole budget anew. Only what overruns raised after it was written goes on beside it. */
export const setBudget = async (
  tx: Transaction,
  plan: OfPlan,
  { content: { budget }, writtenAt }: Pick<PlanRevision, 'content' | 'writtenAt'>,
): Promise<void> => {
  const lines = await lockLines(tx.manager, plan)
  const later = await tx.manager.query<{ id: string; sum: number }[]>(LATER, [plan.orgId, plan.id, writtenAt])
  const { allowedOverrunBasisPoints: allowedBasisPoints } = await planPolicyOf(tx.manager, plan.orgId)
  for (const [position, { key, kind, title, amountMinor }] of budget.entries()) {
    const line = lines.find((it) => it.key === key)
    const raisedMinor = later.find(({ id }) => id === line?.id)?.sum ?? 0
    const said = { kind, title, position, approvedMinor: amountMinor, raisedMinor, allowedBasisPoints }
    if (line) await tx.patch(PlanBudgetLine, line, said)
    else
      await tx.insert(PlanBudgetLine, {
        planId: plan.id,
        key,
        ...said,
        committedMinor: 0,
        spentMinor: 0,
        version: 1,
      })
  }
  // What was spent of a line that is gone stays on record: nothing more is.
  for (const line of lines.filter(({ key }) => !budget.some((it) => it.key === key)))
    await tx.patch(PlanBudgetLine, line, { approvedMinor: 0, raisedMinor: 0, position: budget.length })
}

const HELD = `
select budget_line as key, sum(held_minor)::bigint as held from plan_task
 where org_id = $1 and plan_id = $2 and held_minor > 0 and budget_line is not null group by budget_line`

/** Holds on each line what its open tasks are estimated to cost. @returns whether that is within every line */
export const holdForTasks = async (manager: EntityManager, plan: OfPlan): Promise<boolean> => {
  const lines = await lockLines(manager, plan)
  const held = await manager.query<{ key: string; held: number }[]>(HELD, [plan.orgId, plan.id])
  for (const line of lines) {
    const committedMinor = held.find(({ key }) => key === line.key)?.held ?? 0
    if (committedMinor === line.committedMinor) continue
    if (committedMinor > line.committedMinor && budgetLeft({ ...line, committedMinor }) < 0) return false
    await manager.update(
      PlanBudgetLine,
      { orgId: line.orgId, id: line.id },
      { committedMinor, version: line.version + 1 },
    )
  }
  return true
}

/** Some of its tasks were cancelled: what was held for them is free. */
export const releaseHeld = async (tx: Transaction, plan: OfPlan): Promise<void> => {
  await holdForTasks(tx.manager, plan)
}

const NO_LINE = notEligible('lineIsThere', text('预算中没有这一行。', 'The budget has no such line.'))

/** One line, locked until the end. */
export const lockLine = async (tx: Transaction, planId: string, key: string): Promise<PlanBudgetLine> => {
  const line = await tx.manager.findOne(PlanBudgetLine, {
    where: { orgId: tx.actor.organizationId, planId, key },
    lock: { mode: 'for_no_key_update' },
  })
  if (!line) throw new Refused(NO_LINE)
  return line
}

const beyond = (leftMinor: number, amountMinor: number): LimitExceeded => ({
  code: 'LIMIT_EXCEEDED',
  limitMinor: Math.max(0, leftMinor),
  amountMinor,
  explanation: text(
    '超出方案预算的允许范围，请先申请超支。',
    'Beyond what the budget of the plan allows: ask for an overrun first.',
  ),
})

interface Booking {
  /** Becomes free again: what was held for a task. */
  readonly freesMinor: number
  /** Below 0 where less was needed than was booked before. */
  readonly spendsMinor: number
}

/** Books on a locked line. Refuses what would pass its guard; that something becomes free is never refused. */
export const book = async (
  tx: Transaction,
  line: PlanBudgetLine,
  { freesMinor, spendsMinor }: Booking,
): Promise<PlanBudgetLine> => {
  const committedMinor = Math.max(0, line.committedMinor - freesMinor)
  const after = { ...line, committedMinor, spentMinor: line.spentMinor + spendsMinor }
  if (spendsMinor > 0 && budgetLeft(after) < 0)
    throw new Refused(beyond(budgetLeft({ ...line, committedMinor }), spendsMinor))
  return tx.patch(PlanBudgetLine, line, { committedMinor, spentMinor: after.spentMinor })
}
