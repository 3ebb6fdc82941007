import { comparableName } from '../header.ts'
import type { RecordKind } from '../kinds.ts'
import { RECORD_TABLES } from './record-tables.ts'
import type { RecordTable } from './table-field.ts'

/** `业主姓名（必填）` and `手机号*` are told apart from nothing by what stands around the name. */
const bare = (header: string): string => comparableName(header).replace(/[（(].*?[)）]|[*：:＊]/gu, '')

/**
 * The field that each column of a file seems to tell, or null: by the words that others use for it, exactly first, then as part of
 * the header where only one field claims it. No field is guessed twice.
 */
export const guessColumns = (
  kind: RecordKind,
  header: readonly string[],
  table: RecordTable = RECORD_TABLES[kind],
): readonly (string | null)[] => {
  const fields = Object.entries(table.fields).map(([field, { label, also = [] }]) => ({
    field,
    names: [field, label.zh, label.en, ...also].map(bare),
  }))
  const taken = new Set<string>()
  const take = (field: string | undefined): string | null => {
    if (field === undefined || taken.has(field)) return null
    taken.add(field)
    return field
  }
  const exact = header.map((name) =>
    take(fields.find(({ field, names }) => !taken.has(field) && names.includes(bare(name)))?.field),
  )
  return exact.map((found, at) => {
    const name = bare(header[at]!)
    if (found !== null || name.length < 2) return found
    const within = fields.filter(
      ({ field, names }) => !taken.has(field) && names.some((it) => it.length > 1 && name.includes(it)),
    )
    return within.length === 1 ? take(within[0]!.field) : null
  })
}

/** The kind whose fields most columns speak for; undefined where hardly any does. */
export const guessKind = (header: readonly string[]): RecordKind | undefined => {
  const fits = (Object.keys(RECORD_TABLES) as RecordKind[]).map((kind) => ({
    kind,
    known: guessColumns(kind, header).filter((field) => field !== null).length,
    isWhole: RECORD_TABLES[kind].required.every(
      (field) =>
        field in RECORD_TABLES[kind].constants || guessColumns(kind, header).some((it) => it === field),
    ),
  }))
  const [best] = fits.filter(({ isWhole }) => isWhole).sort((a, b) => b.known - a.known)
  return best && best.known >= 2 ? best.kind : undefined
}
