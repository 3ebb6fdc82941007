/** Partners' endpoints through GraphQL, the worker's own code, and a receiver that verifies by an independent library. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PARTNER_SCOPES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { deliverTo, webhookReceiver, type Receiver } from '../../test/webhook-receiver.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { prune } from '../worker/prune.ts'
import { webhookMessageConsumer } from './webhook-message.service.ts'
import type { Outbox } from '../worker/outbox.entity.ts'
import { withTenant } from '../database/with-tenant.ts'

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000]
const REGISTRATION = { ...A_CASE, contactName: '李先生', contactPhone: '13900001111' }
const EVENTS = ['complaint.registered', 'complaint.acknowledged', 'complaint.withdrawn']

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let receiver: Receiver
let program: Person
let partnerId: string
/** The stories' own clock: that of the database, except that it jumps where a test says so. */
let began = 0
let ticks = 0
let shift = 0
/** By how much the clock of the serving process is fast. */
let ahead = 0
const clock = () => new Date(Date.now() + shift + (ticks += 1))

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { clock: () => new Date(clock().getTime() + ahead) })
  worker = await testWorker(database, {}, { clock, instant: clock, deliver: deliverTo(() => receiver.port) })
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  began = Date.now()
  shift = ticks = ahead = 0
  story = await given(database, server)
  receiver = await webhookReceiver()
  // Its session ends by the real clock, the stories here go on for days.
  program = await story.program(PARTNER_SCOPES, { expiresAt: new Date(Date.now() + 40 * DAY) })
  const { partners } = await story.as('ADMIN').get<{ partners: { id: string }[] }>('{ partners { id } }')
  partnerId = partners[0]!.id
})
afterEach(() => receiver.close())

interface Endpoint extends Payload {
  readonly id: string
}
interface Issued {
  readonly secret: string
  readonly endpoint: Endpoint
}

const admin = () => story.as('ADMIN')
const add = (more: object = {}) =>
  admin().does<Issued & Payload>(
    'addWebhookEndpoint',
    { partnerId, url: 'https://hooks.example.com/steward', events: EVENTS, ...more },
    'secret endpoint { id version status url events }',
  )
const FIELDS = `id url status pauseReason failingSince overlapUntil version pending deliveredLastWeek failedLastWeek
  recent { event status attemptCount } availableActions
  messages(first: 50) { edges { node { id event body status attemptCount dueAt lastFailure
    attempts { at httpStatus failure durationMs } } } }`
interface Seen {
  readonly status: string
  readonly pauseReason: string | null
  readonly failingSince: string | null
  readonly version: number
  readonly pending: number
  readonly recent: readonly object[]
  readonly availableActions: readonly string[]
  readonly messages: { edges: { node: SeenMessage }[] }
}
interface SeenMessage {
  readonly id: string
  readonly event: string
  readonly body: string
  readonly status: string
  readonly attemptCount: number
  readonly dueAt: string | null
  readonly lastFailure: string | null
  readonly attempts: readonly { at: string; httpStatus: number | null; failure: string | null }[]
}
const see = async (id: string, as: Person = admin()): Promise<Seen> =>
  (
    await as.get<{ webhookEndpoint: Seen }>(`query($id: ID!) { webhookEndpoint(id: $id) { ${FIELDS} } }`, {
      id,
    })
  ).webhookEndpoint
const log = async (id: string) => (await see(id)).messages.edges.map(({ node }) => node)
const verb = async (name: string, id: string) =>
  admin().does(
    `${name}WebhookEndpoint`,
    { endpointId: id, expectedVersion: (await see(id)).version },
    'id status version',
  )

