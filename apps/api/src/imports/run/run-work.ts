/** What a run does inside its one transaction: a file comes in, or what one has brought is taken back. */
import { importRefusal, levelOf } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { Vault } from '../../access/vault.ts'
import type { VerbContext } from '../../context.ts'
import type { Transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { fileKeyOf } from '../file/file-key.ts'
import { openImport, type OpenImport } from '../file/open-import.ts'
import { RefusedRows } from '../file/refused-rows.ts'
import type { FilePlace } from '../../storage/encrypted-file.ts'
import { ImportCountEntity, ImportIssueEntity, ImportRunEntity } from '../import.entity.ts'
import { takeBack } from '../undo/take-back.ts'
import { beginImporter, expectedOf } from './begin-importer.ts'
import { examine } from './examine.ts'
import type { Examination } from './examination.ts'
import type { Heartbeat, Sign } from './heartbeat.ts'
import { ImportStopped } from './import-stopped.ts'
import { write } from './write.ts'

/** Where runs happen. */
export interface ImportPlace {
  readonly dataSource: VerbContext['dataSource']
  readonly dataDir: string
  readonly vault: Vault
  readonly clock: () => Date
  /** Told of what is no fault of the file. */
  readonly onFault: (error: unknown) => void
  /** The run goes on when this is done. */
  readonly onProgress?: (sign: Sign) => void | Promise<void>
}

/** Share of the way that reading is, where writing follows. */
const READING_SHARE = 30

/** Where the file of a run lies, with its key. */
const filePlace = async (place: ImportPlace, { orgId, fileId }: ImportRunEntity): Promise<FilePlace> => {
  const key = await withTenant(place.dataSource, orgId, (manager) =>
    fileKeyOf(manager, place.vault, orgId, fileId),
  )
  if (!key) throw ImportStopped.refused(importRefusal('FILE_GONE'))
  return { dataDir: place.dataDir, orgId, key }
}

export type Work = (tx: Transaction) => Promise<ImportRunEntity>

/** Opens the file before the transaction begins. */
export const bringing = async (place: ImportPlace, run: ImportRunEntity, heart: Heartbeat): Promise<Work> => {
  const file = await filePlace(place, run)
  const open = await openImport(file, run.fileId, expectedOf(run))
  return (tx) => bringIn(tx, place, { run, file, open }, heart)
}

/** Takes an earlier run back, or tells what that would do; of its file nothing is needed. */
export const undoing =
  ({ clock, onProgress }: ImportPlace, run: ImportRunEntity, heart: Heartbeat): Work =>
  async (tx) => {
    await oneAtATime(tx)
    const share = run.dryRun ? 100 : READING_SHARE
    const found = await takeBack(tx, run, async (status, rowsRead, part) => {
      const progress = status === 'READING' ? part * share : share + part * (100 - share)
      heart.tell({ status, progress, rowsRead })
      await onProgress?.({ status, progress, rowsRead })
    })
    if (run.dryRunId !== null) await markApplied(tx, run.dryRunId, found)
    return done(tx, { run, found, heart, clock }, {})
  }

interface Done {
  readonly run: ImportRunEntity
  readonly found: Examination
  readonly heart: Heartbeat
  readonly clock: () => Date
}

/** Writes down what came of a run, last of all. */
const done = async (
  tx: Transaction,
  { run, found, heart, clock }: Done,
  more: Partial<ImportRunEntity>,
): Promise<ImportRunEntity> => {
  await recordFindings(tx, run, found)
  await heart.stop()
  const row = await tx.lock(ImportRunEntity, run.id)
  // Whoever was told that it is cancelled was told so before this lock.
  if (row.cancelRequested) throw ImportStopped.cancelled()
  return tx.patch(ImportRunEntity, row, {
    ...found.figures,
    outline: found.outline,
    status: 'DONE',
    progress: 100,
    finishedAt: clock(),
    ...more,
  })
}

/** A run with its file. */
interface Bringing {
  readonly run: ImportRunEntity
  readonly file: FilePlace
  readonly open: OpenImport
}

const bringIn = async (
  tx: Transaction,
  { vault, clock, onProgress }: ImportPlace,
  { run, file, open }: Bringing,
  heart: Heartbeat,
): Promise<ImportRunEntity> => {
  const { orgId, dryRun } = run
  await oneAtATime(tx)
  const { timeZone, currency } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const begun = await beginImporter(tx, run, open.table.header, { vault, timeZone, currency })
  const source = { ...open, importer: begun.importer }
  const refusedRows = new RefusedRows(file, open.table.header, run.locale)
  try {
    const tell = async (sign: Sign): Promise<void> => {
      heart.tell(sign)
      await onProgress?.(sign)
    }
    const reading = dryRun ? 100 : READING_SHARE
    const found = await examine(source, refusedRows, (rowsRead, part) =>
      tell({ status: 'READING', progress: part * reading, rowsRead }),
    )
    if (found.rowsRead === 0) throw ImportStopped.refused(importRefusal('NO_ROWS'))
    if (run.dryRunId !== null) await markApplied(tx, run.dryRunId, found)
    if (dryRun) await begun.keepDuplicates()
    else {
      const all = Math.max(1, found.rowsToWrite)
      await write(source, found, (written) => {
        const progress = reading + (written / all) * (100 - reading)
        return tell({ status: 'WRITING', progress, rowsRead: found.rowsRead })
      })
    }
    return await done(
      tx,
      { run, found, heart, clock },
      {
        encoding: open.encoding,
        categoriesNew: begun.importer.created.categories,
        departmentsNew: begun.importer.created.departments,
        refusedFileId: await refusedRows.close(),
      },
    )
  } catch (error) {
    await refusedRows.discard()
    throw error
  }
}

/** What is written is what was shown, or nothing is. */
const markApplied = async (tx: Transaction, dryRunId: string, found: Examination): Promise<void> => {
  const shown = await tx.lock(ImportRunEntity, dryRunId)
  if (shown.appliedAt !== null || shown.outline !== found.outline)
    throw ImportStopped.refused(importRefusal('NOT_AS_SHOWN'))
  await tx.patch(ImportRunEntity, shown, { appliedAt: tx.now })
}

/** Of two imports into one organization the later ends at once: both would take numbers of the same months. */
const oneAtATime = async ({ manager, actor }: Transaction): Promise<void> => {
  const [lock] = await manager.query<{ free: boolean }[]>(
    'select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free',
    [`import:${actor.organizationId}`],
  )
  if (!lock?.free) throw ImportStopped.failed(importRefusal('OTHER_RUN'))
}

const CHUNK = 1_000

const recordFindings = async (tx: Transaction, { orgId, id: runId }: ImportRunEntity, found: Examination) => {
  const row = () => ({ orgId, id: newId(), runId })
  const issues = found.issues.map((issue) => ({ ...row(), ...issue, level: levelOf(issue.reason) }))
  const counts = found.tallies.map((tally) => ({ ...row(), ...tally }))
  for (let at = 0; at < issues.length; at += CHUNK)
    await tx.manager.insert(ImportIssueEntity, issues.slice(at, at + CHUNK))
  for (let at = 0; at < counts.length; at += CHUNK)
    await tx.manager.insert(ImportCountEntity, counts.slice(at, at + CHUNK))
}
