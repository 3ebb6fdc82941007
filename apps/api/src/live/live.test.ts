import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { DataSource } from 'typeorm'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { ORIGIN, screenOf, type Screen } from '../../test/live.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { hashToken } from '../access/token.ts'
import { readConfig } from '../config.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { noticeConsumer } from '../notices/notice.consumer.ts'
import { NO_SIGNER } from '../ledger/signer.ts'
import { relayBatch } from '../worker/relay.ts'

let database: TestDatabase
let worker: DataSource
let server: FastifyInstance
let port: number
let story: Story
const screens: Screen[] = []

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { listenUrl: database.urls.direct })
  await server.listen({ port: 0, host: 'localhost' })
  port = (server.server.address() as AddressInfo).port
  story = await given(database, server)
  worker = await runtimeDataSource({ url: database.urls.worker, poolSize: 2 }).initialize()
})
afterEach(async () => {
  await Promise.all(screens.splice(0).map((screen) => screen.end()))
})
afterAll(async () => {
  await server.close()
  await worker.destroy()
  await database.close()
})

interface Change {
  readonly type: string
  readonly id: string
  readonly version: number
}

const open = (person: Person, headers?: Record<string, string>): Screen => {
  const screen = screenOf(person, port, headers)
  screens.push(screen)
  return screen
}
const relay = async (consumers: Parameters<typeof relayBatch>[1] = []) => {
  const services = {
    config: readConfig({}),
    dataSource: worker,
    signer: NO_SIGNER,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
  }
  while ((await relayBatch(services, consumers)) > 0);
}
const ONE = 'subscription($id: ID!) { recordChanged(id: $id) { type id version } }'
const ALL = 'subscription($types: [String!]!) { recordsChanged(types: $types) { type id version } }'
const WHO = 'subscription($id: ID!) { onlookers(id: $id) { id name } }'
const allCases = (person: Person) => open(person).listen<Change>(ALL, { types: ['Complaint'] })
const oneCase = (person: Person, id: string) => open(person).listen<Change>(ONE, { id })
const eventually = (assertion: () => void | Promise<void>) =>
  vi.waitFor(assertion, { timeout: 10_000, interval: 20 })

/** Everybody is subscribed once a change that all of them may read has reached them; answers its case. */
const settled = async (...listening: { told: Change[] }[]) => {
  await eventually(async () => {
    const { id } = await registered(story)
    await relay()
    await vi.waitFor(
      () => {
        for (const { told } of listening) expect(told.map((change) => change.id)).toContain(id)
      },
      { timeout: 500, interval: 20 },
    )
  })
  for (const { told } of listening) told.length = 0
}

const acknowledge = (complaint: { id: string; version: number }) =>
  story.as('GM_OFFICE').does('acknowledgeComplaint', {
    complaintId: complaint.id,
    expectedVersion: complaint.version,
    handlingDepartmentId: story.ids.departments.service,
    assigneeId: story.ids.staff.CR_SPECIALIST,
    cause: 'OPERATION',
  })

describe('a change', () => {
  it('reaches the second person’s screen with type, id and version, and nothing of its content', async () => {
    const complaint = await registered(story)
    await relay()
    const all = allCases(story.as('CS_MANAGER'))
    await settled(all)
    const one = oneCase(story.as('CR_SUPERVISOR'), complaint.id)
    const done = await acknowledge(complaint)
    await eventually(async () => {
      await relay()
      expect(all.told).toEqual([{ type: 'Complaint', id: complaint.id, version: done.version }])
    })
    // Each further step, until the second screen has certainly been listening.
    let current = done
    await eventually(async () => {
      current = await story.as('CR_SUPERVISOR').does('containComplaint', {
        complaintId: complaint.id,
        expectedVersion: current.version,
        containment: '先关闭楼上水阀',
      })
      await relay()
      await vi.waitFor(
        () =>
          expect(one.told.at(-1)).toEqual({ type: 'Complaint', id: complaint.id, version: current.version }),
        { timeout: 500, interval: 20 },
      )
    })
  })

  it('reaches neither another organization nor whoever may not read the record', async () => {
    const elsewhere = await given(database, server)
    const foreign = allCases(elsewhere.as('CS_MANAGER'))
    const [ours, technician] = [allCases(story.as('CS_MANAGER')), allCases(story.as('TECHNICIAN'))]
    await settled(ours)
    // The other two are certainly listening by now as well: told of what is theirs.
    const theirs = await registered(elsewhere)
    await eventually(async () => {
      await relay()
      expect(foreign.told.map(({ id }) => id)).toContain(theirs.id)
    })
    const order = await caseIn(story, 'EXECUTING')
    await eventually(async () => {
      await relay()
      expect(technician.told.map(({ id }) => id)).toContain(order.id)
    })
    const secret = await registered(story)
    await relay()
    await eventually(() => expect(ours.told.map(({ id }) => id)).toContain(secret.id))
    expect(foreign.told.map(({ id }) => id)).not.toContain(secret.id)
    expect(technician.told.map(({ id }) => id)).not.toContain(secret.id)
    expect(ours.told.map(({ id }) => id)).not.toContain(theirs.id)
  })

  it('of a record that one may not read cannot be waited for: foreign, absent and malformed alike', async () => {
    const elsewhere = await given(database, server)
    const { id } = await registered(elsewhere)
    for (const wanted of [id, `cmp_${'0'.repeat(32)}`, 'nonsense']) {
      const { refused, told } = oneCase(story.as('CS_MANAGER'), wanted)
      await eventually(() => expect(refused).toEqual(['NOT_FOUND']))
      expect(told).toEqual([])
    }
  })
})

