/**
 * Payments of a file: from whoever pays for the unit on that day, or by the code of the client. Each settles the oldest charges first, as
 * one that is recorded by hand. A payment is never edited, so a row that came in before and says something else is refused; what is
 * recorded already, by hand or from another source, is left out.
 */
import {
  debtorOf,
  importIssue,
  type ImportIssueReason,
  type RecordReader,
  type RecordRow,
  type RecordValues,
} from '@steward/domain'
import { nextNumbers, todayOf } from '../../../money/day-of-organization.service.ts'
import type { ReadRow } from '../../file/row-batches.ts'
import { staysAt } from '../clients/client-lookups.ts'
import { codeOf } from '../clients/client-row.ts'
import { grouped } from '../clients/grouped.ts'
import { holdClients, type Resting } from '../hold-clients.ts'
import { contentHash, earlierRows, identityOf, insertImportedRows } from '../imported-rows.ts'
import { countOf, type Count, type Importer, type Judgement } from '../importer.ts'
import type { KnownPlaces, KnownUnit } from '../known-places.ts'
import { placeOf } from '../place-of.ts'
import { debtorsOf, type Debtor } from '../receivables/receivable-lookups.ts'
import type { RecordRun } from '../record-run.ts'
import {
  paymentsOf,
  recordedElsewhere,
  recordPayments,
  samenessKey,
  type Sameness,
} from './payment-lookups.ts'

type Read = ReadRow<RecordRow> & { readonly row: RecordRow }

interface Asked {
  readonly read: Read
  readonly unit: KnownUnit | undefined
  readonly payer: Debtor
  readonly same: Sameness
  readonly identity: string
}

interface Plan extends Asked {
  readonly hash: string
}

export class PaymentImporter implements Importer<RecordRow> {
  readonly read: Importer<RecordRow>['read']
  readonly created = { categories: 0, departments: 0 }
  readonly #run: RecordRun
  readonly #places: KnownPlaces
  readonly #headerOf: RecordReader['headerOf']
  readonly #keys = new Set<string>()
  readonly #plans = new Map<number, Plan>()
  #numbers: readonly string[] = []
  #given = 0

  constructor(run: RecordRun, reader: RecordReader, places: KnownPlaces) {
    this.#run = run
    this.#places = places
    this.read = reader.read
    this.#headerOf = reader.headerOf
  }

  async judge(batch: readonly Read[]): Promise<readonly Judgement[]> {
    const { tx, orgId, source } = this.#run
    const judged = new Map<number, Judgement>()
    const asked = await this.#ask(batch, judged)
    const rows = await earlierRows(
      tx.manager,
      orgId,
      'PAYMENTS',
      source,
      asked.map(({ identity }) => identity),
    )
    const earlier = new Map(rows.map((row) => [row.key, row]))
    const present = await paymentsOf(
      tx.manager,
      orgId,
      rows.map(({ recordId }) => recordId),
    )
    const known = await recordedElsewhere(
      tx.manager,
      orgId,
      source,
      asked.map(({ same }) => same),
    )
    for (const [at, it] of asked.entries()) {
      const { read, identity } = it
      const before = earlier.get(identity)
      const payment = before && !before.undone ? present.get(before.recordId) : undefined
      judged.set(
        read.place,
        before && payment ? this.#judgeAgain(it, before.hash, payment) : this.#judgeNew(it, known.get(at)),
      )
    }
    return batch.map(({ place }) => judged.get(place)!)
  }

