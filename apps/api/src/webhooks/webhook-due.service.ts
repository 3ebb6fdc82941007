import type { EntityManager } from 'typeorm'

const WAKE = `
insert into webhook_due (org_id, id, due_at) values ($1, $2, $3)
on conflict (org_id, id) do update set due_at = least(webhook_due.due_at, excluded.due_at)`

/** Notes that an endpoint has something to be sent then; never puts off what is due before. */
export const wakeEndpoint = (
  manager: EntityManager,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  at: Date,
): Promise<unknown> => manager.query(WAKE, [orgId, id, at])

const WAKE_FOR_NEXT = `
insert into webhook_due (org_id, id, due_at)
select e.org_id, e.id, greatest(min(m.due_at), $3)
  from webhook_endpoint e join webhook_message m on m.org_id = e.org_id and m.endpoint_id = e.id
 where e.org_id = $1 and e.id = $2 and e.status = 'ACTIVE' and m.status = 'PENDING'
 group by e.org_id, e.id having min(m.due_at) is not null
on conflict (org_id, id) do update set due_at = least(webhook_due.due_at, excluded.due_at)`

/** The same for whatever of it still waits; nothing where it is paused. @param from not before then */
export const wakeForNext = (
  manager: EntityManager,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  from: Date,
): Promise<unknown> => manager.query(WAKE_FOR_NEXT, [orgId, id, from])
