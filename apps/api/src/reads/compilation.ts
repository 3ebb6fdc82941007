import type { ListSpec, Projection, ActorSql } from './projection.ts'
import type { ReadModel } from './read-model.ts'
import type { SqlWriter } from './sql-writer.ts'
import type { Rights, Scope } from '@steward/domain'
import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema } from 'graphql'

/** What the compiler's parts share while they write one statement. */
export interface Compilation {
  readonly schema: GraphQLSchema
  readonly model: ReadModel
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Variables of the shape that is compiled: read for directives, page sizes, orders and presence, never written as text. */
  readonly variables: Readonly<Record<string, unknown>>
  /** Undefined: nobody is signed in. */
  readonly rights: Rights | undefined
  readonly sql: SqlWriter
  readonly actor: ActorSql
  /** Adds objects that the answer may hold; refuses TOO_COSTLY above the limit. */
  charge(objects: number): void
  /** What was charged so far. */
  cost(): number
  /** The fields that the nodes select of an object of this type, by response key; refuses TOO_COSTLY above the limit. */
  fields(type: GraphQLObjectType, nodes: readonly Selecting[]): ReadonlyMap<string, readonly FieldNode[]>
  /** The selected fields as SQL columns named by their response keys; here, so that relations need not import the fields. */
  columns(view: View, nodes: readonly FieldNode[]): string
}

/** A field, or a whole operation. */
type Selecting = Pick<FieldNode, 'selectionSet'>

/** A table under an alias, read as one published type. */
export interface View {
  readonly projection: Projection
  readonly type: GraphQLObjectType
  readonly alias: string
  /** How many such objects the answer may hold. */
  readonly times: number
  /** The reader's row scope as SQL. */
  readonly scope: string
  /** Of each of these lists at least one scope holds on every row that is read: what need not be asked again. */
  readonly proven: readonly (readonly Scope[])[]
  /** The row that these rows point at, where they are read as its children. */
  readonly parent: Parent | undefined
}

/** A row and the column by which others point at it. */
export interface Parent {
  readonly view: View
  readonly by: string
}

/** As much of a view as conditions need. */
export type RowView = Pick<View, 'projection' | 'alias' | 'proven' | 'parent'>

/** A list to be written: what it shows, the fixed conditions that tie it to its parent, and the client's arguments. */
export interface ListSource {
  readonly view: View
  readonly list: ListSpec
  readonly conditions: readonly string[]
  /** Queries whose rows together are the list, instead of the rows of one table: each is read no further than a page needs. */
  readonly branches?: readonly string[]
}

export const ROW = 'o$'

/**
 * One JSON object of a query's columns; null where the query has no row. The alias has a `$`, which no response key can have:
 * a column called like it would be taken for the row.
 */
export const jsonObject = (columns: string, rest = ''): string =>
  `(select row_to_json(${ROW}) from (select ${columns} ${rest}) ${ROW})`

/** A JSON list of such objects, never null. */
export const jsonList = (columns: string, rest: string): string =>
  `(select coalesce(json_agg(${ROW}), '[]') from (select ${columns} ${rest}) ${ROW})`

/** SQL conditions, all of which must hold. */
export const where = (conditions: readonly string[]): string =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
