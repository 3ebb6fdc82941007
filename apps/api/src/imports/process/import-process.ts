/** What is the same wherever an import is done outside the API: the process that the API starts, and the command line. */
import { importRefusal } from '@steward/domain'
import { vaultOf } from '../../access/vault.ts'
import type { Config } from '../../config.ts'
import { runtimeDataSource } from '../../database/data-source.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { processLog } from '../../runtime/log.ts'
import { toldToStop } from '../../runtime/signals.ts'
import { fileKeyOf } from '../file/file-key.ts'
import { lookAt, type FileLook, type NoLook } from '../file/look.ts'
import { ImportStopped } from '../run/import-stopped.ts'
import { runImport, type ImportPlace, type RunKey } from '../run/run-import.ts'

/** One connection for the transaction, one for progress, one to spare. */
const CONNECTIONS = 3

/** Does `work` where imports can be done; ends the connections afterwards. */
export const atImportPlace = async <T>(
  config: Config,
  url: string,
  work: (place: ImportPlace) => Promise<T>,
): Promise<T> => {
  const log = processLog(config, 'import')
  const dataSource = await runtimeDataSource({ url, poolSize: CONNECTIONS }).initialize()
  try {
    const onFault = (error: unknown) => log.error(describe(error), 'fault')
    const { dataDir } = config
    return await work({ dataSource, dataDir, vault: vaultOf(config), clock: () => new Date(), onFault })
  } finally {
    await dataSource.destroy()
  }
}

/** Where it happened, never what the file says. */
const describe = (error: unknown): object => {
  const { name, code, stack } = error as Error & { code?: string }
  return { type: name, code, stack: stack?.split('\n').slice(1, 10).join('\n') }
}

/** Aborts when this process is told to stop, or is left by the one that started it. */
export const interruption = (): AbortSignal => {
  const controller = new AbortController()
  const interrupted = ImportStopped.failed(importRefusal('INTERRUPTED'))
  void toldToStop().then(() => controller.abort(interrupted))
  return controller.signal
}

/** Does one run that the API has planned. */
export const doPlannedRun = async (config: Config, run: RunKey): Promise<void> => {
  if (!config.database) throw new Error('DATABASE_URL is needed: this is started by the API.')
  const signal = interruption()
  await atImportPlace(config, config.database.runtime, (place) => runImport(place, run, signal))
  // The channel to the API would keep it alive.
  process.disconnect?.()
}

/** Looks at one file, wherever imports are done. */
export const lookThere = async (
  { dataSource, dataDir, vault }: Pick<ImportPlace, 'dataSource' | 'dataDir' | 'vault'>,
  { orgId, id }: RunKey,
): Promise<FileLook | NoLook> => {
  const key = await withTenant(dataSource, orgId, (manager) => fileKeyOf(manager, vault, orgId, id))
  return key ? lookAt({ dataDir, orgId, key }, id) : { refused: importRefusal('FILE_GONE') }
}

/** Looks at a file and tells the API what it saw. */
export const tellLook = async (config: Config, file: RunKey): Promise<void> => {
  if (!config.database) throw new Error('DATABASE_URL is needed: this is started by the API.')
  const seen = await atImportPlace(config, config.database.runtime, (place) => lookThere(place, file))
  await new Promise<void>((resolve) => {
    process.send!(seen, undefined, undefined, () => resolve())
  })
  process.disconnect?.()
}
