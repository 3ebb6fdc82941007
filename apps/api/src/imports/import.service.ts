/** Starting and cancelling imports. What an import does, it does in a process of its own (`run-import.ts`). */
import type { Readable } from 'node:stream'
import {
  IMPORT_TRANSITIONS,
  notEligible,
  parseInput,
  refusal,
  RUNNING_IMPORT_STATUSES,
  START_IMPORT,
  text,
} from '@steward/domain'
import { In } from 'typeorm'
import type { RequestContext, VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { isLost } from './import-rules.ts'
import { ImportFileEntity, ImportRunEntity } from './import.entity.ts'
import { storeFile } from './file/stored-file.ts'

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string
  readonly source: Readable
  readonly maximumBytes: number
}

/** Keeps a file that is handed over. Its row is its own record: who, when, which bytes. @throws FileTooLarge */
export const keepFile = async (
  context: VerbContext,
  dataDir: string,
  { name, source, maximumBytes }: IncomingFile,
): Promise<ImportFileEntity | UserError> => {
  const { organizationId: orgId } = context.signedIn!.actor
  const stored = await storeFile(dataDir, orgId, source, maximumBytes)
  return transaction(context, 'import:run', async (tx) => {
    const row = { ...stored, orgId, name, uploadedById: tx.actor.staffId, uploadedAt: tx.now }
    await tx.manager.insert(ImportFileEntity, row)
    return tx.get(ImportFileEntity, stored.id)
  })
}

/** Puts a run on the list. Refuses a second one while another is under way. */
export const planImport = (context: VerbContext, stated: object): Promise<ImportRunEntity | UserError> =>
  transaction(context, 'import:run', async (tx) => {
    const { fileId, mapping, encoding, dryRun } = orRefuse(parseInput(START_IMPORT, stated))
    const { organizationId: orgId, staffId } = tx.actor
    const file = await tx.manager.findOneBy(ImportFileEntity, { orgId, id: fileId })
    if (!file) throw invalidReference('fileId')
    await refuseSecond(tx)
    return tx.insert(ImportRunEntity, {
      ...NOTHING_YET,
      kind: 'complaints',
      fileId,
      mapping,
      encoding,
      dryRun,
      locale: context.locale,
      startedById: staffId,
      startedAt: tx.now,
      seenAt: tx.now,
    })
  })

/** Plans a run and has it done. */
export const startImport = async (
  context: RequestContext,
  input: object,
): Promise<ImportRunEntity | UserError> => {
  const run = await planImport(context, withUuids(input))
  if (!(run instanceof UserError)) context.imports.launch(run)
  return run
}

/** Ends a run that is under way: it has when it says so, and nothing of it is in. Refused once it is done. */
export const cancelImport = (
  context: RequestContext,
  input: { readonly importRunId: string },
): Promise<ImportRunEntity | UserError> =>
  transaction(context, 'import:cancel', async (tx) => {
    const { importRunId } = withUuids(input) as typeof input
    const run = await tx.lock(ImportRunEntity, importRunId)
    const refused = refusal(IMPORT_TRANSITIONS, 'cancel', tx.actor, { status: run.status })
    if (refused) throw new Refused(refused)
    // Nobody has begun it, or nobody is left to end it.
    if (run.status === 'WAITING' || isLost(run, tx.now))
      return tx.patch(ImportRunEntity, run, { status: 'CANCELLED', finishedAt: tx.now })
    return tx.patch(ImportRunEntity, run, { cancelRequested: true })
  })

const OTHER_RUN = notEligible(
  'noOtherImportRuns',
  text(
    '另一个导入正在进行，请等它结束或先取消它。',
    'Another import is under way; wait until it has ended, or cancel it.',
  ),
)

const refuseSecond = async ({ manager, actor, now }: Transaction): Promise<void> => {
  const running = await manager.findBy(ImportRunEntity, {
    orgId: actor.organizationId,
    status: In([...RUNNING_IMPORT_STATUSES]),
  })
  if (running.some((run) => !isLost(run, now))) throw new Refused(OTHER_RUN)
}

const NOTHING_YET = {
  status: 'WAITING',
  refusalCode: null,
  refusalZh: null,
  refusalEn: null,
  progress: 0,
  rowsRead: 0,
  rowsNew: 0,
  rowsChanged: 0,
  rowsUnchanged: 0,
  rowsRefused: 0,
  rowsWarned: 0,
  categoriesNew: 0,
  departmentsNew: 0,
  refusedFileId: null,
  cancelRequested: false,
  finishedAt: null,
  version: 1,
} as const
