/** What the system knows of the clients of a plan, and of comparable ones, in one statement. */

/** The rank of the client's grade at the end of a day, 1 the highest; null where no directory had them. */
const rankOn = (client: string, day: string): string => `(
  select (select x.nth from jsonb_array_elements(k$.standard -> 'grades') with ordinality x(g, nth) where x.g ->> 'grade' = e$.final_grade)
    from evaluation e$ join grading_cycle k$ on k$.org_id = e$.org_id and k$.id = e$.cycle_id
   where e$.org_id = $1 and e$.client_id = ${client} and k$.status = 'PUBLISHED' and e$.left_out is null
     and k$.published_at < (${day}::date + 1)::timestamp at time zone $6
   order by k$.published_at desc, k$.id desc limit 1)`

const DURING = '(m.at between $3::date and $4::date)'
const BEFORE = '(m.at between $5::date and $3::date - 1)'

const local = (instant: string): string => `(${instant} at time zone $6)::date`

/** So many candidates are looked at, and so many of them taken: the comparison stays cheap in an archive of a million. */
const LOOKED_AT = 5_000
const COMPARED = 500

/** Change of a median client, by whose they are. */
const medians = (name: string, change: string): string => `
  percentile_disc(0.5) within group (order by ${change}) filter (where is_own and ${change} is not null) as "${name}OwnChange",
  (count(*) filter (where not is_own and ${change} is not null))::integer as "${name}Comparable",
  percentile_disc(0.5) within group (order by ${change}) filter (where not is_own and ${change} is not null) as "${name}ComparableChange"`

const SHARE =
  'case when asked > 0 and asked_before > 0 then satisfied * 10000 / asked - satisfied_before * 10000 / asked_before end'

/** `$1` organization, `$2` plan, `$3` to `$4` its time, `$5` where the time before begins, `$6` the time zone. */
export const MEASURED_OF_CLIENTS = `
with own as materialized (
  select c.id, c.kind, p.type, ${rankOn('c.id', '($3::date - 1)')} as rank
    from (select m.client_id as id from maintenance_plan m where m.org_id = $1 and m.id = $2 and m.client_id is not null
          union select t.client_id from plan_task t
           where t.org_id = $1 and t.plan_id = $2 and t.client_id is not null and t.status <> 'CANCELLED') s
    join client c on c.org_id = $1 and c.id = s.id
    left join project p on p.org_id = $1 and p.id = c.project_id),
classes as (select distinct kind, type, rank from own),
others as materialized (
  select l.id from (
    select c.id, c.kind, p.type from client c left join project p on p.org_id = c.org_id and p.id = c.project_id
     where c.org_id = $1 and c.archived_at is null and c.erased_at is null and c.merged_into_id is null and c.relation <> 'PROSPECT'
       and c.created_at < $3::date::timestamp at time zone $6 and not exists (select from own o where o.id = c.id)
       and exists (select from classes g where g.kind = c.kind and g.type is not distinct from p.type)
     order by c.id limit ${LOOKED_AT}) l
   where exists (select from classes g where g.kind = l.kind and g.type is not distinct from l.type
           and g.rank is not distinct from ${rankOn('l.id', '($3::date - 1)')})
     and not exists (select from maintenance_plan m where m.org_id = $1 and m.client_id = l.id and m.kind = 'RELATIONSHIP'
           and m.effective_revision_id is not null and m.status <> 'CANCELLED' and m.starts_on <= $4::date and m.ends_on >= $3::date)
     and not exists (select from plan_task t where t.org_id = $1 and t.client_id = l.id and t.plan_kind = 'RELATIONSHIP'
           and t.status <> 'CANCELLED' and t.scheduled_on between $3::date and $4::date)
   order by l.id limit ${COMPARED}),
people as (select id, true as is_own from own union all select id, false from others),
figures as (
  select w.is_own, ${rankOn('w.id', '($3::date - 1)')} as rank_before, ${rankOn('w.id', '$4')} as rank_now,
         v.asked_before, v.satisfied_before, v.asked, v.satisfied, q.complained_before, q.complained, y.paid_before, y.paid
    from people w
    cross join lateral (
      select count(*) filter (where ${BEFORE}) as asked_before, count(*) filter (where ${BEFORE} and m.satisfied) as satisfied_before,
             count(*) filter (where ${DURING}) as asked, count(*) filter (where ${DURING} and m.satisfied) as satisfied
        from (select ${local('x.followed_up_at')} as at, x.follow_up_satisfied as satisfied from complaint x
               where x.org_id = $1 and x.client_id = w.id and x.follow_up_satisfied is not null and x.status <> 'MERGED') m) v
    cross join lateral (
      select count(*) filter (where ${BEFORE}) as complained_before, count(*) filter (where ${DURING}) as complained
        from (select ${local('x.registered_at')} as at from complaint x where x.org_id = $1 and x.client_id = w.id
                 and x.kind = 'COMPLAINT' and x.status not in ('UNFOUNDED', 'MERGED')) m) q
    cross join lateral (
      select coalesce(sum(m.minor) filter (where ${BEFORE}), 0)::bigint as paid_before,
             coalesce(sum(m.minor) filter (where ${DURING}), 0)::bigint as paid
        from (select x.received_on as at, x.amount_minor as minor from payment x
               where x.org_id = $1 and x.client_id = w.id and x.reversed_at is null) m) y)
select (count(*) filter (where is_own))::integer as clients,
  percentile_disc(0.5) within group (order by rank_before) filter (where is_own and rank_before is not null) as "GRADEBefore",
  percentile_disc(0.5) within group (order by rank_now) filter (where is_own and rank_now is not null) as "GRADENow",
  floor(10000 * sum(satisfied_before) filter (where is_own) / nullif(sum(asked_before) filter (where is_own), 0))::integer as "SATISFACTIONBefore",
  floor(10000 * sum(satisfied) filter (where is_own) / nullif(sum(asked) filter (where is_own), 0))::integer as "SATISFACTIONNow",
  (sum(complained_before) filter (where is_own))::integer as "COMPLAINTSBefore",
  (sum(complained) filter (where is_own))::integer as "COMPLAINTSNow",
  (sum(paid_before) filter (where is_own))::bigint as "REVENUEBefore",
  (sum(paid) filter (where is_own))::bigint as "REVENUENow",
  ${medians('GRADE', '(rank_now - rank_before)')},
  ${medians('SATISFACTION', `(${SHARE})`)},
  ${medians('COMPLAINTS', '(complained - complained_before)')},
  ${medians('REVENUE', '(paid - paid_before)')}
  from figures`

