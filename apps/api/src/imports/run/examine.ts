/** The first reading of a file: what each row is, what is wrong with it, what bringing it in would do. Writes no row. */
import { importIssue, importRefusal, type ImportedRow, type ImportIssue } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { statedValues, verdictOn } from './complaint-row.ts'
import { earlierRows } from './complaint-table.ts'
import { Examination } from './examination.ts'
import { ImportStopped } from './import-stopped.ts'
import type { KnownRecords } from './known-records.ts'
import type { RefusedRows } from '../file/refused-rows.ts'
import { rowBatches, type ReadRow, type RowSource } from '../file/row-batches.ts'

/** A file on its way into one organization. */
export interface ImportSource extends RowSource {
  readonly manager: Transaction['manager']
  readonly orgId: string
  readonly known: KnownRecords
  readonly endsWithNewline: boolean
}

/** All keys of a file are held at once, to find those that come twice: as many as fit into the memory of the process. */
const MOST_ROWS = 1_000_000

/** Hears how many rows were read and how far through the file that is, 0 to 1; throws to end it. */
export type Tell = (rowsRead: number, progress: number) => Promise<void>

export const examine = async (
  source: ImportSource,
  refusedRows: RefusedRows,
  tell: Tell,
): Promise<Examination> => {
  const { manager, orgId, mapping, known } = source
  const found = new Examination(source.timeZone)
  const keys = new Set<string>()
  let lastLine = 0

  const judge = async (batch: readonly ReadRow[]): Promise<void> => {
    const references = batch.flatMap(({ row }) => row?.externalReference ?? [])
    const earlier = await earlierRows(manager, orgId, mapping.source, references)
    for (const read of batch) {
      const { row } = read
      const records = row && !keys.has(row.externalReference) ? known.resolve(row) : undefined
      if (row && records && records.refused.length === 0) {
        keys.add(row.externalReference)
        const verdict = verdictOn(statedValues(row, records), earlier.get(row.externalReference))
        found.accept(read, row, records.categoryId, verdict)
        continue
      }
      const issues = [...read.issues]
      if (row && !records) issues.push(sameKey(source, row))
      for (const { header, line } of records?.refused ?? [])
        issues.push(importIssue(read.table.line, 'NO_SUCH_RECORD', header, line.words))
      found.refuse(read, issues)
      await refusedRows.add(read.table, issues)
    }
  }

  for await (const batch of rowBatches(source)) {
    await judge(batch)
    const last = batch.at(-1)!.table
    lastLine = last.line
    if (found.rowsRead > MOST_ROWS)
      throw ImportStopped.refused(importRefusal('TOO_MANY_ROWS', { count: MOST_ROWS }))
    await tell(found.rowsRead, last.progress)
  }
  if (!source.endsWithNewline) found.doubtLastRow(lastLine)
  return found
}

const sameKey = ({ placed }: RowSource, { line, externalReference }: ImportedRow): ImportIssue => {
  const column = placed.find(({ rule }) => rule.field === 'externalReference')?.header ?? null
  return importIssue(line, 'DUPLICATE_KEY', column, externalReference)
}
