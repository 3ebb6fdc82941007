/** Through whom a client is reached, and who else lives there. */
import { invalidInput, notEligible, text } from '@steward/domain'
import { IsNull, Not } from 'typeorm'
import { Refused } from '../../database/refused.ts'
import type { TenantRow, Transaction } from '../../database/transaction.ts'
import type { Client } from '../client.entity.ts'
import { emailColumns, phoneColumns } from '../client-columns.ts'
import { clientVerb, inUse, keptClient } from '../kept-client.ts'
import { addContacts, addMembers, arrangePrimary, followContacts } from './add-contacts.ts'
import { ClientContact, ClientMember } from './contact.entity.ts'

export const addContact = clientVerb('addContact', 'clientId', async (tx, id, input) => {
  const client = inUse(await keptClient(tx, id), 'addContact')
  await addContacts(tx, client.id, [input])
  await followContacts(tx, client)
  return client
})

interface Part extends TenantRow {
  readonly clientId: string
  readonly removedAt: Date | null
}

/** A part that is still there, locked, and its client, locked before it. */
const keptPart = async <T extends Part>(
  tx: Transaction,
  entity: new () => T,
  id: string,
  expectedVersion: number,
): Promise<{ client: Client; part: T }> => {
  const { clientId } = await tx.get(entity, id)
  const client = await keptClient(tx, clientId)
  const part = await tx.lock(entity, id, expectedVersion)
  if (part.removedAt)
    throw new Refused({ code: 'WRONG_STATUS', status: 'REMOVED', action: 'amend', allowed: ['PRESENT'] })
  return { client, part }
}

/** All of a contact; phone and e-mail only where they are given, since nobody sees them whole who amends the rest. */
export const amendContact = clientVerb('amendContact', 'contactId', async (tx, id, input) => {
  const { expectedVersion, primary, phone, email, ...stated } = input
  const { client, part } = await keptPart(tx, ClientContact, id, expectedVersion)
  inUse(client, 'amendContact')
  await tx.patch(ClientContact, part, {
    ...stated,
    ...(phone === undefined ? {} : phoneColumns(phone)),
    ...(email === undefined ? {} : emailColumns(email)),
  })
  if (primary) await arrangePrimary(tx, client.id, part.id)
  if (stated.name !== part.name) await followContacts(tx, client)
  return client
})

const LAST_CONTACT = notEligible(
  'notTheLastContact',
  text(
    '企业客户至少要有一位联系人，请先新增接替的人。',
    'A company needs a contact; add who comes after first.',
  ),
)

export const removeContact = clientVerb('removeContact', 'contactId', async (tx, id, { expectedVersion }) => {
  const { client, part } = await keptPart(tx, ClientContact, id, expectedVersion)
  inUse(client, 'removeContact')
  const others = { orgId: part.orgId, clientId: client.id, removedAt: IsNull(), id: Not(part.id) }
  if (client.kind === 'COMPANY' && !(await tx.manager.existsBy(ClientContact, others)))
    throw new Refused(LAST_CONTACT)
  await tx.patch(ClientContact, part, { removedAt: tx.now, isPrimary: false })
  await arrangePrimary(tx, client.id, undefined)
  await followContacts(tx, client)
  return client
})

export const addMember = clientVerb('addMember', 'clientId', async (tx, id, input) => {
  const client = inUse(await keptClient(tx, id), 'addMember')
  if (client.kind === 'COMPANY') {
    const message = text('企业客户没有家庭成员。', 'A company has no household.')
    throw new Refused(invalidInput({ path: 'clientId', message }))
  }
  await addMembers(tx, client.id, [input])
  return client
})

export const amendMember = clientVerb('amendMember', 'memberId', async (tx, id, input) => {
  const { expectedVersion, ...stated } = input
  const { client, part } = await keptPart(tx, ClientMember, id, expectedVersion)
  inUse(client, 'amendMember')
  await tx.patch(ClientMember, part, stated)
  return client
})

export const removeMember = clientVerb('removeMember', 'memberId', async (tx, id, { expectedVersion }) => {
  const { client, part } = await keptPart(tx, ClientMember, id, expectedVersion)
  inUse(client, 'removeMember')
  await tx.patch(ClientMember, part, { removedAt: tx.now })
  return client
})
