import { EventEmitter } from 'node:events'
import { Logger, run, type Job, type Runner, type TaskList, type WorkerEvents } from 'graphile-worker'
import { Pool } from 'pg'
import { noteFailure, noteSuccess, reasonOf } from './failed-jobs.ts'
import type { JobConsumer, OutboxConsumer } from './outbox-consumers.ts'
import type { Outbox } from './outbox.entity.ts'
import type { WorkerServices } from './worker-services.ts'

/** The queue of jobs, at work in this process. */
export interface Queue {
  /** Under which it locks jobs. */
  readonly poolId: string
  /** Milliseconds of `performance.now()` when a job last began, or the queue itself. */
  readonly lastStartAt: number
  readonly running: number
  /** Settles when the queue has ended by itself, which it never should. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** Jobs at once: they wait for other servers most of the time. */
export const JOBS_AT_ONCE = 8
const POLL_MILLISECONDS = 2_000
/** What is running when the process is told to stop may take this long; then it is tried again elsewhere. */
const GRACE_MILLISECONDS = 8_000

/** Begins to do the jobs that the relay enqueues. @param url under the worker's role, past any pooler */
export async function startQueue(
  services: WorkerServices,
  consumers: readonly OutboxConsumer[],
  url: string,
): Promise<Queue> {
  const { log } = services
  const state = { poolId: '', lastStartAt: performance.now(), running: 0 }
  const events = new EventEmitter() as WorkerEvents
  events.on('pool:create', ({ workerPool }) => void (state.poolId = workerPool.id))
  events.on('job:start', () => void ((state.lastStartAt = performance.now()), (state.running += 1)))
  events.on('job:complete', () => void (state.running -= 1))
  const pool = new Pool({ connectionString: url, max: 4, application_name: 'steward-queue' })
  // A client that the database cut tells so; without a listener the process would end.
  const lost = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  pool.on('error', lost)
  pool.on('connect', (client) => void client.on('error', lost))
  const runner: Runner = await run({
    pgPool: pool,
    schema: 'graphile_worker',
    concurrency: JOBS_AT_ONCE,
    pollInterval: POLL_MILLISECONDS,
    noHandleSignals: true,
    noPreparedStatements: true,
    events,
    // Its own lines quote job payloads and error texts; what matters is logged here and kept in failed_job.
    logger: new Logger(() => () => undefined),
    taskList: tasksOf(services, consumers),
    preset: { worker: { gracefulShutdownAbortTimeout: GRACE_MILLISECONDS } },
  })
  const ended = runner.promise.catch((error: unknown) =>
    log.error({ type: reasonOf(error) }, 'the queue ended'),
  )
  return {
    get poolId() {
      return state.poolId
    },
    get lastStartAt() {
      return state.lastStartAt
    },
    get running() {
      return state.running
    },
    ended,
    async stop() {
      await runner.stop().catch(() => undefined)
      await ended
      await pool.end()
    },
  }
}

const tasksOf = (services: WorkerServices, consumers: readonly OutboxConsumer[]): TaskList =>
  Object.fromEntries(
    consumers
      .filter((consumer): consumer is JobConsumer => consumer.effect === 'job')
      .map((consumer) => [
        consumer.name,
        (payload, { job }) => attempt(services, consumer, payload as StoredRow, job),
      ]),
  )

/** An outbox row as JSON keeps it. */
type StoredRow = Omit<Outbox, 'at' | 'relayedAt' | 'notBefore'> & { readonly at: string }

async function attempt(
  services: WorkerServices,
  consumer: JobConsumer,
  stored: StoredRow,
  { attempts, max_attempts: maximum }: Pick<Job, 'attempts' | 'max_attempts'>,
): Promise<void> {
  const row: Outbox = { ...stored, at: new Date(stored.at), relayedAt: null, notBefore: null }
  const told = { consumer: consumer.name, row, attempts, isLast: attempts >= maximum }
  try {
    await consumer.run(row, services)
  } catch (error) {
    const reason = reasonOf(error)
    services.log.warn({ job: consumer.name, outbox: row.id, attempts, reason }, 'a job failed')
    await noteFailure(services, told, error)
    if (told.isLast) await consumer.gaveUp?.(row, services)
    // The queue keeps the text of what is thrown: only the reason, and no cause, whose text may name somebody.
    // oxlint-disable-next-line preserve-caught-error
    throw new Error(reason)
  }
  if (attempts > 1) await noteSuccess(services, told)
}
