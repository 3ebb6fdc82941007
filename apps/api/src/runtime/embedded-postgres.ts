import { spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import type { DatabaseUrls } from '../config.ts'
import { databaseSecrets, type DatabaseSecrets } from './database-secrets.ts'
import { serverArguments } from './embedded-settings.ts'
import { createRolesAndDatabase, initializeCluster } from './initialize-cluster.ts'
import { postgresPrograms, type PostgresPrograms } from './postgres-programs.ts'
import { isAlive, isPostmasterOf, pidFile, recordedPostmaster, stopPostmaster } from './postmaster.ts'
import { fatalLine, openServerLog } from './server-log.ts'
import { closedTo, unprivilegedUser, type UnprivilegedUser } from './unprivileged.ts'

export interface EmbeddedPostgresOptions {
  /** Gets `postgres/` (the data), `postgres.log` and `keys/database.json` (the passwords). */
  readonly dataDir: string
  /** False only for data that may be lost: no fsync, little memory. */
  readonly durable?: boolean
  /** Default: any free one. Given after a crash, so that the clients' address stays true. */
  readonly port?: number
  /** Beside its own, for drills: a library that lets its clock jump. */
  readonly environment?: Readonly<Record<string, string>>
}

/** A real PostgreSQL server on 127.0.0.1, run by Steward from the programs in node_modules. */
export interface EmbeddedPostgres {
  readonly version: string
  readonly pid: number
  readonly port: number
  /** It was already running, left by a supervisor that was killed or kept by one that lives. */
  readonly adopted: boolean
  readonly urls: Required<DatabaseUrls> & { readonly owner: string; readonly worker: string }
  readonly superuserUrl: string
  /** Settles when the server process has gone, for whatever reason. */
  readonly gone: Promise<void>
  /** Fast, clean shutdown. */
  stop(): Promise<void>
}

/** Reasons that pass by themselves: another start was faster, or the dead server's children are still leaving. */
const PASSING =
  /lock file .* already exists|pre-existing shared memory block|could not create any TCP\/IP sockets|is being used by another process/

const PATIENCE_MILLISECONDS = 5 * 60_000

/**
 * Starts the server of `dataDir`, making it first if need be, or adopts the one that already runs there. Recovers by
 * itself from a killed server, a killed supervisor, an interrupted set-up and a pid file of the past.
 * @throws Error of one sentence that says what to do
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepare(options)
  for (const deadline = Date.now() + PATIENCE_MILLISECONDS; ; await sleep(100)) {
    const running = (await adopt(cluster)) ?? (await launch(cluster))
    if ('pid' in running) {
      await createRolesAndDatabase(running.superuserUrl, cluster.secrets)
      return running
    }
    if (Date.now() > deadline || !PASSING.test(running.failure)) {
      throw new Error(`The embedded PostgreSQL did not start: ${running.failure} (see ${cluster.logFile}).`)
    }
  }
}

interface Cluster {
  readonly folder: string
  readonly logFile: string
  readonly programs: PostgresPrograms
  readonly secrets: DatabaseSecrets
  readonly user: UnprivilegedUser | undefined
  readonly durable: boolean
  readonly port: number | undefined
  readonly environment: Readonly<Record<string, string>>
}

async function prepare({
  dataDir,
  durable = true,
  port,
  environment = {},
}: EmbeddedPostgresOptions): Promise<Cluster> {
  mkdirSync(dataDir, { recursive: true })
  const home = realpathSync(dataDir)
  const folder = join(home, 'postgres')
  const secretsFile = join(home, 'keys', 'database.json')
  const user = unprivilegedUser(folder)
  const closed = user && closedTo(user, home)
  if (closed) {
    throw new Error(
      `PostgreSQL runs as the user ${user.name}, who may not enter ${closed}: set STEWARD_DATA_DIR to another folder, such as /var/lib/steward.`,
    )
  }
  const programs = postgresPrograms(home, user)
  const exists = existsSync(folder)
  if (exists && !existsSync(secretsFile)) {
    throw new Error(
      `${secretsFile} is missing: without it the database in ${folder} cannot be opened. Restore it.`,
    )
  }
  const secrets = databaseSecrets(secretsFile)
  if (!exists) await initializeCluster(folder, programs, secrets, user, durable)
  refuseOtherVersion(folder, programs)
  const logFile = join(home, 'postgres.log')
  return { folder, logFile, programs, secrets, user, durable, port, environment }
}

function refuseOtherVersion(folder: string, programs: PostgresPrograms): void {
  const written = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
  if (programs.version.split('.')[0] === written) return
  throw new Error(
    `${folder} was written by PostgreSQL ${written}, and this version of Steward brings ${programs.version}: migrate it with pg_upgrade, or dump and restore.`,
  )
}

type Outcome = EmbeddedPostgres | { readonly failure: string }

/** The server that a pid file of this folder names, if it lives and answers; one that lives but is mute is stopped. */
async function adopt(cluster: Cluster): Promise<Outcome | undefined> {
  const recorded = recordedPostmaster(cluster.folder)
  if (!recorded || !isAlive(recorded.pid)) return undefined
  if (!isPostmasterOf(cluster.folder, recorded.pid)) {
    // PostgreSQL itself only looks whether the number lives, and would refuse to start.
    rmSync(pidFile(cluster.folder), { force: true })
    return undefined
  }
  if (!recorded.port) return { failure: 'lock file "postmaster.pid" already exists' }
  const answers = await untilItAnswers(urlOf(cluster, recorded.port, 'superuser', 'postgres'), () =>
    isAlive(recorded.pid),
  )
  if (answers) return running(cluster, recorded.pid, recorded.port)
  await stopPostmaster(recorded.pid)
  return undefined
}

async function launch(cluster: Cluster): Promise<Outcome> {
  const port = cluster.port ?? (await freePort())
  const log = openServerLog(cluster.logFile)
  if (cluster.user) chownSync(cluster.logFile, cluster.user.uid, cluster.user.gid)
  const child = spawn(cluster.programs.postgres, serverArguments(cluster.folder, port, cluster.durable), {
    // A group of its own: Ctrl-C in the terminal must reach the API first, and the database only through stop().
    detached: true,
    cwd: '/',
    env: { TZ: 'UTC', ...cluster.environment },
    stdio: ['ignore', log.descriptor, log.descriptor],
    ...(cluster.user && { uid: cluster.user.uid, gid: cluster.user.gid }),
  })
  let exited = false
  const gone = exitOf(child).then(() => void (exited = true))
  const wrongPassword = (error: Error) => error
  const answers = await untilItAnswers(urlOf(cluster, port, 'superuser', 'postgres'), () => !exited).catch(
    wrongPassword,
  )
  log.close()
  if (answers === true && child.pid) return running(cluster, child.pid, port, gone)
  if (child.pid) await stopPostmaster(child.pid)
  if (answers instanceof Error) throw answers
  return { failure: fatalLine(log.text()) ?? (log.text().trim() || 'it ended without a word') }
}

const exitOf = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })

