/** Rows are taken back many at a time; nothing is removed: what came is withdrawn, what was changed gets its values back. */
import type { Transaction } from '../../database/transaction.ts'
import { derivedColumns, type ClientValues } from '../run/clients/client-row.ts'
import { presentClients } from '../run/clients/client-lookups.ts'
import { followStays, updateClients, updateStays } from '../run/clients/client-writes.ts'
import { updateUnits, type UnitValues } from '../run/units/unit-table.ts'
import { takeFilingBack } from '../run/clients/filing-lookups.ts'
import { columnsBefore, type WrittenRow } from './undo-rows.ts'
import { isReferredTo, type Referring } from './referring.ts'

export interface Undoing {
  readonly manager: Transaction['manager']
  readonly orgId: string
  /** The run that takes back. */
  readonly runId: string
  readonly now: Date
  readonly today: string
  readonly staffId: string
  /** Why, for whoever finds the archive. */
  readonly reason: string
}

const WITHDRAW_CLIENTS = `
update client set archived_at = $3, archive_reason = $4, version = version + 1 where org_id = $1 and id = any($2)`
const WITHDRAW_STAYS = `
update client_occupancy set withdrawn_at = $3, version = version + 1 where org_id = $1 and id = any($2)`
const REMOVE_CONTACTS = `
update client_contact set removed_at = $3, is_primary = false, version = version + 1 where org_id = $1 and id = any($2)`
/** A word is never unsaid: it is followed by its withdrawal. */
const WITHDRAW_CONSENTS = `
insert into client_consent (org_id, id, client_id, purpose, decision, way, at, recorded_by_id)
select org_id, gen_random_uuid(), client_id, purpose, 'WITHDRAWN', way, $3, $4
  from client_consent where org_id = $1 and id = any($2)`
const EMPTY_PROFILES = `
update client_profile
   set id_document_number = null, id_document_number_masked = null, on_file = '{}', set_by_id = $4, set_at = $3, version = version + 1
 where org_id = $1 and id = any($2)`
const WITHDRAW_UNITS = `
update unit set withdrawn_at = $3, version = version + 1 where org_id = $1 and id = any($2)`
const MARK = `update imported_row set undone_by_id = $3 where org_id = $1 and id = any($2)`
/** What an earlier run wrote stands again as it left it, under a new version. */
const STAND_AGAIN = `
update imported_row i set record_version = r.version + 1
  from json_to_recordset($2) as r(id uuid, version int)
 where i.org_id = $1 and i.record_id = r.id and i.undone_by_id is null and i.record_version = r.version - 1`

export const undoClients = async (undoing: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  const { manager, orgId, now, staffId, reason } = undoing
  const made = rows.filter((row) => row.made)
  const others = rows.filter((row) => !row.made)
  const parts = rows.flatMap(({ partIds }) => partIds)
  await manager.query(WITHDRAW_CLIENTS, [orgId, made.map(({ recordId }) => recordId), now, reason])
  await manager.query(WITHDRAW_STAYS, [orgId, parts, now])
  const othersParts = others.flatMap(({ partIds }) => partIds)
  await manager.query(REMOVE_CONTACTS, [orgId, parts, now])
  await manager.query(WITHDRAW_CONSENTS, [orgId, othersParts, now, staffId])
  await manager.query(EMPTY_PROFILES, [orgId, othersParts, now, staffId])
  await updateStays(
    manager,
    orgId,
    others.flatMap(({ before }) => (before?.['stay'] as object | undefined) ?? []),
  )
  const replaced = others.flatMap(({ before }) => (before?.['fields'] as object[] | undefined) ?? [])
  await takeFilingBack(manager, orgId, parts, replaced)
  await restoreClients(undoing, others)
  await standAgain(undoing, rows)
  await followStays(manager, orgId, [...new Set(rows.map(({ recordId }) => recordId))], undoing.today)
}

const restoreClients = async ({ manager, orgId }: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  const changed = rows.filter((row) => columnsBefore(row).length > 0)
  const present = await presentClients(
    manager,
    orgId,
    changed.map(({ recordId }) => recordId),
  )
  const restored = changed.map(({ recordId, before }) => {
    const { stay: _, fields: __, ...columns } = before!
    const values = { ...present.get(recordId)!, ...columns } as unknown as ClientValues
    const { kind, relation, name, phone, email, source, referrer } = values
    const seen = present.get(recordId)!.version
    const stated = { kind, relation, name, phone, email, source, referrer }
    return { id: recordId, seen, ...stated, ...derivedColumns(stated) }
  })
  await updateClients(manager, orgId, restored)
}

