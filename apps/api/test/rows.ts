import type { Pool, PoolClient } from 'pg'
import type { Row } from '../src/reads/projection.ts'

/** All rows of one organization, by table, and the database's own order of texts. */
export interface Rows {
  of(table: string): readonly Row[]
  /** Null is the greatest; texts as the database collates them. */
  compare(a: unknown, b: unknown): number
}

/** Reads every table that the runtime role may read, under the organization's row security. */
export async function loadRows(pool: Pool, organizationId: string): Promise<Rows> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.org_id', $1, true)`, [organizationId])
    const tables = new Map<string, readonly Row[]>()
    for (const table of await tableNames(client)) {
      const { rows } = await client.query<Row>(`select * from "${table}"`)
      tables.set(table, rows)
    }
    const ranks = await textRanks(client, [...tables.values()].flat())
    return { of: (table) => getTable(tables, table), compare: (a, b) => compare(ranks, a, b) }
  } finally {
    await client.query('rollback')
    client.release()
  }
}

async function tableNames(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_table_privilege(c.oid, 'select')`,
  )
  return rows.map(({ name }) => name)
}

const getTable = (tables: ReadonlyMap<string, readonly Row[]>, name: string): readonly Row[] => {
  const rows = tables.get(name)
  if (!rows) throw new Error(`There is no table ${name} to read`)
  return rows
}

async function textRanks(client: PoolClient, rows: readonly Row[]): Promise<ReadonlyMap<string, number>> {
  const texts = new Set(
    rows.flatMap((row) => Object.values(row).filter((value) => typeof value === 'string')),
  )
  const sorted = await client.query<{ text: string }>(
    'select text from unnest($1::text[]) text order by text',
    [[...texts]],
  )
  return new Map(sorted.rows.map(({ text }, rank) => [text, rank]))
}

function compare(ranks: ReadonlyMap<string, number>, a: unknown, b: unknown): number {
  if (a === b) return 0
  if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1
  if (b === null || b === undefined) return -1
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [ranks.get(a), ranks.get(b)]
    // Instants are in no column as text; ISO order is theirs.
    return left !== undefined && right !== undefined ? left - right : a < b ? -1 : 1
  }
  return Number(a) - Number(b)
}