  /** Accounts first, then numbers: in the order of whoever records by hand. */
  async prepare(): Promise<void> {
    const { tx } = this.#run
    const plans = [...this.#plans.values()]
    const resting = plans.map(({ read, payer }): Resting => ({
      line: read.table.line,
      id: payer.id,
      version: payer.version,
    }))
    await holdClients(this.#run, resting, 'for no key update')
    if (plans.length > 0) this.#numbers = await nextNumbers(tx, 'payment', await todayOf(tx), plans.length)
  }

  async write(batch: Parameters<Importer<RecordRow>['write']>[0]): Promise<void> {
    const { tx, orgId, id, source } = this.#run
    const rows = batch.map(({ read }) => ({ id: tx.newId(), plan: this.#plans.get(read.place)! }))
    const partIds = await recordPayments(
      this.#run,
      rows.map(({ id: paymentId, plan: { read, payer } }) => ({
        id: paymentId,
        number: this.#numbers[this.#given++]!,
        clientId: payer.id,
        ...stated(read.row.values),
      })),
    )
    await insertImportedRows(
      tx.manager,
      { orgId, id, kind: 'PAYMENTS', source },
      rows.map(({ id: paymentId, plan: { read, identity, hash } }) => ({
        line: read.table.line,
        identity,
        key: identity,
        hash,
        record_id: paymentId,
        made: true,
        record_version: 1,
        before: null,
        part_ids: [...(partIds.get(paymentId) ?? [])],
      })),
    )
  }

  /** Whose each is; what is wrong with that is judged at once. */
  async #ask(batch: readonly Read[], judged: Map<number, Judgement>): Promise<readonly Asked[]> {
    const { tx, orgId } = this.#run
    const units = new Map<number, KnownUnit>()
    for (const read of batch) {
      const unit = placeOf(this.#places, read.row.values, (reason, field, value) =>
        judged.set(read.place, this.#refused(read, reason, field, value)),
      )
      if (unit) units.set(read.place, unit)
    }
    const unitIds = [...new Set([...units.values()].map(({ id }) => id))]
    const stays = grouped(await staysAt(tx.manager, orgId, unitIds), ({ unitId }) => unitId)
    const codes = batch.flatMap(({ row }) => codeOf(row.values) ?? [])
    const staying = [...stays.values()].flatMap((all) => all.map(({ clientId }) => clientId))
    const payers = await debtorsOf(tx.manager, orgId, staying, codes)
    return batch.flatMap((read) => {
      if (judged.has(read.place)) return []
      const { values } = read.row
      const unit = units.get(read.place)
      const code = codeOf(values)
      const refuse = (reason: ImportIssueReason, field?: string, value?: string) => {
        judged.set(read.place, this.#refused(read, reason, field, value))
        return []
      }
      if (!unit && code === null) return refuse('UNIT_OR_CLIENT')
      const said = stated(values)
      const staysThere = stays.get(unit?.id ?? '') ?? []
      const payer = payers.get(code ?? debtorOf(staysThere, said.receivedOn)?.clientId ?? '')
      if (!payer)
        return code === null
          ? refuse('NOBODY_OWES', 'unit', values['unit'] as string)
          : refuse('NO_SUCH_RECORD', 'code', code)
      if (payer.erased) return refuse('CLIENT_IS_ERASED', 'code')
      if (payer.mergedInto !== null)
        return refuse('CLIENT_IS_MERGED', 'code', `${payer.code} → ${payer.mergedInto}`)
      const sourceKey = values['sourceKey'] as string | undefined
      const same: Sameness = { clientId: payer.id, ...said }
      const identity =
        sourceKey === undefined
          ? identityOf('payment', samenessKey(same), said.reference)
          : identityOf('key', sourceKey)
      return [{ read, unit, payer, same, identity }]
    })
  }

  #isTwice({ read, identity }: Asked): Judgement | undefined {
    if (!this.#keys.has(identity)) {
      this.#keys.add(identity)
      return undefined
    }
    const sourceKey = read.row.values['sourceKey'] as string | undefined
    return sourceKey === undefined
      ? this.#refused(read, 'PAID_TWICE', 'amount')
      : this.#refused(read, 'DUPLICATE_KEY', 'sourceKey', sourceKey)
  }

  #judgeAgain(
    it: Asked,
    hash: string,
    payment: { readonly number: string; readonly reversed: boolean },
  ): Judgement {
    const twice = this.#isTwice(it)
    if (twice) return twice
    if (hash !== contentHash(it.read.row.values))
      return this.#refused(it.read, 'PAID_OTHERWISE', 'amount', payment.number)
    return { verdict: payment.reversed ? 'HANDLED' : 'UNCHANGED', issues: [], counts: this.#countsOf(it) }
  }

  #judgeNew(it: Asked, known: string | undefined): Judgement {
    const twice = this.#isTwice(it)
    if (twice) return twice
    const { read, payer } = it
    if (known !== undefined) {
      const issue = importIssue(read.table.line, 'PAID_ALREADY', this.#headerOf('amount'), known)
      return { verdict: 'LEFT_OUT', issues: [issue], counts: [] }
    }
    this.#plans.set(read.place, { ...it, hash: contentHash(read.row.values) })
    return { verdict: 'NEW', issues: [], counts: this.#countsOf(it), about: payer.id }
  }

  #refused(read: Read, reason: ImportIssueReason, field?: string, value?: string | null): Judgement {
    const column = field === undefined ? null : this.#headerOf(field)
    return {
      verdict: 'REFUSED',
      issues: [importIssue(read.table.line, reason, column, value ?? null)],
      counts: [],
    }
  }

  #countsOf({ read, unit }: Asked): readonly Count[] {
    const { values } = read.row
    const project = unit && this.#places.project(values['project'] as string)
    const method = countOf('METHOD', values['method'] as string)
    if (!project) return [method]
    const { id: key, name } = project
    return [method, { dimension: 'PROJECT', key, value: null, nameZh: name, nameEn: name }]
  }
}

const stated = (values: RecordValues) => ({
  amountMinor: values['amount'] as number,
  receivedOn: values['receivedOn'] as string,
  method: values['method'] as string,
  payer: (values['payer'] as string | undefined) ?? null,
  reference: (values['reference'] as string | undefined) ?? null,
  note: (values['note'] as string | undefined) ?? null,
})
