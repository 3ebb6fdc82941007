/**
 * What comes out of the API of every field that is classed personal or sensitive, for every role, by every way of asking: read at
 * the record, behind every relation and in every list, filtered by, sorted by, counted, paged, told of (threat T8). A field that is
 * published tomorrow is tried by itself. Files and prints have the same in `files-ways-out.test.ts`, errors and logs in
 * `http/canaries.test.ts`.
 */
import { ROLES, type Role } from '@steward/domain'
import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
  type GraphQLSchema,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import {
  classified,
  isClassified,
  isNothing,
  mayEver,
  PROJECTIONS,
  rule,
  toldIn,
  ways,
} from '../../test/classified-ways.ts'
import { equivalence, SEVERAL_ROLES, type Equivalence, type Outcome } from '../../test/equivalence.ts'
import { fillTables } from '../../test/fill-tables.ts'
import { readServer, type ReadServer } from '../../test/read-server.ts'
import { PRODUCT_ROWS } from '../../test/product-rows.ts'
import { referenceReader } from '../../test/reference-reader.ts'
import { loadRows, type Rows } from '../../test/rows.ts'
import { slotsOf, type Slot } from '../../test/schema-slots.ts'
import { signedInAs } from '../../test/signed-in-as.ts'
import type { SignedIn } from '../context.ts'
import type { Field, ListSpec, Projection } from '../reads/projection.ts'
import { toGlobalId, type NodeType } from '../graphql/global-id.ts'
import { buildSchema, READ_MODEL } from '../schema.ts'

const PATIENCE = 400_000
const ROWS = 12
/** With `WHOLE=1` everybody asks by every way; else, where there are more than a few, every other person by each, the others by the next. */
const FEW_WAYS = 2
/** Enough to be somebody's own, and somebody else's. */
const SOME_STARTS = 4
const WHOLE = process.env.WHOLE === '1'

/** They may list all clients, and see the names of some. */
const SEEING_UNEVENLY: readonly (readonly Role[])[] = [
  ['AUDITOR', 'KEY_ACCOUNT_MANAGER'],
  ['AUDITOR', 'SITE_MANAGER'],
]

let database: TestDatabase
let schema: GraphQLSchema
let server: ReadServer
let readers: Equivalence
let rows: Rows
let ids: ReadonlyMap<string, readonly string[]>
let organizationId: string
let slots: readonly Slot[]
const people: SignedIn[] = []

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  schema = buildSchema()
  const filling = { schema, model: READ_MODEL, rowsPerTable: ROWS, ...PRODUCT_ROWS }
  ;({ organizationId, ids } = await fillTables(database.pool, { ...filling, seed: 21 }))
  server = readServer(schema, READ_MODEL, database.pool)
  for (const [at, roles] of [
    ...ROLES.map((role) => [role]),
    ...SEVERAL_ROLES,
    ...SEEING_UNEVENLY,
  ].entries()) {
    const staff = ids.get('staff')!
    people.push(
      await signedInAs(database.pool, {
        organizationId,
        staffId: staff[at % staff.length]!,
        roles,
        departmentId: ids.get('department')![at % 3]!,
        projectIds: ids.get('project')!.slice(0, 1 + (at % 3)),
        buildingIds: ids.get('building')!.slice(0, at % 4),
      }),
    )
  }
  await readAgain()
  let next = 0
  const all = PROJECTIONS.filter(({ prefix }) => prefix !== null).flatMap(({ type, table }) =>
    (ids.get(table) ?? []).slice(0, 2).map((id) => toGlobalId(type as NodeType, id)),
  )
  slots = slotsOf(schema, (_, type) => ({ ID: all[(next += 1) % all.length], Int: 20 })[type] ?? '2')
})
afterAll(async () => {
  await server?.stop()
  await database?.close()
})

const readAgain = async (): Promise<void> => {
  rows = await loadRows(database.pool, organizationId)
  readers = equivalence(
    server,
    referenceReader(schema, READ_MODEL, rows, () => new Date()),
  )
}

const maskedValues = (projection: Projection, field: Field): readonly unknown[] =>
  field.kind === 'column' && field.masked ? rows.of(projection.table).map((row) => row[field.masked!]) : []

