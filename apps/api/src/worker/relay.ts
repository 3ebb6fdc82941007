/**
 * Drains the outbox. One batch is one transaction: what the rows lead to in the database, the jobs that they put into the queue,
 * the mark that this was done, and one NOTIFY. A kill at any point leaves all of it or nothing.
 */
import type { EntityManager } from 'typeorm'
import { backOffSeconds, eachItem, type Failure } from './each-item.ts'
import type { JobConsumer, OutboxConsumer, RowsConsumer } from './outbox-consumers.ts'
import { Outbox } from './outbox.entity.ts'
import { CHANGED_CHANNEL, MOST_IN_A_PAYLOAD, toPayload } from './relay-payload.ts'
import type { WorkerServices } from './worker-services.ts'

/** Rows of all organizations, oldest first; those that another relay has in hand are passed over. */
const CLAIM = `
select org_id as "orgId", id, kind, subject_type as "subjectType", subject_id as "subjectId", version, level, verb,
  actor_id as "actorId", at, relayed_at as "relayedAt", attempts, not_before as "notBefore"
  from outbox
 where relayed_at is null and (not_before is null or not_before <= clock_timestamp())
 order by id limit $1 for update skip locked`

const DONE = `
update outbox set relayed_at = clock_timestamp()
  from unnest($1::uuid[], $2::uuid[]) as done(org_id, id)
 where outbox.org_id = done.org_id and outbox.id = done.id`

const PUT_OFF = `
update outbox set attempts = attempts + 1, not_before = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

/** The key makes a job of a row unique: a row that is relayed again does not enqueue a second one. */
const ENQUEUE = `select graphile_worker.add_job($1, $2::json, $3, null, $4, $5)`

/** Names the job of one consumer for one row. */
export const jobKey = (consumer: string, { id }: Pick<Outbox, 'id'>): string => `${consumer}:${id}`

const DEFAULT_ATTEMPTS = 12

/** Relays one batch; answers how many rows it found. */
export async function relayBatch(
  services: WorkerServices,
  consumers: readonly OutboxConsumer[],
): Promise<number> {
  return services.dataSource.transaction(async (manager) => {
    const rows = (await manager.query(CLAIM, [MOST_IN_A_PAYLOAD])) as Outbox[]
    if (rows.length === 0) return 0
    const failures = await applyRows(manager, rows, consumers, services)
    const failed = new Set(failures.map(({ item }) => item))
    for (const { item, error } of failures) await putOff(manager, item, error, services)
    const done = rows.filter((row) => !failed.has(row))
    await enqueue(manager, done, consumers)
    if (done.length > 0) await manager.query(DONE, [done.map(({ orgId }) => orgId), done.map(({ id }) => id)])
    await tell(manager, rows)
    return rows.length
  })
}

const wanting = <C extends OutboxConsumer>(consumers: readonly C[], row: Outbox): C[] =>
  consumers.filter(({ kinds, wants }) => kinds.includes(row.kind) && (!wants || wants(row)))

async function applyRows(
  manager: EntityManager,
  rows: readonly Outbox[],
  consumers: readonly OutboxConsumer[],
  services: WorkerServices,
): Promise<Failure<Outbox>[]> {
  const ofRows = consumers.filter((consumer): consumer is RowsConsumer => consumer.effect === 'rows')
  const wanted = rows.filter((row) => wanting(ofRows, row).length > 0)
  return eachItem(manager, wanted, async (row) => {
    for (const { apply } of wanting(ofRows, row)) await apply(manager, row, services)
  })
}

async function putOff(
  manager: EntityManager,
  row: Outbox,
  error: unknown,
  { log }: WorkerServices,
): Promise<void> {
  const attempts = row.attempts + 1
  log.error({ outbox: row.id, kind: row.kind, attempts, type: (error as Error).name }, 'not relayed')
  await manager.query(PUT_OFF, [row.orgId, row.id, backOffSeconds(attempts)])
}

async function enqueue(
  manager: EntityManager,
  rows: readonly Outbox[],
  consumers: readonly OutboxConsumer[],
): Promise<void> {
  const ofJobs = consumers.filter((consumer): consumer is JobConsumer => consumer.effect === 'job')
  for (const row of rows) {
    for (const { name, queue, maximumAttempts = DEFAULT_ATTEMPTS } of wanting(ofJobs, row)) {
      await manager.query(ENQUEUE, [
        name,
        JSON.stringify(row),
        queue?.(row) ?? null,
        maximumAttempts,
        jobKey(name, row),
      ])
    }
  }
}

/** Screens are told at the first attempt, whatever became of the rest. */
async function tell(manager: EntityManager, rows: readonly Outbox[]): Promise<void> {
  const changed = rows.filter(({ kind, attempts }) => kind === 'changed' && attempts === 0)
  if (changed.length > 0)
    await manager.query('select pg_notify($1, $2)', [CHANGED_CHANNEL, toPayload(changed)])
}
