import type { Transaction } from '../../database/transaction.ts'
import { ImportFileKey } from '../import.entity.ts'
import { ImportSourceEntity } from './import-source.entity.ts'

/**
 * Two have signed that the source is destroyed. Of a file of ours the key goes in the same moment, so that its bytes and those of its
 * refused rows are noise wherever a copy of them lies; the worker takes the bytes away.
 */
export const sourceDestroyed = async (
  tx: Transaction,
  sourceId: string,
  { id }: { readonly id: string },
): Promise<void> => {
  const source = await tx.lock(ImportSourceEntity, sourceId)
  await tx.patch(ImportSourceEntity, source, {
    status: 'DESTROYED',
    destroyedAt: tx.now,
    destructionRevisionId: id,
  })
  const { orgId, fileId } = source
  if (fileId === null) return
  await tx.manager.delete(ImportFileKey, { orgId, fileId })
  tx.emit('importFileToRemove', { type: 'ImportFile', id: fileId })
}
