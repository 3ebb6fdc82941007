/** Attacks on the address itself: nothing is answered with a fault, nothing of the schema is told, nothing changes. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ATTACKS, type Attack } from '../../test/attack-documents.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { rowsOf } from '../../test/rows-of.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { buildSchema } from '../schema.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let state: object

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  await registered(story)
  state = await rowsOf(database, story.orgId)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const schema = buildSchema()
/** Words that only somebody who knows the schema could say; the short ones are words of any language. */
const WORDS = [
  ...Object.keys(schema.getTypeMap()),
  ...Object.keys(schema.getQueryType()!.getFields()),
  ...Object.keys(schema.getMutationType()!.getFields()),
].filter((word) => word.length > 7 && !word.startsWith('__'))

const launch = (
  { method = 'POST', url = '/graphql', contentType = 'application/json', headers = {}, payload }: Attack,
  more: Record<string, string> = {},
) =>
  server.inject({
    method,
    url,
    headers: {
      ...(payload === undefined || contentType === '' ? {} : { 'content-type': contentType }),
      ...headers,
      ...more,
    },
    ...(payload === undefined ? {} : { payload }),
  })

const wordsToldBy = (body: string, { payload = '', url = '' }: Attack) =>
  WORDS.filter((word) => body.includes(word) && !payload.includes(word) && !url.includes(word))

describe('an attack', () => {
  it.each(ATTACKS)('$name: refused, whoever sends it, and nothing is told', async (attack) => {
    const cookies = [
      {},
      { cookie: `steward=${story.as('CS_MANAGER').token}` },
      { cookie: 'steward=nonsense' },
    ]
    for (const cookie of cookies) {
      const { statusCode, body } = await launch(attack, cookie)
      // What fits the schema meets the door first, where it is told so in an answer.
      const met = /"code":"(UNAUTHENTICATED|FORBIDDEN)"/.test(body)
      if (met) expect(statusCode).toBe(200)
      else expect([400, 403, 404, 405, 413, 415, 431], body.slice(0, 200)).toContain(statusCode)
      expect(wordsToldBy(body, attack)).toEqual([])
      expect(body).not.toMatch(/Did you mean|call stack|\bat .*\.(ts|js):\d|node_modules|select |INTERNAL/i)
    }
  })

  it('changed nothing, and nobody was signed out', async () => {
    expect(await rowsOf(database, story.orgId)).toEqual(state)
    const { viewer } = await story.as('CS_MANAGER').get<{ viewer: object | null }>('{ viewer { roles } }')
    expect(viewer).not.toBeNull()
    expect(Object.prototype).not.toHaveProperty('polluted')
  })
})

describe('guessing names', () => {
  /** Names of ours with one letter changed, dropped, doubled or swapped, always the same ones. */
  const misspelt = (): readonly string[] => {
    const fields = Object.values(schema.getTypeMap())
      .filter((type) => 'getFields' in type && !type.name.startsWith('__'))
      .flatMap((type) => Object.keys((type as { getFields(): object }).getFields()))
    const names = [...new Set([...fields, ...WORDS])].filter((name) => name.length > 4)
    const known = new Set(names)
    const twists: readonly ((name: string, at: number) => string)[] = [
      (name, at) => name.slice(0, at) + name.slice(at + 1),
      (name, at) => `${name.slice(0, at)}${name[at]}${name.slice(at)}`,
      (name, at) => `${name.slice(0, at)}z${name.slice(at + 1)}`,
      (name, at) => `${name.slice(0, at - 1)}${name[at]}${name[at - 1]}${name.slice(at + 1)}`,
    ]
    return Array.from({ length: 520 }, (_, n) => {
      const name = names[(n * 37) % names.length]!
      return twists[n % twists.length]!(name, 1 + ((n * 13) % (name.length - 1)))
    }).filter((name) => !known.has(name))
  }

  it('learns nothing from 500 misspelt names, signed in or not, wherever they stand', async () => {
    const names = misspelt()
    expect(names.length).toBeGreaterThanOrEqual(500)
    const places = [
      (name: string) => `{ ${name} }`,
      (name: string) => `{ ${name}(id: "x") { id } }`,
      (name: string) => `{ complaints(first: 1) { edges { node { ${name} } } } }`,
      (name: string) => `{ complaints(first: 1, filter: { ${name}: "x" }) { totalCount } }`,
      (name: string) => `{ complaints(first: 1, orderBy: ${name}) { totalCount } }`,
      (name: string) => `mutation { ${name}(input: {}) { __typename } }`,
      (name: string) => `{ node(id: "x") { ... on ${name} { id } } }`,
      (name: string) => `query($a: ${name}) { viewer(a: $a) { roles } }`,
    ]
    const people = [story.stranger(), story.as('CS_MANAGER')]
    for (const [at, name] of names.entries()) {
      const query = places[at % places.length]!(name)
      const { status, body } = await people[at % 2]!.run(query)
      expect([400, body, wordsToldBy(body, { name, payload: query })], query).toEqual([status, body, []])
      expect(body, query).not.toContain('Did you mean')
    }
  }, 60_000)
})

