/** What an erasure would take, what would stay, and what stands in its way: counted, with numbers and no words. */
import {
  ENDED_PLAN_STATUSES,
  ENDED_STATUSES,
  ERASURE_GOES,
  ERASURE_STAYS,
  type ErasureBlock,
  type ErasureGoes,
  type ErasureStays,
  OPEN_OPPORTUNITY_STATUSES,
  OPEN_SUBJECT_REQUEST_STATUSES,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'

/** The client and everybody who was merged into them. */
const THEIRS = `with recursive theirs (id) as (
  select id from client where org_id = $1 and id = $2
  union select m.id from theirs t join client m on m.org_id = $1 and m.merged_into_id = t.id)`

const among = (statuses: readonly string[]) => `(${statuses.map((status) => `'${status}'`).join(', ')})`
const ENDED = among(ENDED_STATUSES)
const OPEN = among(OPEN_SUBJECT_REQUEST_STATUSES)
const PLAN_ENDED = among(ENDED_PLAN_STATUSES)
const GOING_ON = among(OPEN_OPPORTUNITY_STATUSES)

const BLOCKS = `
${THEIRS}
select 'MERGED' as kind, c.code as number from client c where c.org_id = $1 and c.id = $2 and c.merged_into_id is not null
union all select 'OPEN_CASE', m.number from complaint m
 where m.org_id = $1 and m.client_id in (select id from theirs) and m.status not in ${ENDED}
union all select 'UNPAID', r.number from receivable r
 where r.org_id = $1 and r.client_id in (select id from theirs) and r.state <> 'VOID' and r.settled_minor < r.amount_minor
union all select 'DISPUTED', s.number from reconciliation s where s.org_id = $1 and s.client_id in (select id from theirs)
   and exists (select from reconciliation_line l where l.org_id = s.org_id and l.reconciliation_id = s.id
     and l.disputed_at is not null and l.verdict is null)
union all select 'SIGNING_OPEN', d.number from controlled_document d
  join complaint m on m.org_id = d.org_id and m.id = d.complaint_id
  join document_revision v on v.org_id = d.org_id and v.document_id = d.id and v.status = 'IN_SIGNING'
 where d.org_id = $1 and m.client_id in (select id from theirs)
union all select 'SIGNING_OPEN', n.number from key_account_nomination n
 where n.org_id = $1 and n.client_id in (select id from theirs) and n.status = 'IN_SIGNING'
union all select 'OPEN_OPPORTUNITY', o.number from opportunity o
 where o.org_id = $1 and o.client_id in (select id from theirs) and o.status in ${GOING_ON}
union all select 'OPEN_PLAN', p.number from maintenance_plan p
 where p.org_id = $1 and p.client_id in (select id from theirs) and p.status not in ${PLAN_ENDED}
union all select 'KEY_ACCOUNT', c.code from key_account k join client c on c.org_id = k.org_id and c.id = k.client_id
 where k.org_id = $1 and k.client_id in (select id from theirs) and k.released_on is null
union all select 'REQUEST_OPEN', q.number from subject_request q
 where q.org_id = $1 and q.client_id in (select id from theirs) and q.status in ${OPEN} and q.kind <> 'ERASURE'
union all select 'COPY_IN_MAKING', y.number from controlled_copy y join export_scope s on s.org_id = y.org_id and s.id = y.request_id
 where y.org_id = $1 and y.status = 'PRODUCING' and s.client_ids && array(select id from theirs)
order by 1, 2 limit 50`

const of = (table: string, by = 'client_id') =>
  `(select count(*)::integer from ${table} where org_id = $1 and ${by} in (select id from theirs))`

const COUNTS = `
${THEIRS}
select (select count(*)::integer from theirs) as "IDENTITY", ${of('client_contact')} as "CONTACTS", ${of('client_member')} as "MEMBERS",
  ${of('client_profile')} + ${of('client_status_record')} as "PROFILE", ${of('client_key')} as "SEALED_KEY",
  ${of('client_field_value')} as "FIELDS", ${of('client_tag')} as "TAGS", ${of('attachment')} as "ATTACHMENTS",
  ${of('reception')} as "RECEPTIONS", ${of('lead')} as "LEADS", ${of('complaint')} as "CASE_WORDS",
  (select count(*)::integer from saved_view v where v.org_id = $1 and exists (select from client c where c.org_id = $1
    and c.id in (select id from theirs) and (position(c.name in v.name || ' ' || v.query) > 0
      or position(c.phone in v.name || ' ' || v.query) > 0))) as "VIEWS",
  ${of('complaint')} as "CASES", ${of('receivable')} + ${of('payment')} + ${of('reconciliation')} as "ACCOUNTS",
  (select count(*)::integer from sign_off s join complaint m on m.org_id = s.org_id and m.id = s.subject_id
    where s.org_id = $1 and m.client_id in (select id from theirs)) as "SIGNATURES",
  (select count(*)::integer from audit_entry a where a.org_id = $1 and a.subject_id in (select id from theirs)) as "AUDIT",
  ${of('client_occupancy')} as "STAYS", ${of('subject_request')} as "REQUESTS"`

const COPIES = `
${THEIRS}
select y.number, y.recipient, h.name as holder, to_char(y.due_on, 'YYYY-MM-DD') as "dueOn" from controlled_copy y
  join export_scope s on s.org_id = y.org_id and s.id = y.request_id
  join staff h on h.org_id = y.org_id and h.id = y.holder_id
 where y.org_id = $1 and y.status in ('PRODUCED', 'HELD') and s.client_ids && array(select id from theirs)
 order by y.due_on, y.number limit 50`

const SOURCES = `
${THEIRS}
select distinct on (i.id) i.name, h.name as custodian, to_char(i.destroy_by, 'YYYY-MM-DD') as "destroyBy" from imported_row w
  join import_run r on r.org_id = w.org_id and r.id = w.run_id
  join import_source i on i.org_id = r.org_id and i.file_id = r.file_id and i.status <> 'DESTROYED'
  join staff h on h.org_id = i.org_id and h.id = i.custodian_id
 where w.org_id = $1 and w.record_id in (select id from theirs) limit 50`

export interface Blocking {
  readonly kind: ErasureBlock
  readonly number: string
}

/** What stands in the way now; of a client who is locked nothing new comes in meanwhile. */
export const blocksOf = (
  manager: EntityManager,
  orgId: string,
  clientId: string,
): Promise<readonly Blocking[]> => manager.query<Blocking[]>(BLOCKS, [orgId, clientId])

export const previewOf = async (manager: EntityManager, orgId: string, clientId: string) => {
  const place = [orgId, clientId]
  const blocks = await blocksOf(manager, orgId, clientId)
  const [counts] = await manager.query<[Record<ErasureGoes | ErasureStays, number>]>(COUNTS, place)
  const copies = await manager.query<{ number: string; recipient: string; holder: string; dueOn: string }[]>(
    COPIES,
    place,
  )
  const sources = await manager.query<{ name: string; custodian: string; destroyBy: string }[]>(
    SOURCES,
    place,
  )
  return {
    blocks,
    goes: ERASURE_GOES.map((what) => ({ what, count: counts[what] })).filter(({ count }) => count > 0),
    stays: ERASURE_STAYS.map((what) => ({ what, count: counts[what] })).filter(({ count }) => count > 0),
    copies,
    sources,
  }
}
