/** Programs of partners: a credential made by the administrator, what it opens, what it costs, and how it ends. */
import { PARTNER_SCOPES, type Permission } from '@steward/domain'
import { getIntrospectionQuery } from 'graphql'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person, type Payload, type Reply } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readConfig } from '../config.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let clockShiftMs = 0

const REGISTRATION = { ...A_CASE, contactName: '李先生', contactPhone: '13900001111' }

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, { clock: () => new Date(Date.now() + clockShiftMs) })
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const QUEUE = '{ complaints(first: 5) { edges { node { id number } } } }'
const codeOf = ({ errors }: Reply<unknown>): string | undefined => errors[0]?.extensions.code
const extensionsOf = ({ body }: Reply<unknown>) =>
  (
    JSON.parse(body) as {
      extensions?: { cost?: { requested: number; remaining: number; restoresAt: string } }
    }
  ).extensions

const issue = async (
  more: Record<string, unknown> = {},
  on: FastifyInstance = server,
): Promise<{
  program: Person
  credential: { id: string; version: number }
  partnerId: string
  token: string
}> => {
  const admin = story.as('ADMIN')
  const partner = await admin.does('addPartner', { name: `热线中心 ${Math.random()}` })
  const issued = await admin.does<{ credential: { id: string; version: number }; token: string }>(
    'issuePartnerCredential',
    { partnerId: partner.id, label: '生产环境', scopes: [...PARTNER_SCOPES], days: 30, ...more },
    'token credential { id version status scopes }',
  )
  const program = new Person(on, '', issued.token)
  return { program, credential: issued.credential, partnerId: partner.id, token: issued.token }
}
const revoke = (credential: { id: string; version: number }) =>
  story
    .as('ADMIN')
    .does('revokePartnerCredential', { credentialId: credential.id, expectedVersion: credential.version })

describe('a credential', () => {
  it('is shown once, to the administrator who makes it, and stands in no table', async () => {
    const { token, partnerId } = await issue()
    expect(token).toMatch(/^stw_[0-9a-f]{32}_[\w-]{43}$/)
    const { partner } = await story.as('ADMIN').get<{ partner: object }>(
      `query($id: ID!) { partner(id: $id) { name credentials { label status scopes lastUsedAt createdBy { name }
        availableActions } } }`,
      { id: partnerId },
    )
    expect(partner).toMatchObject({
      credentials: [
        {
          label: '生产环境',
          status: 'ACTIVE',
          scopes: [...PARTNER_SCOPES],
          lastUsedAt: null,
          createdBy: { name: 'ADMIN' },
          availableActions: ['REVOKE_CREDENTIAL'],
        },
      ],
    })
    const secret = token.slice(-43)
    const tables = await database.owner.query<{ name: string }[]>(
      `select c.relname as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    const holding: string[] = []
    await database.asSuperuser(async (client) => {
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select from "${name}" t where strpos(t::text, $1) > 0`, [
          secret,
        ])
        if (rowCount) holding.push(name)
      }
    })
    expect(holding).toEqual([])
  })

  it('is not shown again when the same request is repeated', async () => {
    const admin = story.as('ADMIN')
    const { partnerId } = await issue()
    const input = { partnerId, label: 'x', scopes: ['complaint:read'], days: 1 }
    const key = 'b9b9b9b9-b9b9-4b9b-8b9b-b9b9b9b9b9b9'
    const fields = 'token credential { id }'
    const first = await admin.does('issuePartnerCredential', input, fields, key)
    const second = await admin.does('issuePartnerCredential', input, fields, key)
    expect(first.token).toMatch(/^stw_/)
    expect(second).toMatchObject({ token: null, credential: first.credential })
  })

  it.each([
    ['a scope that no partner has', { scopes: ['complaint:approve'] }, 'scopes.0'],
    ['no scope', { scopes: [] }, 'scopes'],
    ['ten years', { days: 3_650 }, 'days'],
    ['an address that is none', { allowedFrom: ['203.0.113.300'] }, 'allowedFrom.0'],
    ['unlimited points', { pointsPerMinute: 1_000_000 }, 'pointsPerMinute'],
  ])('is refused with %s, by the name of the field', async (_, wrong, path) => {
    const { partnerId } = await issue()
    const input = { partnerId, label: 'x', scopes: ['complaint:read'], days: 1, ...wrong }
    const refused = await story.as('ADMIN').does('issuePartnerCredential', input, 'token')
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path }] })
  })

  it('leaves a trail: who made it and who took it back', async () => {
    const { credential } = await issue()
    await revoke(credential)
    const { auditEntries } = await story.as('ADMIN').get<{
      auditEntries: { edges: { node: { verb: string; actor: { name: string } } }[] }
    }>(`query($filter: AuditEntryFilter) { auditEntries(first: 9, filter: $filter) { edges { node { verb actor { name } } } } }`, { filter: { subject: credential.id } })
    expect(auditEntries.edges.map(({ node }) => [node.verb, node.actor.name])).toEqual([
      ['partner:revokeCredential', 'ADMIN'],
      ['partner:issueCredential', 'ADMIN'],
    ])
  })
})

