/** The clock of a signature: told when it begins, when it is overdue, and one level a step; each once, with several workers and with kills. */
import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { Client } from 'pg'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { withTenant } from '../database/with-tenant.ts'
import { signingReminderSweep } from './signing-reminder.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let worker: TestWorker
let workers: DataSource[]
const log = { error: () => undefined } as never

beforeAll(async () => {
  // A sweep looks at every organization: what other files of this worker have left due must not be there.
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  worker = await testWorker(database)
  workers = await Promise.all(
    [1, 2].map(() => runtimeDataSource({ url: database.urls.worker, poolSize: 5 }).initialize()),
  )
})
afterAll(async () => {
  await Promise.all(workers.map((it) => it.destroy()))
  await worker.close()
  await server.close()
  await database.close()
})

const sweep = (dataSource: DataSource) =>
  signingReminderSweep.sweep({ dataSource, clock: () => new Date(), log } as never, 50)

/** Everything that is due, and what it leads to. */
const sweepAll = async (...by: readonly DataSource[]): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) {
    const done = await Promise.all(by.map(sweep))
    if (done.every((count) => count === 0)) break
  }
  await worker.relay()
}

/** As if so many days had gone by: the step is due, and all that comes after it too. */
const daysLater = (days: number): Promise<unknown> =>
  withTenant(database.app, story.orgId, async (manager) => {
    for (const sql of [
      `update signing_step set due_at = due_at - make_interval(days => $1) where state = 'OPEN'`,
      `update signing set due_at = due_at - make_interval(days => $1) where state = 'OPEN'`,
      `update signing_due set due_at = due_at - make_interval(days => $1)`,
    ])
      await manager.query(sql, [days])
  })

const toldTo = async (who: Person, kinds: readonly string[]): Promise<string[]> => {
  const { notices } = await who.get<{ notices: { edges: { node: { kind: string; titleEn: string } }[] } }>(
    'query($filter: NoticeFilter) { notices(first: 50, filter: $filter) { edges { node { kind titleEn } } } }',
    { filter: { kind: kinds } },
  )
  return notices.edges.map(({ node }) => node.kind)
}
const counted = async (kind: string): Promise<Partial<Record<Role, number>>> => {
  const found: Partial<Record<Role, number>> = {}
  for (const role of [
    'CR_SUPERVISOR',
    'CR_SPECIALIST',
    'CS_MANAGER',
    'CS_DIRECTOR',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'QUALITY',
    'AUDITOR',
  ] as const) {
    const { length } = await toldTo(story.as(role), [kind])
    if (length > 0) found[role] = length
  }
  return found
}

