import { vaultOf } from '../access/vault.ts'
import type { Config, DatabaseUrls } from '../config.ts'
import { checkMode } from '../database/check-server.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import type { Signer } from '../ledger/signer.ts'
import { holdsNothing, seedDemonstration } from '../seed/seed-demonstration.ts'
import { storageOf } from '../storage/storage-of.ts'
import type { Teller } from './log.ts'
import { migrate } from './migrate-command.ts'
import { ownerUrl } from './with-database.ts'

/**
 * Brings the tables to this version and, in demonstration mode, fills an empty database as the runtime role.
 * @returns whether demonstration data was added
 */
export async function prepareDatabase(
  config: Config,
  urls: DatabaseUrls,
  tell: Teller,
  signer: Signer,
): Promise<boolean> {
  for (const name of await migrate(ownerUrl(urls))) tell.say(`migrated: ${name}`)
  if (config.mode !== 'demonstration') return false
  const dataSource = await runtimeDataSource({ url: urls.runtime }).initialize()
  try {
    await checkMode(dataSource, config.mode)
    if (!(await holdsNothing(dataSource))) return false
    tell.say('the database is empty: filling it with demonstration data')
    return await seedDemonstration({
      dataSource,
      signer,
      vault: vaultOf(config),
      storage: storageOf(config),
      dataDir: config.dataDir,
      now: new Date(),
      tell,
    })
  } finally {
    await dataSource.destroy()
  }
}
