import type { DataSource } from 'typeorm'
import type { Config } from '../config.ts'
import { pendingMigrations } from './migrate.ts'

/** First release of each major version with the fix of CVE-2025-8713 (planner statistics past row security). */
const OLDEST_RELEASE: Readonly<Record<number, number>> = { 15: 14, 16: 10, 17: 6 }

interface Server {
  version: number
  superuser: boolean
  bypassesRowSecurity: boolean
  owns: string | null
  statementTimeout: string
}

const SERVER = `
  SELECT current_setting('server_version_num')::int AS version, rolsuper AS superuser,
    rolbypassrls AS "bypassesRowSecurity", current_setting('statement_timeout') AS "statementTimeout",
    coalesce(
      (SELECT min(format('the table %I', relname)) FROM pg_class
        WHERE relkind IN ('r', 'p') AND relnamespace = 'public'::regnamespace AND pg_has_role(relowner, 'MEMBER')),
      (SELECT 'the database' FROM pg_database WHERE datname = current_database() AND pg_has_role(datdba, 'MEMBER'))
    ) AS owns
  FROM pg_roles WHERE rolname = current_user`

/**
 * Refuses to serve from a database where row security would not hold, or that is not migrated.
 * @throws Error of one sentence
 */
export async function checkServer(
  runtime: DataSource,
  setting: 'DATABASE_URL' | 'DATABASE_WORKER_URL' = 'DATABASE_URL',
): Promise<void> {
  const role = setting === 'DATABASE_URL' ? 'steward_app' : 'steward_worker'
  const [server] = (await runtime.query(SERVER)) as [Server]
  const [major, minor] = [Math.floor(server.version / 10_000), server.version % 10_000]
  if (major < 15 || minor < (OLDEST_RELEASE[major] ?? 0)) {
    throw new Error(`PostgreSQL ${major}.${minor} is too old: 15.14, 16.10, 17.6 or any 18 is needed.`)
  }
  const power = server.superuser
    ? 'is a superuser'
    : server.bypassesRowSecurity
      ? 'has BYPASSRLS'
      : server.owns && `owns ${server.owns}`
  if (power) {
    throw new Error(
      `The role of ${setting} ${power}, so row security would not bind it: use ${role} of infra/roles.sql.`,
    )
  }
  if (server.statementTimeout === '0') {
    throw new Error(`The role of ${setting} has no statement_timeout: set it up with infra/roles.sql.`)
  }
  const [pending] = await pendingMigrations(runtime)
  if (pending) throw new Error(`The database lacks the migration ${pending}: run npm run migrate.`)
}

/**
 * Demonstration mode lets anybody in by a click, so it opens no organization that is not one.
 * @throws Error of one sentence
 */
export async function checkMode(runtime: DataSource, mode: Config['mode']): Promise<void> {
  if (mode !== 'demonstration') return
  const [real] = (await runtime.query(`SELECT code FROM organization WHERE NOT demonstration LIMIT 1`)) as {
    code: string
  }[]
  if (real) {
    throw new Error(
      `The organization ${real.code} is not a demonstration: set STEWARD_MODE=production and STEWARD_PUBLIC_URL.`,
    )
  }
}