describe('a program', () => {
  it('registers a case and sees it, and no case of anybody else', async () => {
    const { program } = await issue()
    const theirs = await registered(story)
    const mine = await program.does<Payload>('registerComplaint', REGISTRATION, 'id number version')
    expect(mine.number).toMatch(/^\d{4}-\d+/)
    const queue = await program.get<{ complaints: { edges: { node: { id: string } }[] } }>(QUEUE)
    expect(queue.complaints.edges.map(({ node }) => node.id)).toEqual([mine.id])
    const one = 'query($id: ID!) { complaint(id: $id) { id } node(id: $id) { id } }'
    expect(await program.get(one, { id: mine.id })).toMatchObject({ complaint: { id: mine.id } })
    expect(await program.get(one, { id: theirs.id })).toEqual({ complaint: null, node: null })
  })

  it('needs no header against forgery, whatever content it sends', async () => {
    const { program } = await issue()
    expect(codeOf(await program.run(QUEUE))).toBeUndefined()
    const response = await server.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(QUEUE)}`,
      headers: { authorization: `Bearer ${program.token}` },
    })
    expect(response.statusCode).toBe(200)
  })

  it('is nobody when its token comes in a cookie, and itself when a cookie comes along', async () => {
    const { token } = await issue()
    const stranger = story.stranger()
    expect(codeOf(await stranger.run(QUEUE, {}, { cookie: `steward=${token}` }))).toBe('UNAUTHENTICATED')
    const admin = { cookie: `steward=${story.as('ADMIN').token}` }
    const both = { authorization: `Bearer ${token}`, ...admin }
    const { data } = await stranger.run<{ viewer: unknown }>('{ viewer { roles } }', {}, both)
    expect(data?.viewer).toEqual({ roles: ['PARTNER'] })
    const session = { authorization: `Bearer ${story.as('ADMIN').token}` }
    expect(codeOf(await stranger.run(QUEUE, {}, session))).toBe('UNAUTHENTICATED')
  })

  it('is told so when the header is no good, for public fields too', async () => {
    for (const authorization of [
      'Bearer nonsense',
      'Basic eDp5',
      `Bearer stw_${'0'.repeat(32)}_${'A'.repeat(43)}`,
    ]) {
      const reply = await story.stranger().run('{ viewer { roles } }', {}, { authorization })
      expect([reply.status, codeOf(reply)]).toEqual([401, 'UNAUTHENTICATED'])
    }
  })

  it('comes from its networks only', async () => {
    const { program } = await issue({ allowedFrom: ['203.0.113.0/24', '2001:db8::7'] })
    const from = async (address: string) =>
      (await program.run(QUEUE, {}, { 'x-forwarded-for': address })).status
    expect(await from('203.0.113.9')).toBe(200)
    expect(await from('2001:db8::7')).toBe(200)
    expect(await from('203.0.114.9')).toBe(403)
    expect(await from('2001:db8::8')).toBe(403)
  })

  it('is no member of staff: not listed, not changed, never signed in as', async () => {
    const { partnerId } = await issue()
    const name = `name of ${partnerId}`
    await story.as('ADMIN').does('addPartner', { name })
    const list = await story
      .as('ADMIN')
      .run('{ staff(first: 100) { edges { node { name } } } demonstrationSignIns { name } }')
    expect(list.status).toBe(400)
    const people = await story.as('ADMIN').run('{ staff(first: 100) { edges { node { name roles } } } }')
    expect(people.body).toContain('"ADMIN"')
    expect(people.body).not.toMatch(/PARTNER|name of/)
    const offered = await story.stranger().run('{ demonstrationSignIns { name roles } }')
    expect(offered.body).not.toMatch(/PARTNER|name of/)
    const staffId = story.ids.staff.PARTNER
    const given = await story
      .as('ADMIN')
      .does('assignRoles', { staffId, expectedVersion: 1, roles: ['ADMIN'] })
    expect(given.code).toBe('NOT_ELIGIBLE')
  })
})

/** One field that each scope opens, on a case of the program's own. */
const OPENS: Readonly<Partial<Record<Permission, string>>> = {
  'complaint:readClassification': 'channel',
  'complaint:readSummary': 'summary',
  'complaint:readFacts': 'facts',
  'complaint:readClient': 'contactName',
}

describe('scopes', () => {
  it.each(Object.keys(OPENS) as Permission[])('%s opens its fields and no others', async (scope) => {
    const { unit } = story.ids
    const mine = await story.as('PARTNER').does('registerComplaint', { ...REGISTRATION, unitId: unit })
    const program = await story.program(['complaint:read', scope])
    const { complaint } = await program.get<{ complaint: Record<string, unknown> }>(
      'query($id: ID!) { complaint(id: $id) { channel summary facts contactName } }',
      { id: mine.id },
    )
    const open = Object.keys(complaint).filter((field) => complaint[field] !== null)
    expect(open).toEqual([OPENS[scope]])
  })

  it('let a program register that may read nothing afterwards', async () => {
    const program = await story.program(['complaint:register'])
    const made = await program.does<Payload>('registerComplaint', REGISTRATION, 'number facts')
    expect(made).toMatchObject({ number: expect.stringMatching(/^\d{4}-/), facts: null })
    expect(codeOf(await program.run(QUEUE))).toBe('FORBIDDEN')
  })
})

describe('the end of a credential', () => {
  it('is at once, also for a process that has the program in its cache', async () => {
    const elsewhere = await testServer(database)
    const { credential, token } = await issue()
    const program = new Person(elsewhere, '', token)
    expect(codeOf(await program.run(QUEUE))).toBeUndefined()
    expect(await revoke(credential)).toMatchObject({ __typename: 'PartnerCredential' })
    expect(codeOf(await program.run(QUEUE))).toBe('UNAUTHENTICATED')
    const change = await program.run(
      'mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename } }',
      { input: REGISTRATION },
    )
    expect(codeOf(change)).toBe('UNAUTHENTICATED')
    await elsewhere.close()
  })

  it('comes once: who revokes again is told', async () => {
    const { credential } = await issue()
    await revoke(credential)
    expect(await revoke({ ...credential, version: 2 })).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await revoke(credential)).toMatchObject({ code: 'STALE_RECORD' })
  })

  it('comes by itself when its time is over', async () => {
    const { program, credential } = await issue()
    expect(codeOf(await program.run(QUEUE))).toBeUndefined()
    await database.asSuperuser((client) =>
      client.query(`update session set expires_at = now() - interval '1 s' where id = $1`, [
        credential.id.slice(4),
      ]),
    )
    expect(codeOf(await program.run(QUEUE))).toBe('UNAUTHENTICATED')
  })
})

describe('what it costs', () => {
  it('stands on every answer, malformed ones too', async () => {
    const { program } = await issue({ pointsPerMinute: 100 })
    const asked = extensionsOf(await program.run(QUEUE))?.cost
    expect(asked).toMatchObject({ requested: 6, remaining: 94 })
    expect(new Date(asked!.restoresAt).getTime() % 60_000).toBe(0)
    const changed = await program.run(
      'mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { __typename } }',
      { input: REGISTRATION },
    )
    expect(extensionsOf(changed)?.cost).toMatchObject({ requested: 10, remaining: 84 })
    const malformed = await program.run('{ complaints(first: 5) { edges { node { numbr } } } }')
    expect(malformed.status).toBe(400)
    expect(malformed.errors[0]!.message).toMatch(/Cannot query field "numbr" on type "Complaint"/)
    expect(extensionsOf(malformed)?.cost).toMatchObject({ requested: 1, remaining: 83 })
    const person = await story.as('CS_MANAGER').run(QUEUE)
    expect(extensionsOf(person)).toBeUndefined()
  })

  it('is refused beyond the minute’s allowance, and granted again in the next minute', async () => {
    const { program, partnerId } = await issue({ pointsPerMinute: 60 })
    // In the middle of a minute, so that none ends between the requests.
    clockShiftMs = 60_000 - (Date.now() % 60_000) + 5_000
    const many = '{ complaints(first: 25) { edges { node { id } } } }'
    expect(codeOf(await program.run(many))).toBeUndefined()
    expect(codeOf(await program.run(many))).toBeUndefined()
    const limited = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { authorization: `Bearer ${program.token}` },
      payload: { query: many },
    })
    expect(limited.statusCode).toBe(429)
    expect(Number(limited.headers['retry-after'])).toBeGreaterThan(0)
    expect(limited.json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
      extensions: { cost: { requested: 26, remaining: 8 } },
    })
    // What is left can still be spent.
    expect(codeOf(await program.run(QUEUE))).toBeUndefined()
    clockShiftMs += 60_000
    expect(codeOf(await program.run(many))).toBeUndefined()
    clockShiftMs = 0
    const { partner } = await story.as('ADMIN').get<{
      partner: {
        credentials: {
          usage: { edges: { node: Record<'requests' | 'points' | 'refused', number> }[] }
          lastUsedAt: string
        }[]
      }
    }>(
      `query($id: ID!) { partner(id: $id) { credentials { lastUsedAt
        usage(first: 7) { edges { node { requests points refused } } } } } }`,
      { id: partnerId },
    )
    expect(partner.credentials[0]!.lastUsedAt).toMatch(/Z$/)
    // A minute later may be another day.
    const days = partner.credentials[0]!.usage.edges.map(({ node }) => node)
    const sum = (of: 'requests' | 'points' | 'refused') => days.reduce((total, day) => total + day[of], 0)
    expect([sum('requests'), sum('points'), sum('refused')]).toEqual([4, 84, 1])
  })

  it('is TOO_COSTLY where no minute would be enough', async () => {
    const { program } = await issue({ pointsPerMinute: 60 })
    expect(codeOf(await program.run('{ complaints(first: 100) { edges { node { id } } } }'))).toBe(
      'TOO_COSTLY',
    )
  })

  it('is counted once by all processes together', async () => {
    const elsewhere = await testServer(database)
    const { program, token } = await issue({ pointsPerMinute: 600 })
    const other = new Person(elsewhere, '', token)
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? program : other).run('{ complaints(first: 50) { edges { node { id } } } }'),
      ),
    )
    const granted = answers.filter((answer) => codeOf(answer) === undefined)
    const minutes = new Set(answers.map((answer) => extensionsOf(answer)?.cost?.restoresAt)).size
    expect(granted.length).toBeLessThanOrEqual(11 * minutes)
    expect(granted.length).toBeGreaterThanOrEqual(11)
    await elsewhere.close()
  })
})

describe('the schema', () => {
  it('is told to programs, and to nobody else', async () => {
    const query = getIntrospectionQuery()
    const { program } = await issue()
    const told = await program.run<{ __schema: { types: { name: string }[] } }>(query)
    expect(told.data?.__schema.types.map(({ name }) => name)).toContain('ComplaintConnection')
    for (const person of [story.stranger(), story.as('ADMIN'), story.as('GENERAL_MANAGER')]) {
      const { status, body } = await person.run(query)
      expect(status).toBe(400)
      expect(body).not.toContain('ComplaintConnection')
    }
  })

  it('is open to documents of a program in production, where people’s browsers send ours only', async () => {
    const config = readConfig({ STEWARD_MODE: 'production', STEWARD_PUBLIC_URL: 'http://localhost:4000' })
    const production = await testServer(database, { config })
    const { program } = await issue({}, production)
    expect(codeOf(await program.run(QUEUE))).toBeUndefined()
    const person = new Person(production, '', story.as('CS_MANAGER').token)
    expect((await person.run(QUEUE)).status).toBe(400)
    await production.close()
  })
})
