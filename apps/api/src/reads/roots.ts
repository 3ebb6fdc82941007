import { is, where } from './filters.ts'
import type { Expression, Filter, ListSpec, Order, Ranking } from './projection.ts'

/** How a field of Query is answered. Its door permission stands in the schema (`@Permission`), its row scope in the projection. */
export type Root =
  | { readonly kind: 'connection'; readonly type: string; readonly list: ListSpec }
  | { readonly kind: 'list'; readonly type: string; readonly list: ListSpec; readonly typically: number }
  | {
      readonly kind: 'found'
      readonly type: string
      readonly list: ListSpec
      readonly ranking: Ranking
    }
  | { readonly kind: 'object'; readonly type: string; readonly list: ListSpec }
  | { readonly kind: 'node' }
  | { readonly kind: 'value'; readonly expression: Expression }
  | { readonly kind: 'plain' }

/** A growing list: `first`, `after`, `orderBy`, filters; answered as a Relay connection. */
export const connectionRoot = (type: string, list: ListSpec): Root => ({ kind: 'connection', type, list })

/** A list that the business bounds, whole; `typically` is its usual length, for the cost. */
export const listRoot = (
  type: string,
  spec: {
    order: Order
    filters?: Readonly<Record<string, Filter>>
    only?: Expression<boolean>
    typically?: number
  },
): Root => {
  const { order, typically, ...list } = spec
  return { kind: 'list', type, list: { ...list, orders: { ONLY: order } }, typically: typically ?? 50 }
}

/** The few rows that answer one argument best, the best first. */
export const foundRoot = (type: string, ranking: Ranking): Root => ({
  kind: 'found',
  type,
  ranking,
  list: {
    filters: { [ranking.argument]: where({ ...ranking, sql: () => 'true', reference: () => true }) },
    orders: { ONLY: [] },
  },
})

/** One object, by its id or by other arguments that together name one row; null where there is none to read. */
export const objectRoot = (
  type: string,
  spec: { filters?: Readonly<Record<string, Filter>>; only?: Expression<boolean> } = {},
): Root => ({
  kind: 'object',
  type,
  list: { filters: spec.only ? {} : { id: is('id') }, ...spec, orders: { ONLY: [] } },
})

/** `node(id)`: the object of any type with a prefix. */
export const nodeRoot = (): Root => ({ kind: 'node' })

/** One value that belongs to no row; `alias` of its SQL is empty. */
export const valueRoot = (expression: Expression): Root => ({ kind: 'value', expression })

/** Answered by its resolver in the plain executor: reads no row of an organization, and stands in no document with others. */
export const plainRoot = (): Root => ({ kind: 'plain' })
