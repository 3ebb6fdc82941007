/** What a merge writes down of each row it touches, so that it can be taken back: whose it was, or what it said. */
import { isDeepStrictEqual } from 'node:util'
import type { Ciphertext } from '../../database/columns.ts'
import type { TenantRow, Transaction } from '../../database/transaction.ts'
import type { ClientSeal } from '../confidential/client-seal.service.ts'
import { Client } from '../client.entity.ts'
import { ClientProfile } from '../confidential/profile.entity.ts'
import { ClientContact } from '../contacts/contact.entity.ts'
import { ClientFieldValue } from '../fields/custom-field.entity.ts'
import { ClientMergeRow, type ClientMergeEntity } from './merge.entity.ts'
import { clientColumns, collides, type ClientColumn } from './merge-tables.service.ts'
import type { Pair } from './merge-state.service.ts'

/** Tables of which a merge changes values. */
const CHANGED = {
  client: Client,
  client_contact: ClientContact,
  client_profile: ClientProfile,
  client_field_value: ClientFieldValue,
} as const
type ChangedTable = keyof typeof CHANGED

/** One field of a record: the columns that say it, before and after. */
export interface Put {
  /** As `mergeFields` names it; null: what follows from the others, and is nobody's word. */
  readonly key: string | null
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** The columns of a row that would be given other values, as a field. */
export const putOf = <T extends TenantRow>(key: string | null, row: T, values: Partial<T>): Put => ({
  key,
  before: Object.fromEntries(Object.keys(values).map((name) => [name, row[name] as unknown])),
  after: values,
})

/** Changes a row, and keeps what it said: sealed under the key of the client that goes on. */
export const putDown = async <T extends TenantRow>(
  tx: Transaction,
  { merge, seal }: { readonly merge: Pick<ClientMergeEntity, 'orgId' | 'id'>; readonly seal: ClientSeal },
  table: ChangedTable,
  row: T,
  puts: readonly Put[],
): Promise<T> => {
  if (puts.length === 0) return row
  const id = tx.newId()
  const before = seal.seal(ClientMergeRow, { orgId: merge.orgId, id }, 'before', JSON.stringify(puts))
  await tx.append(ClientMergeRow, {
    id,
    mergeId: merge.id,
    tableName: table,
    columnName: null,
    recordId: row.id,
    before,
  })
  const values = Object.assign({}, ...puts.map(({ after }) => after)) as Partial<T>
  return tx.patch(CHANGED[table] as unknown as new () => T, row, values)
}

/** Columns of custom values are told apart: a field that was not chosen stays where it is. */
const unlessLeft = ({ table }: ClientColumn): string =>
  table === 'client_field_value' ? 'and x.field_id <> all($5::uuid[])' : 'and $5::uuid[] is not null'

const move = (it: ClientColumn): string => `
with moved as (
  update ${it.table} x set ${it.column} = $2
   where x.org_id = $1 and x.${it.column} = $3 and not ${collides(it)} ${unlessLeft(it)}
  returning x.id)
insert into client_merge_row (org_id, id, merge_id, table_name, column_name, record_id)
select $1, gen_random_uuid(), $4, '${it.table}', '${it.column}', m.id from moved m`

const MOVED = `select count(*)::int as moved from client_merge_row where org_id = $1 and merge_id = $2 and column_name is not null`

/**
 * Points at the survivor whatever points at the merged client and does not collide: one statement a column, however many rows.
 * @param left fields of the organization's own that stay with the merged client
 */
export const moveRows = async (
  tx: Transaction,
  { id: mergeId }: Pick<ClientMergeEntity, 'id'>,
  { survivor, merged }: Pair,
  left: readonly string[],
): Promise<number> => {
  const { orgId } = survivor
  for (const it of (await clientColumns(tx.manager)).filter(({ isMovable }) => isMovable))
    await tx.manager.query(move(it), [orgId, survivor.id, merged.id, mergeId, [...left]])
  const [row] = await tx.manager.query<[{ moved: number }]>(MOVED, [orgId, mergeId])
  return row.moved
}

export const hasMoved = (
  tx: Transaction,
  { orgId, id: mergeId }: Pick<ClientMergeEntity, 'orgId' | 'id'>,
  tableName: string,
): Promise<boolean> => tx.manager.existsBy(ClientMergeRow, { orgId, mergeId, tableName })

const COLUMNS_MOVED = `
select distinct table_name as "table", column_name as "column" from client_merge_row
 where org_id = $1 and merge_id = $2 and column_name is not null order by 1, 2`

const moveBack = ({ table, column }: Pick<ClientColumn, 'table' | 'column'>): string => `
update ${table} x set ${column} = $3
  from client_merge_row r
 where r.org_id = $1 and r.merge_id = $4 and r.table_name = '${table}' and r.column_name = '${column}'
   and x.org_id = $1 and x.id = r.record_id and x.${column} = $2`

/** Points at the merged client again what was moved and still points at the survivor. Names come from the catalog, not from the rows. */
export const moveRowsBack = async (
  tx: Transaction,
  { id: mergeId }: Pick<ClientMergeEntity, 'id'>,
  { survivor, merged }: Pair,
): Promise<void> => {
  const { orgId } = survivor
  const columns = await clientColumns(tx.manager)
  const moved = await tx.manager.query<Pick<ClientColumn, 'table' | 'column'>[]>(COLUMNS_MOVED, [
    orgId,
    mergeId,
  ])
  for (const it of columns)
    if (moved.some(({ table, column }) => table === it.table && column === it.column))
      await tx.manager.query(moveBack(it), [orgId, survivor.id, merged.id, mergeId])
}

/** A record that a merge changed, as it is now, with what it said before. */
export interface ChangedRecord {
  readonly table: ChangedTable
  readonly row: TenantRow
  readonly puts: readonly Put[]
}

/** What a merge changed of values; of what was erased since nothing is left to read. */
export const changedRecords = async (
  tx: Pick<Transaction, 'manager'>,
  { orgId, id: mergeId }: Pick<ClientMergeEntity, 'orgId' | 'id'>,
  seal: ClientSeal | undefined,
): Promise<readonly ChangedRecord[]> => {
  const rows = await tx.manager.find(ClientMergeRow, { where: { orgId, mergeId }, order: { id: 'ASC' } })
  const found: ChangedRecord[] = []
  for (const { id, tableName, recordId, before } of rows) {
    const written =
      before === null ? undefined : seal?.open(ClientMergeRow, { orgId, id }, 'before', before as Ciphertext)
    if (written === undefined) continue
    const table = tableName as ChangedTable
    const row = await tx.manager.findOneBy(CHANGED[table] as unknown as new () => TenantRow, {
      orgId,
      id: recordId,
    })
    if (row) found.push({ table, row, puts: JSON.parse(written) as Put[] })
  }
  return found
}

const asWritten = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

/** Still as the merge left it? Then nobody has worked on it since. */
export const isUntouched = ({ row }: ChangedRecord, { after }: Put): boolean =>
  Object.entries(after).every(([name, value]) => isDeepStrictEqual(asWritten(row[name]), asWritten(value)))

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Gives back what nobody has changed since. @returns the fields that somebody has, which stay as they are now */
export const giveBack = async (tx: Transaction, record: ChangedRecord): Promise<readonly string[]> => {
  const back = record.puts.filter((put) => isUntouched(record, put))
  const values = Object.fromEntries(
    back
      .flatMap(({ before }) => Object.entries(before))
      .map(([name, value]) => [
        name,
        typeof value === 'string' && INSTANT.test(value) ? new Date(value) : value,
      ]),
  )
  if (back.length > 0)
    await tx.patch(CHANGED[record.table] as unknown as new () => TenantRow, record.row, values)
  return record.puts.flatMap((put) => (put.key !== null && !back.includes(put) ? [put.key] : []))
}
