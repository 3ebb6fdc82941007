/** Nobody plans on before it is known what came of the plan before. */
import { notEligible, text } from '@steward/domain'
import { In, LessThan, Not } from 'typeorm'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { MaintenancePlan } from './plan.entity.ts'

const notEvaluated = ({ number }: MaintenancePlan) =>
  notEligible(
    'lastPlanIsEvaluated',
    text(
      `上一期方案 ${number} 尚未评估归档，归档后才能提交下一期方案。`,
      `Plan ${number}, which comes before this one, is not evaluated and completed yet: no renewal before that.`,
    ),
  )

/** The plan that it renews is completed, and so is every other for the same client whose time is over. */
export const mustBeEvaluated = async (
  tx: Transaction,
  { orgId, id, kind, clientId, renewsId, startsOn }: MaintenancePlan,
): Promise<void> => {
  if (renewsId !== null) {
    const last = await tx.manager.findOneByOrFail(MaintenancePlan, { orgId, id: renewsId })
    if (last.status !== 'COMPLETED') throw new Refused(notEvaluated(last))
  }
  if (clientId === null) return
  const carriedOut = { orgId, id: Not(id), kind, clientId, status: In(['ACTIVE', 'EVALUATING']) }
  const over = await tx.manager.findOne(MaintenancePlan, {
    where: { ...carriedOut, endsOn: LessThan(startsOn) },
    order: { endsOn: 'DESC', id: 'ASC' },
  })
  if (over) throw new Refused(notEvaluated(over))
}
