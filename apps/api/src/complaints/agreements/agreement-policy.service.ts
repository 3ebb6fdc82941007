import {
  AGREEMENT_POLICY_INPUTS,
  DEFAULT_AGREEMENT_POLICY,
  parseInput,
  type AgreementPolicy,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { AgreementPolicyEntity } from './agreement-policy.entity.ts'

/** What holds for what is approved now. */
export const agreementPolicyInForce = async (tx: Transaction): Promise<AgreementPolicy> =>
  (await tx.manager.findOneBy(AgreementPolicyEntity, { orgId: tx.actor.organizationId })) ??
  DEFAULT_AGREEMENT_POLICY

/** What was approved before goes on as it was. */
export const setAgreementPolicy = (
  context: VerbContext,
  input: object,
): Promise<AgreementPolicyEntity | UserError> =>
  transaction(context, 'agreementPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(AGREEMENT_POLICY_INPUTS.set, input))
    return setPolicyRow(tx, AgreementPolicyEntity, policy, expectedVersion)
  })
