/**
 * What counts as a sign of a client: a payment received, a reception in which they came to us, a case of any kind. What we do by ourselves (calls, notices, charges) is none.
 * Paying by contract is a sign too, so whoever merely pays every month is silent only once they stop.
 *
 * `$1` organization · `$2` clients · `$3` time zone
 */
import type { ComplaintInVain } from '@steward/domain'
import type { EntityManager } from 'typeorm'

const DAY = (at: string): string => `((${at} at time zone $3)::date)`

/** Complaints that came to nothing: not resolved yet, ended without a remedy, or not content with it. */
export const IN_VAIN = `m.kind = 'COMPLAINT' and m.status <> 'MERGED'
  and (m.status not in ('RESOLVED', 'FOLLOWED_UP', 'CLOSED') or m.follow_up_satisfied is false)`

export const SIGNS = `
  select p.client_id, p.received_on as on_day, 'PAYMENT' as kind, p.id as record_id, false as in_vain
    from payment p where p.org_id = $1 and p.client_id = any($2::uuid[]) and p.reversed_at is null
  union all
  select r.client_id, ${DAY('r.at')}, 'RECEPTION', r.id, false
    from reception r where r.org_id = $1 and r.client_id = any($2::uuid[]) and r.direction = 'IN'
  union all
  select m.client_id, ${DAY('m.registered_at')}, 'CASE', m.id, ${IN_VAIN}
    from complaint m where m.org_id = $1 and m.client_id = any($2::uuid[]) and m.merged_into_id is null`

const HISTORIES = `
with sign as (${SIGNS}),
contact as (
  select client_id, on_day from sign where kind <> 'PAYMENT'
  union all
  select r.client_id, ${DAY('r.at')} from reception r
   where r.org_id = $1 and r.client_id = any($2::uuid[]) and r.direction = 'OUT')
select c.id,
       coalesce((select array_agg(distinct s.on_day - date '1970-01-01' order by s.on_day - date '1970-01-01')
                   from sign s where s.client_id = c.id), '{}') as days,
       coalesce((select json_agg(json_build_object('id', s.record_id, 'on', s.on_day - date '1970-01-01')
                                 order by s.on_day, s.record_id)
                   from sign s where s.client_id = c.id and s.in_vain), '[]') as "inVain",
       (select max(k.on_day) - date '1970-01-01' from contact k where k.client_id = c.id) as "lastContact"
  from unnest($2::uuid[]) with ordinality as c(id, at)
 order by c.at`

/** What is known of one client; days since 1970. */
export interface ClientHistory {
  readonly id: string
  /** Days of signs, each once, in order. */
  readonly days: readonly number[]
  readonly inVain: readonly ComplaintInVain[]
  readonly lastContact: number | null
}

export interface SampledHistory extends ClientHistory {
  readonly isInUse: boolean
}

/** Of these clients, in their order. */
export const historiesOf = (
  manager: EntityManager,
  { orgId, timeZone }: { readonly orgId: string; readonly timeZone: string },
  clientIds: readonly string[],
): Promise<readonly ClientHistory[]> =>
  manager.query<ClientHistory[]>(HISTORIES, [orgId, clientIds, timeZone])

/** The smallest digests: the same clients each day, and nobody picks them. Merged and erased ones are nobody; those out of use have left, and teach the most. */
const SAMPLE = `
select id, archived_at is null as "isInUse" from client
 where org_id = $1 and merged_into_id is null and erased_at is null and relation <> 'PROSPECT'
 order by md5(id::text)::uuid limit $2`

/** Models are fitted to so many clients, and thresholds are tried with them. */
export const MOST_SAMPLED = 5_000

export const sampledHistories = async (
  manager: EntityManager,
  place: { readonly orgId: string; readonly timeZone: string },
): Promise<readonly SampledHistory[]> => {
  const rows = await manager.query<{ id: string; isInUse: boolean }[]>(SAMPLE, [place.orgId, MOST_SAMPLED])
  const histories = await historiesOf(
    manager,
    place,
    rows.map(({ id }) => id),
  )
  return histories
    .map((history, at) => ({ ...history, isInUse: rows[at]!.isInUse }))
    .filter(({ days }) => days.length > 0)
}
