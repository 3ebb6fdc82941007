import { Client } from 'pg'
import type { Loop } from './loop.ts'
import { JOBS_AT_ONCE, type Queue } from './queue.ts'

/** A loop without a turn that ended well, or a queue with ready jobs that begins none, for this long is wedged. */
const PATIENCE_MILLISECONDS = 60_000

const READY_SINCE = `
select 1 from graphile_worker.jobs
 where locked_at is null and attempts < max_attempts and run_at < now() - make_interval(secs => $1) limit 1`

/**
 * What hangs in this process although the database answers, by name; undefined when nothing does. A process that lives and does
 * nothing (a pool that gives out no connection any more) is worth no more than a dead one: it ends itself and is started again.
 */
export async function wedged(
  loops: readonly Pick<Loop, 'name' | 'succeededAt'>[],
  queue: Pick<Queue, 'running' | 'lastStartAt'>,
  url: string,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Promise<string | undefined> {
  const before = performance.now() - patienceMilliseconds
  const still = loops.find(({ succeededAt }) => succeededAt < before)
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rowCount } = await client.query(READY_SINCE, [patienceMilliseconds / 1_000])
    if (still) return still.name
    return rowCount && queue.lastStartAt < before && queue.running < JOBS_AT_ONCE ? 'queue' : undefined
  } catch {
    // The database is away: nobody here is to blame.
    return undefined
  } finally {
    await client.end().catch(() => undefined)
  }
}
