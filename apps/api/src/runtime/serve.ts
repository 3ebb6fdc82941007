import type { Config } from '../config.ts'
import { checkMode, checkServer } from '../database/check-server.ts'
import { poolOf, readPool, runtimeDataSource } from '../database/data-source.ts'
import { socketSigner } from '../ledger/signer-client.ts'
import { ApiMetrics } from '../metrics/api-metrics.ts'
import { serveMetrics } from '../metrics/serve-metrics.ts'
import { buildServer } from '../server.ts'
import { processLog } from './log.ts'
import { atMost, toldToStop } from './signals.ts'

/** Requests that are under way get this long to end. */
const DRAIN_MILLISECONDS = 10_000

/**
 * The API process: answers until it is told to stop, then finishes what it has begun.
 * @throws Error of one sentence when the database is not one to serve from
 */
export async function serve(config: Config, development: boolean): Promise<void> {
  const { database } = config
  if (!database) throw new Error('DATABASE_URL is needed: the command start brings a database of its own.')
  const told = toldToStop()
  const log = processLog(config, 'api')
  const onConnectionLost = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  const dataSource = await runtimeDataSource({ url: database.runtime, onConnectionLost }).initialize()
  await checkServer(dataSource)
  await checkMode(dataSource, config.mode)
  const pool = readPool({ url: database.runtime, onConnectionLost })
  const metrics = config.metrics && new ApiMetrics({ read: pool, write: poolOf(dataSource) })
  const server = await buildServer({
    config,
    dataSource,
    readPool: pool,
    log,
    signer: socketSigner(config.signer.socket),
    development,
    metrics,
    listenUrl: database.direct,
  })
  const figures = metrics && config.metrics && (await serveMetrics(metrics, config.metrics))
  await server.listen({ port: config.port, host: config.host })
  log.info({ port: config.port }, 'listening')
  process.send?.('ready')

  log.info({ reason: await told }, 'stopping')
  figures?.close()
  await atMost(DRAIN_MILLISECONDS, server.close())
  await Promise.all([dataSource.destroy(), pool.end()])
  process.exit(0)
}
