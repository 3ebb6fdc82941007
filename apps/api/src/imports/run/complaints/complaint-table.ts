/** Many rows of `complaint` at once: one statement for a thousand of them, each a list of JSON objects. */
import type { Transaction } from '../../../database/transaction.ts'
import { STATED_COLUMNS, type EarlierRow, type StatedColumn, type StatedValues } from './complaint-row.ts'

const COLUMNS = Object.keys(STATED_COLUMNS) as readonly StatedColumn[]
const TYPES = Object.entries(STATED_COLUMNS).map(([column, type]) => `${column} ${type}`)

/** As `toISOString()` writes it. */
const isoText = (column: string): string =>
  `to_char(c.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const asStated = COLUMNS.map((column) =>
  STATED_COLUMNS[column] === 'timestamptz' ? `${isoText(column)} as ${column}` : `c.${column}`,
).join(', ')

const EARLIER = `
select id, external_reference as "externalReference", updated_by_id is not null as "isHandled",
       (select row_to_json(v) from (select ${asStated}) v) as values
  from complaint c
 where org_id = $1 and import_source_id = $2 and external_reference = any($3)`

/** The cases of these keys that came from this source before. */
export const earlierRows = async (
  manager: Transaction['manager'],
  orgId: string,
  source: string,
  references: readonly string[],
): Promise<ReadonlyMap<string, EarlierRow>> => {
  const rows = await manager.query<EarlierRow[]>(EARLIER, [orgId, source, references])
  return new Map(rows.map((row) => [row.externalReference, row]))
}

export interface NewRow extends StatedValues {
  readonly id: string
  readonly number: string
  readonly external_reference: string
}

/** What is the same for all rows of a run. */
export interface RunValues {
  readonly orgId: string
  readonly source: string
  readonly currency: string
  /** Who brings them in; who took them down was not recorded here. */
  readonly staffId: string
}

/**
 * `updated_at` is the last thing that is known to have happened to the case, not the day of its import: lists by last change
 * would otherwise begin with old history. `updated_by_id` stays null until somebody works on the case.
 */
const INSERT = `
insert into complaint (org_id, import_source_id, currency, registered_by_id, imported, anonymous, updated_at,
                       id, number, external_reference, ${COLUMNS.join(', ')})
select $1, $2, $3, $4, true, false, greatest(r.registered_at, r.closed_at),
       r.id, r.number, r.external_reference, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
  from json_to_recordset($5) as r(id uuid, number text, external_reference text, ${TYPES.join(', ')})`

export const insertRows = async (
  manager: Transaction['manager'],
  { orgId, source, currency, staffId }: RunValues,
  rows: readonly NewRow[],
): Promise<void> => {
  await manager.query(INSERT, [orgId, source, currency, staffId, JSON.stringify(rows)])
}

export interface ChangedRow extends StatedValues {
  readonly id: string
}

/** A case that was taken on between the two looks at it keeps what it has become. */
const UPDATE = `
update complaint c
   set ${COLUMNS.map((column) => `${column} = r.${column}`).join(', ')}, version = version + 1, updated_at = $2
  from json_to_recordset($3) as r(id uuid, ${TYPES.join(', ')})
 where c.org_id = $1 and c.id = r.id and c.updated_by_id is null`

export const updateRows = async (
  manager: Transaction['manager'],
  { orgId }: RunValues,
  rows: readonly ChangedRow[],
  now: Date,
): Promise<void> => {
  await manager.query(UPDATE, [orgId, now, JSON.stringify(rows)])
}
