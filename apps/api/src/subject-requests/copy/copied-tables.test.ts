/** Whatever hangs on a client is in the copy that the person gets, or is left out for a reason: also tables that are yet to come. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { fillTables } from '../../../test/fill-tables.ts'
import { PRODUCT_ROWS } from '../../../test/product-rows.ts'
import { vaultOf } from '../../access/vault.ts'
import { readConfig } from '../../config.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { COPIED_WITH_KEY, LEFT_OUT_OF_COPY } from '../../exports/production/copy-left-out.ts'
import { COPY_PARTS, subjectArchive } from '../../exports/production/subject-archive.service.ts'
import { buildSchema, READ_MODEL } from '../../schema.ts'

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase({ fresh: true })))
afterAll(() => database.close())

/** What hangs on what, from the client down. */
const HANGING = `
with recursive hanging as (
  select 'client'::regclass as t
  union select f.conrelid::regclass from pg_constraint f join hanging h on f.confrelid = h.t
   where f.contype = 'f' and h.t <> 'document_revision'::regclass)
select f.conrelid::regclass::text as child, a.attname::text as by, f.confrelid::regclass::text as parent
  from pg_constraint f join hanging h on f.confrelid = h.t
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname <> 'org_id'
 where f.contype = 'f' and cardinality(f.conkey) = 2 and f.confrelid <> 'document_revision'::regclass`

interface Hang {
  readonly child: string
  readonly by: string
  readonly parent: string
}

describe('the copy of a person', () => {
  it('tells of every table that hangs on them, or says why not', async () => {
    const known = new Set(['client'])
    await database.asSuperuser(async (sql) => {
      for (const { child } of (await sql.query<Hang>(HANGING)).rows) known.add(child)
    })
    const told = [...COPIED_WITH_KEY, ...COPY_PARTS.flatMap(({ tables }) => tables)]
    const stated = new Set([...told, ...Object.keys(LEFT_OUT_OF_COPY)])
    expect([...known].filter((table) => !stated.has(table))).toEqual([])
    expect(told.filter((table) => table in LEFT_OUT_OF_COPY)).toEqual([])
    expect([...stated].filter((table) => !known.has(table))).toEqual([])
  })

  it('has a row of each of them', async () => {
    const filling = { schema: buildSchema(), model: READ_MODEL, rowsPerTable: 1, ...PRODUCT_ROWS, seed: 37 }
    const { organizationId: org, ids } = await fillTables(database.pool, filling)
    const idOf = (table: string) => ids.get(table)?.[0]
    await database.asSuperuser(async (sql) => {
      await sql.query("set session_replication_role = 'replica'")
      const { rows } = await sql.query<Hang>(HANGING)
      for (const { child, by, parent } of rows)
        if (child !== 'client' && idOf(parent))
          await sql.query(`update ${child} set ${by} = $2 where org_id = $1`, [org, idOf(parent)])
      // As they are once they concern the client.
      for (const change of [
        `client set merged_into_id = null`,
        `client_occupancy set withdrawn_at = null`,
        `attachment set removed_at = null`,
        `cost_event set voided_at = null`,
        `metric_entry set voided_at = null`,
        `receivable set state = 'OPEN'`,
        `complaint_option set status = 'OFFERED'`,
        `price_form set status = 'APPROVED', lines = '[{"service":"保洁","unit":"次","quantityHundredths":100,"offeredMinor":100}]'`,
        `sales_proposal set status = 'SENT', sent_on = now(), clauses = '[{"heading":"服务","body":"保洁","part":"TEXT"}]'`,
        `service_agreement set status = 'SIGNED', signed_on = now(), clauses = '[{"heading":"服务","body":"保洁","part":"TEXT"}]'`,
        `grading_cycle set published_at = now(), standard = '{"criteria":[{"key":"a","name":"缴费"}]}'`,
        `plan_revision set status = 'IN_FORCE'`,
        `evaluation set lines = '[["a","M",1,10000,10000,null]]'`,
        `opportunity_event set note = '谈过'`,
      ])
        await sql.query(`update ${change} where org_id = $1`, [org])
      // Nothing was sealed here under a key that opens it.
      await sql.query('delete from client_key where org_id = $1', [org])
      await sql.query("set session_replication_role = 'origin'")
    })
    const { parts } = await withTenant(database.app, org, (manager) =>
      subjectArchive(manager, vaultOf(readConfig({})), {
        orgId: org,
        clientId: idOf('client')!,
        timeZone: 'Asia/Shanghai',
      }),
    )
    const keys = parts.map(({ key }) => key)
    expect(COPY_PARTS.map(({ key }) => key).filter((key) => !keys.includes(key))).toEqual([])
    for (const { heads, rows } of parts) for (const row of rows) expect(row).toHaveLength(heads.length)
  })
})
