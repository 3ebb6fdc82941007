/** What a run wrote, row by row, and whether it can be taken back. */
import type { ImportIssueReason, RecordKind } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { isReferredTo, type Referring } from './referring.ts'

export interface WrittenRow {
  readonly id: string
  readonly line: number
  readonly recordId: string
  /** What people know the record by. */
  readonly name: string
  readonly made: boolean
  readonly recordVersion: number
  readonly before: Readonly<Record<string, unknown>> | null
  readonly partIds: readonly string[]
  readonly version: number
  readonly gone: boolean
  readonly partsChanged: boolean
  readonly builtUpon: boolean
}

const BATCH_ROWS = 1_000

const clientRows = (referring: readonly Referring[]): string => `
select i.id, i.line, i.record_id as "recordId", c.code as name, i.made, i.record_version as "recordVersion", i.before,
       i.part_ids as "partIds", c.version, c.archived_at is not null as gone,
       exists (select from client_occupancy o
                where o.org_id = $1 and o.id = any(i.part_ids) and (o.version > 1 or o.withdrawn_at is not null))
       or exists (select from client_contact o
                   where o.org_id = $1 and o.id = any(i.part_ids) and (o.version > 1 or o.removed_at is not null))
       or exists (select from client_profile o where o.org_id = $1 and o.id = any(i.part_ids) and o.version > 1)
       or exists (select from client_field_value o where o.org_id = $1 and o.id = any(i.part_ids) and o.version > 1)
       or (i.before ? 'fields' and not exists (
             select from client_field_value o where o.org_id = $1 and o.id = any(i.part_ids)))
       or (i.before ? 'stay' and not exists (
             select from client_occupancy o
              where o.org_id = $1 and o.id = (i.before #>> '{stay,id}')::uuid
                and o.version = (i.before #>> '{stay,version}')::int + 1)) as "partsChanged",
       i.made and ${isReferredTo(referring, 'i.record_id', 'p.ids')} as "builtUpon"
  from imported_row i
  join client c on c.org_id = $1 and c.id = i.record_id
 cross join lateral (select coalesce(array_agg(part), '{}') as ids
                       from imported_row j, unnest(j.part_ids) as part
                      where j.org_id = $1 and j.record_id = i.record_id and j.run_id = $2) p`

const unitRows = (referring: readonly Referring[]): string => `
select i.id, i.line, i.record_id as "recordId", u.label as name, i.made, i.record_version as "recordVersion", i.before,
       i.part_ids as "partIds", u.version, u.withdrawn_at is not null as gone, false as "partsChanged",
       i.made and ${isReferredTo(referring, 'i.record_id', `'{}'::uuid[]`)} as "builtUpon"
  from imported_row i
  join unit u on u.org_id = $1 and u.id = i.record_id`

/** A payment, a statement, a notice: whatever refers to a charge stands on it. The account is locked with it, as by whoever voids by hand. */
const receivableRows = (referring: readonly Referring[]): string => `
select i.id, i.line, i.record_id as "recordId", r.number as name, i.made, i.record_version as "recordVersion", i.before,
       i.part_ids as "partIds", r.version, r.state = 'VOID' as gone, false as "partsChanged",
       ${isReferredTo(referring, 'i.record_id', `'{}'::uuid[]`)} as "builtUpon"
  from imported_row i
  join receivable r on r.org_id = $1 and r.id = i.record_id
  join client c on c.org_id = $1 and c.id = r.client_id`

/** What it settled is its own part: settled otherwise since, or reversed, it is no longer as it came in. */
const paymentRows = (referring: readonly Referring[]): string => `
select i.id, i.line, i.record_id as "recordId", p.number as name, i.made, i.record_version as "recordVersion", i.before,
       i.part_ids as "partIds", p.version, p.reversed_at is not null as gone,
       exists (select from payment_allocation a where a.org_id = $1 and a.payment_id = p.id
                 and (a.withdrawn_at is not null or a.id <> all (i.part_ids))) as "partsChanged",
       ${isReferredTo(referring, 'i.record_id', `'{}'::uuid[]`)} as "builtUpon"
  from imported_row i
  join payment p on p.org_id = $1 and p.id = i.record_id
  join client c on c.org_id = $1 and c.id = p.client_id`

/** How rows of a kind are read, and which rows of the tables are locked with them. */
const ROWS_OF: Readonly<Record<RecordKind, readonly [(referring: readonly Referring[]) => string, string]>> =
  {
    CLIENTS: [clientRows, 'c'],
    UNITS: [unitRows, 'u'],
    RECEIVABLES: [receivableRows, 'c, r'],
    PAYMENTS: [paymentRows, 'c, p'],
  }

const NEXT = `
 where i.org_id = $1 and i.run_id = $2 and i.undone_by_id is null and (i.line, i.id) > ($3, $4)
 order by i.line, i.id limit ${BATCH_ROWS}`

const NIL = '00000000-0000-0000-0000-000000000000'

/**
 * The rows of a run that were not taken back, in batches.
 * @param held their records are locked, so that what is judged now is still so when it is taken back
 */
export async function* writtenRows(
  manager: Transaction['manager'],
  {
    orgId,
    runId,
    kind,
    held,
  }: {
    readonly orgId: string
    readonly runId: string
    readonly kind: RecordKind
    readonly held: boolean
  },
  referring: readonly Referring[],
): AsyncGenerator<readonly WrittenRow[]> {
  const [rowsOf, record] = ROWS_OF[kind]
  const sql = rowsOf(referring) + NEXT + (held ? ` for no key update of ${record}` : '')
  let [line, id] = [0, NIL]
  for (;;) {
    const rows = await manager.query<WrittenRow[]>(sql, [orgId, runId, line, id])
    if (rows.length === 0) return
    yield rows
    const last = rows.at(-1)!
    line = last.line
    id = last.id
  }
}

const BESIDE: readonly string[] = ['stay', 'fields']

/** Columns of the record itself that a row has changed. */
export const columnsBefore = ({ before }: Pick<WrittenRow, 'before'>): readonly string[] =>
  Object.keys(before ?? {}).filter((key) => !BESIDE.includes(key))

/** Why a row is left alone; undefined where it is taken back. One that only added a unit does not mind what the client has become. */
export const obstacleOf = (
  row: WrittenRow,
): Extract<ImportIssueReason, 'CHANGED_SINCE' | 'BUILT_UPON'> | undefined => {
  if (row.builtUpon) return 'BUILT_UPON'
  const touchesRecord = row.made || columnsBefore(row).length > 0
  if (touchesRecord && (row.version !== row.recordVersion || row.gone)) return 'CHANGED_SINCE'
  return row.partsChanged ? 'CHANGED_SINCE' : undefined
}
