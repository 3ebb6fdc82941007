/** On which of the four steps a client is: the SQL twin of the domain's `stepOf()`. `$1` organization · `$2` since when grumbles and complaints count (instant). */

const SAID = `said as (
  select client_id, bool_or(complained) as complained, bool_or(grumbled) as grumbled from (
    select m.client_id, m.kind = 'COMPLAINT' as complained, m.kind = 'SUGGESTION' as grumbled
      from complaint m
     where m.org_id = $1 and m.client_id is not null and m.registered_at >= $2::timestamptz and m.merged_into_id is null
    union all
    select r.client_id, false, true from reception r
     where r.org_id = $1 and r.purpose = 'COMPLAINT' and r.at >= $2::timestamptz) s
   where complained or grumbled
   group by client_id)`

const NEWEST = `newest as (
  select distinct on (a.client_id) a.client_id, a.status, a.outcome from silence_alert a
   where a.org_id = $1 order by a.client_id, a.raised_on desc, a.id desc)`

/** Clients in use, each with their step (or null) and what they said. */
export const STEPPED = `${SAID}, ${NEWEST},
stepped as (
  select c.id, coalesce(s.complained, false) as complained, coalesce(s.grumbled, false) as grumbled,
         case when n.outcome = 'LEAVING' then 'LOST'
              when n.status <> 'CLOSED' or n.outcome = 'CAPTIVE' then 'SILENCE'
              when s.complained then 'COMPLAINT'
              when s.grumbled then 'GRUMBLE' end as step
    from client c
    left join said s on s.client_id = c.id
    left join newest n on n.client_id = c.id
   where c.org_id = $1 and c.archived_at is null and c.merged_into_id is null and c.erased_at is null)`

/** Who has ever paid, with scores among each other: `1 + ⌊5 w / n⌋`, w of n being strictly worse. `$3` today. */
export const SCORED = `paid as (
  select p.client_id, max(p.received_on) as last_on,
         count(distinct p.received_on) filter (where p.received_on > $3::date - 365) as times,
         coalesce(sum(p.amount_minor) filter (where p.received_on > $3::date - 365), 0) as minor
    from payment p
    join client c on c.org_id = p.org_id and c.id = p.client_id
     and c.archived_at is null and c.merged_into_id is null and c.erased_at is null
   where p.org_id = $1 and p.reversed_at is null and p.received_on <= $3::date
   group by p.client_id),
scored as (
  select p.*, (1 + 5 * (rank() over (order by p.last_on) - 1) / count(*) over ())::integer as recency,
         (1 + 5 * (rank() over (order by p.times) - 1) / count(*) over ())::integer as frequency,
         (1 + 5 * (rank() over (order by p.minor) - 1) / count(*) over ())::integer as monetary
    from paid p)`
