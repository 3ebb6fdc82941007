/** What the approved summary of a plan teaches, kept one by one for whoever drafts the next. */
import type { Transaction } from '../../database/transaction.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import { PlanLesson, PlanSummary } from './plan-summary.entity.ts'

export const keepLessons = async (
  tx: Transaction,
  { id, approvedSummaryId }: MaintenancePlan,
): Promise<void> => {
  const { content } = await tx.get(PlanSummary, approvedSummaryId!)
  for (const [at, lesson] of content.lessons.entries())
    await tx.insert(PlanLesson, { planId: id, ordinal: at + 1, ...lesson, keptAt: tx.now })
}
