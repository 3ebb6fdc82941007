/**
 * Canaries in every column that can hold a text, of two organizations (threat T11): no answer sings of what its asker may not see,
 * whether a document fits or not, and also while the database itself fails and quotes rows in its errors. Neither does the log.
 * `RUNS` says how many answers are searched; the drill has many.
 */
import { Writable } from 'node:stream'
import { rolesHolding, ROLES, type Permission, type Role } from '@steward/domain'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { fillTables } from '../../test/fill-tables.ts'
import { generateDocument, type Samples } from '../../test/generated-document.ts'
import { hostileString } from '../../test/hostile-strings.ts'
import { PRODUCT_ROWS } from '../../test/product-rows.ts'
import { slotsOf, type Slot } from '../../test/schema-slots.ts'
import { testServer } from '../../test/server.ts'
import { hashToken, newToken } from '../access/token.ts'
import { toGlobalId, type NodeType } from '../graphql/global-id.ts'
import { buildSchema, READ_MODEL } from '../schema.ts'

const RUNS = Number(process.env['RUNS'] ?? 1_500)
const PATIENCE = 180_000 + RUNS * 20

/** Each column has a canary of its own in each organization: F in the foreign one, S in that of whoever asks. */
const columns: string[] = []
const canary = (where: 'F' | 'S') => (column: string) => {
  if (!columns.includes(column)) columns.push(column)
  return `CNRY${where}${String(columns.indexOf(column)).padStart(4, '0')}`
}
const SONG = /CNRY([FS])(\d{4})/g
/** Bytes are told in hex, where they are told; what is told in base64 is read. */
const BYTES = /434e5259/i
/** A cursor holds what its rows are sorted by: whoever may see that may have it in a cursor. */
const read64 = (text: string): string =>
  [...text.matchAll(/[\w+/-]{12,}/g)]
    .map(([word]) => Buffer.from(word, 'base64').toString('latin1'))
    .join(' ')

let database: TestDatabase
let server: FastifyInstance
let schema: GraphQLSchema
let organizationId: string
let logged = ''
const people: { readonly role: Role | undefined; readonly person: Person }[] = []
let samples: Samples
let slots: readonly Slot[]

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  schema = buildSchema()
  const filling = { schema, model: READ_MODEL, rowsPerTable: ROLES.length + 2, ...PRODUCT_ROWS }
  const foreign = await fillTables(database.pool, { ...filling, seed: 11, text: canary('F') })
  const own = await fillTables(database.pool, { ...filling, seed: 12, text: canary('S') })
  organizationId = own.organizationId
  const log = new Writable({
    write(chunk: Buffer, _, done) {
      logged += chunk.toString()
      done()
    },
  })
  server = await testServer(database, { log: pino({ level: 'trace' }, log) })
  people.push({ role: undefined, person: new Person(server, '', undefined) })
  for (const [at, role] of ROLES.filter((each) => each !== 'PARTNER').entries()) {
    const token = newToken()
    const staffId = own.ids.get('staff')![at]!
    await database.asSuperuser(async (client) => {
      await client.query('update staff set disabled_at = null where id = $1', [staffId])
      await client.query('delete from staff_role where org_id = $1 and staff_id = $2', [
        own.organizationId,
        staffId,
      ])
      await client.query(
        'insert into staff_role (org_id, id, staff_id, role) values ($1, gen_random_uuid(), $2, $3)',
        [own.organizationId, staffId, role],
      )
      await client.query(
        `insert into session (token_hash, id, org_id, staff_id, version, created_at, last_seen_at, idle_seconds, expires_at, proved_at, proved_by)
         values ($1, gen_random_uuid(), $2, $3, 1, now(), now(), 86400, now() + interval '1 day', now(), 'PASSWORD')`,
        [hashToken(token), own.organizationId, staffId],
      )
    })
    people.push({ role, person: new Person(server, staffId, token) })
  }
  const published = [...READ_MODEL.projections.values()].filter(({ prefix }) => prefix !== null)
  const idsOf = ({ ids }: typeof own) =>
    published.flatMap(({ type, table }) =>
      (ids.get(table) ?? []).slice(0, 4).map((id) => toGlobalId(type as NodeType, id)),
    )
  const ids = [...idsOf(own), ...idsOf(foreign)]
  samples = {
    byName: { first: [1, 5, 20] },
    byType: {
      ID: ids,
      String: ['2', 'CNRY', 'CNRYF', '漏水', `'`],
      Boolean: [true, false],
      Int: [1, 2, 3],
      MinorUnits: [1],
      DateTime: ['2026-01-03T00:00:00Z'],
      LocalDate: ['2026-03-14'],
    },
    without: [],
  }
  let next = 0
  slots = slotsOf(schema, (_, type) => {
    const known = type === 'ID' ? ids : samples.byType[type]
    return known?.[(next += 1) % known.length]
  }).filter(({ root }) => !ENDS_SESSIONS.test(root))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** Whoever asks goes on asking. */
