/** Somebody with every role tries the ids of another organization everywhere: they answer like ids that name nothing. */
import { ROLES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { prefixOf } from '../../test/id-prefixes.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { buildSchema } from '../schema.ts'

const schema = buildSchema()
const QUERIES = Object.values(schema.getQueryType()!.getFields())
/** Proving oneself gives the session another token; of two verifications of one ledger the second waits. */
const NAMING_NO_RECORD = ['proveIdentity', 'verifyAudit', 'verifyLedger']
const MUTATIONS = Object.values(schema.getMutationType()!.getFields()).filter(
  ({ extensions, name }) => extensions.permission !== 'anonymous' && !NAMING_NO_RECORD.includes(name),
)

let database: TestDatabase
let server: FastifyInstance
let theirs: Story
let everyRole: Person
/** Ids of the other organization by type prefix. */
let foreign: Readonly<Record<string, string>>

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  const mine = await given(database, server)
  everyRole = await mine.colleague(ROLES)
  theirs = await given(database, server)
  const theirCase = await caseIn(theirs, 'EXECUTING', {})
  const { complaint } = await theirs
    .as('CS_MANAGER')
    .get<{ complaint: { tasks: { id: string }[] } }>(
      'query($id: ID!) { complaint(id: $id) { tasks { id } } }',
      { id: theirCase.id },
    )
  const admin = theirs.as('ADMIN')
  const { partners } = await admin.get<{ partners: { id: string }[] }>('{ partners { id } }')
  const { endpoint } = await admin.does<{ endpoint: { id: string } }>(
    'addWebhookEndpoint',
    { partnerId: partners[0]!.id, url: 'https://theirs.example.com/', events: ['complaint.closed'] },
    'endpoint { id }',
  )
  const message = await admin.does('testWebhookEndpoint', { endpointId: endpoint.id }, 'id')
  const { workingCalendars } = await admin.get<{ workingCalendars: { id: string }[] }>(
    '{ workingCalendars { id } }',
  )
  const { client, unit, building, project, category, departments, staff } = theirs.ids
  const all = [
    theirCase.id,
    complaint.tasks[0]!.id,
    client,
    unit,
    building,
    project,
    category,
    departments.site,
    staff.TECHNICIAN,
    partners[0]!.id,
    endpoint.id,
    message.id,
    workingCalendars[0]!.id,
  ]
  foreign = Object.fromEntries(all.map((id) => [id.slice(0, 3), id]))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** A value that fits, with every id taken from `ids`; members that need not be given are given if they name a record. */
const fit = (type: GraphQLInputType, name: string, ids: (prefix: string) => string): unknown => {
  if (isNonNullType(type)) return fit(type.ofType, name, ids)
  if (isListType(type)) return [fit(type.ofType, name, ids)]
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) {
    const given = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || holdsIds(field.type),
    )
    return Object.fromEntries(given.map((field) => [field.name, fit(field.type, field.name, ids)]))
  }
  if (type.name === 'ID') return ids(prefixOf(name))
  return (
    {
      Int: 1,
      Boolean: true,
      MinorUnits: 1,
      RawValue: 1,
      DateTime: '2030-01-01T00:00:00.000Z',
      LocalDate: '2030-01-01',
    }[type.name] ?? `检查 probe text ${(asked += 1)}`
  )
}

/** No two names are the same: a second record of one name would be refused for that. */
let asked = 2026

const holdsIds = (type: GraphQLInputType): boolean => {
  const named = getNamedType(type)
  return (
    named.name === 'ID' ||
    (isInputObjectType(named) && Object.values(named.getFields()).some((field) => holdsIds(field.type)))
  )
}

const ask = (
  kind: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  ids: (prefix: string) => string,
) => {
  const given = field.args.filter(({ type }) => isNonNullType(type) || holdsIds(type))
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ')
  const named = getNamedType(field.type)
  const refusal =
    kind === 'mutation'
      ? ' ... on UserError { code message } ... on InvalidInputError { fields { path message } }'
      : ''
  const selection = isCompositeType(named) ? ` { __typename${refusal} }` : ''
  const query = `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`
  const variables = Object.fromEntries(
    given.map(({ name, type }) => [name, fit(type, name === 'id' ? field.name : name, ids)]),
  )
  return everyRole.run(query, variables)
}

const absent = (prefix: string) => `${prefix}_${'0'.repeat(12)}7${'0'.repeat(3)}8${'0'.repeat(15)}`
const withoutIds = (body: string) =>
  body.replace(/[a-z]{3}_[0-9a-f]{32}/g, 'ID').replace(/"requestId":"[^"]+"/g, '')

const snapshot = async () => {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.org_id', $1, true)", [theirs.orgId])
    const tables = [
      'complaint',
      'complaint_task',
      'complaint_event',
      'audit_entry',
      'sign_off',
      'staff',
      'staff_role',
      'department',
      'client',
      'webhook_endpoint',
      'webhook_message',
    ]
    const counts = tables.map(
      (table) =>
        `(select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by id)), '') from ${table} t) as ${table}`,
    )
    const { rows } = await client.query(`select ${counts.join(', ')}`)
    await client.query('rollback')
    return rows[0] as object
  } finally {
    client.release()
  }
}

describe('an id of another organization', () => {
  it.each([
    ...QUERIES.map((field) => ({ kind: 'query' as const, name: field.name, field })),
    ...MUTATIONS.map((field) => ({ kind: 'mutation' as const, name: field.name, field })),
  ])('$name answers as for one that names nothing', async ({ kind, field }) => {
    const before = await snapshot()
    const there = await ask(kind, field, (prefix) => foreign[prefix] ?? absent(prefix))
    const nowhere = await ask(kind, field, absent)
    expect(there.body).not.toMatch(/INTERNAL/)
    expect(withoutIds(there.body)).toBe(withoutIds(nowhere.body))
    expect(await snapshot()).toEqual(before)
  })
})
