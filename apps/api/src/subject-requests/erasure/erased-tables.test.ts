/** Whatever hangs on a client and tells of a person is erased: also of tables and columns that are yet to come. */
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { fillTables } from '../../../test/fill-tables.ts'
import { PRODUCT_ROWS } from '../../../test/product-rows.ts'
import { classOf } from '../../database/columns.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { buildSchema, READ_MODEL } from '../../schema.ts'

const MARK = 'TELLSOFAPERSON'
/** Their words are told apart by shape, and cleared by whoever carries the erasure out: see the story beside. */
const CLEARED_BESIDE = ['document_revision.content']

/** What is cleared word by word must have the form in which it is written. */
const SHAPED: Readonly<Record<string, string>> = {
  'plan_revision.content': `jsonb_build_object('title', '${MARK}', 'summary', '${MARK}',
    'objectives', jsonb_build_array(jsonb_build_object('note', '${MARK}')),
    'measures', jsonb_build_array(jsonb_build_object('title', '${MARK}', 'gap', '${MARK}', 'instruction', '${MARK}', 'effect', '${MARK}')),
    'budget', jsonb_build_array(jsonb_build_object('title', '${MARK}')))`,
  'plan_summary.content': `jsonb_build_object('worked', '${MARK}', 'wanting', '${MARK}', 'improvement', '${MARK}',
    'lessons', jsonb_build_array(jsonb_build_object('words', '${MARK}')))`,
  'plan_summary.figures': `jsonb_build_object('budget', jsonb_build_array(jsonb_build_object('title', '${MARK}')))`,
}

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase({ fresh: true })))
afterAll(() => database.close())

/** Foreign keys of one column, from those that hang on a client, or on a request for the use of their data, to what they hang on. */
const HANGING = `
with recursive hanging as (
  select unnest(array['client', 'export_request'])::regclass as t
  union select f.conrelid::regclass from pg_constraint f join hanging h on f.confrelid = h.t
   where f.contype = 'f' and h.t <> 'document_revision'::regclass)
select f.conrelid::regclass::text as child, a.attname::text as by, f.confrelid::regclass::text as parent
  from pg_constraint f join hanging h on f.confrelid = h.t
  join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any(f.conkey) and a.attname <> 'org_id'
 where f.contype = 'f' and cardinality(f.conkey) = 2 and f.confrelid <> 'document_revision'::regclass`

describe('erasing a client', () => {
  it('leaves no personal or sensitive text in any row that hangs on them', async () => {
    const filling = { schema: buildSchema(), model: READ_MODEL, rowsPerTable: 1, ...PRODUCT_ROWS, seed: 31 }
    const { organizationId: org, ids } = await fillTables(database.pool, filling)
    const idOf = (table: string) => ids.get(table)?.[0]
    const marked: string[] = []
    await database.asSuperuser(async (sql) => {
      const run = (text: string, values: unknown[] = []) => sql.query(text, [org, ...values])
      await sql.query("set session_replication_role = 'replica'")
      const { rows } = await sql.query<{ child: string; by: string; parent: string }>(HANGING)
      for (const { child, by, parent } of rows)
        if (child !== 'client' && idOf(parent))
          await run(`update ${child} set ${by} = $2 where org_id = $1`, [idOf(parent)])
      await run('update client set merged_into_id = null, erased_at = null where org_id = $1')
      await run('update export_scope set id = $2, client_ids = array[$3::uuid] where org_id = $1', [
        idOf('export_request'),
        idOf('client'),
      ])
      await run('update export_request set recipient_id = null where org_id = $1')
      await run('update imported_row set record_id = $2 where org_id = $1', [idOf('client')])
      await run('update audit_entry set subject_id = $2 where org_id = $1', [idOf('complaint')])
      await run("update sign_off set subject_id = $2, meaning = 'RECORDED' where org_id = $1", [
        idOf('complaint'),
      ])

      const hanging = new Set([
        'client',
        'imported_row',
        'audit_entry',
        'sign_off',
        ...rows.map(({ child }) => child),
      ])
      for (const { tableName, columns, target } of database.app.entityMetadatas) {
        if (!hanging.has(tableName)) continue
        for (const { databaseName, propertyName, type, isArray } of columns) {
          const name = `${tableName}.${databaseName}`
          if (
            classOf(target as new () => object, propertyName) === 'internal' ||
            CLEARED_BESIDE.includes(name)
          )
            continue
          if (type !== 'text' && type !== 'jsonb') continue
          const value =
            SHAPED[name] ??
            (type === 'jsonb' ? `to_jsonb('${MARK}'::text)` : isArray ? `array['${MARK}']` : `'${MARK}'`)
          await run(`update ${tableName} set ${databaseName} = ${value} where org_id = $1`)
          marked.push(name)
        }
      }
      // Two have signed: the function asks for no more than that there are two.
      const destroyed = [{ subject: 'CLIENT_ARCHIVE', subjectId: idOf('client') }]
      await run(
        "update document_revision set kind = 'DESTRUCTION_RECORD', status = 'EFFECTIVE', content = $2 where org_id = $1",
        [JSON.stringify({ destroyed })],
      )
      for (let hand = 0; hand < 2; hand += 1)
        await run(
          `insert into sign_off select (jsonb_populate_record(s, jsonb_build_object('id', $2::uuid, 'person_id', $3::uuid,
             'subject_id', $4::uuid, 'meaning', 'PREPARED', 'comment', null))).* from sign_off s
            where s.org_id = $1 and s.subject_id = $5`,
          [newId(), newId(), idOf('document_revision'), idOf('complaint')],
        )
      await sql.query("set session_replication_role = 'origin'")
    })
    expect(marked.length).toBeGreaterThan(80)
    await withTenant(database.app, org, (manager) =>
      manager.query('select erase_client($1)', [idOf('client')]),
    )
    const left: string[] = []
    await database.asSuperuser(async (sql) => {
      for (const name of marked) {
        const [table, column] = name.split('.') as [string, string]
        const { rowCount } = await sql.query(
          `select from ${table} where org_id = $1 and "${column}"::text like '%${MARK}%'`,
          [org],
        )
        if (rowCount) left.push(name)
      }
    })
    expect(left).toEqual([])
  })
})
