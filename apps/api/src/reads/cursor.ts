import type { Comparable } from './comparable.ts'
import { publishedInstantSql } from './published-value.ts'
import { Refusal } from './refusal.ts'
import { literal } from './sql-writer.ts'

/** One key of a keyset order. Null counts as the greatest value, as in PostgreSQL's own order. */
export interface SortKey extends Comparable {
  readonly direction: 'asc' | 'desc'
  readonly nullable: boolean
}

/** Opaque text of a row's place: base64url of the JSON list of the order's name and the row's keys, made in SQL. */
export function cursorSql(order: string, keys: readonly SortKey[]): string {
  const parts = keys.map(({ sql, format }) => (format === 'instant' ? publishedInstantSql(sql) : sql))
  const json = `json_build_array(${[literal(order), ...parts].join(', ')})::text`
  return `translate(encode(convert_to(${json}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`
}

/** The keys in a cursor. Refuses BAD_REQUEST what is no cursor, or one of another order. */
export function cursorKeys(order: string, keys: readonly SortKey[], cursor: unknown): unknown[] {
  const [name, ...values] = parse(cursor)
  if (name !== order || values.length !== keys.length) throw new Refusal('BAD_REQUEST', 'cursor')
  return keys.map((key, index) => {
    const value = values[index]
    if (!isKey(key, value)) throw new Refusal('BAD_REQUEST', 'cursor')
    return value === null
      ? null
      : key.format === 'plain' || key.format === 'uuid'
        ? value
        : key.convert(value)
  })
}

function parse(cursor: unknown): unknown[] {
  if (typeof cursor === 'string' && /^[\w-]+$/.test(cursor)) {
    try {
      const json: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
      if (Array.isArray(json)) return json
    } catch {
      // Not JSON: refused below like every other text that is no cursor.
    }
  }
  throw new Refusal('BAD_REQUEST', 'cursor')
}

const PATTERNS = {
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  day: /^\d{4}-\d\d-\d\d$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

function isKey({ format, nullable }: SortKey, value: unknown): boolean {
  if (value === null) return nullable
  if (format === 'plain') return ['string', 'number', 'boolean'].includes(typeof value)
  return typeof value === 'string' && PATTERNS[format].test(value)
}

/** The rows after the keys given as placeholders. One row comparison where it says the same: an index can start there. */
export function afterSql(keys: readonly SortKey[], places: readonly string[]): string {
  const [first] = keys
  if (first && keys.every(({ direction, nullable }) => direction === first.direction && !nullable)) {
    const operator = first.direction === 'asc' ? '>' : '<'
    return `(${keys.map(({ sql }) => sql).join(', ')}) ${operator} (${places.join(', ')})`
  }
  const steps = keys.map((key, index) => {
    const same = keys
      .slice(0, index)
      .map(({ sql }, before) => `${sql} is not distinct from ${places[before]}`)
    return `(${[...same, beyond(key, places[index]!)].join(' and ')})`
  })
  return `(${steps.join(' or ')})`
}

function beyond({ sql, direction, nullable }: SortKey, place: string): string {
  if (!nullable) return `${sql} ${direction === 'asc' ? '>' : '<'} ${place}`
  return direction === 'asc'
    ? `(${sql} > ${place} or (${sql} is null and ${place} is not null))`
    : `(${sql} < ${place} or (${sql} is not null and ${place} is null))`
}
