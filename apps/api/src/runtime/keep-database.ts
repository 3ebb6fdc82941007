import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import type { Teller } from './log.ts'

export interface KeptDatabase extends Pick<EmbeddedPostgres, 'urls'> {
  stop(): Promise<void>
}

/** Runs the embedded server and starts it again, at the same address, whenever it dies. */
export async function keepDatabase(dataDir: string, tell: Teller): Promise<KeptDatabase> {
  const stopping = new AbortController()
  let server = await startEmbeddedPostgres({ dataDir })
  tell.say(`PostgreSQL ${server.version} ${server.adopted ? 'was running and is adopted' : 'is running'}`)

  const startAgain = async () => {
    try {
      server = await startEmbeddedPostgres({ dataDir, port: server.port })
      tell.say('PostgreSQL has recovered')
    } catch (error) {
      tell.warn((error as Error).message)
      await sleep(5_000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const watch = async () => {
    for (;;) {
      await server.gone
      if (stopping.signal.aborted) return
      tell.warn('PostgreSQL ended unexpectedly; it is started again')
      await startAgain()
      // Told to stop while it was starting: the new one must not be left behind.
      if (stopping.signal.aborted) await server.stop()
    }
  }
  const watching = watch()

  return {
    urls: server.urls,
    async stop() {
      stopping.abort()
      await server.stop()
      await watching
    },
  }
}
