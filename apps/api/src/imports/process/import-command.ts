/** `import complaints FILE`: the same import as in the browser, told on a terminal. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import {
  COMPLAINT_MAPPINGS,
  hasPermission,
  MAXIMUM_IMPORT_BYTES,
  type Actor,
  type ImportEncoding,
  type Locale,
} from '@steward/domain'
import { loadActor } from '../../access/session.ts'
import { invokedFrom, type Config } from '../../config.ts'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { UserError } from '../../graphql/user-error.ts'
import { NO_SIGNER } from '../../ledger/signer.ts'
import { localeOf } from '../../http/locale.ts'
import { Organization, Staff } from '../../organization/organization.entity.ts'
import { importTeller, type ImportTeller } from './import-teller.ts'
import { atImportPlace, interruption } from './import-process.ts'
import { keepFile, planImport, type KeptFile } from '../import.service.ts'
import { runImport, type ImportPlace } from '../run/run-import.ts'
import { lookAt } from '../file/look.ts'

export interface ImportCommand {
  readonly file: string
  /** Code of the organization. */
  readonly organization: string
  /** Sign-in name of whoever answers for it. */
  readonly as: string
  readonly mapping?: string
  readonly encoding?: ImportEncoding
  readonly dryRun?: boolean
}

/**
 * Imports a file and tells how it goes.
 * @returns whether it ended well; refused rows are no failure, a refused file is
 * @throws Error of one sentence where it cannot even begin
 */
export const importComplaints = (config: Config, url: string, command: ImportCommand): Promise<boolean> => {
  const locale = localeOf(Intl.DateTimeFormat().resolvedOptions().locale)
  const teller = importTeller(locale, process.stdout)
  const signal = interruption()
  return atImportPlace(config, url, async (place) => {
    const path = resolve(invokedFrom(), command.file)
    const { size } = await stat(path).catch(() => teller.giveUp('noFile', { file: path }))
    if (size > MAXIMUM_IMPORT_BYTES) teller.giveUp('tooLarge')
    const actor = await actorOf(place, command, teller)
    const context = contextOf(place, actor, locale)
    const incoming = {
      name: basename(path),
      source: createReadStream(path),
      maximumBytes: MAXIMUM_IMPORT_BYTES,
    }
    const kept = orGiveUp(await keepFile({ ...context, vault: place.vault }, place.dataDir, incoming))
    const { encoding, dryRun = false } = command
    const mapping = command.mapping ?? (await mappingOf(kept, encoding, teller))
    const planned = orGiveUp(await planImport(context, { fileId: kept.file.id, mapping, encoding, dryRun }))
    const run = await runImport({ ...place, onProgress: teller.progress }, planned, signal)
    if (!run) throw new Error('Somebody else has taken the run.')
    await teller.outcome(place, run)
    return run.status === 'DONE'
  })
}

const actorOf = async (
  { dataSource }: ImportPlace,
  { organization: code, as }: ImportCommand,
  teller: ImportTeller,
): Promise<Actor> => {
  const organization = await dataSource.manager.findOneBy(Organization, { code })
  if (!organization) return teller.giveUp('noOrganization', { code })
  const [name = ''] = as.normalize('NFC').trim().toLowerCase().split('@')
  const { id: orgId } = organization
  const staff = await withTenant(dataSource, orgId, (manager) =>
    manager.findOneBy(Staff, { orgId, signInName: name }),
  )
  const actor = staff && (await loadActor(dataSource, orgId, staff.id))
  if (!actor) return teller.giveUp('noStaff', { name })
  return hasPermission(actor, 'import:run') ? actor : teller.giveUp('mayNot', { name })
}

const contextOf = ({ dataSource, clock }: ImportPlace, actor: Actor, locale: Locale): VerbContext => ({
  dataSource,
  now: clock(),
  locale,
  requestId: 'command line',
  signedIn: { actor },
  idempotencyKey: undefined,
  requestHash: '',
  // Imported history is not signed.
  signer: NO_SIGNER,
})

/** The only mapping that the header fits, where nobody names one. */
const mappingOf = async (
  { place, file }: KeptFile,
  encoding: ImportEncoding | undefined,
  teller: ImportTeller,
): Promise<string> => {
  const seen = await lookAt(place, file.id, encoding)
  const mapping = 'refused' in seen ? null : seen.mapping
  return mapping ?? teller.giveUp('noMapping', { names: COMPLAINT_MAPPINGS.map((it) => it.name).join(', ') })
}

const orGiveUp = <T extends object>(answer: T | UserError): T => {
  if (!(answer instanceof UserError)) return answer
  const fields = 'fields' in answer ? (answer.fields as { path: string; message: string }[]) : []
  throw new Error([answer.message, ...fields.map(({ path, message }) => `${path}: ${message}`)].join(' '))
}
