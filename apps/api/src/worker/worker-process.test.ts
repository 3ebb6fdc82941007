/** The worker as a process of its own, killed again and again. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { v7 as newId } from 'uuid'
import type { DataSource } from 'typeorm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { makeEffectTables } from '../../test/worker-effects.ts'
import { runtimeDataSource } from '../database/data-source.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let database: TestDatabase
let dataSource: DataSource
let running: ChildProcess | undefined
const orgId = newId()

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  await makeEffectTables(database)
  dataSource = await runtimeDataSource({ url: database.urls.worker, poolSize: 2 }).initialize()
})
afterEach(() => void running?.kill('SIGKILL'))
afterAll(async () => {
  await dataSource.destroy()
  await database.close()
})

const start = async (): Promise<ChildProcess> => {
  const file = join(import.meta.dirname, '../../test/worker-process.ts')
  running = spawn(process.execPath, ['-C', 'development', '--import', '@oxc-node/core/register', file], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: database.urls.runtime,
      DATABASE_WORKER_URL: database.urls.worker,
    },
  })
  expect(await once(running, 'message')).toContain('ready')
  return running
}
const kill = async (child: ChildProcess) => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  expect(await gone).toEqual([null, 'SIGKILL'])
}
const happened = (count: number) =>
  dataSource.query(
    `insert into outbox (org_id, id, kind, subject_type, subject_id, version, verb, at)
     select $1, gen_random_uuid(), 'changed', 'Complaint', gen_random_uuid(), 1, 'complaint:register', now()
       from generate_series(1, $2)`,
    [orgId, count],
  )
const becameDue = (count: number) =>
  dataSource.query(
    `insert into test_due (org_id, id, due_at) select $1, gen_random_uuid(), now() from generate_series(1, $2)`,
    [orgId, count],
  )
const numbers = async () => {
  const [row] = (await dataSource.query(`
    select (select count(*)::int from outbox where relayed_at is null) as pending,
      (select count(*)::int from test_due where fired_at is null) as due,
      (select count(*)::int from effect where how = 'rows') as rows,
      (select count(distinct cause)::int from effect where how = 'rows') as "differentRows",
      (select count(*)::int from effect where how = 'due') as fired,
      (select count(distinct cause)::int from effect where how = 'due') as "differentFired",
      (select count(distinct cause)::int from effect where how = 'job') as "differentJobs"`)) as [
    Record<string, number>,
  ]
  return row
}

describe('a worker that is killed', () => {
  it('does in the end each effect once and loses none, and every job at least once', async () => {
    const [rows, due, kills] = [3_000, 1_500, 5]
    await happened(rows)
    await becameDue(due)
    for (let round = 0; round < kills; round += 1) {
      const before = await numbers()
      const child = await start()
      // In the middle of its work: something more has been done, and not all.
      await vi.waitFor(async () => expect((await numbers()).rows).toBeGreaterThan(before.rows!), {
        timeout: 20_000,
        interval: 5,
      })
      await kill(child)
    }
    expect((await numbers()).pending, 'the kills were in the middle').toBeGreaterThan(0)
    const last = await start()
    await vi.waitFor(
      async () =>
        expect(await numbers()).toEqual({
          pending: 0,
          due: 0,
          rows,
          differentRows: rows,
          fired: due,
          differentFired: due,
          differentJobs: rows,
        }),
      { timeout: 60_000, interval: 100 },
    )
    const [{ beating }] = await dataSource.query('select count(*)::int as beating from worker_heartbeat')
    expect(beating, 'the dead are not counted among the living').toBe(1)

    const gone = once(last, 'exit')
    last.kill('SIGTERM')
    expect(await gone, 'told to stop, it ends in order').toEqual([0, null])
    expect(await dataSource.query('select * from worker_heartbeat')).toEqual([])
  })
})