const ENDS_SESSIONS =
  /^(signOut|signIn|signInAs|revoke|disable|end|changePassword|proveIdentity|setRoles|changeRoles)/i

/** What another record shows by an expression of its own, under that permission: the grade on the client, assumptions beside their figures. */
const SHOWN_ELSEWHERE: Readonly<Record<string, Permission>> = {
  'evaluation.final_grade': 'client:readGrade',
  'grading_cycle.number': 'client:readGrade',
  'value_assumption.reason': 'valueAssumption:read',
}

/** Whether somebody of that role may see some value of that column: one published field shows it under a permission of theirs. */
const shownTo = (role: Role | undefined, column: string): boolean =>
  role !== undefined &&
  (showsColumn(role, column) || (column in SHOWN_ELSEWHERE && holds(role, SHOWN_ELSEWHERE[column]!)))
const showsColumn = (role: Role, column: string): boolean =>
  [...READ_MODEL.projections.values()].some(({ table, permission, fields }) =>
    Object.values(fields).some((field) => {
      const names = field.kind === 'column' ? [field.column] : []
      const rule = field.permission ?? permission
      return names.some((name) => `${table}.${name}` === column) && holds(role, rule)
    }),
  )
const holds = (role: Role, rule: Permission | 'signed-in' | 'anonymous'): boolean =>
  rule === 'signed-in' || rule === 'anonymous' || rolesHolding(rule).includes(role)

const strayIn = (text: string, role: Role | undefined): readonly string[] => [
  ...[...`${text} ${read64(text)}`.matchAll(SONG)]
    .map(([, where, at]) => ({ where, column: columns[Number(at)]! }))
    .filter(({ where, column }) => where === 'F' || !shownTo(role, column))
    .map(({ where, column }) => `${where === 'F' ? 'foreign' : 'own'} ${column}`),
  ...(BYTES.test(text) ? ['bytes'] : []),
]
const TELLS =
  /\bat .*\.(ts|js):\d|node_modules|\/apps\/|select .{1,200}? from |insert into|update .{1,99}? set |violates|pg_|relation "/i

/** However often it was escaped on its way. */
const plain = (text: string): string => text.replaceAll('\\', '')

/** One random request: a generated document, one that was spoilt, or a text in one place of the schema. */
const request = (draw: fc.GeneratorValue): { query: string; variables: object } => {
  const kind = draw(fc.nat, 9)
  if (kind < 3) {
    const slot = draw(fc.constantFrom<Slot[]>, ...slots)
    const value = draw(fc.boolean)
      ? draw(fc.constantFrom<unknown[]>, ...samples.byType['ID']!)
      : draw(hostileString)
    return { query: slot.document, variables: slot.with(value) }
  }
  const { source, variables } = generateDocument(draw, schema, samples)
  if (kind < 7) return { query: source, variables }
  if (kind === 7) {
    const wrong = Object.fromEntries(Object.keys(variables).map((name) => [name, draw(fc.jsonValue)]))
    return { query: source, variables: wrong }
  }
  const at = draw(fc.nat, source.length)
  const spoilt = `${source.slice(0, at)}${draw(hostileString)}${source.slice(at + draw(fc.nat, 8))}`
  return { query: spoilt, variables }
}

