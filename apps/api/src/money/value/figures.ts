/**
 * What clients brought and cost, as tables in the middle of a statement: one row for each client, over any time. Figures of value,
 * lists, groups and grades all stand on these, so that there is one truth. Money is numeric until the end, where it is rounded once.
 *
 * `$1` organization · `$2` and `$3` first and last day · `$4` these clients, null: all · `$5` rates an hour by role · `$6` time zone ·
 * `$7` kinds of remedies that are paid out · `$8` margin in basis points · `$9` by `$10` worth today of one a year · `$11` to `$14` how
 * far the permission reaches.
 */

import { newestPublished } from '../../grading/cycles/population.ts'

/** Every parameter has its type, also where a statement does not ask for it. */
const ASKED = `asked as (
  select $1::uuid, $2::date, $3::date, $4::uuid[], $5::jsonb, $6::text, $7::text[], $8::numeric, $9::numeric, $10::numeric,
         $11::boolean, $12::uuid[], $13::uuid[], $14::uuid)`

const SCOPED = `scoped as (
  select c.id, c.code, c.name, c.kind, c.relation, c.project_id, c.building_id, c.key_account_manager_id,
         (c.created_at at time zone $6)::date as opened_on
    from client c
   where c.org_id = $1 and ($4::uuid[] is null or c.id = any($4))
     and ($11 or c.project_id = any($12) or c.building_id = any($13) or c.key_account_manager_id = $14))`

/** Revenue: what fell due, neither void nor a deposit; and how punctually it was settled. */
const REVENUE = `revenue as (
  select r.client_id, sum(r.amount_minor) as minor, min(r.due_on) as first_on, count(*) as many,
         sum(greatest(0, least(coalesce(r.settled_on, $3), $3) - r.due_on)) as days_late,
         coalesce(sum(r.amount_minor) filter (where r.settled_on <= r.due_on), 0) as in_time
    from receivable r
   where r.org_id = $1 and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and r.due_on between $2 and $3
     and ($4::uuid[] is null or r.client_id = any($4))
   group by r.client_id)`

/** Each cost by itself: recorded ones, shares of projects, settlements that were carried out, shares of the campaigns that brought somebody. */
const COST_LINES = `cost_line as (
  select e.client_id, e.cost_class, e.occurred_on, 'RECORDED' as source, e.id as record_id, e.purpose, e.labour_minutes, e.labour_role,
         e.recorded_by_id, e.material_minor + e.outside_minor
           + e.labour_minutes * coalesce(($5::jsonb ->> e.labour_role)::numeric, 0) / 60 as minor
    from cost_event e
   where e.org_id = $1 and e.client_id is not null and e.voided_at is null and e.occurred_on between $2 and $3
     and ($4::uuid[] is null or e.client_id = any($4))
  union all
  select s.client_id, e.cost_class, e.occurred_on, 'SHARED', e.id, e.purpose, e.labour_minutes, e.labour_role, e.recorded_by_id,
         (e.material_minor + e.outside_minor + e.labour_minutes * coalesce(($5::jsonb ->> e.labour_role)::numeric, 0) / 60)
           * s.weight / e.share_weight
    from cost_event e join cost_share s on s.org_id = e.org_id and s.cost_event_id = e.id
   where e.org_id = $1 and e.client_id is null and e.voided_at is null and e.occurred_on between $2 and $3
     and ($4::uuid[] is null or s.client_id = any($4))
  union all
  select m.client_id, 'SERVICE', (m.resolved_at at time zone $6)::date, 'SETTLEMENT', m.id, null, 0, null, null, o.amount_minor::numeric
    from complaint m join complaint_option o on o.org_id = m.org_id and o.id = m.current_option_id
   where m.org_id = $1 and m.resolved_at is not null and m.merged_into_id is null and m.client_id is not null
     and o.kind = any($7) and o.amount_minor > 0
     and m.resolved_at >= $2::date::timestamp at time zone $6 and m.resolved_at < ($3::date + 1)::timestamp at time zone $6
     and ($4::uuid[] is null or m.client_id = any($4))
  union all
  select b.client_id, 'ACQUISITION', b.on_day, 'CAMPAIGN', g.id, g.name, 0, null, null, g.cost_minor::numeric / b.brought
    from (select l.campaign_id, l.client_id, (min(l.converted_at) at time zone $6)::date as on_day,
                 count(*) over (partition by l.campaign_id) as brought
            from lead l
           where l.org_id = $1 and l.campaign_id is not null and l.client_id is not null and l.converted_at is not null
           group by l.campaign_id, l.client_id) b
    join campaign g on g.org_id = $1 and g.id = b.campaign_id
   where g.cost_minor > 0 and b.on_day between $2 and $3 and ($4::uuid[] is null or b.client_id = any($4)))`

