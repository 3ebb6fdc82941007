/**
 * Charges of a file: by the unit, of whoever owes for it on its day, or by the code of the client. A charge is never edited, so a row that
 * came in before and says something else is refused; a unit is charged once for a kind and month, whoever was first (decision 79).
 */
import {
  chargeKey,
  debtorOf,
  importIssue,
  type ImportIssueReason,
  type RecordReader,
  type RecordRow,
  type RecordValues,
} from '@steward/domain'
import { nextNumbers, todayOf } from '../../../money/day-of-organization.service.ts'
import type { ReadRow } from '../../file/row-batches.ts'
import { staysAt, type PresentStay } from '../clients/client-lookups.ts'
import { codeOf } from '../clients/client-row.ts'
import { grouped } from '../clients/grouped.ts'
import { holdClients, refuseChanged, type Resting } from '../hold-clients.ts'
import {
  contentHash,
  earlierRows,
  identityOf,
  insertImportedRows,
  type EarlierRow,
} from '../imported-rows.ts'
import { countOf, type Count, type Importer, type Judgement } from '../importer.ts'
import type { KnownPlaces, KnownUnit } from '../known-places.ts'
import { placeOf } from '../place-of.ts'
import type { RecordRun } from '../record-run.ts'
import {
  chargedAmong,
  chargesOf,
  debtorsOf,
  holdProjects,
  insertCharges,
  slotKey,
  type Debtor,
  type PresentCharge,
  type Slot,
} from './receivable-lookups.ts'

type Read = ReadRow<RecordRow> & { readonly row: RecordRow }

/** A row with everything that it names. */
interface Asked {
  readonly read: Read
  readonly unit: KnownUnit | undefined
  readonly debtor: Debtor
  readonly slot: Slot | undefined
  readonly identity: string
}

interface Plan extends Asked {
  readonly hash: string
}

interface OnFile {
  readonly earlier: ReadonlyMap<string, EarlierRow>
  readonly charges: ReadonlyMap<string, PresentCharge>
  readonly taken: ReadonlyMap<string, string>
}

const CHUNK = 5_000

