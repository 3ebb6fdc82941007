/** The key of a copy's file: sealed under the master key, and gone for good together with the bytes. */
import type { Vault } from '../access/vault.ts'
import type { Ciphertext } from '../database/columns.ts'
import type { Transaction } from '../database/transaction.ts'
import { CopyFileKey } from './export.entity.ts'

const keyPlace = (orgId: string, copyId: string): string => `${orgId}|copy_file_key|sealed_key|${copyId}`

export const keepCopyKey = async (
  tx: Transaction,
  vault: Vault,
  copyId: string,
  key: Buffer,
): Promise<void> => {
  const place = keyPlace(tx.actor.organizationId, copyId)
  const sealedKey = vault.seal(place, key.toString('base64url')) as Ciphertext
  await tx.append(CopyFileKey, { id: copyId, sealedKey, createdAt: tx.now })
}

/** Undefined where the file was handed out or destroyed. */
export const copyKeyOf = async (
  manager: Transaction['manager'],
  vault: Vault,
  { orgId, id }: { readonly orgId: string; readonly id: string },
): Promise<Buffer | undefined> => {
  const row = await manager.findOneBy(CopyFileKey, { orgId, id })
  return row ? Buffer.from(vault.open(keyPlace(orgId, id), row.sealedKey), 'base64url') : undefined
}
