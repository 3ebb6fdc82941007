/** Many rows of `unit` at once. */
import type { Transaction } from '../../../database/transaction.ts'

export const UNIT_COLUMNS = ['floor', 'area_hundredths', 'developer', 'warranty_ends_on'] as const

export interface UnitValues {
  readonly floor: number | null
  readonly area_hundredths: number | null
  readonly developer: string | null
  readonly warranty_ends_on: string | null
}

export interface PresentUnit extends UnitValues {
  readonly id: string
  readonly buildingId: string
  readonly label: string
  readonly version: number
  readonly withdrawn: boolean
}

const NAMED = `
select u.id, u.building_id as "buildingId", u.label, u.floor, u.area_hundredths, u.developer, u.warranty_ends_on::text as warranty_ends_on, u.version,
       u.withdrawn_at is not null as withdrawn
  from unit u
 where u.org_id = $1
   and (u.id = any($2)
        or (u.building_id, u.label) in (select d.building_id, d.label
                                          from json_to_recordset($3) as d(building_id uuid, label text)))`

/** By their id, and by `building label`. */
export const unitsNamed = async (
  manager: Transaction['manager'],
  orgId: string,
  doors: readonly { readonly building_id: string; readonly label: string }[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, PresentUnit>> => {
  const rows = await manager.query<PresentUnit[]>(NAMED, [orgId, ids, JSON.stringify(doors)])
  return new Map(
    rows.flatMap((row) => [[row.id, row] as const, [`${row.buildingId} ${row.label}`, row] as const]),
  )
}

/** Whatever came with an undone import comes back as the same record. */
const INSERT = `
insert into unit (org_id, id, project_id, building_id, label, floor, area_hundredths, developer, warranty_ends_on)
select $1, r.id, r.project_id, r.building_id, r.label, r.floor, r.area_hundredths, r.developer, r.warranty_ends_on
  from json_to_recordset($2) as r(id uuid, project_id uuid, building_id uuid, label text, floor int, area_hundredths int, developer text,
                                  warranty_ends_on date)
on conflict (org_id, id) do update
   set floor = excluded.floor, area_hundredths = excluded.area_hundredths, developer = excluded.developer, warranty_ends_on = excluded.warranty_ends_on,
       withdrawn_at = null, version = unit.version + 1`

export const insertUnits = async (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
): Promise<void> => {
  if (rows.length > 0) await manager.query(INSERT, [orgId, JSON.stringify(rows)])
}

const UPDATE = `
update unit u
   set floor = r.floor, area_hundredths = r.area_hundredths, developer = r.developer, warranty_ends_on = r.warranty_ends_on, version = u.version + 1
  from json_to_recordset($2) as r(id uuid, seen int, floor int, area_hundredths int, developer text, warranty_ends_on date)
 where u.org_id = $1 and u.id = r.id and u.version = r.seen`

export const updateUnits = async (
  manager: Transaction['manager'],
  orgId: string,
  rows: readonly object[],
): Promise<void> => {
  if (rows.length > 0) await manager.query(UPDATE, [orgId, JSON.stringify(rows)])
}
