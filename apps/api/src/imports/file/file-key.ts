/** The key of a stored file: sealed under the master key, and gone for good when its row is removed. */
import type { Vault } from '../../access/vault.ts'
import type { Ciphertext } from '../../database/columns.ts'
import type { Transaction } from '../../database/transaction.ts'
import { ImportFileKey } from '../import.entity.ts'

const keyPlace = (orgId: string, id: string): string => `${orgId}|import_file_key|sealed_key|${id}`

export const keepFileKey = async (
  tx: Transaction,
  vault: Vault,
  fileId: string,
  key: Buffer,
): Promise<void> => {
  const id = tx.newId()
  const { organizationId: orgId } = tx.actor
  const sealedKey = vault.seal(keyPlace(orgId, id), key.toString('base64url')) as Ciphertext
  await tx.append(ImportFileKey, { id, fileId, sealedKey, createdAt: tx.now })
}

/** Undefined where the file was destroyed. */
export const fileKeyOf = async (
  manager: Transaction['manager'],
  vault: Vault,
  orgId: string,
  fileId: string,
): Promise<Buffer | undefined> => {
  const row = await manager.findOneBy(ImportFileKey, { orgId, fileId })
  return row ? Buffer.from(vault.open(keyPlace(orgId, row.id), row.sealedKey), 'base64url') : undefined
}