/** Faults of the database whose messages quote rows: a value that is none of its type, a row that breaks a rule. */
const FORCED: readonly (readonly [begin: string, end: string] | undefined)[] = [
  undefined,
  ...['complaint.summary', 'client.name', 'staff.name', 'department.name', 'notice.title_zh'].map(
    (column) => {
      const [table, name] = column.split('.')
      const policy = `create policy singing on ${table} as restrictive for select to steward_app using (${name}::int > 0)`
      return [policy, `drop policy singing on ${table}`] as const
    },
  ),
  undefined,
  ...['complaint', 'audit_entry', 'staff', 'department', 'saved_view', 'notice_preference'].map(
    (table) =>
      [
        `alter table ${table} add constraint singing check (false) not valid`,
        `alter table ${table} drop constraint singing`,
      ] as const,
  ),
]

describe('a canary', () => {
  it('sits in many columns of both organizations', () => {
    expect(columns.length).toBeGreaterThan(140)
    expect(columns).toEqual(
      expect.arrayContaining([
        'client.phone',
        'complaint.facts',
        'staff_credential.secret_hash',
        'second_factor.sealed_secret',
      ]),
    )
  })

  it('is heard where it may be', async () => {
    const manager = people.find(({ role }) => role === 'GENERAL_MANAGER')!.person
    const { body } = await manager.run('{ complaints(first: 20) { edges { node { summary } } } }')
    expect(body).toContain(canary('S')('complaint.summary'))
    expect(strayIn(body, 'GENERAL_MANAGER')).toEqual([])
    expect(strayIn(body, undefined)).toContain('own complaint.summary')
  })

  it('sings in the errors of the database, which tell it no further', async () => {
    const [begin, end] = FORCED[1]!
    await database.owner.query(begin)
    const manager = people.find(({ role }) => role === 'GENERAL_MANAGER')!.person
    const reading = database.asSuperuser(async (client) => {
      await client.query(`begin; set local role steward_app`)
      await client.query(`select set_config('app.org_id', $1, true)`, [organizationId])
      await client.query('select summary from complaint')
    })
    await expect(reading).rejects.toThrow(canary('S')('complaint.summary'))
    const { body } = await manager.run('{ complaints(first: 20) { edges { node { summary } } } }')
    expect(body).toMatch(/"code":"(INTERNAL|BAD_REQUEST)"/)
    expect(body).not.toContain('CNRY')
    await database.owner.query(end)
  })

  it(
    'sings to nobody who may not hear it, in no answer and in no log',
    async () => {
      const found = new Set<string>()
      const tally: Record<string, number> = {}
      const each = Math.ceil(RUNS / FORCED.length)
      for (const forced of FORCED) {
        if (forced) await database.owner.query(forced[0])
        const sample = fc.sample(
          fc.gen().map((draw) => ({ ...request(draw), asker: draw(fc.nat, people.length - 1) })),
          { numRuns: each, ...(process.env['SEED'] ? { seed: Number(process.env['SEED']) } : {}) },
        )
        for (const { query, variables, asker } of sample) {
          const { role, person } = people[asker]!
          const { body } = await person.run(query, variables as Record<string, unknown>)
          const outcome = /"code":"([A-Z_]{5,})"/.exec(body)?.[1] ?? 'ANSWERED'
          tally[outcome] = (tally[outcome] ?? 0) + 1
          // What somebody wrote may be said back to them.
          const asked = plain(`${query}${JSON.stringify(variables)}`)
          for (const stray of strayIn(body, role)) found.add(`${role}: ${stray} by ${query.slice(0, 200)}`)
          const tells = TELLS.exec(plain(body))?.[0]
          if (tells && !asked.includes(tells)) found.add(`${role}: ${tells} in ${body.slice(0, 300)}`)
          if (logged.length > 0) {
            if (logged.search(SONG) !== -1 || BYTES.test(logged)) found.add(`logged: ${logged.slice(0, 600)}`)
            logged = ''
          }
        }
        if (forced) await database.owner.query(forced[1])
      }
      if (process.env['RUNS']) process.stdout.write(`${JSON.stringify(tally)}\n`)
      expect([...found].slice(0, 25)).toEqual([])
      // Every way in was tried: answers, refusals and faults.
      expect(Object.keys(tally)).toEqual(
        expect.arrayContaining(['ANSWERED', 'BAD_REQUEST', 'FORBIDDEN', 'INTERNAL']),
      )
    },
    PATIENCE,
  )
})
