/** What is to become of each row of a file of clients. */
import type { DuplicateChoice, ImportIssue, ImportIssueReason, RecordRow } from '@steward/domain'
import type { ReadRow } from '../../file/row-batches.ts'
import type { EarlierRow } from '../imported-rows.ts'
import type { KnownUnit } from '../known-places.ts'
import type { RecordRun } from '../record-run.ts'
import type { Match, PresentClient, PresentStay } from './client-lookups.ts'
import { CLIENT_COLUMNS, clientValues, codeOf, type StatedStay } from './client-row.ts'
import type { CodeGiver } from './code-giver.ts'
import type { PresentFiling } from './filing-lookups.ts'
import { lacksFiled, type Filed } from './filing.ts'
import type { ClientPlan } from './write-clients.ts'

export type ReadClient = ReadRow<RecordRow> & { readonly row: RecordRow }

/** What the rows of a batch are judged by. */
export interface Asked {
  readonly read: ReadClient
  readonly unit: KnownUnit | undefined
  readonly stay: StatedStay | null | undefined
  readonly identity: string
  readonly key: string
  readonly hash: string
  readonly filed: Filed
  /** What is remarkable about it, and refuses it not. */
  readonly remarks: readonly ImportIssue[]
}

/** What the tables say about whom a row may be about. */
export interface OnFile {
  readonly earlier: readonly EarlierRow[]
  readonly match: Match | undefined
  readonly present: ReadonlyMap<string, PresentClient>
  /** Of the row's unit. */
  readonly stays: readonly PresentStay[]
  /** Tags and values of whom a row may be about. */
  readonly filing: ReadonlyMap<string, PresentFiling>
}

/** Why a row cannot come in, and about which field that is. */
export class Unfit {
  readonly reason: ImportIssueReason
  readonly field: string
  /** What else has to be known, e.g. which code would be right. */
  readonly value: string | null

  constructor(reason: ImportIssueReason, field: string, value: string | null = null) {
    this.reason = reason
    this.field = field
    this.value = value
  }
}

/** Why nothing is written to an archive, where that is for good. */
const outOfUse = ({ erased, code, mergedInto }: PresentClient): Unfit | undefined => {
  if (erased) return new Unfit('CLIENT_IS_ERASED', 'name')
  return mergedInto === null ? undefined : new Unfit('CLIENT_IS_MERGED', 'code', `${code} → ${mergedInto}`)
}

export class ClientPlanner {
  readonly #run: RecordRun
  readonly #codes: CodeGiver
  /** Who of this file has which identity. */
  readonly #inFile = new Map<string, string>()

  constructor(run: RecordRun, codes: CodeGiver) {
    this.#run = run
    this.#codes = codes
  }

