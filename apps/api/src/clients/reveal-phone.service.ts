/** Full numbers leave the system here and nowhere else: one at a time, with a reason, on record (decision 6). */
import { parseInput, words, type FactBag, type Permission } from '@steward/domain'
import { z } from 'zod'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type TenantRow, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Client } from './client.entity.ts'
import { RevealedPhone } from './client.type.ts'
import { shownEachTime } from './confidential/at-hand.ts'
import { ClientContact } from './contacts/contact.entity.ts'
import { clientFacts } from './kept-client.ts'
import { recordReveal } from './reveals/reveal.service.ts'

const REVEAL_INPUT = z.object({ reason: words(200) })

/** Shows the number on one row that the actor may read and reveal; the reason goes to the audit. */
export const revealPhone = async <T extends TenantRow>(
  context: VerbContext,
  permissions: { read: Permission; reveal: Permission },
  entity: new () => T,
  { id, ...stated }: { id: string; reason: string },
  phoneOf: (row: T) => string | null,
  factsOf: (row: T, tx: Transaction) => FactBag | Promise<FactBag>,
  ofWhom: (row: T) => {
    readonly clientId: string | null
    readonly complaintId?: string
    readonly leadId?: string
  },
): Promise<RevealedPhone | UserError> => {
  const row = await transaction(shownEachTime(context), permissions.reveal, async (tx: Transaction) => {
    const { reason } = orRefuse(parseInput(REVEAL_INPUT, stated))
    const found = await tx.get(entity, id)
    tx.admit(permissions.read, await factsOf(found, tx))
    await recordReveal(tx, { kind: 'PHONE', ...ofWhom(found), fields: ['phone'], reason })
    tx.noteRead(entity, found, reason)
    return found
  })
  return row instanceof UserError ? row : Object.assign(new RevealedPhone(), { phone: phoneOf(row) })
}

/** The number of a client. */
export const revealPhoneOfClient = (context: VerbContext, input: { clientId: string; reason: string }) => {
  const { clientId, reason } = withUuids(input) as typeof input
  const permissions = { read: 'client:read', reveal: 'client:revealPhone' } as const
  return revealPhone(
    context,
    permissions,
    Client,
    { id: clientId, reason },
    (row) => row.phone,
    clientFacts,
    (row) => ({ clientId: row.id }),
  )
}

/** The number of one of their contacts. */
export const revealPhoneOfContact = (context: VerbContext, input: { contactId: string; reason: string }) => {
  const { contactId, reason } = withUuids(input) as typeof input
  const permissions = { read: 'client:read', reveal: 'client:revealPhone' } as const
  return revealPhone(
    context,
    permissions,
    ClientContact,
    { id: contactId, reason },
    (row) => row.phone,
    async ({ clientId }, tx) => clientFacts(await tx.get(Client, clientId)),
    ({ clientId: ofClient }) => ({ clientId: ofClient }),
  )
}
