/**
 * One run from beginning to end, in whatever process it happens. The uploaded file is the stage: it lies under its id, is read
 * twice and copied nowhere, so that no second copy of what it says about people has to be guarded or erased. Both readings, all
 * rows and the run's own figures are one transaction; progress and cancelling go beside it.
 */
import { hasPermission, importRefusal, levelOf, type Actor } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { loadActor } from '../../access/session.ts'
import type { VerbContext } from '../../context.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { NO_SIGNER } from '../../ledger/signer.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { examine } from './examine.ts'
import type { Examination } from './examination.ts'
import { Heartbeat, type Sign } from './heartbeat.ts'
import { ImportStopped } from './import-stopped.ts'
import { ImportCountEntity, ImportIssueEntity, ImportRunEntity } from '../import.entity.ts'
import { KnownRecords } from './known-records.ts'
import { openImport, type OpenImport } from '../file/open-import.ts'
import { RefusedRows } from '../file/refused-rows.ts'
import { storedPath } from '../file/stored-file.ts'
import { QuoteNotClosed } from '../file/table-file.ts'
import { write } from './write.ts'

/** Where runs happen. */
export interface ImportPlace {
  readonly dataSource: VerbContext['dataSource']
  readonly dataDir: string
  readonly clock: () => Date
  /** Told of what is no fault of the file. */
  readonly onFault: (error: unknown) => void
  /** The run goes on when this is done. */
  readonly onProgress?: (sign: Sign) => void | Promise<void>
}

export interface RunKey {
  readonly orgId: string
  readonly id: string
}

const LONGEST_MINUTES = 15
/** Share of the way that reading is, where writing follows. */
const READING_SHARE = 30

/**
 * Does a waiting run, and answers it as it has ended: done, refused as a whole, cancelled or failed; in all cases but the first
 * nothing has come in. Undefined where somebody else does it, or it is not waiting any more.
 * @param signal ends the run early, as interrupted
 */
export const runImport = async (
  place: ImportPlace,
  key: RunKey,
  signal: AbortSignal,
): Promise<ImportRunEntity | undefined> => {
  const run = await claim(place.dataSource, key)
  if (!run) return undefined
  const actor = await loadActor(place.dataSource, run.orgId, run.startedById)
  const context = contextOf(place, run, actor)
  const heart = new Heartbeat(
    place.dataSource,
    run,
    AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MINUTES * 60_000)]),
  )
  try {
    if (!actor || !hasPermission(actor, 'import:run'))
      throw ImportStopped.refused(importRefusal('NOT_ALLOWED'))
    const open = await openImport(storedPath(place.dataDir, run.orgId, run.fileId), run.mapping, run.encoding)
    const done = await transaction(context, 'import:run', (tx) => bringIn(tx, place, run, open, heart))
    if (!(done instanceof ImportRunEntity)) throw new Error(`the import was answered with ${done.code}`)
    return done
  } catch (error) {
    await heart.stop()
    return conclude(context, place, run, stopOf(error, place))
  }
}

/** Puts a run away whose process has ended without a word: its transaction has gone with it. */
export const endLostRun = async (
  place: Pick<ImportPlace, 'dataSource' | 'clock'>,
  key: RunKey,
): Promise<void> => {
  const { orgId, id } = key
  const run = await withTenant(place.dataSource, orgId, (manager) =>
    manager.findOneBy(ImportRunEntity, { orgId, id }),
  )
  if (!run || run.finishedAt) return
  const context = contextOf(place, run, await loadActor(place.dataSource, orgId, run.startedById))
  await conclude(context, place, run, ImportStopped.failed(importRefusal('INTERRUPTED')))
}

/** Takes a waiting run; two processes never do the same one. */
const claim = (
  dataSource: VerbContext['dataSource'],
  { orgId, id }: RunKey,
): Promise<ImportRunEntity | null> =>
  withTenant(dataSource, orgId, async (manager) => {
    const [rows] = await manager.query<[unknown[], number]>(
      `update import_run set status = 'READING', seen_at = clock_timestamp()
        where org_id = $1 and id = $2 and status = 'WAITING' returning id`,
      [orgId, id],
    )
    return rows.length === 0 ? null : manager.findOneBy(ImportRunEntity, { orgId, id })
  })

