import { can, membersOf, type Actor, type ContentShape, type FactBag, type FieldRule } from '@steward/domain'
import type { ShownLine } from './ceremony.service.ts'

/** Class and permission of the fields, by the part of the content that they stand in. */
export type FieldRules = Readonly<Record<string, Readonly<Record<string, FieldRule>>>>

/**
 * What is signed, leaf by leaf, as its signer reads it, in the order of the shape. What they may not read anywhere else they do not
 * read here either: it is signed as the commitment that stands in its place, and said to be hidden.
 */
export const shownLines = (
  value: object,
  shape: Readonly<Record<string, ContentShape>>,
  reader: { readonly actor: Actor; readonly facts: FactBag; readonly fields?: FieldRules | undefined },
): readonly ShownLine[] => {
  const lines: ShownLine[] = []
  const mayRead = (part: string, field: string): boolean => {
    const rule = reader.fields?.[part]?.[field]
    return !rule || can(reader.actor, rule.permission, reader.facts)
  }
  const walk = (part: unknown, as: ContentShape, keys: readonly string[]): void => {
    if (typeof as === 'string') lines.push(lineOf(keys, leaf(part), as !== 'sensitive' && allowed(keys)))
    else if (Array.isArray(part)) {
      const [each] = as as readonly [ContentShape]
      for (const [at, entry] of part.entries()) walk(entry, each, [...keys, String(at)])
    } else if (part !== null && typeof part === 'object') {
      const record = part as Readonly<Record<string, unknown>>
      for (const [key, of] of membersOf(as as Readonly<Record<string, ContentShape>>, record))
        walk(record[key], of, [...keys, key])
    }
  }
  const allowed = ([part = '', ...rest]: readonly string[]): boolean =>
    mayRead(part, rest.find((key) => !/^\d+$/.test(key)) ?? '')
  walk(value, shape, [])
  return lines
}

const lineOf = (keys: readonly string[], value: ShownLine['value'], isReadable: boolean): ShownLine => {
  const path = keys.map((key) => `/${key}`).join('')
  return isReadable || value === null ? { path, value } : { path, value: null, isHidden: true }
}

const leaf = (value: unknown): ShownLine['value'] => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}
