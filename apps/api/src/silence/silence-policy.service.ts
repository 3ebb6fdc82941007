/** From when on it is silence: one row of the organization, once somebody has set it. */
import {
  DEFAULT_SILENCE_POLICY,
  parseInput,
  SILENCE_POLICY_INPUT,
  type BgNbd,
  type SilencePolicy,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import type { UserError } from '../graphql/user-error.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { SilenceDue, SilenceModelEntity, SilencePolicyEntity } from './silence.entity.ts'

/** What holds now. */
export const silencePolicyOf = async (manager: EntityManager, orgId: string): Promise<SilencePolicy> =>
  (await manager.findOneBy(SilencePolicyEntity, { orgId })) ?? DEFAULT_SILENCE_POLICY

/** Whom the new rule calls silent is told in the next minutes; what was raised under the old one stays. */
export const setPolicy = (context: VerbContext, input: object): Promise<SilencePolicyEntity | UserError> =>
  transaction(context, 'silencePolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(SILENCE_POLICY_INPUT, input))
    const row = await setPolicyRow(tx, SilencePolicyEntity, policy, expectedVersion)
    const { organizationId: orgId } = tx.actor
    const due = { orgId, id: orgId, dueAt: tx.now, after: null, attempts: 0 }
    await tx.manager.upsert(SilenceDue, due, ['orgId', 'id'])
    return row
  })

/** The newest fit, whether alerts go by it or not. */
export const newestModel = (manager: EntityManager, orgId: string): Promise<SilenceModelEntity | null> =>
  manager.findOne(SilenceModelEntity, { where: { orgId }, order: { fittedAt: 'DESC', id: 'DESC' } })

/** Its parameters; null where alerts do not go by it. */
export const parametersOf = (model: SilenceModelEntity | null): BgNbd | null =>
  model?.isUsed
    ? { r: Number(model.r), alpha: Number(model.alpha), a: Number(model.a), b: Number(model.b) }
    : null