describe('requests that other sites make a browser send', () => {
  const HIRE = `mutation { addDepartment(input: { code: "CSRF", name: "CSRF" }) { __typename } }`
  const BODIES = [
    ['application/json', JSON.stringify({ query: HIRE })],
    ['text/plain', JSON.stringify({ query: HIRE })],
    ['application/x-www-form-urlencoded', `query=${encodeURIComponent(HIRE)}`],
    [
      'multipart/form-data; boundary=x',
      `--x\r\ncontent-disposition: form-data; name="query"\r\n\r\n${HIRE}\r\n--x--`,
    ],
    ['', JSON.stringify({ query: HIRE })],
  ] as const
  const ORIGINS = [
    'https://evil.example',
    'null',
    'http://localhost:4000.evil.example',
    'http://localhost',
    undefined,
  ]

  it('change nothing: verb × content type × origin × cookie', async () => {
    const before = await rowsOf(database, story.orgId)
    let sent = 0
    for (const method of ['GET', 'POST', 'PUT', 'DELETE'] as const) {
      for (const [contentType, payload] of BODIES) {
        for (const origin of ORIGINS) {
          for (const cookie of [`steward=${story.as('ADMIN').token}`, undefined]) {
            // JSON without an Origin is a program that holds the cookie: no browser sends that for another site.
            if (contentType === 'application/json' && origin === undefined) continue
            const url = method === 'GET' ? `/graphql?query=${encodeURIComponent(HIRE)}` : '/graphql'
            const headers = { ...(origin ? { origin } : {}), ...(cookie ? { cookie } : {}) }
            const attack =
              method === 'GET' ? { name: '', method, url } : { name: '', method, url, contentType, payload }
            const { statusCode } = await launch(attack, headers)
            expect(statusCode).toBeGreaterThanOrEqual(400)
            expect(statusCode).toBeLessThan(500)
            sent += 1
          }
        }
      }
    }
    expect(sent).toBeGreaterThan(150)
    expect(await rowsOf(database, story.orgId)).toEqual(before)
  }, 60_000)

  it('where the same request from our own page does', async () => {
    const { statusCode, body } = await launch(
      { name: '', payload: JSON.stringify({ query: HIRE }) },
      { origin: 'http://localhost:4000', cookie: `steward=${story.as('ADMIN').token}` },
    )
    expect([statusCode, body]).toEqual([200, '{"data":{"addDepartment":{"__typename":"Department"}}}'])
  })

  it('bring no file in either', async () => {
    const upload = (headers: Record<string, string>) =>
      server.inject({
        method: 'POST',
        url: '/files/imports?name=a.csv',
        headers: { 'content-type': 'text/csv', cookie: `steward=${story.as('ADMIN').token}`, ...headers },
        payload: 'a,b',
      })
    expect((await upload({})).statusCode).toBe(403)
    expect((await upload({ 'x-steward-csrf': '1', origin: 'https://evil.example' })).statusCode).toBe(403)
    expect((await upload({ 'x-steward-csrf': '1', 'content-type': 'text/plain' })).statusCode).toBe(415)
  })
})
