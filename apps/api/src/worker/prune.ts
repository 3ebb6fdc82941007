import { WEBHOOK_LOG_DAYS } from '@steward/domain'
import type { WorkerServices } from './worker-services.ts'

/** How long a relayed row stays, for whoever looks into what was told and when. */
export const OUTBOX_KEPT_HOURS = 72

const AT_ONCE = 5_000

const OUTBOX = `
delete from outbox where (org_id, id) in (
  select org_id, id from outbox
   where relayed_at < clock_timestamp() - make_interval(hours => $1) limit $2 for update skip locked)`

/** The messages of each organization that have had their time; one look at the index for each. */
const OLD_MESSAGES = `
select m.org_id, m.id from organization o
 cross join lateral (
   select org_id, id from webhook_message
    where org_id = o.id and created_at < clock_timestamp() - make_interval(days => $1)) m`

const ATTEMPTS = `
delete from webhook_attempt where (org_id, id) in (
  select a.org_id, a.id from (${OLD_MESSAGES}) old
    join webhook_attempt a on a.org_id = old.org_id and a.message_id = old.id limit $2 for update of a skip locked)`

const MESSAGES = `
delete from webhook_message where (org_id, id) in (
  select old.org_id, old.id from (${OLD_MESSAGES}) old
   where not exists (select from webhook_attempt a where a.org_id = old.org_id and a.message_id = old.id) limit $2)`

/** Counters of failed sign-ins whose window is over, and browsers in which nobody signed in for as long as they are known. */
const COUNTERS = `
delete from sign_in_throttle where key in (
  select key from sign_in_throttle
   where expire < (extract(epoch from clock_timestamp()) * 1000)::bigint - $1 limit $2 for update skip locked)`

/** Removes what was relayed long ago, counters that are over, and the log of webhooks past its days; answers whether there may be more. */
export async function prune({ dataSource }: Pick<WorkerServices, 'dataSource'>): Promise<boolean> {
  let more = false
  for (const [statement, age] of [
    [OUTBOX, OUTBOX_KEPT_HOURS],
    [ATTEMPTS, WEBHOOK_LOG_DAYS],
    [MESSAGES, WEBHOOK_LOG_DAYS],
    [COUNTERS, 0],
  ] as const) {
    const [, removed] = (await dataSource.query(statement, [age, AT_ONCE])) as [unknown, number]
    more ||= removed >= AT_ONCE
  }
  return more
}