function running(cluster: Cluster, pid: number, port: number, gone?: Promise<void>): EmbeddedPostgres {
  const runtime = urlOf(cluster, port, 'runtime')
  return {
    version: cluster.programs.version,
    pid,
    port,
    adopted: !gone,
    urls: {
      runtime,
      direct: runtime,
      owner: urlOf(cluster, port, 'owner'),
      worker: urlOf(cluster, port, 'worker'),
    },
    superuserUrl: urlOf(cluster, port, 'superuser', 'postgres'),
    gone: gone ?? pollUntilGone(pid),
    stop: () => stopPostmaster(pid),
  }
}

async function pollUntilGone(pid: number): Promise<void> {
  while (isAlive(pid)) await sleep(250, undefined, { ref: false })
}

const ROLE_NAMES = {
  superuser: 'postgres',
  owner: 'steward_owner',
  runtime: 'steward_app',
  worker: 'steward_worker',
} as const

const urlOf = (cluster: Cluster, port: number, role: keyof typeof ROLE_NAMES, database = 'steward') =>
  `postgresql://${ROLE_NAMES[role]}:${cluster.secrets[role]}@127.0.0.1:${port}/${database}`

/** Tries to connect for as long as the server lives (replaying its log after a crash can take minutes). */
async function untilItAnswers(url: string, lives: () => boolean): Promise<boolean> {
  for (
    const deadline = Date.now() + PATIENCE_MILLISECONDS;
    lives() && Date.now() < deadline;
    await sleep(20)
  ) {
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return true
    } catch (error) {
      const { code, message } = error as Error & { code?: string }
      if (code === '28P01') {
        throw new Error(`The embedded PostgreSQL refuses its own password: ${message}.`, { cause: error })
      }
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return false
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no free port')),
      )
    })
  })
}
