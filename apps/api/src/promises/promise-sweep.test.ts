/** Every step of every clock exactly once: with several workers, and with connections that die between any two statements. */
import type { FastifyInstance } from 'fastify'
import { Client } from 'pg'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { withTenant } from '../database/with-tenant.ts'
import { firePromiseStep, promiseSweep, sweepPromises } from './promise-sweep.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let workers: DataSource[]
const log = { error: () => undefined } as never

beforeAll(async () => {
  // A sweep looks at every organization: what other files of this worker have left due must not be there.
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  workers = await Promise.all(
    [1, 2].map(() => runtimeDataSource({ url: database.urls.worker, poolSize: 5 }).initialize()),
  )
})
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.destroy()))
  await server.close()
  await database.close()
})

/** A case whose clock stands past everything that it will ever do. */
const overdue = async (): Promise<string> => {
  const { id } = await registered(story)
  const complaintId = id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  await withTenant(database.app, story.orgId, (manager) =>
    manager.query(
      `update promise_due set due_at = due_at - interval '60 days'
        where org_id = $1 and promise_id in (select id from promise where complaint_id = $2)`,
      [story.orgId, complaintId],
    ),
  )
  return complaintId
}

const eventsOf = (complaintId: string): Promise<readonly string[]> =>
  withTenant(database.app, story.orgId, async (manager) => {
    const rows = await manager.query<{ action: string }[]>(
      `select action from complaint_event where complaint_id = $1 and by_id is null order by id`,
      [complaintId],
    )
    return rows.map(({ action }) => action)
  })

const ONCE = ['breakPromise', 'escalatePromise', 'escalatePromise', 'escalatePromise', 'escalatePromise']

const sweepAll = async (...by: readonly DataSource[]): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) {
    const done = await Promise.all(by.map((dataSource) => sweepPromises({ dataSource, log }, 50)))
    if (done.every((count) => count === 0)) return
  }
}

describe('the clock of promises', () => {
  it('breaks a promise and escalates it one level a step, each once and in order, with two workers at it', async () => {
    const cases = [await overdue(), await overdue(), await overdue()]
    await sweepAll(...workers)
    for (const one of cases) expect(await eventsOf(one)).toEqual(ONCE)
    const { promises } = await story.as('GM_OFFICE').get<{ promises: { edges: { node: object }[] } }>(
      `{ promises(first: 1, filter: { owed: true }) { edges { node { status escalationLevel complaint { nextDueAt }
           dueSteps { step dueAt firedAt } } } } }`,
    )
    expect(promises.edges[0]!.node).toMatchObject({ status: 'BROKEN', escalationLevel: 4 })
    const [{ late }] = (await withTenant(database.app, story.orgId, (manager) =>
      manager.query('select count(*)::int as late from promise_due where fired_at < due_at'),
    )) as [{ late: number }]
    expect(late).toBe(0)
    expect(await promiseSweep.oldestDue!({ dataSource: workers[0]! } as never)).toBeUndefined()
  })

  it('does nothing early: a step that was claimed before the clock was set back waits', async () => {
    const complaintId = await overdue()
    const [due] = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ id: string }[]>(
        `select d.id from promise_due d join promise p on p.org_id = d.org_id and p.id = d.promise_id
          where p.complaint_id = $1 order by d.due_at limit 1`,
        [complaintId],
      ),
    )
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(
        `update promise_due set due_at = due_at + interval '120 days' where org_id = $1 and id = $2`,
        [story.orgId, due!.id],
      ),
    )
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(
        `update promise_due set cancelled_at = now() where org_id = $1 and id <> $2 and promise_id =
          (select promise_id from promise_due where org_id = $1 and id = $2)`,
        [story.orgId, due!.id],
      ),
    )
    const step = { orgId: story.orgId, id: due!.id }
    const fire = (at?: Date) =>
      withTenant(workers[0]!, story.orgId, (manager) => firePromiseStep(manager, step, at))
    expect(await fire()).toBe(false)
    expect(await fire(new Date(Date.now() + 200 * 86_400_000))).toBe(true)
  })

  it('leaves nothing behind when its connection is killed after any statement, and does it once afterwards', async () => {
    const complaintId = await overdue()
    // The warning before it would have to come first.
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(
        `update promise_due set cancelled_at = now() where step = 'WARN' and promise_id in
          (select id from promise where complaint_id = $1)`,
        [complaintId],
      ),
    )
    const [due] = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ id: string }[]>(
        `select d.id from promise_due d join promise p on p.org_id = d.org_id and p.id = d.promise_id
          where p.complaint_id = $1 and d.step = 'BREAK'`,
        [complaintId],
      ),
    )
    let survived = false
    let kills = 0
    for (let after = 1; !survived && after < 40; after++) {
      survived = await withTenant(workers[0]!, story.orgId, async (manager) => {
        const runner = manager.queryRunner!
        const plain = runner.query.bind(runner)
        let statements = 0
        Object.assign(runner, {
          query: async (...stated: Parameters<typeof plain>) => {
            const answer = await plain(...stated)
            statements += 1
            if (statements === after) {
              const [{ pid }] = (await plain('select pg_backend_pid() as pid')) as [{ pid: number }]
              await kill(pid)
            }
            return answer
          },
        })
        return firePromiseStep(manager, { orgId: story.orgId, id: due!.id })
      }).catch(() => false)
      if (!survived) {
        kills += 1
        expect(await eventsOf(complaintId)).toEqual([])
      }
    }
    expect(survived).toBe(true)
    expect(kills).toBeGreaterThan(4)
    await sweepAll(...workers)
    expect(await eventsOf(complaintId)).toEqual(ONCE)
  })
})

const kill = async (pid: number): Promise<void> => {
  const client = new Client({ connectionString: database.urls.superuser })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [pid])
  await client.end()
}
