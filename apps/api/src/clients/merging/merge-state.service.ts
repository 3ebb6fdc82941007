/** Both archives side by side, as they are now. */
import {
  customKey,
  MERGED_HEAD,
  MERGED_HEAD_FIELDS,
  mergeFields,
  PROFILE_FIELDS,
  profileKey,
  type MergeCount,
  type MergeField,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { Client } from '../client.entity.ts'
import { ClientProfile } from '../confidential/profile.entity.ts'
import { ClientFieldValue } from '../fields/custom-field.entity.ts'
import { clientColumns, collides, countedAs, type ClientColumn } from './merge-tables.service.ts'

/** The two, by what becomes of them. */
export interface Pair {
  readonly survivor: Client
  readonly merged: Client
}

/** Parts that are joined field by field. */
export interface Parts {
  readonly profiles: readonly ClientProfile[]
  readonly values: readonly ClientFieldValue[]
}

export const partsOf = async (manager: EntityManager, { survivor, merged }: Pair): Promise<Parts> => {
  const where = { orgId: survivor.orgId, clientId: In([survivor.id, merged.id]) }
  return {
    profiles: await manager.find(ClientProfile, { where, order: { id: 'ASC' } }),
    values: await manager.find(ClientFieldValue, { where, order: { id: 'ASC' } }),
  }
}

/** The whole profile goes over where the survivor has none: only two of them are compared. */
export const profilesOf = ({ survivor, merged }: Pair, { profiles }: Parts) => {
  const [one, other] = [survivor, merged].map(({ id }) => profiles.find(({ clientId }) => clientId === id))
  return one && other ? { one, other } : undefined
}

const valuesOf = (pair: Pair, parts: Parts, whose: keyof Pair): ReadonlyMap<string, string | null> => {
  const client = pair[whose]
  const profiles = profilesOf(pair, parts)
  const profile = whose === 'survivor' ? profiles?.one : profiles?.other
  return new Map([
    ...MERGED_HEAD_FIELDS.map((key) => {
      const columns = MERGED_HEAD[key].map((column) => client[column])
      return [key, columns.every((value) => value === null) ? null : JSON.stringify(columns)] as const
    }),
    ...(profile ? PROFILE_FIELDS.map((field) => [profileKey(field), profile[field]] as const) : []),
    ...parts.values
      .filter(({ clientId }) => clientId === client.id)
      .map(
        ({ fieldId, internalValue, personalValue, sealedValue }) =>
          [customKey(fieldId), internalValue ?? personalValue ?? sealedValue] as const,
      ),
  ])
}

/** Field by field how the two stand to each other; a sealed value is never opened for that. */
export const fieldsOf = (pair: Pair, parts: Parts): readonly MergeField[] => {
  const sealed = new Set(
    parts.values.filter(({ sealedValue }) => sealedValue !== null).map(({ fieldId }) => customKey(fieldId)),
  )
  return mergeFields(
    valuesOf(pair, parts, 'survivor'),
    valuesOf(pair, parts, 'merged'),
    (key) => key.startsWith(profileKey('')) || sealed.has(key),
  )
}

/** What of an archive is looked at when two are laid side by side. */
const FINGERPRINT = `
select encode(sha256(convert_to(coalesce(string_agg(l.line, E'\\n' order by l.line collate "C"), ''), 'UTF8')), 'hex') as fingerprint from (
  select (to_jsonb(c) - 'search_grams')::text as line from client c where c.org_id = $1 and c.id = any($2)
  union all select to_jsonb(x)::text from client_contact x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_member x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_occupancy x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_consent x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_profile x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_status_record x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_tag x where x.org_id = $1 and x.client_id = any($2)
  union all select to_jsonb(x)::text from client_field_value x where x.org_id = $1 and x.client_id = any($2)) l`

/** SHA-256 over both archives, hex: another as soon as either says something else. */
export const fingerprintOf = async (manager: EntityManager, { survivor, merged }: Pair): Promise<string> => {
  const [row] = await manager.query<[{ fingerprint: string }]>(FINGERPRINT, [
    survivor.orgId,
    [survivor.id, merged.id],
  ])
  return row.fingerprint
}

const counting = (it: ClientColumn): string => `
select '${countedAs(it)}' as what, count(*) filter (where x.${it.column} = $2)::int as survivor,
  count(*) filter (where x.${it.column} = $3)::int as merged,
  count(*) filter (where x.${it.column} = $3 and ${collides(it)})::int as staying
  from ${it.table} x where x.org_id = $1 and x.${it.column} in ($2, $3)`

/** What stands on their cases goes along with these. */
const ON_CASES = `
select 'agreement' as what, count(*) filter (where c.client_id = $2)::int as survivor,
  count(*) filter (where c.client_id = $3)::int as merged, 0 as staying
  from complaint c where c.org_id = $1 and c.client_id in ($2, $3) and c.agreement_signed_on is not null
union all
select 'signed', count(*) filter (where c.client_id = $2)::int, count(*) filter (where c.client_id = $3)::int, 0
  from complaint c join sign_off s on s.org_id = c.org_id and s.subject_id = c.id
 where c.org_id = $1 and c.client_id in ($2, $3)`

/** What stands behind each of them, in one statement over all tables that refer to a client. */
export const countsOf = async (manager: EntityManager, { survivor, merged }: Pair): Promise<MergeCount[]> => {
  const text = [...(await clientColumns(manager)).map(counting), ON_CASES].join(' union all ')
  const rows = await manager.query<MergeCount[]>(text, [survivor.orgId, survivor.id, merged.id])
  return rows.filter((row) => row.survivor + row.merged > 0)
}
