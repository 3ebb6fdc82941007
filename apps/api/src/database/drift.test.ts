import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { ownerDataSource } from './data-source.ts'
import { driftOf, migrateDown, migrateUp, pendingMigrations } from './migrate.ts'
import { MIGRATIONS } from './migrations/index.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase({ fresh: true })))
afterAll(() => database.close())

const tables = async () =>
  (
    (await database.owner.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)) as {
      tablename: string
    }[]
  )
    .map((row) => row.tablename)
    .sort()

/** Everything the catalog says about tables, columns, indexes, constraints, policies and grants. */
const catalog = () =>
  database.owner.query(`
    SELECT attrelid::regclass::text AS table, attname::text AS name, format_type(atttypid, atttypmod) AS what, attnotnull::text AS more
      FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace = 'public'::regnamespace AND attnum > 0
    UNION ALL SELECT tablename, indexname, indexdef, '' FROM pg_indexes WHERE schemaname = 'public'
    UNION ALL SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), '' FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT tablename, policyname, qual, with_check FROM pg_policies
    UNION ALL SELECT table_name, grantee, privilege_type, '' FROM information_schema.role_table_grants WHERE table_schema = 'public'
    ORDER BY 1, 2, 3, 4`)

describe('migrations', () => {
  test('lead to what the entities say', async () => {
    expect(await driftOf(database.owner)).toEqual([])
    expect(await pendingMigrations(database.app)).toEqual([])
  })

  test('are all taken back, leaving no table, and lead to the same database again', async () => {
    const before = await catalog()
    await migrateDown(database.owner, MIGRATIONS.length)
    expect(await tables()).toEqual(['migration'])
    expect(await pendingMigrations(database.app)).toHaveLength(MIGRATIONS.length)

    expect(await migrateUp(database.owner)).toHaveLength(MIGRATIONS.length)
    expect(await catalog()).toEqual(before)
    expect(await driftOf(database.owner)).toEqual([])
  })

  test('run once when two processes start together', async () => {
    await migrateDown(database.owner, MIGRATIONS.length)
    const other = await ownerDataSource({ url: database.urls.owner }).initialize()
    const ran = await Promise.all([migrateUp(database.owner), migrateUp(other)])
    await other.destroy()
    expect(ran.map((names) => names.length).sort()).toEqual([0, MIGRATIONS.length].sort())
  })
})
