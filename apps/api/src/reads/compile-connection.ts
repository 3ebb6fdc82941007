import { getNamedType, GraphQLObjectType, isNonNullType, type FieldNode } from 'graphql'
import { comparable, getField, refuseHidden } from './comparable.ts'
import { jsonObject, where, type Compilation, type ListSource } from './compilation.ts'
import { afterSql, cursorKeys, cursorSql, type SortKey } from './cursor.ts'
import type { FieldArguments } from './field-arguments.ts'
import { listConditions } from './list-sql.ts'
import type { Order } from './projection.ts'
import { Refusal } from './refusal.ts'
import { isHeld, visibilitySql } from './scope-sql.ts'
import { literal } from './sql-writer.ts'

const LARGEST_PAGE = 100
const COUNT_CAP = 10_000
/** A count reads up to 10,000 index entries: about what ten objects cost. */
const COUNT_COST = 10

/** What the parts of one connection share. */
interface Page {
  readonly source: ListSource
  readonly size: number
  readonly cursor: string
  readonly continued: boolean
  /** Aggregates over the page's rows, each read back as `p$.aN`. */
  readonly aggregates: string[]
}

/**
 * A Relay connection as one JSON object. The page is read with one row more than asked for, whose presence is
 * `hasNextPage` and whose JSON is never built. `nodes` are the field's nodes in the document, `type` the connection's type.
 */
export function connectionSql(
  c: Compilation,
  source: ListSource,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  given: FieldArguments,
): string {
  const { view } = source
  const size = pageSize(given.values['first'])
  const [name, keys] = sortKeys(c, source, given.values['orderBy'])
  const orderName = `${view.projection.type}.${name}`
  const conditions = listConditions(c, source, given)
  const after = given.values['after'] ?? undefined
  const page: Page = {
    source,
    size,
    cursor: cursorSql(orderName, keys),
    continued: after !== undefined,
    aggregates: [],
  }
  c.charge(view.times)

  const fields = c.fields(type, nodes)
  const columns = [...fields].map(([key, same]) => `${connectionField(c, page, type, same)} as "${key}"`)
  const placed = after === undefined ? conditions : [...conditions, placeSql(c, orderName, keys, given)]
  const isCounted = [...fields.values()].some(([node]) => node?.name.value.startsWith('totalCount'))
  if (isCounted) c.charge(COUNT_COST * view.times)
  const sources = [...pageSource(page, placed, keys), ...(isCounted ? [countSource(page, conditions)] : [])]
  return jsonObject(columns.join(', '), sources.length > 0 ? `from ${sources.join(' cross join ')}` : '')
}

/** The page's aggregates over its numbered rows, `n$` of `m$`; nothing is read where none is asked for. */
function pageSource(
  { source, size, aggregates }: Page,
  conditions: readonly string[],
  keys: readonly SortKey[],
): readonly string[] {
  if (aggregates.length === 0) return []
  const { alias } = source.view
  const order = keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ')
  const listed = listedSql(source, conditions, `order by ${order} limit ${size + 1}`)
  const rows = `select ${alias}.*, row_number() over () as n$, count(*) over () as m$ from (${listed}) ${alias}`
  const columns = aggregates.map((sql, index) => `${sql} as a${index}`).join(', ')
  return [`(select ${columns} from (${rows}) ${alias}) p$`]
}

/** How many rows the list holds, read no further than the cap. */
function countSource({ source }: Page, conditions: readonly string[]): string {
  const rows = listedSql(source, conditions, `limit ${COUNT_CAP + 1}`)
  return `(select count(*) as n from (${rows}) ${source.view.alias}) c$`
}

/** The rows of the list; where several queries give them, each brings as many as could stand on the page, and the best of them are taken. */
function listedSql({ view, branches }: ListSource, conditions: readonly string[], rest: string): string {
  const { alias, projection } = view
  const from = (rows: string) => `select ${alias}.* from ${rows} ${alias}`
  if (!branches) return `${from(projection.table)} ${where(conditions)} ${rest}`
  const parts = branches.map((branch) => `(${from(`(${branch})`)} ${where(conditions)} ${rest})`)
  return `${from(`(${parts.join(' union all ')})`)} ${rest}`
}

