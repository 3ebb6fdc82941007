/** Takes a merge back: what was moved and is still there goes back, fields too where nobody has changed them; what came since stays. */
import { PROFILE_FIELDS } from '@steward/domain'
import type { Vault } from '../../access/vault.ts'
import type { Ciphertext } from '../../database/columns.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Client } from '../client.entity.ts'
import { findSeal, newSeal } from '../confidential/client-seal.service.ts'
import { ClientProfile } from '../confidential/profile.entity.ts'
import { arrangePrimary, followContacts } from '../contacts/add-contacts.ts'
import { ClientFieldValue } from '../fields/custom-field.entity.ts'
import { followStays } from '../occupancy/stays.service.ts'
import type { ClientMergeEntity } from './merge.entity.ts'
import { changedRecords, giveBack, isUntouched, moveRowsBack } from './merge-rows.service.ts'
import type { Pair } from './merge-state.service.ts'

/** @returns the fields that somebody has changed since: they stay as they are now */
export const takeBack = async (
  tx: Transaction,
  vault: Vault,
  merge: ClientMergeEntity,
  pair: Pair,
): Promise<readonly string[]> => {
  const { survivor, merged } = pair
  const seal = await findSeal(tx.manager, vault, survivor)
  await moveRowsBack(tx, merge, pair)
  await sealForOwner(tx, vault, pair)
  const records = await changedRecords(tx, merge, seal)
  const isPlaced = records.some((record) =>
    record.puts.some((put) => 'projectId' in put.after && !isUntouched(record, put)),
  )
  const kept: string[] = []
  for (const record of records) kept.push(...(await giveBack(tx, record)))
  const fresh = async (id: string) => tx.get(Client, id)
  for (const { id } of [survivor, merged]) {
    await arrangePrimary(tx, id, undefined)
    await followContacts(tx, await fresh(id))
  }
  // Where it was left alone it has gone back with the rest.
  if (isPlaced) await followStays(tx, await fresh(survivor.id))
  return kept
}

/** What was written meanwhile in a row that goes back was sealed by the survivor's key: sealed anew by that of whom it is about. */
const sealForOwner = async (tx: Transaction, vault: Vault, { survivor, merged }: Pair): Promise<void> => {
  const { orgId, id: clientId } = merged
  const both = await findSeal(tx.manager, vault, survivor)
  const own = (await findSeal(tx.manager, vault, merged)) ?? undefined
  const foreign = (sealed: Ciphertext | null): sealed is Ciphertext => sealed !== null && !own?.isOwn(sealed)
  const profile = await tx.manager.findOneBy(ClientProfile, { orgId, clientId })
  const values = await tx.manager.findBy(ClientFieldValue, { orgId, clientId })
  const fields = profile ? PROFILE_FIELDS.filter((field) => foreign(profile[field])) : []
  const sealed = values.filter(({ sealedValue }) => foreign(sealedValue))
  if (fields.length + sealed.length === 0) return
  const seal = own ?? (await newSeal(tx, vault, clientId))
  if (profile && fields.length > 0) {
    const again = fields.flatMap((field) => {
      const plain = both?.open(ClientProfile, profile, field, profile[field]!)
      return plain === undefined ? [] : [[field, seal.seal(ClientProfile, profile, field, plain)] as const]
    })
    await tx.patch(ClientProfile, profile, Object.fromEntries(again) as Partial<ClientProfile>)
  }
  for (const value of sealed) {
    const plain = both?.open(ClientFieldValue, value, 'sealedValue', value.sealedValue!)
    if (plain === undefined) continue
    await tx.patch(ClientFieldValue, value, {
      sealedValue: seal.seal(ClientFieldValue, value, 'sealedValue', plain),
    })
  }
}
