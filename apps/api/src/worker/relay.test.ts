/** The relay and a sweep with the connection cut behind every single statement: each effect once, none lost. */
import { Client } from 'pg'
import { pino } from 'pino'
import type { DataSource } from 'typeorm'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { makeEffectTables, TEST_CONSUMERS, TEST_SWEEP } from '../../test/worker-effects.ts'
import { NO_SIGNER } from '../ledger/signer.ts'
import { readConfig } from '../config.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { startQueue } from './queue.ts'
import { CHANGED_CHANNEL, fromPayload } from './relay-payload.ts'
import { relayBatch } from './relay.ts'
import { prune } from './prune.ts'
import type { WorkerServices } from './worker-services.ts'

let database: TestDatabase
let dataSource: DataSource
let services: WorkerServices
const organizations = [newId(), newId()]

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  await makeEffectTables(database)
  dataSource = await runtimeDataSource({ url: database.urls.worker, poolSize: 3 }).initialize()
  services = {
    config: readConfig({}),
    dataSource,
    signer: NO_SIGNER,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
  }
  // Makes the queue's tables.
  await (await startQueue(services, [], database.urls.worker)).stop()
})
afterAll(async () => {
  await dataSource.destroy()
  await database.close()
})
afterEach(() =>
  database.asSuperuser((client) =>
    client.query('truncate outbox, effect, test_due, graphile_worker._private_jobs'),
  ),
)

const happened = async (count: number, verb = 'complaint:register', at = 'now()'): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => newId())
  await dataSource.query(
    `insert into outbox (org_id, id, kind, subject_type, subject_id, version, verb, at)
     select ($2::uuid[])[1 + n % 2], ($1::uuid[])[n], 'changed', 'Complaint', gen_random_uuid(), 1, $3, ${at}
       from generate_series(1, cardinality($1::uuid[])) n`,
    [ids, organizations, verb],
  )
  return ids
}
const becameDue = async (count: number): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => newId())
  await dataSource.query(
    `insert into test_due (org_id, id, due_at) select $2, id, now() from unnest($1::uuid[]) id`,
    [ids, organizations[0]],
  )
  return ids
}
const effects = async (how: string): Promise<string[]> =>
  ((await dataSource.query('select cause from effect where how = $1', [how])) as { cause: string }[])
    .map(({ cause }) => cause)
    .toSorted()
const jobs = async (): Promise<string[]> =>
  ((await dataSource.query('select key from graphile_worker.jobs')) as { key: string }[])
    .map(({ key }) => key)
    .toSorted()

/** Runs `work` on connections that are cut as soon as the n-th statement has been answered; false: it took fewer. */
const cutAfter = async (statement: number, work: () => Promise<unknown>): Promise<boolean> => {
  const { query } = Client.prototype
  let count = 0
  let cut = false
  Client.prototype.query = async function (this: Client, ...given: unknown[]) {
    const answer = await (query as (...all: unknown[]) => Promise<unknown>).apply(this, given)
    count += 1
    if (count !== statement) return answer
    cut = true
    ;(this as unknown as { connection: { stream: { destroy(): void } } }).connection.stream.destroy()
    throw new Error('cut')
  } as typeof query
  try {
    await work().catch(() => undefined)
  } finally {
    Client.prototype.query = query
  }
  return cut
}

/** Cuts at statement 1, 2, 3 … with new work each time, and lets the rest be done, until the work gets through uncut. */
const cutEverywhere = async (prepare: () => Promise<string[]>, work: () => Promise<unknown>) => {
  const all: string[] = []
  let cuts = 0
  for (let cut = true; cut; cuts += 1) {
    all.push(...(await prepare()))
    cut = await cutAfter(cuts + 1, work)
    await work()
  }
  return { all: all.toSorted(), cuts: cuts - 1 }
}

describe('the relay', () => {
  it('does each effect once and loses none, wherever it is cut', async () => {
    const { all, cuts } = await cutEverywhere(
      () => happened(3),
      () => relayBatch(services, TEST_CONSUMERS),
    )
    // Begin, claim, then savepoint, entering, effect and release for each row, jobs, mark, notify, commit: all were hit.
    expect(cuts).toBeGreaterThan(15)
    expect(await effects('rows')).toEqual(all)
    expect(await jobs()).toEqual(all.map((id) => `test-job:${id}`).toSorted())
    expect(await dataSource.query('select count(*)::int as n from outbox where relayed_at is null')).toEqual([
      { n: 0 },
    ])
  })

  it('works under each row’s own organization', async () => {
    await happened(4)
    await relayBatch(services, TEST_CONSUMERS)
    const mixed = await dataSource.query(
      `select count(*)::int as n, count(distinct e.org_id)::int as organizations
         from effect e join outbox o on o.id = e.cause and o.org_id::text = e.org_id`,
    )
    expect(mixed).toEqual([{ n: 4, organizations: 2 }])
  })

  it('puts a row off that cannot be done, with all that it led to, and goes on with the others', async () => {
    const [good, bad] = [await happened(2), await happened(1, 'poison')]
    await relayBatch(services, TEST_CONSUMERS)
    expect(await effects('rows')).toEqual(good.toSorted())
    expect(await effects('poison')).toEqual([])
    expect(await relayBatch(services, TEST_CONSUMERS), 'not at once again').toBe(0)
    const [row] = await dataSource.query(
      'select attempts, relayed_at, not_before > now() as rests from outbox where id = $1',
      bad,
    )
    expect(row).toEqual({ attempts: 1, relayed_at: null, rests: true })
  })

  it('shared by two, does nothing twice', async () => {
    const all = await happened(300)
    const drain = async () => {
      while ((await relayBatch(services, TEST_CONSUMERS)) > 0);
    }
    await Promise.all([drain(), drain(), drain()])
    expect(await effects('rows')).toEqual(all.toSorted())
  })

  it('tells of a whole batch in one notification, by ids alone', async () => {
    const listener = new Client({ connectionString: database.urls.direct })
    await listener.connect()
    const heard: string[] = []
    listener.on('notification', ({ payload = '' }) => heard.push(payload))
    await listener.query(`listen ${CHANGED_CHANNEL}`)
    await happened(90)
    await relayBatch(services, TEST_CONSUMERS)
    await listener.query('select 1')
    await listener.end()
    expect(heard).toHaveLength(1)
    expect(heard[0]).toMatch(/^([0-9a-f]{32} cmp_[0-9a-f]{32} 1\n?)+$/)
    expect(fromPayload(heard[0]!)).toHaveLength(90)
    expect(fromPayload(heard[0]!).map(({ orgId }) => orgId)).toEqual(
      expect.arrayContaining([...organizations]),
    )
  })

  it('fits the largest batch into a notification', () => {
    expect(90 * (32 + 1 + 36 + 1 + 10 + 1)).toBeLessThan(7_999)
  })

  it('keeps what it relayed for a while, and then lets it go', async () => {
    await happened(3)
    await relayBatch(services, TEST_CONSUMERS)
    await dataSource.query(`update outbox set relayed_at = now() - interval '73 hours'
      where id in (select id from outbox limit 2)`)
    await happened(1)
    await prune(services)
    const left = await dataSource.query('select count(*)::int as n from outbox')
    expect(left).toEqual([{ n: 2 }])
  })
})

describe('a sweep', () => {
  it('does each due item once and loses none, wherever it is cut', async () => {
    const { all, cuts } = await cutEverywhere(
      () => becameDue(2),
      () => TEST_SWEEP.sweep(services, 50),
    )
    expect(cuts).toBeGreaterThan(10)
    expect(await effects('due')).toEqual(all)
  })
})
