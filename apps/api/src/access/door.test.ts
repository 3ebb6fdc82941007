/** Every role, and nobody, at every root field: exactly as POLICY says. */
import { hasPermission, PARTNER_SCOPES, ROLES, type Permission, type Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isEnumType,
  isNonNullType,
  isListType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { Person } from '../../test/as.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { buildSchema } from '../schema.ts'

const schema = buildSchema()
type RootField = { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }
const ROOT_FIELDS: RootField[] = [
  ...Object.values(schema.getQueryType()!.getFields()).map((field) => ({ kind: 'query', field }) as const),
  ...Object.values(schema.getMutationType()!.getFields()).map(
    (field) => ({ kind: 'mutation', field }) as const,
  ),
]

/** A value that fits the type and names nothing that exists. */
const sample = (type: GraphQLInputType, name?: string): unknown => {
  if (isNonNullType(type)) return sample(type.ofType, name)
  if (name === 'period') return '2026-11'
  if (isListType(type)) return []
  if (isEnumType(type)) return type.getValues()[0]!.name
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return Object.fromEntries(required.map((field) => [field.name, sample(field.type, field.name)]))
  }
  return (
    {
      ID: 'cmp_00000000000070008000000000000001',
      Int: 1,
      Boolean: false,
      DateTime: '2026-01-01T00:00:00.000Z',
      LocalDate: '2026-01-01',
      MinorUnits: 1,
    }[type.name] ?? 'x'
  )
}

const documentOf = ({ kind, field }: RootField) => {
  const required = field.args.filter(({ type }) => isNonNullType(type))
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
  const passed = required.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isCompositeType(getNamedType(field.type)) ? ' { __typename }' : ''
  return {
    query: `${kind}${declared && `(${declared})`} { ${field.name}${passed && `(${passed})`}${selection} }`,
    variables: Object.fromEntries(required.map(({ name, type }) => [name, sample(type)])),
  }
}

let database: TestDatabase
let server: FastifyInstance
let story: Story
const programs = new Map<readonly Permission[], Person>()

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  for (const scopes of [[], ...PARTNER_SCOPES.map((scope) => [scope])])
    programs.set(scopes, await story.program(scopes))
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/** What the door says: FORBIDDEN or UNAUTHENTICATED; anything later (a refusal, NOT_FOUND, an answer) counts as let through. */
const atTheDoor = async (root: RootField, person: Person): Promise<string> => {
  const { query, variables } = documentOf(root)
  const { errors } = await person.run(query, variables)
  const code = errors[0]?.extensions.code
  // A request that does not fit meets nobody; one that a rule of its field refuses was let in.
  if ((code === 'BAD_REQUEST' && !errors[0]!.path) || code === 'INTERNAL')
    throw new Error(`${root.field.name}: ${errors[0]!.message}`)
  return code === 'FORBIDDEN' || code === 'UNAUTHENTICATED' ? code : 'through'
}

const expected = ({ kind, field }: RootField, role: Role | undefined): string => {
  const permission = field.extensions.permission as Permission | 'anonymous' | 'signed-in'
  // Signing in and out is for browsers: a program has come in already.
  if (permission === 'anonymous') return role === 'PARTNER' && kind === 'mutation' ? 'FORBIDDEN' : 'through'
  if (!role) return 'UNAUTHENTICATED'
  return permission === 'signed-in' || hasPermission({ roles: [role] }, permission) ? 'through' : 'FORBIDDEN'
}

/** What a program meets whose credential has one scope, or none. */
const expectedOfProgram = ({ kind, field }: RootField, scopes: readonly Permission[]): string => {
  const permission = field.extensions.permission as Permission | 'anonymous' | 'signed-in'
  if (permission === 'anonymous') return kind === 'mutation' ? 'FORBIDDEN' : 'through'
  if (permission === 'signed-in') return 'through'
  return hasPermission({ roles: ['PARTNER'], scopes }, permission) ? 'through' : 'FORBIDDEN'
}

/** Signing out, and proving oneself, would take the session away under the feet of the next cell. */
const CELLS = ROOT_FIELDS.filter(
  ({ field }) => !['signOut', 'proveIdentity', 'endOtherSessions'].includes(field.name),
).map((root) => ({
  name: root.field.name,
  root,
}))

describe('the door, before anything is read or written', () => {
  it.each(CELLS)('$name: each role and nobody', async ({ root }) => {
    const met: Record<string, string> = {}
    const policy: Record<string, string> = {}
    for (const role of [...ROLES, undefined]) {
      met[role ?? 'nobody'] = await atTheDoor(root, role ? story.as(role) : story.stranger())
      policy[role ?? 'nobody'] = expected(root, role)
    }
    expect(met).toEqual(policy)
  })

  it.each(CELLS)('$name: a program with one scope, and with none', async ({ root }) => {
    const met: Record<string, string> = {}
    const policy: Record<string, string> = {}
    for (const [scopes, program] of programs) {
      met[scopes.join()] = await atTheDoor(root, program)
      policy[scopes.join()] = expectedOfProgram(root, scopes)
    }
    expect(met).toEqual(policy)
  })
})
