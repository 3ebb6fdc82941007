/** The profile of a person: filled in while its purpose is agreed to, shown for a reason. */
import {
  CONFIDENTIAL_INPUTS,
  maskNumber,
  notEligible,
  parseInput,
  PROFILE,
  PROFILE_FIELDS,
  readParticular,
  text,
  writeParticular,
  type ParticularValue,
  type ProfileField,
} from '@steward/domain'
import type { Ciphertext } from '../../database/columns.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { UserError } from '../../graphql/user-error.ts'
import { clientFacts } from '../kept-client.ts'
import { Client } from '../client.entity.ts'
import { recordReveal } from '../reveals/reveal.service.ts'
import { demandConsent, lockClient, shownEachTime, type SealingContext } from './at-hand.ts'
import { findSeal, keyIsDestroyed, newSeal, type ClientSeal } from './client-seal.service.ts'
import { ClientProfile } from './profile.entity.ts'
import { RevealedProfile } from './profile.type.ts'

export const setProfile = (context: SealingContext, input: object): Promise<ClientProfile | UserError> =>
  transaction(context, 'client:setProfile', async (tx) => {
    const { clientId, expectedVersion, clear, ...stated } = orRefuse(
      parseInput(CONFIDENTIAL_INPUTS.setProfile, withUuids(input)),
    )
    const client = await lockClient(tx, clientId)
    if (client.kind === 'COMPANY') throw new Refused(NO_PERSON)
    await demandConsent(tx, client)
    const before = await profileOf(tx, client)
    const version = before?.version ?? 0
    if (version !== expectedVersion) {
      const changedBy = before?.setById ?? null
      throw new Refused({ code: 'STALE_RECORD', changedBy, changedAt: before?.setAt ?? tx.now, version })
    }
    const seal =
      (await findSeal(tx.manager, context.vault, client)) ?? (await newSeal(tx, context.vault, client.id))
    return writeProfile(tx, seal, { client, before, stated, clear })
  })

const NO_PERSON = notEligible(
  'kind',
  text('企业客户没有个人资料，请填写客户状况记录表。', 'A company has no profile, but a status record.'),
)
const NOTHING_ON_FILE = notEligible(
  'nothingOnFile',
  text('没有登记这些资料。', 'Nothing of that is on file.'),
)

const profileOf = (tx: Transaction, { orgId, id: clientId }: Client): Promise<ClientProfile | null> =>
  tx.manager.findOneBy(ClientProfile, { orgId, clientId })

export type StatedProfile = Readonly<Partial<Record<ProfileField, ParticularValue | null>>>

interface ProfileChange {
  readonly client: Pick<Client, 'orgId' | 'id'>
  readonly before: ClientProfile | null
  readonly stated: StatedProfile
  readonly clear: readonly ProfileField[]
}

/** Writes what is stated, sealed; reads nothing, so that many can be written at once. */
export const writeProfile = async (
  tx: Transaction,
  seal: ClientSeal,
  { client, before, stated, clear }: ProfileChange,
): Promise<ClientProfile> => {
  const row = { orgId: client.orgId, id: before?.id ?? tx.newId() }
  const kept = (field: ProfileField): Ciphertext | null => {
    const held = before?.[field] ?? null
    if (clear.includes(field)) return null
    const known = held === null ? undefined : seal.open(ClientProfile, row, field, held)
    const value = stated[field] ?? null
    if (value === null) return known === undefined ? null : held
    const written = writeParticular(value)
    return written === known ? held : seal.seal(ClientProfile, row, field, written)
  }
  const sealed = Object.fromEntries(PROFILE_FIELDS.map((field) => [field, kept(field)])) as Record<
    ProfileField,
    Ciphertext | null
  >
  const number = stated.idDocumentNumber ?? null
  const masked = number === null ? (before?.idDocumentNumberMasked ?? null) : maskNumber(String(number))
  const values = {
    ...sealed,
    idDocumentNumberMasked: sealed.idDocumentNumber === null ? null : masked,
    onFile: PROFILE_FIELDS.filter((field) => sealed[field] !== null),
    setById: tx.actor.staffId,
    setAt: tx.now,
  }
  return before
    ? tx.patch(ClientProfile, before, values)
    : tx.insert(ClientProfile, { ...values, id: row.id, clientId: client.id, version: 1 })
}

export const revealProfile = async (
  context: SealingContext,
  input: object,
): Promise<RevealedProfile | UserError> => {
  const shown = new RevealedProfile()
  const done = await transaction(shownEachTime(context), 'client:revealProfile', async (tx) => {
    const { clientId, fields, reason } = orRefuse(
      parseInput(CONFIDENTIAL_INPUTS.revealProfile, withUuids(input)),
    )
    const client = await tx.get(Client, clientId)
    tx.admit('client:read', clientFacts(client))
    await demandConsent(tx, client)
    const profile = await profileOf(tx, client)
    const asked = fields.filter((field) => profile?.onFile.includes(field))
    if (!profile || asked.length === 0) throw new Refused(NOTHING_ON_FILE)
    const seal = await findSeal(tx.manager, context.vault, client)
    for (const field of asked) {
      const written = seal?.open(ClientProfile, profile, field, profile[field]!)
      if (written === undefined) throw keyIsDestroyed()
      Object.assign(shown, { [field]: readParticular(PROFILE[field], written) })
    }
    await recordReveal(tx, { kind: 'PROFILE', clientId: client.id, fields: asked, reason })
    tx.noteRead(Client, client, reason, asked)
    return client
  })
  return done instanceof UserError ? done : shown
}
