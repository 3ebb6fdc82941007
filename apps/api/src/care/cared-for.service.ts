/** What occasions are reckoned from: of many clients in one statement. Of a birthday only month and day leave the table. */
import type { CaredFor } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { newestPublished } from '../grading/cycles/population.ts'

/** Only clients who agree to be cared for, and somebody of whom may be turned to: where all who are named asked to be left alone, none is due. */
const CARED_FOR = `
select c.id, n.final_grade as grade,
       (select p.id from client_contact p where p.org_id = c.org_id and p.client_id = c.id and p.removed_at is null and not p.do_not_contact
         order by p.is_primary desc, p.created_at, p.id limit 1) as "contactId",
       coalesce((select jsonb_agg(jsonb_build_object('contactId', p.id, 'monthDay', to_char(p.birthday, 'MM-DD')) order by p.id)
         from client_contact p where p.org_id = c.org_id and p.client_id = c.id and p.removed_at is null and not p.do_not_contact
          and p.birthday is not null), '[]') as birthdays,
       coalesce((select jsonb_agg(jsonb_build_object('stayId', o.id, 'since', to_char(coalesce(o.moved_in_on, o.from_on), 'YYYY-MM-DD')) order by o.id)
         from client_occupancy o where o.org_id = c.org_id and o.client_id = c.id and o.to_on is null and o.withdrawn_at is null
          and (o.moved_in_on is not null or o.relation = 'OWNER')), '[]') as stays,
       to_char(greatest(c.created_at,
         (select max(r.at) from reception r where r.org_id = c.org_id and r.client_id = c.id),
         (select max(k.registered_at) from complaint k where k.org_id = c.org_id and k.client_id = c.id))
         at time zone $3, 'YYYY-MM-DD') as "lastContactOn"
  from client c
  left join lateral (${newestPublished('c.org_id', 'c.id')}) n on true
 where c.org_id = $1 and c.id = any($2) and c.archived_at is null and c.merged_into_id is null and c.erased_at is null
   and (select w.decision from client_consent w where w.org_id = c.org_id and w.client_id = c.id and w.purpose = 'CARE'
         order by w.at desc, w.id desc limit 1) = 'GIVEN'
   and coalesce((select not bool_and(p.do_not_contact) from client_contact p
         where p.org_id = c.org_id and p.client_id = c.id and p.removed_at is null), true)`

export const caredFor = (
  manager: EntityManager,
  { orgId, timeZone }: { readonly orgId: string; readonly timeZone: string },
  clientIds: readonly string[],
): Promise<readonly (CaredFor & { readonly id: string })[]> =>
  manager.query(CARED_FOR, [orgId, clientIds, timeZone])
