/**
 * One run from beginning to end, in whatever process it happens. The uploaded file is the stage: it lies under its id, is read
 * twice and copied nowhere, so that no second copy of what it says about people has to be guarded or erased. Both readings, all
 * rows and the run's own figures are one transaction; progress and cancelling go beside it.
 */
import { hasPermission, importRefusal, mayImport, type Actor } from '@steward/domain'
import { loadActor } from '../../access/session.ts'
import type { VerbContext } from '../../context.ts'
import { transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { NO_SIGNER } from '../../ledger/signer.ts'
import { QuoteNotClosed } from '../file/table-file.ts'
import { ImportRunEntity } from '../import.entity.ts'
import { Heartbeat } from './heartbeat.ts'
import { ImportStopped } from './import-stopped.ts'
import { bringing, undoing, type ImportPlace } from './run-work.ts'

export type { ImportPlace } from './run-work.ts'

export interface RunKey {
  readonly orgId: string
  readonly id: string
}

const LONGEST_MINUTES = 15

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
    if (!actor || !hasPermission(actor, 'import:run') || !mayImport(actor, run.kind))
      throw ImportStopped.refused(importRefusal('NOT_ALLOWED'))
    const work = run.undoesId === null ? await bringing(place, run, heart) : undoing(place, run, heart)
    const ended = await transaction(context, 'import:run', work)
    if (!(ended instanceof ImportRunEntity)) throw new Error(`the import was answered with ${ended.code}`)
    return ended
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
