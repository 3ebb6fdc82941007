import type { WorkerServices } from './worker-services.ts'

/** How long a relayed row stays, for whoever looks into what was told and when. */
export const OUTBOX_KEPT_HOURS = 72

const AT_ONCE = 5_000

const PRUNE = `
delete from outbox where (org_id, id) in (
  select org_id, id from outbox
   where relayed_at < clock_timestamp() - make_interval(hours => $1) limit $2 for update skip locked)`

/** Removes what was relayed long ago; answers whether there may be more. */
export async function prune({ dataSource }: Pick<WorkerServices, 'dataSource'>): Promise<boolean> {
  const [, removed] = (await dataSource.query(PRUNE, [OUTBOX_KEPT_HOURS, AT_ONCE])) as [unknown, number]
  return removed >= AT_ONCE
}
