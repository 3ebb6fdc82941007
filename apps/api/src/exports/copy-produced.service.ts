import { dayAfter, startOfDay } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { ControlledCopyEntity, CopyDue } from './export.entity.ts'

interface Produced {
  /** Null where no file is kept: a copy of the past. */
  readonly id: string | null
  readonly hash: string
  readonly sizeBytes: number
}

/**
 * The file of a copy is made: from now on it can be fetched, and the day after its last one it is chased. False where another run was faster.
 * @param timeZone the organization's
 */
export const copyProduced = async (
  tx: Transaction,
  copyId: string,
  stored: Produced,
  timeZone: string,
): Promise<boolean> => {
  const copy = await tx.lock(ControlledCopyEntity, copyId)
  if (copy.status !== 'PRODUCING') return false
  const { orgId, id } = copy
  await tx.patch(ControlledCopyEntity, copy, {
    status: 'PRODUCED',
    progress: 100,
    producedAt: tx.now,
    fileId: stored.id,
    fileHash: stored.hash,
    sizeBytes: stored.sizeBytes,
    updatedAt: tx.now,
    updatedById: null,
  })
  await tx.manager.insert(CopyDue, { orgId, id, dueAt: startOfDay(dayAfter(copy.dueOn), timeZone) })
  tx.emit('copyReady', { type: 'ControlledCopy', id })
  return true
}