const COSTS = `costs as (
  select client_id,
         coalesce(sum(minor) filter (where cost_class = 'ACQUISITION'), 0) as acquisition,
         coalesce(sum(minor) filter (where cost_class = 'RETENTION'), 0) as retention,
         coalesce(sum(minor) filter (where cost_class = 'SERVICE'), 0) as service,
         coalesce(sum(minor) filter (where cost_class = 'TRANSACTION'), 0) as transaction,
         coalesce(sum(minor) filter (where source = 'SETTLEMENT'), 0) as settled
    from cost_line group by client_id)`

/** A year is the least that a history is spread over: nothing is extrapolated from a good quarter. A settlement is not expected to come again. */
const FIGURES = `figures as (
  select s.*, r.first_on, r.many, r.days_late, r.in_time, coalesce(r.minor, 0) as revenue, coalesce(r.minor, 0) * $8 / 10000 as margin,
         coalesce(k.acquisition, 0) as acquisition, coalesce(k.retention, 0) as retention, coalesce(k.service, 0) as service,
         coalesce(k.transaction, 0) as transaction, t.to_serve, t.margin - t.acquisition - t.to_serve as profit,
         case when $3::date - r.first_on >= 90
              then (t.margin - t.to_serve + coalesce(k.settled, 0)) * 365 * $9 / (greatest(365, $3::date - r.first_on) * $10) end as expected
    from scoped s
    left join revenue r on r.client_id = s.id
    left join costs k on k.client_id = s.id
   cross join lateral (
     select coalesce(k.retention, 0) + coalesce(k.service, 0) + coalesce(k.transaction, 0) as to_serve,
            coalesce(k.acquisition, 0) as acquisition, coalesce(r.minor, 0) * $8 / 10000 as margin) t
   where r.client_id is not null or k.client_id is not null)`

/** Value on the one side, cost to serve on the other, parted at the middle client of each. */
const PLACED = `middle as (
  select percentile_disc(0.5) within group (order by profit) as profit,
         percentile_disc(0.5) within group (order by to_serve) as to_serve from figures),
placed as (
  select f.*, case when f.profit >= m.profit then case when f.to_serve > m.to_serve then 'CARE' else 'GROW' end
                   when f.to_serve > m.to_serve then 'EXAMINE' else 'KEEP_SIMPLE' end as quadrant
    from figures f cross join middle m)`

/** What was received by its day of that which was settled later, or not yet. */
const IN_PART = `in_part as (
  select r.client_id, sum(a.amount_minor) as paid
    from receivable r
    join payment_allocation a on a.org_id = r.org_id and a.receivable_id = r.id and a.withdrawn_at is null
    join payment p on p.org_id = a.org_id and p.id = a.payment_id and p.received_on <= r.due_on
   where r.org_id = $1 and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and r.due_on between $2 and $3
     and r.settled_minor > 0 and (r.settled_on is null or r.settled_on > r.due_on)
     and ($4::uuid[] is null or r.client_id = any($4))
   group by r.client_id)`

const BASE = `${ASKED}, ${SCOPED}, ${REVENUE}, ${COST_LINES}, ${COSTS}, ${FIGURES}, ${PLACED}`

/** `$15` by which figure · `$16` one quadrant · `$17` projects · `$18` kind · `$19` relation · `$20` tag · `$21` opening year · `$22`, `$23` after which · `$24` how many. */
export const PAGE = `
with ${BASE},
keyed as (
  select p.*, round(case $15 when 'PROFIT' then profit when 'LOSS' then -profit when 'REVENUE' then revenue
                             when 'COST_TO_SERVE' then to_serve else profit + coalesce(expected, 0) end)::bigint as key
    from placed p)
select k.id, k.code, k.name, k.kind, k.relation, k.project_id as "projectId", j.name as "projectName", k.building_id as "buildingId",
       k.key_account_manager_id as "keyAccountManagerId", k.first_on::text as "firstOn", k.quadrant, k.key,
       round(k.revenue)::bigint as "revenueMinor", round(k.margin)::bigint as "marginMinor",
       round(k.acquisition)::bigint as "acquisitionMinor", round(k.to_serve)::bigint as "toServeMinor",
       round(k.profit)::bigint as "profitMinor", round(k.expected)::bigint as "expectedMinor",
       round(k.profit + coalesce(k.expected, 0))::bigint as "lifetimeMinor"
  from keyed k left join project j on j.org_id = $1 and j.id = k.project_id
 where ($16::text is null or k.quadrant = $16) and ($17::uuid[] is null or k.project_id = any($17))
   and ($18::text is null or k.kind = $18) and ($19::text is null or k.relation = $19)
   and ($20::uuid is null or exists (select from client_tag g where g.org_id = $1 and g.client_id = k.id and g.tag_id = $20))
   and ($21::integer is null or extract(year from k.opened_on) = $21)
   and ($22::bigint is null or (k.key, k.id) < ($22, $23::uuid))
 order by k.key desc, k.id desc limit $24`

