import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { KINDS, ROLES, STATUSES, TRACKS, verifyContent } from '@steward/domain'
import type { QueryResultRow } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer, testSigner } from '../../test/server.ts'
import { MINIMUM_PASSWORD_LENGTH } from '../access/password.ts'
import { vaultOf } from '../access/vault.ts'
import { readConfig } from '../config.ts'
import { diskStorage } from '../storage/disk-storage.ts'
import { planCases } from './cases/plan-cases.ts'
import { Chance } from './chance.ts'
import { DEMO } from './organizations/demo.ts'
import { foundOrganization } from './organizations/found-organization.ts'
import { DEMONSTRATION_PASSWORD } from '../access/demonstration.ts'
import { seedDemonstration } from './seed-demonstration.ts'

/** Half past midnight on the first of a month, where days, months and office hours are easily mistaken. */
const NOW = new Date('2026-02-28T16:30:00Z')

const folder = mkdtempSync(join(tmpdir(), 'steward-files-'))
const storage = diskStorage(folder)

let database: TestDatabase
const said: string[] = []
const seed = (now: Date) =>
  seedDemonstration({
    dataSource: database.app,
    signer: testSigner,
    vault: vaultOf(readConfig({})),
    storage,
    dataDir: folder,
    now,
    tell: { say: (what) => void said.push(what) },
  })

/** Past row security, over both organizations. */
const rows = async <T extends QueryResultRow>(sql: string): Promise<T[]> => {
  const found: T[] = []
  await database.asSuperuser(async (client) => {
    found.push(...(await client.query<T>(sql)).rows)
  })
  return found
}

const TABLES = `select relname as name from pg_class
  where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migration'`