/** All that the worker would do now. */
const work = async () => {
  await worker.relay()
  await worker.sweep()
  await worker.relay()
  expect(await worker.runJobs('webhooks')).toEqual([])
  await worker.relay()
}
const verified = (secret: string, at = receiver.got.length - 1) => {
  const { body, headers } = receiver.got[at]!
  // The library refuses what is more than five minutes away from its own clock.
  const real = Date.now
  Date.now = () => began + shift
  try {
    return new Webhook(secret).verify(body, headers as Record<string, string>)
  } finally {
    Date.now = real
  }
}
const register = () => program.does('registerComplaint', REGISTRATION, 'id number version')

describe('a case that a partner registered', () => {
  it('is told to its endpoint, signed, as ids and status and nothing of a person', async () => {
    const { secret, endpoint } = await add()
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
    const complaint = await register()
    await story.as('GM_OFFICE').does('acknowledgeComplaint', {
      complaintId: complaint.id,
      expectedVersion: 1,
      severity: 3,
      handlingDepartmentId: story.ids.departments.service,
      assigneeId: story.ids.staff.CR_SPECIALIST,
    })
    await work()
    expect(receiver.got).toHaveLength(2)
    expect(verified(secret, 0)).toEqual({
      type: 'complaint.registered',
      timestamp: expect.stringMatching(/Z$/),
      data: { id: complaint.id, number: complaint['number'], status: 'REGISTERED', version: 1 },
    })
    expect(verified(secret, 1)).toMatchObject({
      type: 'complaint.acknowledged',
      data: { id: complaint.id, status: 'ACKNOWLEDGED', version: 2 },
    })
    expect(receiver.got.map(({ body }) => body).join()).not.toMatch(/李|139|卫生间|CR_SPECIALIST/)
    const messages = await log(endpoint.id)
    expect(messages.map(({ id }) => id).toReversed()).toEqual(
      receiver.got.map(({ headers }) => headers['webhook-id']),
    )
    for (const message of messages)
      expect(message).toMatchObject({
        status: 'DELIVERED',
        attemptCount: 1,
        dueAt: null,
        attempts: [{ httpStatus: 204, failure: null }],
      })
    expect(await see(endpoint.id)).toMatchObject({ pending: 0, deliveredLastWeek: 2, failedLastWeek: 0 })
    await work()
    expect(receiver.got).toHaveLength(2)
  })

  it('is told once, also where the relay comes twice', async () => {
    const { endpoint } = await add()
    await register()
    await worker.relay()
    const [row] = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<Outbox[]>(
        `select org_id as "orgId", id, kind, subject_type as "subjectType", subject_id as "subjectId", version, verb, at
           from outbox where org_id = $1 and verb = 'complaint:register' and subject_type = 'Complaint'`,
        [story.orgId],
      ),
    )
    await withTenant(database.app, story.orgId, (manager) =>
      webhookMessageConsumer.apply(manager, row!, worker.services),
    )
    await work()
    expect(receiver.got).toHaveLength(1)
    expect(await log(endpoint.id)).toHaveLength(1)
  })

  it('is not told of what was not asked for, nor of what only the house knows', async () => {
    const { endpoint } = await add({ events: ['complaint.withdrawn'] })
    const { id } = await register()
    await story
      .as('CS_MANAGER')
      .does('containComplaint', { complaintId: id, expectedVersion: 1, containment: '关水阀' })
    await work()
    expect(await log(endpoint.id)).toEqual([])
  })

  it('is not told to a partner whose credentials have ended or lack the scope, neither then nor when it is sent', async () => {
    const { endpoint } = await add()
    const revoke = (set: string) =>
      withTenant(database.app, story.orgId, (manager) =>
        manager.query(`update partner_credential set ${set} where org_id = $1`, [story.orgId]),
      )
    await register()
    await worker.relay()
    await revoke(`scopes = '{complaint:register}'`)
    await work()
    expect(receiver.got).toEqual([])
    expect(await log(endpoint.id)).toMatchObject([
      { status: 'FAILED', lastFailure: 'NO_ACCESS', attempts: [{ httpStatus: null, failure: 'NO_ACCESS' }] },
    ])
    expect(await see(endpoint.id)).toMatchObject({ status: 'ACTIVE', failingSince: null })
    await register()
    await work()
    expect(await log(endpoint.id)).toHaveLength(1)
  })
})

