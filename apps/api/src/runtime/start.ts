import { join } from 'node:path'
import {
  childEnvironment,
  withoutDatabase,
  workerEnvironment,
  type Config,
  type DatabaseUrls,
} from '../config.ts'
import { keepDatabase } from './keep-database.ts'
import { keepRunning } from './keep-running.ts'
import { teller, type Teller } from './log.ts'
import { waitForPort } from './port.ts'
import { toldToStop } from './signals.ts'

type Stop = () => Promise<void>

/** The worker says every two seconds that it is alive; one that is silent for this long hangs. */
const WORKER_SILENCE_MILLISECONDS = 60_000

/**
 * Brings everything up, keeps it up and takes it down again: database, signer, tables, demonstration data, API, worker. Returns when it
 * was told to stop and all of it has.
 * @throws Error of one sentence when something does not come up
 */
export async function start(config: Config): Promise<void> {
  const tell = teller(config)
  const running: Stop[] = []
  const told = toldToStop()
  const up = bringUp(config, tell, running)
  try {
    await Promise.race([up, told])
    await told
    tell.say('stopping')
  } finally {
    await stopAll(running)
    // Told to stop halfway: what was under way fails as its database goes, which is no news; what it still started goes too.
    await up.catch(() => undefined)
    await stopAll(running)
  }
}

/** The last one started is the first to stop. */
async function stopAll(running: Stop[]): Promise<void> {
  for (let stop = running.pop(); stop; stop = running.pop()) await stop()
}

async function bringUp(config: Config, tell: Teller, running: Stop[]): Promise<void> {
  await waitForPort(config.port, config.host, tell)
  const urls = config.database ?? (await embedded(config, tell, running))
  const signer = keepRunning(
    {
      name: 'The signer',
      arguments: [...process.execArgv, mainFile, 'signer'],
      environment: withoutDatabase(),
    },
    tell,
  )
  running.push(() => signer.stop())
  await signer.ready
  // Loaded late: the supervisor itself stays small.
  const { prepareDatabase } = await import('./prepare-database.ts')
  const { socketSigner } = await import('../ledger/signer-client.ts')
  const seeding = socketSigner(config.signer.socket)
  await prepareDatabase(config, urls, tell, seeding)
  seeding.close()
  const api = keepRunning(
    {
      name: 'The API',
      arguments: [...process.execArgv, mainFile, 'api'],
      environment: childEnvironment(urls),
    },
    tell,
  )
  running.push(() => api.stop())
  const worker = keepRunning(
    {
      name: 'The worker',
      arguments: [...process.execArgv, mainFile, 'worker'],
      environment: workerEnvironment(urls),
      silenceMilliseconds: WORKER_SILENCE_MILLISECONDS,
    },
    tell,
  )
  running.push(() => worker.stop())
  await Promise.all([api.ready, worker.ready])
  if (config.mode === 'demonstration') process.stdout.write(welcome(config.publicUrl))
  else tell.say(`answering at ${config.publicUrl.origin}`)
}

/** main.js beside this folder, or main.ts when run from the sources. */
const mainFile = join(import.meta.dirname, `../main${import.meta.filename.endsWith('.ts') ? '.ts' : '.js'}`)

async function embedded(config: Config, tell: Teller, running: Stop[]): Promise<DatabaseUrls> {
  const database = await keepDatabase(config.dataDir, tell)
  running.push(() => database.stop())
  return database.urls
}

const welcome = ({ origin }: URL) => `
  Steward 管家   ${origin}

  在浏览器中打开上面的地址，点一个名字即可登录。按 Ctrl-C 停止。
  Open the address in a browser and sign in by clicking a name. Ctrl-C stops everything.

`
