import type { Transaction } from '../database/transaction.ts'
import { ControlledCopyEntity } from './export.entity.ts'

/** The worker takes the bytes away. */
export const removeFile = (tx: Transaction, { fileId }: ControlledCopyEntity): void => {
  if (fileId !== null) tx.emit('copyFileToRemove', { type: 'ControlledCopy', id: fileId })
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
  removeFile(tx, copy)
}
