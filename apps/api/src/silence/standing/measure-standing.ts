/** The statements of a night: the standing of a batch of clients, and what all rows come to. */
import { NEVER_PAID } from './standing.entity.ts'

export const NEXT = `
select id from client where org_id = $1 and ($2::uuid is null or id > $2) order by id limit $3`

/** The SQL twin of the domain's `stepOf()`, of clients in use. `$1` organization · `$2` clients · `$3` since when grumbles and complaints count · `$4` today */
export const MEASURE = `
insert into client_standing as k (org_id, id, measured_on, step, complained, grumbled, last_paid_on, times, minor)
select c.org_id, c.id, $4::date,
       case when n.outcome = 'LEAVING' then 'LOST'
            when n.status <> 'CLOSED' or n.outcome = 'CAPTIVE' then 'SILENCE'
            when s.complained then 'COMPLAINT'
            when s.grumbled then 'GRUMBLE' end,
       s.complained, s.grumbled, coalesce(p.last_on, date '${NEVER_PAID}'), coalesce(p.times, 0), coalesce(p.minor, 0)
  from client c
 cross join lateral (
   select exists (select from complaint m where m.org_id = c.org_id and m.client_id = c.id and m.kind = 'COMPLAINT'
                     and m.registered_at >= $3::timestamptz and m.merged_into_id is null) as complained,
          exists (select from complaint m where m.org_id = c.org_id and m.client_id = c.id and m.kind = 'SUGGESTION'
                     and m.registered_at >= $3::timestamptz and m.merged_into_id is null)
          or exists (select from reception r where r.org_id = c.org_id and r.client_id = c.id and r.purpose = 'COMPLAINT'
                     and r.at >= $3::timestamptz) as grumbled) s
  left join lateral (
   select a.status, a.outcome from silence_alert a where a.org_id = c.org_id and a.client_id = c.id
    order by a.raised_on desc, a.id desc limit 1) n on true
  left join lateral (
   select max(y.received_on) as last_on,
          count(distinct y.received_on) filter (where y.received_on > $4::date - 365)::integer as times,
          sum(y.amount_minor) filter (where y.received_on > $4::date - 365) as minor
     from payment y
    where y.org_id = c.org_id and y.client_id = c.id and y.reversed_at is null and y.received_on <= $4::date) p on true
 where c.org_id = $1 and c.id = any($2::uuid[])
   and c.archived_at is null and c.merged_into_id is null and c.erased_at is null
on conflict (org_id, id) do update set measured_on = excluded.measured_on, step = excluded.step, complained = excluded.complained,
  grumbled = excluded.grumbled, last_paid_on = excluded.last_paid_on, times = excluded.times, minor = excluded.minor`

/** `$1` organization · `$2` the day that is reckoned: rows of another day are of whoever is in use no more */
const OF_DAY = 'k.org_id = $1 and k.measured_on = $2::date'

export const STEPS = `
select k.step, count(*)::integer as clients, (count(*) filter (where k.complained))::integer as complained,
       (count(*) filter (where not k.complained and not k.grumbled))::integer as "saidNothing"
  from client_standing k where ${OF_DAY} group by k.step`

/** The smallest value that is better than what a fifth, two, three, four of all have: `w ≥ n k / 5` of the domain's `quintiles()`, where w are strictly worse. */
const from = (value: string): string => `
  (select coalesce(jsonb_agg(r.next order by t.k), '[]') from (
     select row_number() over (order by ${value}) as nth, ${value} + 1 as next from paid) r
     join cut t on t.nth = r.nth)`

export const FROM = `
with paid as (select * from client_standing k where ${OF_DAY} and k.last_paid_on > date '${NEVER_PAID}'),
cut as (select k, (k * (select count(*) from paid) + 4) / 5 as nth from generate_series(1, 4) as g(k))
select ${from('last_paid_on')} as recency, ${from('times')} as frequency, ${from('minor')} as monetary`

/** `$3` to `$5` from which values on a score is one more */
const SCORED = `
scored as (
  select k.last_paid_on, k.times, 1 + width_bucket(k.last_paid_on, $3::date[]) as recency,
         1 + width_bucket(k.times, $4::integer[]) as frequency, 1 + width_bucket(k.minor, $5::bigint[]) as monetary
    from client_standing k where ${OF_DAY} and k.last_paid_on > date '${NEVER_PAID}')`

export const CELLS = `
with ${SCORED}
select recency, frequency, count(*)::integer as clients, round(10 * avg(monetary))::integer as "monetaryTenths"
  from scored group by recency, frequency order by recency desc, frequency`

export const BOUNDS = `
with ${SCORED},
last as (select recency, min(last_paid_on)::text as "from", max(last_paid_on)::text as "to" from scored group by recency),
often as (select frequency, min(times) as "from", max(times) as "to" from scored group by frequency)
select s.score, l."from" as "lastFrom", l."to" as "lastTo", o."from" as "timesFrom", o."to" as "timesTo"
  from generate_series(1, 5) as s(score)
  left join last l on l.recency = s.score left join often o on o.frequency = s.score
 order by s.score`
