/** Sources that are not destroyed after their last day of custody: the custodian is told, then it is told above. Each exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../../database/as-system.ts'
import { dueSweep, type DueRow } from '../../worker/due-sweep.ts'
import { ImportSourceDue, ImportSourceEntity } from './import-source.entity.ts'

interface Due extends DueRow {
  readonly level: number
}

/** From the custodian's notice until it is told above. */
const UNTIL_ESCALATED_MS = 2 * 86_400_000

const tell = async (manager: EntityManager, { orgId, id, level }: Due, now: Date): Promise<void> => {
  const isKept = await asSystem(manager, { orgId, now, requestId: `source-${id}` }, async (tx) => {
    const { status } = await tx.lock(ImportSourceEntity, id)
    if (status === 'DESTROYED') return false
    tx.emit(level === 0 ? 'importSourceDue' : 'importSourceEscalated', { type: 'ImportSource', id })
    return true
  })
  if (isKept && level === 0)
    await manager.update(
      ImportSourceDue,
      { orgId, id },
      { level: 1, attempts: 0, dueAt: new Date(now.getTime() + UNTIL_ESCALATED_MS) },
    )
  else await manager.delete(ImportSourceDue, { orgId, id })
}

export const sourceDueSweep = dueSweep<Due>({
  name: 'import-sources',
  table: 'import_source_due',
  step: 'level',
  work: tell,
  failed: 'custody of a source not told of',
})
