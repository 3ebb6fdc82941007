/** What is asked of the tables about a batch of charges, each as one statement. */
import type { ReceivableState } from '@steward/domain'
import type { Transaction } from '../../../database/transaction.ts'

type Manager = Transaction['manager']

/** Whoever may owe it. */
export interface Debtor {
  readonly id: string
  readonly code: string
  readonly version: number
  readonly projectId: string | null
  readonly buildingId: string | null
  /** Code of whom the archive was merged into. */
  readonly mergedInto: string | null
  readonly erased: boolean
}

const DEBTORS = `
select c.id, c.code, c.version, c.project_id as "projectId", c.building_id as "buildingId", k.code as "mergedInto",
       c.erased_at is not null or c.erasure_revision_id is not null as erased
  from client c left join client k on k.org_id = $1 and k.id = c.merged_into_id
 where c.org_id = $1 and (c.id = any($2) or c.code = any($3))`

/** By id and by code. */
export const debtorsOf = async (
  manager: Manager,
  orgId: string,
  ids: readonly string[],
  codes: readonly string[],
): Promise<ReadonlyMap<string, Debtor>> => {
  const rows = await manager.query<Debtor[]>(DEBTORS, [orgId, ids, codes])
  return new Map(rows.flatMap((row) => [[row.id, row] as const, [row.code, row] as const]))
}

export interface PresentCharge {
  readonly id: string
  readonly number: string
  readonly state: ReceivableState
}

const CHARGES = `select id, number, state from receivable where org_id = $1 and id = any($2)`

export const chargesOf = async (
  manager: Manager,
  orgId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PresentCharge>> => {
  const rows = ids.length === 0 ? [] : await manager.query<PresentCharge[]>(CHARGES, [orgId, ids])
  return new Map(rows.map((row) => [row.id, row]))
}

/** What may be charged once: a unit, or a client for none, one kind, one month. */
export interface Slot {
  readonly unitId: string | null
  readonly clientId: string
  readonly kind: string
  readonly period: string
}

export const slotKey = ({ unitId, clientId, kind, period }: Slot): string =>
  `${unitId ?? clientId} ${kind} ${period}`

const TAKEN = `
select distinct on (s.key) s.key, r.number
  from json_to_recordset($2) as s(key text, unit_id uuid, client_id uuid, kind text, period text)
  join receivable r on r.org_id = $1 and r.kind = s.kind and r.period = s.period and r.state <> 'VOID'
   and case when s.unit_id is null then r.unit_id is null and r.client_id = s.client_id else r.unit_id = s.unit_id end
 order by s.key, r.number`

/** Which of them are charged already, by whomever, and under which number. */
export const chargedAmong = async (
  manager: Manager,
  orgId: string,
  slots: readonly Slot[],
): Promise<ReadonlyMap<string, string>> => {
  if (slots.length === 0) return new Map()
  const asked = slots.map((slot) => ({
    key: slotKey(slot),
    unit_id: slot.unitId,
    client_id: slot.clientId,
    kind: slot.kind,
    period: slot.period,
  }))
  const rows = await manager.query<{ key: string; number: string }[]>(TAKEN, [orgId, JSON.stringify(asked)])
  return new Map(rows.map(({ key, number }) => [key, number]))
}

const HOLD_PROJECTS = `select id from project where org_id = $1 and id = any($2) order by id for no key update`

/** Whoever charges a unit of these by hand, or all of them, waits until what comes in is there to be seen. */
export const holdProjects = (manager: Manager, orgId: string, ids: readonly string[]): Promise<unknown> =>
  manager.query(HOLD_PROJECTS, [orgId, ids])

export interface NewCharge {
  readonly id: string
  readonly number: string
  readonly client_id: string
  readonly unit_id: string | null
  readonly project_id: string | null
  readonly building_id: string | null
  readonly kind: string
  readonly period: string | null
  readonly amount_minor: number
  readonly due_on: string
  readonly note: string | null
  readonly charge_key: string | null
}

const INSERT = `
insert into receivable (org_id, id, number, client_id, unit_id, project_id, building_id, kind, period, amount_minor, due_on, note, charge_key,
                        registered_by_id, registered_at)
select $1, r.id, r.number, r.client_id, r.unit_id, r.project_id, r.building_id, r.kind, r.period, r.amount_minor, r.due_on, r.note,
       r.charge_key, $3, $4
  from json_to_recordset($2) as r(id uuid, number text, client_id uuid, unit_id uuid, project_id uuid, building_id uuid, kind text,
                                  period text, amount_minor bigint, due_on date, note text, charge_key text)`

export const insertCharges = async (
  manager: Manager,
  orgId: string,
  rows: readonly NewCharge[],
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> => {
  await manager.query(INSERT, [orgId, JSON.stringify(rows), by.staffId, by.at])
}
