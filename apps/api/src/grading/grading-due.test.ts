/** What is published is made again from its snapshots; when a grading is due again is said once; what is printed bears its signatures. */
import { localDate } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { addClient } from '../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { gradingOf, withStandard } from '../../test/grading-of-story.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { ofPayment } from './cycles/grading-due-events.service.ts'
import { sayCalendarDue, sayDue } from './cycles/grading-due.service.ts'
import { tellDue } from './cycles/tell-due.service.ts'
import { recomputeCommand } from './evaluations/recompute.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let grading: ReturnType<typeof gradingOf>

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  await withStandard(database, story)
  grading = gradingOf(database, story)
})

const due = async () =>
  (
    await story
      .as('CR_SPECIALIST')
      .get<{ gradingDue: { edges: { node: { cause: string; client: { id: string } | null } }[] } }>(
        '{ gradingDue(first: 20) { edges { node { cause client { id } } } } }',
      )
  ).gradingDue.edges.map(({ node }) => [node.cause, node.client?.id ?? null])

describe('a published cycle', () => {
  it('comes out of its snapshots bit for bit; whoever changes what is kept is found out by name', async () => {
    const cycle = await grading.published(await grading.scored())
    const told: string[] = []
    const run = () =>
      recomputeCommand(
        database.urls.runtime,
        { code: story.code, number: cycle.number },
        (line) => void told.push(line),
      )
    expect(await run()).toBe(true)
    expect(told.join()).toContain('1 evaluations')
    await database.asSuperuser((db) =>
      db.query('update evaluation set total = total + 1 where org_id = $1', [story.orgId]),
    )
    expect(await run()).toBe(false)
    expect(told.join('\n')).toMatch(/differs: /)
    await database.asSuperuser((db) =>
      db.query("update evaluation set total = total - 1, final_grade = 'D' where org_id = $1", [story.orgId]),
    )
    expect(await run()).toBe(false)
    expect(told.at(-1)).toContain('not the one that was signed')
  })

  it('is printed, sheet and directory, by those who answer for clients, and each print is on record', async () => {
    const cycle = await grading.published(await grading.scored())
    const sheets = await story
      .as('CR_SUPERVISOR')
      .get<{ evaluations: { edges: { node: { id: string } }[] } }>(
        'query($cycle: ID) { evaluations(filter: { cycle: $cycle }, first: 1) { edges { node { id } } } }',
        { cycle: cycle.id },
      )
    const fetched = (path: string, role: 'CR_SUPERVISOR' | 'SERVICE_AGENT') =>
      server.inject({ url: path, headers: { cookie: `steward=${story.as(role).token}` } })
    for (const path of [
      `/files/evaluations/${sheets.evaluations.edges[0]!.node.id}.pdf`,
      `/files/grade-directories/${cycle.id}.pdf`,
    ]) {
      const printed = await fetched(path, 'CR_SUPERVISOR')
      expect([printed.statusCode, printed.headers['content-type']]).toEqual([200, 'application/pdf'])
      expect((await fetched(path, 'SERVICE_AGENT')).statusCode).toBe(403)
    }
    const trail = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ many: number }[]>(
        "select count(*)::integer as many from audit_entry where org_id = $1 and verb = 'evaluation:print'",
        [story.orgId],
      ),
    )
    expect(trail[0]!.many).toBe(2)
  })
})

