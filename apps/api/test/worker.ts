/** The worker's work done by hand: what the outbox leads to, and what is due, one round at a time. */
import { pino } from 'pino'
import { readConfig, type Config } from '../src/config.ts'
import { runtimeDataSource } from '../src/database/data-source.ts'
import type { JobConsumer } from '../src/worker/outbox-consumers.ts'
import { OUTBOX_CONSUMERS } from '../src/worker/outbox-consumers.ts'
import { startQueue } from '../src/worker/queue.ts'
import { relayBatch } from '../src/worker/relay.ts'
import { SWEEPS } from '../src/worker/sweeps.ts'
import type { WorkerServices } from '../src/worker/worker-services.ts'
import type { Outbox } from '../src/worker/outbox.entity.ts'
import type { TestDatabase } from './database.ts'
import { testLedger } from './server.ts'

export interface TestWorker {
  readonly services: WorkerServices
  /** Relays until nothing is left; what the queue would have to do is left to `runJobs`. */
  relay(): Promise<void>
  sweep(): Promise<void>
  /** Runs each job of that consumer for which a row of the outbox waits, as its last attempt; @returns the errors, by row */
  runJobs(consumer: string, more?: Partial<WorkerServices>): Promise<readonly Error[]>
  close(): Promise<void>
}

/** Over a database of its own (`testDatabase({ fresh: true })`), for it makes the queue's tables. */
export const testWorker = async (
  database: TestDatabase,
  config: Partial<Config> = {},
  more: Partial<Pick<WorkerServices, 'askWitness' | 'clock' | 'deliver' | 'instant'>> = {},
): Promise<TestWorker> => {
  const dataSource = await runtimeDataSource({ url: database.urls.worker, poolSize: 3 }).initialize()
  const services: WorkerServices = {
    config: { ...readConfig({}), witnessDir: testLedger.witnessDir, ...config },
    dataSource,
    signer: testLedger.signer,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
    ...more,
  }
  await (await startQueue(services, [], database.urls.worker)).stop()
  return {
    services,
    relay: async () => {
      while ((await relayBatch(services, OUTBOX_CONSUMERS)) > 0);
    },
    sweep: async () => {
      for (const { sweep } of SWEEPS) await sweep(services, 1_000)
    },
    runJobs: async (name, differently = {}) => {
      const consumer = OUTBOX_CONSUMERS.find(
        (it): it is JobConsumer => it.name === name && it.effect === 'job',
      )!
      const rows = (await dataSource.query(
        `select org_id as "orgId", id, kind, subject_type as "subjectType", subject_id as "subjectId" from outbox
          where kind = any($1) order by id`,
        [consumer.kinds],
      )) as Outbox[]
      const errors: Error[] = []
      for (const row of rows)
        await consumer.run(row, { ...services, ...differently }).catch(async (error: Error) => {
          errors.push(error)
          await consumer.gaveUp?.(row, services)
        })
      return errors
    },
    close: () => dataSource.destroy(),
  }
}
