import { Pool, type PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { runStatement, type Statement } from './run-statement.ts'

const statement = (text: string, more: Partial<Statement> = {}): Statement => ({
  text,
  name: undefined,
  values: [],
  organizationId: null,
  ...more,
})

describe('a statement under its tenant', () => {
  let database: TestDatabase
  let pool: Pool
  beforeAll(async () => {
    database = await testDatabase()
    pool = new Pool({ connectionString: database.urls.runtime, max: 1 })
    pool.on('error', () => undefined)
  })
  afterAll(async () => {
    await pool.end()
    await database.close()
  })

  const run = (text: string, more: Partial<Statement> = {}) => runStatement(pool, statement(text, more))
  const withClient = async <T>(work: (client: PoolClient) => Promise<T>): Promise<T> => {
    const client = await pool.connect()
    try {
      return await work(client)
    } finally {
      client.release()
    }
  }
  const parsedNames = () =>
    withClient(
      async (client) =>
        (await client.query<{ name: string }>('select name from pg_prepared_statements')).rows,
    )

  const TENANT = `select current_setting('app.org_id', true)`

  it('sees its tenant while it runs, and leaves none behind on the connection', async () => {
    expect(await run(TENANT, { organizationId: 'one' })).toBe('one')
    expect(await withClient(async (client) => (await client.query(TENANT)).rows[0])).toEqual({
      current_setting: '',
    })
    expect(await run(TENANT)).toBe('')
  })

  it('answers undefined without a row, the text otherwise', async () => {
    expect(await run(`select 'x' where false`)).toBeUndefined()
    expect(await run('select $1::text', { values: ['漏水 😀 \\ "'] })).toBe('漏水 😀 \\ "')
  })

  it('binds lists, bytes, instants and null', async () => {
    const awkward = ['a,b', '"', '\\', '', 'NULL', '{}']
    expect(await run('select to_json($1::text[])::text', { values: [awkward] })).toBe(JSON.stringify(awkward))
    expect(await run(`select encode($1::bytea, 'hex')`, { values: [Buffer.from([0, 255])] })).toBe('00ff')
    expect(
      await run('select ($1::timestamptz = $2::timestamptz)::text', {
        values: [new Date(1), '1970-01-01T00:00:00.001Z'],
      }),
    ).toBe('true')
    expect(await run('select ($1::uuid is null)::text', { values: [null] })).toBe('true')
  })

  it('goes out with its settings as two executions and one Sync, both parsed once a connection', async () => {
    const sent = { parse: 0, execute: 0, sync: 0 }
    await withClient(async (client) => {
      const { connection } = client as unknown as {
        connection: Record<keyof typeof sent, (...given: unknown[]) => void>
      }
      for (const message of Object.keys(sent) as (keyof typeof sent)[]) {
        const send = connection[message].bind(connection)
        connection[message] = (...given) => {
          sent[message] += 1
          send(...given)
        }
      }
    })
    for (let time = 0; time < 3; time += 1) await run('select 1::text', { name: 'counted' })
    expect(sent).toEqual({ parse: 2, execute: 6, sync: 3 })
  })

  it('is planned once for all values when it is named', async () => {
    for (const n of [1, 2, 3]) await run('select $1::int::text', { name: 'planned', values: [n] })
    const plans = await withClient(async (client) => {
      const { rows } = await client.query(
        `select generic_plans::int, custom_plans::int from pg_prepared_statements where name = 'planned'`,
      )
      return rows[0] as unknown
    })
    expect(plans).toEqual({ generic_plans: 3, custom_plans: 0 })
  })

  it('rejects an error and leaves the connection fit for the next', async () => {
    const divide = (by: number) => run('select (6 / $1::int)::text', { name: 'divide', values: [by] })
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
    expect(await divide(2)).toBe('3')
    await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
    expect(await divide(3)).toBe('2')
    await expect(run('select nonsense', { name: 'broken' })).rejects.toMatchObject({ code: '42703' })
    await expect(run('select nonsense', { name: 'broken' })).rejects.toMatchObject({ code: '42703' })
    expect(await run('select 1::text', { name: 'broken' })).toBe('1')
    expect(pool.totalCount).toBe(1)
  })

  it('is ended by statement_timeout without harm to the connection', async () => {
    const timed = new Pool({ connectionString: database.urls.runtime, max: 1, statement_timeout: 50 })
    await expect(runStatement(timed, statement('select pg_sleep(5)::text'))).rejects.toMatchObject({
      code: '57014',
    })
    expect(await runStatement(timed, statement('select 1::text'))).toBe('1')
    await timed.end()
  })

  it('gives up a connection that the server has cut, and takes another', async () => {
    const pid = await run('select pg_backend_pid()::text')
    const asleep = run('select pg_sleep(20)::text').catch((error: unknown) => error)
    const superuser = new Pool({ connectionString: inject('server').superuserUrl, max: 1 })
    await superuser.query('select pg_terminate_backend($1)', [pid])
    await superuser.end()
    expect(await asleep).toBeInstanceOf(Error)
    expect(await run('select pg_backend_pid()::text')).not.toBe(pid)
  })

  it('keeps the 500 names last used and none of the unnamed', async () => {
    for (let n = 0; n < 520; n += 1) await run(`select ${n}::text`, { name: `n${n}` })
    await run('select 42::text')
    const names = (await parsedNames()).map(({ name }) => name)
    expect(names.length).toBe(500)
    expect(names).toContain('settings_named')
    expect(names).not.toContain('n0')
    expect(await run('select 0::text', { name: 'n0' })).toBe('0')
  })
})
