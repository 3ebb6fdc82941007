import { importIssue, type ImportIssue } from '@steward/domain'
import type { TableFile, TableRow } from './table-file.ts'

/** What the rows of a file are read by. */
export interface RowSource<R> {
  readonly table: TableFile
  readonly read: (
    cells: readonly string[],
    line: number,
  ) => { readonly row: R | undefined; readonly issues: readonly ImportIssue[] }
}

/** A row of the file, and what it says; undefined where an issue is an error. */
export interface ReadRow<R> {
  /** Its place among the rows, from 0. */
  readonly place: number
  readonly table: TableRow
  readonly row: R | undefined
  readonly issues: readonly ImportIssue[]
}

/** Rows for one statement: enough to be quick, few enough to be cancelled between. */
const BATCH_ROWS = 1_000

/** Reads the file from its beginning, the same rows every time. */
export async function* rowBatches<R>({
  table: file,
  read,
}: RowSource<R>): AsyncGenerator<readonly ReadRow<R>[]> {
  const width = file.header.length
  let batch: ReadRow<R>[] = []
  let place = 0
  for await (const table of file.rows()) {
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
  // Which cells of a row that has come apart are about whom cannot be told: none of them is kept.
  return importIssue(line, cells.length < width ? 'TOO_FEW_CELLS' : 'TOO_MANY_CELLS')
}
