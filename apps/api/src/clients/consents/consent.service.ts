/** What a client has agreed to, purpose by purpose: each word is a row of its own, and stays. */
import { isConsented, type ClientAction, type ClientInput } from '@steward/domain'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { clientVerb, inUse, keptClient } from '../kept-client.ts'
import { ClientConsent } from './consent.entity.ts'

type Word = ClientInput<'recordConsent'>

export const addConsents = async (
  tx: Transaction,
  clientId: string,
  words: readonly Word[],
  decision: ClientConsent['decision'] = 'GIVEN',
): Promise<void> => {
  for (const word of words)
    await tx.insert(ClientConsent, {
      ...word,
      clientId,
      decision,
      at: tx.now,
      recordedById: tx.actor.staffId,
    })
}

/** The words of a client about a purpose, newest first. Whoever asks has locked the client. */
export const consentsOf = (tx: Transaction, clientId: string): Promise<ClientConsent[]> =>
  tx.manager.find(ClientConsent, {
    where: { orgId: tx.actor.organizationId, clientId },
    order: { at: 'DESC', id: 'DESC' },
  })

const wrong = (action: ClientAction, isGiven: boolean): Refused =>
  new Refused({
    code: 'WRONG_STATUS',
    status: isGiven ? 'GIVEN' : 'WITHDRAWN',
    action,
    allowed: [isGiven ? 'WITHDRAWN' : 'GIVEN'],
  })

export const recordConsent = clientVerb('recordConsent', 'clientId', async (tx, id, word) => {
  const client = inUse(await keptClient(tx, id), 'recordConsent')
  if (isConsented(await consentsOf(tx, client.id), word.purpose)) throw wrong('recordConsent', true)
  await addConsents(tx, client.id, [word])
  return client
})

/** Also of an archive that is out of use: a withdrawal is never refused for that. */
export const withdrawConsent = clientVerb('withdrawConsent', 'clientId', async (tx, id, word) => {
  const client = await keptClient(tx, id)
  if (!isConsented(await consentsOf(tx, client.id), word.purpose)) throw wrong('withdrawConsent', false)
  await addConsents(tx, client.id, [word], 'WITHDRAWN')
  return client
})
