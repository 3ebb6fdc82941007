/**
 * Hostile texts in every place of the schema where a text may stand (threat T10): the database never hears one as a part of a
 * statement, and no answer is a fault. `RUNS` says how many texts a place gets beside the known ones; the drill gives many.
 */
import { ROLES } from '@steward/domain'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { EXTREME_NUMBERS, EXTREME_TIMES, HOSTILE_STRINGS, hostileString } from '../../test/hostile-strings.ts'
import { prefixOf } from '../../test/id-prefixes.ts'
import { caseIn } from '../../test/road.ts'
import { slotsOf, type Slot } from '../../test/schema-slots.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { buildSchema } from '../schema.ts'

const RUNS = Number(process.env['RUNS'] ?? 0)
/** Without `RUNS` each place gets a few of the known texts, all of them being tried somewhere. */
const KNOWN_EACH = RUNS > 0 ? HOSTILE_STRINGS.length : 3
const PATIENCE = 240_000 + RUNS * 60_000

let database: TestDatabase
let server: FastifyInstance
let story: Story
let own: Readonly<Record<string, string>>
let told: () => readonly string[]

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  told = await database.hear()
  server = await testServer(database, { log: pino({ level: 'silent' }) })
  story = await given(database, server)
  const { id } = await caseIn(story, 'EXECUTING', {})
  const { client, unit, building, project, category, departments, staff } = story.ids
  const { workingCalendars } = await story
    .as('ADMIN')
    .get<{ workingCalendars: { id: string }[] }>('{ workingCalendars { id } }')
  const ids = [
    workingCalendars[0]!.id,
    id,
    client,
    unit,
    building,
    project,
    category,
    departments.site,
    staff.TECHNICIAN,
  ]
  own = Object.fromEntries(ids.map((each) => [each.slice(0, 3), each]))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

let counted = 0
const fitting = (name: string, type: string): unknown => {
  if (name === 'period') return '2026-11'
  // What is looked back on.
  if (name === 'until' && type === 'LocalDate') return '2020-01-01'
  if (type === 'ID') return own[prefixOf(name)] ?? own['cmp']
  const known: Record<string, unknown> = {
    Int: 1,
    Boolean: true,
    MinorUnits: 1,
    DateTime: '2030-01-01T00:00:00.000Z',
    LocalDate: '2030-01-01',
    String: `texts ${(counted += 1)}`,
  }
  return known[type]
}

/** A whole standard has rules among its parts, and a chart needs the plan whose measures it shows: no single value meets those. */
const HAS_RULES = /^query (gradingPreview|planGantt)\(/

const cursors = (orders: readonly string[], texts: readonly string[]): readonly string[] =>
  (orders.length > 0 ? orders : ['']).flatMap((order) =>
    [...texts, 1e300, -1, null, true, { a: 1 }, [1]].flatMap((key) =>
      [1, 2, 3, 4].map((length) =>
        Buffer.from(JSON.stringify([order, ...Array.from({ length }, () => key)])).toString('base64url'),
      ),
    ),
  )

/** What is tried at the n-th place. */
const triesAt = (slot: Slot, n: number, random: readonly string[]): readonly unknown[] => {
  const known = Array.from(
    { length: KNOWN_EACH },
    (_, at) => HOSTILE_STRINGS[(n * KNOWN_EACH + at) % HOSTILE_STRINGS.length]!,
  )
  const texts = [...known, ...random]
  if (slot.type === 'Int' || slot.type === 'MinorUnits') return [...EXTREME_NUMBERS, texts[0]]
  if (slot.type === 'DateTime' || slot.type === 'LocalDate') return [...EXTREME_TIMES, ...texts.slice(0, 2)]
  if (slot.type === 'ID')
    return [...texts, ...texts.slice(0, 2).map((text) => `${own['cmp']!.slice(0, 30)}${text}`)]
  return slot.name.includes('(after)') ? [...texts, ...cursors(slot.orders, texts.slice(0, 2))] : texts
}

/** Half a surrogate pair has no form in UTF-8. */
const encoded = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '')).slice(0, 2_000)

const FAULT = /"code":"(INTERNAL|UNAVAILABLE)"|SQLSTATE|syntax error|node_modules|\bat .*\.(ts|js):\d/

/**
 * Statements that do not fit together, values that are none of their type, faults of the database itself. A number that its column
 * cannot hold is no text.
 */
const heard = () => told().filter((line) => /: {2}(42|22(?!003)|XX)\w*: /.test(line))

