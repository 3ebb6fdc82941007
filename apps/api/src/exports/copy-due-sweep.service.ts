/** Copies that are still out after their last day are chased: the holder is warned, then it is told above. Each exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { ControlledCopyEntity, CopyDue } from './export.entity.ts'

interface Due {
  readonly orgId: string
  readonly id: string
  readonly level: number
  readonly attempts: number
}

const CLAIM = `
select org_id as "orgId", id, level, attempts from copy_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`

const PUT_OFF = `
update copy_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

const OLDEST = 'select min(due_at) as at from copy_due where due_at <= clock_timestamp()'

/** From the warning until it is told above. */
const UNTIL_ESCALATED_MS = 2 * 86_400_000

export const copyDueSweep: Sweep = {
  name: 'copies',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Due[]
      const failures = await eachItem(manager, claimed, (due) => chase(manager, due, clock()))
      for (const { item, error } of failures) {
        log.error({ copy: item.id, type: (error as Error).name }, 'copy not chased')
        await manager.query(PUT_OFF, [item.orgId, item.id, backOffSeconds(item.attempts + 1)])
      }
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = (await dataSource.query(OLDEST)) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}

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
