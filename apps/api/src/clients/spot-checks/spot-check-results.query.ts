/** What spot checks found, by who answered for the client when it was drawn. */
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { SpotCheckTally } from './spot-check.type.ts'

interface Counted {
  readonly id: string | null
  readonly name: string | null
  readonly checked: number
  readonly wrong: number
}

const COUNTED = `
select e.owner_id as id, s.name, count(*)::integer as checked, (count(*) filter (where e.result = 'WRONG'))::integer as wrong
  from spot_check_entry e left join staff s on s.org_id = e.org_id and s.id = e.owner_id
 where e.org_id = $1 and e.result is not null and ($2::timestamptz is null or e.checked_at >= $2)
 group by e.owner_id, s.name
 order by wrong desc, checked desc, s.name nulls last, e.owner_id`

export const spotCheckResults = async (
  { signedIn, dataSource, locale }: RequestContext,
  from: Date | undefined,
): Promise<SpotCheckTally[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const orgId = signedIn.actor.organizationId
  const rows = await withTenant(dataSource, orgId, (manager) =>
    manager.query<Counted[]>(COUNTED, [orgId, from ?? null]),
  )
  return rows.map(({ id, ...row }) =>
    Object.assign(new SpotCheckTally(), { ...row, staffId: id && toGlobalId('Staff', id) }),
  )
}