describe('a hostile text', () => {
  const everybody = () => story.colleague(ROLES.filter((role) => role !== 'PARTNER'))
  let slots: readonly Slot[]
  beforeAll(() => {
    slots = slotsOf(buildSchema(), fitting)
  })

  it('would be heard if it came through', async () => {
    const before = heard().length
    for (const text of [`'`, `'; drop`]) await database.pool.query(`select '${text}'`).catch(() => undefined)
    await database.pool.query('select $1::timestamptz', [EXTREME_TIMES[0]]).catch(() => undefined)
    expect(heard().length - before).toBe(3)
    told = await database.hear()
  })

  it('has many places to stand', () => {
    expect(slots.length).toBeGreaterThan(300)
    const names = slots.map(({ name }) => name)
    expect(names).toEqual(
      expect.arrayContaining([
        'query complaints(after)',
        'query complaints(orderBy)',
        'query complaints(filter.number)',
        'query node(id)',
        'mutation registerComplaint(input.facts)',
      ]),
    )
  })

  it('would be read there: every document fits the schema', async () => {
    const person = await everybody()
    const unfit: string[] = []
    for (const slot of slots.filter(({ operation, type }) => operation === 'query' && type !== 'Int')) {
      const value = fitting(slot.name.replace(/.*[(.]|\)/g, ''), slot.type)
      if (value === undefined || slot.name.includes('(after)') || HAS_RULES.test(slot.name)) continue
      const { body } = await person.run(slot.document, slot.with(value))
      // That there is no such record was found out by asking.
      if (/"code":"(?!NOT_FOUND)\w+"/.test(body) && body.includes('"errors"'))
        unfit.push(`${slot.name}: ${slot.document} ${body}`)
    }
    expect(unfit).toEqual([])
  })

  it(
    'is a text to the database wherever it stands, and no fault',
    async () => {
      const random = fc.sample(hostileString(), {
        numRuns: slots.length * RUNS + 1,
        seed: Number(process.env['SEED'] ?? Date.now()),
      })
      const faults: string[] = []
      let asked = 0
      let person: Person | undefined
      let root: string | undefined
      for (const [n, slot] of slots.entries()) {
        if (slot.root !== root) person = await everybody()
        root = slot.root
        for (const value of triesAt(slot, n, random.slice(n * RUNS, (n + 1) * RUNS))) {
          const variables = slot.with(value)
          if (slot.orders.length > 0) variables['orderBy'] = slot.orders[asked % slot.orders.length]
          const headers = { 'x-forwarded-for': `198.51.${asked % 250}.${Math.floor(asked / 250) % 250}` }
          let { status, body } = await person!.run(slot.document, variables, headers)
          // Some of the mutations end the sessions of whoever sends them, or take their roles.
          if (body.includes('"code":"UNAUTHENTICATED"') || body.includes('"code":"FORBIDDEN"')) {
            person = await everybody()
            ;({ status, body } = await person.run(slot.document, variables, headers))
          }
          asked += 1
          if (status >= 500 || FAULT.test(body))
            faults.push(
              `${slot.name} = ${JSON.stringify(value)?.slice(0, 120)}: ${status} ${body.slice(0, 200)}`,
            )
        }
      }
      if (RUNS > 0) process.stdout.write(`${slots.length} places, ${asked} texts\n`)
      expect({ faults: faults.slice(0, 40), count: faults.length, told: heard().slice(0, 40) }).toEqual({
        faults: [],
        count: 0,
        told: [],
      })
    },
    PATIENCE,
  )

  it(
    'is none where a name is looked up before anybody is signed in, nor in what is sought, whichever it is',
    async () => {
      const faults: string[] = []
      const person = await story.colleague(['CS_MANAGER'])
      heard()
      for (const slot of slots.filter(({ root }) => /^(signIn|signInAs|clients|findClients)$/.test(root))) {
        if (slot.type !== 'String') continue
        // Strangers have few turns a second.
        const tried = slot.root.startsWith('signIn')
          ? HOSTILE_STRINGS.filter((text) => /[\p{Cc}\p{Surrogate}]/u.test(text))
          : HOSTILE_STRINGS
        for (const [at, value] of tried.entries()) {
          const headers = { 'x-forwarded-for': `198.52.0.${at % 250}` }
          const asker = slot.root.startsWith('signIn') ? story.stranger() : person
          const { status, body } = await asker.run(slot.document, slot.with(value), headers)
          if (status >= 500 || FAULT.test(body))
            faults.push(`${slot.name} = ${JSON.stringify(value)}: ${body}`)
        }
      }
      expect([faults, heard()]).toEqual([[], []])
    },
    PATIENCE,
  )

  it(
    'is heard by nobody in headers and addresses either',
    async () => {
      const session = story.as('ADMIN').token
      const sendable = HOSTILE_STRINGS.filter((text) => /^[\t\u0020-\u007e\u0080-\u00ff]*$/.test(text))
      for (const text of [...sendable, ...HOSTILE_STRINGS.map(encoded)]) {
        for (const headers of [
          { cookie: `steward=${text}` },
          { authorization: `Bearer stw_${text}` },
          { 'idempotency-key': text, cookie: `steward=${session}` },
          { 'accept-language': text },
          { 'user-agent': text, 'x-forwarded-for': text },
        ] as Record<string, string>[]) {
          const payload = {
            query: 'mutation { signIn(input: { signInName: "a@b", password: "c" }) { __typename } }',
          }
          const { statusCode, body } = await server.inject({
            method: 'POST',
            url: '/graphql',
            headers,
            payload,
          })
          expect([statusCode < 500, FAULT.test(body)], `${JSON.stringify(headers)} ${body}`).toEqual([
            true,
            false,
          ])
        }
        for (const url of [
          `/files/${encoded(text)}`,
          `/files/imports?name=${encoded(text)}`,
          `/files/ledger.jsonl?from=${encoded(text)}`,
        ]) {
          const { statusCode } = await server.inject({
            method: 'GET',
            url,
            headers: { cookie: `steward=${session}` },
          })
          expect(statusCode, url).toBeLessThan(500)
        }
      }
      expect(heard()).toEqual([])
    },
    PATIENCE,
  )
})
