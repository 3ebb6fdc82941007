/** Starting and cancelling imports. What an import does, it does in a process of its own (`run-import.ts`). */
import type { Readable } from 'node:stream'
import {
  hasPermission,
  IMPORT_INPUTS,
  IMPORT_TRANSITIONS,
  invalidInput,
  mayImport,
  notEligible,
  parseInput,
  refusal,
  RUNNING_IMPORT_STATUSES,
  text,
  type ImportKind,
} from '@steward/domain'
import { In } from 'typeorm'
import type { RequestContext, VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { demandColumns } from './import-columns.service.ts'
import { importFacts, isLost } from './import-rules.ts'
import { ImportFileEntity, ImportRunEntity } from './import.entity.ts'
import { openFile, takeFile } from './custody/custody.service.ts'
import { keepFileKey } from './file/file-key.ts'
import { newFileKey, storeEncrypted, type FilePlace } from '../storage/encrypted-file.ts'
import { rowsByOneOf } from './import-policy.service.ts'

/** A file on its way in. */
export interface IncomingFile {
  readonly name: string
  readonly source: Readable
  readonly maximumBytes: number
}

/** Has what was planned done in a process of its own. */
type LaunchingContext = VerbContext & { readonly imports: Pick<RequestContext['imports'], 'launch'> }

type KeepingContext = VerbContext & Pick<RequestContext, 'vault'>

/** A file that lies in the data folder, and how it is read. */
export interface KeptFile {
  readonly file: ImportFileEntity
  readonly place: FilePlace
}

/** Keeps a file that is handed over. Its row is its own record: who, when, which bytes. @throws TooLarge */
export const keepFile = async (
  context: KeepingContext,
  dataDir: string,
  { name, source, maximumBytes }: IncomingFile,
): Promise<KeptFile | UserError> => {
  const { organizationId: orgId } = context.signedIn!.actor
  const place = { dataDir, orgId, key: newFileKey() }
  const stored = await storeEncrypted(place, source, maximumBytes)
  const file = await transaction(context, 'import:run', async (tx) => {
    const row = { ...stored, orgId, name, uploadedById: tx.actor.staffId, uploadedAt: tx.now }
    await tx.manager.insert(ImportFileEntity, row)
    await keepFileKey(tx, context.vault, stored.id, place.key)
    const kept = await tx.get(ImportFileEntity, stored.id)
    await takeFile(tx, kept)
    return kept
  })
  return file instanceof UserError ? file : { file, place }
}

const MAY_NOT = notEligible(
  'mayImport',
  text(
    '您的岗位不能导入这类数据：能逐条录入的，才能成批导入。',
    'Your role does not bring in records of this kind: whoever may enter them by hand may.',
  ),
)
const LOOK_FIRST = invalidInput({
  path: 'dryRun',
  message: text('请先试运行，再从试运行的结果导入。', 'Look first: what the dry run shows is then applied.'),
})
const NO_MAPPING = invalidInput({
  path: 'mapping',
  message: text('请选择格式，或指定各列的含义。', 'Name a format, or say what the columns mean.'),
})

/** Puts a run on the list. Refuses a second one while another is under way. */
export const planImport = (context: VerbContext, stated: object): Promise<ImportRunEntity | UserError> =>
  transaction(context, 'import:run', async (tx) => {
    const { fileId, mapping, record, encoding, dryRun } = orRefuse(parseInput(IMPORT_INPUTS.run, stated))
    const { organizationId: orgId } = tx.actor
    if ((mapping === null) === (record === null)) throw new Refused(NO_MAPPING)
    const kind: ImportKind = record?.kind ?? 'COMPLAINTS'
    if (!mayImport(tx.actor, kind)) throw new Refused(MAY_NOT)
    if (kind !== 'COMPLAINTS' && !dryRun) throw new Refused(LOOK_FIRST)
    if (record) await demandColumns(tx, record)
    const file = await tx.manager.findOneBy(ImportFileEntity, { orgId, id: fileId })
    if (!file) throw invalidReference('fileId')
    await refuseSecond(tx)
    await openFile(tx, fileId, dryRun ? 'LOOKED' : 'APPLIED')
    return insertRun(tx, {
      kind,
      fileId,
      mapping: mapping ?? record!.source,
      spec: record,
      encoding,
      dryRun,
      duplicateChoice: 'LEAVE_OUT',
      dryRunId: null,
      undoesId: null,
    })
  })

type Planned = Pick<
  ImportRunEntity,
  'kind' | 'fileId' | 'mapping' | 'spec' | 'encoding' | 'dryRun' | 'duplicateChoice' | 'dryRunId' | 'undoesId'
>

const insertRun = (tx: Transaction, planned: Planned): Promise<ImportRunEntity> =>
  tx.insert(ImportRunEntity, {
    ...NOTHING_YET,
    ...planned,
    locale: tx.context.locale,
    startedById: tx.actor.staffId,
    startedAt: tx.now,
    seenAt: tx.now,
  })

/** Plans a run and has it done. */
export const startImport = async (
  context: RequestContext,
  input: object,
): Promise<ImportRunEntity | UserError> => launched(context, await planImport(context, withUuids(input)))

/** Has what a dry run has shown written, or nothing: the run ends refused where something has changed since. */
export const applyImport = async (
  context: LaunchingContext,
  input: { readonly importRunId: string },
): Promise<ImportRunEntity | UserError> => {
  const planned = await transaction(context, 'import:apply', async (tx) => {
    const { importRunId, ...stated } = withUuids(input)
    const { duplicateChoice } = orRefuse(parseInput(IMPORT_INPUTS.apply, stated))
    const shown = await tx.lock(ImportRunEntity, importRunId as string)
    const { kind, fileId, mapping, spec, encoding, undoesId } = shown
    const mayUndo = undoesId === null || hasPermission(tx.actor, 'import:undo')
    if (!mayImport(tx.actor, kind) || !mayUndo) throw new Refused(MAY_NOT)
    const refused = refusal(IMPORT_TRANSITIONS, 'apply', tx.actor, importFacts(shown))
    if (refused) throw new Refused(refused)
    await refuseSamePerson(tx, shown)
    await refuseSecond(tx)
    if (undoesId === null) await openFile(tx, fileId, 'APPLIED')
    const planned = { kind, fileId, mapping, spec, encoding, undoesId, duplicateChoice }
    return insertRun(tx, { ...planned, dryRun: false, dryRunId: shown.id })
  })
  return launched(context, planned)
}

/** Looks what taking a run back would do; that is then applied like any other dry run. */
export const undoImport = async (
  context: RequestContext,
  input: { readonly importRunId: string },
): Promise<ImportRunEntity | UserError> => {
  const planned = await transaction(context, 'import:undo', async (tx) => {
    const { importRunId } = withUuids(input) as typeof input
    const run = await tx.lock(ImportRunEntity, importRunId)
    if (!mayImport(tx.actor, run.kind)) throw new Refused(MAY_NOT)
    const refused = refusal(IMPORT_TRANSITIONS, 'undo', tx.actor, importFacts(run))
    if (refused) throw new Refused(refused)
    await refuseSecond(tx)
    const { kind, fileId, mapping, spec, encoding, duplicateChoice } = run
    const same = { kind, fileId, mapping, spec, encoding, duplicateChoice }
    return insertRun(tx, { ...same, dryRun: true, dryRunId: null, undoesId: run.id })
  })
  return launched(context, planned)
}

const launched = (
  context: LaunchingContext,
  run: ImportRunEntity | UserError,
): ImportRunEntity | UserError => {
  if (!(run instanceof UserError)) context.imports.launch(run)
  return run
}

/** Above so many rows whoever started the dry run does not apply it. */
const refuseSamePerson = async (tx: Transaction, shown: ImportRunEntity): Promise<void> => {
  if (tx.actor.staffId !== shown.startedById) return
  const rows = shown.rowsNew + shown.rowsChanged + shown.rowsDuplicate
  const rowsByOne = await rowsByOneOf(tx, shown.kind)
  if (rows <= rowsByOne) return
  throw new Refused(
    notEligible(
      'isSecondPerson',
      text(
        `超过 ${rowsByOne} 行的导入须由另一人复核写入，请同事打开这次试运行。`,
        `More than ${rowsByOne} rows are applied by a second person: ask a colleague to open this dry run.`,
      ),
    ),
  )
}

/** Ends a run that is under way: it has when it says so, and nothing of it is in. Refused once it is done. */
export const cancelImport = (
  context: RequestContext,
  input: { readonly importRunId: string },
): Promise<ImportRunEntity | UserError> =>
  transaction(context, 'import:cancel', async (tx) => {
    const { importRunId } = withUuids(input) as typeof input
    const run = await tx.lock(ImportRunEntity, importRunId)
    const refused = refusal(IMPORT_TRANSITIONS, 'cancel', tx.actor, importFacts(run))
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
  rowsDuplicate: 0,
  outline: null,
  categoriesNew: 0,
  departmentsNew: 0,
  refusedFileId: null,
  cancelRequested: false,
  finishedAt: null,
  appliedAt: null,
  undoneAt: null,
  version: 1,
} as const