/** Cases of the community of a facility plan: `$7`. */
export const MEASURED_OF_COMMUNITY = `
select floor(10000.0 * count(*) filter (where ${BEFORE} and m.satisfied) / nullif(count(*) filter (where ${BEFORE} and m.satisfied is not null), 0))::integer
         as "SATISFACTIONBefore",
       floor(10000.0 * count(*) filter (where ${DURING} and m.satisfied) / nullif(count(*) filter (where ${DURING} and m.satisfied is not null), 0))::integer
         as "SATISFACTIONNow",
       (count(*) filter (where m.what = 'COMPLAINT' and ${BEFORE}))::integer as "COMPLAINTSBefore",
       (count(*) filter (where m.what = 'COMPLAINT' and ${DURING}))::integer as "COMPLAINTSNow"
  from (select 'VISIT' as what, ${local('x.followed_up_at')} as at, x.follow_up_satisfied as satisfied from complaint x
         where x.org_id = $1 and x.project_id = $7 and x.follow_up_satisfied is not null and x.status <> 'MERGED'
        union all
        select 'COMPLAINT', ${local('x.registered_at')}, null from complaint x where x.org_id = $1 and x.project_id = $7
           and x.kind = 'COMPLAINT' and x.status not in ('UNFOUNDED', 'MERGED')) m
 where $2::uuid is not null and m.at between $5::date and $4::date`

/** Machines that the plan names, or else all of its community: with their outages that touch either time. */
export const MACHINES = `
select q.id, to_char(q.installed_on, 'YYYY-MM-DD') as "installedOn", q.retired_at as "retiredAt",
       coalesce((select jsonb_agg(jsonb_build_object('startedAt', o.started_at, 'endedAt', o.ended_at) order by o.started_at, o.id)
                   from equipment_outage o where o.org_id = q.org_id and o.equipment_id = q.id
                    and o.started_at < $5 and (o.ended_at is null or o.ended_at >= $4)), '[]') as outages
  from equipment q join maintenance_plan m on m.org_id = q.org_id and m.id = $2
 where q.org_id = $1 and q.project_id = $3 and (cardinality(m.equipment_ids) = 0 or q.id = any (m.equipment_ids))`

/** What tasks on these machines, or in the community on none, cost: `$3` to `$4` and from `$5` before. `$7` community, `$8` machines. */
export const COST_OF_MACHINES = `
select coalesce(sum(m.minor) filter (where ${BEFORE}), 0)::bigint as "costBeforeMinor",
       coalesce(sum(m.minor) filter (where ${DURING}), 0)::bigint as "costMinor"
  from (select ${local('t.completed_at')} as at, t.actual_minor as minor from plan_task t
         where t.org_id = $1 and t.plan_kind = 'FACILITY' and t.completed_at is not null and t.actual_minor is not null
           and $2::uuid is not null and (t.equipment_id = any ($8::uuid[]) or (t.equipment_id is null and t.project_id = $7))) m`

/** `$1` organization, `$2` plan, `$3` the last day looked at, `$4` the time zone. */
export const TASKS_AND_MONEY = `
select (select jsonb_build_object(
          'due', count(*) filter (where t.status <> 'CANCELLED' and t.due_on <= $3),
          'done', count(*) filter (where t.status in ('DONE', 'ACCEPTED')),
          'late', count(*) filter (where (t.status in ('DONE', 'ACCEPTED') and (t.completed_at at time zone $4)::date > t.due_on)
                    or (t.status in ('SCHEDULED', 'IN_PROGRESS') and t.due_on < $3)),
          'cancelled', count(*) filter (where t.status = 'CANCELLED'),
          'feedback', count(*) filter (where t.feedback is not null and t.status <> 'CANCELLED'))
        from plan_task t where t.org_id = $1 and t.plan_id = $2) as tasks,
       (select coalesce(jsonb_agg(jsonb_build_object('key', b.key, 'title', b.title, 'approvedMinor', b.approved_minor + b.raised_minor,
          'spentMinor', b.spent_minor) order by b.position, b.key), '[]')
        from plan_budget_line b where b.org_id = $1 and b.plan_id = $2) as budget`

/** What clients said lately. */
export const FEEDBACK = `
select to_char((t.completed_at at time zone $3)::date, 'YYYY-MM-DD') as "on", t.title, t.feedback as words
  from plan_task t where t.org_id = $1 and t.plan_id = $2 and t.feedback is not null and t.completed_at is not null
   and t.status <> 'CANCELLED' order by t.completed_at desc, t.id desc limit 20`