const counts = async (): Promise<Record<string, unknown>> => {
  const tables = await rows<{ name: string }>(TABLES)
  const [sums] = await rows(
    `select ${tables.map(({ name }) => `(select count(*) from ${name}) as ${name}`).join(', ')}`,
  )
  return sums!
}

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  await seed(NOW)
}, 240_000)
afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the demonstration', () => {
  it('has cases in every status, on both tracks, of all kinds', async () => {
    const cases = await rows<{ status: string; track: string; kind: string }>(
      `select c.status, c.track, c.kind from complaint c join organization o on o.id = c.org_id where o.code = 'demo'`,
    )
    const distinct = (property: 'status' | 'track' | 'kind') =>
      [...new Set(cases.map((it) => it[property]))].sort()
    expect(cases).toHaveLength(300)
    expect(distinct('status')).toEqual([...STATUSES].sort())
    expect(distinct('track')).toEqual([...TRACKS].sort())
    expect(distinct('kind')).toEqual([...KINDS].sort())
  })

  it('has a person for every role, the partner being a program, and places and clients in plenty', async () => {
    const held = await rows<{ role: string }>('select distinct role from staff_role order by role')
    expect(held.map(({ role }) => role)).toEqual(ROLES.toSorted())
    const [demo] = await rows(
      `select (select count(*)::int from project p where p.org_id = o.id) as projects,
              (select count(*)::int from building b where b.org_id = o.id) as buildings,
              (select count(*)::int from unit u where u.org_id = o.id) as units,
              (select count(*)::int from client c where c.org_id = o.id) as clients
         from organization o where o.code = 'demo' and o.demonstration`,
    )
    expect(demo).toEqual({ projects: 6, buildings: 40, units: 800, clients: 616 })
  })

  it('numbers the cases of each month from 1 without a gap, in the order of their coming', async () => {
    const months = await rows<{ period: string; serials: number[] }>(
      `select left(number, 4) as period,
              array_agg(substr(number, 6)::int order by registered_at, id) as serials,
              to_char(min(registered_at) at time zone 'Asia/Shanghai', 'YYMM') as first,
              to_char(max(registered_at) at time zone 'Asia/Shanghai', 'YYMM') as last
         from complaint group by org_id, left(number, 4)`,
    )
    for (const month of months) {
      expect(month.serials).toEqual(month.serials.map((_, at) => at + 1))
      expect(month).toMatchObject({ first: month.period, last: month.period })
    }
    expect(months.length).toBeGreaterThan(6)
  })

  it('tells nothing of the future, and of every case in order', async () => {
    const [late] = await rows<{ events: number; disordered: number }>(
      `select count(*) filter (where at > '${NOW.toISOString()}')::int as events,
              count(*) filter (where at < before)::int as disordered
         from (select at, lag(at) over (partition by complaint_id order by id) as before from complaint_event) e`,
    )
    expect(late).toEqual({ events: 0, disordered: 0 })
  })

  it('has every decision signed, with content that verifies, and no proposal approved by who made it', async () => {
    const undecided = await rows(
      `select c.number from complaint c
        where c.approval_owed_until is null and (c.approved_at is not null or c.status in ('DECLINED', 'UNFOUNDED', 'REFERRED', 'CLOSED'))
          and not exists (select from sign_off s where s.subject_id = c.id and s.meaning =
                case when c.approved_at is null and c.status = 'CLOSED' then 'CLOSED' else 'APPROVED' end)`,
    )
    expect(undecided).toEqual([])
    const [approvals] = await rows<{ all: number; own: number }>(
      `select count(*)::int as all, count(*) filter (where person_id = prepared_by)::int as own
         from (select s.person_id, (select p.person_id from sign_off p
                 where p.subject_id = s.subject_id and p.meaning = 'PREPARED' and p.at < s.at
                 order by p.at desc limit 1) as prepared_by
                 from sign_off s where s.meaning = 'APPROVED') signed
        where prepared_by is not null`,
    )
    expect(approvals!.all).toBeGreaterThan(100)
    expect(approvals!.own).toBe(0)
    const contents = await rows<{ content: string; hash: string }>(
      'select content, content_hash as hash from sign_off',
    )
    expect(contents.filter(({ content, hash }) => verifyContent(content, hash) !== 'VALID')).toEqual([])
  })

  it('has approvals by word: one whose signature is still owed, in time, and one that was signed since', async () => {
    const told = await rows<{ owed: boolean; late: boolean; step: string }>(
      `select c.approval_owed_until is not null as owed, t.state = 'OPEN' and t.due_at < '${NOW.toISOString()}' as late,
              t.state as step
         from complaint c join organization o on o.id = c.org_id and o.code = 'demo'
         join signing n on n.subject_id = c.id join signing_step t on t.signing_id = n.id
        where t.asked_staff_id is not null and t.asked_staff_id = c.approver_id order by 1`,
    )
    expect(told).toEqual([
      { owed: false, late: false, step: 'SIGNED' },
      { owed: true, late: false, step: 'OPEN' },
    ])
  })

  it('refers to nothing of the other organization, also where no foreign key holds it', async () => {
    const strays = await rows(
      `select c.number from complaint c
        where exists (select from unnest(c.task_assignee_ids) a(id)
                       where not exists (select from staff s where s.org_id = c.org_id and s.id = a.id))
           or exists (select from unnest(c.dispatched_department_ids) d(id)
                       where not exists (select from department x where x.org_id = c.org_id and x.id = d.id))
           or (c.current_option_id is not null and not exists
                (select from complaint_option o where o.org_id = c.org_id and o.id = c.current_option_id))`,
    )
    expect(strays).toEqual([])
    const tables = await rows<{ name: string }>(
      `select relname as name from pg_class c
        where relkind = 'r' and relnamespace = 'public'::regnamespace
          and exists (select from pg_attribute where attrelid = c.oid and attname = 'org_id')`,
    )
    for (const { name } of tables) {
      expect(await rows(`select 1 from ${name} where org_id not in (select id from organization)`)).toEqual(
        [],
      )
    }
  })

  it('lets its people in by the printed password, each organization into its own cases', async () => {
    expect(DEMONSTRATION_PASSWORD.length).toBeGreaterThanOrEqual(MINIMUM_PASSWORD_LENGTH)
    expect(said.join()).toContain(DEMONSTRATION_PASSWORD)
    const server = await testServer(database)
    const casesOf = async (signInName: string) => {
      const post = (query: string, cookie = '') =>
        server.inject({
          method: 'POST',
          url: '/graphql',
          headers: { 'content-type': 'application/json', cookie },
          payload: { query },
        })
      const signedIn = await post(
        `mutation { signIn(input: { signInName: "${signInName}", password: "${DEMONSTRATION_PASSWORD}" }) { __typename } }`,
      )
      const [cookie] = String(signedIn.headers['set-cookie']).split(';')
      const answer = await post('{ complaints(first: 1) { totalCount } }', cookie)
      return answer.json<{ data: { complaints: { totalCount: number } } }>().data.complaints.totalCount
    }
    expect(await casesOf('gumingyuan@demo')).toBe(300)
    expect(await casesOf('sumin@peer')).toBe(10)
    await server.close()
  })

  it('leaves no template unfilled in what people read', async () => {
    const unfilled = await rows(
      `select number from complaint where concat(summary, facts, demand, findings, containment, close_reason) ~ '[{}|]'
       union all select note from complaint_event where note ~ '[{}|]'
       union all select description from complaint_option where description ~ '[{}|]'
       union all select instruction from complaint_task where concat(instruction, evidence_note) ~ '[{}|]'`,
    )
    expect(unfilled).toEqual([])
  })

  it('leaves work for the technician and the agent whom the sign-in page offers first', async () => {
    const [open] = await rows<{ orders: number; cases: number }>(
      `select count(*) filter (where t.status = 'DISPATCHED')::int as orders,
              (select count(*)::int from complaint c join staff a on a.id = c.registered_by_id
                where a.sign_in_name = 'wangyuxin' and c.status = 'REGISTERED') as cases
         from complaint_task t join staff s on s.id = t.assignee_id where s.sign_in_name = 'sunlixin'`,
    )
    expect(open!.orders).toBeGreaterThan(0)
    expect(open!.cases).toBeGreaterThan(0)
  })

  it('has plans that came to their end, with what they taught, a round of today, and days of clients to be cared for', async () => {
    const [plans] = await rows(
      `select (select count(*)::int from maintenance_plan where status = 'COMPLETED') as completed,
              (select count(*)::int from plan_lesson) as lessons,
              (select count(*)::int from plan_summary s join maintenance_plan p on p.org_id = s.org_id and p.id = s.plan_id
                where s.status = 'DRAFT' and p.status = 'EVALUATING') as written,
              (select count(*)::int from plan_task t join staff s on s.org_id = t.org_id and s.id = t.assignee_id
                where s.sign_in_name = 'sunlixin' and t.status = 'SCHEDULED' and t.due_on = '2026-03-01') as today`,
    )
    expect(plans).toEqual({ completed: 1, lessons: 2, written: 1, today: 1 })
    const care = await rows<{ status: string }>('select distinct status from care_occasion order by status')
    expect(care.map(({ status }) => status)).toEqual(expect.arrayContaining(['DONE', 'PLANNED']))
  })

  it('has a shift that waits for the agent whom the sign-in page offers first, and one that was accepted', async () => {
    const handovers = await rows<{ status: string; receiver: string; cases: string; told: string }>(
      `select h.status, s.sign_in_name as receiver,
              (select count(*) from handover_item i where i.handover_id = h.id and i.promise_id is null) as cases,
              (select count(*) from notice n where n.subject_id = h.id and n.staff_id = h.receiver_id) as told
         from handover h join staff s on s.org_id = h.org_id and s.id = h.receiver_id join organization o on o.id = h.org_id
        where o.code = 'demo' order by h.offered_at`,
    )
    expect(handovers.map(({ status, receiver }) => [status, receiver])).toEqual([
      ['ACCEPTED', 'chenhao'],
      ['OFFERED', 'wangyuxin'],
    ])
    for (const { cases, told } of handovers) expect([Number(cases) > 0, Number(told)]).toEqual([true, 1])
  })

  it('has a partner whose program registered cases, and a log of what it was told: taken, taken at last, and waiting while it is paused', async () => {
    const messages = await rows<{
      status: string
      body: string
      attempts: number
      tried: number
      failures: string[]
      version: number
      last: number
    }>(
      `select m.status, m.body, m.attempts, c.version as last,
              (m.body::json -> 'data' ->> 'version')::int as version,
              (select count(*)::int from webhook_attempt a where a.message_id = m.id) as tried,
              array(select a.failure from webhook_attempt a where a.message_id = m.id and a.failure is not null order by a.at) as failures
         from webhook_message m join complaint c on c.id = m.complaint_id
         join partner p on p.org_id = c.org_id and p.staff_id = c.registered_by_id
        order by m.created_at, m.id`,
    )
    const taken = messages.filter(({ status }) => status === 'DELIVERED')
    const waiting = messages.filter(({ status }) => status === 'PENDING')
    expect(taken.length).toBeGreaterThan(6)
    expect(taken.filter(({ tried }) => tried > 1).map(({ failures }) => failures)).toEqual([
      ['REFUSED', 'TIMEOUT'],
    ])
    expect(waiting[0]).toMatchObject({ attempts: 2, failures: ['UNREACHABLE', 'UNREACHABLE'] })
    expect(taken.length + waiting.length).toBe(messages.length)
    for (const { attempts, tried, version, last } of messages) {
      expect(attempts).toBe(tried)
      expect(version).toBeLessThanOrEqual(last)
    }
    const closed = messages.filter(({ body }) => body.includes('"complaint.closed"'))
    for (const { version, last } of closed) expect(version).toBe(last)
    const [endpoint] = await rows(
      `select e.status, e.pause_reason as reason,
              (select count(*)::int from outbox where subject_type like 'Webhook%') as sent,
              (select count(*)::int from webhook_attempt where at > '${NOW.toISOString()}') as future,
              (select bool_and(a.at < e.last_delivered_at or a.failure is not null or a.at = e.last_delivered_at)
                 from webhook_attempt a) as ordered
         from webhook_endpoint e`,
    )
    expect(endpoint).toEqual({ status: 'PAUSED', reason: 'BY_HAND', sent: 0, future: 0, ordered: true })
  })

  it('has a list of buyers that came in and was destroyed by two, lists that wait with what is wrong in them, and a disk that is overdue', async () => {
    const runs = await rows(
      `select status, dry_run as dry, rows_new as new, rows_refused as refused, rows_duplicate as known,
              -- One of each is that a column is left out.
              (select count(*)::int from import_issue i where i.org_id = r.org_id and i.run_id = r.id) as issues
         from import_run r order by started_at`,
    )
    expect(runs).toEqual([
      { status: 'DONE', dry: true, new: 14, refused: 0, known: 0, issues: 1 },
      { status: 'DONE', dry: false, new: 14, refused: 0, known: 0, issues: 1 },
      // No such unit, no such day, no such tag; one is on file already.
      { status: 'DONE', dry: true, new: 5, refused: 3, known: 1, issues: 4 },
      // Charges: an amount that is none, no such unit, and a month that is charged already.
      { status: 'DONE', dry: true, new: 8, refused: 2, known: 0, issues: 3 },
    ])
    const sources = await rows(
      `select status, file_id is null as foreign, destroy_by < '2026-03-01' as overdue,
              exists (select from import_file_key k where k.org_id = s.org_id and k.file_id = s.file_id) as legible
         from import_source s order by received_at`,
    )
    expect(sources).toEqual([
      { status: 'IN_CUSTODY', foreign: true, overdue: true, legible: false },
      { status: 'DESTROYED', foreign: false, overdue: false, legible: false },
      { status: 'IN_CUSTODY', foreign: true, overdue: false, legible: false },
      { status: 'IN_CUSTODY', foreign: false, overdue: false, legible: true },
      { status: 'IN_CUSTODY', foreign: false, overdue: false, legible: true },
    ])
  })

  it('is not added to what is there already', async () => {
    const before = await counts()
    said.length = 0
    expect(await seed(new Date(NOW.getTime() + 86_400_000))).toBe(false)
    expect(said).toEqual([expect.stringContaining('already')])
    expect(await counts()).toEqual(before)
  })
})

describe('a plan', () => {
  it('tells the same story whatever the hour is, in order and up to now', async () => {
    const founded = { dataSource: database.app, blueprint: DEMO, secretHash: '', foundedAt: NOW, now: NOW }
    const world = await foundOrganization({ ...founded, chance: new Chance(1) })
    const stories = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => {
      const now = new Date(NOW.getTime() + hour * 3_600_000)
      const cases = planCases(world, DEMO.fates, now, new Chance(2))
      for (const { registeredAt, steps } of cases) {
        const times = [registeredAt, ...steps.map(({ at }) => at), now].map((at) => at.getTime())
        expect(times).toEqual(times.toSorted((one, other) => one - other))
      }
      const told = cases.map(({ registrar, input, steps }) => [
        registrar.name,
        (input as { facts: string }).facts,
        ...steps.map(({ verb }) => verb),
      ])
      return told.map((parts) => parts.join()).toSorted()
    })
    for (const story of stories) expect(story).toEqual(stories[0])
  })
})
