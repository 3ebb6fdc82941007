import type { DataSource } from 'typeorm'
import { withTenant } from '../../database/with-tenant.ts'

/** Evaluations looked at in one statement. */
const BATCH = 5_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** A plan of the client's own, or of a segment that the client is in: `c` the client, `grade` a column. */
export const planStands = (grade: string): string => `exists (select from maintenance_plan p
  where p.org_id = c.org_id and p.kind = 'RELATIONSHIP' and p.status in ('DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL', 'ACTIVE')
    and (p.client_id = c.id or (p.client_id is null
      and (cardinality(p.segment_grades) = 0 or ${grade} = any (p.segment_grades))
      and (cardinality(p.segment_project_ids) = 0 or c.project_id = any (p.segment_project_ids)))))`

const PROPOSE = `
with batch as (
  select e.id, e.client_id, e.final_grade from evaluation e
   where e.org_id = $1 and e.cycle_id = $2 and e.id > $3 and e.left_out is null order by e.id limit ${BATCH}),
lapsed as (
  update plan_proposal o set status = 'LAPSED', settled_at = $4, version = o.version + 1
    from batch b where o.org_id = $1 and o.client_id = b.client_id and o.status = 'OPEN' and o.cycle_id <> $2),
made as (
  insert into plan_proposal (org_id, id, client_id, cycle_id, template_id, grade, project_id, status, proposed_at)
  select c.org_id, gen_random_uuid(), c.id, $2, t.id, b.final_grade, c.project_id, 'OPEN', $4
    from batch b join client c on c.org_id = $1 and c.id = b.client_id
    join plan_template t on t.org_id = $1 and t.kind = 'RELATIONSHIP' and t.grade = b.final_grade and t.retired_at is null
   where c.archived_at is null and c.erased_at is null and c.merged_into_id is null and not ${planStands('b.final_grade')}
  on conflict (org_id, client_id, cycle_id) do nothing)
select id from batch order by id desc limit 1`

/** Batch by batch, each a transaction; run again it proposes nothing twice. What an older directory proposed to its clients lapses. */
export const proposePlans = async (
  dataSource: DataSource,
  { orgId, cycleId, at }: { readonly orgId: string; readonly cycleId: string; readonly at: Date },
): Promise<void> => {
  let after: string | undefined = BEFORE_ALL
  while (after !== undefined) {
    const from: string = after
    const [last] = await withTenant(dataSource, orgId, (manager) =>
      manager.query<{ id: string }[]>(PROPOSE, [orgId, cycleId, from, at]),
    )
    after = last?.id
  }
}
