/** New contacts and household members of a client that is locked, or new itself. */
import { primaryChanges, type ClientInput } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { Client } from '../client.entity.ts'
import { emailColumns, phoneColumns } from '../client-columns.ts'
import { searchGramsOf } from '../search/search-grams.ts'
import { ClientContact, ClientMember } from './contact.entity.ts'

type NewContact = ClientInput<'addContact'>

const contactsOf = (tx: Transaction, clientId: string): Promise<ClientContact[]> =>
  tx.manager.find(ClientContact, {
    where: { orgId: tx.actor.organizationId, clientId },
    order: { createdAt: 'ASC', id: 'ASC' },
  })

/** The first contact of all, or who is chosen, is the first one to turn to. */
export const addContacts = async (
  tx: Transaction,
  clientId: string,
  contacts: readonly NewContact[],
): Promise<void> => {
  if (contacts.length === 0) return
  const fresh = contacts.map(({ primary, ...contact }) => ({ ...contact, id: tx.newId(), primary }))
  const chosen = fresh.find(({ primary }) => primary)?.id
  const known = await contactsOf(tx, clientId)
  const listed = [...known, ...fresh.map(({ id }) => ({ id, isPrimary: false, removedAt: null }))]
  const changes = new Map(primaryChanges(listed, chosen).map(({ id, isPrimary }) => [id, isPrimary]))
  for (const contact of known)
    if (changes.get(contact.id) === false) await tx.patch(ClientContact, contact, { isPrimary: false })
  for (const { primary: _, phone, email, ...contact } of fresh)
    await tx.insert(ClientContact, {
      ...contact,
      clientId,
      ...phoneColumns(phone),
      ...emailColumns(email),
      isPrimary: changes.get(contact.id) ?? false,
      createdAt: tx.now,
      removedAt: null,
      version: 1,
    })
}

/**
 * A client is found by whom one speaks with there, too. The grams follow from the names as they are now: they are no word of
 * anybody's, so their change is neither a version nor an entry of the audit.
 */
export const followContacts = async (
  tx: Transaction,
  { orgId, id, name }: Pick<Client, 'orgId' | 'id' | 'name'>,
): Promise<void> => {
  const present = (await contactsOf(tx, id)).filter(({ removedAt }) => removedAt === null)
  const searchGrams = searchGramsOf(name, ...present.map((contact) => contact.name))
  await tx.manager.update(Client, { orgId, id }, { searchGrams })
}

/** Moves the mark of the first one to turn to, after somebody was chosen or has gone. */
export const arrangePrimary = async (
  tx: Transaction,
  clientId: string,
  chosen: string | undefined,
): Promise<void> => {
  const contacts = await contactsOf(tx, clientId)
  // Taken away before it is given: one contact at a time bears the mark.
  const changes = primaryChanges(contacts, chosen).toSorted(
    (one, other) => Number(one.isPrimary) - Number(other.isPrimary),
  )
  for (const { id, isPrimary } of changes)
    await tx.patch(
      ClientContact,
      contacts.find((it) => it.id === id)!,
      { isPrimary },
    )
}

export const addMembers = async (
  tx: Transaction,
  clientId: string,
  members: readonly ClientInput<'addMember'>[],
): Promise<void> => {
  for (const member of members)
    await tx.insert(ClientMember, { ...member, clientId, createdAt: tx.now, removedAt: null, version: 1 })
}
