import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { Department, Organization } from '../organization/organization.entity.ts'
import { runtimeDataSource } from './data-source.ts'
import { checkServer } from './check-server.ts'
import { forEachOrganization } from './migrations/secure.ts'
import { withTenant } from './with-tenant.ts'

let database: TestDatabase
const [here, there] = [newId(), newId()]

const department = (orgId: string, code = 'CS') => ({ orgId, id: newId(), code, name: '客户服务部' })
const anOrganization = (id: string) => ({ id, code: id, demonstration: true, createdAt: new Date() })
const addDepartment = (orgId: string, row = department(orgId)) =>
  withTenant(database.app, orgId, (manager) => manager.insert(Department, row).then(() => row))

const tenantTables = async () =>
  (
    (await database.owner.query(
      `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relrowsecurity AND relnamespace = 'public'::regnamespace`,
    )) as { name: string }[]
  ).map(({ name }) => name)

/**
 * One row of `orgId` in every tenant table, put there past row security and past foreign keys: what matters here is
 * only whether it can be seen.
 */
async function fillEveryTable(orgId: string): Promise<string[]> {
  const tables = await tenantTables()
  await database.asSuperuser(async (client) => {
    await client.query(`SET session_replication_role = replica`)
    for (const table of tables) {
      const { rows } = await client.query<{ name: string; type: string }>(
        `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
          WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attnotnull AND NOT atthasdef AND attname <> 'org_id'`,
        [table],
      )
      const values = rows.map(({ type }) => SAMPLES[type] ?? `NULL::${type}`)
      await client.query(
        `INSERT INTO ${table} (${['org_id', ...rows.map(({ name }) => name)].join(', ')}) VALUES ('${orgId}', ${values.join(', ')})`,
      )
    }
  })
  return tables
}

const SAMPLES: Record<string, string> = {
  bytea: `'\\x00'`,
  uuid: 'gen_random_uuid()',
  text: 'gen_random_uuid()::text',
  'text[]': `'{}'`,
  'uuid[]': `'{}'`,
  integer: '1',
  smallint: '1',
  bigint: '1',
  boolean: 'false',
  'integer[]': `'{1}'`,
  jsonb: `'{}'`,
  date: `'2026-11-22'`,
  'timestamp(3) with time zone': 'now()',
}

beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

