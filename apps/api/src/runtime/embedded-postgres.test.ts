import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive, stopPostmaster, waitUntilGone } from './postmaster.ts'
import { closedTo, unprivilegedUser } from './unprivileged.ts'

vi.setConfig({ testTimeout: 90_000, hookTimeout: 90_000 })

const root = unprivilegedUser()
let dataDir: string
let holders: ChildProcess[]
let servers: Pick<EmbeddedPostgres, 'pid'>[]

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'steward-kill-'))
  chmodSync(dataDir, 0o711)
  holders = []
  servers = []
})
afterEach(async () => {
  for (const holder of holders) holder.kill('SIGKILL')
  for (const { pid } of servers) await stopPostmaster(pid)
  rmSync(dataDir, { recursive: true, force: true })
})

const launch = async () => {
  const server = await startEmbeddedPostgres({ dataDir })
  servers.push(server)
  return server
}

interface Held {
  readonly supervisor: ChildProcess
  readonly pid: number
  readonly adopted: boolean
  readonly uid: number
  readonly urls: EmbeddedPostgres['urls']
}

/** Starts the server under a supervisor of its own. */
async function hold(user?: { uid: number; gid: number }): Promise<Held> {
  const file = join(import.meta.dirname, '../../test/hold-database.ts')
  const supervisor = spawn(
    process.execPath,
    ['-C', 'development', '--import', '@oxc-node/core/register', file, dataDir],
    { stdio: ['ignore', 'pipe', 'inherit'], ...user },
  )
  holders.push(supervisor)
  const [line] = (await once(supervisor.stdout!, 'data')) as [Buffer]
  const held = JSON.parse(line.toString()) as Omit<Held, 'supervisor'>
  servers.push(held)
  return { supervisor, ...held }
}

async function query<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(sql)).rows as Row[]
  } finally {
    await client.end()
  }
}

const note = (url: string, text: string) =>
  query(url, `CREATE TABLE IF NOT EXISTS note (text text); INSERT INTO note VALUES ('${text}')`)
const notes = async (url: string) =>
  (await query<{ text: string }>(url, 'SELECT text FROM note')).map(({ text }) => text)

