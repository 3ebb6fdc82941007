/** A real PostgreSQL for tests: one cluster a run, one migrated template, one database a worker. */
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client, type Pool } from 'pg'
import type { DataSource } from 'typeorm'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { ownerDataSource, readPool, runtimeDataSource } from '../src/database/data-source.ts'
import { migrateUp } from '../src/database/migrate.ts'
import { startEmbeddedPostgres } from '../src/runtime/embedded-postgres.ts'
import { isAlive, recordedPostmaster, isPostmasterOf, stopPostmaster } from '../src/runtime/postmaster.ts'

interface TestServer {
  readonly superuserUrl: string
  readonly ownerUrl: string
  readonly runtimeUrl: string
  readonly workerUrl: string
  /** What the server of this run says, all databases in one file. */
  readonly logFile: string
}

declare module 'vitest' {
  interface ProvidedContext {
    server: TestServer
  }
}

/** Vitest's global set-up: starts the cluster, migrates the template; what it returns takes all of it away again. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftOvers()
  const dataDir = mkdtempSync(join(tmpdir(), PREFIX))
  // As root the server runs as somebody else, who must get through to its own folder.
  chmodSync(dataDir, 0o711)
  writeFileSync(join(dataDir, 'run.pid'), String(process.pid))
  const server = await startEmbeddedPostgres({ dataDir, durable: false })
  const owner = await ownerDataSource({ url: server.urls.owner }).initialize()
  await migrateUp(owner)
  await owner.destroy()
  project.provide('server', {
    superuserUrl: server.superuserUrl,
    ownerUrl: server.urls.owner,
    runtimeUrl: server.urls.runtime,
    workerUrl: server.urls.worker,
    logFile: join(dataDir, 'postgres.log'),
  })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const PREFIX = 'steward-test-'

/** A run that was killed leaves its server behind: the next run stops it. */
async function removeLeftOvers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name)
    try {
      if (isAlive(Number(readFileSync(join(folder, 'run.pid'), 'utf8')))) continue
    } catch {
      continue
    }
    const recorded = recordedPostmaster(join(folder, 'postgres'))
    if (recorded && isPostmasterOf(join(folder, 'postgres'), recorded.pid)) await stopPostmaster(recorded.pid)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A migrated database of this worker's own, and the ways into it. */
export interface TestDatabase {
  /** As the API: bound by row security. */
  readonly app: DataSource
  /** As migrations: owns the tables. */
  readonly owner: DataSource
  /** The read path's pool, under the runtime role. */
  readonly pool: Pool
  readonly urls: {
    readonly runtime: string
    readonly direct: string
    readonly owner: string
    readonly worker: string
    readonly superuser: string
  }
  /**
   * From now on what this database refuses is told in the server's log with its code; answers a function that reads what was told
   * since, one line an error. For a database that nobody shares: connections made before do not take part.
   */
  hear(): Promise<() => readonly string[]>
  /** Past every wall, to arrange what no role of Steward could. */
  asSuperuser(work: (client: Client) => Promise<unknown>): Promise<void>
  close(): Promise<void>
}

/**
 * Connects to this worker's database, a copy of the template that the files of a worker share: an organization of its
 * own keeps each story apart. Close it in `afterAll`.
 * @param fresh a further copy that nobody shares, for what changes the tables themselves; dropped by `close`
 */
export async function testDatabase({ fresh = false } = {}): Promise<TestDatabase> {
  const server = inject('server')
  const worker = `steward_worker_${process.env.VITEST_POOL_ID ?? '0'}`
  const name = fresh ? `${worker}_${Date.now()}` : worker
  await withClient(server.superuserUrl, (client) => copyTemplate(client, name))
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href
  const urls = {
    runtime: at(server.runtimeUrl),
    direct: at(server.runtimeUrl),
    owner: at(server.ownerUrl),
    worker: at(server.workerUrl),
    superuser: at(server.superuserUrl),
  }
  const app = await runtimeDataSource({ url: urls.runtime, poolSize: 8 }).initialize()
  const owner = await ownerDataSource({ url: urls.owner }).initialize()
  const pool = readPool({ url: urls.runtime, poolSize: 4 })
  return {
    app,
    owner,
    pool,
    urls,
    asSuperuser: (work) => withClient(urls.superuser, work),
    async hear() {
      await withClient(server.superuserUrl, (client) =>
        client.query(`ALTER DATABASE ${name} SET log_error_verbosity = 'verbose'`),
      )
      const already = statSync(server.logFile).size
      return () =>
        readFileSync(server.logFile)
          .subarray(already)
          .toString()
          .split('\n')
          .filter((line) => /(ERROR|FATAL|PANIC): {2}\w{5}: /.test(line))
    },
    async close() {
      await Promise.all([app.destroy(), owner.destroy(), pool.end()])
      if (fresh) await withClient(server.superuserUrl, (client) => client.query(`DROP DATABASE ${name}`))
    },
  }
}

async function withClient(url: string, work: (client: Client) => Promise<unknown>): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function copyTemplate(client: Client, name: string): Promise<void> {
  // The template may have only one reader at a time.
  await client.query('SELECT pg_advisory_lock(1)')
  const there = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
  if (there.rowCount) return
  await client.query(`CREATE DATABASE ${name} TEMPLATE steward OWNER steward_owner`)
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`)
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO steward_app, steward_worker`)
}
