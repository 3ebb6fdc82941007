/** Undoing a run: first every row is looked at, then those that nobody has worked on since are taken back, all or none. */
import { importIssue, importRefusal, localDate, text, type RecordKind } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { ImportRunEntity } from '../import.entity.ts'
import { Examination } from '../run/examination.ts'
import { ImportStopped } from '../run/import-stopped.ts'
import { referringTo } from './referring.ts'
import { obstacleOf, writtenRows } from './undo-rows.ts'
import {
  undoBuildings,
  undoClients,
  undoPayments,
  undoReceivables,
  undoUnits,
  type Undoing,
} from './undo-writes.ts'

const REASON = text('导入已撤销', 'The import was undone')

const TAKING = {
  CLIENTS: { table: 'client', undo: undoClients, parts: [] },
  UNITS: { table: 'unit', undo: undoUnits, parts: [] },
  RECEIVABLES: { table: 'receivable', undo: undoReceivables, parts: [] },
  // Points that were credited for a payment at night are taken back in the night after it is reversed.
  PAYMENTS: { table: 'payment', undo: undoPayments, parts: ['payment_allocation', 'point_entry'] },
} as const satisfies Record<RecordKind, object>

/** Hears how many rows were done, and which part of all that is. */
type Tell = (status: 'READING' | 'WRITING', rows: number, part: number) => Promise<void>

export const takeBack = async (tx: Transaction, run: ImportRunEntity, tell: Tell): Promise<Examination> => {
  const { manager, now } = tx
  const { orgId, id: runId, startedById: staffId, dryRun } = run
  const undone = await tx.lock(ImportRunEntity, run.undoesId!)
  if (undone.undoneAt !== null || undone.kind === 'COMPLAINTS')
    throw ImportStopped.refused(importRefusal('NOT_AS_SHOWN'))
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const { kind } = undone
  const written = { orgId, runId: undone.id, kind, held: !dryRun }
  const { table, undo, parts } = TAKING[kind]
  const referring = await referringTo(manager, table, parts)
  const found = new Examination()
  const all = Math.max(1, undone.rowsNew + undone.rowsChanged)
  let place = 0
  for await (const rows of writtenRows(manager, written, referring)) {
    for (const row of rows) {
      const obstacle = obstacleOf(row)
      const read = {
        place,
        table: { line: row.line, cells: [], isCutOff: false, progress: 0 },
        row: undefined,
        issues: [],
      }
      place += 1
      if (obstacle)
        found.accept(read, {
          verdict: 'UNCHANGED',
          issues: [importIssue(row.line, obstacle, null, row.name)],
          counts: [],
        })
      else found.accept(read, { verdict: 'CHANGED', issues: [], counts: [] })
    }
    await tell('READING', place, place / all)
  }
  if (dryRun) return found

  const undoing: Undoing = {
    manager,
    orgId,
    runId,
    now,
    today: localDate(now, timeZone),
    staffId,
    reason: run.locale === 'en' ? REASON.en : REASON.zh,
  }
  const buildings = new Set<string>()
  const verdicts = found.verdictAt
  let at = 0
  for await (const rows of writtenRows(manager, written, referring)) {
    // What one row has changed would look to the next row of the same record as if somebody else had: the first look holds.
    const taken = rows.filter(() => verdicts(at++) === 'CHANGED')
    await undo(undoing, taken)
    if (kind === 'UNITS') for (const row of taken) for (const id of row.partIds) buildings.add(id)
    await tell('WRITING', at, at / all)
  }
  if (buildings.size > 0)
    await undoBuildings(undoing, [...buildings], await referringTo(manager, 'building', ['unit']))
  await tx.patch(ImportRunEntity, undone, { undoneAt: now })
  return found
}
