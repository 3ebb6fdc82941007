/** What is asked of the tables about a batch of rows, each as one statement. */
import type { ClientOccupancy, DuplicateGround } from '@steward/domain'
import type { Transaction } from '../../../database/transaction.ts'
import type { ClientColumn } from './client-row.ts'

export interface PresentClient extends Readonly<Record<ClientColumn, string | null>> {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly archived: boolean
  readonly merged: boolean
  /** Code of whom the archive was merged into. */
  readonly mergedInto: string | null
  /** Nothing is kept of them any more, or in a moment. */
  readonly erased: boolean
}

const PRESENT = `
select c.id, c.code, c.version, c.archived_at is not null as archived, c.merged_into_id is not null as merged,
       k.code as "mergedInto", c.erased_at is not null or c.erasure_revision_id is not null as erased,
       c.kind, c.relation, c.name, c.phone, c.email, c.source, c.referrer
  from client c left join client k on k.org_id = $1 and k.id = c.merged_into_id
 where c.org_id = $1 and c.id = any($2)`

export const presentClients = async (
  manager: Transaction['manager'],
  orgId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PresentClient>> => {
  const rows = ids.length === 0 ? [] : await manager.query<PresentClient[]>(PRESENT, [orgId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What a row says that somebody on file may say as well. */
export interface Sought {
  readonly place: number
  readonly code: string | null
  readonly name: string
  readonly phone: string | null
  readonly tail: string | null
  readonly unit_id: string | null
}

export interface Match {
  readonly place: number
  readonly ground: DuplicateGround
  readonly clientId: string
  readonly archived: boolean
}

const MATCHES = `
with sought as materialized (
  select * from json_to_recordset($2) as r(place int, code text, name text, phone text, tail text, unit_id uuid)
)
select s.place, 'SAME_CODE' as ground, c.id as "clientId", c.archived_at is not null as archived, 1 as rank
  from sought s join client c on c.org_id = $1 and c.code = s.code
union all
select s.place, 'SAME_PHONE_AND_NAME', c.id, false, 2
  from sought s join client c on c.org_id = $1 and c.phone_tail = s.tail and c.phone = s.phone and c.name = s.name
 where c.archived_at is null
union all
select s.place, 'SAME_UNIT_AND_NAME', c.id, false, 3
  from sought s
  join client_occupancy o on o.org_id = $1 and o.unit_id = s.unit_id and o.withdrawn_at is null
  join client c on c.org_id = $1 and c.id = o.client_id and c.name = s.name
 where c.archived_at is null
order by place, rank, "clientId"`

/** Who seems to be on file already, the strongest ground of each row. */
export const matchesOf = async (
  manager: Transaction['manager'],
  orgId: string,
  sought: readonly Sought[],
): Promise<ReadonlyMap<number, Match>> => {
  const found = new Map<number, Match>()
  if (sought.length === 0) return found
  for (const match of await manager.query<Match[]>(MATCHES, [orgId, JSON.stringify(sought)]))
    if (!found.has(match.place)) found.set(match.place, match)
  return found
}

export type PresentStay = Pick<
  ClientOccupancy,
  'id' | 'clientId' | 'unitId' | 'relation' | 'fromOn' | 'toOn' | 'movedInOn' | 'shareBasisPoints' | 'version'
>

const STAYS = `
select id, client_id as "clientId", unit_id as "unitId", relation, from_on::text as "fromOn", to_on::text as "toOn",
       moved_in_on::text as "movedInOn", share_basis_points as "shareBasisPoints", version
  from client_occupancy where org_id = $1 and unit_id = any($2) and withdrawn_at is null`

export const staysAt = (
  manager: Transaction['manager'],
  orgId: string,
  unitIds: readonly string[],
): Promise<PresentStay[]> =>
  unitIds.length === 0 ? Promise.resolve([]) : manager.query<PresentStay[]>(STAYS, [orgId, unitIds])
