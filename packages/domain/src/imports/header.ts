import { fail, ok, type Result } from '../errors.ts'
import type { ColumnRule, ComplaintMapping } from './mapping.ts'
import { importRefusal, type ImportRefusal } from './refusals.ts'

/** Columns that the file of refused rows adds: it can be corrected and brought in again as it is. */
export const REFUSED_ROW_COLUMNS = ['steward_line', 'steward_reason'] as const

/** What a header or a name is compared by: neither case, nor spaces, nor full-width letters make a difference. */
export const comparableName = (name: string): string =>
  name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '')

/** A rule and its place in one file. */
export interface PlacedRule {
  readonly rule: ColumnRule
  /** The column as this file calls it. */
  readonly header: string
  /** Undefined: the file lacks this optional column. */
  readonly at: number | undefined
}

const namesOf = ({ column, also }: ColumnRule): string[] => [column, ...also].map(comparableName)

/** Puts the rules of a mapping to the columns of a file. Refuses with the columns that are missing, unknown or there twice. */
export const placeColumns = (
  mapping: ComplaintMapping,
  header: readonly string[],
): Result<readonly PlacedRule[], ImportRefusal> => {
  const names = header.map(comparableName)
  const reserved = REFUSED_ROW_COLUMNS.map(comparableName)
  const known = new Set([...mapping.columns.flatMap(namesOf), ...reserved])
  const placed = mapping.columns.map((rule): PlacedRule => {
    const of = namesOf(rule)
    const at = names.findIndex((name) => of.includes(name))
    return { rule, header: header[at]?.trim() ?? rule.column, at: at === -1 ? undefined : at }
  })

  const missing = placed.filter(({ rule, at }) => at === undefined && !rule.optional)
  const unknown = header.filter((_, at) => !known.has(names[at]!))
  const repeated = placed.filter(({ rule }) => {
    const of = namesOf(rule)
    return names.filter((name) => of.includes(name)).length > 1
  })
  const blanks = {
    missing: list(missing.map(({ rule }) => [rule.column, ...rule.also].join(' / '))),
    unknown: list(unknown),
    repeated: list(repeated.map((it) => it.header)),
  }
  if (missing.length > 0 && unknown.length > 0) return fail(importRefusal('COLUMNS_DO_NOT_FIT', blanks))
  if (missing.length > 0) return fail(importRefusal('MISSING_COLUMNS', blanks))
  if (unknown.length > 0) return fail(importRefusal('UNKNOWN_COLUMNS', blanks))
  return repeated.length > 0 ? fail(importRefusal('REPEATED_COLUMNS', blanks)) : ok(placed)
}

/** How well a header fits a mapping: expected columns that are there, less unknown ones. Tells delimiters and mappings apart. */
export const headerFit = (mapping: ComplaintMapping, header: readonly string[]): number => {
  const names = new Set(header.map(comparableName))
  const known = new Set(mapping.columns.flatMap(namesOf))
  const found = [...names].filter((name) => known.has(name)).length
  return found - (names.size - found)
}

const LONGEST_NAME = 60
const shown = (name: string): string => {
  const plain = name.replace(/\p{C}/gu, ' ').trim()
  return plain === '' ? '—' : plain.slice(0, LONGEST_NAME)
}
const list = (columns: readonly string[]): string => [...new Set(columns.map(shown))].join(', ')
