/** Sources, campaigns and the policy of leads. None is deleted: what is out of use keeps its leads and takes no more. */
import { LEAD_SETTING_INPUTS, parseInput } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type TenantRow, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { Campaign, LeadPolicyEntity, LeadSource } from './lead-settings.entity.ts'

const I = LEAD_SETTING_INPUTS

/** Refuses DUPLICATE where the name is taken. */
export const defineSource = (context: VerbContext, input: object): Promise<LeadSource | UserError> =>
  transaction(context, 'leadSource:define', (tx) =>
    tx.insert(LeadSource, { ...orRefuse(parseInput(I.defineSource, input)), retiredAt: null, version: 1 }),
  )

export const amendSource = (
  context: VerbContext,
  input: { readonly leadSourceId: string },
): Promise<LeadSource | UserError> =>
  transaction(context, 'leadSource:amend', async (tx) => {
    const { leadSourceId, ...stated } = withUuids(input) as typeof input
    const { expectedVersion, ...change } = orRefuse(parseInput(I.amendSource, stated))
    return tx.patch(LeadSource, await tx.lock(LeadSource, leadSourceId, expectedVersion), change)
  })

interface Retirable extends TenantRow {
  retiredAt: Date | null
}

/** Takes a row out of use, or into use again. */
const used = async <T extends Retirable>(
  tx: Transaction,
  entity: new () => T,
  id: string,
  stated: object,
  action: 'retire' | 'restore',
): Promise<T> => {
  const { expectedVersion } = orRefuse(parseInput(I.retireSource, stated))
  const row = await tx.lock(entity, id, expectedVersion)
  const isRetiring = action === 'retire'
  if ((row.retiredAt !== null) === isRetiring)
    throw new Refused({
      code: 'WRONG_STATUS',
      status: isRetiring ? 'ARCHIVED' : 'ACTIVE',
      action,
      allowed: [isRetiring ? 'ACTIVE' : 'ARCHIVED'],
    })
  return tx.patch(entity, row, { retiredAt: isRetiring ? tx.now : null } as Partial<T>)
}

const sourceVerb =
  (action: 'retire' | 'restore') =>
  (context: VerbContext, input: { readonly leadSourceId: string }): Promise<LeadSource | UserError> =>
    transaction(context, `leadSource:${action}`, (tx) => {
      const { leadSourceId, ...stated } = withUuids(input) as typeof input
      return used(tx, LeadSource, leadSourceId, stated, action)
    })
export const retireSource = sourceVerb('retire')
export const restoreSource = sourceVerb('restore')

const mustBeSource = async (tx: Transaction, id: string): Promise<void> => {
  if (!(await tx.manager.existsBy(LeadSource, { orgId: tx.actor.organizationId, id })))
    throw invalidReference('sourceId')
}

/** Refuses DUPLICATE where the name is taken. */
export const defineCampaign = (context: VerbContext, input: object): Promise<Campaign | UserError> =>
  transaction(context, 'campaign:define', async (tx) => {
    const stated = orRefuse(parseInput(I.defineCampaign, withUuids(input)))
    await mustBeSource(tx, stated.sourceId)
    return tx.insert(Campaign, { ...stated, retiredAt: null, version: 1 })
  })

export const amendCampaign = (
  context: VerbContext,
  input: { readonly campaignId: string },
): Promise<Campaign | UserError> =>
  transaction(context, 'campaign:amend', async (tx) => {
    const { campaignId, ...stated } = withUuids(input) as typeof input
    const { expectedVersion, ...change } = orRefuse(parseInput(I.amendCampaign, stated))
    const campaign = await tx.lock(Campaign, campaignId, expectedVersion)
    await mustBeSource(tx, change.sourceId)
    return tx.patch(Campaign, campaign, change)
  })

const campaignVerb =
  (action: 'retire' | 'restore') =>
  (context: VerbContext, input: { readonly campaignId: string }): Promise<Campaign | UserError> =>
    transaction(context, `campaign:${action}`, (tx) => {
      const { campaignId, ...stated } = withUuids(input) as typeof input
      return used(tx, Campaign, campaignId, stated, action)
    })
export const retireCampaign = campaignVerb('retire')
export const restoreCampaign = campaignVerb('restore')

/** For what is touched from now on: leads that somebody has keep the day that they were given. */
export const setPolicy = (context: VerbContext, input: object): Promise<LeadPolicyEntity | UserError> =>
  transaction(context, 'leadPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(I.setPolicy, input))
    return setPolicyRow(tx, LeadPolicyEntity, policy, expectedVersion)
  })
