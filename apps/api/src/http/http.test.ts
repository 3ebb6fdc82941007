/** What reaches the API from outside, and what it lets out when something is wrong. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readConfig } from '../config.ts'
import { buildSchema } from '../schema.ts'
import { trustedDocuments } from './trusted-documents.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const codesOf = (body: string) =>
  (JSON.parse(body) as { errors?: { extensions: { code: string } }[] }).errors?.map(
    ({ extensions }) => extensions.code,
  )

describe('excessive documents', () => {
  const nested = (depth: number): string => (depth === 0 ? 'id' : `mergedInto { ${nested(depth - 1)} }`)
  const DOCUMENTS: readonly (readonly [string, string])[] = [
    ['20 aliases', `{ ${Array.from({ length: 20 }, (_, at) => `a${at}: viewer { roles }`).join(' ')} }`],
    ['too deep', `{ complaints(first: 1) { edges { node { ${nested(12)} } } } }`],
    ['too many tokens', `{ viewer { ${'roles '.repeat(1100)} } }`],
    ['directives', `{ viewer { roles ${'@include(if: true) '.repeat(11)} } }`],
    ['101 at once', '{ complaints(first: 101) { edges { node { id } } } }'],
    ['no first', '{ complaints { edges { node { id } } } }'],
    [
      'too costly',
      '{ complaints(first: 100) { edges { node { tasks { id } events { id } signOffs { id } options { id } } } } }',
    ],
    ['a fragment cycle', '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }'],
    ['no GraphQL', '{ viewer'],
    [
      'two mutations',
      'mutation { a: signOut(input: {}) { __typename } b: signOut(input: {}) { __typename } }',
    ],
  ]

  it.each(DOCUMENTS)('%s: refused with 400, without a word of the schema', async (_, query) => {
    const { status, body } = await story.as('CS_MANAGER').run(query)
    expect(status).toBe(400)
    expect(codesOf(body)?.every((code) => code === 'BAD_REQUEST' || code === 'TOO_COSTLY')).toBe(true)
    expect(body).not.toMatch(/Did you mean|mergedInto|signOffs|Complaint/)
  })

  it('a body above 100 kB is not even read', async () => {
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: `#${'x'.repeat(110_000)}` },
    })
    expect(response.statusCode).toBe(413)
  })

  it('misspelt fields are not corrected for strangers', async () => {
    const { body } = await story.stranger().run('{ viewr { id } complaint(i: 1) { numbr } }')
    expect(body).not.toMatch(/viewer|Did you mean|number|Complaint/)
    const names = Object.keys(buildSchema().getTypeMap()).filter((name) => name.length > 8)
    expect(names.filter((name) => body.includes(name))).toEqual([])
  })

  it('introspection is closed', async () => {
    const { body } = await story.as('ADMIN').run('{ __schema { types { name } } }')
    expect(body).not.toContain('ComplaintConnection')
  })
})

describe('in production', () => {
  it('only documents of ours are answered, others before they are parsed', async () => {
    const config = readConfig({ STEWARD_MODE: 'production', STEWARD_PUBLIC_URL: 'http://localhost:4000' })
    const production = await testServer(database, { config })
    const send = (query: string) => production.inject({ method: 'POST', url: '/graphql', payload: { query } })
    const [ours] = [...trustedDocuments().values()].filter((text) => text.startsWith('query Viewer'))
    expect((await send(ours!)).json()).toEqual({ data: { viewer: null } })
    const refused = await send('{ viewer { roles } }')
    expect(refused.statusCode).toBe(400)
    expect((await send('{ this is not even')).body).toBe(refused.body)
    await production.close()
  })
})

describe('other sites', () => {
  const query = 'mutation { signOut(input: {}) { __typename } }'

  it.each([
    ['a form', 'application/x-www-form-urlencoded', 'query=mutation'],
    ['plain text', 'text/plain', JSON.stringify({ query })],
    ['an upload', 'multipart/form-data; boundary=x', '--x--'],
  ])('%s changes nothing', async (_, contentType, payload) => {
    const response = await server.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': contentType },
      payload,
    })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
  })

  it('a mutation by GET changes nothing', async () => {
    const response = await server.inject({
      method: 'GET',
      url: `/graphql?query=${encodeURIComponent(query)}`,
    })
    expect(response.statusCode).toBeGreaterThanOrEqual(400)
  })

  it('a foreign origin is turned away, our own is not', async () => {
    const from = (origin: string) =>
      server.inject({
        method: 'POST',
        url: '/graphql',
        headers: { origin },
        payload: { query: '{ viewer { roles } }' },
      })
    expect((await from('https://evil.example')).statusCode).toBe(403)
    expect((await from('null')).statusCode).toBe(403)
    expect((await from('http://localhost:4000')).statusCode).toBe(200)
  })
})

describe('faults', () => {
  it('are masked, and carry the request id that the log has', async () => {
    const logged: { requestId?: string }[] = []
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (entry: object) => void logged.push(entry),
    }
    const broken = await testServer(database, {
      log: log as never,
      clock: () => {
        throw new Error('canary-7f3a select * from secret')
      },
    })
    const response = await broken.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ viewer { roles } }' },
    })
    expect(response.statusCode).toBe(500)
    expect(response.body).not.toContain('canary')
    await broken.close()
  })

  it('of the database are said to be an outage and quote no SQL', async () => {
    const cut = await testDatabase({ fresh: true })
    const lonely = await testServer(cut)
    const mine = await given(cut, lonely)
    await cut.pool.end()
    const { body } = await mine.as('CS_MANAGER').run('{ complaints(first: 1) { edges { node { id } } } }')
    expect(codesOf(body)?.[0]).toMatch(/UNAVAILABLE|INTERNAL/)
    expect(body).not.toMatch(/select|pool|postgres/i)
    await lonely.close()
    await Promise.all([cut.app.destroy(), cut.owner.destroy()])
  })
})

describe('health', () => {
  it('healthz answers alive, readyz asks the database', async () => {
    expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' })
    expect((await server.inject('/readyz')).statusCode).toBe(200)
  })
})

describe('logs', () => {
  it('hold no name, phone, text or token of a registration', async () => {
    const lines: string[] = []
    const take = (entry: unknown, message?: string) =>
      void lines.push(JSON.stringify(entry) + (message ?? ''))
    const quiet = await testServer(database, { log: { info: take, warn: take, error: take } as never })
    const mine = await given(database, quiet)
    await registered(mine, {
      clientId: undefined,
      contactName: 'Canary Zhang',
      contactPhone: '13912345678',
      facts: 'canary-facts',
    })
    await mine
      .as('SERVICE_AGENT')
      .run('{ clients(first: 1, filter: { search: "canary-search" }) { edges { node { id } } } }')
    expect(lines.length).toBeGreaterThan(1)
    expect(lines.join('\n')).not.toMatch(/canary|13912345678|Canary|steward=/)
    await quiet.close()
  })
})