describe('the embedded PostgreSQL', () => {
  test('keeps its rows from one start to the next, and leaves no process behind', async () => {
    const first = await launch()
    await note(first.urls.owner, 'kept')
    await first.stop()
    await first.gone
    expect(isAlive(first.pid)).toBe(false)

    const second = await launch()
    expect(second.adopted).toBe(false)
    expect(await notes(second.urls.owner)).toEqual(['kept'])
  })

  test('answers on this machine only, to the right password only, which nobody else can read', async () => {
    const { urls } = await launch()
    const [setting] = await query(urls.owner, 'SHOW listen_addresses')
    expect(setting).toEqual({ listen_addresses: '127.0.0.1' })
    const guess = Object.assign(new URL(urls.runtime), { password: 'guess' }).href
    await expect(query(guess, 'SELECT 1')).rejects.toThrow(/password authentication failed/)
    const file = join(dataDir, 'keys/database.json')
    expect([statSync(file).mode & 0o777, statSync(join(dataDir, 'keys')).mode & 0o777]).toEqual([
      0o600, 0o700,
    ])
  })

  test('writes no row’s values into its log', async () => {
    const { urls } = await launch()
    await query(
      urls.owner,
      `CREATE TABLE person (phone text PRIMARY KEY); INSERT INTO person VALUES ('13800001234')`,
    )
    await expect(query(urls.owner, `INSERT INTO person VALUES ('13800001234')`)).rejects.toThrow(/duplicate/)
    await expect(query(urls.owner, `SELECT '13800001234'::date`)).rejects.toThrow()
    const log = readFileSync(join(dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('duplicate key value')
    expect(log.match(/INSERT|Key \(phone\)/)).toBeNull()
  })

  test('starts once when two processes start it together', async () => {
    const [one, two] = await Promise.all([launch(), hold()])
    expect(one.pid).toBe(two.pid)
    expect([one.adopted, two.adopted].sort()).toEqual([false, true])
  })

  test('recovers after it was killed', async () => {
    const server = await launch()
    await note(server.urls.owner, 'before')
    process.kill(server.pid, 'SIGKILL')
    await server.gone

    const again = await startEmbeddedPostgres({ dataDir, port: server.port })
    servers.push(again)
    expect(again.port).toBe(server.port)
    expect(await notes(server.urls.owner)).toEqual(['before'])
  })

  test('is adopted at the next start when its supervisor was killed, and stopped by the new one', async () => {
    const held = await hold()
    await note(held.urls.owner, 'under the first')
    held.supervisor.kill('SIGKILL')
    await once(held.supervisor, 'exit')
    expect(isAlive(held.pid)).toBe(true)

    const next = await launch()
    expect(next).toMatchObject({ adopted: true, pid: held.pid, urls: held.urls })
    expect(await notes(next.urls.owner)).toEqual(['under the first'])
    await next.stop()
    await next.gone
    expect(isAlive(held.pid)).toBe(false)
  })

  test('starts past the pid file of a dead server, whoever bears its number now', async () => {
    const server = await launch()
    const pidFile = join(dataDir, 'postgres/postmaster.pid')
    const left = readFileSync(pidFile, 'utf8')
    await server.stop()
    // This test's own process has the number: alive, and not PostgreSQL.
    writeFileSync(pidFile, left.replace(/^\d+/, String(process.pid)))
    if (root) chownSync(pidFile, root.uid, root.gid)
    expect((await launch()).adopted).toBe(false)
  })

  test('is set up again when an earlier set-up was cut short', async () => {
    mkdirSync(join(dataDir, 'postgres.99999'))
    const server = await launch()
    await query(server.superuserUrl, 'DROP DATABASE steward')
    await query(server.superuserUrl, `ALTER ROLE steward_app PASSWORD NULL`)
    await server.stop()
    expect(await query((await launch()).urls.runtime, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
  })

  test('says in one sentence what is wrong with its folder', async () => {
    const server = await launch()
    await server.stop()
    rmSync(join(dataDir, 'keys/database.json'))
    await expect(launch()).rejects.toThrow(/database\.json is missing/)
    writeFileSync(
      join(dataDir, 'keys/database.json'),
      JSON.stringify({ superuser: 'a', owner: 'b', runtime: 'c' }),
    )
    await expect(launch()).rejects.toThrow(/refuses its own password/)
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '17\n')
    await expect(launch()).rejects.toThrow(/written by PostgreSQL 17/)
  })
})

describe.runIf(root)('as root', () => {
  test('the server runs as somebody without rights, also for an ordinary user’s folder', async () => {
    const server = await launch()
    expect(statSync(`/proc/${server.pid}`).uid).toBe(root?.uid)
  })

  test('a folder closed to that somebody is named, with what to do', async () => {
    chmodSync(dataDir, 0o700)
    expect(closedTo(root!, join(dataDir, 'postgres'))).toBe(dataDir)
    await expect(launch()).rejects.toThrow(`may not enter ${dataDir}: set STEWARD_DATA_DIR`)
  })

  const nobody = { uid: 65_534, gid: 65_534 }
  const checkoutClosed = closedTo(nobody, import.meta.dirname)

  test.skipIf(checkoutClosed)(
    'an ordinary user starts, is killed, and starts again in their own folder',
    async () => {
      chownSync(dataDir, nobody.uid, nobody.gid)
      chmodSync(dataDir, 0o700)
      const first = await hold(nobody)
      expect(first.uid).toBe(nobody.uid)
      expect(statSync(`/proc/${first.pid}`).uid).toBe(nobody.uid)
      await note(first.urls.owner, 'mine')
      process.kill(first.pid, 'SIGKILL')
      first.supervisor.kill('SIGKILL')
      await waitUntilGone(first.pid, 5_000)

      const second = await hold(nobody)
      expect(await notes(second.urls.owner)).toEqual(['mine'])
      second.supervisor.kill('SIGTERM')
      await once(second.supervisor, 'exit')
      expect(isAlive(second.pid)).toBe(false)
    },
  )
})