describe('a grading is due', () => {
  it('because time has passed or much was paid: said once, and settled by the next directory', async () => {
    const first = await grading.published(await grading.scored())
    const on = (today: string) =>
      withTenant(database.app, story.orgId, (manager) =>
        sayCalendarDue(manager, story.orgId, today, new Date()),
      )
    await on('2000-01-01')
    expect(await due()).toEqual([])
    await on('2999-01-01')
    await on('2999-01-02')
    expect(await due()).toEqual([['CALENDAR', null]])
    await story
      .as('CS_MANAGER')
      .does('setGradingPolicy', { everyMonths: 12, largePaymentMinor: 50_00, expectedVersion: 0 }, 'version')
    const paid = async (amountMinor: number) => {
      const payment = await story.as('FINANCE').does<{ id: string }>(
        'recordPayment',
        {
          clientId: story.ids.client,
          amountMinor,
          receivedOn: '2026-02-01',
          method: 'CASH',
          allocations: [],
        },
        'id',
      )
      const row = { orgId: story.orgId, subjectId: fromGlobalId('Payment', payment.id)!, at: new Date() }
      for (let time = 0; time < 2; time += 1)
        await withTenant(database.app, story.orgId, (manager) => ofPayment(manager, row))
    }
    await paid(49_99)
    await paid(50_00)
    expect(await due()).toEqual([
      ['LARGE_PAYMENT', story.ids.client],
      ['CALENDAR', null],
    ])
    expect(first.status).toBe('PUBLISHED')
    await grading.published(await grading.scored())
    expect(await due()).toEqual([])

    // The calendar asks while the next one waits for its signatures: that one is what it asks for.
    const next = await grading.scored()
    await on('2999-01-03')
    expect(await due()).toEqual([['CALENDAR', null]])
    await grading.published(next)
    expect(await due()).toEqual([])
    // Whoever is no client any more is never graded again: nothing is due for them.
    await paid(50_00)
    expect(await due()).toEqual([['LARGE_PAYMENT', story.ids.client]])
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query('update client set archived_at = now() where org_id = $1', [story.orgId]),
    )
    expect(await due()).toEqual([])
  })

  it('because of what the values of an earlier day cannot know: that stays due', async () => {
    const said = (at: Date) =>
      withTenant(database.app, story.orgId, (manager) =>
        sayDue(manager, {
          orgId: story.orgId,
          cause: 'SEVERE_COMPLAINT',
          clientId: fromGlobalId('Client', story.ids.client)!,
          recordId: newId(),
          at,
        }),
      )
    await said(new Date('2026-02-03T04:00:00Z'))
    await said(new Date('2026-02-01T04:00:00Z'))
    expect(await due()).toHaveLength(2)
    await grading.published(await grading.scored({ asOfOn: '2026-02-02' }))
    expect(await due()).toHaveLength(1)
    await grading.published(await grading.scored())
    expect(await due()).toEqual([])
  })

  it('and the supervisor is told in one notice a morning, the same cause of the same client once', async () => {
    const { orgId } = story
    const [one, other] = [story.ids.client, await addClient(database, story, 'HOUSEHOLD')]
    const said = (client: string, cause: 'SEVERE_COMPLAINT' | 'LARGE_PAYMENT') =>
      withTenant(database.app, orgId, (manager) =>
        sayDue(manager, {
          orgId,
          cause,
          clientId: fromGlobalId('Client', client)!,
          recordId: newId(),
          at: new Date('2026-03-01T01:00:00Z'),
        }),
      )
    const at = async (instant: string) => {
      const now = new Date(instant)
      const timeZone = 'Asia/Shanghai'
      const place = { publicUrl: new URL('https://steward.example') }
      await withTenant(database.app, orgId, (manager) =>
        tellDue(manager, place, { orgId, timeZone, today: localDate(now, timeZone) }, now),
      )
    }
    const told = async (by: Person) =>
      (
        await by.get<{ notices: { edges: { node: { kind: string; titleEn: string } }[] } }>(
          '{ notices(first: 50) { edges { node { kind titleEn } } } }',
        )
      ).notices.edges
        .filter(({ node }) => node.kind === 'GRADING_DUE')
        .map(({ node }) => /\d+/.exec(node.titleEn)?.[0])
    const supervisor = story.as('CR_SUPERVISOR')
    await said(one, 'SEVERE_COMPLAINT')
    await said(one, 'SEVERE_COMPLAINT')
    await said(other, 'LARGE_PAYMENT')
    // Seven in the morning in Shanghai, then nine, then ten.
    await at('2026-03-01T23:00:00Z')
    expect(await told(supervisor)).toEqual([])
    await at('2026-03-02T01:00:00Z')
    await said(other, 'SEVERE_COMPLAINT')
    await at('2026-03-02T02:00:00Z')
    expect(await told(supervisor)).toEqual(['2'])
    await said(one, 'SEVERE_COMPLAINT')
    await at('2026-03-03T01:00:00Z')
    expect(await told(supervisor)).toEqual(['1', '2'])
    await at('2026-03-04T01:00:00Z')
    expect(await told(supervisor)).toHaveLength(2)
    expect(await told(story.as('CS_MANAGER'))).toEqual([])
    const { gradingDue } = await supervisor.get<{ gradingDue: { totalCount: number } }>(
      'query($client: ID) { gradingDue(first: 1, filter: { client: $client }) { totalCount } }',
      { client: other },
    )
    expect(gradingDue.totalCount).toBe(2)
  })
})
