/** Of a plan that is cancelled nobody signs the summary any more. */
import type { Transaction } from '../../database/transaction.ts'
import { endSigning, roundOf } from '../../sign-off/signing.service.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import { PlanSummary } from './plan-summary.entity.ts'

/** The plan is locked. What was written stays as a draft that nobody submits. */
export const endSummary = async (
  tx: Transaction,
  { orgId, id: planId, kind }: MaintenancePlan,
  reason: string,
): Promise<void> => {
  const found = await tx.manager.findOneBy(PlanSummary, { orgId, planId, status: 'IN_SIGNING' })
  if (!found) return
  const summary = await tx.lock(PlanSummary, found.id)
  const round = await roundOf(tx, {
    kind: kind === 'FACILITY' ? 'FACILITY_SUMMARY' : 'PLAN_SUMMARY',
    subjectId: summary.id,
  })
  if (round) await endSigning(tx, round)
  await tx.patch(PlanSummary, summary, { status: 'DRAFT', reviewsOwed: 0, reviewerId: null, reason })
}
