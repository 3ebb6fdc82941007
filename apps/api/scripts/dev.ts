/** `npm run dev`: API and worker from their sources, started again on every change; the database stays up in between. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { childEnvironment, readConfig, withoutDatabase, workerEnvironment } from '../src/config.ts'
import { keepDatabase } from '../src/runtime/keep-database.ts'
import { teller } from '../src/runtime/log.ts'
import { waitForPort } from '../src/runtime/port.ts'
import { toldToStop } from '../src/runtime/signals.ts'
import { watchFolders } from './watch-folders.ts'

const api = join(import.meta.dirname, '..')
const watched = [
  join(api, 'src'),
  join(api, '../../packages/domain/src'),
  join(api, '../../packages/graphql-client/src'),
]
const SETTLE_MILLISECONDS = 60

const config = readConfig()
const tell = teller(config)
const told = toldToStop()
// npm may be killed without telling its child.
const parent = process.ppid
const orphaned = new Promise<void>((resolve) =>
  setInterval(() => process.ppid !== parent && resolve(), 1_000).unref(),
)

await waitForPort(config.port, config.host, tell)
const database = config.database ? undefined : await keepDatabase(config.dataDir, tell)
const urls = config.database ?? database!.urls
const environment = { ...childEnvironment(urls), DATABASE_OWNER_URL: urls.owner }

// Signs for API and worker however often they are started again.
const signer = spawn(process.execPath, [...process.execArgv, join(api, 'src/main.ts'), 'signer'], {
  env: withoutDatabase(),
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})

let running: ChildProcess[] = []
let turn = Promise.resolve()

/** One restart at a time; changes during one lead to one more. */
const restart = () => (turn = turn.then(runAgain, runAgain))

const run = (environment: NodeJS.ProcessEnv, ...command: string[]): ChildProcess => {
  const child = spawn(process.execPath, [...process.execArgv, join(api, 'src/main.ts'), ...command], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  running.push(child)
  return child
}

async function runAgain(): Promise<void> {
  const since = performance.now()
  await end()
  const answering = run(environment, 'api', '--development')
  answering.once('message', () => {
    tell.say(
      `the API answers at ${config.publicUrl.origin} after ${Math.round(performance.now() - since)} ms`,
    )
    // Only now: the API has migrated the tables that the worker needs. It may have been ended again meanwhile.
    if (running.includes(answering)) run(workerEnvironment(urls), 'worker')
  })
}

async function end(): Promise<void> {
  const children = running
  running = []
  await Promise.all(children.map(endOf))
}

async function endOf(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(late)
}

let settling: NodeJS.Timeout | undefined
const stopWatching = watchFolders(watched, (file) => {
  if (!/\.(ts|graphql|json)$/.test(file) || file.endsWith('.test.ts')) return
  clearTimeout(settling)
  settling = setTimeout(() => void restart(), SETTLE_MILLISECONDS)
})

await restart()
await Promise.race([told, orphaned])
stopWatching()
clearTimeout(settling)
turn = turn.then(end, end)
await turn
await endOf(signer)
await database?.stop()
process.exit(0)