describe('the clock of a signature', () => {
  it('tells who can sign when it begins, again when it is overdue, and each level once; nobody twice', async () => {
    await caseIn(story, 'PROPOSED')
    await worker.relay()
    // Of those who may approve the sum, the lowest; not whoever prepared.
    expect(await counted('SIGNATURE_AWAITED')).toEqual({ CS_MANAGER: 1 })
    await sweepAll(...workers)
    expect(await counted('SIGNATURE_OVERDUE')).toEqual({})
    await daysLater(60)
    await sweepAll(...workers)
    expect(await counted('SIGNATURE_OVERDUE')).toEqual({ CS_MANAGER: 1, CS_DIRECTOR: 1, GENERAL_MANAGER: 1 })
    expect(await counted('SIGNATURE_ESCALATED')).toEqual({
      // Whoever prepared, then one level a step.
      CR_SUPERVISOR: 1,
      GM_OFFICE: 1,
      CS_DIRECTOR: 1,
      GENERAL_MANAGER: 1,
    })
    await sweepAll(...workers)
    expect(await counted('SIGNATURE_ESCALATED')).toMatchObject({ CR_SUPERVISOR: 1, GENERAL_MANAGER: 1 })
    expect(await signingReminderSweep.oldestDue!({ dataSource: workers[0]! } as never)).toBeUndefined()
  })

  it('tells nothing more of what is signed', async () => {
    const before = await counted('SIGNATURE_OVERDUE')
    const pending = await caseIn(story, 'PROPOSED')
    await story
      .as('CS_MANAGER')
      .does('approveComplaint', { complaintId: pending.id, expectedVersion: pending.version })
    await daysLater(90)
    await sweepAll(...workers)
    expect(await counted('SIGNATURE_OVERDUE')).toEqual(before)
  })

  it('leaves nothing behind when its connection is killed after any statement, and does it once afterwards', async () => {
    const before = (await counted('SIGNATURE_OVERDUE')).CS_MANAGER ?? 0
    await caseIn(story, 'PROPOSED')
    await worker.relay()
    await daysLater(120)
    const emitted = () =>
      withTenant(database.app, story.orgId, async (manager) => {
        const [row] = await manager.query<{ count: number }[]>(
          `select count(*)::int as count from outbox where kind = 'signatureOverdue' and relayed_at is null`,
        )
        return row!.count
      })
    let survived = false
    let kills = 0
    for (let after = 1; !survived && after < 40; after++) {
      survived = await killedAfter(workers[0]!, after)
      if (!survived) {
        kills += 1
        expect(await emitted()).toBe(0)
      }
    }
    expect(survived).toBe(true)
    expect(kills).toBeGreaterThan(4)
    expect(await emitted()).toBe(1)
    await sweepAll(...workers)
    expect((await counted('SIGNATURE_OVERDUE')).CS_MANAGER).toBe(before + 1)
  })

  it('leads to the document that is signed, in the notice and in the mail', async () => {
    const writer = story.as('CR_SUPERVISOR')
    const draft = await writer.does(
      'draftDocument',
      {
        kind: 'CONTROL_PROCEDURE',
        title: '客户投诉处理控制程序',
        executingDepartmentId: story.ids.departments.service,
        supervisingDepartmentId: story.ids.departments.headquarters,
        editingDepartmentId: story.ids.departments.headquarters,
        content: { clauses: [{ heading: '目的', body: '规范客户投诉的受理与处理。' }] },
      },
      'id version document { id }',
    )
    await writer.does('submitDocument', { revisionId: draft.id, expectedVersion: draft.version }, 'id')
    await worker.relay()
    const { notices } = await story.as('QUALITY').get<{
      notices: {
        edges: { node: { signing: { documentRevision: { id: string; document: { id: string } } } } }[]
      }
    }>(
      `query($filter: NoticeFilter) { notices(first: 1, filter: $filter) { edges { node {
         signing { documentRevision { id document { id } } } } } } }`,
      { filter: { kind: ['SIGNATURE_AWAITED'] } },
    )
    const { id: documentId } = draft['document'] as { id: string }
    expect(notices.edges[0]!.node.signing.documentRevision).toEqual({
      id: draft.id,
      document: { id: documentId },
    })
    const bodies = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ body: string }[]>(
        `select n.body_zh as body from notice n where n.kind = 'SIGNATURE_AWAITED' and n.staff_id = $1`,
        [story.as('QUALITY').staffId],
      ),
    )
    expect(bodies.map(({ body }) => body).join()).toContain(
      `/admin/documents/${documentId}?revision=${draft.id}`,
    )
  })
})

/** One sweep whose connection dies after so many statements; true where it ended before that. */
const killedAfter = async (dataSource: DataSource, after: number): Promise<boolean> => {
  let statements = 0
  const dying = new Proxy(dataSource, {
    get: (target, name) => {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown
      return (work: (manager: unknown) => Promise<unknown>) =>
        target.transaction(async (manager) => {
          const runner = manager.queryRunner!
          const plain = runner.query.bind(runner)
          Object.assign(runner, {
            query: async (...stated: Parameters<typeof plain>) => {
              const answer: unknown = await plain(...stated)
              statements += 1
              if (statements === after) {
                const [{ pid }] = (await plain('select pg_backend_pid() as pid')) as [{ pid: number }]
                await kill(pid)
              }
              return answer
            },
          })
          return work(manager)
        })
    },
  })
  return sweep(dying).then(
    (done) => done > 0,
    () => false,
  )
}

const kill = async (pid: number): Promise<void> => {
  const client = new Client({ connectionString: database.urls.superuser })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [pid])
  await client.end()
}
