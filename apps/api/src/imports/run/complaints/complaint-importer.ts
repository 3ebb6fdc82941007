/** Cases of a file, read by a mapping that is data, with their places, categories and departments. */
import {
  complaintNumber,
  importIssue,
  placeColumns,
  rowReader,
  type ComplaintMapping,
  type ImportedRow,
  type ImportIssue,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import { ComplaintCategory } from '../../../complaints/complaint-category.entity.ts'
import { nextSerials } from '../../../database/counter.ts'
import type { Transaction } from '../../../database/transaction.ts'
import { Department } from '../../../organization/organization.entity.ts'
import type { ReadRow } from '../../file/row-batches.ts'
import { ImportStopped } from '../import-stopped.ts'
import { countOf, type Count, type Importer, type Judgement } from '../importer.ts'
import { statedValues, verdictOn } from './complaint-row.ts'
import { earlierRows, insertRows, updateRows, type RunValues } from './complaint-table.ts'
import { KnownRecords } from './known-records.ts'
import { months, type Month } from './months.ts'

type Read = ReadRow<ImportedRow> & { readonly row: ImportedRow }

interface OfOrganization {
  readonly timeZone: string
  readonly currency: string
}

export class ComplaintImporter implements Importer<ImportedRow> {
  readonly read: Importer<ImportedRow>['read']
  readonly #tx: Transaction
  readonly #known: KnownRecords
  readonly #run: RunValues
  readonly #monthOf: (at: Date) => Month
  readonly #keyHeader: string | null
  readonly #keys = new Set<string>()
  /** New cases by the month in which they are numbered, `YYMM`. */
  readonly #newByPeriod = new Map<string, number>()
  #serials = new Map<string, number>()

  private constructor(
    tx: Transaction,
    known: KnownRecords,
    run: RunValues,
    timeZone: string,
    read: Importer<ImportedRow>['read'],
    keyHeader: string | null,
  ) {
    this.#tx = tx
    this.#known = known
    this.#run = run
    this.#monthOf = months(timeZone)
    this.read = read
    this.#keyHeader = keyHeader
  }

  /** @throws ImportStopped where the columns do not fit the mapping */
  static async begin(
    tx: Transaction,
    mapping: ComplaintMapping,
    header: readonly string[],
    { timeZone, currency }: OfOrganization,
  ): Promise<ComplaintImporter> {
    const placed = placeColumns(mapping, header)
    if (!placed.ok) throw ImportStopped.refused(placed.error)
    const { organizationId: orgId, staffId } = tx.actor
    const known = await KnownRecords.load(tx.manager, orgId, mapping)
    const read = rowReader(mapping, placed.value, { timeZone, now: tx.now })
    const keyHeader = placed.value.find(({ rule }) => rule.field === 'externalReference')?.header ?? null
    const run = { orgId, staffId, currency, source: mapping.source }
    return new ComplaintImporter(tx, known, run, timeZone, read, keyHeader)
  }

  async judge(batch: readonly Read[]): Promise<readonly Judgement[]> {
    const { orgId, source } = this.#run
    const references = batch.map(({ row }) => row.externalReference)
    const earlier = await earlierRows(this.#tx.manager, orgId, source, references)
    return batch.map(({ row, table }): Judgement => {
      const { externalReference } = row
      const refused = (...issues: ImportIssue[]): Judgement => ({ verdict: 'REFUSED', issues, counts: [] })
      if (this.#keys.has(externalReference))
        return refused(importIssue(table.line, 'DUPLICATE_KEY', this.#keyHeader, externalReference))
      const records = this.#known.resolve(row)
      if (records.refused.length > 0)
        return refused(
          ...records.refused.map(({ header, line }) =>
            importIssue(table.line, 'NO_SUCH_RECORD', header, line.words),
          ),
        )
      this.#keys.add(externalReference)
      const verdict = verdictOn(statedValues(row, records), earlier.get(externalReference))
      const { period } = this.#monthOf(row.registeredAt)
      if (verdict === 'NEW') this.#newByPeriod.set(period, (this.#newByPeriod.get(period) ?? 0) + 1)
      return { verdict, issues: [], counts: this.#countsOf(row, records.categoryId) }
    })
  }

  /**
   * Numbers are taken when nothing but the rows themselves is left to do: whoever registers a case of the same month waits no longer
   * than that. Categories and departments are few, and somebody will ask where they came from: each is audited.
   */
  async prepare(): Promise<void> {
    for (const category of this.#known.newCategories)
      await this.#tx.insert(ComplaintCategory, { ...category, archivedAt: null })
    for (const department of this.#known.newDepartments)
      await this.#tx.insert(Department, { ...department, headId: null, archivedAt: null, version: 1 })
    if (this.#newByPeriod.size > 0)
      this.#serials = await nextSerials(this.#tx.manager, this.#run.orgId, 'complaint', this.#newByPeriod)
  }

  async write(batch: Parameters<Importer<ImportedRow>['write']>[0]): Promise<void> {
    const { manager, now } = this.#tx
    const these = (wanted: 'NEW' | 'CHANGED') =>
      batch
        .filter(({ verdict }) => verdict === wanted)
        .map(({ read: { row } }) => ({ row, values: statedValues(row, this.#known.resolve(row)) }))
    const fresh = these('NEW').map(({ row, values }) => ({
      ...values,
      id: newId(),
      number: this.#numberOf(row.registeredAt),
      external_reference: row.externalReference,
    }))
    if (fresh.length > 0) await insertRows(manager, this.#run, fresh)
    const changed = these('CHANGED')
    if (changed.length === 0) return
    const { orgId, source } = this.#run
    const references = changed.map(({ row }) => row.externalReference)
    const earlier = await earlierRows(manager, orgId, source, references)
    const rows = changed.map(({ row, values }) => ({ ...values, id: earlier.get(row.externalReference)!.id }))
    await updateRows(manager, this.#run, rows, now)
  }

  get created() {
    return { categories: this.#known.newCategories.length, departments: this.#known.newDepartments.length }
  }

  #numberOf(registeredAt: Date): string {
    const { period } = this.#monthOf(registeredAt)
    const serial = this.#serials.get(period)!
    this.#serials.set(period, serial + 1)
    return complaintNumber(period, serial)
  }

  #countsOf({ status, registeredAt, records }: ImportedRow, categoryId: string | null): readonly Count[] {
    const category = records.category?.name
    return [
      countOf('STATUS', status),
      countOf('YEAR', this.#monthOf(registeredAt).year),
      {
        dimension: 'CATEGORY',
        // By the record where there is one: it may be written in several ways.
        key: categoryId ?? category?.en ?? '',
        value: null,
        nameZh: category?.zh ?? null,
        nameEn: category?.en ?? null,
      },
    ]
  }
}
