/** A job that was killed in its last attempt is not silent: whoever waits for it is told, once, and it is listed. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import { abandoned } from './abandoned-jobs.ts'
import type { JobConsumer } from './outbox-consumers.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

it('is given up by whoever finds it, exactly once', async () => {
  const given: string[] = []
  const consumer: JobConsumer = {
    name: 'killed-at-last',
    effect: 'job',
    kinds: ['copyToProduce'],
    run: () => Promise.resolve(),
    gaveUp: ({ subjectId }) => void given.push(subjectId) as unknown as Promise<void>,
  }
  const row = {
    orgId: story.orgId,
    id: newId(),
    kind: 'copyToProduce',
    subjectType: 'ControlledCopy',
    subjectId: newId(),
    at: new Date().toISOString(),
  }
  const { dataSource } = worker.services
  await dataSource.query(
    `select graphile_worker.add_job('killed-at-last', $1::json, max_attempts => 2, job_key => 'killed-at-last')`,
    [JSON.stringify(row)],
  )
  const { sweep } = abandoned([consumer])
  // It has attempts left, or is in somebody's hands: the queue's own business.
  expect(await sweep(worker.services, 10)).toBe(0)
  const set = (what: string) =>
    dataSource.query(`update graphile_worker._private_jobs set ${what} where key = 'killed-at-last'`)
  await set('attempts = 2, locked_at = now()')
  expect(await sweep(worker.services, 10)).toBe(0)
  await set('locked_at = null')
  expect(await sweep(worker.services, 10)).toBe(1)
  expect(await sweep(worker.services, 10)).toBe(0)
  expect(given).toEqual([row.subjectId])
  const listed = await withTenant(dataSource, story.orgId, (db) =>
    db.query(
      'select reason, attempts, gave_up_at is not null as "gaveUp" from failed_job where outbox_id = $1',
      [row.id],
    ),
  )
  expect(listed).toEqual([{ reason: 'Killed', attempts: 2, gaveUp: true }])
})

it('keeps nobody behind it waiting where the telling itself fails', async () => {
  const told: string[] = []
  const [first, second] = [newId(), newId()]
  const consumer: JobConsumer = {
    name: 'killed-twice',
    effect: 'job',
    kinds: ['copyToProduce'],
    run: () => Promise.resolve(),
    gaveUp: ({ subjectId }) => {
      if (subjectId === first) throw new Error('nobody is there')
      told.push(String(subjectId))
      return Promise.resolve()
    },
  }
  const { dataSource } = worker.services
  for (const subjectId of [first, second])
    await dataSource.query(`select graphile_worker.add_job('killed-twice', $1::json, max_attempts => 1)`, [
      JSON.stringify({
        orgId: story.orgId,
        id: newId(),
        kind: 'copyToProduce',
        subjectType: 'ControlledCopy',
        subjectId,
        at: new Date().toISOString(),
      }),
    ])
  await dataSource.query(
    `update graphile_worker._private_jobs j set attempts = 1 from graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = 'killed-twice'`,
  )
  const { sweep } = abandoned([consumer])
  expect(await sweep(worker.services, 10)).toBe(1)
  expect(await sweep(worker.services, 10)).toBe(0)
  expect(told).toEqual([second])
})
