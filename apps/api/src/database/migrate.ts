import type { DataSource } from 'typeorm'
import { MIGRATIONS } from './migrations/index.ts'

/** Any number that nothing else in the database locks by. */
const MIGRATION_LOCK = 7_283_001

/** Lets one process migrate at a time; another waits and then finds nothing left to do. */
async function alone<T>(owner: DataSource, work: () => Promise<T>): Promise<T> {
  const runner = owner.createQueryRunner()
  try {
    await runner.query(`SET lock_timeout = 0`)
    await runner.query(`SELECT pg_advisory_lock($1)`, [MIGRATION_LOCK])
    return await work()
  } finally {
    await runner.query(`SELECT pg_advisory_unlock($1)`, [MIGRATION_LOCK]).catch(() => undefined)
    await runner.query(`RESET lock_timeout`).catch(() => undefined)
    await runner.release()
  }
}

/** Brings the database to what this version of Steward expects; each migration is a transaction of its own. */
export function migrateUp(owner: DataSource): Promise<string[]> {
  return alone(owner, async () => (await owner.runMigrations()).map(({ name }) => name))
}

/**
 * Takes the newest `steps` migrations back.
 * @throws Error when one would drop evidence (sign-offs, audit) that holds rows
 */
export function migrateDown(owner: DataSource, steps: number): Promise<void> {
  return alone(owner, async () => {
    for (let step = 0; step < steps; step += 1) await owner.undoLastMigration()
  })
}

/** The statements that would make the tables equal the entities; none unless a migration is missing. */
export async function driftOf(owner: DataSource): Promise<string[]> {
  const { upQueries } = await owner.driver.createSchemaBuilder().log()
  return upQueries.map(({ query }) => query)
}

/** Names of the migrations that this version has and the database has not. */
export async function pendingMigrations(dataSource: DataSource): Promise<string[]> {
  const [table] = (await dataSource.query(`SELECT to_regclass('migration') AS name`)) as {
    name: string | null
  }[]
  const done = table?.name
    ? ((await dataSource.query(`SELECT name FROM migration`)) as { name: string }[])
    : []
  return MIGRATIONS.map(({ name }) => name).filter((name) => !done.some((row) => row.name === name))
}
