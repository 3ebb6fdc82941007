import type { Transaction } from '../database/transaction.ts'
import { ControlledCopyEntity, CopyFileKey } from './export.entity.ts'

/** The key goes in the same moment, so that the bytes are noise wherever a copy of them lies; the worker takes them away. */
export const removeFile = async (
  tx: Transaction,
  { orgId, id, fileId }: ControlledCopyEntity,
): Promise<void> => {
  if (fileId === null) return
  await tx.manager.delete(CopyFileKey, { orgId, id })
  tx.emit('copyFileToRemove', { type: 'ControlledCopy', id: fileId })
}

/** Two have signed that the copy was destroyed. */
export const copyDestroyed = async (
  tx: Transaction,
  copyId: string,
  { id }: { readonly id: string },
): Promise<void> => {
  const copy = await tx.lock(ControlledCopyEntity, copyId)
  await tx.patch(ControlledCopyEntity, copy, {
    status: 'DESTROYED',
    destroyedAt: tx.now,
    destructionRevisionId: id,
    fileId: null,
    updatedAt: tx.now,
    updatedById: tx.actorId,
  })
  await removeFile(tx, copy)
}