describe('a notice', () => {
  it('is on the screen of whoever it is for, and of nobody else who asks for notices', async () => {
    const screenFor = (role: Parameters<Story['as']>[0]) =>
      open(story.as(role)).listen<Change>(ALL, { types: ['Notice', 'Complaint'] })
    const [specialist, manager] = [screenFor('CR_SPECIALIST'), screenFor('CS_MANAGER')]
    const elsewhere = await given(database, server)
    const foreign = open(elsewhere.as('CR_SPECIALIST')).listen<Change>(ALL, {
      types: ['Notice', 'Complaint'],
    })
    await settled(specialist, manager)
    const theirs = await registered(elsewhere)
    await eventually(async () => {
      await relay()
      expect(foreign.told.map(({ id }) => id)).toContain(theirs.id)
    })
    const complaint = await registered(story)
    await acknowledge(complaint)
    const noticesOf = ({ told }: typeof specialist) => told.filter(({ type }) => type === 'Notice')
    await eventually(async () => {
      await relay([noticeConsumer])
      expect(noticesOf(specialist)).toHaveLength(1)
    })
    // The others were told of the case itself: their screens were listening.
    await eventually(() => expect(manager.told.map(({ id }) => id)).toContain(complaint.id))
    expect([...noticesOf(manager), ...noticesOf(foreign)]).toEqual([])
    // What is read on one screen is read on the person's other screens.
    specialist.told.length = 0
    const [{ id: noticeId }] = (
      await story
        .as('CR_SPECIALIST')
        .get<{ notices: { edges: { node: { id: string } }[] } }>(
          '{ notices(first: 1) { edges { node { id } } } }',
        )
    ).notices.edges.map(({ node }) => node) as [{ id: string }]
    await story
      .as('CR_SPECIALIST')
      .run(
        `mutation($input: MarkAllNoticesReadInput!) { markAllNoticesRead(input: $input) { __typename } }`,
        { input: { until: new Date().toISOString() } },
        { 'idempotency-key': crypto.randomUUID() },
      )
    await eventually(async () => {
      await relay()
      expect(noticesOf(specialist)).toMatchObject([{ id: noticeId }])
    })
    expect(noticesOf(manager)).toEqual([])
  })
})

describe('a role that was taken away', () => {
  it('is told nothing from then on, on the same socket', async () => {
    const [person, witness] = [await story.colleague(['CS_MANAGER']), allCases(story.as('CS_MANAGER'))]
    const screen = open(person)
    const theirs = screen.listen<Change>(ALL, { types: ['Complaint'] })
    await settled(theirs, witness)
    const staffId = `stf_${person.staffId.replaceAll('-', '')}`
    const admin = story.as('ADMIN')
    const { staffMember } = await admin.get<{ staffMember: { version: number } }>(
      'query($id: ID!) { staffMember(id: $id) { version } }',
      { id: staffId },
    )
    const taken = await admin.does('assignRoles', {
      staffId,
      expectedVersion: staffMember.version,
      roles: ['SALES'],
    })
    expect(taken.code).toBeUndefined()
    const { id } = await registered(story, { clientId: undefined, contactName: '王小明' })
    await relay()
    await eventually(() => expect(witness.told.map((change) => change.id)).toContain(id))
    expect(theirs.told).toEqual([])
    expect(screen.closed).toEqual([])
  })
})

describe('a role that was given', () => {
  it('opens what was refused a moment ago, on the same socket', async () => {
    const { id } = await registered(story)
    const person = await story.colleague([])
    const screen = open(person)
    // Keeps the socket open, and with it what is known of its owner.
    screen.listen(ALL, { types: ['Complaint'] })
    const before = screen.listen(WHO, { id })
    await eventually(() => expect(before.refused).toEqual(['FORBIDDEN']))
    const given = await story.as('ADMIN').does('assignRoles', {
      staffId: toGlobalId('Staff', person.staffId),
      expectedVersion: 1,
      roles: ['CS_MANAGER'],
    })
    expect(given.code).toBeUndefined()
    const { told, refused } = screen.listen<unknown[]>(WHO, { id })
    await eventually(() => expect(told).toHaveLength(1))
    expect(refused).toEqual([])
  })
})

