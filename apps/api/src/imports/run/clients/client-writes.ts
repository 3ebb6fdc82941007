/** Many clients and their parts at once: one statement for a thousand of each, every one a list of JSON objects. */
import type { Transaction } from '../../../database/transaction.ts'

export interface NewClientRow {
  readonly id: string
  readonly code: string
  readonly [column: string]: unknown
}

const TYPES = `kind text, relation text, name text, phone text, phone_masked text, phone_tail text, email text, email_masked text,
  search_grams text[], source text, referrer text`
const COLUMNS =
  'kind, relation, name, phone, phone_masked, phone_tail, email, email_masked, search_grams, source, referrer'
const STATED = COLUMNS.split(/,\s*/)

/** Whoever came with an undone import comes back as the same record, under the code that was theirs. */
const INSERT = `
insert into client (org_id, id, code, ${COLUMNS}, created_at)
select $1, r.id, r.code, ${STATED.map((column) => `r.${column}`).join(', ')}, $3
  from json_to_recordset($2) as r(id uuid, code text, ${TYPES})
on conflict (org_id, id) do update
   set ${STATED.map((column) => `${column} = excluded.${column}`).join(', ')},
       archived_at = null, archive_reason = null, version = client.version + 1`

export const insertClients = async (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly NewClientRow[],
  now: Date,
): Promise<void> => {
  if (rows.length > 0) await manager.query(INSERT, [orgId, JSON.stringify(rows), now])
}

const UPDATE = `
update client c
   set ${STATED.map((column) => `${column} = r.${column}`).join(', ')}, version = c.version + 1
  from json_to_recordset($2) as r(id uuid, seen int, ${TYPES})
 where c.org_id = $1 and c.id = r.id and c.version = r.seen
returning c.id`

/** Answers which were changed: whoever was changed by somebody else meanwhile keeps what they have become. */
export const updateClients = async (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set()
  const [changed] = await manager.query<[{ id: string }[], number]>(UPDATE, [orgId, JSON.stringify(rows)])
  return new Set(changed.map(({ id }) => id))
}

const INSERT_STAYS = `
insert into client_occupancy (org_id, id, client_id, unit_id, relation, from_on, to_on, moved_in_on, share_basis_points)
select $1, r.id, r."clientId", r."unitId", r.relation, r."fromOn", r."toOn", r."movedInOn", r."shareBasisPoints"
  from json_to_recordset($2) as r(id uuid, "clientId" uuid, "unitId" uuid, relation text, "fromOn" date, "toOn" date,
                                  "movedInOn" date, "shareBasisPoints" int)`
const UPDATE_STAYS = `
update client_occupancy o
   set relation = r.relation, from_on = r."fromOn", to_on = r."toOn", moved_in_on = r."movedInOn",
       share_basis_points = r."shareBasisPoints", version = o.version + 1
  from json_to_recordset($2) as r(id uuid, relation text, "fromOn" date, "toOn" date, "movedInOn" date, "shareBasisPoints" int)
 where o.org_id = $1 and o.id = r.id`

export const insertStays = (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
): Promise<void> => many(manager, INSERT_STAYS, [orgId], rows)

export const updateStays = (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
): Promise<void> => many(manager, UPDATE_STAYS, [orgId], rows)

/** Nobody of that name is a contact already; the first of all is the first one to turn to. */
const INSERT_CONTACTS = `
insert into client_contact (org_id, id, client_id, name, phone, phone_masked, position, is_primary, created_at)
select $1, r.id, r."clientId", r.name, r.phone, r."phoneMasked", r.position,
       r.first and not exists (select from client_contact o where o.org_id = $1 and o.client_id = r."clientId"
                                  and o.is_primary and o.removed_at is null), $3
  from json_to_recordset($2) as r(id uuid, "clientId" uuid, name text, phone text, "phoneMasked" text, position text, first boolean)
 where not exists (select from client_contact o where o.org_id = $1 and o.client_id = r."clientId" and o.name = r.name
                      and o.phone is not distinct from r.phone and o.removed_at is null)
returning id`

export const insertContacts = (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
  now: Date,
): Promise<ReadonlySet<string>> => inserted(manager, INSERT_CONTACTS, orgId, rows, now)

/** Whatever a client has said about a purpose before is not said again for them. */
const INSERT_CONSENTS = `
insert into client_consent (org_id, id, client_id, purpose, decision, way, at, recorded_by_id)
select $1, r.id, r."clientId", r.purpose, 'GIVEN', r.way, $3, $4
  from json_to_recordset($2) as r(id uuid, "clientId" uuid, purpose text, way text)
 where not exists (select from client_consent o where o.org_id = $1 and o.client_id = r."clientId" and o.purpose = r.purpose)
returning id`

export const insertConsents = (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
  now: Date,
  staffId: string,
): Promise<ReadonlySet<string>> => inserted(manager, INSERT_CONSENTS, orgId, rows, now, staffId)

const inserted = async (
  manager: Transaction['manager'],
  sql: string,
  orgId: string,
  rows: readonly object[],
  ...more: readonly unknown[]
): Promise<ReadonlySet<string>> => {
  if (rows.length === 0) return new Set()
  const done = await manager.query<{ id: string }[]>(sql, [orgId, JSON.stringify(rows), ...more])
  return new Set(done.map(({ id }) => id))
}

const many = async (
  manager: Transaction['manager'],
  sql: string,
  [orgId]: readonly [string],
  rows: readonly object[],
): Promise<void> => {
  if (rows.length > 0) await manager.query(sql, [orgId, JSON.stringify(rows)])
}

/** `placeOfArchive` in SQL: the newest present stay, else the one that ended last. */
const FOLLOW = `
update client c set project_id = s.project_id, building_id = s.building_id
  from (
    select distinct on (w.id) w.id, u.project_id, u.building_id
      from unnest($2::uuid[]) as w(id)
      left join client_occupancy o on o.org_id = $1 and o.client_id = w.id and o.withdrawn_at is null
      left join unit u on u.org_id = $1 and u.id = o.unit_id
     order by w.id, (o.to_on is null or o.to_on >= $3) desc,
              case when o.to_on is null or o.to_on >= $3 then o.from_on end desc nulls last, o.to_on desc nulls last
  ) s
 where c.org_id = $1 and c.id = s.id
   and (c.project_id is distinct from s.project_id or c.building_id is distinct from s.building_id)`

/** Archives follow their stays, without a new version: nobody has amended them. */
export const followStays = async (
  manager: Transaction['manager'],
  orgId: string,
  clientIds: readonly string[],
  today: string,
): Promise<void> => {
  if (clientIds.length > 0) await manager.query(FOLLOW, [orgId, clientIds, today])
}

const RESERVE = `
insert into counter (org_id, id, kind, period, last)
select $1, $2, 'client', '', greatest(coalesce(max(substring(code from 2)::bigint), 0), $4) + $3
  from client where org_id = $1 and code ~ '^C[0-9]{1,8}$'
on conflict (org_id, kind, period) do update set last = greatest(counter.last, excluded.last - $3) + $3
returning last`

/** The first of `many` codes in a row that nobody has, nor the file itself up to `highest`. */
export const reserveCodes = async (
  manager: Transaction['manager'],
  orgId: string,
  many: number,
  highest: number,
  id: string,
): Promise<number> => {
  const [row] = await manager.query<{ last: number }[]>(RESERVE, [orgId, id, many, highest])
  return row!.last - many + 1
}