describe('row security alone, without any filter of ours', () => {
  test('shows nothing of any tenant table outside withTenant, and only its own organization’s rows inside', async () => {
    const tables = await fillEveryTable(here)
    await fillEveryTable(there)
    expect(tables.length).toBeGreaterThan(10)

    const foreign = (orgId: string) => `count(*) FILTER (WHERE org_id <> '${orgId}') AS foreign`
    for (const table of tables) {
      expect(await database.app.query(`SELECT count(*) AS rows FROM ${table}`)).toEqual([{ rows: 0 }])
      for (const orgId of [here, there]) {
        const counted = await withTenant(database.app, orgId, (manager) =>
          manager.query(`SELECT count(*) AS rows, ${foreign(orgId)} FROM ${table}`),
        )
        expect(counted, table).toEqual([{ rows: expect.toSatisfy((rows: number) => rows > 0), foreign: 0 }])
      }
    }
  })

  test('binds the owner of the tables too', async () => {
    await addDepartment(here, department(here, 'OWNER'))
    expect(await database.owner.query(`SELECT FROM department`)).toEqual([])
    expect(await database.owner.query(`UPDATE department SET name = 'x' RETURNING id`)).toEqual([[], 0])
  })

  test('lets a migration of the owner change every organization’s rows only through forEachOrganization', async () => {
    await addDepartment(here, department(here, 'BACKFILL'))
    await addDepartment(there, department(there, 'BACKFILL'))
    await database.owner.manager.insert(Organization, [here, there].map(anOrganization))
    const runner = database.owner.createQueryRunner()
    await runner.startTransaction()
    const changed = await forEachOrganization(runner, async () => {
      const [, rows] = (await runner.query(
        `UPDATE department SET name = '客服' WHERE code = 'BACKFILL'`,
      )) as [[], number]
      return rows
    })
    expect(changed).toBe(2)
    expect(await runner.query(`SELECT FROM department`)).toEqual([])
    await runner.rollbackTransaction()
    await runner.release()
  })

  test('refuses a row for another organization, and a move to one', async () => {
    await expect(
      withTenant(database.app, here, (manager) => manager.insert(Department, department(there, 'X'))),
    ).rejects.toThrow(/row-level security/)
    const row = await addDepartment(here, department(here, 'MOVE'))
    await expect(
      withTenant(database.app, here, (manager) =>
        manager.update(Department, { id: row.id }, { orgId: there }),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('finds nothing of another organization by id, and changes nothing there', async () => {
    const row = await addDepartment(there, department(there, 'FOREIGN'))
    await withTenant(database.app, here, async (manager) => {
      expect(await manager.findOneBy(Department, { id: row.id })).toBeNull()
      expect((await manager.update(Department, { id: row.id }, { name: 'x' })).affected).toBe(0)
    })
  })

  test('does not follow a connection back into the pool', async () => {
    const narrow = await runtimeDataSource({ url: database.urls.runtime, poolSize: 1 }).initialize()
    await withTenant(narrow, here, (manager) => manager.query(`SELECT FROM department`))
    await withTenant(narrow, here, () => Promise.reject(new Error('given up'))).catch(() => undefined)
    expect(
      await narrow.query(
        `SELECT current_setting('app.org_id', true) AS org, count(*) AS rows FROM department`,
      ),
    ).toEqual([{ org: '', rows: 0 }])
    await narrow.destroy()
  })
})

describe('withTenant', () => {
  const codes = (orgId: string) =>
    withTenant(database.app, orgId, (manager) => manager.find(Department, { select: { code: true } })).then(
      (rows) => rows.map((row) => row.code),
    )

  test('keeps all of the work or none of it', async () => {
    const orgId = newId()
    const halfway = withTenant(database.app, orgId, async (manager) => {
      await manager.save(Department, department(orgId, 'ONE'))
      await manager.save(Department, department(orgId, 'TWO'))
      throw new Error('second thoughts')
    })
    await expect(halfway).rejects.toThrow('second thoughts')
    expect(await codes(orgId)).toEqual([])

    await withTenant(database.app, orgId, (manager) => manager.save(Department, department(orgId, 'ONE')))
    expect(await codes(orgId)).toEqual(['ONE'])
  })

  test('does not report success when a statement had failed and its error was swallowed', async () => {
    const orgId = newId()
    const swallowed = withTenant(database.app, orgId, async (manager) => {
      await manager.insert(Department, department(orgId, 'LOST'))
      await manager.query('SELECT 1/0').catch(() => undefined)
    })
    await expect(swallowed).rejects.toThrow(/rolled back/)
    expect(await codes(orgId)).toEqual([])
  })

  test('is not to be talked into SQL', async () => {
    await expect(
      withTenant(database.app, `${here}', true); DROP TABLE unit; --`, async () => 1),
    ).rejects.toThrow('UUID')
  })

  test('keeps 640 concurrent transactions of two organizations apart on 8 connections, failures among them', async () => {
    const work = Array.from({ length: 640 }, async (_, nth) => {
      const orgId = nth % 2 ? here : there
      const failing = nth % 5 === 0
      const seen = withTenant(database.app, orgId, async (manager) => {
        const rows: { org_id: string }[] = await manager.query(`SELECT org_id FROM department`)
        if (failing) await manager.query(`SELECT 1/0`)
        return rows.filter((row) => row.org_id !== orgId)
      })
      return failing
        ? seen.then(
            () => ['did not fail'],
            () => [],
          )
        : seen
    })
    expect((await Promise.all(work)).flat()).toEqual([])
  })

  test('survives the database closing its connection in the middle, and the next one works', async () => {
    const cut = withTenant(database.app, here, async (manager) => {
      const [{ pid }] = (await manager.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }]
      await database.asSuperuser((client) => client.query('SELECT pg_terminate_backend($1)', [pid]))
      await manager.query('SELECT 1')
    })
    await expect(cut).rejects.toThrow()
    expect(await withTenant(database.app, here, (manager) => manager.query('SELECT 1 AS one'))).toEqual([
      { one: 1 },
    ])
  })
})

describe('starting to serve', () => {
  test('is refused to a role that row security does not bind, in one sentence', async () => {
    await checkServer(database.app)
    await expect(checkServer(database.owner)).rejects.toThrow(/owns the (table|database).* infra\/roles\.sql/)
    const superuser = await runtimeDataSource({ url: database.urls.superuser }).initialize()
    await expect(checkServer(superuser)).rejects.toThrow(/is a superuser/)
    await superuser.destroy()
  })
})
