/** A person's calendar at a secret address: what stands in it, and that it opens to nobody when it was revoked, replaced or made up. */
import type { FastifyInstance } from 'fastify'
import ICAL from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { measure } from '../../test/plan-of-story.ts'
import { every, inForceOf, made, once, tasksOf } from '../../test/plan-work-of-story.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { toGlobalId } from '../graphql/global-id.ts'

/** Words that only the plan and its client have. */
const TITLE = '给金丝雀女士送花'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let doer: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  doer = story.as('CR_SPECIALIST')
  const assigneeId = toGlobalId('Staff', doer.staffId)
  const free = { estimatedMinor: 0, budgetLine: null }
  await inForceOf(
    story,
    { clientId: story.ids.client },
    {
      measures: [
        measure({
          key: 'call',
          means: 'CALL',
          title: TITLE,
          recurrence: every(7, 1, 30),
          assigneeId,
          ...free,
        }),
        measure({
          key: 'else',
          recurrence: once(3),
          assigneeId: toGlobalId('Staff', story.as('CR_SUPERVISOR').staffId),
        }),
      ],
    },
  )
  await made(worker)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const makes = async (by: Person): Promise<URL> => {
  const { makeCalendarFeed } = await by.get<{ makeCalendarFeed: { address?: string } }>(
    'mutation { makeCalendarFeed(input: {}) { __typename ... on CalendarFeedMade { address } ... on UserError { message } } }',
  )
  return new URL(makeCalendarFeed.address!)
}
const revokes = (by: Person) =>
  by.get<{ revokeCalendarFeed: object }>(
    'mutation { revokeCalendarFeed(input: {}) { __typename ... on UserError { code } } }',
  )
const mine = async (by: Person) =>
  (
    await by.get<{ myCalendarFeed: { madeAt: string; fetchedAt: string | null } | null }>(
      '{ myCalendarFeed { madeAt fetchedAt } }',
    )
  ).myCalendarFeed
const fetched = (path: string, headers: Record<string, string> = {}) =>
  server.inject({ method: 'GET', url: path, headers })

describe('the feed of a person', () => {
  it('holds their own tasks, by codes: a calendar program reads it, and no word of a client stands in it', async () => {
    expect(await mine(doer)).toBeNull()
    const { pathname } = await makes(doer)
    const answer = await fetched(pathname)
    expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const events = new ICAL.Component(ICAL.parse(answer.body) as unknown[])
      .getAllSubcomponents('vevent')
      .map((it) => new ICAL.Event(it))
    const tasks = await tasksOf(doer, { mine: true })
    expect(tasks).toHaveLength(5)
    expect(events.map((it) => it.startDate.toString())).toEqual(tasks.map(({ scheduledOn }) => scheduledOn))
    expect(events[0]!.startDate.isDate).toBe(true)
    expect(events.map((it) => it.uid)).toEqual(tasks.map(({ id }) => `${id}@steward`))
    expect(events[0]!.summary).toMatch(/^MP-\d+-\d+ · 电话回访$/)
    expect(events[0]!.description).toContain(tasks[0]!.dueOn)
    const names: string[] = []
    await database.asSuperuser(async (sql) => {
      const { rows } = await sql.query<{ name: string }>('select name from client')
      names.push(...rows.map(({ name }) => name))
    })
    expect(names).not.toEqual([])
    for (const word of [TITLE, '金丝雀', ...names])
      expect(answer.body.replace(/\r\n[ \t]/g, '')).not.toContain(word)
    expect((await mine(doer))?.fetchedAt).not.toBeNull()
  })

  it('is not sent again while it is the same', async () => {
    const { pathname } = await makes(doer)
    const { headers } = await fetched(pathname)
    expect(headers['cache-control']).toBe('private, no-cache')
    const again = await fetched(pathname, { 'if-none-match': headers.etag as string })
    expect([again.statusCode, again.body]).toEqual([304, ''])
    const [task] = await tasksOf(doer, { mine: true })
    await doer.does('startPlanTask', { taskId: task!.id, expectedVersion: task!.version })
    expect((await fetched(pathname, { 'if-none-match': headers.etag as string })).statusCode).toBe(200)
  })

  it('opens to no address that was replaced, revoked, made up or made for somebody else, and tells none from another', async () => {
    const first = await makes(doer)
    const second = await makes(doer)
    expect((await fetched(second.pathname)).statusCode).toBe(200)
    await revokes(doer)
    const secret = /calendar\/(.+)\.ics/.exec(second.pathname)![1]!
    const elsewhere = await given(database, server)
    const otherOrg = Buffer.from(elsewhere.orgId.replaceAll('-', ''), 'hex')
    const moved = Buffer.concat([otherOrg, Buffer.from(secret, 'base64url').subarray(16)]).toString(
      'base64url',
    )
    const dead = [first.pathname, second.pathname, `/calendar/${moved}.ics`, '/calendar/x.ics', '/calendar/x']
    const answers = await Promise.all(
      dead.map(async (path) => {
        const { statusCode, body, headers } = await fetched(path)
        return JSON.stringify([
          statusCode,
          body,
          headers['cache-control'],
          headers['content-type'],
          headers.etag,
        ])
      }),
    )
    expect(new Set(answers)).toEqual(
      new Set([JSON.stringify([404, 'Not found', 'no-store', 'text/plain; charset=utf-8', undefined])]),
    )
    expect(await mine(doer)).toBeNull()
    expect(await revokes(doer)).toMatchObject({ revokeCalendarFeed: { code: 'NOT_ELIGIBLE' } })
  })

  it('ends with the account, does not come back with it, and leaves its making and end in the audit', async () => {
    const colleague = await story.colleague(['TECHNICIAN'])
    const { pathname } = await makes(colleague)
    expect((await fetched(pathname)).statusCode).toBe(200)
    const account = { staffId: toGlobalId('Staff', colleague.staffId) }
    const admin = story.as('ADMIN')
    const off = await admin.does<{ version: number }>('disableStaff', { ...account, expectedVersion: 1 })
    expect((await fetched(pathname)).statusCode).toBe(404)
    await admin.does('enableStaff', { ...account, expectedVersion: off.version })
    expect((await fetched(pathname)).statusCode).toBe(404)
    const kept = { verbs: [] as string[], feeds: '' }
    await database.asSuperuser(async (sql) => {
      const { rows } = await sql.query<{ verb: string }>(
        "select verb from audit_entry where org_id = $1 and verb like 'account:%CalendarFeed'",
        [story.orgId],
      )
      const { rows: feeds } = await sql.query<{ feed: string }>(
        'select calendar_feed::text as feed from calendar_feed',
      )
      Object.assign(kept, {
        verbs: rows.map(({ verb }) => verb),
        feeds: feeds.map(({ feed }) => feed).join(),
      })
    })
    expect(new Set(kept.verbs)).toEqual(new Set(['account:makeCalendarFeed', 'account:revokeCalendarFeed']))
    expect(kept.feeds).not.toContain(/calendar\/(.+)\.ics/.exec(pathname)![1]!)
  })
})
