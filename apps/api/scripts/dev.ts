/** `npm run dev`: the API from its sources, started again on every change; the database stays up in between. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { childEnvironment, readConfig } from '../src/config.ts'
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

let running: ChildProcess | undefined
let turn = Promise.resolve()

/** One restart at a time; changes during one lead to one more. */
const restart = () => (turn = turn.then(runAgain, runAgain))

async function runAgain(): Promise<void> {
  const since = performance.now()
  await end()
  running = spawn(process.execPath, [...process.execArgv, join(api, 'src/main.ts'), 'api', '--development'], {
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  running.once('message', () =>
    tell.say(
      `the API answers at ${config.publicUrl.origin} after ${Math.round(performance.now() - since)} ms`,
    ),
  )
}

async function end(): Promise<void> {
  const child = running
  running = undefined
  if (!child || child.exitCode !== null || child.signalCode !== null) return
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
await database?.stop()
process.exit(0)
