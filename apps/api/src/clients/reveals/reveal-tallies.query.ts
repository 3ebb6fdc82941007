/** How much was shown to each person in a span of time: one row a person, most clients first. */
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { RevealTally } from './reveal.type.ts'

const TALLIES = `
select s.id as "staffId", s.name as "staffName",
       (count(*) filter (where r.kind = 'PHONE'))::integer as phones,
       (count(*) filter (where r.kind = 'PROFILE'))::integer as profiles,
       (count(*) filter (where r.kind = 'STATUS'))::integer as statuses,
       (count(*) filter (where r.kind in ('ATTACHMENT', 'FIELD')))::integer as attachments,
       count(distinct coalesce(r.client_id, r.complaint_id, r.lead_id))::integer as clients,
       (count(*) filter (where r.is_beyond))::integer as "daysBeyond"
  from client_reveal r join staff s on s.org_id = r.org_id and s.id = r.staff_id
 where r.org_id = $1 and r.at >= $2 and r.at < $3
 group by s.id, s.name
 order by clients desc, s.name, s.id
 limit 100`

export const revealTallies = async (
  { signedIn, dataSource, locale }: RequestContext,
  { from, before }: { readonly from: Date | string; readonly before: Date | string },
): Promise<RevealTally[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { organizationId } = signedIn.actor
  const rows = await withTenant(dataSource, organizationId, (manager) =>
    manager.query<RevealTally[]>(TALLIES, [organizationId, from, before]),
  )
  return rows.map((row) =>
    Object.assign(new RevealTally(), row, { staffId: toGlobalId('Staff', row.staffId) }),
  )
}
