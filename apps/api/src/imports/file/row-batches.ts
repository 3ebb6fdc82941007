import {
  importIssue,
  rowReader,
  type ComplaintMapping,
  type ImportedRow,
  type ImportIssue,
  type PlacedRule,
} from '@steward/domain'
import { readRows, type TableFile, type TableRow } from './table-file.ts'

/** What the rows of a file are read by. */
export interface RowSource {
  readonly table: TableFile
  readonly mapping: ComplaintMapping
  readonly placed: readonly PlacedRule[]
  /** Zone of the organization. */
  readonly timeZone: string
  readonly now: Date
}

/** A row of the file, and what it says; undefined where an issue is an error. */
export interface ReadRow {
  /** Its place among the rows, from 0. */
  readonly place: number
  readonly table: TableRow
  readonly row: ImportedRow | undefined
  readonly issues: readonly ImportIssue[]
}

/** Rows for one statement: enough to be quick, few enough to be cancelled between. */
const BATCH_ROWS = 1_000

/** Reads the file from its beginning, the same rows every time. */
export async function* rowBatches(source: RowSource): AsyncGenerator<readonly ReadRow[]> {
  const read = rowReader(source.mapping, source.placed, source)
  const width = source.table.header.length
  let batch: ReadRow[] = []
  let place = 0
  for await (const table of readRows(source.table)) {
    const misshapen = shapeIssue(table, width)
    const { row, issues } = misshapen
      ? { row: undefined, issues: [misshapen] }
      : read(table.cells, table.line)
    batch.push({ place, table, row, issues })
    place += 1
    if (batch.length < BATCH_ROWS) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

const shapeIssue = ({ line, cells, isCutOff }: TableRow, width: number): ImportIssue | undefined => {
  if (isCutOff) return importIssue(line, 'CUT_OFF')
  if (cells.length === width) return undefined
  return importIssue(line, cells.length < width ? 'TOO_FEW_CELLS' : 'TOO_MANY_CELLS', null, cells.join(','))
}