describe('a classified field', () => {
  it('has a permission of its own or its record has one, and there are many', () => {
    const all = PROJECTIONS.flatMap((projection) =>
      classified(projection).map(([name, field]) => [`${projection.type}.${name}`, rule(projection, field)]),
    )
    expect(all.filter(([, needed]) => needed === 'anonymous')).toEqual([])
    expect(all.length).toBeGreaterThan(40)
  })

  it(
    'shows its value to those who may see it on that record, and to nobody else: by id, behind every relation, in every list',
    async () => {
      const tried = new Set<string>()
      const shown = new Set<string>()
      const stray = new Set<string>()
      for (const projection of PROJECTIONS.filter((each) => classified(each).length > 0)) {
        const all = ways(schema, ids, projection)
        const isHalf = !WHOLE && all.length > FEW_WAYS
        for (const [way, { source, ids: starts }] of all.entries()) {
          for (const signedIn of isHalf ? people.filter((_, at) => at % 2 === way % 2) : people) {
            for (const id of isHalf ? starts.slice(0, SOME_STARTS) : starts) {
              const variables = id ? { id } : {}
              // Record by record as the table of rules says: the reference reader asks `can()`.
              const { outcome, data } = await readers.answered(source, variables, signedIn)
              if (outcome !== 'COMPARED') continue
              for (const [type, name, value] of toldIn(data)) {
                const of = READ_MODEL.projections.get(type)!
                const field = of.fields[name]!
                tried.add(`${type}.${name}`)
                if (isNothing(value)) continue
                if (mayEver(signedIn.actor.roles, of, field)) shown.add(`${type}.${name}`)
                else if (!maskedValues(of, field).includes(value))
                  stray.add(`${signedIn.actor.roles.join('+')} reads ${type}.${name} by ${source}`)
              }
            }
          }
        }
      }
      expect([...stray]).toEqual([])
      const published = PROJECTIONS.flatMap((each) =>
        classified(each).map(([name]) => `${each.type}.${name}`),
      )
      expect(published.filter((name) => !tried.has(name))).toEqual(UNREACHED)
      // A rule that hid everything from everybody would pass all of the above.
      expect(shown.size).toBeGreaterThan(published.length * 0.8)
    },
    PATIENCE,
  )
})

/** Among rows without a story nobody owes a signature. */
const UNREACHED: readonly string[] = ['SigningDebt.name']

/** Every list, of Query and below records, with the projection of what it lists. */
const lists = (): readonly { readonly field: string; readonly list: ListSpec; readonly of: Projection }[] => [
  ...Object.entries(READ_MODEL.roots).flatMap(([field, root]) =>
    'list' in root ? [{ field, list: root.list, of: READ_MODEL.projections.get(root.type)! }] : [],
  ),
  ...PROJECTIONS.flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([name, field]) =>
      field.kind === 'connection'
        ? [{ field: name, list: field.list, of: READ_MODEL.projections.get(field.type)! }]
        : [],
    ),
  ),
]

describe('a list', () => {
  it(
    'is not filtered by what is hidden: refused where it always is, else without the records where it is',
    async () => {
      let compared = 0
      let refused = 0
      for (const { field, list, of } of lists()) {
        for (const [name, { discloses, test }] of Object.entries(list.filters ?? {})) {
          const told = ['field' in test ? [test.field] : [], discloses].flat()
          const hidden = told
            .map((each) => [each, of.fields[each]!] as const)
            .filter(([, each]) => isClassified(each))
          if (hidden.length === 0) continue
          const places =
            test.kind === 'flag'
              ? [flagged(field, name)]
              : slots.filter(
                  (slot) => slot.name.includes(`${field}(`) && new RegExp(`[.(]${name}[.)]`).test(slot.name),
                )
          expect([`${field}(${name})`, places.length]).not.toEqual([`${field}(${name})`, 0])
          for (const signedIn of people) {
            const isHidden = hidden.some(([, each]) => !mayEver(signedIn.actor.roles, of, each))
            for (const slot of places) {
              for (const value of test.kind === 'flag'
                ? [true, false]
                : fitting(slot, triedValues(of, told))) {
                const outcome = await compareOrNone(slot.document, slot.with(value), signedIn)
                if (isHidden)
                  expect([signedIn.actor.roles, slot.name, outcome]).toEqual([
                    signedIn.actor.roles,
                    slot.name,
                    'FORBIDDEN',
                  ])
                if (outcome === 'FORBIDDEN') refused += 1
                else compared += 1
              }
            }
          }
        }
      }
      expect(refused).toBeGreaterThan(20)
      expect(compared).toBeGreaterThan(20)
    },
    PATIENCE,
  )

  it('is sorted by what is hidden for nobody, and where it is in part, as if there were nothing', async () => {
    const sorted = Object.entries(READ_MODEL.roots).flatMap(([root, spec]) => {
      const of = 'type' in spec ? READ_MODEL.projections.get(spec.type)! : undefined
      if (spec.kind !== 'connection' || !of) return []
      return Object.entries(spec.list.orders)
        .map(([order, keys]) => ({
          root,
          order,
          of,
          hidden: keys.map(([name]) => of.fields[name]!).filter(isClassified),
        }))
        .filter(({ hidden }) => hidden.length > 0)
    })
    const outcomes = new Set<Outcome>()
    for (const { root, order, of, hidden } of sorted) {
      for (const signedIn of people) {
        const source = `{ ${root}(first: 20, orderBy: ${order}) { edges { cursor node { __typename } } totalCount } }`
        const outcome = await readers.compare(source, {}, signedIn)
        outcomes.add(outcome)
        if (hidden.some((key) => !mayEver(signedIn.actor.roles, of, key)))
          expect([signedIn.actor.roles, root, outcome]).toEqual([signedIn.actor.roles, root, 'FORBIDDEN'])
      }
    }
    expect([...outcomes].toSorted()).toEqual(['COMPARED', 'FORBIDDEN'])
  })
})

