/** Copies that are still out after their last day are chased: the holder is warned, then it is told above. Each exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { ControlledCopyEntity, CopyDue } from './export.entity.ts'

interface Due extends DueRow {
  readonly level: number
}

/** From the warning until it is told above. */
const UNTIL_ESCALATED_MS = 2 * 86_400_000

const chase = async (manager: EntityManager, { orgId, id, level }: Due, now: Date): Promise<void> => {
  const isOut = await asSystem(manager, { orgId, now, requestId: `copy-${id}` }, async (tx) => {
    const copy = await tx.lock(ControlledCopyEntity, id)
    if (copy.status !== 'HELD' && copy.status !== 'PRODUCED') return false
    await tx.patch(ControlledCopyEntity, copy, { chased: level + 1, updatedAt: now, updatedById: null })
    tx.emit(level === 0 ? 'copyDue' : 'copyEscalated', { type: 'ControlledCopy', id })
    return true
  })
  if (isOut && level === 0)
    await manager.update(
      CopyDue,
      { orgId, id },
      { level: 1, attempts: 0, dueAt: new Date(now.getTime() + UNTIL_ESCALATED_MS) },
    )
  else await manager.delete(CopyDue, { orgId, id })
}

export const copyDueSweep = dueSweep<Due>({
  name: 'copies',
  table: 'copy_due',
  step: 'level',
  work: chase,
  failed: 'copy not chased',
})
