import { getNamedType, GraphQLObjectType, isNonNullType, type FieldNode } from 'graphql'
import { comparable, getField, refuseHidden } from './comparable.ts'
import { jsonObject, where, type Compilation, type ListSource } from './compilation.ts'
import { afterSql, cursorKeys, cursorSql, type SortKey } from './cursor.ts'
import type { FieldArguments } from './field-arguments.ts'
import { costlyConditions, listConditions } from './list-sql.ts'
import type { Order } from './projection.ts'
import { Refusal } from './refusal.ts'
import { isHeld, visibilitySql } from './scope-sql.ts'
import { literal } from './sql-writer.ts'

const LARGEST_PAGE = 100
const COUNT_CAP = 10_000
/** So many rows a page looks at where a costly filter decides which it shows: it then goes on from there, however few it found. */
const REACH = 5_000
/** A count reads up to 10,000 index entries: about what ten objects cost. */
const COUNT_COST = 10

/** What the parts of one connection share. */
interface Page {
  readonly source: ListSource
  readonly size: number
  readonly cursor: string
  readonly continued: boolean
  /** Conditions that are costly to ask, and the last row that the page looks at, as its cursor; null where there is none so far away. */
  readonly costly: readonly string[]
  readonly reached: string | undefined
  /** That there is a row so far from the beginning of the list. */
  readonly beyond: string | undefined
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
  const costly = costlyConditions(c, source, given)
  const after = given.values['after'] ?? undefined
  const placed = after === undefined ? conditions : [...conditions, placeSql(c, orderName, keys, given)]
  const order = orderSql(keys)
  const lastLookedAt = (selected: string, within: readonly string[]) =>
    `(select ${selected} from ${view.projection.table} ${view.alias} ${where(within)} ${order} offset ${REACH - 1} limit 1)`
  const cursor = cursorSql(orderName, keys)
  const page: Page = {
    source,
    size,
    cursor,
    continued: after !== undefined,
    costly,
    reached: costly.length > 0 ? lastLookedAt(cursor, placed) : undefined,
    beyond: costly.length > 0 ? `(${lastLookedAt('true', conditions)} is true)` : undefined,
    aggregates: [],
  }
  c.charge(view.times)

  const fields = c.fields(type, nodes)
  const columns = [...fields].map(([key, same]) => `${connectionField(c, page, type, same)} as "${key}"`)
  const isCounted = [...fields.values()].some(([node]) => node?.name.value.startsWith('totalCount'))
  if (isCounted) c.charge(COUNT_COST * view.times)
  const sources = [
    ...pageSource(page, placed, order),
    ...(isCounted ? [countSource(page, conditions, order)] : []),
  ]
  return jsonObject(columns.join(', '), sources.length > 0 ? `from ${sources.join(' cross join ')}` : '')
}

/** The page's aggregates over its numbered rows, `n$` of `m$`; nothing is read where none is asked for. */
function pageSource(
  { source, size, costly, aggregates }: Page,
  conditions: readonly string[],
  order: string,
): readonly string[] {
  if (aggregates.length === 0) return []
  const { alias } = source.view
  const rest = `${order} limit ${size + 1}`
  const listed =
    costly.length > 0
      ? foundSql(source, conditions, costly, order, rest)
      : listedSql(source, conditions, rest)
  const rows = `select ${alias}.*, row_number() over () as n$, count(*) over () as m$ from (${listed}) ${alias}`
  const columns = aggregates.map((sql, index) => `${sql} as a${index}`).join(', ')
  return [`(select ${columns} from (${rows}) ${alias}) p$`]
}

/** How many rows the list holds, read no further than the cap. */
function countSource({ source, costly }: Page, conditions: readonly string[], order: string): string {
  const rest = `limit ${COUNT_CAP + 1}`
  const rows =
    costly.length > 0
      ? foundSql(source, conditions, costly, order, rest)
      : listedSql(source, conditions, rest)
  return `(select count(*) as n from (${rows}) ${source.view.alias}) c$`
}

const orderSql = (keys: readonly SortKey[]): string =>
  `order by ${keys.map(({ sql, direction }) => `${sql} ${direction}`).join(', ')}`

/** Of the first rows in this order those that meet what is costly to ask: an index gives them, and no more of them are looked at than that. */
function foundSql(
  source: ListSource,
  conditions: readonly string[],
  costly: readonly string[],
  order: string,
  rest: string,
): string {
  const { alias } = source.view
  const looked = listedSql(source, conditions, `${order} limit ${REACH}`)
  return `select ${alias}.* from (${looked}) ${alias} ${where(costly)} ${rest}`
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
  if (name === 'totalCountIsCapped')
    return page.beyond ? `(c$.n > ${COUNT_CAP} or ${page.beyond})` : `c$.n > ${COUNT_CAP}`
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
    hasNextPage: () => {
      const isFull = aggregate(page, `count(*) > ${page.size}`)
      return page.reached ? `(${isFull} or ${page.reached} is not null)` : isFull
    },
    hasPreviousPage: () => literal(page.continued),
    startCursor: () => cursorAt('1'),
    endCursor: () => {
      const last = cursorAt(`least(${alias}.m$, ${page.size})`)
      if (!page.reached) return last
      return `case when ${aggregate(page, `count(*) > ${page.size}`)} then ${last} else coalesce(${page.reached}, ${last}) end`
    },
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
