/** Jobs whose worker was killed in their last attempt: the queue begins them no more, so somebody has to tell whoever waits. */
import { noteFailure } from './failed-jobs.ts'
import type { JobConsumer, OutboxConsumer } from './outbox-consumers.ts'
import type { Outbox } from './outbox.entity.ts'
import type { Sweep } from './sweeps.ts'

interface Abandoned {
  readonly consumer: string
  readonly payload: Omit<Outbox, 'at'> & { readonly at: string }
  readonly attempts: number
}

/** In nobody's hands (a dead worker's locks are taken off by the others), out of attempts, and not given up on record. */
const CLAIM = `
select t.identifier as consumer, j.payload, j.attempts
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
 where j.locked_at is null and j.attempts >= j.max_attempts and j.payload->>'orgId' is not null
   and not exists (select from failed_job f
        where f.org_id = (j.payload->>'orgId')::uuid and f.outbox_id = (j.payload->>'id')::uuid and f.consumer = t.identifier
          and f.gave_up_at is not null)
 order by j.id limit $1 for update of j skip locked`

/** Says of each what its own last attempt would have said: it is listed under failed jobs, and whoever waits is told. */
export const abandoned = (consumers: readonly OutboxConsumer[]): Sweep => ({
  name: 'abandoned',
  everyMilliseconds: 5_000,
  sweep: (services, limit) =>
    services.dataSource.transaction(async (manager) => {
      const claimed = await manager.query<Abandoned[]>(CLAIM, [limit])
      let done = 0
      for (const { consumer: name, payload, attempts } of claimed) {
        const row: Outbox = { ...payload, at: new Date(payload.at) }
        const consumer = consumers.find((it): it is JobConsumer => it.name === name && it.effect === 'job')
        try {
          await consumer?.gaveUp?.(row, services)
          const told = { consumer: name, row, attempts, isLast: true }
          await noteFailure(services, told, Object.assign(new Error('killed'), { name: 'Killed' }))
          done += 1
        } catch (error) {
          // It is tried again with the next sweep, and keeps nobody behind it waiting.
          services.log.error(
            { job: name, outbox: row.id, type: (error as Error).name },
            'an abandoned job could not be told',
          )
        }
      }
      return done
    }),
})