describe('a session', () => {
  it('that ends takes its sockets with it', async () => {
    const person = await story.colleague(['CS_MANAGER'])
    const screen = open(person)
    await settled(screen.listen<Change>(ALL, { types: ['Complaint'] }))
    await person.get('mutation { signOut(input: {}) { ... on SignOutSuccess { signedOut } } }')
    await eventually(() => expect(screen.closed).toEqual([4403]))
  })

  it('is not kept alive by an open socket', async () => {
    const person = await story.colleague(['CS_MANAGER'])
    const screen = open(person)
    await settled(screen.listen<Change>(ALL, { types: ['Complaint'] }))
    // An hour passes in which the screen is open and nobody does anything.
    await database.app.query(
      `update session set last_seen_at = last_seen_at - interval '61 minutes' where token_hash = $1`,
      [hashToken(person.token!)],
    )
    await eventually(() => expect(screen.closed).toEqual([4403]))
  })

  it('is needed, and a page of our own', async () => {
    const manager = story.as('CS_MANAGER')
    const strangers: Record<string, string>[] = [
      { cookie: '' },
      { cookie: 'steward=made-up' },
      { origin: 'https://evil.example' },
      { origin: '' },
    ]
    for (const headers of strangers) {
      const { refused } = open(manager, headers).listen(ALL, { types: ['Complaint'] })
      await eventually(() => expect(refused).toEqual(['closed']))
    }
    const good = open(manager, { origin: ORIGIN }).listen<Change>(ALL, { types: ['Complaint'] })
    await settled(good)
  })

  it('has ten sockets a person at most, over all their sessions', async () => {
    const person = await story.colleague(['CS_MANAGER'])
    const all = Array.from({ length: 10 }, () => open(person))
    await settled(...all.map((screen) => screen.listen<Change>(ALL, { types: ['Complaint'] })))
    const eleventh = open(person)
    eleventh.listen(ALL, { types: ['Complaint'] })
    await eventually(() => expect(eleventh.closed).toEqual([4429]))
    await all[0]!.end()
    await settled(open(person).listen<Change>(ALL, { types: ['Complaint'] }))
  })
})

describe('over the socket', () => {
  const REFUSED: readonly (readonly [string, string, Record<string, unknown>?])[] = [
    ['a query', '{ viewer { roles } }'],
    ['a mutation', 'mutation { signOut(input: {}) { __typename } }'],
    ['introspection', 'subscription { __schema { types { name } } }'],
    [
      'two at once',
      `subscription { a: recordsChanged(types: ["Complaint"]) { id } b: recordsChanged(types: ["Staff"]) { id } }`,
    ],
    ['too many tokens', `subscription { recordsChanged(types: ["Complaint"]) { ${'id '.repeat(1_100)} } }`],
    [
      'too many aliases',
      `subscription { recordsChanged(types: ["Complaint"]) { ${Array.from({ length: 20 }, (_, at) => `a${at}: id`).join(' ')} } }`,
    ],
    ['no GraphQL', 'subscription {'],
    ['a type that is none', ALL, { types: ['Nonsense'] }],
    ['a variable that is none', ALL, { types: 7.5 }],
  ]
  it.each(REFUSED)('%s is refused, as it would be over HTTP', async (...row) => {
    const [, query, variables] = row as unknown as (typeof REFUSED)[number]
    const { refused, told } = open(story.as('CS_MANAGER')).listen(query, variables)
    await eventually(() => expect(refused).toEqual(['BAD_REQUEST']))
    expect(told).toEqual([])
  })

  it('a subscription is refused over HTTP', async () => {
    const { errors } = await story.as('CS_MANAGER').run(ALL, { types: ['Complaint'] })
    expect(errors[0]?.extensions.code).toBe('BAD_REQUEST')
  })

  it('who floods it is held back', async () => {
    const screen = open(story.as('CS_MANAGER'))
    const all = Array.from({ length: 60 }, () => screen.listen(ALL, { types: ['Complaint'] }))
    await eventually(() => expect(all.some(({ refused }) => refused.includes('RATE_LIMITED'))).toBe(true))
  })
})

describe('a broken connection to the database', () => {
  it('makes every screen connect and ask anew, because something may have been missed', async () => {
    const screen = open(story.as('CS_MANAGER'))
    await settled(screen.listen<Change>(ALL, { types: ['Complaint'] }))
    await database.asSuperuser((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'steward-listen' and datname = current_database()`,
      ),
    )
    await eventually(() => expect(screen.closed).toEqual([1012]))
    await settled(allCases(story.as('CS_MANAGER')))
  })
})

describe('who else is looking', () => {
  it('is told by name, without oneself, and is gone when their screen is', async () => {
    const { id } = await registered(story)
    const first = open(story.as('CS_MANAGER')).listen<{ name: string }[]>(WHO, { id })
    const other = open(story.as('CR_SUPERVISOR'))
    const second = other.listen<{ name: string }[]>(WHO, { id })
    const namesOf = ({ told }: { told: { name: string }[][] }) => told.at(-1)?.map(({ name }) => name)
    await eventually(() => expect(namesOf(first)).toEqual(['CR_SUPERVISOR']))
    await eventually(() => expect(namesOf(second)).toEqual(['CS_MANAGER']))
    await other.end()
    await eventually(() => expect(namesOf(first)).toEqual([]))
  })

  it('is told of a record that one may read only', async () => {
    const { id } = await registered(story)
    const { refused } = open(story.as('TECHNICIAN')).listen(WHO, { id })
    await eventually(() => expect(refused).toEqual(['NOT_FOUND']))
  })
})
