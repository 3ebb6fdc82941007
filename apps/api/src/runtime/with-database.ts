import type { Config, DatabaseUrls } from '../config.ts'

/**
 * Runs `work` with a database that answers: the configured one, or the embedded one, which is started for the time being
 * unless a running Steward has it up already.
 */
export async function withDatabase<T>(config: Config, work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  if (config.database) return work(config.database)
  const { startEmbeddedPostgres } = await import('./embedded-postgres.ts')
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir })
  try {
    return await work(server.urls)
  } finally {
    if (!server.adopted) await server.stop()
  }
}

/** The owner's address. @throws Error when only the runtime role's was given */
export function ownerUrl({ owner }: DatabaseUrls): string {
  if (owner) return owner
  throw new Error('DATABASE_OWNER_URL is needed to migrate: the runtime role owns no table.')
}
