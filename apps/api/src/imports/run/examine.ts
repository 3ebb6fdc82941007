/** The first reading of a file: what each row is, what is wrong with it, what bringing it in would do. Writes no row. */
import { importRefusal } from '@steward/domain'
import type { RefusedRows } from '../file/refused-rows.ts'
import { rowBatches, type ReadRow } from '../file/row-batches.ts'
import type { TableFile } from '../file/table-file.ts'
import { Examination } from './examination.ts'
import { ImportStopped } from './import-stopped.ts'
import type { Importer } from './importer.ts'

/** A file on its way into one organization. */
export interface ImportSource<R> {
  readonly table: TableFile
  readonly importer: Importer<R>
  readonly endsWithNewline: boolean
}

/** All keys of a file are held at once, to find those that come twice: as many as fit into the memory of the process. */
const MOST_ROWS = 1_000_000

/** Hears how many rows were read and how far through the file that is, 0 to 1; throws to end it. */
export type Tell = (rowsRead: number, progress: number) => Promise<void>

export const isReadable = <R>(read: ReadRow<R>): read is ReadRow<R> & { readonly row: R } =>
  read.row !== undefined

export const examine = async <R>(
  { table, importer, endsWithNewline }: ImportSource<R>,
  refusedRows: RefusedRows,
  tell: Tell,
): Promise<Examination> => {
  const found = new Examination()
  let lastLine = 0

  const judge = async (batch: readonly ReadRow<R>[]): Promise<void> => {
    const readable = batch.filter(isReadable)
    const judgements = await importer.judge(readable)
    const judgementOf = new Map(readable.map((read, at) => [read.place, judgements[at]!]))
    for (const read of batch) {
      const judgement = judgementOf.get(read.place)
      if (judgement && judgement.verdict !== 'REFUSED') {
        found.accept(read, judgement)
        continue
      }
      const issues = [...read.issues, ...(judgement?.issues ?? [])]
      found.refuse(read, issues)
      await refusedRows.add(read.table, issues)
    }
  }

  for await (const batch of rowBatches({ table, read: importer.read })) {
    await judge(batch)
    const last = batch.at(-1)!.table
    lastLine = last.line
    if (found.rowsRead > MOST_ROWS)
      throw ImportStopped.refused(importRefusal('TOO_MANY_ROWS', { count: MOST_ROWS }))
    await tell(found.rowsRead, last.progress)
  }
  if (!endsWithNewline) found.doubtLastRow(lastLine)
  return found
}