/** Sums of everybody, or by `$15`: whole groups, the largest revenue first. */
export const GROUPS = `
with ${BASE}, ${IN_PART},
grouped as (
  select case $15::text when 'KIND' then f.kind when 'RELATION' then f.relation when 'PROJECT' then f.project_id::text
                  when 'COHORT' then extract(year from f.opened_on)::text when 'TAG' then g.tag_id::text end as key,
         f.*, f.in_time + coalesce(i.paid, 0) as paid
    from placed f
    left join client_tag g on $15 = 'TAG' and g.org_id = $1 and g.client_id = f.id
    left join in_part i on i.client_id = f.id)
select w.key, coalesce(j.name, t.name_zh) as name, coalesce(j.name, t.name_en) as "nameEn", count(*)::integer as clients, min(w.first_on)::text as "firstOn",
       count(*) filter (where w.profit < 0)::integer as "atALoss",
       round(sum(w.revenue))::bigint as "revenueMinor", round(sum(w.margin))::bigint as "marginMinor",
       round(sum(w.acquisition))::bigint as "acquisitionMinor", round(sum(w.retention))::bigint as "retentionMinor",
       round(sum(w.service))::bigint as "serviceMinor", round(sum(w.transaction))::bigint as "transactionMinor",
       round(sum(w.to_serve))::bigint as "toServeMinor", round(sum(w.profit))::bigint as "profitMinor",
       round(sum(w.expected))::bigint as "expectedMinor", round(sum(w.profit + coalesce(w.expected, 0)))::bigint as "lifetimeMinor",
       round(10000 * sum(w.paid) / nullif(sum(w.revenue), 0))::integer as "paidOnTimeBasisPoints",
       round(10 * sum(w.days_late) / nullif(sum(w.many), 0))::integer as "daysLateTenths",
       count(*) filter (where w.quadrant = 'GROW')::integer as "grow", count(*) filter (where w.quadrant = 'CARE')::integer as "care",
       count(*) filter (where w.quadrant = 'KEEP_SIMPLE')::integer as "keepSimple",
       count(*) filter (where w.quadrant = 'EXAMINE')::integer as "examine",
       (select round(m.profit)::bigint from middle m) as "middleProfitMinor", (select round(m.to_serve)::bigint from middle m) as "middleToServeMinor"
  from grouped w
  left join project j on $15 = 'PROJECT' and j.org_id = $1 and j.id::text = w.key
  left join tag t on $15 = 'TAG' and t.org_id = $1 and t.id::text = w.key
 group by w.key, j.name, t.name_zh, t.name_en
 order by sum(w.revenue) desc, w.key`

/** Profit of a client of each opening year, quarter by quarter, added up. */
export const COHORTS = `
with ${ASKED}, ${SCOPED}, ${COST_LINES},
moved as (
  select r.client_id, r.due_on as on_day, r.amount_minor * $8 / 10000 as minor
    from receivable r
   where r.org_id = $1 and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and r.due_on between $2 and $3
     and ($4::uuid[] is null or r.client_id = any($4))
  union all
  select client_id, occurred_on, -minor from cost_line),
years as (
  select extract(year from opened_on)::integer as cohort, count(*) as clients from scoped s
   where exists (select from moved m where m.client_id = s.id) group by 1),
quarters as (
  select extract(year from s.opened_on)::integer as cohort, date_trunc('quarter', m.on_day::timestamp)::date as quarter, sum(m.minor) as minor
    from moved m join scoped s on s.id = m.client_id group by 1, 2)
select y.cohort, y.clients::integer as clients, q.quarter::text as quarter,
       round(sum(q.minor) over (partition by y.cohort order by q.quarter) / y.clients)::bigint as "perClientMinor"
  from quarters q join years y on y.cohort = q.cohort
 order by y.cohort, q.quarter`

