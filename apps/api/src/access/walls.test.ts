/** Two walls between organizations; each alone must hold. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { Person } from '../../test/as.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readPool, runtimeDataSource } from '../database/data-source.ts'
import { MADE_OF_OTHERS } from '../reads/merged.ts'
import { READ_MODEL } from '../schema.ts'

let database: TestDatabase
let server: FastifyInstance
let mine: Story
let theirs: Story
let theirCase: { id: string; number?: unknown }

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  ;[mine, theirs] = [await given(database, server), await given(database, server)]
  theirCase = await registered(theirs)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

/**
 * Every table that holds rows of an organization and is published, but for the two that are asked before the organization is
 * known: its own row by the code, a session by the token.
 */
const TABLES = [...new Set([...READ_MODEL.projections.values()].map(({ table }) => table))].filter(
  (table) => table !== 'organization' && table !== 'session' && table !== MADE_OF_OTHERS,
)

describe('row security without the first wall', () => {
  it.each(TABLES)('%s shows a statement without any filter the rows of one organization', async (table) => {
    const client = await database.pool.connect()
    try {
      await client.query('begin')
      await client.query("select set_config('app.org_id', $1, true)", [mine.orgId])
      const { rows } = await client.query<{ org_id: string }>(`select distinct org_id from ${table}`)
      expect(rows.filter(({ org_id }) => org_id !== mine.orgId)).toEqual([])
      await client.query('rollback')
      const outside = await client.query(`select count(*)::int as n from ${table}`)
      expect(outside.rows).toEqual([{ n: 0 }])
    } finally {
      client.release()
    }
  })
})

describe('the first wall without row security', () => {
  it('keeps every list and every id of another organization out', async () => {
    const { unwalled, close } = await serverPastRowSecurity()
    const manager = new Person(unwalled, '', mine.as('GENERAL_MANAGER').token)
    const lists = await manager.run(`{
      complaints(first: 50) { totalCount edges { node { id } } }
      clients(first: 50) { edges { node { code occupancies { unit { label } } } } }
      staff(first: 50) { edges { node { id } } }
      departments { id } projects { id buildings { id } }
      units(first: 50) { edges { node { id } } } }`)
    expect(lists.errors).toEqual([])
    const { staff, departments, project, unit, building, client, category } = theirs.ids
    const foreign = [
      theirCase.id,
      ...Object.values(staff),
      ...Object.values(departments),
      project,
      unit,
      building,
    ]
    expect(foreign.filter((id) => lists.body.includes(id))).toEqual([])
    for (const id of [...foreign, client, category]) {
      const { body } = await manager.run('query($id: ID!) { node(id: $id) { __typename id } }', { id })
      expect(body).toBe('{"data":{"node":null}}')
    }
    await close()
  })
})

/** The server as it would be if somebody had given its role the power to look past row security. */
const serverPastRowSecurity = async () => {
  const role = `past_walls_${process.env.VITEST_POOL_ID ?? '0'}`
  await database.asSuperuser(async (client) => {
    await client.query(`drop role if exists ${role}`)
    await client.query(`create role ${role} login password 'of-this-test' bypassrls in role steward_app`)
  })
  const url = Object.assign(new URL(database.urls.runtime), { username: role, password: 'of-this-test' }).href
  const dataSource = await runtimeDataSource({ url, poolSize: 2 }).initialize()
  const pool = readPool({ url, poolSize: 2 })
  const unwalled = await testServer(database, { dataSource, readPool: pool })
  const all = await pool.query<{ n: number }>('select count(distinct org_id)::int as n from staff')
  expect(all.rows[0]!.n, 'the wall is really down').toBeGreaterThan(1)
  const close = async () => {
    await unwalled.close()
    await Promise.all([dataSource.destroy(), pool.end()])
  }
  return { unwalled, close }
}
