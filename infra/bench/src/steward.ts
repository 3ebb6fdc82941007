/** The built system in a data folder of its own, as production would run it, and the ways past it that measuring needs. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const MAIN = join(import.meta.dirname, '../../../apps/api/dist/main.js')

export interface Steward {
  readonly address: string
  /** Address of the embedded database under the runtime role. */
  readonly databaseUrl: string
  /** The same past every wall: to fill it, and to ask how it works. */
  readonly superuserUrl: string
  readonly pid: number
  /** Process id of PostgreSQL's postmaster, from its own pid file. */
  postmaster(): number
  /** Process id of the API, a child of the supervisor. */
  api(): number
  /** Process id of the worker, a child of the supervisor; 0 while it is being started again. */
  worker(): number
  /** Starts the supervisor again after a kill. */
  restart(): Promise<void>
  stop(): Promise<void>
}

/** Starts it on this port; `keep` leaves the data folder for a look afterwards. */
export const startSteward = async (port: number): Promise<Steward> => {
  if (!existsSync(MAIN)) throw new Error('Build first: npm run build')
  const folder = mkdtempSync(join(tmpdir(), 'steward-bench-'))
  chmodSync(folder, 0o711)
  const dataDir = join(folder, 'data')
  let supervisor = await launch(port, dataDir)
  const line = (index: number) =>
    readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[index]!
  return {
    address: `http://localhost:${port}`,
    databaseUrl: `postgresql://steward_app:${secretsOf(dataDir).runtime}@127.0.0.1:${line(3)}/steward`,
    superuserUrl: `postgresql://postgres:${secretsOf(dataDir).superuser}@127.0.0.1:${line(3)}/steward`,
    get pid() {
      return supervisor.pid!
    },
    postmaster: () => Number(line(0)),
    api: () => childOf(supervisor.pid!, 'main.js\0api'),
    worker: () => childOf(supervisor.pid!, 'main.js\0worker'),
    restart: async () => {
      supervisor = await launch(port, dataDir)
    },
    stop: async () => {
      if (supervisor.exitCode === null && supervisor.signalCode === null) {
        const gone = once(supervisor, 'exit')
        supervisor.kill('SIGTERM')
        await gone
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const launch = async (port: number, dataDir: string): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [MAIN, 'start'], {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: String(port),
      STEWARD_DATA_DIR: dataDir,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  await saysWhereItIs(child, `http://localhost:${port}`)
  return child
}

/** Waits until a supervisor that was started with its output piped says that it answers there. */
export const saysWhereItIs = (child: ChildProcess, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes(address)) resolve()
    }
    child.stdout?.on('data', listen)
    child.stderr?.on('data', listen)
    child.once('exit', (code) => reject(new Error(`Steward did not start (${code}):\n${said}`)))
  })

const secretsOf = (dataDir: string): { readonly runtime: string; readonly superuser: string } => {
  const file = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).find((name) =>
    /database.*\.json$|secrets/.test(name),
  )
  if (!file) throw new Error('The embedded database has no password file')
  return JSON.parse(readFileSync(join(dataDir, file), 'utf8')) as { runtime: string; superuser: string }
}

/** Linux's own list of processes. */
const childOf = (parent: number, command: string): number => {
  const found = readdirSync('/proc').find((name) => {
    if (!/^\d+$/.test(name)) return false
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      return (
        Number(/\) \S (\d+) /.exec(stat)?.[1]) === parent &&
        readFileSync(`/proc/${name}/cmdline`, 'utf8').includes(command)
      )
    } catch {
      return false
    }
  })
  return Number(found ?? 0)
}
