/** Cells of a row → values of a record, for every kind that is a table of fields. Pure. */
import { localDate } from '../../time-zone.ts'
import { cellError, cellText } from '../cells.ts'
import { comparableName, REFUSED_ROW_COLUMNS } from '../header.ts'
import { importIssue, levelOf, type ImportIssue, type ImportIssueReason } from '../issues.ts'
import { fail, ok, type Result } from '../../errors.ts'
import { importRefusal, type ImportRefusal } from '../refusals.ts'
import { readCell, type CellReading } from './read-cell.ts'
import { maskCell } from './mask-cell.ts'
import type { RecordTable, TableField, RecordValue, RecordValues } from './table-field.ts'
import { customColumnKey } from './custom-columns.ts'
import type { RecordMapping } from './record-mapping.ts'
import { RECORD_TABLES } from './record-tables.ts'

/** One row as it is to come in; names of records are not looked up yet. Fields of which nothing is said are absent. */
export interface RecordRow {
  readonly line: number
  readonly values: RecordValues
}

export interface RecordResult {
  /** Undefined: one of the issues is an error. */
  readonly row: RecordRow | undefined
  readonly issues: readonly ImportIssue[]
}

/** A field and its place in one file. */
interface PlacedField {
  readonly name: string
  readonly field: TableField
  readonly header: string | null
  readonly at: number
  readonly meanings: ReadonlyMap<string, string>
}

export interface RecordReader {
  readonly read: (cells: readonly string[], line: number) => RecordResult
  /** The column that tells a field, for issues about it; null where none does. */
  readonly headerOf: (field: string) => string | null
}

/**
 * Makes the function that reads the rows of one file. Refuses a file that lacks a column of the mapping, or repeats one; columns that
 * the mapping does not know are left out only if it says so.
 */
export const recordReader = (
  mapping: RecordMapping,
  header: readonly string[],
  {
    timeZone,
    now,
    table = RECORD_TABLES[mapping.kind],
  }: { readonly timeZone: string; readonly now: Date; readonly table?: RecordTable },
): Result<RecordReader, ImportRefusal> => {
  const { fields, required } = table
  const told = [
    ...mapping.columns.flatMap(({ field }) => field ?? []),
    ...mapping.constants.map(({ key }) => key),
  ]
  const gone = told.find((field) => !Object.hasOwn(fields, field))
  if (gone !== undefined) return fail(importRefusal('FIELD_GONE', { field: customColumnKey(gone) ?? gone }))
  const names = header.map(comparableName)
  const missing = mapping.columns.filter(
    ({ column, field }) => field !== null && !names.includes(comparableName(column)),
  )
  const known = new Set(
    [...mapping.columns.map(({ column }) => column), ...REFUSED_ROW_COLUMNS].map(comparableName),
  )
  const unknown = header.filter((_, at) => !known.has(names[at]!))
  const repeated = header.filter((_, at) => names.indexOf(names[at]!) !== at)
  const list = (columns: readonly string[]): string =>
    columns.map((it) => it.trim().slice(0, 60) || '—').join(', ')
  const blanks = {
    missing: list(missing.map(({ column }) => column)),
    unknown: list(unknown),
    repeated: list(repeated),
  }
  if (missing.length > 0)
    return fail(importRefusal(unknown.length > 0 ? 'COLUMNS_DO_NOT_FIT' : 'MISSING_COLUMNS', blanks))
  if (unknown.length > 0) return fail(importRefusal('UNKNOWN_COLUMNS', blanks))
  if (repeated.length > 0) return fail(importRefusal('REPEATED_COLUMNS', blanks))

  const placed = mapping.columns.flatMap(({ column, field, values }): PlacedField[] => {
    const spec = field === null ? undefined : fields[field]
    const at = names.indexOf(comparableName(column))
    if (!spec || field === null) return []
    return [{ name: field, field: spec, header: header[at]!.trim(), at, meanings: meaningsOf(spec, values) }]
  })
  const today = localDate(now, timeZone)
  const constants = new Map<string, RecordValue>()
  for (const { key, value } of mapping.constants) {
    const spec = fields[key]!
    const read = readCell(spec, cellText(value), meaningsOf(spec, []), today)
    if ('problem' in read)
      return fail(importRefusal('BAD_CONSTANT', { field: spec.label.zh, value: value.slice(0, 60) }))
    constants.set(key, read.value)
  }
  const headerOf = (field: string): string | null => placed.find(({ name }) => name === field)?.header ?? null

  const read = (cells: readonly string[], line: number): RecordResult => {
    const values: Record<string, RecordValue> = Object.fromEntries(constants)
    const issues: ImportIssue[] = []
    for (const { name, field, header: column, at, meanings } of placed) {
      const said = cellText(cells[at] ?? '')
      const note = (reason: ImportIssueReason): void =>
        void issues.push(importIssue(line, reason, column, maskCell(field, said)))
      const broken = cellError(said)
      if (broken) {
        note(broken)
        continue
      }
      if (said === '') continue
      const found: CellReading = readCell(field, said, meanings, today)
      if ('problem' in found) note(found.problem)
      else {
        values[name] = found.value
        // Two numbers in one cell, as people write them.
        if (found.other !== undefined && 'otherPhone' in fields) values['otherPhone'] ??= found.other
      }
    }
    for (const field of required)
      if (
        values[field] === undefined &&
        !issues.some(({ column }) => column !== null && column === headerOf(field))
      )
        issues.push(importIssue(line, 'MISSING_VALUE', headerOf(field)))
    const isRefused = issues.some(({ reason }) => levelOf(reason) === 'ERROR')
    return { row: isRefused ? undefined : { line, values }, issues }
  }
  return ok({ read, headerOf })
}

/** The mapping's own words first, then those that the field knows, and the names of its values. */
const meaningsOf = (
  field: TableField,
  own: readonly { readonly key: string; readonly value: string }[],
): ReadonlyMap<string, string> => {
  const words: [string, string][] =
    'values' in field
      ? [
          ...Object.entries(field.values).flatMap(([value, { zh, en }]): [string, string][] => [
            [value, value],
            [zh, value],
            [en, value],
          ]),
          ...Object.entries(field.words ?? {}),
        ]
      : []
  return new Map(
    [...words, ...own.map(({ key, value }) => [key, value] as const)].map(([word, value]) => [
      comparableName(word),
      value,
    ]),
  )
}
