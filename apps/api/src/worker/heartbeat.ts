/** A worker process tells that it lives, how its loops do, and frees what dead ones left locked. */
import { randomInt } from 'node:crypto'
import { Client } from 'pg'
import { v7 as newId } from 'uuid'
import type { LoopReport } from './worker.entity.ts'

/** First half of the advisory locks that workers hold for as long as they live; any number that nothing else locks by. */
const LOCK_CLASS = 7_283_002

const BEAT = `
insert into worker_heartbeat (id, lock_key, pool_id, started_at, seen_at, loops)
values ($1, $2, $3, clock_timestamp(), clock_timestamp(), $4)
on conflict (id) do update set seen_at = excluded.seen_at, loops = excluded.loops, pool_id = excluded.pool_id`

/** Those whose lock nobody holds are dead, however they died. */
const BURY = `
delete from worker_heartbeat w where not exists (
  select from pg_locks l
   where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname = current_database())
     and l.classid = $1 and l.objid = w.lock_key and l.granted)`

/**
 * Jobs that no living process has in hand: the queue itself would wait four hours. A process that has just begun may have locked
 * some before its first sign of life, hence the seconds.
 */
const FREE_STRANDED = `
select graphile_worker.force_unlock_workers(array(
  select distinct locked_by from graphile_worker._private_jobs
   where locked_at < clock_timestamp() - make_interval(secs => $1)
     and locked_by <> all (array(select pool_id from worker_heartbeat))))`
const STRANDED_AFTER_SECONDS = 3

/** One connection of this process alone: it carries the lock, and every beat. */
export class Heartbeat {
  readonly id = newId()
  readonly #url: string
  readonly #poolId: string
  readonly #lockKey = randomInt(1, 2 ** 31 - 1)
  #client: Client | undefined

  constructor(url: string, poolId: string) {
    this.#url = url
    this.#poolId = poolId
  }

  /** Says that the process lives, and clears up after those that do not. */
  async beat(loops: Readonly<Record<string, LoopReport>>): Promise<void> {
    const client = await this.#connected()
    await client.query(BEAT, [this.id, this.#lockKey, this.#poolId, JSON.stringify(loops)])
    await client.query(BURY, [LOCK_CLASS])
    await client.query(FREE_STRANDED, [STRANDED_AFTER_SECONDS])
  }

  /** Takes leave: a process that stopped in order is not missed. */
  async end(): Promise<void> {
    const client = this.#client
    this.#client = undefined
    if (!client) return
    await client.query('delete from worker_heartbeat where id = $1', [this.id]).catch(() => undefined)
    await client.end().catch(() => undefined)
  }

  async #connected(): Promise<Client> {
    if (this.#client) return this.#client
    const client = new Client({
      connectionString: this.#url,
      connectionTimeoutMillis: 5_000,
      application_name: 'steward-worker',
    })
    const lost = () => {
      if (this.#client === client) this.#client = undefined
    }
    client.on('error', lost)
    client.on('end', lost)
    await client.connect()
    // Of its own: the connection does nothing for long, and must not be taken for one that hangs.
    await client.query('select pg_advisory_lock($1, $2)', [LOCK_CLASS, this.#lockKey])
    this.#client = client
    return client
  }
}
