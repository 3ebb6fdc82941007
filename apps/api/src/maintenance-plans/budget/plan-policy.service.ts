/** The organization's rule on budgets of plans: it holds for what is approved from now on. */
import { DEFAULT_PLAN_POLICY, parseInput, PLAN_POLICY_INPUT, type PlanPolicy } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { PlanPolicyEntity } from './budget.entity.ts'

export const planPolicyOf = async (manager: EntityManager, orgId: string): Promise<PlanPolicy> =>
  (await manager.findOneBy(PlanPolicyEntity, { orgId })) ?? DEFAULT_PLAN_POLICY

export const setPolicy = (context: VerbContext, input: object): Promise<PlanPolicyEntity | UserError> =>
  transaction(context, 'planPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(PLAN_POLICY_INPUT, input))
    return setPolicyRow(tx, PlanPolicyEntity, policy, expectedVersion)
  })
