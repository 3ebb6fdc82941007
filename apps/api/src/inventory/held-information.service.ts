/** What the system itself knows that people of a department hold. */
import type { HeldSource, InformationMedium } from '@steward/domain'
import type { EntityManager } from 'typeorm'

export interface HeldRow {
  readonly source: HeldSource
  readonly id: string | null
  readonly name: string | null
  readonly medium: InformationMedium
  readonly keeper: string | null
  readonly count: number
  readonly since: Date | null
  readonly until: string | null
}

/** Copies that are out, sources in custody, releases of this department's asking; the files that its people put into archives, as one row. */
const HELD = `
select 'CONTROLLED_COPY' as source, c.id, c.number as name, case when c.form in ('PRINT', 'CARD') then 'PAPER' else 'FILE' end as medium,
       s.name as keeper, 1 as count, coalesce(c.received_at, c.produced_at) as since, c.due_on::text as until
  from controlled_copy c join staff s on s.org_id = c.org_id and s.id = c.holder_id
 where c.org_id = $1 and s.department_id = $2 and c.status in ('PRODUCED', 'HELD', 'RETURNED')
union all
select 'IMPORT_SOURCE', i.id, i.name, i.medium, s.name, 1, i.received_at, i.destroy_by::text
  from import_source i join staff s on s.org_id = i.org_id and s.id = i.custodian_id
 where i.org_id = $1 and s.department_id = $2 and i.status <> 'DESTROYED'
union all
select 'EXPORT_REQUEST', q.id, q.number, 'FILE', s.name, q.copies, q.decided_at, q.use_until::text
  from export_request q join staff s on s.org_id = q.org_id and s.id = q.requested_by_id
 where q.org_id = $1 and s.department_id = $2 and q.status = 'PRODUCED'
   and exists (select from controlled_copy c where c.org_id = q.org_id and c.request_id = q.id and c.status in ('PRODUCED', 'HELD', 'RETURNED'))
union all
select 'ATTACHMENT', null, null, 'SYSTEM', null, count(*)::integer, min(a.added_at), null
  from attachment a join staff s on s.org_id = a.org_id and s.id = a.added_by_id
 where a.org_id = $1 and s.department_id = $2 and a.removed_at is null
having count(*) > 0
 order by 1, 7, 2`

export const heldBy = (manager: EntityManager, orgId: string, departmentId: string): Promise<HeldRow[]> =>
  manager.query<HeldRow[]>(HELD, [orgId, departmentId])
