import type { Compilation, View } from './compilation.ts'
import type { Field, Projection } from './projection.ts'
import { uuidOf } from './published-id.ts'
import { getProjection } from './read-model.ts'
import { Refusal } from './refusal.ts'
import { isHeld, visibilitySql } from './scope-sql.ts'

/** A published field as lists compare it: the SQL of its stored value, and how a client's value becomes one. */
export interface Comparable {
  readonly sql: string
  readonly format: 'plain' | 'instant' | 'day' | 'uuid'
  convert(value: unknown): unknown
}

/** Throws FORBIDDEN when one of the fields is hidden from all roles of the reader: a filter would tell what the field does not. */
export function refuseHidden(c: Compilation, projection: Projection, fields: readonly string[]): void {
  for (const name of fields) {
    const { permission } = getField(projection, name)
    if (permission !== undefined && !isHeld(c, permission)) throw new Refusal('FORBIDDEN', 'hiddenField')
  }
}

/** The field's stored value; null on the rows where the reader may not see it. */
export function comparable(c: Compilation, view: View, name: string): Comparable {
  const field = getField(view.projection, name)
  const stored = storedValue(c, view, name, field)
  const visible = visibilitySql(c, view, field)
  return visible === 'true' ? stored : { ...stored, sql: `case when ${visible} then ${stored.sql} end` }
}

function storedValue(c: Compilation, { projection, alias }: View, name: string, field: Field): Comparable {
  switch (field.kind) {
    case 'id':
      return { sql: `${alias}.id`, format: 'uuid', convert: (value) => uuidOf(projection, value) }
    case 'one': {
      const target = getProjection(c.model, field.type)
      return { sql: `${alias}.${field.by}`, format: 'uuid', convert: (value) => uuidOf(target, value) }
    }
    case 'column':
      return { sql: `${alias}.${field.column}`, format: field.format, convert: CONVERT[field.format] }
    case 'expression':
      return { sql: `(${field.expression.sql(alias, c.actor)})`, format: 'plain', convert: CONVERT.plain }
    default:
      throw new Error(`${projection.type}.${name} has no value to compare`)
  }
}

const CONVERT = { plain: (value: unknown) => value, instant: storedInstant, day: storedDay } as const

/** PostgreSQL has no year 0000, and ISO texts outside of four digits are of another form. */
const FOUR_DIGIT_YEAR = /^(?!0000)\d{4}-/

function storedInstant(value: unknown): string {
  const instant = value instanceof Date ? value : new Date(String(value))
  if (Number.isNaN(instant.getTime()) || !FOUR_DIGIT_YEAR.test(instant.toISOString())) {
    throw new Refusal('BAD_REQUEST', 'value')
  }
  return instant.toISOString()
}

function storedDay(value: unknown): string {
  const day = String(value)
  if (storedInstant(`${day}T00:00:00.000Z`).slice(0, 10) !== day) throw new Refusal('BAD_REQUEST', 'value')
  return day
}

/** The field of that name; throws when there is none, which the check at start-up excludes. */
export function getField(projection: Projection, name: string): Field {
  const field = projection.fields[name]
  if (!field) throw new Error(`${projection.type} has no field ${name}`)
  return field
}
