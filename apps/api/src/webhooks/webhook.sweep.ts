/** Endpoints that have something to be sent now: each becomes one job, which sends it. */
import { asSystem } from '../database/as-system.ts'
import { databaseNow } from '../worker/database-now.ts'
import { eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'

interface Due {
  readonly orgId: string
  readonly id: string
}

const CLAIM = `
select org_id as "orgId", id from webhook_due
 where due_at <= $2 order by due_at, org_id, id limit $1 for update skip locked`

const OLDEST = 'select min(due_at) as at from webhook_due where due_at <= $1'

const DONE = 'delete from webhook_due where org_id = $1 and id = $2'

const PUT_OFF = `update webhook_due set due_at = due_at + interval '1 minute' where org_id = $1 and id = $2`

export const webhookSweep: Sweep = {
  name: 'webhooks',
  everyMilliseconds: 500,
  sweep: (services, limit) =>
    services.dataSource.transaction(async (manager) => {
      const now = await databaseNow(services, manager)
      const claimed = (await manager.query(CLAIM, [limit, now])) as Due[]
      const failures = await eachItem(manager, claimed, async ({ orgId, id }) => {
        await asSystem(manager, { orgId, now, requestId: `webhook-${id}` }, async (tx) =>
          tx.emit('webhookDue', { type: 'WebhookEndpoint', id }),
        )
        await manager.query(DONE, [orgId, id])
      })
      for (const { item, error } of failures) {
        services.log.error({ endpoint: item.id, type: (error as Error).name }, 'webhooks not begun')
        await manager.query(PUT_OFF, [item.orgId, item.id])
      }
      return claimed.length
    }),
  oldestDue: async (services) => {
    const now = await databaseNow(services)
    const [row] = (await services.dataSource.query(OLDEST, [now])) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}