const UNITS = `
select id, floor, area_hundredths, developer, warranty_ends_on::text as warranty_ends_on
  from unit where org_id = $1 and id = any($2)`

export const undoUnits = async (undoing: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  const { manager, orgId, now } = undoing
  const made = rows.filter((row) => row.made)
  await manager.query(WITHDRAW_UNITS, [orgId, made.map(({ recordId }) => recordId), now])
  const restored = rows
    .filter((row) => !row.made)
    .map(({ recordId, version, before }) => ({ id: recordId, seen: version, before }))
  if (restored.length > 0) {
    const present = await manager.query<(UnitValues & { readonly id: string })[]>(UNITS, [
      orgId,
      restored.map(({ id }) => id),
    ])
    const columnsOf = new Map(present.map((row) => [row.id, row]))
    await updateUnits(
      manager,
      orgId,
      restored.map(({ id, seen, before }) => ({ ...columnsOf.get(id), ...before, id, seen })),
    )
  }
  await standAgain(undoing, rows)
}

const VOID_CHARGES = `
update receivable set state = 'VOID', voided_at = $3, void_reason = $4, version = version + 1 where org_id = $1 and id = any($2)`

/** A charge is voided, as by hand; what comes in again is a new one under a new number. */
export const undoReceivables = async (undoing: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  const { manager, orgId, now, reason } = undoing
  await manager.query(VOID_CHARGES, [orgId, rows.map(({ recordId }) => recordId), now, reason])
  await standAgain(undoing, rows)
}

const REVERSE_PAYMENTS = `
update payment set reversed_at = $3, reversal_reason = $4, credit_minor = 0, version = version + 1 where org_id = $1 and id = any($2)`
/** Locked in their order first, as whoever settles by hand does. */
const HOLD_CHARGES = `
select r.id from receivable r where r.org_id = $1 and r.id in (
  select a.receivable_id from payment_allocation a where a.org_id = $1 and a.id = any($2)) order by r.id for no key update of r`
const REOPEN_CHARGES = `
update receivable r set settled_minor = r.settled_minor - s.minor, state = 'OPEN', settled_on = null, version = r.version + 1
  from (select receivable_id, sum(amount_minor)::bigint as minor from payment_allocation
         where org_id = $1 and id = any($2) group by receivable_id) s
 where r.org_id = $1 and r.id = s.receivable_id and r.state <> 'VOID'`
const WITHDRAW_PARTS = `update payment_allocation set withdrawn_at = $3 where org_id = $1 and id = any($2)`

/** A payment is reversed, as by hand: what it settled is open again. */
export const undoPayments = async (undoing: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  const { manager, orgId, now, reason } = undoing
  const parts = rows.flatMap(({ partIds }) => partIds)
  await manager.query(HOLD_CHARGES, [orgId, parts])
  await manager.query(REOPEN_CHARGES, [orgId, parts])
  await manager.query(WITHDRAW_PARTS, [orgId, parts, now])
  await manager.query(REVERSE_PAYMENTS, [orgId, rows.map(({ recordId }) => recordId), now, reason])
  await standAgain(undoing, rows)
}

/** Buildings that came with the run go with it, once no unit is left in them and nothing else refers to them. */
export const undoBuildings = async (
  { manager, orgId, now }: Undoing,
  ids: readonly string[],
  referring: readonly Referring[],
): Promise<void> => {
  await manager.query(
    `update building b set withdrawn_at = $3, version = version + 1
      where b.org_id = $1 and b.id = any($2)
        and not exists (select from unit u where u.org_id = $1 and u.building_id = b.id and u.withdrawn_at is null)
        and not ${isReferredTo(referring, 'b.id', `'{}'::uuid[]`)}`,
    [orgId, ids, now],
  )
}

const standAgain = async ({ manager, orgId, runId }: Undoing, rows: readonly WrittenRow[]): Promise<void> => {
  await manager.query(MARK, [orgId, rows.map(({ id }) => id), runId])
  const restored = rows
    .filter((row) => !row.made && columnsBefore(row).length > 0)
    .map(({ recordId, version }) => ({ id: recordId, version }))
  if (restored.length > 0) await manager.query(STAND_AGAIN, [orgId, JSON.stringify(restored)])
}
