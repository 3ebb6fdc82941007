/** Staff are told of what the clock of a promise did: the right people, level by level, each once, with two workers at it. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Role } from '@steward/domain'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { sweepPromises } from '../promises/promise-sweep.service.ts'

/** A Monday morning at the place: towards the end of a day there would be no time left to be warned in. */
const MORNING = new Date('2026-11-30T02:00:00Z')

let database: TestDatabase
let server: FastifyInstance
let workers: readonly TestWorker[]
let story: Story

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { clock: () => MORNING })
  workers = [await testWorker(database), await testWorker(database)]
})
afterAll(async () => {
  for (const worker of workers) await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
})

/** Puts these steps of the answer that is owed in this case into the past, and what else there is far into the future. */
const due = (complaint: Payload, ...steps: readonly string[]): Promise<void> =>
  withTenant(database.app, story.orgId, async (manager) => {
    await manager.query(
      `update promise_due d set due_at = case when d.step = any($3)
           then now() - interval '30 days' + array_position($3, d.step) * interval '1 day'
           else now() + interval '900 days' end
        from promise p where p.org_id = d.org_id and p.id = d.promise_id and d.org_id = $1
         and p.complaint_id = $2 and d.fired_at is null`,
      [story.orgId, fromGlobalId('Complaint', complaint.id), steps],
    )
  })

/** Both workers at once: the clock first, then what it leads to. */
const work = async (): Promise<void> => {
  for (let turn = 0; turn < 8; turn++)
    await Promise.all(workers.map(({ services }) => sweepPromises(services, 50)))
  await Promise.all(workers.map((worker) => worker.relay()))
}

interface Told {
  readonly kind: string
  readonly titleEn: string
  readonly subjectType: string
  readonly complaint: { readonly number: string }
}

const toldTo = async (person: Person): Promise<Told[]> => {
  const { notices } = await person.get<{ notices: { edges: { node: Told }[] } }>(
    `{ notices(first: 50, filter: { kind: [PROMISE_DUE_SOON, PROMISE_BROKEN, PROMISE_ESCALATED] }) {
       edges { node { kind titleEn subjectType complaint { number } } } } }`,
  )
  return notices.edges.map(({ node }) => node).toReversed()
}
const kindsOf = async (role: Role) => (await toldTo(story.as(role))).map(({ kind }) => kind)
const levels = (): Promise<readonly string[]> =>
  withTenant(database.app, story.orgId, async (manager) => {
    const rows = await manager.query<{ role: string; said: string }[]>(
      `select r.role, n.body_en as said from notice n join staff_role r on r.org_id = n.org_id and r.staff_id = n.staff_id
        where n.org_id = $1 and n.kind = 'PROMISE_ESCALATED' order by n.at, r.role`,
      [story.orgId],
    )
    return rows.map(({ role, said }) => `${role} ${/level (\d)/.exec(said)![1]}`)
  })

describe('a promise', () => {
  it('that is due soon is told to whoever answers for it, once, and to nobody else', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED')
    await due(complaint, 'WARN')
    await work()
    expect(await toldTo(story.as('CR_SPECIALIST'))).toMatchObject([
      {
        kind: 'PROMISE_DUE_SOON',
        titleEn: `A promise of case ${String(complaint['number'])} is due soon`,
        subjectType: 'COMPLAINT_PROMISE',
        complaint: { number: complaint['number'] },
      },
    ])
    for (const role of ['SERVICE_AGENT', 'CR_SUPERVISOR', 'CS_MANAGER', 'GM_OFFICE', 'ADMIN'] as const)
      expect(await kindsOf(role), role).toEqual([])
  })

  it('that is broken is told to whoever answers for it and to who is directly above', async () => {
    // Nobody has taken it over: whoever was asked first answers.
    await due(await registered(story), 'BREAK')
    await work()
    expect(await kindsOf('SERVICE_AGENT')).toEqual(['PROMISE_BROKEN'])
    expect(await kindsOf('CR_SUPERVISOR')).toEqual(['PROMISE_BROKEN'])
    for (const role of ['CR_SPECIALIST', 'CS_MANAGER', 'GM_OFFICE', 'GENERAL_MANAGER'] as const)
      expect(await kindsOf(role), role).toEqual([])
  })

  it('is escalated one level a step up the chain and to case control, each level told once', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED')
    const steps = ['WARN', 'BREAK', 'ESCALATE_1', 'ESCALATE_2', 'ESCALATE_3', 'ESCALATE_4']
    const chain = ['CR_SUPERVISOR 1', 'CS_MANAGER 2', 'CS_DIRECTOR 3', 'GENERAL_MANAGER 4']
    await due(complaint, ...steps.slice(0, 3))
    await work()
    expect(await levels()).toEqual(['CR_SUPERVISOR 1', 'GM_OFFICE 1'])
    // All that is left comes at once: no level is skipped, none is told twice.
    await due(complaint, ...steps)
    await work()
    await work()
    const told = await levels()
    expect(told.filter((line) => !line.startsWith('GM_OFFICE'))).toEqual(chain)
    expect(told.filter((line) => line.startsWith('GM_OFFICE'))).toEqual(
      [1, 2, 3, 4].map((level) => `GM_OFFICE ${level}`),
    )
    // An outbox that is relayed again tells nobody anew.
    await workers[0]!.services.dataSource.query('update outbox set relayed_at = null where org_id = $1', [
      story.orgId,
    ])
    await work()
    expect(await levels()).toEqual(told)
  })

  it('whose owner has left is told of to who has the case; a level that nobody fills passes to the next', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED')
    await withTenant(database.app, story.orgId, async (manager) => {
      await manager.query(`delete from staff_role where org_id = $1 and role = 'CR_SUPERVISOR'`, [
        story.orgId,
      ])
      await manager.query(`update promise set owner_id = $2 where org_id = $1`, [
        story.orgId,
        story.as('SALES').staffId,
      ])
    })
    await due(complaint, 'BREAK', 'ESCALATE_1')
    await work()
    expect(await kindsOf('CR_SPECIALIST')).toEqual(['PROMISE_BROKEN'])
    expect(await kindsOf('SALES')).toEqual([])
    expect(await levels()).toEqual(['CS_MANAGER 1', 'GM_OFFICE 1'])
  })

  it('that was kept in time tells nobody', async () => {
    const complaint = await caseIn(story, 'ACKNOWLEDGED')
    const specialist = story.as('CR_SPECIALIST')
    const { complaint: read } = await specialist.get<{ complaint: { promises: Payload[] } }>(
      'query($id: ID!) { complaint(id: $id) { promises { id version settledAt } } }',
      { id: complaint.id },
    )
    for (const { id, version } of read.promises)
      await specialist.does(
        'answerPromise',
        { promiseId: id, expectedVersion: version, answer: '已告知', channel: 'PHONE' },
        'id',
      )
    await due(complaint, 'WARN', 'BREAK')
    await work()
    for (const role of ['CR_SPECIALIST', 'CR_SUPERVISOR'] as const) expect(await kindsOf(role)).toEqual([])
  })
})
