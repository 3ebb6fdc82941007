import { execFile } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { repositoryRoot } from './data-folder.ts'
import type { DatabaseSecrets } from './database-secrets.ts'
import type { PostgresPrograms } from './postgres-programs.ts'
import type { UnprivilegedUser } from './unprivileged.ts'

const run = promisify(execFile)

/**
 * Makes a new data folder, complete or not at all: it gets its name only when initdb has finished.
 * C.UTF-8 of the builtin provider sorts by code point on every system alike; lists that people read name a collation.
 */
export async function initializeCluster(
  dataFolder: string,
  programs: PostgresPrograms,
  secrets: DatabaseSecrets,
  user: UnprivilegedUser | undefined,
  durable: boolean,
): Promise<void> {
  const unfinished = `${dataFolder}.${process.pid}`
  const passwordFile = `${unfinished}.password`
  mkdirSync(unfinished, { mode: 0o700 })
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 })
  if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
  const how = {
    pgdata: unfinished,
    username: 'postgres',
    pwfile: passwordFile,
    auth: 'scram-sha-256',
    encoding: 'UTF8',
    locale: 'C',
    'locale-provider': 'builtin',
    'builtin-locale': 'C.UTF-8',
  }
  const options = Object.entries(how).map(([name, value]) => `--${name}=${value}`)
  if (!durable) options.push('--no-sync')
  try {
    await run(programs.initdb, [...options, '--data-checksums', '--no-instructions'], {
      cwd: '/',
      env: { TZ: 'UTC' },
      ...(user && { uid: user.uid, gid: user.gid }),
    })
    renameSync(unfinished, dataFolder)
  } catch (error) {
    // Another process may have made it meanwhile; a folder that is there is a whole one.
    if (!existsSync(join(dataFolder, 'PG_VERSION'))) throw error
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
    rmSync(passwordFile, { force: true })
  }
}

const ALREADY_EXISTS = new Set(['42710', '42P04'])

/** Runs infra/roles.sql and sets the passwords, unless that was done before. Safe to be interrupted at any point. */
export async function createRolesAndDatabase(superuserUrl: string, secrets: DatabaseSecrets): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    // The passwords are the last things set: with all of them, everything has been done.
    const done = await client.query(
      `SELECT FROM pg_authid WHERE rolname LIKE 'steward\\_%' AND rolpassword IS NOT NULL
        HAVING count(*) FILTER (WHERE rolname IN ('steward_owner', 'steward_app', 'steward_worker')) = 3`,
    )
    if (done.rowCount) return
    const script = readFileSync(join(repositoryRoot, 'infra', 'roles.sql'), 'utf8').replace(/^--.*$/gm, '')
    for (const statement of script.split(';').filter((text) => text.trim())) {
      await client.query(statement).catch((error: { code?: string }) => {
        if (!ALREADY_EXISTS.has(error.code ?? '')) throw error
      })
    }
    for (const [role, password] of [
      ['steward_owner', secrets.owner],
      ['steward_app', secrets.runtime],
      ['steward_worker', secrets.worker],
    ] as const) {
      await client.query(`ALTER ROLE ${role} PASSWORD ${client.escapeLiteral(password)}`)
    }
  } finally {
    await client.end()
  }
}