describe('a case of anybody else', () => {
  it('is told to no partner: neither one of staff, nor one of another partner, nor one of another organization', async () => {
    const { endpoint } = await add()
    const other = await admin().does('addPartner', { name: '另一家' })
    const theirs = await add({ partnerId: other.id, url: 'https://other.example.com/' })
    await registered(story)
    const neighbours = await given(database, server)
    await registered(neighbours)
    await work()
    expect(receiver.got).toEqual([])
    const { id } = await register()
    await work()
    expect(receiver.got).toHaveLength(1)
    expect(receiver.got[0]!.body).toContain(id)
    expect(await log(endpoint.id)).toHaveLength(1)
    expect(await log(theirs.endpoint.id)).toEqual([])
  })
})

describe('an endpoint that does not take it', () => {
  it('is tried again by the schedule, under the same id with a fresh signature', async () => {
    const { secret, endpoint } = await add()
    receiver.answer = () => 503
    await register()
    await work()
    await work()
    expect(receiver.got).toHaveLength(1)
    for (const [tries, pause] of [5 * SECOND, 5 * MINUTE, 30 * MINUTE].entries()) {
      shift += pause - SECOND
      await work()
      expect(receiver.got).toHaveLength(tries + 1)
      shift += SECOND
      await work()
      expect(receiver.got).toHaveLength(tries + 2)
    }
    receiver.answer = () => 200
    shift += 2 * HOUR
    await work()
    expect(verified(secret)).toMatchObject({ type: 'complaint.registered' })
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(receiver.got.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(5)
    const [message] = await log(endpoint.id)
    expect(message).toMatchObject({ status: 'DELIVERED', attemptCount: 5, lastFailure: null })
    expect(message!.attempts.map(({ httpStatus }) => httpStatus)).toEqual([200, 503, 503, 503, 503])
    expect(await see(endpoint.id)).toMatchObject({ failingSince: null })
  })

  it('is paused at 410, and the administrators are told', async () => {
    const { endpoint } = await add()
    receiver.answer = () => 410
    await register()
    await work()
    expect(await see(endpoint.id)).toMatchObject({
      status: 'PAUSED',
      pauseReason: 'GONE',
      availableActions: ['CHANGE', 'RESUME', 'ROTATE_SECRET', 'TEST', 'REPLAY_FAILED', 'ARCHIVE'],
    })
    expect(await log(endpoint.id)).toMatchObject([{ status: 'FAILED', attemptCount: 1 }])
    const { notices } = await admin().get<{ notices: { edges: { node: object }[] } }>(
      '{ notices(first: 5) { edges { node { kind severity subjectType subjectId titleEn } } } }',
    )
    expect(notices.edges).toMatchObject([
      {
        node: {
          kind: 'WEBHOOK_PAUSED',
          severity: 'ATTENTION',
          subjectType: 'WEBHOOK_ENDPOINT',
          subjectId: endpoint.id,
          titleEn: 'A webhook endpoint of Partner is paused: it answered 410: it wants no more',
        },
      },
    ])
    const { notices: others } = await story
      .as('AUDITOR')
      .get<{ notices: { edges: object[] } }>('{ notices(first: 5) { edges { node { id } } } }')
    expect(others.edges).toEqual([])
  })

  it('is paused after three days of nothing else; what happens meanwhile waits, and goes out when it is resumed', async () => {
    const { endpoint } = await add()
    receiver.answer = () => 500
    await register()
    for (let hour = 0; hour <= 80 && (await see(endpoint.id)).status === 'ACTIVE'; hour += 4) {
      await work()
      shift += 4 * HOUR
    }
    expect(await see(endpoint.id)).toMatchObject({ status: 'PAUSED', pauseReason: 'FAILING' })
    expect(shift).toBeGreaterThanOrEqual(3 * DAY)
    const tried = receiver.got.length
    receiver.answer = () => 204
    // Nobody is signed in for three days: the rest of the story is told at its own time.
    shift = 0
    const later = await register()
    await work()
    expect(receiver.got).toHaveLength(tried)
    expect(await see(endpoint.id)).toMatchObject({ pending: 2 })
    expect(await verb('resume', endpoint.id)).toMatchObject({ status: 'ACTIVE' })
    await work()
    expect(receiver.got).toHaveLength(tried + 2)
    expect(receiver.got.at(-1)!.body).toContain(later.id)
    expect(await see(endpoint.id)).toMatchObject({ pending: 0, failingSince: null, pauseReason: null })
  })

  it('holds up no other', async () => {
    const slow = await add({ url: 'https://slow.example.com/slow' })
    const quick = await add({ url: 'https://quick.example.com/quick' })
    receiver.answer = ({ path }) => (path === '/slow' ? 500 : 204)
    await register()
    await work()
    expect((await log(slow.endpoint.id))[0]).toMatchObject({ status: 'PENDING', lastFailure: 'REFUSED' })
    expect((await log(quick.endpoint.id))[0]).toMatchObject({ status: 'DELIVERED' })
  })
})

describe('an administrator', () => {
  it('gets the secret once; it stands in no table, and nowhere in the audit', async () => {
    const key = 'a0a0a0a0-a0a0-4a0a-8a0a-a0a0a0a0a0a0'
    const input = { partnerId, url: 'https://once.example.com/', events: EVENTS }
    const fields = 'secret endpoint { id }'
    const first = await admin().does<Issued>('addWebhookEndpoint', input, fields, key)
    const again = await admin().does<Issued>('addWebhookEndpoint', input, fields, key)
    expect(again).toMatchObject({ secret: null, endpoint: { id: first.endpoint.id } })
    const tables = await database.owner.query<{ name: string }[]>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    const bare = first.secret.slice('whsec_'.length)
    await database.asSuperuser(async (client) => {
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select from "${name}" t where strpos(t::text, $1) > 0`, [
          bare,
        ])
        expect([name, rowCount]).toEqual([name, 0])
      }
      const { rows } = await client.query<{ text: string }>(
        `select coalesce(string_agg(a::text, ''), '') as text from audit_entry a
          where org_id = $1 and verb like 'webhook:%' and changes::text ~ 'v1\\.'`,
        [story.orgId],
      )
      expect(rows[0]!.text).toBe('')
    })
  })

  it('rotates it: for a day both sign, then the new one alone', async () => {
    const { secret, endpoint } = await add()
    const rotated = await admin().does<Issued>(
      'rotateWebhookSecret',
      { endpointId: endpoint.id, expectedVersion: 1 },
      'secret endpoint { id }',
    )
    expect(rotated.secret).not.toBe(secret)
    await register()
    await work()
    expect(verified(secret)).toEqual(verified(rotated.secret))
    expect(String(receiver.got[0]!.headers['webhook-signature']).split(' ')).toHaveLength(2)
    await register()
    await worker.relay()
    shift = 24 * HOUR
    await work()
    expect(verified(rotated.secret)).toMatchObject({ type: 'complaint.registered' })
    expect(() => verified(secret)).toThrow()
  })

  it('sends a test, to a paused endpoint too; it is tried once', async () => {
    const { secret, endpoint } = await add()
    await verb('pause', endpoint.id)
    const sent = await admin().does('testWebhookEndpoint', { endpointId: endpoint.id }, 'id event status')
    expect(sent).toMatchObject({ event: 'webhook.test', status: 'PENDING' })
    await work()
    expect(verified(secret)).toMatchObject({ type: 'webhook.test', data: { id: endpoint.id } })
    receiver.answer = () => 500
    await admin().does('testWebhookEndpoint', { endpointId: endpoint.id }, 'id')
    await work()
    expect(await log(endpoint.id)).toMatchObject([
      { status: 'FAILED', attemptCount: 1 },
      { status: 'DELIVERED', attemptCount: 1 },
    ])
    expect(await see(endpoint.id)).toMatchObject({ failingSince: null, pauseReason: 'BY_HAND' })
  })

  it('replays one message under its id, and all that failed since then', async () => {
    const { endpoint } = await add()
    await register()
    await work()
    const [delivered] = await log(endpoint.id)
    await admin().does('replayWebhookMessage', { messageId: delivered!.id }, 'id')
    await work()
    expect(receiver.got.map(({ headers }) => headers['webhook-id'])).toEqual([delivered!.id, delivered!.id])
    expect(receiver.got[0]!.body).toBe(receiver.got[1]!.body)
    expect((await log(endpoint.id))[0]).toMatchObject({ status: 'DELIVERED', attempts: [{}, {}] })

    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update webhook_message set status = 'FAILED' where org_id = $1`, [story.orgId]),
    )
    const replay = (since: Date) =>
      admin().does(
        'replayFailedWebhookMessages',
        { endpointId: endpoint.id, since: since.toISOString() },
        'pending',
      )
    expect(await replay(new Date(began + HOUR))).toMatchObject({ pending: 0 })
    expect(await replay(new Date(began - HOUR))).toMatchObject({ pending: 1 })
    await work()
    expect(receiver.got).toHaveLength(3)
    expect((await log(endpoint.id))[0]).toMatchObject({ status: 'DELIVERED' })
  })

  it('is sent at once what is new, replayed or resumed, also by a server whose clock is fast', async () => {
    const { endpoint } = await add()
    ahead = 10 * MINUTE
    await register()
    await work()
    expect(receiver.got).toHaveLength(1)
    const [delivered] = await log(endpoint.id)
    await admin().does('replayWebhookMessage', { messageId: delivered!.id }, 'id')
    await work()
    expect(receiver.got).toHaveLength(2)
    await admin().does('testWebhookEndpoint', { endpointId: endpoint.id }, 'id')
    await work()
    expect(receiver.got).toHaveLength(3)
    await verb('pause', endpoint.id)
    await register()
    await work()
    expect(receiver.got).toHaveLength(3)
    await verb('resume', endpoint.id)
    await work()
    expect(receiver.got).toHaveLength(4)
  })

  it('removes it for good: nothing is sent any more, and no verb starts from there', async () => {
    const { endpoint } = await add()
    await register()
    await worker.relay()
    await verb('archive', endpoint.id)
    await register()
    await work()
    expect(receiver.got).toEqual([])
    expect(await see(endpoint.id)).toMatchObject({ status: 'ARCHIVED', availableActions: [], pending: 0 })
    expect(await verb('resume', endpoint.id)).toMatchObject({ code: 'WRONG_STATUS' })
    const refused = await admin().does('testWebhookEndpoint', { endpointId: endpoint.id }, 'id')
    expect(refused).toMatchObject({ code: 'WRONG_STATUS' })
    // Its address is free again.
    expect((await add()).endpoint.id).not.toBe(endpoint.id)
  })

  it.each([
    ['a plain address', { url: 'http://hooks.example.com/' }, 'url', /https:\/\//],
    ['an address of digits', { url: 'https://169.254.169.254/latest' }, 'url', /public internet/],
    ['a port', { url: 'https://hooks.example.com:8443/' }, 'url', /443/],
    ['no event', { events: [] }, 'events', /1/],
    ['an event that there is not', { events: ['complaint.deleted'] }, 'events.0', /list/],
  ])('is told what is wrong with %s', async (_, wrong, path, message) => {
    expect(await add(wrong)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path, message: expect.stringMatching(message) }],
    })
  })

  it('is refused a second endpoint of one address, and an eleventh', async () => {
    const first = await add()
    expect(await add()).toMatchObject({ code: 'DUPLICATE' })
    for (let n = 2; n <= 10; n += 1) await add({ url: `https://hooks.example.com/${n}` })
    expect(await add({ url: 'https://hooks.example.com/11' })).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const same = { url: 'https://hooks.example.com/2', events: EVENTS, expectedVersion: 1 }
    const change = (more: object) =>
      admin().does('changeWebhookEndpoint', { endpointId: first.endpoint.id, ...same, ...more })
    expect(await change({})).toMatchObject({ code: 'DUPLICATE' })
    expect(await change({ url: 'https://hooks.example.com/new' })).toMatchObject({ version: 2 })
    expect(await change({})).toMatchObject({ code: 'STALE_RECORD' })
  })
})

