import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import type { Outbox } from './outbox.entity.ts'
import { jobKey } from './relay.ts'
import type { Sweep } from './sweeps.ts'
import type { WorkerServices } from './worker-services.ts'

export interface Attempt {
  readonly consumer: string
  readonly row: Outbox
  readonly attempts: number
  readonly isLast: boolean
}

/** The queue waits e to the power of the attempts, in seconds. */
const NOTE = `
insert into failed_job (org_id, id, outbox_id, consumer, kind, subject_type, subject_id, reason, attempts,
                        first_failed_at, last_failed_at, gave_up_at, next_try_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9::integer, now(), now(), case when $10 then now() end,
  case when not $10 then now() + make_interval(secs => exp(least($9::integer, 10)::float8)) end)
on conflict (org_id, outbox_id, consumer) do update
   set reason = excluded.reason, attempts = excluded.attempts, last_failed_at = excluded.last_failed_at,
       gave_up_at = excluded.gave_up_at, next_try_at = excluded.next_try_at, settled_at = null, version = failed_job.version + 1`

const SETTLE = `
update failed_job set settled_at = now(), gave_up_at = null, next_try_at = null, version = version + 1
 where org_id = $1 and outbox_id = $2 and consumer = $3 and settled_at is null`

/** Kind and code of an error: `Error ECONNREFUSED`, `HttpError 503`. Its message may name somebody and stays out. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown'
  const { name, code } = error as Error & { code?: unknown }
  return typeof code === 'string' || typeof code === 'number' ? `${name} ${code}`.slice(0, 80) : name
}

export const noteFailure = (
  { dataSource }: WorkerServices,
  { consumer, row, attempts, isLast }: Attempt,
  error: unknown,
): Promise<void> =>
  withTenant(dataSource, row.orgId, async (manager) => {
    const { orgId, id, kind, subjectType, subjectId } = row
    const values = [orgId, newId(), id, consumer, kind, subjectType, subjectId, reasonOf(error), attempts]
    await manager.query(NOTE, [...values, isLast])
  })

export const noteSuccess = ({ dataSource }: WorkerServices, { consumer, row }: Attempt): Promise<void> =>
  withTenant(dataSource, row.orgId, async (manager) => {
    await manager.query(SETTLE, [row.orgId, row.id, consumer])
  })

const CLAIM_RETRIES = `
with wanted as (
  select org_id, id from failed_job where retry_requested_at is not null
   order by id limit $1 for update skip locked)
update failed_job set retry_requested_at = null, gave_up_at = null, next_try_at = now(), version = version + 1
  from wanted where failed_job.org_id = wanted.org_id and failed_job.id = wanted.id
returning failed_job.outbox_id as id, failed_job.consumer`

/**
 * A job that gave up stays in the queue’s table: it begins anew, at its second attempt, so that its success is noted. One that is
 * running is left alone.
 */
const BEGIN_ANEW = `
select graphile_worker.reschedule_jobs(array(
  select id from graphile_worker._private_jobs where key = any($1::text[]) and locked_at is null), now(), null, 1)`

/** Puts the jobs that somebody wants tried again back into the queue. */
export const retries: Sweep = {
  name: 'retries',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource }, limit) =>
    dataSource.transaction(async (manager) => {
      const [wanted] = (await manager.query(CLAIM_RETRIES, [limit])) as [{ id: string; consumer: string }[]]
      if (wanted.length > 0)
        await manager.query(BEGIN_ANEW, [wanted.map(({ id, consumer }) => jobKey(consumer, { id }))])
      return wanted.length
    }),
}