/** Of one client or several: with the classes of cost, punctuality, tenure, and growth against as long a time before. */
export const OF_CLIENTS = `
with ${BASE}, ${IN_PART}
select s.id, s.project_id as "projectId", s.building_id as "buildingId", s.key_account_manager_id as "keyAccountManagerId",
       f.first_on::text as "firstOn",
       round(coalesce(f.revenue, 0))::bigint as "revenueMinor", round(coalesce(f.margin, 0))::bigint as "marginMinor",
       coalesce(q.minor, 0)::bigint as "collectedMinor",
       round(coalesce(f.acquisition, 0))::bigint as "acquisitionMinor", round(coalesce(f.retention, 0))::bigint as "retentionMinor",
       round(coalesce(f.service, 0))::bigint as "serviceMinor", round(coalesce(f.transaction, 0))::bigint as "transactionMinor",
       round(coalesce(f.to_serve, 0))::bigint as "toServeMinor", round(coalesce(f.profit, 0))::bigint as "profitMinor",
       round(f.expected)::bigint as "expectedMinor", round(coalesce(f.profit, 0) + coalesce(f.expected, 0))::bigint as "lifetimeMinor",
       ($3::date - least(s.opened_on, f.first_on, o.first_on))::integer as "tenureDays",
       round(10000 * (coalesce(b.this, 0) - b.before) / b.before)::integer as "growthBasisPoints",
       round(10000 * (f.in_time + coalesce(i.paid, 0)) / nullif(f.revenue, 0))::integer as "paidOnTimeBasisPoints",
       round(10.0 * f.days_late / f.many)::integer as "daysLateTenths"
  from scoped s
  left join placed f on f.id = s.id
  left join in_part i on i.client_id = s.id
  left join lateral (
    select sum(a.amount_minor) as minor
      from payment p
      join payment_allocation a on a.org_id = p.org_id and a.payment_id = p.id and a.withdrawn_at is null
      join receivable r on r.org_id = a.org_id and r.id = a.receivable_id and r.kind <> 'DEPOSIT'
     where p.org_id = $1 and p.client_id = s.id and p.received_on between $2 and $3) q on true
  left join lateral (
    select min(y.from_on) as first_on from client_occupancy y
     where y.org_id = $1 and y.client_id = s.id and y.withdrawn_at is null) o on true
  left join lateral (
    select nullif(sum(r.amount_minor) filter (where r.due_on <= $3::date - w.days), 0) as before,
           sum(r.amount_minor) filter (where r.due_on > $3::date - w.days) as this
      from (select least(365, $3::date - $2::date + 1) as days) w, receivable r
     where r.org_id = $1 and r.client_id = s.id and r.state <> 'VOID' and r.kind <> 'DEPOSIT'
       and r.due_on > $3::date - 2 * w.days and r.due_on <= $3) b on true`

/** Of one client, quarter by quarter: how much fell due, and what of it came by its day. */
export const QUARTERS = `
select date_trunc('quarter', r.due_on::timestamp)::date::text as quarter, sum(r.amount_minor)::bigint as "dueMinor",
       round(10000 * coalesce(sum(i.paid), 0) / sum(r.amount_minor))::integer as "paidOnTimeBasisPoints"
  from receivable r
  left join lateral (
    select sum(a.amount_minor) as paid from payment_allocation a
      join payment p on p.org_id = a.org_id and p.id = a.payment_id and p.received_on <= r.due_on
     where a.org_id = r.org_id and a.receivable_id = r.id and a.withdrawn_at is null) i on true
 where r.org_id = $1 and r.client_id = $2 and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and r.due_on <= $3
 group by 1 order by 1`

/** Costs one by one, the newest first. `$15` class · `$16` to `$18` after which · `$19` how many. */
export const LINES = `
with ${ASKED}, ${SCOPED}, ${COST_LINES}
select l.source, l.cost_class as "costClass", l.occurred_on::text as "occurredOn", l.record_id as "recordId", l.purpose,
       l.labour_minutes as "labourMinutes", l.labour_role as "labourRole", ($5::jsonb ->> l.labour_role)::integer as "rateMinor",
       round(l.minor)::bigint as minor, s.id as "clientId", s.code, s.name, s.project_id as "projectId", s.building_id as "buildingId",
       s.key_account_manager_id as "keyAccountManagerId", m.number as "complaintNumber", e.number
  from cost_line l
  join scoped s on s.id = l.client_id
  left join complaint m on l.source = 'SETTLEMENT' and m.org_id = $1 and m.id = l.record_id
  left join cost_event e on l.source in ('RECORDED', 'SHARED') and e.org_id = $1 and e.id = l.record_id
 where ($15::text is null or l.cost_class = $15)
   and ($16::date is null or (l.occurred_on, l.record_id, l.client_id) < ($16, $17::uuid, $18::uuid))
 order by l.occurred_on desc, l.record_id desc, l.client_id desc limit $19`

/** By the grade of the newest directory and the year in which the archive was opened. */
export const GRADES = `
with ${BASE},
graded as (
  select f.*, n.final_grade as grade, extract(year from f.opened_on)::integer as cohort
    from figures f
    left join lateral (${newestPublished('$1::uuid', 'f.id')}) n on true)
select grade, cohort, count(*)::integer as clients, count(*) filter (where profit < 0)::integer as "atALoss",
       round(sum(revenue))::bigint as "revenueMinor", round(sum(to_serve))::bigint as "toServeMinor",
       round(sum(profit))::bigint as "profitMinor", round(sum(profit + coalesce(expected, 0)))::bigint as "lifetimeMinor"
  from graded group by grade, cohort order by grade collate "C" nulls last, cohort`
