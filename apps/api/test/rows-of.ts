import type { TestDatabase } from './database.ts'

/** Tables that a refused attempt may write to, and which hold nothing of the business. */
const BOOKKEEPING = ['session', 'idempotency_record', 'credential_usage']

const TABLES = `
select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
 where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> all ($1) order by 1`

/** How many rows of an organization each table has, and a fingerprint of them: equal before and after means that nothing changed. */
export const rowsOf = async (
  { pool }: Pick<TestDatabase, 'pool'>,
  orgId: string,
): Promise<Readonly<Record<string, string>>> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query("select set_config('app.org_id', $1, true)", [orgId])
    const tables = await client.query<{ name: string }>(TABLES, [BOOKKEEPING])
    const readable = await client.query<{ name: string }>(
      "select name from unnest($1::text[]) as name where has_table_privilege(name, 'select')",
      [tables.rows.map(({ name }) => name)],
    )
    const columns = readable.rows.map(
      ({ name }) =>
        `(select count(*) || ':' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from ${name} t) as ${name}`,
    )
    const { rows } = await client.query<Record<string, string>>(`select ${columns.join(', ')}`)
    await client.query('rollback')
    return rows[0]!
  } finally {
    client.release()
  }
}
