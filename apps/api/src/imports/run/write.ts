/** The second reading of a file: what the first one found new or changed is written, in the transaction of the first. */
import { complaintNumber } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { ComplaintCategory } from '../../complaints/complaint-category.entity.ts'
import { nextSerials } from '../../database/counter.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Department } from '../../organization/organization.entity.ts'
import { statedValues, type StatedValues } from './complaint-row.ts'
import { earlierRows, insertRows, updateRows, type RunValues } from './complaint-table.ts'
import type { Examination } from './examination.ts'
import type { ImportSource } from './examine.ts'
import type { KnownRecords } from './known-records.ts'
import { months } from './months.ts'
import { rowBatches, type ReadRow } from '../file/row-batches.ts'

/**
 * Writes what `found` says. Numbers are taken when nothing but the rows themselves is left to do: whoever registers a case of the
 * same month waits no longer than that. The rows' audit is the run: it names file, hash, mapping and figures, and each case names
 * its source and key; an entry for each of twenty thousand rows would say the same again.
 */
export const write = async (
  tx: Transaction,
  source: ImportSource,
  found: Examination,
  run: RunValues,
  tell: (written: number) => Promise<void>,
): Promise<void> => {
  await createRecords(tx, source.known)
  if (found.rowsToWrite === 0) return
  const serials = await nextSerials(tx.manager, run.orgId, 'complaint', found.newByPeriod)
  const monthOf = months(source.timeZone)
  const numberOf = (registeredAt: Date): string => {
    const { period } = monthOf(registeredAt)
    const serial = serials.get(period)!
    serials.set(period, serial + 1)
    return complaintNumber(period, serial)
  }
  let written = 0
  for await (const batch of rowBatches(source)) {
    const these = (verdict: 'NEW' | 'CHANGED') =>
      batch.filter((read) => found.verdictOf(read) === verdict).map((read) => withValues(read, source.known))
    const fresh = these('NEW')
    const changed = these('CHANGED')
    if (fresh.length > 0) {
      const rows = fresh.map(({ reference, registeredAt, values }) => ({
        ...values,
        id: newId(),
        number: numberOf(registeredAt),
        external_reference: reference,
      }))
      await insertRows(tx.manager, run, rows)
    }
    if (changed.length > 0) {
      const references = changed.map(({ reference }) => reference)
      const earlier = await earlierRows(tx.manager, run.orgId, run.source, references)
      const rows = changed.map(({ reference, values }) => ({ ...values, id: earlier.get(reference)!.id }))
      await updateRows(tx.manager, run, rows, tx.now)
    }
    written += fresh.length + changed.length
    await tell(written)
  }
}

/** Categories and departments are few, and somebody will ask where they came from: each is audited. */
const createRecords = async (tx: Transaction, known: KnownRecords): Promise<void> => {
  for (const category of known.newCategories)
    await tx.insert(ComplaintCategory, { ...category, archivedAt: null })
  for (const department of known.newDepartments)
    await tx.insert(Department, { ...department, archivedAt: null, version: 1 })
}

const withValues = (
  { row }: ReadRow,
  known: KnownRecords,
): { reference: string; registeredAt: Date; values: StatedValues } => {
  if (!row) throw new Error('the file has changed since it was read first')
  const { externalReference: reference, registeredAt } = row
  return { reference, registeredAt, values: statedValues(row, known.resolve(row)) }
}
