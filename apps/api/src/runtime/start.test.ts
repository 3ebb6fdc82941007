import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { isAlive, recordedPostmaster, stopPostmaster, waitUntilGone } from './postmaster.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

let dataDir: string
let port: number
let supervisor: ChildProcess
let said = ''

const postmaster = () => recordedPostmaster(join(dataDir, 'postgres'))?.pid ?? 0

/** Linux's own list of processes: the supervisor's child that runs this command. */
const child = (command: 'api' | 'worker') => {
  const children = readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? []
      return (
        Number(parent) === supervisor.pid &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').endsWith(`main.ts\0${command}\0`)
      )
    } catch {
      return false
    }
  })
  return Number(children[0] ?? 0)
}
const api = () => child('api')
const worker = () => child('worker')

const MAIN = [
  '-C',
  'development',
  '--import',
  '@oxc-node/core/register',
  join(import.meta.dirname, '../main.ts'),
]

/** Production: no demonstration data, which have tests of their own. */
const environment = () => ({
  PATH: process.env.PATH,
  PORT: String(port),
  STEWARD_DATA_DIR: dataDir,
  STEWARD_MODE: 'production',
  STEWARD_PUBLIC_URL: `http://localhost:${port}`,
})

async function start(until = `answering at http://localhost:${port}`): Promise<void> {
  said = ''
  supervisor = spawn(process.execPath, [...MAIN, 'start'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: environment(),
  })
  supervisor.stdout!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await vi.waitFor(() => expect(said).toContain(until), { timeout: 60_000, interval: 20 })
}

const status = (path: string) =>
  fetch(`http://localhost:${port}${path}`).then(
    (response) => response.status,
    () => 0,
  )
const answers = () =>
  vi.waitFor(async () => expect(await status('/readyz')).toBe(200), { timeout: 30_000, interval: 50 })

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'steward-start-'))
  chmodSync(dataDir, 0o711)
  const probe = createServer().listen(0, 'localhost')
  await once(probe, 'listening')
  port = (probe.address() as { port: number }).port
  await new Promise((resolve) => probe.close(resolve))
  await start()
})
afterAll(async () => {
  supervisor.kill('SIGKILL')
  const left = postmaster()
  if (left) await stopPostmaster(left)
  rmSync(dataDir, { recursive: true, force: true })
})

describe.runIf(process.platform === 'linux')('the command start', () => {
  test('says where to go once everything answers', async () => {
    expect(await status('/readyz')).toBe(200)
  })

  test('no process has a password that it does not need', () => {
    const environmentOf = (pid: number) => readFileSync(`/proc/${pid}/environ`, 'utf8')
    expect(environmentOf(api())).not.toMatch(/steward_owner|steward_worker/)
    expect(environmentOf(worker())).not.toContain('steward_owner')
  })

  test('starts a killed worker again', async () => {
    const killed = worker()
    process.kill(killed, 'SIGKILL')
    await vi.waitFor(() => expect([0, killed]).not.toContain(worker()), { timeout: 20_000, interval: 50 })
  })

  test('starts a killed API again', async () => {
    const killed = api()
    process.kill(killed, 'SIGKILL')
    await answers()
    expect(api()).not.toBe(killed)
  })

  test('starts a killed database again, and the same processes go on with it', async () => {
    const [killed, before, working] = [postmaster(), api(), worker()]
    process.kill(killed, 'SIGKILL')
    await waitUntilGone(killed, 5_000)
    await answers()
    expect(postmaster()).not.toBe(killed)
    expect([api(), worker()]).toEqual([before, working])
  })

  test('killed itself, its API and its worker end and its database is adopted by the next start', async () => {
    const [orphanedApi, orphanedWorker, orphanedDatabase] = [api(), worker(), postmaster()]
    supervisor.kill('SIGKILL')
    await start()
    expect([orphanedApi, orphanedWorker].map(isAlive)).toEqual([false, false])
    expect(postmaster()).toBe(orphanedDatabase)
    expect(said).toContain('adopted')
    await answers()
  })

  test('all of them killed at once, the next start recovers by itself', async () => {
    for (const pid of [supervisor.pid!, api(), worker(), postmaster()]) process.kill(pid, 'SIGKILL')
    await start()
    await answers()
    expect(said).toContain('PostgreSQL 18')
  })

  test('a second one on the same port gives up with one sentence and harms nothing', async () => {
    const second = spawn(process.execPath, [...MAIN, 'start'], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: environment(),
    })
    let complaint = ''
    second.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
    expect(await once(second, 'exit')).toEqual([1, null])
    expect(complaint.trim()).toBe(
      `Port ${port} is in use, perhaps by another Steward: stop that, or set PORT to another one.`,
    )
    expect(await status('/readyz')).toBe(200)
  })

  test('told to stop, it leaves no process behind', async () => {
    const pids = [api(), worker(), postmaster()]
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
    expect(pids.map(isAlive)).toEqual([false, false, false])
  })

  test('told to stop while it comes up, it leaves no process behind either', async () => {
    rmSync(join(dataDir, 'postgres'), { recursive: true })
    rmSync(join(dataDir, 'keys'), { recursive: true })
    await start('PostgreSQL')
    const pid = postmaster()
    supervisor.kill('SIGTERM')
    expect(await once(supervisor, 'exit')).toEqual([0, null])
    expect([isAlive(pid), api(), worker()]).toEqual([false, 0, 0])
  })
})
