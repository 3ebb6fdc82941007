/** What runs have written, row by row: how a record is known again. */
import { createHash } from 'node:crypto'
import type { RecordKind, RecordValues } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { v7 as newId } from 'uuid'

const digest = (what: unknown): string =>
  createHash('sha256').update(JSON.stringify(what)).digest('base64url')

/** What tells a record from others: names and numbers themselves are not kept twice. */
export const identityOf = (...parts: readonly (string | null)[]): string => digest(parts)

/** The same for the same values, in whichever order the columns stand. */
export const contentHash = (values: RecordValues): string =>
  digest(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)))

/** How a record stands that an earlier row was about. */
export interface EarlierRow {
  readonly identity: string
  readonly key: string
  readonly hash: string
  readonly recordId: string
  readonly made: boolean
  readonly recordVersion: number
  /** The run was taken back. */
  readonly undone: boolean
  readonly partIds: readonly string[]
}

const EARLIER = `
select distinct on (identity, key) identity, key, hash, record_id as "recordId", made,
       record_version as "recordVersion", undone_by_id is not null as undone, part_ids as "partIds"
  from imported_row
 where org_id = $1 and kind = $2 and source = $3 and identity = any($4)
 order by identity, key, id desc`

/** The newest word of this source about each of these records and units. */
export const earlierRows = (
  manager: Transaction['manager'],
  orgId: string,
  kind: RecordKind,
  source: string,
  identities: readonly string[],
): Promise<EarlierRow[]> => manager.query<EarlierRow[]>(EARLIER, [orgId, kind, source, identities])

export interface NewImportedRow {
  readonly line: number
  readonly identity: string
  readonly key: string
  readonly hash: string
  readonly record_id: string
  readonly made: boolean
  readonly record_version: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly part_ids: readonly string[]
}

const INSERT = `
insert into imported_row (org_id, run_id, kind, source, id, line, identity, key, hash, record_id, made, record_version, before, part_ids)
select $1, $2, $3, $4, r.id, r.line, r.identity, r.key, r.hash, r.record_id, r.made, r.record_version, r.before, r.part_ids
  from json_to_recordset($5) as r(id uuid, line int, identity text, key text, hash text, record_id uuid, made boolean,
                                  record_version int, before jsonb, part_ids uuid[])`

export const insertImportedRows = async (
  manager: Transaction['manager'],
  run: { readonly orgId: string; readonly id: string; readonly kind: RecordKind; readonly source: string },
  rows: readonly NewImportedRow[],
): Promise<void> => {
  const given = rows.map((row) => ({ id: newId(), ...row }))
  await manager.query(INSERT, [run.orgId, run.id, run.kind, run.source, JSON.stringify(given)])
}
