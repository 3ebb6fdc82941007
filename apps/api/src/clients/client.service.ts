/** The head of an archive: opened with all that is told at the beginning, amended at once on change, put out of use and back. */
import {
  can,
  CLIENT_INPUTS,
  grantsOf,
  invalidInput,
  notEligible,
  OPEN_STATUSES,
  parseInput,
  text,
  type ClientInput,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Client } from './client.entity.ts'
import { freeCode } from './client-code.ts'
import { emailColumns, nameColumns, phoneColumns, phoneTail } from './client-columns.ts'
import { addConsents } from './consents/consent.service.ts'
import { addContacts, addMembers, followContacts } from './contacts/add-contacts.ts'
import { ClientMember } from './contacts/contact.entity.ts'
import { clientFacts, clientVerb, inUse, keptClient, refuseMerged } from './kept-client.ts'
import { refuseLikelyDuplicate } from './likely-duplicate.service.ts'
import { addStays, placesOfStays, type Placed } from './occupancy/stays.service.ts'

/** Opens an archive. DUPLICATE names a client that is likely the same, unless it is among `knownNotToBeThem`. */
export const open = (context: VerbContext, input: object): Promise<Client | UserError> =>
  transaction(context, 'client:open', async (tx) =>
    openClient(tx, orRefuse(parseInput(CLIENT_INPUTS.open, withUuids(input)))),
  )

/**
 * Opens an archive, inside whatever verb leads to one. `wonBy`: who answers for the client where whoever opens it sees all of them.
 */
export const openClient = async (
  tx: Transaction,
  input: ClientInput<'open'>,
  wonBy: string | null = null,
): Promise<Client> => {
  const { contacts, members, occupancies, consentPurposes, consentWay, kind, relation } = input
  const { stays, place } = await placesOfStays(tx, occupancies)
  const keyAccountManagerId = theirs(tx, place) ?? wonBy
  tx.admit('client:read', { ...place, keyAccountManagerId }, 'client:open')
  await readableReferrer(tx, input.referrerClientId)
  const code = await freeCode(tx, input.code)
  await refuseLikelyDuplicate(tx, input)
  const client = await tx.insert(Client, {
    code,
    kind,
    relation,
    ...nameColumns(input.name),
    ...phoneColumns(input.phone),
    phoneTail: phoneTail(input.phone),
    ...emailColumns(input.email),
    source: input.source,
    referrerClientId: input.referrerClientId,
    referrer: input.referrer,
    keyAccountManagerId,
    ...place,
    createdAt: tx.now,
    openedById: tx.actorId,
    explainedAt: tx.now,
    archivedAt: null,
    archiveReason: null,
    mergedIntoId: null,
    erasedAt: null,
    erasureRevisionId: null,
    version: 1,
  })
  await addContacts(tx, client.id, contacts)
  if (contacts.length > 0) await followContacts(tx, client)
  await addMembers(tx, client.id, members)
  await addStays(tx, client.id, stays)
  await addConsents(
    tx,
    client.id,
    consentPurposes.map((purpose) => ({ purpose, way: consentWay, note: null })),
  )
  return client
}

/** An archive that is opened by who sees only clients of their own is theirs; without, they would not find it again. */
const theirs = ({ actor }: Transaction, place: Placed): string | null => {
  const scopes = grantsOf(actor, 'client:open')
  const isSeenAnyway = can(actor, 'client:open', { ...place, keyAccountManagerId: null })
  return !isSeenAnyway && scopes.includes('accounts') ? actor.staffId : null
}

const NOT_IDENTITY = notEligible(
  'client:amendIdentity',
  text(
    '姓名、类别和关系由客户关系专员变更；您可以改电话、邮箱和来源。',
    'Name, kind and relation are amended by client relations; you may change phone, e-mail and source.',
  ),
)
export const amend = clientVerb('amend', 'clientId', async (tx, id, { expectedVersion, ...input }) => {
  const client = inUse(await keptClient(tx, id, expectedVersion), 'amend')
  const { phone, email, name, ...others } = referredOnce(defined(input))
  if (others.referrerClientId !== client.referrerClientId) await readableReferrer(tx, others.referrerClientId)
  const facts = clientFacts(client)
  const isIdentity = (['name', 'kind', 'relation'] as const).some(
    (key) => input[key] !== undefined && input[key] !== client[key],
  )
  if (isIdentity && !can(tx.actor, 'client:amendIdentity', facts)) throw new Refused(NOT_IDENTITY)
  if (input.kind === 'COMPANY' && client.kind !== 'COMPANY') await refuseHousehold(tx, client)
  const amended = await tx.patch(Client, client, {
    ...others,
    ...(name === undefined ? {} : nameColumns(name)),
    ...(phone === undefined ? {} : { ...phoneColumns(phone), phoneTail: phoneTail(phone) }),
    ...(email === undefined ? {} : emailColumns(email)),
  })
  if (name !== undefined) await followContacts(tx, amended)
  return amended
})

/** Without the members that were not given. */
const defined = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }

/** Whoever sent them is named in one way: the one that is given takes the place of the other. */
const referredOnce = <T extends { referrer?: string | null; referrerClientId?: string | null }>(
  input: T,
): T => ({
  ...input,
  ...(input.referrerClientId ? { referrer: null } : {}),
  ...(input.referrer ? { referrerClientId: null } : {}),
})

/** Refuses a referring client whom the actor may not read. */
export const readableReferrer = async (tx: Transaction, id: string | null | undefined): Promise<void> => {
  if (!id) return
  const orgId = tx.actor.organizationId
  const found = await tx.manager.findOneBy(Client, { orgId, id })
  if (!found || !can(tx.actor, 'client:read', clientFacts(found))) throw invalidReference('referrerClientId')
  await refuseMerged(tx, found)
}

const refuseHousehold = async (tx: Transaction, { orgId, id: clientId }: Client) => {
  if (await tx.manager.existsBy(ClientMember, { orgId, clientId, removedAt: IsNull() })) {
    const message = text('请先移除家庭成员。', 'Remove the household members first.')
    throw new Refused(invalidInput({ path: 'kind', message }))
  }
}

const HAS_OPEN_CASE = notEligible(
  'noOpenCase',
  text('该客户还有未结的投诉，结案后才能停用。', 'A case of this client is still open; close it first.'),
)

/** Puts an archive out of use: nothing is lost, and nothing is added until it is restored. */
export const archive = clientVerb('archive', 'clientId', async (tx, id, { expectedVersion, reason }) => {
  const client = inUse(await keptClient(tx, id, expectedVersion), 'archive')
  const [row] = await tx.manager.query<{ open: boolean }[]>(
    'select exists (select from complaint where org_id = $1 and client_id = $2 and status = any($3)) as open',
    [client.orgId, client.id, [...OPEN_STATUSES]],
  )
  if (row!.open) throw new Refused(HAS_OPEN_CASE)
  return tx.patch(Client, client, { archivedAt: tx.now, archiveReason: reason })
})

export const restore = clientVerb('restore', 'clientId', async (tx, id, { expectedVersion }) => {
  const client = await keptClient(tx, id, expectedVersion)
  if (!client.archivedAt)
    throw new Refused({ code: 'WRONG_STATUS', status: 'ACTIVE', action: 'restore', allowed: ['ARCHIVED'] })
  return tx.patch(Client, client, { archivedAt: null, archiveReason: null })
})