/** A list of Query that is asked by a mark, as `slotsOf()` has those that take a text. */
const flagged = (root: string, name: string): Pick<Slot, 'name' | 'document' | 'type' | 'with'> => {
  const field = schema.getQueryType()!.getFields()[root]
  if (!field) throw new Error(`No list of Query: ${root}`)
  const alone = field.args.some((argument) => argument.name === name)
  const argument = alone ? `${name}: $it` : `filter: { ${name}: $it }`
  return {
    name: `query ${root}(${name})`,
    type: 'Boolean',
    document: `query($it: Boolean!) { ${root}(first: 20, ${argument}) { edges { cursor } totalCount } }`,
    with: (it) => ({ it }),
  }
}

/** What is really stored there, whole and in part; and an id. */
const triedValues = ({ table, fields }: Projection, told: readonly string[]): readonly unknown[] => {
  const texts = told.flatMap((name) => {
    const field = fields[name]!
    const stored = field.kind === 'column' ? rows.of(table).map((row) => row[field.column]) : []
    return stored
      .filter((value): value is string => typeof value === 'string' && value.length > 0)
      .slice(0, 4)
  })
  return [...new Set([...texts, ...texts.map((value) => value.slice(0, 2)), '2'])]
}

/** What is no day is none for anybody. */
const fitting = ({ type }: Pick<Slot, 'type'>, values: readonly unknown[]): readonly unknown[] =>
  type === 'LocalDate' ? values.filter((value) => /^\d{4}-\d{2}-\d{2}$/.test(String(value))) : values

const compareOrNone = async (source: string, variables: Record<string, unknown>, signedIn: SignedIn) => {
  const answer = await server.ask(source, variables, signedIn)
  const code = answer.errors?.[0]?.extensions?.['code']
  return code === 'BAD_REQUEST' ? code : readers.compare(source, variables, signedIn)
}

describe('what is told of a change as it happens', () => {
  it('holds ids, kinds, versions and colleagues, and no word of a record', () => {
    const words: string[] = []
    const seen = new Set<string>()
    const look = (name: string) => {
      const type = schema.getType(name)
      if (seen.has(name)) return
      seen.add(name)
      if (isUnionType(type)) for (const each of type.getTypes()) look(each.name)
      if (!isObjectType(type) && !isInterfaceType(type)) return
      for (const field of Object.values(type.getFields())) {
        const below = getNamedType(field.type)
        if (isScalarType(below) && below.name === 'String') words.push(`${name}.${field.name}`)
        else if (!isScalarType(below) && !isEnumType(below)) look(below.name)
      }
    }
    for (const { type } of Object.values(schema.getSubscriptionType()!.getFields()))
      look(getNamedType(type).name)
    expect(seen.size).toBeGreaterThan(0)
    // What changed is named by its type; who else looks at a record is a colleague.
    expect(words).toEqual(['RecordChange.type', 'Onlooker.name'])
  })
})
