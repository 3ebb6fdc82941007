/**
 * No audit, no change (threat T26). Each mutation is tried first while the database refuses to write audit entries, then with
 * that mended: whatever succeeds then must have failed before, as a fault, and have changed no row.
 */
import { ROLES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { toGlobalId } from '../src/graphql/global-id.ts'
import { buildSchema } from '../src/schema.ts'
import { Person, type Payload } from './as.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { caseIn } from './road.ts'
import { rowsOf } from './rows-of.ts'
import { testServer } from './server.ts'
import { given, type Story } from './story.ts'

const MUTATIONS = Object.values(buildSchema().getMutationType()!.getFields()).filter(
  ({ extensions }) => extensions.permission !== 'anonymous',
)
/** They keep no record of the business, so they owe no audit: what is only begun, what one has read, how one wants to be told. */
const WITHOUT_AUDIT = /^(begin.*|setUp.*|mark.*Read|change.*Preferences|.*View|.*Draft)$/

let database: TestDatabase
let server: FastifyInstance
let story: Story
let [partnerId, endpointId, messageId, colleagueId] = ['', '', '', '']
const rehearsed = new Set<string>()

/** Sends it with the audit broken, then as it is; answers the second reply. */
const rehearse = async (name: string, send: () => Promise<Payload>): Promise<Payload> => {
  const before = await rowsOf(database, story.orgId)
  await database.asSuperuser((client) => client.query('revoke insert on audit_entry from steward_app'))
  const broken = await send().then(
    ({ __typename, code }) => code ?? __typename,
    (error: Error) => /"code":"(\w+)"/.exec(error.message)?.[1] ?? error.message,
  )
  await database.asSuperuser((client) => client.query('grant insert on audit_entry to steward_app'))
  const after = await rowsOf(database, story.orgId)
  const mended = await send()
  const done = mended.code === undefined && !mended.__typename.endsWith('Error')
  if (done && !WITHOUT_AUDIT.test(name)) {
    expect([name, broken]).toEqual([name, 'INTERNAL'])
    rehearsed.add(name)
  }
  if (!WITHOUT_AUDIT.test(name)) expect(after).toEqual(before)
  return mended
}

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { log: { info() {}, warn() {}, error() {} } as never })
  story = await given(database, server)
  colleagueId = story.ids.staff.SALES
  const admin = story.as('ADMIN')
  const { partners } = await admin.get<{ partners: { id: string }[] }>('{ partners { id } }')
  partnerId = partners[0]!.id
  const input = { partnerId, url: 'https://hooks.example.com/', events: ['complaint.closed'] }
  const issued = await admin.does<{ endpoint: Payload }>('addWebhookEndpoint', input, 'endpoint { id }')
  endpointId = issued.endpoint.id
  messageId = (await admin.does('testWebhookEndpoint', { endpointId }, 'id')).id
})
afterAll(async () => {
  vi.restoreAllMocks()
  await server.close()
  await database.close()
})

/** A value that fits; ids are those of the story's own records. */
const fit = (type: GraphQLInputType, name: string): unknown => {
  if (isNonNullType(type)) return fit(type.ofType, name)
  if (isListType(type)) return [fit(type.ofType, name)]
  if (isEnumType(type)) return type.getValues().at(-1)!.name
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return Object.fromEntries(needed.map((field) => [field.name, fit(field.type, field.name)]))
  }
  if (type.name === 'ID') return ownIds().find(([pattern]) => pattern.test(name))?.[1] ?? 'cmp_none'
  if (name === 'url') return `https://t26-${(counted += 1)}.example.com/`
  if (name === 'events') return 'complaint.closed'
  const later = new Date(Date.now() + 86_400_000).toISOString()
  const named = { Int: 1, Boolean: true, MinorUnits: 1, RawValue: 1, DateTime: later }[type.name]
  return named ?? `T26 ${name} ${(counted += 1)}`
}
let counted = 100

const ownIds = (): readonly (readonly [RegExp, string])[] => [
  [/department/i, story.ids.departments.headquarters],
  [/staff|assignee/i, colleagueId],
  [/client/i, story.ids.client],
  [/building/i, story.ids.building],
  [/project/i, story.ids.project],
  [/category/i, story.ids.category],
  [/partner/i, partnerId],
  [/endpoint/i, endpointId],
  [/message/i, messageId],
]

describe('while no audit entry can be written', () => {
  it('a case goes no step along its road', async () => {
    const does = Person.prototype.does
    const spy = vi.spyOn(Person.prototype, 'does').mockImplementation(async function (
      this: Person,
      name,
      ...rest
    ) {
      return rehearse(name, () => does.call(this, name, ...rest) as Promise<Payload>) as never
    })
    const closed = await caseIn(story, 'CLOSED')
    spy.mockRestore()
    expect(closed.status).toBe('CLOSED')
    expect([...rehearsed]).toEqual(
      expect.arrayContaining([
        'registerComplaint',
        'acknowledgeComplaint',
        'investigateComplaint',
        'proposeComplaint',
        'approveComplaint',
        'offerComplaint',
        'confirmComplaint',
        'dispatchComplaint',
        'acceptTask',
        'completeTask',
        'resolveComplaint',
        'followUpComplaint',
        'closeComplaint',
      ]),
    )
  }, 120_000)

  it('nothing else is changed by any mutation either', async () => {
    for (const field of MUTATIONS.filter(({ name }) => !rehearsed.has(name))) {
      // Some of them end the sessions of whoever sends them.
      const everyRole = await story.colleague(ROLES.filter((role) => role !== 'PARTNER'))
      // Whom nobody has changed yet, whatever came before.
      colleagueId = toGlobalId('Staff', (await story.colleague(['SALES'])).staffId)
      const input = fit(field.args[0]!.type, 'input')
      const query = `mutation($input: ${String(field.args[0]!.type)}) { ${field.name}(input: $input) { __typename ${
        'getTypes' in getNamedType(field.type) ? '... on UserError { code }' : ''
      } } }`
      await rehearse(field.name, async () => {
        const { data, errors } = await everyRole.run<Record<string, Payload>>(query, { input })
        return data?.[field.name] ?? ({ __typename: 'Error', code: errors[0]?.extensions.code } as Payload)
      })
    }
    expect([...rehearsed]).toEqual(
      expect.arrayContaining([
        'revealPhoneOfClient',
        'changeProject',
        'addBuilding',
        'changeStaff',
        'addPartner',
        'addWebhookEndpoint',
        'testWebhookEndpoint',
        'replayWebhookMessage',
      ]),
    )
  }, 240_000)
})
