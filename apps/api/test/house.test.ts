/** Promises of the house that a single feature cannot keep: one word, one road, one table. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  COMPLAINT_ACTIONS,
  COMPLAINT_ACTION_LABELS,
  COMPLAINT_EVENT_LABELS,
  COMPLAINT_INPUTS,
  COMPLAINT_TRANSITIONS,
  PERMISSIONS,
  POLICY,
  TASK_ACTIONS,
} from '@steward/domain'
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isUnionType,
  type GraphQLObjectType,
} from 'graphql'
import { describe, expect, it } from 'vitest'
import { classOf } from '../src/database/columns.ts'
import { actionName } from '../src/reads/action-name.ts'
import { buildSchema, printSdl, READ_MODEL } from '../src/schema.ts'
import { OUTBOX_CONSUMERS } from '../src/worker/outbox-consumers.ts'
import { SWEEPS } from '../src/worker/sweeps.ts'

const schema = buildSchema()
const jobs = OUTBOX_CONSUMERS.filter(({ effect }) => effect === 'job')
const queries = schema.getQueryType()!.getFields()
const mutations = schema.getMutationType()!.getFields()
const subscriptions = schema.getSubscriptionType()!.getFields()
const repository = join(import.meta.dirname, '../../..')

describe('the contract', () => {
  it('is committed as it is built', () => {
    const committed = readFileSync(join(repository, 'packages/graphql-client/schema.graphql'), 'utf8')
    expect(committed, 'run `npm run schema` and commit the result').toBe(printSdl(schema))
  })

  it('describes every type, and every root field', () => {
    const undescribed = Object.values(schema.getTypeMap())
      .filter((type) => !type.name.startsWith('__') && !isInputObjectType(type) && !type.description)
      .map(({ name }) => name)
    const silent = [
      ...Object.values(queries),
      ...Object.values(mutations),
      ...Object.values(subscriptions),
    ].filter(({ description }) => !description)
    expect([...undescribed, ...silent.map(({ name }) => name)].filter((name) => !BUILT_IN.has(name))).toEqual(
      [],
    )
  })
})
const BUILT_IN = new Set(['Query', 'Mutation', 'Subscription', 'String', 'Int', 'Float', 'Boolean', 'ID'])

describe('the door', () => {
  const named = new Set<string>([...PERMISSIONS, 'anonymous', 'signed-in'])

  it.each([...Object.values(queries), ...Object.values(mutations), ...Object.values(subscriptions)])(
    '$name names a permission of POLICY',
    (field) => {
      expect(named).toContain(field.extensions.permission)
    },
  )

  it('is open to strangers only where somebody comes in', () => {
    const open = [...Object.values(queries), ...Object.values(mutations), ...Object.values(subscriptions)]
      .filter(({ extensions }) => extensions.permission === 'anonymous')
      .map(({ name }) => name)
    expect(open.sort()).toEqual([
      'beginPasskeySignIn',
      'completeSignIn',
      'demonstrationSignIns',
      'requestPasswordReset',
      'signIn',
      'signInAs',
      'signInWithPasskey',
      'signOut',
      'usePasswordReset',
      'viewer',
    ])
  })
})

describe('mutations', () => {
  it.each(Object.values(mutations))(
    '$name takes exactly one input and answers a union with its refusals',
    (field) => {
      const pascal = field.name.charAt(0).toUpperCase() + field.name.slice(1)
      expect(field.args.map(({ name }) => name)).toEqual(['input'])
      expect(String(field.args[0]!.type)).toBe(`${pascal}Input!`)
      expect(String(field.type)).toBe(`${pascal}Payload!`)
      const union = getNamedType(field.type)
      const members = isUnionType(union) ? union.getTypes() : []
      expect(members.map(({ name }) => name)).toContain('InvalidInputError')
      const isRefusal = (type: GraphQLObjectType) =>
        type.getInterfaces().some(({ name }) => name === 'UserError')
      expect(members.filter((type) => !isRefusal(type))).toHaveLength(1)
    },
  )
})

describe('one word', () => {
  const enumValues = (name: string) => {
    const type = schema.getType(name)
    return isEnumType(type) ? type.getValues().map(({ name: value }) => value) : []
  }
  const withComplaint = (action: string) => new RegExp(`^${action}(Of)?Complaint$`)

  it.each(COMPLAINT_ACTIONS)(
    '%s is table row, permission, input, mutation, enum value and two labels',
    (action) => {
      expect(
        COMPLAINT_TRANSITIONS.some(
          (row) => row.action === action && row.permission === `complaint:${action}`,
        ),
      ).toBe(true)
      expect(POLICY).toHaveProperty([`complaint:${action}`])
      expect(COMPLAINT_INPUTS).toHaveProperty(action)
      const [mutation] = Object.values(mutations).filter(({ name }) => withComplaint(action).test(name))
      expect(mutation?.extensions.permission).toBe(`complaint:${action}`)
      expect(enumValues('ComplaintAction')).toContain(actionName(action))
      expect(COMPLAINT_ACTION_LABELS).toHaveProperty(action)
      expect(COMPLAINT_EVENT_LABELS).toHaveProperty(action)
    },
  )

  it.each(TASK_ACTIONS)('%s of an order is permission, mutation and enum value', (action) => {
    expect(POLICY).toHaveProperty([`task:${action}`])
    expect(mutations[`${action}Task`]?.extensions.permission).toBe(`task:${action}`)
    expect(enumValues('TaskAction')).toContain(actionName(action))
  })
})

describe('field classes', () => {
  const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const published = [...READ_MODEL.projections.values()].flatMap((projection) =>
    Object.entries(projection.fields).map(([name, field]) => ({
      type: projection.type,
      name,
      field,
      entity: projection.entity,
    })),
  )

  it('are the same where a value is published and where it is copied', () => {
    const different = published.flatMap(({ type, name, field, entity }) => {
      if (field.kind !== 'column' || !entity) return []
      const copied = classOf(entity as unknown as new () => object, camel(field.column))
      return copied === field.class ? [] : [`${type}.${name}: published ${field.class}, copied ${copied}`]
    })
    expect(different).toEqual([])
  })

  it('hide nothing behind a field that may not be null', () => {
    const lying = published.flatMap(({ type, name, field }) => {
      const object = schema.getType(type)
      const declared = isObjectType(object) ? object.getFields()[name] : undefined
      const mayHide =
        field.permission !== undefined && field.permission !== READ_MODEL.projections.get(type)!.permission
      return declared && mayHide && String(declared.type).endsWith('!') ? [`${type}.${name}`] : []
    })
    expect(lying).toEqual([])
  })
})

describe('the worker', () => {
  it('does nothing that the page of the system has no words for', () => {
    const words = readFileSync(join(repository, 'apps/admin/src/system/loop-words.ts'), 'utf8')
    const named = [...SWEEPS.map(({ name }) => name), ...jobs.map(({ name }) => name)]
    expect(named.filter((name) => !new RegExp(`^ {2}'?${name}'?: `, 'm').test(words))).toEqual([])
  })
})

describe('the tree', () => {
  const sources = (folder: string): string[] =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/generated|node_modules|dist|\.test\./.test(name))
      .map((name) => join(folder, name))

  it.each(['packages', 'apps'])('has no file above 300 lines in %s', (folder) => {
    const long = readdirSync(join(repository, folder))
      .flatMap((name) => sources(join(folder, name, 'src')))
      .filter((file) => readFileSync(join(repository, file), 'utf8').split('\n').length > 301)
    // Resolvers and the one barrel are tables of contents.
    const told = (file: string) =>
      !file.includes('resolver') && file !== join('packages', 'domain/src/index.ts')
    expect(long.filter(told)).toEqual([])
  })
})
