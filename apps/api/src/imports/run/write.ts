/** The second reading of a file: what the first one found new or changed is written, in the transaction of the first. */
import { rowBatches } from '../file/row-batches.ts'
import type { Examination } from './examination.ts'
import { isReadable, type ImportSource } from './examine.ts'

/**
 * Writes what `found` says. The rows' audit is the run: it names file, hash, mapping and figures, and each record names its source and
 * key; an entry for each of twenty thousand rows would say the same again.
 */
export const write = async <R>(
  { table, importer }: ImportSource<R>,
  found: Examination,
  tell: (written: number) => Promise<void>,
): Promise<void> => {
  await importer.prepare()
  if (found.rowsToWrite === 0) return
  let written = 0
  for await (const batch of rowBatches({ table, read: importer.read })) {
    const rows = batch.flatMap((read) => {
      const verdict = found.verdictOf(read)
      if (verdict !== 'NEW' && verdict !== 'CHANGED') return []
      if (!isReadable(read)) throw new Error('the file has changed since it was read first')
      return [{ read, verdict }]
    })
    if (rows.length > 0) await importer.write(rows)
    written += rows.length
    await tell(written)
  }
}