  /** A row of this identity was accepted: later ones are about the same client. */
  bringsIn(identity: string, clientId: string): void {
    if (!this.#inFile.has(identity)) this.#inFile.set(identity, clientId)
  }

  /** What is to become of a row: what this source said before comes first, then this file, then who is on file. */
  planOf(it: Asked, { earlier, match, present, stays, filing }: OnFile): ClientPlan | Unfit {
    const { read, identity, key, hash, stay } = it
    const { values } = read.row
    const base = { identity, key, hash }
    const staying = (clientId: string): PresentStay | undefined =>
      stay ? stays.find((one) => one.clientId === clientId && one.relation === stay.relation) : undefined
    const stayFor = (clientId: string): 'ADD' | 'KEEP' => (stay && !staying(clientId) ? 'ADD' : 'KEEP')

    const sameRow = earlier.find((row) => row.key === key)
    if (sameRow && !sameRow.undone) {
      const { recordId: clientId } = sameRow
      const client = present.get(clientId)!
      this.#inFile.set(identity, clientId)
      const kept = { ...base, clientId, stay: 'KEEP' } as const
      if (sameRow.hash === hash) return { ...kept, verdict: 'UNCHANGED' }
      if (client.version !== sameRow.recordVersion || client.archived)
        return outOfUse(client) ?? { ...kept, verdict: 'HANDLED' }
      const held = staying(clientId)
      return {
        ...base,
        clientId,
        verdict: 'CHANGED',
        how: 'ALTER',
        seen: client,
        ownParts: sameRow.partIds,
        stay: held ? 'ALTER' : stayFor(clientId),
        held,
      }
    }
    const inFile = this.#inFile.get(identity)
    if (inFile !== undefined) {
      const add = stayFor(inFile)
      const seen = present.get(inFile)
      if (seen?.archived)
        return outOfUse(seen) ?? { ...base, clientId: inFile, verdict: 'HANDLED', stay: 'KEEP' }
      return {
        ...base,
        clientId: inFile,
        verdict: add === 'ADD' ? 'CHANGED' : 'UNCHANGED',
        how: 'JOIN',
        seen,
        stay: add,
      }
    }
    const known = earlier.find(({ undone }) => !undone)
    if (known) {
      const seen = present.get(known.recordId)!
      if (seen.archived)
        return outOfUse(seen) ?? { ...base, clientId: seen.id, verdict: 'HANDLED', stay: 'KEEP' }
      const add = stayFor(seen.id)
      return {
        ...base,
        clientId: seen.id,
        verdict: add === 'ADD' ? 'CHANGED' : 'UNCHANGED',
        how: 'JOIN',
        seen,
        stay: add,
      }
    }
    const undone = earlier.find((row) => {
      const made = row.made ? present.get(row.recordId) : undefined
      return made?.archived && !made.merged && !made.erased
    })
    if (undone) {
      const seen = present.get(undone.recordId)!
      return { ...base, clientId: seen.id, verdict: 'NEW', how: 'REVIVE', seen, stay: stay ? 'ADD' : 'KEEP' }
    }
    if (match) {
      const seen = present.get(match.clientId)!
      const lacks = lacksFiled(it.filed, filing.get(match.clientId))
      return this.#planForMatch(it, match, { seen, lacks, add: stayFor(match.clientId) })
    }
    this.#codes.want(read.place, codeOf(values))
    return {
      ...base,
      clientId: this.#run.tx.newId(),
      verdict: 'NEW',
      how: 'MAKE',
      stay: stay ? 'ADD' : 'KEEP',
    }
  }

  #planForMatch(
    { read, identity, key, hash, stay }: Asked,
    match: Match,
    {
      seen,
      lacks,
      add,
    }: { readonly seen: PresentClient; readonly lacks: boolean; readonly add: 'ADD' | 'KEEP' },
  ): ClientPlan | Unfit {
    const { values } = read.row
    const gone = outOfUse(seen)
    if (gone) return gone
    if (match.archived) return new Unfit('CODE_IS_TAKEN', 'code')
    const base = { identity, key, hash, match }
    const choice: DuplicateChoice = this.#run.choiceOf(read.table.line)
    if (choice === 'LEAVE_OUT') return { ...base, clientId: seen.id, verdict: 'LEFT_OUT', stay: 'KEEP' }
    if (choice === 'FILL_EMPTY') {
      const stated = clientValues(values)
      const fills = CLIENT_COLUMNS.some((column) => seen[column] === null && stated[column] !== null)
      const verdict = fills || lacks || add === 'ADD' ? 'CHANGED' : 'UNCHANGED'
      return { ...base, clientId: seen.id, verdict, how: 'FILL', seen, stay: add }
    }
    const codeIsTaken = match.ground === 'SAME_CODE'
    this.#codes.want(read.place, codeIsTaken ? null : codeOf(values))
    return {
      ...base,
      clientId: this.#run.tx.newId(),
      verdict: 'NEW',
      how: 'MAKE',
      stay: stay ? 'ADD' : 'KEEP',
      codeIsTaken,
    }
  }
}
