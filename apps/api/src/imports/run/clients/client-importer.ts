/**
 * Clients of a file, each with a unit and since when. A client who stands in two rows is one client with two units. What is on file
 * already is proposed as a duplicate and done with as was chosen; whoever works on a client here is not overwritten.
 */
import {
  importIssue,
  levelOf,
  localDate,
  maskName,
  occupancyFault,
  type DuplicateGround,
  type ImportIssue,
  type ImportIssueReason,
  type RecordReader,
  type RecordRow,
} from '@steward/domain'
import { phoneTail } from '../../../clients/client-columns.ts'
import { contentHash, earlierRows, identityOf } from '../imported-rows.ts'
import { countOf, type Count, type Importer, type Judgement } from '../importer.ts'
import type { KnownPlaces } from '../known-places.ts'
import { placeOf } from '../place-of.ts'
import { holdClients, type Resting } from '../hold-clients.ts'
import type { RecordRun } from '../record-run.ts'
import { matchesOf, presentClients, staysAt, type Match, type PresentStay } from './client-lookups.ts'
import { ClientPlanner, Unfit, type Asked, type OnFile, type ReadClient } from './client-planner.ts'
import { filingAmong } from './filing-lookups.ts'
import type { Filing } from './filing.ts'
import {
  clientIdentity,
  clientValues,
  codeOf,
  consentsOf,
  documentNumberOf,
  stayOf,
  type StatedStay,
} from './client-row.ts'
import { CodeGiver } from './code-giver.ts'
import { grouped } from './grouped.ts'
import { writeClients, type ClientPlan } from './write-clients.ts'

/** A row that seems to be about somebody on file. */
export interface Duplicate {
  readonly line: number
  readonly ground: DuplicateGround
  readonly clientId: string
  readonly nameMasked: string
}

const MOST_DUPLICATES = 10_000

export class ClientImporter implements Importer<RecordRow> {
  readonly read: Importer<RecordRow>['read']
  readonly created = { categories: 0, departments: 0 }
  readonly duplicates: Duplicate[] = []
  readonly #run: RecordRun
  readonly #places: KnownPlaces
  readonly #headerOf: RecordReader['headerOf']
  readonly #today: string
  readonly #keys = new Set<string>()
  readonly #planner: ClientPlanner
  /** Which stays this file brings to a unit. */
  readonly #staysInFile = new Map<string, (StatedStay & { readonly clientId: string })[]>()
  readonly #plans = new Map<number, ClientPlan>()
  readonly #resting: Resting[] = []
  readonly #filing: Filing
  readonly #codes = new CodeGiver()

  constructor(run: RecordRun, reader: RecordReader, places: KnownPlaces, filing: Filing) {
    this.#filing = filing
    this.#run = run
    this.#places = places
    this.read = reader.read
    this.#headerOf = reader.headerOf
    this.#today = localDate(run.tx.now, run.timeZone)
    this.#planner = new ClientPlanner(run, this.#codes)
  }