function connectionField(
  c: Compilation,
  page: Page,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): string {
  const name = nodes[0]!.name.value
  const fieldType = getNamedType(type.getFields()[name]?.type)
  if (name === '__typename') return literal(type.name)
  if (name === 'totalCount') return `least(c$.n, ${COUNT_CAP})`
  if (name === 'totalCountIsCapped') return `c$.n > ${COUNT_CAP}`
  if (name === 'edges' && fieldType instanceof GraphQLObjectType) return edgesSql(c, page, fieldType, nodes)
  if (name === 'pageInfo' && fieldType instanceof GraphQLObjectType)
    return pageInfoSql(c, page, fieldType, nodes)
  throw new Error(`${type.name}.${name} is no field of a connection`)
}

function edgesSql(c: Compilation, page: Page, type: GraphQLObjectType, nodes: readonly FieldNode[]): string {
  const { view } = page.source
  const inner = { ...view, times: view.times * page.size }
  c.charge(inner.times)
  const fields = c.fields(type, nodes)
  const columns = [...fields].map(([key, same]) => {
    const name = same[0]!.name.value
    if (name === '__typename') return `${literal(type.name)} as "${key}"`
    if (name === 'cursor') return `${page.cursor} as "${key}"`
    return `${jsonObject(c.columns(inner, same))} as "${key}"`
  })
  const edge = jsonObject(columns.join(', '))
  return aggregate(page, `coalesce(json_agg(${edge}) filter (where ${view.alias}.n$ <= ${page.size}), '[]')`)
}

function pageInfoSql(
  c: Compilation,
  page: Page,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
): string {
  const { alias } = page.source.view
  const cursorAt = (row: string): string =>
    aggregate(page, `max(${page.cursor}) filter (where ${alias}.n$ = ${row})`)
  const values: Record<string, () => string> = {
    __typename: () => literal(type.name),
    hasNextPage: () => aggregate(page, `count(*) > ${page.size}`),
    hasPreviousPage: () => literal(page.continued),
    startCursor: () => cursorAt('1'),
    endCursor: () => cursorAt(`least(${alias}.m$, ${page.size})`),
  }
  const fields = c.fields(type, nodes)
  return jsonObject(
    [...fields].map(([key, [node]]) => `${values[node!.name.value]!()} as "${key}"`).join(', '),
  )
}

function aggregate(page: Page, sql: string): string {
  page.aggregates.push(sql)
  return `p$.a${page.aggregates.length - 1}`
}

function pageSize(first: unknown): number {
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > LARGEST_PAGE) {
    throw new Refusal('BAD_REQUEST', 'pageSize')
  }
  return first
}

/** Keys of the order asked for, with the id as the last. The default order goes without a field that the reader may not see. */
function sortKeys(
  c: Compilation,
  { view, list }: ListSource,
  asked: unknown,
): [name: string, keys: SortKey[]] {
  const name = typeof asked === 'string' ? asked : (list.defaultOrder ?? Object.keys(list.orders)[0])
  const order: Order | undefined = name === undefined ? undefined : list.orders[name]
  if (name === undefined || !order)
    throw new Error(`A list of ${view.projection.type} declares no order ${String(name)}`)
  if (typeof asked === 'string')
    refuseHidden(
      c,
      view.projection,
      order.map(([field]) => field),
    )
  const published = view.type.getFields()
  const keys = order
    .map(([name, direction]) => ({ name, direction, field: getField(view.projection, name) }))
    .filter(({ field: { permission } }) => permission === undefined || isHeld(c, permission))
    .map(({ name, direction, field }): SortKey => {
      const nullable = visibilitySql(c, view, field) !== 'true' || !isNonNullType(published[name]?.type)
      return { ...comparable(c, view, name), direction, nullable }
    })
  const direction = keys.at(-1)?.direction ?? 'asc'
  const last = { sql: `${view.alias}.id`, format: 'uuid', convert: (value: unknown) => value } as const
  return [name, [...keys, { ...last, direction, nullable: false }]]
}

function placeSql(c: Compilation, order: string, keys: readonly SortKey[], given: FieldArguments): string {
  const decode = (cursor: unknown): unknown[] => cursorKeys(order, keys, cursor)
  const places = keys.map((_, index) =>
    c.sql.parameter(given.bind(['after'], (cursor) => decode(cursor)[index])),
  )
  return afterSql(keys, places)
}
