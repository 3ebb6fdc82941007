/** What nominations, dossiers and opinions have in common: the account, its client, and the organization's rules for it. */
import {
  DEFAULT_KEY_ACCOUNT_POLICY,
  KEY_ACCOUNT_POLICY_INPUT,
  notEligible,
  parseInput,
  startOfDay,
  text,
  dayAfter,
  type KeyAccountPolicy,
} from '@steward/domain'
import { IsNull, type EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import type { UserError } from '../graphql/user-error.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { KeyAccountDue, KeyAccountEntity, KeyAccountPolicyEntity } from './key-account.entity.ts'

/** What holds now. */
export const keyAccountPolicyOf = async (manager: EntityManager, orgId: string): Promise<KeyAccountPolicy> =>
  (await manager.findOneBy(KeyAccountPolicyEntity, { orgId })) ?? DEFAULT_KEY_ACCOUNT_POLICY

/** How a client stands on the list now; null where they do not. */
export const listedAccount = (
  manager: EntityManager,
  orgId: string,
  clientId: string,
): Promise<KeyAccountEntity | null> =>
  manager.findOneBy(KeyAccountEntity, { orgId, clientId, releasedOn: IsNull() })

/** The dossier is owed until the end of that day: whoever is named is told the morning after. */
export const setDossierClock = async (
  manager: EntityManager,
  { orgId, id, dossierDueOn }: Pick<KeyAccountEntity, 'orgId' | 'id' | 'dossierDueOn'>,
): Promise<void> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const dueAt = startOfDay(dayAfter(dossierDueOn), timeZone)
  await manager.upsert(KeyAccountDue, { orgId, id, dueAt, step: 'DUE', attempts: 0 }, ['orgId', 'id'])
}

const RELEASED = notEligible(
  'isListed',
  text('该客户已移出大客户名单。', 'The client is on the list no more.'),
)

/** A listed account and its client, both locked, that the actor may read. */
export const lockListed = async (
  tx: Transaction,
  keyAccountId: string,
): Promise<{ readonly account: KeyAccountEntity; readonly client: Client }> => {
  const { clientId } = await tx.get(KeyAccountEntity, keyAccountId)
  const client = await tx.lock(Client, clientId)
  const account = await tx.lock(KeyAccountEntity, keyAccountId)
  tx.admit('keyAccount:read', clientFacts(client))
  if (account.releasedOn !== null) throw new Refused(RELEASED)
  return { account, client }
}

export const setPolicy = (context: VerbContext, input: object): Promise<KeyAccountPolicyEntity | UserError> =>
  transaction(context, 'keyAccountPolicy:set', async (tx) => {
    const { expectedVersion, earnings, ...policy } = orRefuse(parseInput(KEY_ACCOUNT_POLICY_INPUT, input))
    return setPolicyRow(tx, KeyAccountPolicyEntity, { ...policy, earnings: [...earnings] }, expectedVersion)
  })