  async judge(batch: readonly ReadClient[]): Promise<readonly Judgement[]> {
    const asked = new Map<number, Asked>()
    const judged = new Map<number, Judgement>()
    for (const read of batch) {
      const it = this.#ask(read)
      if (Array.isArray(it)) judged.set(read.place, { verdict: 'REFUSED', issues: it, counts: [] })
      else asked.set(read.place, it as Asked)
    }
    const all = [...asked.values()]
    const { tx, orgId, source } = this.#run
    const earlier = await earlierRows(
      tx.manager,
      orgId,
      'CLIENTS',
      source,
      all.map(({ identity }) => identity),
    )
    const byIdentity = grouped(earlier, ({ identity }) => identity)
    const sought = all
      .filter(({ identity }) => !byIdentity.get(identity)?.some(({ undone }) => !undone))
      .map(({ read: { place, row }, unit }) => {
        const { name, phone } = clientValues(row.values)
        return {
          place,
          code: codeOf(row.values),
          name: name!,
          phone,
          tail: phoneTail(phone),
          unit_id: unit?.id ?? null,
        }
      })
    const matches = await matchesOf(tx.manager, orgId, sought)
    const ids = [
      ...earlier.map(({ recordId }) => recordId),
      ...[...matches.values()].map(({ clientId }) => clientId),
    ]
    const present = await presentClients(tx.manager, orgId, ids)
    const filing = this.#filing.isTold ? await filingAmong(tx.manager, orgId, ids) : new Map()
    const stays = grouped(
      await staysAt(
        tx.manager,
        orgId,
        all.flatMap(({ unit }) => unit?.id ?? []),
      ),
      ({ unitId }) => unitId,
    )
    return batch.map(({ place }) => {
      const it = asked.get(place)
      return it
        ? this.#judge(it, {
            earlier: byIdentity.get(it.identity) ?? [],
            match: matches.get(place),
            present,
            stays: stays.get(it.unit?.id ?? '') ?? [],
            filing,
          })
        : judged.get(place)!
    })
  }

  /** Whoever is on file already and is written to stays as they were judged until the end. */
  async prepare(): Promise<void> {
    await holdClients(this.#run, this.#resting, 'for share')
    await this.#codes.reserve(this.#run)
  }

  write(batch: Parameters<Importer<RecordRow>['write']>[0]): Promise<void> {
    const rows = batch.map(({ read }) => {
      const unit = placeOf(this.#places, read.row.values, () => undefined)
      const filed = this.#filing.of(read.row.values, () => undefined)
      return { read, plan: this.#plans.get(read.place)!, stay: stayOf(read.row.values, unit), filed }
    })
    return writeClients(this.#run, rows, this.#codes, this.#today)
  }

  /** Where the row lies and whom it is about; or what is wrong with that. */
  #ask(read: ReadClient): Asked | ImportIssue[] {
    const { values } = read.row
    const issues: ImportIssue[] = []
    const note = (reason: ImportIssueReason, field: string, value: string | null = null): void =>
      void issues.push(importIssue(read.table.line, reason, this.#headerOf(field), value))
    const unit = placeOf(this.#places, values, note)
    const stay = stayOf(values, unit)
    if (stay === null) note('STAY_INCOMPLETE', 'fromOn')
    if (stay && stay.toOn !== null && stay.toOn < stay.fromOn) note('STAY_ENDS_EARLY', 'toOn', stay.toOn)
    const filed = this.#filing.of(values, note)
    if (issues.some(({ reason }) => levelOf(reason) === 'ERROR')) return issues
    const identity = clientIdentity(values, unit)
    if (identity === undefined) return [importIssue(read.table.line, 'NOT_TO_BE_TOLD_APART')]
    const key = unit ? identityOf(identity, unit.id) : identity
    if (this.#keys.has(key)) return [importIssue(read.table.line, 'DUPLICATE_KEY')]
    return { read, unit, stay, identity, key, hash: contentHash(values), filed, remarks: issues }
  }

  #judge(it: Asked, onFile: OnFile): Judgement {
    const { match, stays } = onFile
    const { read, identity, key, stay } = it
    const { line } = read.table
    // Rows of one batch are judged one after the other: an earlier one of them may have had the same key.
    if (this.#keys.has(key)) return refusal(importIssue(line, 'DUPLICATE_KEY'))
    const plan = this.#planner.planOf(it, onFile)
    if (plan instanceof Unfit)
      return refusal(importIssue(line, plan.reason, this.#headerOf(plan.field), plan.value))
    const fault = stay && plan.stay === 'ADD' && this.#stayFault(stay, plan.clientId, stays)
    if (fault)
      return refusal(
        importIssue(line, fault, this.#headerOf(fault === 'SAME_STAY' ? 'unit' : 'sharePercent')),
      )
    this.#keys.add(key)
    // A second row about the same client follows what is chosen for the first; either way it is no row that is certain.
    const isDuplicate = match !== undefined && plan.how !== 'REVIVE'
    if (match !== undefined && plan.match !== undefined) this.#noteDuplicate(read, match)
    const issues: ImportIssue[] = [...it.remarks]
    if (isDuplicate) issues.push(importIssue(line, 'LIKELY_DUPLICATE', this.#headerOf('name')))
    const { verdict } = plan
    const writes = verdict === 'NEW' || verdict === 'CHANGED'
    if (writes) {
      this.#plans.set(read.place, plan)
      if (plan.seen) this.#resting.push({ line, id: plan.seen.id, version: plan.seen.version })
      this.#planner.bringsIn(identity, plan.clientId)
      if (stay && plan.stay === 'ADD') {
        const beside = this.#staysInFile.get(stay.unitId) ?? []
        this.#staysInFile.set(stay.unitId, [...beside, { ...stay, clientId: plan.clientId }])
      }
      if (documentNumberOf(read.row.values) !== null && !consentsOf(read.row.values).includes('PROFILE'))
        issues.push(importIssue(line, 'ID_WITHOUT_CONSENT', this.#headerOf('idDocumentNumber')))
      if (plan.codeIsTaken) issues.push(importIssue(line, 'CODE_NOT_KEPT', this.#headerOf('code')))
    }
    const about = isDuplicate ? match.clientId : writes ? plan.seen?.id : undefined
    return { verdict, issues, counts: this.#countsOf(it), isDuplicate, about }
  }

  #stayFault(
    stay: StatedStay,
    clientId: string,
    stays: readonly PresentStay[],
  ): Extract<ImportIssueReason, 'SAME_STAY' | 'SHARES_TOO_LARGE'> | undefined {
    const inFile = this.#staysInFile.get(stay.unitId) ?? []
    const fault = occupancyFault({ ...stay, clientId }, [...stays, ...inFile])
    return fault && (fault.path === 'fromOn' ? 'SAME_STAY' : 'SHARES_TOO_LARGE')
  }

  #noteDuplicate({ row, table }: ReadClient, { ground, clientId }: Match): void {
    if (this.duplicates.length >= MOST_DUPLICATES) return
    const nameMasked = maskName(clientValues(row.values).name!)
    this.duplicates.push({ line: table.line, ground, clientId, nameMasked })
  }

  #countsOf({ read: { row }, unit }: Asked): readonly Count[] {
    const project = unit && this.#places.project(row.values['project'] as string)
    return [
      countOf('RELATION', row.values['relation'] as string),
      ...(project
        ? [
            {
              dimension: 'PROJECT' as const,
              key: project.id,
              value: null,
              nameZh: project.name,
              nameEn: project.name,
            },
          ]
        : []),
    ]
  }
}

const refusal = (...issues: ImportIssue[]): Judgement => ({ verdict: 'REFUSED', issues, counts: [] })