const contextOf = (
  place: Pick<ImportPlace, 'dataSource' | 'clock'>,
  run: ImportRunEntity,
  actor: Actor | undefined,
): VerbContext => ({
  dataSource: place.dataSource,
  now: place.clock(),
  locale: run.locale,
  requestId: run.id,
  signedIn: { actor: actor ?? nobody(run) },
  idempotencyKey: undefined,
  requestHash: '',
  // Imported history is not signed.
  signer: NO_SIGNER,
})

/** An account that was disabled meanwhile: it stands in the audit as the one that had started this, and may do nothing. */
const nobody = (run: ImportRunEntity): Actor => ({
  staffId: run.startedById,
  personId: run.startedById,
  organizationId: run.orgId,
  roles: [],
  departmentId: null,
  projectIds: [],
  buildingIds: [],
  approvalLimitMinor: 0,
  approvalLimitMinorByCause: {},
})

const bringIn = async (
  tx: Transaction,
  { dataDir, clock, onProgress }: ImportPlace,
  run: ImportRunEntity,
  open: OpenImport,
  heart: Heartbeat,
): Promise<ImportRunEntity> => {
  const { orgId, startedById: staffId, dryRun } = run
  await oneAtATime(tx)
  const { timeZone, currency } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const known = await KnownRecords.load(tx.manager, orgId, open.mapping)
  const source = { ...open, manager: tx.manager, orgId, known, timeZone, now: tx.now }
  const refusedRows = new RefusedRows(dataDir, orgId, open.table.header, run.locale)
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
    if (!dryRun) {
      const all = Math.max(1, found.rowsToWrite)
      await write(tx, source, found, { orgId, staffId, currency, source: open.mapping.source }, (written) => {
        const progress = reading + (written / all) * (100 - reading)
        return tell({ status: 'WRITING', progress, rowsRead: found.rowsRead })
      })
    }
    await recordFindings(tx, run, found)
    await heart.stop()
    const row = await tx.lock(ImportRunEntity, run.id)
    // Whoever was told that it is cancelled was told so before this lock.
    if (row.cancelRequested) throw ImportStopped.cancelled()
    return await tx.patch(ImportRunEntity, row, {
      ...found.figures,
      status: 'DONE',
      progress: 100,
      encoding: open.encoding,
      categoriesNew: known.newCategories.length,
      departmentsNew: known.newDepartments.length,
      refusedFileId: await refusedRows.close(),
      finishedAt: clock(),
    })
  } catch (error) {
    await refusedRows.discard()
    throw error
  }
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

/** Why it ended, in a sentence that the person can act on; what is no fault of the file is told to `onFault`. */
const stopOf = (error: unknown, { onFault }: ImportPlace): ImportStopped => {
  if (error instanceof ImportStopped) return error
  if (error instanceof QuoteNotClosed)
    return ImportStopped.refused(importRefusal('QUOTE_NOT_CLOSED', { line: error.line }))
  const { name } = error as Error
  if (name === 'TimeoutError')
    return ImportStopped.failed(importRefusal('TOO_SLOW', { minutes: LONGEST_MINUTES }))
  if (name === 'AbortError') return ImportStopped.failed(importRefusal('INTERRUPTED'))
  onFault(error)
  return ImportStopped.failed()
}

const conclude = async (
  context: VerbContext,
  { clock }: Pick<ImportPlace, 'clock'>,
  { id }: ImportRunEntity,
  { status, refusal }: ImportStopped,
): Promise<ImportRunEntity> => {
  const ended = await transaction(context, 'import:run', async (tx) =>
    tx.patch(ImportRunEntity, await tx.lock(ImportRunEntity, id), {
      status,
      refusalCode: refusal?.code ?? null,
      refusalZh: refusal?.text.zh ?? null,
      refusalEn: refusal?.text.en ?? null,
      finishedAt: clock(),
    }),
  )
  if (!(ended instanceof ImportRunEntity)) throw new Error(`the end was answered with ${ended.code}`)
  return ended
}
