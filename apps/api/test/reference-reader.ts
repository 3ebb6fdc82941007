/**
 * The oracle of the read path: answers a query from plain rows, field by field, through graphql-js and the domain's `can()`.
 * Slow and generic on purpose; it shares the projections with the compiler and not one line of its SQL.
 */
import {
  actionsFrom,
  can,
  grantsOf,
  startOfDay,
  type Actor,
  type FactBag,
  type Permission,
} from '@steward/domain'
import {
  buildSchema,
  execute,
  parse,
  printSchema,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { actionName } from '../src/reads/action-name.ts'
import type {
  Expression,
  Fact,
  Field,
  Filter,
  ListSpec,
  Merged,
  MergedSource,
  Order,
  Projection,
  Ranking,
  Reference,
  Row,
  RowPermission,
} from '../src/reads/projection.ts'
import { getProjection, type ReadModel } from '../src/reads/read-model.ts'
import { decodeCursor, encodeCursor } from './reference-cursor.ts'
import type { Rows } from './rows.ts'

/** A row on its way through the executor. */
interface Subject {
  readonly projection: Projection
  readonly row: Row
}
type Arguments = Readonly<Record<string, unknown>>

export interface ReferenceReader {
  answer(source: string, variables: Arguments, actor: Actor | undefined): Promise<ExecutionResult>
}

export function referenceReader(
  schema: GraphQLSchema,
  model: ReadModel,
  rows: Rows,
  now: () => Date,
): ReferenceReader {
  // Printed and read back: the types without any resolver of production.
  const bare = buildSchema(printSchema(schema))
  return {
    answer: async (source, variables, actor) => {
      const reading = new Reading(model, rows, { actor, now: now(), rows: (table) => rows.of(table) })
      const result = await execute({
        schema: bare,
        document: parse(source),
        variableValues: variables,
        fieldResolver: reading.resolve,
        typeResolver: (value) => (value as Subject).projection.type,
      })
      return JSON.parse(JSON.stringify(result)) as ExecutionResult
    },
  }
}

class Reading {
  readonly #model: ReadModel
  readonly #rows: Rows
  readonly #reference: Reference

  constructor(model: ReadModel, rows: Rows, reference: Reference) {
    this.#model = model
    this.#rows = rows
    this.#reference = reference
  }

  readonly resolve: GraphQLFieldResolver<unknown, unknown> = (source, given: Arguments, _, info) => {
    if (info.parentType === info.schema.getQueryType()) return this.#root(given, info)
    if (source instanceof Object && 'projection' in source) return this.#field(source as Subject, given, info)
    return (source as Arguments)[info.fieldName]
  }

  #root(given: Arguments, info: GraphQLResolveInfo): unknown {
    const root = this.#model.roots[info.fieldName]
    if (!root || root.kind === 'plain') throw new Error(`Query.${info.fieldName} is not read`)
    if (root.kind === 'value') return root.expression.reference({}, this.#reference)
    if (root.kind === 'node') {
      const found = [...this.#model.projections.values()].flatMap((projection) =>
        (projection.prefix === null ? [] : this.#readable(projection)).filter(
          (subject) => publishedId(subject) === given['id'],
        ),
      )
      return found[0] ?? null
    }
    const projection = getProjection(this.#model, root.type)
    const subjects = this.#readable(projection)
    if (root.kind === 'connection') return this.#connection(projection, subjects, root.list, given)
    if (root.kind === 'found') return this.#found(subjects, root.ranking, given)
    const kept = this.#kept(subjects, root.list, given)
    if (root.kind === 'object') return kept[0] ?? null
    return this.#sorted(kept, root.list.orders['ONLY'] ?? [])
  }

  #field(subject: Subject, given: Arguments, info: GraphQLResolveInfo): unknown {
    const field = getField(subject.projection, info.fieldName)
    if (this.#shows(subject, field)) return this.#value(subject, field, given)
    if (field.kind === 'column' && field.masked) return subject.row[field.masked]
    return null
  }

  #value(subject: Subject, field: Field, given: Arguments): unknown {
    const { row } = subject
    switch (field.kind) {
      case 'id':
        return publishedId(subject)
      case 'column':
      case 'expression':
        return this.#stored(subject, field)
      case 'constant':
        return field.value
      case 'actor':
        return this.#reference.actor ? field.value(this.#reference.actor) : null
      case 'actions':
        return this.#actions(subject, field)
      case 'values':
        return field.expression.reference(row, this.#reference)
      case 'part':
        return { projection: getProjection(this.#model, field.type), row }
      case 'one':
        return (
          this.#related(
            field.type,
            (other) => row[field.by] !== null && other[field.key] === row[field.by],
          )[0] ?? null
        )
      case 'latest':
        return this.#sorted(this.#related(field.type, pointsAt(row, field.foreign)), field.order)[0] ?? null
      case 'many':
        return this.#sorted(
          this.#related(field.type, pointsAt(row, field.foreign, field.key)).filter(
            (subject) => !field.only || field.only.reference(subject.row, this.#reference),
          ),
          field.order,
        )
      case 'connection': {
        const children = this.#related(field.type, pointsAt(row, field.foreign))
        return this.#connection(getProjection(this.#model, field.type), children, field.list, given)
      }
      case 'merged': {
        const projection = getProjection(this.#model, field.type)
        const entries = field.sources.flatMap((source) => this.#entries(row, field, source))
        return this.#connection(
          projection,
          entries.map((entry) => ({ projection, row: entry })),
          field.list,
          given,
        )
      }
    }
  }

  /** The entries that one source gives of a record: each readable row of its type, by what the reader sees of it. */
  #entries(parent: Row, { foreign, columns }: Merged, source: MergedSource): readonly Row[] {
    const { through } = source
    const above = through && this.#related(through.type, pointsAt(parent, source.foreign))
    const subjects = above
      ? above.flatMap((it) => this.#related(source.type, pointsAt(it.row, through.by)))
      : this.#related(source.type, pointsAt(parent, source.foreign))
    const zone = String(this.#rows.of('organization_profile')[0]?.time_zone)
    const shown = (subject: Subject, name: string): unknown => {
      const field = getField(subject.projection, name)
      if (!this.#shows(subject, field)) return null
      if (field.kind === 'one') return subject.row[field.by]
      const value = this.#stored(subject, field) ?? null
      if (field.kind !== 'column' || field.format === 'plain' || value === null) return value
      return field.format === 'day' ? startOfDay(String(value), zone) : new Date(String(value))
    }
    return subjects
      .filter(({ row }) => !source.only || source.only.reference(row, this.#reference))
      .map((subject): Row => ({
        ...Object.fromEntries(Object.keys(columns).map((column) => [column, null])),
        org_id: subject.row.org_id,
        id: subject.row.id,
        [foreign]: parent.id,
        kind: source.kind,
        ...Object.fromEntries(
          Object.entries(source.shows).map(([column, name]) => [column, shown(subject, name)]),
        ),
        ...Object.fromEntries(
          Object.entries(source.records).map(([column, own]) => [column, subject.row[own]]),
        ),
      }))
      .filter(({ at }) => at !== null)
  }

  #actions(subject: Subject, { transitions }: Extract<Field, { kind: 'actions' }>): readonly string[] {
    const facts = this.#facts(subject)
    const { actor } = this.#reference
    if (!actor || facts.status === undefined || facts.status === null) return []
    return actionsFrom(transitions, actor, { ...facts, status: facts.status }).map(actionName)
  }

  #readable(projection: Projection): readonly Subject[] {
    const all = this.#rows.of(projection.table).map((row) => ({ projection, row }))
    return all.filter((subject) => this.#may(projection.permission, subject))
  }

  #related(type: string, isRelated: (row: Row) => boolean): readonly Subject[] {
    return this.#readable(getProjection(this.#model, type)).filter(({ row }) => isRelated(row))
  }

  #may(permission: RowPermission, subject: Subject): boolean {
    const { actor } = this.#reference
    if (permission === 'anonymous') return true
    if (!actor) return false
    return permission === 'signed-in' || can(actor, permission, this.#facts(subject))
  }

  #shows = (subject: Subject, { permission }: Field): boolean =>
    permission === undefined || this.#may(permission, subject)

  #facts({ projection, row }: Subject): FactBag {
    const facts = Object.entries(projection.facts).map(([name, fact]) => [
      name,
      this.#fact(projection, row, fact),
    ])
    return Object.fromEntries(facts) as FactBag
  }

  #fact(projection: Projection, row: Row, fact: Fact): unknown {
    if (typeof fact === 'string') return row[fact]
    if ('sql' in fact) return fact.reference(row, this.#reference)
    if ('by' in fact)
      return this.#rows.of(fact.table).find(({ id }) => id === row[fact.by])?.[fact.column] ?? null
    return this.#rows
      .of(fact.each)
      .filter((child) => child[fact.foreign] === row['id'])
      .map((child) => child[fact.column])
  }

  #kept(subjects: readonly Subject[], list: ListSpec, given: Arguments): readonly Subject[] {
    const { first: _first, after: _after, orderBy: _orderBy, filter, ...alone } = given
    const filters = Object.entries({ ...alone, ...(filter as object | undefined) }).filter(
      ([, value]) => value != null,
    )
    const holds = (test: Expression<boolean>, { row }: Subject) => test.reference(row, this.#reference)
    return subjects
      .filter((subject) => !list.only || holds(list.only, subject))
      .filter((subject) =>
        filters.every(([name, value]) => this.#passes(subject, list.filters![name]!, value)),
      )
  }

  #found(
    subjects: readonly Subject[],
    { argument, discloses, reference, most }: Ranking,
    given: Arguments,
  ): readonly Subject[] {
    const value = given[argument]
    return subjects
      .filter((subject) => this.#disclosed(subject, discloses))
      .map((subject) => ({ subject, keys: reference(subject.row, value, this.#reference) }))
      .filter((each) => each.keys !== undefined)
      .toSorted((a, b) =>
        this.#compareAll([...a.keys!, a.subject.row['id']], [...b.keys!, b.subject.row['id']]),
      )
      .slice(0, most)
      .map(({ subject }) => subject)
  }

  #compareAll(a: readonly unknown[], b: readonly unknown[]): number {
    return a.map((each, index) => this.#rows.compare(each, b[index])).find((sign) => sign !== 0) ?? 0
  }

  /** Whether the reader sees all of these fields on this row. */
  #disclosed = (subject: Subject, fields: readonly string[]): boolean =>
    fields.every((name) => this.#shows(subject, getField(subject.projection, name)))

  #passes(subject: Subject, { test, discloses }: Filter, value: unknown): boolean {
    if (test.kind === 'flag' || test.kind === 'where') {
      if (!this.#disclosed(subject, discloses)) return false
    }
    if (test.kind === 'flag') return test.expression.reference(subject.row, this.#reference) === value
    if (test.kind === 'where') return test.reference(subject.row, value, this.#reference)
    const field = getField(subject.projection, test.field)
    if (!this.#shows(subject, field)) return false
    const stored =
      field.kind === 'one' ? this.#idOf(field.type, subject.row[field.by]) : this.#stored(subject, field)
    if (stored === null || stored === undefined) return false
    if (test.kind === 'is') return stored === value
    if (test.kind === 'in') return (value as unknown[]).includes(stored)
    return test.kind === 'from'
      ? comparableText(stored) >= comparableText(value)
      : comparableText(stored) < comparableText(value)
  }

  #idOf = (type: string, id: unknown): string | null =>
    id === null ? null : publishedId({ projection: getProjection(this.#model, type), row: { id } })

  /** Published form of a leaf that lists compare. */
  #stored(subject: Subject, field: Field): unknown {
    if (field.kind === 'id') return publishedId(subject)
    if (field.kind === 'expression') return field.expression.reference(subject.row, this.#reference) ?? null
    if (field.kind !== 'column') throw new Error(`${field.kind} is no leaf`)
    const value = subject.row[field.column]
    return value instanceof Date ? value.toISOString() : value
  }

  /** What the order compares: instants and days as published, relations and ids as UUIDs; null where it is hidden. */
  #keys(subject: Subject, order: Order): readonly unknown[] {
    const keys = order.map(([name]) => {
      const field = getField(subject.projection, name)
      if (!this.#shows(subject, field)) return null
      return field.kind === 'one' ? subject.row[field.by] : this.#stored(subject, field)
    })
    return [...keys, subject.row['id']]
  }

  #sorted(subjects: readonly Subject[], order: Order): readonly Subject[] {
    return subjects.toSorted((a, b) => this.#compare(order, this.#keys(a, order), this.#keys(b, order)))
  }

  #compare(order: Order, a: readonly unknown[], b: readonly unknown[]): number {
    const directions = [...order.map(([, direction]) => direction), order.at(-1)?.[1] ?? 'asc']
    const signs = directions.map((direction, index) => {
      const sign = this.#rows.compare(a[index], b[index])
      return direction === 'asc' ? sign : -sign
    })
    return signs.find((sign) => sign !== 0) ?? 0
  }

  #connection(
    projection: Projection,
    subjects: readonly Subject[],
    list: ListSpec,
    given: Arguments,
  ): unknown {
    const name = (given['orderBy'] as string | undefined) ?? list.defaultOrder ?? Object.keys(list.orders)[0]!
    const order = list.orders[name]!.filter(([field]) => this.#isHeld(getField(projection, field).permission))
    const title = `${projection.type}.${name}`
    const all = this.#sorted(this.#kept(subjects, list, given), order)
    const after = given['after'] == null ? undefined : decodeCursor(String(given['after'])).slice(1)
    const rest = after ? all.filter((each) => this.#compare(order, this.#keys(each, order), after) > 0) : all
    const edges = rest
      .slice(0, given['first'] as number)
      .map((node) => ({ node, cursor: encodeCursor([title, ...this.#keys(node, order)]) }))
    return {
      edges,
      pageInfo: {
        hasNextPage: rest.length > edges.length,
        hasPreviousPage: after !== undefined,
        startCursor: edges[0]?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: Math.min(all.length, 10_000),
      totalCountIsCapped: all.length > 10_000,
    }
  }

  #isHeld = (permission: Permission | undefined): boolean =>
    permission === undefined || grantsOf(this.#reference.actor ?? { roles: [] }, permission).length > 0
}

const pointsAt =
  (parent: Row, foreign: string, key = 'id') =>
  (row: Row): boolean =>
    row[foreign] !== null && row[foreign] === parent[key]

const publishedId = ({ projection, row }: Subject): string =>
  `${projection.prefix}_${String(row['id']).replaceAll('-', '')}`

/** Instants and days compare as their published texts once both are in the same form. */
const comparableText = (value: unknown): string =>
  /T/.test(String(value)) ? new Date(String(value)).toISOString() : String(value)

const getField = ({ type, fields }: Projection, name: string): Field => {
  const field = fields[name]
  if (!field) throw new Error(`${type} has no field ${name}`)
  return field
}
