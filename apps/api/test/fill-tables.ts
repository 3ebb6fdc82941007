/**
 * Fills every table of an organization with generated rows that break no constraint and follow no story: references that
 * lead anywhere, nulls wherever they are allowed. For the equivalence of readers, to whom a row need make no sense.
 */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { getNamedType, isEnumType, isNonNullType, isObjectType, type GraphQLSchema } from 'graphql'
import type { Pool, PoolClient } from 'pg'
import type { ReadModel } from '../src/reads/read-model.ts'

interface Column {
  readonly table: string
  readonly name: string
  readonly type: string
  readonly nullable: boolean
  readonly unique: boolean
  /** Unique by itself within the organization: one row for each that it points at. */
  readonly alone: boolean
  /** The table that the column points at, alone with org_id. */
  readonly target: string | null
}

const COLUMNS = `
  select c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey)) as "unique",
    exists (select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey) and i.indnkeyatts = 2) as alone,
    (select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and a.attnum = any(f.conkey) and a.attname <> 'org_id'
        and cardinality(f.conkey) = 2 limit 1) as target
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped
    and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'org_id')
    and has_table_privilege(c.oid, 'insert')
  order by c.relname, a.attnum`

/** A foreign key over several columns beside the organization. */
interface WideKey {
  readonly table: string
  readonly target: string
  readonly columns: readonly string[]
  readonly points: readonly string[]
  /** All its columns may be null, and so they are: what it leads to has a story. */
  readonly optional: boolean
}

const WIDE_KEYS = `
  select c.relname as "table", t.relname as target,
    array(select a.attname::text from unnest(f.conkey) with ordinality k(n, nth) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n order by nth) as columns,
    array(select a.attname::text from unnest(f.confkey) with ordinality k(n, nth) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.n order by nth) as points,
    exists (select from unnest(f.conkey) k(n) join pg_attribute a on a.attrelid = c.oid and a.attnum = k.n where not a.attnotnull) as optional
  from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class t on t.oid = f.confrelid
  where f.contype = 'f' and cardinality(f.conkey) > 2 and c.relnamespace = 'public'::regnamespace`

/** What the names of columns without a foreign key say. */
const MEANT: Readonly<Record<string, string>> = {
  staff_ids: 'staff',
  assignee_ids: 'staff',
  department_ids: 'department',
  subject_id: 'complaint',
  by_id: 'staff',
  current_option_id: 'complaint_option',
  effective_revision_id: 'document_revision',
  open_revision_id: 'document_revision',
  erasure_revision_id: 'document_revision',
}

export interface FillOptions {
  readonly schema: GraphQLSchema
  readonly model: ReadModel
  readonly rowsPerTable: number
  readonly seed: number
  /** Tables that belong to something else than the organization's records. */
  readonly without: readonly string[]
  /** Values of columns whose published form is made of them by an expression, as `table.column`. */
  readonly values: Readonly<Record<string, readonly unknown[]>>
  /** Text of a column that may hold any, in place of the usual ones. */
  readonly text?: (column: string) => string
}

/** Fills a new organization. @returns its id and the ids of all rows, by table */
export async function fillTables(
  pool: Pool,
  options: FillOptions,
): Promise<{ readonly organizationId: string; readonly ids: ReadonlyMap<string, readonly string[]> }> {
  const organizationId = randomUUID()
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.org_id', $1, true)`, [organizationId])
    await client.query(
      'insert into organization (id, code, demonstration, created_at) values ($1, $2, false, now())',
      [organizationId, `f${organizationId.slice(0, 8)}`],
    )
    const { rows } = await client.query<Column>(COLUMNS)
    const columns = rows.filter(({ table }) => !options.without.includes(table))
    const { rows: wide } = await client.query<WideKey>(WIDE_KEYS)
    const ids = await insertAll(client, organizationId, { columns, wide }, options)
    await client.query('commit')
    return { organizationId, ids }
  } finally {
    client.release()
  }
}

