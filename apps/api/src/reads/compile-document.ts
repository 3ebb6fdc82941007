import { createHash } from 'node:crypto'
import type { Rights } from '@steward/domain'
import {
  getNamedType,
  GraphQLObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { collectFields } from './collect-fields.ts'
import { jsonList, jsonObject, ROW, where, type Compilation, type ListSource } from './compilation.ts'
import { connectionSql } from './compile-connection.ts'
import { columnsSql } from './compile-field.ts'
import { fieldArguments, type FieldArguments } from './field-arguments.ts'
import { MAXIMUM_FIELDS } from './limits.ts'
import { disclosedSql, fixedOrderSql, listConditions, rowConditions, tenantConditions } from './list-sql.ts'
import { findByPrefix, type ReadModel } from './read-model.ts'
import type { Projection, Ranking } from './projection.ts'
import { uuidOf } from './published-id.ts'
import { Refusal } from './refusal.ts'
import type { Root } from './roots.ts'
import { actorSql, literal, SqlWriter, type Bind } from './sql-writer.ts'
import { viewOf } from './view.ts'

/** A statement with one text column, the JSON of `data`; no row means that the session is no longer good. */
export interface Compiled {
  readonly text: string
  /** The same for the same text, so that a connection parses it once. */
  readonly name: string
  readonly parameters: readonly Bind[]
  /** Objects that the answer may hold, at least one. */
  readonly cost: number
}

/** What a document is compiled for: one statement for each combination of rights and shape of variables. */
export interface CompileRequest {
  readonly schema: GraphQLSchema
  readonly model: ReadModel
  readonly operation: OperationDefinitionNode
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  readonly variables: Readonly<Record<string, unknown>>
  readonly rights: Rights | undefined
  /** Most objects that an answer may hold. */
  readonly maximumCost: number
}

/** Compiles a query operation whose root fields are all declared. Throws a Refusal for what no reader may ask this way. */
export function compileDocument(request: CompileRequest): Compiled {
  const c = compilation(request)
  const query = request.schema.getQueryType()!
  const columns = [...c.fields(query, [request.operation])].map(
    ([key, nodes]) => `${rootSql(c, query, nodes)} as "${key}"`,
  )
  const data = `(select ${columns.join(', ')}) ${ROW}`
  return compiled(c, c.rights === undefined ? `from ${data}` : whileSignedIn(c, data))
}

/**
 * Compiles what a mutation's payload selects of the row that the service returned. The row's own scope is not asked again:
 * the reader has just been allowed to act on it, and may by that very act have handed it on. Field rules stay.
 */
export function compilePayload(
  request: CompileRequest,
  projection: Projection,
  nodes: readonly FieldNode[],
): Compiled {
  const c = compilation(request)
  const view = { ...viewOf(c, projection.type, 1), proven: [] }
  const isRow = `${view.alias}.id = ${c.sql.parameter(({ rowId }) => rowId, 'uuid')}`
  const columns = c.columns(view, nodes)
  const conditions = [...tenantConditions(c, view), isRow]
  const row = `select ${columns} from ${projection.table} ${view.alias} ${where(conditions)}`
  return compiled(c, `from (${row}) ${ROW}`)
}

/** Compiles which of the rows `ids` of a type the reader may read at all. */
export function compileReadable(
  request: Pick<CompileRequest, 'schema' | 'model' | 'rights'>,
  type: string,
): Compiled {
  const c = compilation({ ...request, fragments: {}, variables: {}, maximumCost: 1 })
  const view = viewOf(c, type, 1)
  const isOne = `${view.alias}.id = any(${c.sql.parameter(({ variables }) => variables['ids'], 'uuid[]')})`
  const conditions = [...tenantConditions(c, view), isOne, ...rowConditions(view)]
  const rows = `select ${view.alias}.id from ${view.projection.table} ${view.alias} ${where(conditions)}`
  return compiled(c, whileSignedIn(c, `(select array(${rows}) as ids) ${ROW}`))
}

function compilation({ maximumCost, ...request }: Omit<CompileRequest, 'operation'>): Compilation {
  const sql = new SqlWriter()
  let [cost, written] = [0, 0]
  const c: Compilation = {
    ...request,
    sql,
    actor: actorSql(sql),
    charge: (objects) => {
      cost += objects
      if (cost > maximumCost) throw new Refusal('TOO_COSTLY', 'tooCostly')
    },
    cost: () => Math.max(1, cost),
    fields: (type, nodes) => {
      const fields = collectFields(
        c,
        type,
        nodes.map((node) => node.selectionSet),
      )
      written += fields.size
      if (written > MAXIMUM_FIELDS) throw new Refusal('TOO_COSTLY', 'tooCostly')
      return fields
    },
    columns: (view, nodes) => columnsSql(c, view, nodes),
  }
  return c
}

function compiled(c: Compilation, from: string): Compiled {
  const { text, parameters } = c.sql.finish(`select row_to_json(${ROW})::text ${from}`)
  const name = `q${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`
  return { text, name, parameters, cost: c.cost() }
}

/** The session is checked in the same statement: what was revoked a moment ago reads nothing, without a further trip. */
function whileSignedIn({ sql }: Compilation, data: string): string {
  const tokenHash = sql.parameter(({ reader }) => reader?.tokenHash, 'bytea')
  const version = sql.parameter(({ reader }) => reader?.version, 'integer')
  return `from session s$ cross join lateral ${data}
    where s$.token_hash = ${tokenHash} and s$.version = ${version} and s$.revoked_at is null
      and s$.expires_at > now() and s$.last_seen_at + s$.idle_seconds * interval '1 second' > now()`
}

function rootSql(c: Compilation, query: GraphQLObjectType, nodes: readonly FieldNode[]): string {
  const node = nodes[0]!
  const name = node.name.value
  if (name === '__typename') return literal(query.name)
  const definition = query.getFields()[name]
  const root = c.model.roots[name]
  if (!definition || !root || root.kind === 'plain') throw new Error(`Query.${name} is not read by SQL`)
  const given = fieldArguments(c, definition, node)
  switch (root.kind) {
    case 'value':
      return `(${root.expression.sql('', c.actor)})`
    case 'node':
      return nodeSql(c, nodes, given)
    default:
      return rowsRootSql(c, root, definition, nodes, given)
  }
}

function rowsRootSql(
  c: Compilation,
  root: Extract<Root, { type: string }>,
  definition: GraphQLField<unknown, unknown>,
  nodes: readonly FieldNode[],
  given: FieldArguments,
): string {
  const times = root.kind === 'list' ? root.typically : root.kind === 'found' ? root.ranking.most : 1
  const view = viewOf(c, root.type, times)
  const source = { view, list: root.list, conditions: tenantConditions(c, view) }
  if (root.kind === 'connection') {
    const type = getNamedType(definition.type)
    if (!(type instanceof GraphQLObjectType)) throw new Error(`Query.${definition.name} is no connection`)
    return connectionSql(c, source, type, nodes, given)
  }
  c.charge(times)
  if (root.kind === 'found') return foundSql(c, root.ranking, source, nodes, given)
  const rows = `from ${view.projection.table} ${view.alias} ${where(listConditions(c, source, given))}`
  const columns = c.columns(view, nodes)
  if (root.kind === 'object') return jsonObject(columns, `${rows} limit 1`)
  return jsonList(columns, `${rows} ${fixedOrderSql(c, view, root.list.orders['ONLY'] ?? [])}`)
}

/** Reads the rows that the function found, in its order; the reader's scope and what they may see are asked of each as everywhere. */
function foundSql(
  c: Compilation,
  { argument, discloses, sql, bind }: Ranking,
  { view, conditions }: ListSource,
  nodes: readonly FieldNode[],
  given: FieldArguments,
): string {
  const disclosed = disclosedSql(c, view, discloses)
  const everywhere = view.scope === 'true' && disclosed.length === 0
  const call = sql(c.sql.parameter(given.bind([argument], bind)), c.actor, everywhere)
  const found = `from ${call} with ordinality r$ (id, rank, place) join ${view.projection.table} ${view.alias} on ${view.alias}.id = r$.id`
  const rows = where([...conditions, ...rowConditions(view), ...disclosed])
  return jsonList(c.columns(view, nodes), `${found} ${rows} order by r$.place`)
}

/** The id's prefix names the type, which is part of the shape that is compiled. */
function nodeSql(c: Compilation, nodes: readonly FieldNode[], given: FieldArguments): string {
  const projection = findByPrefix(c.model, String(given.values['id']))
  if (!projection) return 'null'
  c.charge(1)
  const view = viewOf(c, projection.type, 1)
  const isRow = `${view.alias}.id = ${c.sql.parameter(given.bind(['id'], (id) => uuidOf(projection, id)))}`
  const conditions = [...tenantConditions(c, view), isRow, ...rowConditions(view)]
  return jsonObject(c.columns(view, nodes), `from ${projection.table} ${view.alias} ${where(conditions)}`)
}
