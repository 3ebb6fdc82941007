import { guessColumns, type RecordKind, type RecordTable } from '@steward/domain'

/** A word and what it means. */
export interface Pair {
  readonly key: string
  readonly value: string
}

export interface DraftColumn {
  readonly column: string
  readonly field: string | null
  readonly values: Pair[]
}

/** A mapping while somebody makes it. */
export interface Draft {
  readonly source: string
  readonly columns: DraftColumn[]
  readonly constants: Pair[]
}

/** A mapping that was saved, as it is read. */
export interface SavedMapping {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly kind: string
  readonly source: string
  readonly columns: readonly { readonly column: string; readonly field: string | null }[]
  readonly words: readonly { readonly column: string; readonly key: string; readonly value: string }[]
  readonly constants: readonly Pair[]
}

const same = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** What the headers seem to tell, and what is usually so of every row where no column tells it. */
export const guessedDraft = (
  kind: RecordKind,
  table: RecordTable,
  header: readonly string[],
  source: string,
): Draft => {
  const fields = guessColumns(kind, header, table)
  const usual = Object.entries(table.constants)
  return {
    source,
    columns: header.map((column, at) => ({ column, field: fields[at] ?? null, values: [] })),
    constants: usual.filter(([key]) => !fields.includes(key)).map(([key, value]) => ({ key, value })),
  }
}

/** A saved mapping put to the columns of this file; columns that it does not know are left out. */
export const savedDraft = (saved: SavedMapping, header: readonly string[]): Draft => ({
  source: saved.source,
  columns: header.map((column) => ({
    column,
    field: saved.columns.find((it) => same(it.column, column))?.field ?? null,
    values: saved.words.filter((it) => same(it.column, column)).map(({ key, value }) => ({ key, value })),
  })),
  constants: [...saved.constants],
})

/** Does the file have all columns that the mapping needs? */
export const fits = (saved: SavedMapping, header: readonly string[]): boolean =>
  saved.columns.every(({ column, field }) => field === null || header.some((it) => same(it, column)))

/** A field is told by one column, or by a constant: the newest choice holds. */
export const withField = (draft: Draft, at: number, field: string | null): Draft => ({
  ...draft,
  columns: draft.columns.map((it, place) => {
    if (place === at) return { ...it, field, values: [] }
    return field !== null && it.field === field ? { ...it, field: null, values: [] } : it
  }),
  constants: draft.constants.filter(({ key }) => key !== field),
})

export const withValues = (draft: Draft, at: number, values: Pair[]): Draft => ({
  ...draft,
  columns: draft.columns.map((it, place) => (place === at ? { ...it, values } : it)),
})

/** What every record must state and nothing tells yet. */
export const missingFields = ({ required }: RecordTable, { columns, constants }: Draft): readonly string[] =>
  required.filter(
    (field) =>
      !columns.some((it) => it.field === field) &&
      !constants.some(({ key, value }) => key === field && value.trim() !== ''),
  )
