/** Sources that are not destroyed after their last day of custody: the custodian is told, then it is told above. Each exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../../database/as-system.ts'
import { backOffSeconds, eachItem } from '../../worker/each-item.ts'
import type { Sweep } from '../../worker/sweeps.ts'
import { ImportSourceDue, ImportSourceEntity } from './import-source.entity.ts'

interface Due {
  readonly orgId: string
  readonly id: string
  readonly level: number
  readonly attempts: number
}

const CLAIM = `
select org_id as "orgId", id, level, attempts from import_source_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`

const PUT_OFF = `
update import_source_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

const OLDEST = 'select min(due_at) as at from import_source_due where due_at <= clock_timestamp()'

/** From the custodian's notice until it is told above. */
const UNTIL_ESCALATED_MS = 2 * 86_400_000

export const sourceDueSweep: Sweep = {
  name: 'import-sources',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Due[]
      const failures = await eachItem(manager, claimed, (due) => tell(manager, due, clock()))
      for (const { item, error } of failures) {
        log.error({ source: item.id, type: (error as Error).name }, 'custody of a source not told of')
        await manager.query(PUT_OFF, [item.orgId, item.id, backOffSeconds(item.attempts + 1)])
      }
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = (await dataSource.query(OLDEST)) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}

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