async function insertAll(
  client: PoolClient,
  organizationId: string,
  { columns, wide }: { readonly columns: readonly Column[]; readonly wide: readonly WideKey[] },
  options: FillOptions,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = grouped(columns)
  // Known beforehand, so that columns without a constraint may point at rows that follow.
  const ids = new Map<string, readonly string[]>(
    [...tables.keys()].map((table) => [
      table,
      Array.from({ length: options.rowsPerTable }, () => randomUUID()),
    ]),
  )
  const values = valuesFor(options)
  const waiting = new Map(tables)
  const made = new Map<string, readonly Record<string, unknown>[]>()
  while (waiting.size > 0) {
    const isThere = (table: string, target: string | null) =>
      target === null || target === table || !waiting.has(target)
    const ready = [...waiting].find(
      ([table, own]) =>
        own.every(({ target }) => isThere(table, target)) &&
        wide.every((key) => key.table !== table || key.optional || isThere(table, key.target)),
    )
    if (!ready) throw new Error(`Tables point at each other: ${[...waiting.keys()].join(', ')}`)
    const [table, own] = ready
    waiting.delete(table)
    const next = values.ofTable(table)
    const rows = ids.get(table)!.map((id, index) => {
      const plain = own.map((column) => [
        column.name,
        valueOf(column, { id, index, organizationId, ids, values, next }),
      ])
      return withWideKeys(
        Object.fromEntries(plain) as Record<string, unknown>,
        own,
        wide.filter((key) => key.table === table),
        (target) => made.get(target)![index % made.get(target)!.length]!,
      )
    })
    made.set(table, rows)
    const names = own.map(({ name }) => name).join(', ')
    const { rowCount } = await client.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1) on conflict do nothing`,
      [JSON.stringify(rows)],
    )
    if (rowCount === rows.length || !own.some(({ name }) => name === 'id')) continue
    // Where two would have been the same, only one is there to be pointed at.
    const { rows: there } = await client.query<{ id: string }>(`select id from ${table} where org_id = $1`, [
      organizationId,
    ])
    const standing = new Set(there.map(({ id }) => id))
    ids.set(table, [...standing])
    made.set(
      table,
      rows.filter((row) => standing.has(String(row['id']))),
    )
  }
  return ids
}

/** A key over several columns points at the row of the same number, or nowhere. */
function withWideKeys(
  row: Record<string, unknown>,
  own: readonly Column[],
  keys: readonly WideKey[],
  rowOf: (target: string) => Record<string, unknown>,
): Record<string, unknown> {
  const nulls = keys
    .filter(({ optional }) => optional)
    .flatMap(({ columns }) => columns.filter((name) => own.some((it) => it.name === name && it.nullable)))
  const pointed = keys
    .filter(({ optional }) => !optional)
    .flatMap(({ target, columns, points }) =>
      columns.map((name, at) => [name, rowOf(target)[points[at]!]] as const),
    )
  return { ...row, ...Object.fromEntries(nulls.map((name) => [name, null])), ...Object.fromEntries(pointed) }
}

function grouped(columns: readonly Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>()
  for (const column of columns) tables.set(column.table, [...(tables.get(column.table) ?? []), column])
  return tables
}

interface RowInMaking {
  readonly id: string
  readonly index: number
  readonly organizationId: string
  readonly ids: ReadonlyMap<string, readonly string[]>
  readonly values: Values
  readonly next: (below: number) => number
}

interface Values {
  readonly text: ((column: string) => string) | undefined
  /** A chance of each table's own: a table that is added changes the rows of no other. */
  readonly ofTable: (table: string) => (below: number) => number
  readonly published: ReadonlyMap<
    string,
    { readonly values?: readonly unknown[]; readonly required: boolean; readonly given?: boolean }
  >
}

const chanceOf = (seed: number, table: string): ((below: number) => number) => {
  const own = [...table].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 1_000_003, seed)
  const random = fc.sample(fc.infiniteStream(fc.nat()), { seed: own, numRuns: 1 })[0]!
  return (below) => random.next().value % below
}

/** Published enums give their values; what is published as never null is never null. */
function valuesFor({ schema, model, seed, values, text }: FillOptions): Values {
  const published = new Map<string, { values?: readonly unknown[]; required: boolean; given?: boolean }>(
    Object.entries(values).map(([name, stated]) => [name, { values: stated, required: true, given: true }]),
  )
  for (const projection of model.projections.values()) {
    const type = schema.getType(projection.type)
    for (const [name, field] of Object.entries(projection.fields)) {
      if (field.kind !== 'column' || !isObjectType(type)) continue
      if (values[`${projection.table}.${field.column}`]) continue
      const fieldType = type.getFields()[name]!.type
      const leaf = getNamedType(fieldType)
      published.set(`${projection.table}.${field.column}`, {
        ...(isEnumType(leaf) ? { values: leaf.getValues().map(({ value }) => value as unknown) } : {}),
        required: isNonNullType(fieldType),
      })
    }
  }
  return { published, text, ofTable: (table) => chanceOf(seed, table) }
}

const TEXTS = ['漏水', `it's "quoted" \\ and\nbroken`, '<b>&amp;</b>', '', 'ÄÖ 😀', '2-1803', '王小明']

const nameOf = ({ table, name }: Column) => `${table}.${name}`
const hex = (text: string) => Buffer.from(text).toString('hex')

function valueOf(column: Column, row: RowInMaking): unknown {
  const { next } = row
  const { published } = row.values
  if (column.name === 'org_id') return row.organizationId
  // An entry of the ledger bears the id of what was signed.
  if (column.name === 'id')
    return column.target
      ? (row.ids.get(column.target)![row.index] ?? row.ids.get(column.target)!.at(-1))
      : row.id
  const known = published.get(`${column.table}.${column.name}`)
  if (known?.given) return known.values![next(known.values!.length)]
  if (column.nullable && !known?.required && next(4) === 0) return null
  const meant = column.target ?? Object.entries(MEANT).find(([ending]) => column.name.endsWith(ending))?.[1]
  if (meant) return reference(column, meant, row)
  if (known?.values) return filled(column, known.values, next)
  if (column.type === 'integer[]') return [next(9), next(9)]
  switch (column.type.replace(/\[\]$/, '')) {
    case 'uuid':
      return column.type.endsWith('[]') ? [] : randomUUID()
    case 'smallint':
    case 'integer':
    case 'bigint':
      return column.unique ? row.index + 1 : 1 + next(4)
    case 'boolean':
      return next(2) === 0
    case 'date':
      // Of a row that others point at, and that must not be left out for a day which is taken.
      if (column.unique) return `2026-0${1 + (row.index % 9)}-1${Math.floor(row.index / 9) % 10}`
      return `2026-0${1 + next(9)}-1${next(9)}`
    case 'jsonb':
    case 'json':
      return {}
    case 'bytea':
      return `\\x${row.values.text ? hex(`${row.values.text(nameOf(column))}-${row.index}`) : row.id.replaceAll('-', '')}`
    case 'timestamp with time zone':
      return new Date(Date.UTC(2026, next(3), 1 + next(5), 0, 0, 0, next(3)))
    default: {
      const said = row.values.text?.(nameOf(column)) ?? TEXTS[next(TEXTS.length)]
      const text = column.unique ? `${said}${row.index}` : said
      return column.type.endsWith('[]') ? [text] : text
    }
  }
}

/** One of the values that there are; of a list of texts, some of them. */
function filled({ type }: Column, values: readonly unknown[], next: RowInMaking['next']): unknown {
  if (type === 'text[]') return values.slice(0, next(values.length))
  return /^(text|jsonb?|smallint)$/.test(type) ? values[next(values.length)] : null
}

function reference(column: Column, target: string, { ids, index, next }: RowInMaking): unknown {
  const all = ids.get(target) ?? []
  // A row may point at rows of its own table that stand before it.
  const there = target === column.table && column.target ? all.slice(0, index) : all
  // One that may stand once only points at its neighbour, so that no row is left out that others point at.
  if (column.unique && target === column.table) return there.at(-1) ?? null
  if (column.type.endsWith('[]')) return there.slice(0, next(3))
  // More rows than there are to point at: the last ones would be the same as others, and are left out.
  if (column.alone) return there[index] ?? there.at(-1) ?? null
  return there.length > 0 ? there[next(there.length)] : null
}
