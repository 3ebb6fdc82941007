/** Carries a merge out, in the transaction of its last signature: values first, then whose rows are, then what follows from both. */
import {
  customKey,
  MERGED_HEAD_FIELDS,
  PROFILE_FIELDS,
  profileKey,
  type MergedHeadField,
  type ProfileField,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import type { Vault } from '../../access/vault.ts'
import type { Ciphertext } from '../../database/columns.ts'
import type { Transaction } from '../../database/transaction.ts'
import { lapseProposalsOf } from '../../maintenance-plans/proposals/lapse-proposals.service.ts'
import { Client } from '../client.entity.ts'
import { findSeal, newSeal, type ClientSeal } from '../confidential/client-seal.service.ts'
import { ClientProfile } from '../confidential/profile.entity.ts'
import { followContacts } from '../contacts/add-contacts.ts'
import { ClientContact } from '../contacts/contact.entity.ts'
import { ClientFieldValue } from '../fields/custom-field.entity.ts'
import { placeByStays } from '../occupancy/stays.service.ts'
import type { ClientMergeEntity } from './merge.entity.ts'
import { hasMoved, moveRows, putDown, putOf, type Put } from './merge-rows.service.ts'
import { partsOf, profilesOf, type Pair, type Parts } from './merge-state.service.ts'

interface Carrying extends Pair {
  readonly merge: ClientMergeEntity
  readonly parts: Parts
  /** The survivor's own: what is written from now on is sealed by it. */
  readonly seal: ClientSeal
  /** Opens what was sealed for the merged client. */
  readonly theirs: ClientSeal | undefined
  readonly takes: (key: string) => boolean
}

/** Columns of a client that say a field of the head, with those that follow from it. */
const COLUMNS: Readonly<Record<MergedHeadField, readonly (keyof Client)[]>> = {
  name: ['name'],
  kind: ['kind'],
  relation: ['relation'],
  phone: ['phone', 'phoneMasked', 'phoneTail'],
  email: ['email', 'emailMasked'],
  source: ['source'],
  referrer: ['referrerClientId', 'referrer'],
  keyAccountManager: ['keyAccountManagerId'],
}

/** @returns how many rows went over */
export const carryOut = async (
  tx: Transaction,
  vault: Vault,
  merge: ClientMergeEntity,
  pair: Pair,
): Promise<number> => {
  const { survivor, merged } = pair
  const work: Carrying = {
    ...pair,
    merge,
    parts: await partsOf(tx.manager, pair),
    seal: (await findSeal(tx.manager, vault, survivor)) ?? (await newSeal(tx, vault, survivor.id)),
    theirs: await findSeal(tx.manager, vault, merged),
    takes: (key) => merge.taken.includes(key),
  }
  await takeProfile(tx, work)
  await takeValues(tx, work)
  await arrangeContacts(tx, work)
  const left = work.parts.values
    .filter(({ clientId, fieldId }) => clientId === merged.id && !work.takes(customKey(fieldId)))
    .map(({ fieldId }) => fieldId)
  await lapseProposalsOf(tx.manager, merge.orgId, [merged.id], tx.now)
  const moved = await moveRows(tx, merge, pair, left)
  const placed = await placeFollowing(tx, work)
  const goesOn = await putDown(tx, work, 'client', survivor, [...headOf(work), ...placed])
  await putDown(tx, work, 'client', merged, [
    putOf(null, merged, {
      archivedAt: merged.archivedAt ?? tx.now,
      archiveReason: null,
      mergedIntoId: survivor.id,
    }),
  ])
  await followContacts(tx, goesOn)
  return moved
}

const headOf = ({ survivor, merged, takes }: Carrying): readonly Put[] =>
  MERGED_HEAD_FIELDS.filter(takes).map((key) => {
    const columns = Object.fromEntries(COLUMNS[key].map((name) => [name, merged[name]])) as Partial<Client>
    // Nobody was sent by themselves.
    const own = columns.referrerClientId === survivor.id ? { ...columns, referrerClientId: null } : columns
    return putOf(key, survivor, own)
  })

/** Where the archive belongs now, as a change of its own: nothing where it stays. */
const placeFollowing = async (tx: Transaction, { survivor, merge }: Carrying): Promise<readonly Put[]> => {
  if (!(await hasMoved(tx, merge, 'client_occupancy'))) return []
  const { projectId, buildingId } = await placeByStays(tx, survivor)
  if (projectId === survivor.projectId && buildingId === survivor.buildingId) return []
  return [putOf(null, survivor, { projectId, buildingId })]
}

/** Both have a profile: what was chosen of the other is sealed anew, in its new place and under the survivor's key, and shown to nobody. */
const takeProfile = async (tx: Transaction, work: Carrying): Promise<void> => {
  const profiles = profilesOf(work, work.parts)
  const fields = PROFILE_FIELDS.filter((field) => work.takes(profileKey(field)))
  if (!profiles || fields.length === 0) return
  const { one, other } = profiles
  const puts = fields.flatMap((field) => {
    const sealed = resealed(work, ClientProfile, { from: other, to: one }, field, other[field])
    if (sealed === null) return []
    const beside =
      field === 'idDocumentNumber' ? { idDocumentNumberMasked: other.idDocumentNumberMasked } : {}
    return [putOf<ClientProfile>(profileKey(field), one, { [field]: sealed, ...beside })]
  })
  if (puts.length === 0) return
  const present = Object.assign({}, one, ...puts.map(({ after }) => after)) as ClientProfile
  const onFile: ProfileField[] = PROFILE_FIELDS.filter((field) => present[field] !== null)
  await putDown(tx, work, 'client_profile', one, [
    ...puts,
    putOf<ClientProfile>(null, one, { onFile, setById: tx.actor.staffId, setAt: tx.now }),
  ])
}

/** Null where the key was destroyed meanwhile: then there is nothing to take. */
const resealed = <T extends ClientProfile | ClientFieldValue>(
  { seal, theirs }: Carrying,
  entity: new () => T,
  { from, to }: { readonly from: T; readonly to: T },
  member: Parameters<typeof seal.seal<T>>[2],
  sealed: Ciphertext | null,
): Ciphertext | null => {
  const plain = sealed === null ? undefined : theirs?.open(entity, from, member, sealed)
  return plain === undefined ? null : seal.seal(entity, to, member, plain)
}

/** Both have a value of the organization's field: the survivor's row says from now on what was chosen of the other. */
const takeValues = async (tx: Transaction, work: Carrying): Promise<void> => {
  const { survivor, merged, parts, takes } = work
  for (const from of parts.values.filter(({ clientId }) => clientId === merged.id)) {
    const to = parts.values.find(
      ({ clientId, fieldId }) => clientId === survivor.id && fieldId === from.fieldId,
    )
    if (!to || !takes(customKey(from.fieldId))) continue
    const sealedValue = resealed(work, ClientFieldValue, { from, to }, 'sealedValue', from.sealedValue)
    if (from.sealedValue !== null && sealedValue === null) continue
    const { internalValue, internalOrdinal, personalValue, personalOrdinal } = from
    await putDown(tx, work, 'client_field_value', to, [
      putOf<ClientFieldValue>(customKey(from.fieldId), to, {
        internalValue,
        internalOrdinal,
        personalValue,
        personalOrdinal,
        sealedValue,
      }),
      putOf<ClientFieldValue>(null, to, { setById: tx.actor.staffId, setAt: tx.now }),
    ])
  }
}

/** One contact is the first to turn to: the survivor's, where they have one. */
const arrangeContacts = async (tx: Transaction, work: Carrying): Promise<void> => {
  const first = (clientId: string) =>
    tx.manager.findOneBy(ClientContact, {
      orgId: work.merge.orgId,
      clientId,
      isPrimary: true,
      removedAt: IsNull(),
    })
  const theirs = await first(work.merged.id)
  if (!theirs || !(await first(work.survivor.id))) return
  await putDown(tx, work, 'client_contact', theirs, [
    putOf<ClientContact>(null, theirs, { isPrimary: false }),
  ])
}