export class ReceivableImporter implements Importer<RecordRow> {
  readonly read: Importer<RecordRow>['read']
  readonly created = { categories: 0, departments: 0 }
  readonly #run: RecordRun
  readonly #places: KnownPlaces
  readonly #headerOf: RecordReader['headerOf']
  readonly #keys = new Set<string>()
  readonly #slots = new Set<string>()
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
    const units = new Map<number, KnownUnit>()
    const judged = new Map<number, Judgement>()
    for (const read of batch) {
      const unit = placeOf(this.#places, read.row.values, (reason, field, value) =>
        judged.set(read.place, this.#refused(read, reason, field, value)),
      )
      if (unit) units.set(read.place, unit)
    }
    const stays = grouped(
      await staysAt(tx.manager, orgId, [...new Set([...units.values()].map(({ id }) => id))]),
      ({ unitId }) => unitId,
    )
    const codes = batch.flatMap(({ row }) => codeOf(row.values) ?? [])
    const staying = [...stays.values()].flatMap((all) => all.map(({ clientId }) => clientId))
    const debtors = await debtorsOf(tx.manager, orgId, staying, codes)
    const asked = batch.flatMap((read) => {
      if (judged.has(read.place)) return []
      const unit = units.get(read.place)
      const it = this.#ask(read, unit, stays.get(unit?.id ?? '') ?? [], debtors)
      if ('verdict' in it) judged.set(read.place, it)
      return 'verdict' in it ? [] : [it]
    })
    const rows = await earlierRows(
      tx.manager,
      orgId,
      'RECEIVABLES',
      source,
      asked.map(({ identity }) => identity),
    )
    const onFile: OnFile = {
      earlier: new Map(rows.map((row) => [row.key, row])),
      charges: await chargesOf(
        tx.manager,
        orgId,
        rows.map(({ recordId }) => recordId),
      ),
      taken: await chargedAmong(
        tx.manager,
        orgId,
        asked.flatMap(({ slot }) => slot ?? []),
      ),
    }
    for (const it of asked) judged.set(it.read.place, this.#judge(it, onFile))
    return batch.map(({ place }) => judged.get(place)!)
  }

  /** In the order of whoever charges by hand: accounts, projects, numbers. What was charged meanwhile ends the run. */
  async prepare(): Promise<void> {
    const { tx, orgId } = this.#run
    const plans = [...this.#plans.values()]
    const resting = plans.map(({ read, debtor }): Resting => ({
      line: read.table.line,
      id: debtor.id,
      version: debtor.version,
    }))
    await holdClients(this.#run, resting, 'for no key update')
    const projects = [...new Set(plans.flatMap(({ unit }) => unit?.projectId ?? []))]
    await holdProjects(tx.manager, orgId, projects.toSorted())
    for (let at = 0; at < plans.length; at += CHUNK) {
      const some = plans.slice(at, at + CHUNK)
      const slots = some.flatMap(({ slot }) => slot ?? [])
      const taken = await chargedAmong(tx.manager, orgId, slots)
      refuseChanged(
        some.flatMap(({ read, slot }) => (slot && taken.has(slotKey(slot)) ? read.table.line : [])),
      )
    }
    if (plans.length > 0) this.#numbers = await nextNumbers(tx, 'receivable', await todayOf(tx), plans.length)
  }

  async write(batch: Parameters<Importer<RecordRow>['write']>[0]): Promise<void> {
    const { tx, orgId, id, source, staffId } = this.#run
    const rows = batch.map(({ read }) => ({ id: tx.newId(), plan: this.#plans.get(read.place)! }))
    await insertCharges(
      tx.manager,
      orgId,
      rows.map(({ id: chargeId, plan: { read, unit, debtor } }) => {
        const { values } = read.row
        const { kind, period, amount, dueOn, note } = stated(values)
        return {
          id: chargeId,
          number: this.#numbers[this.#given++]!,
          client_id: debtor.id,
          unit_id: unit?.id ?? null,
          project_id: unit ? unit.projectId : debtor.projectId,
          building_id: unit ? unit.buildingId : debtor.buildingId,
          kind,
          period,
          amount_minor: amount,
          due_on: dueOn,
          note,
          charge_key: unit && period !== null ? chargeKey(unit.id, kind, period) : null,
        }
      }),
      { staffId, at: tx.now },
    )
    await insertImportedRows(
      tx.manager,
      { orgId, id, kind: 'RECEIVABLES', source },
      rows.map(({ id: chargeId, plan: { read, identity, hash } }) => ({
        line: read.table.line,
        identity,
        key: identity,
        hash,
        record_id: chargeId,
        made: true,
        record_version: 1,
        before: null,
        part_ids: [],
      })),
    )
  }

  /** Who owes it; or what is wrong with that. */
  #ask(
    read: Read,
    unit: KnownUnit | undefined,
    stays: readonly PresentStay[],
    debtors: ReadonlyMap<string, Debtor>,
  ): Asked | Judgement {
    const { values } = read.row
    const code = codeOf(values)
    if (!unit && code === null) return this.#refused(read, 'UNIT_OR_CLIENT')
    const { kind, period, dueOn, amount, note } = stated(values)
    const staying = code === null ? debtorOf(stays, period === null ? dueOn : `${period}-01`) : undefined
    const debtor = debtors.get(code ?? staying?.clientId ?? '')
    if (!debtor)
      return code === null
        ? this.#refused(read, 'NOBODY_OWES', 'unit', values['unit'] as string)
        : this.#refused(read, 'NO_SUCH_RECORD', 'code', code)
    if (debtor.erased) return this.#refused(read, 'CLIENT_IS_ERASED', 'code')
    if (debtor.mergedInto !== null)
      return this.#refused(read, 'CLIENT_IS_MERGED', 'code', `${debtor.code} → ${debtor.mergedInto}`)
    const sourceKey = values['sourceKey'] as string | undefined
    const whose = unit?.id ?? debtor.id
    const identity =
      sourceKey === undefined
        ? identityOf('charge', whose, kind, period, ...(period === null ? [dueOn, String(amount), note] : []))
        : identityOf('key', sourceKey)
    const slot = period === null ? undefined : { unitId: unit?.id ?? null, clientId: debtor.id, kind, period }
    return { read, unit, debtor, slot, identity }
  }

  #judge(it: Asked, { earlier, charges, taken }: OnFile): Judgement {
    const { read, unit, debtor, slot, identity } = it
    const { values } = read.row
    if (this.#keys.has(identity))
      return values['sourceKey'] === undefined
        ? this.#refused(read, 'CHARGED_TWICE', unit ? 'unit' : 'code')
        : this.#refused(read, 'DUPLICATE_KEY', 'sourceKey', values['sourceKey'] as string)
    this.#keys.add(identity)
    const counts = this.#countsOf(it)
    const hash = contentHash(values)
    const before = earlier.get(identity)
    const charge = before && !before.undone ? charges.get(before.recordId) : undefined
    if (before && charge) {
      if (before.hash === hash)
        return { verdict: charge.state === 'VOID' ? 'HANDLED' : 'UNCHANGED', issues: [], counts }
      if (charge.state !== 'VOID') return this.#refused(read, 'CHARGED_OTHERWISE', 'amount', charge.number)
    }
    const key = slot && slotKey(slot)
    const number = key && taken.get(key)
    if (number !== undefined && number !== '') {
      const issue = importIssue(read.table.line, 'CHARGED_ALREADY', this.#headerOf('period'), number)
      return { verdict: 'LEFT_OUT', issues: [issue], counts: [] }
    }
    if (key !== undefined && this.#slots.has(key))
      return this.#refused(read, 'CHARGED_TWICE', unit ? 'unit' : 'code')
    if (key !== undefined) this.#slots.add(key)
    this.#plans.set(read.place, { ...it, hash })
    return { verdict: 'NEW', issues: [], counts, about: debtor.id }
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
    const kind = countOf('CHARGE', values['kind'] as string)
    return project
      ? [
          kind,
          {
            dimension: 'PROJECT',
            key: project.id,
            value: null,
            nameZh: project.name,
            nameEn: project.name,
          },
        ]
      : [kind]
  }
}

const stated = (values: RecordValues) => ({
  kind: values['kind'] as string,
  period: (values['period'] as string | undefined) ?? null,
  dueOn: values['dueOn'] as string,
  amount: values['amount'] as number,
  note: (values['note'] as string | undefined) ?? null,
})
