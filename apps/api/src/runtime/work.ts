import { workerUrl, type Config } from '../config.ts'
import { checkServer } from '../database/check-server.ts'
import { runtimeDataSource } from '../database/data-source.ts'
import { socketSigner } from '../ledger/signer-client.ts'
import { runWorker } from '../worker/run-worker.ts'
import { processLog } from './log.ts'
import { atMost, toldToStop } from './signals.ts'

/** What is under way gets this long to end; what has not is done again by the next worker. */
const DRAIN_MILLISECONDS = 12_000
/** The supervisor takes a process that is silent for long for one that hangs. */
const ALIVE_MILLISECONDS = 2_000

/**
 * The worker process: relays, sweeps and does jobs until it is told to stop, or finds itself hanging.
 * @throws Error of one sentence when the database is not one to work on
 */
export async function work(config: Config): Promise<void> {
  const { database } = config
  if (!database) throw new Error('DATABASE_URL is needed: the command start brings a database of its own.')
  const url = workerUrl(database)
  const told = toldToStop()
  const log = processLog(config, 'worker')
  const onConnectionLost = (error: Error) => log.warn({ reason: error.message }, 'database connection lost')
  const dataSource = await runtimeDataSource({ url, poolSize: 6, onConnectionLost }).initialize()
  await checkServer(dataSource, 'DATABASE_WORKER_URL')
  const worker = await runWorker({
    services: {
      config,
      dataSource,
      signer: socketSigner(config.signer.socket),
      log,
      clock: () => new Date(),
    },
    url,
  })
  log.info('working')
  process.send?.('ready')
  const alive = setInterval(() => process.send?.('alive'), ALIVE_MILLISECONDS)

  const reason = await Promise.race([told, worker.wedged.then((name) => `${name} hangs`)])
  clearInterval(alive)
  const hangs = reason.endsWith(' hangs')
  log[hangs ? 'error' : 'info']({ reason }, 'stopping')
  if (hangs) process.exit(1)
  await atMost(DRAIN_MILLISECONDS, worker.stop())
  await dataSource.destroy()
  process.exit(0)
}
