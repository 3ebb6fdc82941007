import type { Actor, FactName, Permission, Rights, Transition } from '@steward/domain'
import { ID_PREFIXES, type NodeType } from '../graphql/global-id.ts'

/**
 * How a published type is read. A feature declares one projection per object type beside its entity; the compiler turns a
 * GraphQL selection into SQL with it, and the reference reader of the tests answers the same selection from plain rows.
 * Nothing here runs: a projection is data, with a pair of functions where SQL says more than a column.
 */

/** What disclosure of a value would mean. A sensitive field must name the permission that shows it. */
type DataClass = 'public' | 'internal' | 'personal' | 'sensitive'

/** Who may read a field: without `permission`, everyone who may read the row. A scoped grant shows it on some rows only. */
export type FieldRule =
  | { readonly class: Exclude<DataClass, 'sensitive'>; readonly permission?: Permission }
  | { readonly class: DataClass; readonly permission: Permission }

/** Who may read rows of a type; its grants' scopes are the filter of every list and relation. */
export type RowPermission = Permission | 'signed-in' | 'anonymous'

/** A row as the database returns it: snake_case columns; timestamps as Date, days as text, bigint as number. */
export type Row = Readonly<Record<string, unknown>>

/** What the reference side may see besides the row: all rows of the organization, by table. */
export interface Reference {
  readonly actor: Actor | undefined
  readonly now: Date
  rows(table: string): readonly Row[]
}

/** SQL for values of the actor: each member is a cast placeholder, e.g. `$3::uuid`, bound only where it is used. */
export type ActorSql = Readonly<Record<ActorValue, string>>
export type ActorValue = Exclude<keyof Actor, keyof Rights> | 'roles'

/** The same value twice: as SQL over the row's alias (never containing client text) and as JavaScript over the row. */
export interface Expression<T = unknown> {
  sql(alias: string, actor: ActorSql): string
  reference(row: Row, reference: Reference): T
}

/**
 * Where a condition finds a fact of the record: a column of the row; a column of the one row that `by` points at; that
 * column of each row of a table whose `foreign` column points here (a list); or an expression.
 */
export type Fact =
  | string
  | Expression
  | { readonly table: string; readonly by: string; readonly column: string }
  | { readonly each: string; readonly foreign: string; readonly column: string }

/** Order by published fields; the id is always the last key, in the direction of the last one. */
export type Order = readonly (readonly [field: string, direction: 'asc' | 'desc'])[]

export type ColumnFormat = 'plain' | 'instant' | 'day'

export type Field = FieldRule &
  (
    | { readonly kind: 'id' }
    | {
        readonly kind: 'column'
        readonly column: string
        readonly format: ColumnFormat
        readonly masked?: string
      }
    | { readonly kind: 'expression'; readonly expression: Expression }
    | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
    | { readonly kind: 'actor'; readonly value: (actor: Actor) => unknown }
    | { readonly kind: 'actions'; readonly transitions: readonly Transition[] }
    | { readonly kind: 'values'; readonly of: string; readonly expression: Expression<readonly object[]> }
    | { readonly kind: 'part'; readonly type: string }
    | { readonly kind: 'one'; readonly type: string; readonly by: string; readonly key: string }
    | ({ readonly kind: 'latest'; readonly type: string } & Children)
    | ({
        readonly kind: 'many'
        readonly type: string
        readonly typically: number
        readonly key: string
        readonly only?: Expression<boolean>
      } & Children)
    | {
        readonly kind: 'connection'
        readonly type: string
        readonly foreign: string
        readonly list: ListSpec
      }
    | ({ readonly kind: 'merged'; readonly type: string; readonly list: ListSpec } & Merged)
  )

/** Rows of several types as one list of entries: the table of sources, and the columns that an entry has. */
export interface Merged {
  /** The column of an entry that points here. */
  readonly foreign: string
  /** Of an entry, beside organization, id and `foreign`; `kind` and `at` are among them. */
  readonly columns: Readonly<Record<string, 'uuid' | 'text' | 'timestamptz'>>
  readonly sources: readonly MergedSource[]
}

/** One kind of entry: each row of a type that the reader may read, by that type's own scope and rules. */
export interface MergedSource {
  readonly kind: string
  readonly type: string
  /** Its column that points here; with `through` that of the type it is a part of, whose own scope counts too. */
  readonly foreign: string
  readonly through?: { readonly type: string; readonly by: string }
  /** Columns of an entry that are a published field of the type, as far as it shows it; `at` is one of them, and a row without has no entry. */
  readonly shows: Readonly<Record<string, string>> & { readonly at: string }
  /** Columns of an entry that are a column of the row: which records it is about. */
  readonly records: Readonly<Record<string, string>>
  readonly only?: Expression<boolean>
}

interface Children {
  readonly foreign: string
  readonly order: Order
}

/** An argument of a list: what it keeps, and the published fields that it would disclose (refused to whom they are hidden). */
export interface Filter {
  readonly discloses: readonly string[]
  /** Looks into other tables row by row: a list narrowed by it looks at no more than `REACH` rows a page. */
  readonly costly?: true
  readonly test:
    | { readonly kind: 'is' | 'in' | 'from' | 'before'; readonly field: string }
    | { readonly kind: 'flag'; readonly expression: Expression<boolean> }
    | {
        readonly kind: 'where'
        /** `everywhere`: the reader sees every row, and what is disclosed of it. */
        sql(alias: string, value: string, actor: ActorSql, everywhere: boolean): string
        reference(row: Row, value: unknown, reference: Reference): boolean
        /** The argument's value as bound to the placeholder; by default the value itself. */
        bind?(value: unknown): unknown
      }
}

