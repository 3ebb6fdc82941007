/**
 * Every metric as a part of one statement over a batch of clients, exactly as the domain's `METRIC_RULES` define it. What is missing is
 * null: only what the system itself is the register of (cases, receptions, payments, referrals) can be nought because there was none.
 *
 * `$1` to `$14` as in `money/value/figures.ts`, over YEAR: `$3` is the day, `$2` 364 days before it · `$15` the keys that can be entered.
 */
import { METRICS, type Metric, type ValueMetric } from '@steward/domain'
import { OF_CLIENTS } from '../../money/value/figures.ts'

/** Figures of value come from where its pages take them. */
const OF_VALUE = {
  GROWTH: 'growthBasisPoints',
  PUNCTUALITY: 'paidOnTimeBasisPoints',
} as const satisfies Partial<Record<ValueMetric, string>>

/** Tables in the middle of the statement, each with a row for those of the clients of whom there is something. */
const PARTS = {
  value: `(${OF_CLIENTS})`,
  /** Who was ever charged, up to the day, and what fell due in the year. */
  charged: `(
    select r.client_id as id, min(r.due_on) as first_on,
           coalesce(sum(r.amount_minor) filter (where r.due_on >= $2), 0)::bigint as minor,
           (count(distinct r.kind) filter (where r.due_on >= $2))::integer as kinds
      from receivable r
     where r.org_id = $1 and r.client_id = any($4) and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and r.due_on <= $3
     group by r.client_id)`,
  stays: `(
    select y.client_id as id, min(y.from_on) as first_on
      from client_occupancy y
     where y.org_id = $1 and y.client_id = any($4) and y.withdrawn_at is null
     group by y.client_id)`,
  visited: `(
    select m.client_id as id,
           round(10000.0 * count(*) filter (where m.follow_up_satisfied) / count(*))::integer as score
      from complaint m
     where m.org_id = $1 and m.client_id = any($4) and m.follow_up_satisfied is not null and m.status <> 'MERGED'
       and m.followed_up_at >= $2::date::timestamp at time zone $6
       and m.followed_up_at < ($3::date + 1)::timestamp at time zone $6
     group by m.client_id)`,
  complained: `(
    select m.client_id as id, sum(case m.severity when 1 then 8 when 2 then 4 when 3 then 2 else 1 end)::integer as weighed
      from complaint m
     where m.org_id = $1 and m.client_id = any($4) and m.kind = 'COMPLAINT' and m.status not in ('UNFOUNDED', 'MERGED')
       and m.registered_at >= $2::date::timestamp at time zone $6
       and m.registered_at < ($3::date + 1)::timestamp at time zone $6
     group by m.client_id)`,
  referred: `(
    select f.referrer_client_id as id, count(*)::integer as many
      from client f
     where f.org_id = $1 and f.referrer_client_id = any($4) and f.merged_into_id is null
       and f.created_at < ($3::date + 1)::timestamp at time zone $6
     group by f.referrer_client_id)`,
  met: `(
    select t.id, max(t.on_day) as last_on, (count(*) filter (where t.on_day >= $2))::integer as many
      from (select p.client_id as id, p.received_on as on_day from payment p
             where p.org_id = $1 and p.client_id = any($4) and p.reversed_at is null and p.received_on <= $3
            union all
            select n.client_id, (n.at at time zone $6)::date from reception n
             where n.org_id = $1 and n.client_id = any($4) and n.at < ($3::date + 1)::timestamp at time zone $6) t
     group by t.id)`,
  cost: `(
    select t.id, true as known
      from (select e.client_id as id from cost_event e
             where e.org_id = $1 and e.client_id = any($4) and e.voided_at is null and e.occurred_on between $2 and $3
            union all
            select s.client_id from cost_share s join cost_event e on e.org_id = s.org_id and e.id = s.cost_event_id
             where s.org_id = $1 and s.client_id = any($4) and e.voided_at is null and e.occurred_on between $2 and $3) t
     group by t.id)`,
  /** The newest of the year that stands, of each key. */
  entered: `(
    select l.id, jsonb_object_agg(l.metric_key, l.score) as scores
      from (select distinct on (e.client_id, e.metric_key) e.client_id as id, e.metric_key, e.score
              from metric_entry e
             where e.org_id = $1 and e.client_id = any($4) and e.metric_key = any($15) and e.voided_at is null
               and e.entered_on between $2 and $3
             order by e.client_id, e.metric_key, e.entered_on desc, e.recorded_at desc, e.id desc) l
     group by l.id)`,
} as const
type Part = keyof typeof PARTS

interface Measure {
  readonly from: readonly Part[]
  readonly sql: string
}

/** What became a client later has no tenure yet. */
const TENURE = `$3::date - least((c.created_at at time zone $6)::date, charged.first_on, stays.first_on)`

const MEASURES: Readonly<Record<Exclude<Metric, 'POTENTIAL' | 'ENTERED'>, Measure>> = {
  REVENUE: { from: ['charged'], sql: 'charged.minor' },
  GROWTH: { from: ['value'], sql: `value."${OF_VALUE.GROWTH}"` },
  TENURE: { from: ['charged', 'stays'], sql: `case when ${TENURE} >= 0 then ${TENURE} end` },
  PUNCTUALITY: { from: ['value'], sql: `value."${OF_VALUE.PUNCTUALITY}"` },
  BREADTH: { from: ['charged'], sql: 'charged.kinds' },
  SATISFACTION: { from: ['visited'], sql: 'visited.score' },
  COMPLAINTS: { from: ['complained'], sql: 'coalesce(complained.weighed, 0)' },
  REFERRALS: { from: ['referred'], sql: 'coalesce(referred.many, 0)' },
  COST_TO_SERVE: {
    from: ['value', 'cost'],
    sql: `case when cost.known or value."toServeMinor" > 0 then value."toServeMinor" end`,
  },
  RECENCY: { from: ['met'], sql: '$3::date - met.last_on' },
  FREQUENCY: { from: ['met'], sql: 'coalesce(met.many, 0)' },
}

/** `$15` belongs to every statement, whether it asks for it or not. */
const ASKED = `(select $1::uuid, $2::date, $3::date, $4::uuid[], $5::jsonb, $6::text, $7::text[], $8::numeric, $9::numeric, $10::numeric,
  $11::boolean, $12::uuid[], $13::uuid[], $14::uuid, $15::text[])`

const statements = new Map<string, string>()

/** One row for each of the clients that exist: `id`, the metrics by name, `entered` by key. */
export const statementFor = (asked: ReadonlySet<Metric>): string => {
  const metrics = METRICS.filter((metric) => asked.has(metric))
  const key = metrics.join()
  const known = statements.get(key)
  if (known) return known
  const measured = metrics.filter((metric): metric is keyof typeof MEASURES => metric in MEASURES)
  const isEntered = metrics.some((metric) => metric === 'POTENTIAL' || metric === 'ENTERED')
  const parts = new Set<Part>(measured.flatMap((metric) => MEASURES[metric].from))
  if (isEntered) parts.add('entered')
  const columns = [
    'c.id',
    ...measured.map((metric) => `${MEASURES[metric].sql} as "${metric}"`),
    ...(isEntered ? ['entered.scores as entered'] : []),
  ]
  const sql = `with asked as ${ASKED}
select ${columns.join(', ')}
  from client c
${[...parts].map((part) => `  left join ${PARTS[part]} ${part} on ${part}.id = c.id`).join('\n')}
 where c.org_id = $1 and c.id = any($4)`
  statements.set(key, sql)
  return sql
}
