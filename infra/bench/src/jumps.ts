/**
 * Clocks that jump: an hour forward and back again, of the database and of every process of Steward, while promises fall due and people
 * work. Nothing is done early, twice or not at all; numbers have no gap; the ledger still verifies. Needs libfaketime.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startEmbeddedPostgres } from '../../../apps/api/src/runtime/embedded-postgres.ts'
import { verifyLedger } from '../../../packages/verify/src/index.ts'
import { asOrganization, signBySession } from './as-organization.ts'
import { signInAs } from './api-client.ts'
import { arrange, fired } from './clocks.ts'
import { register } from './kills.ts'
import { MAIN, saysWhereItIs, type Steward } from './steward.ts'

const PLACES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib', '/usr/local/lib']

const library = (): string | undefined =>
  PLACES.map((place) => join(place, 'faketime/libfaketimeMT.so.1')).find((file) => existsSync(file))

/** Seconds beside the true time, and for how many seconds of it. */
const JUMPS = [
  [0, 6],
  [3_600, 6],
  [0, 6],
  [120, 6],
  [0, 30],
] as const

const CLOCKS = { clocks: 400, kills: 0, overSeconds: 30, leadSeconds: 6 }

const EARLY = `
select count(*)::int as n from promise_due where fired_at < due_at`
const GAPS = `
select count(*)::int as n from (
  select split_part(number, '-', 2)::int - lag(split_part(number, '-', 2)::int)
      over (partition by split_part(number, '-', 1) order by split_part(number, '-', 2)::int) as step
    from complaint where not imported) s where step <> 1`

export const jump = async (port: number): Promise<boolean> => {
  const preload = library()
  if (!preload) {
    console.error('jumps: libfaketime is missing (Debian: apt-get install faketime)')
    return false
  }
  const folder = mkdtempSync(join(tmpdir(), 'steward-jumps-'))
  chmodSync(folder, 0o711)
  const clock = join(folder, 'clock')
  const set = (seconds: number) =>
    writeFileSync(clock, `${seconds >= 0 ? '+' : ''}${seconds}`, { mode: 0o644 })
  set(0)
  const environment = {
    LD_PRELOAD: preload,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_NO_CACHE: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  }
  const database = await startEmbeddedPostgres({ dataDir: join(folder, 'data'), durable: false, environment })
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      STEWARD_DATA_DIR: join(folder, 'data'),
      DATABASE_URL: database.urls.runtime,
      DATABASE_OWNER_URL: database.urls.owner,
      DATABASE_WORKER_URL: database.urls.worker,
      LOG_LEVEL: 'error',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  try {
    const address = `http://localhost:${port}`
    await saysWhereItIs(child, address)
    return await drill({ address, databaseUrl: database.urls.runtime } as Steward, set, folder)
  } finally {
    await ended(child)
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGTERM')
  await gone
}

const drill = async (steward: Steward, set: (seconds: number) => void, folder: string): Promise<boolean> => {
  await arrange(steward, 1, CLOCKS)
  const tally = { retries: 0 }
  let registered = 0
  for (const [seconds, lasting] of JUMPS) {
    set(seconds)
    const until = performance.now() + lasting * 1_000
    // Whoever was signed in half an hour without a word is signed out: a jump forward is that too.
    await signBySession(steward)
    const cookie = await signInAs(steward.address, 'SERVICE_AGENT')
    while (performance.now() < until) {
      await register(steward, cookie, tally)
      registered += 1
      await sleep(200)
    }
  }
  for (let waited = 0; waited < 60 && (await fired(steward, 1)).fired < CLOCKS.clocks; waited += 1)
    await sleep(1_000)
  const seen = await fired(steward, 1)
  const [early, gaps] = await asOrganization(steward.databaseUrl, 'demo', async (client) => [
    (await client.query<{ n: number }>(EARLY)).rows[0]!.n,
    (await client.query<{ n: number }>(GAPS)).rows[0]!.n,
  ])
  // The newest checkpoint is half a minute old at the most.
  await sleep(30_000)
  const ledger = await readLedger(steward.address, join(folder, 'data/witness'))
  const report = {
    jumpsInSeconds: JUMPS.map(([seconds]) => seconds),
    clocks: CLOCKS.clocks,
    fired: seen.fired,
    broken: seen.broken,
    events: seen.events,
    most: seen.most,
    early,
    registered,
    gaps,
    ledger: ledger.valid ? `valid, ${ledger.entries} entries` : ledger.findings.slice(0, 5),
  }
  console.log(JSON.stringify(report, null, 2))
  const once = [seen.fired, seen.broken, seen.events].every((count) => count === CLOCKS.clocks)
  return once && seen.most === 1 && early === 0 && gaps === 0 && ledger.valid
}

const readLedger = async (address: string, witnesses: string) => {
  const cookie = await signInAs(address, 'AUDITOR')
  const answer = await fetch(new URL('/files/ledger.jsonl', address), { headers: { cookie } })
  if (!answer.ok || !answer.body || readdirSync(witnesses).length === 0)
    throw new Error(`no ledger: ${answer.status}`)
  return verifyLedger(answer.body as unknown as AsyncIterable<Uint8Array>)
}