/** Rows that a function of the database finds and puts in order by how well they answer an argument. */
export interface Ranking {
  readonly argument: string
  readonly discloses: readonly string[]
  /** A call whose first column is the id of a row, the best first. */
  sql(value: string, actor: ActorSql, everywhere: boolean): string
  bind(value: unknown): unknown
  /** What the row is put in order by; undefined where it does not answer. */
  reference(row: Row, value: unknown, reference: Reference): readonly unknown[] | undefined
  readonly most: number
}

/** A list's arguments: `first`, `after` and `orderBy` are given; every other one, or member of `filter`, is named here. */
export interface ListSpec {
  readonly filters?: Readonly<Record<string, Filter>>
  readonly orders: Readonly<Record<string, Order>>
  /** A key of `orders`; by default the first. */
  readonly defaultOrder?: string
  /** Keeps only some rows, before any argument; e.g. the tasks assigned to me. */
  readonly only?: Expression<boolean>
}

export interface Projection {
  readonly type: string
  readonly table: string
  /** The column with the organization's id; null for a table that all organizations share. */
  readonly tenant: string | null
  /** Three letters before the 32 hex digits of a published id; null for a type that is never fetched by id. */
  readonly prefix: string | null
  readonly permission: RowPermission
  readonly facts: Readonly<Partial<Record<FactName, Fact>>>
  readonly fields: Readonly<Record<string, Field>>
  /** The entity class: what a service returns is read through this projection. */
  readonly entity?: EntityClass
}

type EntityClass = abstract new (...given: never[]) => { readonly id: string }

/** What a feature writes: the rest has defaults. The prefix comes from the table of ids. */
type Declared = Pick<Projection, 'table' | 'permission' | 'fields'> &
  Partial<Pick<Projection, 'tenant' | 'prefix' | 'facts' | 'entity'>>

/** Declares how the object type `type` is read. Pure; `checkReadModel()` compares it with the others and the schema. */
export const projection = (type: string, declared: Declared): Projection => ({
  tenant: 'org_id',
  prefix: ID_PREFIXES[type as NodeType] ?? null,
  facts: {},
  ...declared,
  type,
})

/** The published id: prefix and hex of the row's UUID (decision 18). */
export const id = (): Field => ({ kind: 'id', class: 'internal' })

/** A column as it is: text, number, boolean, JSON, enum stored by its published name. `masked`: the column shown instead where
 *  the permission does not reach. */
export const column = (name: string, rule: FieldRule & { masked?: string }): Field => ({
  ...rule,
  kind: 'column',
  column: name,
  format: 'plain',
})

/** A `timestamptz(3)` published in UTC with milliseconds and `Z`. */
export const instant = (name: string, rule: FieldRule): Field => ({
  ...rule,
  kind: 'column',
  column: name,
  format: 'instant',
})

/** A `date` published as YYYY-MM-DD. */
export const day = (name: string, rule: FieldRule): Field => ({
  ...rule,
  kind: 'column',
  column: name,
  format: 'day',
})

/** A computed leaf value: SQL and its twin. */
export const expression = (spec: Expression & FieldRule): Field => {
  const { sql, reference, ...rule } = spec
  return { ...rule, kind: 'expression', expression: { sql, reference } }
}

/** The same value on every row. */
export const constant = (value: string | number | boolean | null): Field => ({
  kind: 'constant',
  value,
  class: 'public',
})

/** A JSON value of the actor alone, e.g. the permissions that the roles hold. */
export const ofActor = (value: (actor: Actor) => unknown): Field => ({
  kind: 'actor',
  value,
  class: 'internal',
})

/** The actions open to the actor on this row, as the enum values of the table's verbs. */
export const actions = (transitions: readonly Transition[]): Field => ({
  kind: 'actions',
  transitions,
  class: 'internal',
})

/**
 * A list of small objects of leaf members that are no rows: what an audit entry says of each column. The SQL is a query over the
 * row's alias whose columns bear the members' names; `reference` gives the same objects in the same order.
 */
export const values = (of: string, spec: Expression<readonly object[]> & FieldRule): Field => {
  const { sql, reference, ...rule } = spec
  return { ...rule, kind: 'values', of, expression: { sql, reference } }
}

/** Another published view of the same row, e.g. a place or an amount; no scope of its own. */
export const part = (type: string, rule: FieldRule): Field => ({ ...rule, kind: 'part', type })

/** The row that the column `by` points at (by its `key`, else its id); null where the actor may not read it. */
export const one = (type: string, rule: FieldRule & { by: string; key?: string }): Field => ({
  key: 'id',
  ...rule,
  kind: 'one',
  type,
})

/** The first row, in this order, of those that point here; null if none is readable. */
export const latest = (type: string, rule: FieldRule & Children): Field => ({ ...rule, kind: 'latest', type })

/**
 * All readable rows that point here, by the id or by another column `key`, or only some of them. For lists that the business bounds;
 * `typically` is their usual length, for the cost.
 */
export const many = (
  type: string,
  rule: FieldRule & Children & { typically?: number; key?: string; only?: Expression<boolean> },
): Field => ({
  typically: 5,
  key: 'id',
  ...rule,
  kind: 'many',
  type,
})

/** A growing list of rows that point here, as a Relay connection. */
export const connection = (type: string, rule: FieldRule & ListSpec & { foreign: string }): Field => {
  const { foreign, filters, orders, defaultOrder, only, ...fieldRule } = rule
  return {
    ...fieldRule,
    kind: 'connection',
    type,
    foreign,
    list: listSpec({ filters, orders, defaultOrder, only }),
  }
}

/** Without what is left out. */
export function listSpec(spec: { [K in keyof ListSpec]: ListSpec[K] | undefined }): ListSpec {
  return Object.fromEntries(
    Object.entries(spec).filter(([, value]) => value !== undefined),
  ) as unknown as ListSpec
}