describe('the log', () => {
  it('is read by the auditor, who changes nothing; nobody else comes near it', async () => {
    const { endpoint } = await add()
    const auditor = story.as('AUDITOR')
    expect(await see(endpoint.id, auditor)).toMatchObject({ status: 'ACTIVE', availableActions: [] })
    for (const person of [auditor, story.as('GENERAL_MANAGER'), program]) {
      const attempt = person.does('pauseWebhookEndpoint', { endpointId: endpoint.id, expectedVersion: 1 })
      await expect(attempt).rejects.toThrow(/FORBIDDEN/)
    }
    for (const person of [story.as('GENERAL_MANAGER'), program]) {
      const { errors } = await person.run(`{ webhookEndpoint(id: "${endpoint.id}") { url } }`)
      expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
    }
  })

  it('forgets after thirty days', async () => {
    const { endpoint } = await add()
    await register()
    await register()
    await work()
    const age = (days: number) =>
      withTenant(database.app, story.orgId, (manager) =>
        manager.query(
          `update webhook_message set created_at = created_at - make_interval(days => $2) where org_id = $1
              and id = (select id from webhook_message where org_id = $1 order by created_at limit 1)`,
          [story.orgId, days],
        ),
      )
    await age(29)
    await prune(worker.services)
    expect(await log(endpoint.id)).toHaveLength(2)
    await age(2)
    await prune(worker.services)
    const left = await log(endpoint.id)
    expect(left).toHaveLength(1)
    expect(left[0]!.attempts).toHaveLength(1)
  })
})

