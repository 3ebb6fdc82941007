/** What the confidential verbs have in common. */
import { isConsented, notEligible, text } from '@steward/domain'
import type { RequestContext, VerbContext } from '../../context.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { Client } from '../client.entity.ts'
import { consentsOf } from '../consents/consent.service.ts'
import { keptClient } from '../kept-client.ts'

/** A verb that seals or opens. */
export type SealingContext = VerbContext & Pick<RequestContext, 'vault'>

const ARCHIVED = notEligible(
  'isArchived',
  text('该客户档案已停用。', 'The archive of this client is closed.'),
)

/** The client, locked, that the actor may keep the archive of. */
export const lockClient = async (tx: Transaction, clientId: string): Promise<Client> => {
  const client = await keptClient(tx, clientId)
  if (client.archivedAt !== null) throw new Refused(ARCHIVED)
  return client
}

const NOT_CONSENTED = notEligible(
  'profileIsConsented',
  text(
    '客户没有同意记录个人情况，或已撤回。请先登记同意。',
    'The client has not agreed to a personal profile, or has withdrawn it. Record the consent first.',
  ),
)

/** A profile is kept, and looked at, only while the client agrees to that purpose. */
export const demandConsent = async (tx: Transaction, client: Pick<Client, 'id'>): Promise<void> => {
  if (!isConsented(await consentsOf(tx, client.id), 'PROFILE')) throw new Refused(NOT_CONSENTED)
}

/**
 * A repeated key would be answered from what was done before, past the desk and past the ledger: so showing knows no keys. What is
 * asked for twice is shown twice, and stands twice on record.
 */
export const shownEachTime = <C extends VerbContext>(context: C): C => ({
  ...context,
  idempotencyKey: undefined,
})
