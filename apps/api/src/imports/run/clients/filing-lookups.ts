/** Tags and values of many clients at once. */
import type { Transaction } from '../../../database/transaction.ts'

type Manager = Transaction['manager']

export interface PresentValue {
  readonly id: string
  readonly version: number
  readonly plain: string | null
  /** The whole row, to be put back as it was. */
  readonly row: Readonly<Record<string, unknown>>
}

/** What a client bears already. */
export interface PresentFiling {
  readonly tagIds: ReadonlySet<string>
  /** By field. */
  readonly values: ReadonlyMap<string, PresentValue>
}

const TAGS = `select client_id as "clientId", tag_id as "tagId" from client_tag where org_id = $1 and client_id = any($2)`
const VALUES = `
select v.client_id as "clientId", v.field_id as "fieldId", v.id, v.version, coalesce(v.internal_value, v.personal_value) as plain,
       to_jsonb(v) as row
  from client_field_value v where v.org_id = $1 and v.client_id = any($2)`

export const filingAmong = async (
  manager: Manager,
  orgId: string,
  clientIds: readonly string[],
): Promise<ReadonlyMap<string, PresentFiling>> => {
  const found = new Map<string, { tagIds: Set<string>; values: Map<string, PresentValue> }>()
  if (clientIds.length === 0) return found
  const of = (clientId: string) => {
    const known = found.get(clientId) ?? {
      tagIds: new Set<string>(),
      values: new Map<string, PresentValue>(),
    }
    found.set(clientId, known)
    return known
  }
  for (const { clientId, tagId } of await manager.query<{ clientId: string; tagId: string }[]>(TAGS, [
    orgId,
    clientIds,
  ]))
    of(clientId).tagIds.add(tagId)
  for (const { clientId, fieldId, ...value } of await manager.query<
    (PresentValue & { readonly clientId: string; readonly fieldId: string })[]
  >(VALUES, [orgId, clientIds]))
    of(clientId).values.set(fieldId, value)
  return found
}

const INSERT_TAGS = `
insert into client_tag (org_id, id, client_id, tag_id, tagged_by_id, tagged_at)
select $1, r.id, r.client_id, r.tag_id, $3, $4 from json_to_recordset($2) as r(id uuid, client_id uuid, tag_id uuid)`

export const insertTags = async (
  manager: Manager,
  orgId: string,
  rows: readonly object[],
  by: { readonly staffId: string; readonly at: Date },
): Promise<void> => {
  if (rows.length > 0) await manager.query(INSERT_TAGS, [orgId, JSON.stringify(rows), by.staffId, by.at])
}

const REMOVE_VALUES = `delete from client_field_value where org_id = $1 and id = any($2)`
const REMOVE_TAGS = `delete from client_tag where org_id = $1 and id = any($2)`
/** Each as it was, under its own id: what is sealed opens in no other place. */
const PUT_BACK = `
insert into client_field_value select r.* from jsonb_populate_recordset(null::client_field_value, $2::jsonb) r where r.org_id = $1
on conflict do nothing`

export const removeValues = async (
  manager: Manager,
  orgId: string,
  ids: readonly string[],
): Promise<void> => {
  if (ids.length > 0) await manager.query(REMOVE_VALUES, [orgId, ids])
}

/** Takes back what rows of a file have filed, and puts back what they had replaced. */
export const takeFilingBack = async (
  manager: Manager,
  orgId: string,
  parts: readonly string[],
  replaced: readonly object[],
): Promise<void> => {
  await manager.query(REMOVE_TAGS, [orgId, parts])
  await removeValues(manager, orgId, parts)
  if (replaced.length > 0) await manager.query(PUT_BACK, [orgId, JSON.stringify(replaced)])
}