describe('the way to this machine', () => {
  it('is open to tests alone: no file of the program allows it', () => {
    const source = join(import.meta.dirname, '..')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    )
    const saying = (words: RegExp) =>
      files.filter((name) => words.test(readFileSync(join(source, name), 'utf8')))
    expect(saying(/allowLoopback: true/)).toEqual([])
    expect(saying(/allowLoopback: false/)).toEqual([
      'webhooks/webhook-delivery.service.ts',
      'witnesses/tell-cosigner.service.ts',
    ])
    expect(saying(/\bdeliver:|\bdeliver\?:/)).toEqual(['worker/worker-services.ts'])
  })

  it('is closed to the worker as it runs: a name of this machine is not called', async () => {
    const plain = { ...worker.services }
    delete (plain as { deliver?: unknown }).deliver
    const { endpoint } = await add({ url: 'https://no-such-host.example.com/' })
    await register()
    await worker.relay()
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update webhook_endpoint set url = $2 where org_id = $1`, [
        story.orgId,
        `https://127.0.0.1:${receiver.port}/`,
      ]),
    )
    const { webhookConsumer } = await import('./webhook-delivery.service.ts')
    const subjectId = endpoint.id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    await webhookConsumer.run({ orgId: story.orgId, subjectId } as Outbox, plain)
    expect(receiver.got).toEqual([])
    expect(await log(endpoint.id)).toMatchObject([{ status: 'PENDING', lastFailure: 'WRONG_PORT' }])
  })
})
