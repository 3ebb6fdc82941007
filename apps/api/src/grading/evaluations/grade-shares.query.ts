/** How the grades of a cycle are spread over communities, and how they moved: one statement over all its evaluations. */
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { GradeShare } from './evaluation.type.ts'

const SHARES = `
select s.*, p.name as project from (
  select project_id as "projectId", final_grade as grade, count(*)::integer as count,
    count(*) filter (where movement = 'UP')::integer as up, count(*) filter (where movement in ('DOWN', 'LOST'))::integer as down,
    count(*) filter (where movement = 'NEW')::integer as fresh,
    count(*) filter (where final_grade is distinct from proposed_grade)::integer as overridden
    from evaluation where org_id = $1 and cycle_id = $2 and left_out is null group by 1, 2) s
  left join project p on p.org_id = $1 and p.id = s."projectId"
 order by p.name collate "C" nulls last, s."projectId", s.grade collate "C" nulls last`

interface Row extends Omit<GradeShare, 'projectId'> {
  readonly projectId: string | null
}

export const gradeShares = (
  { signedIn, dataSource, locale }: RequestContext,
  cycleId: string,
): Promise<GradeShare[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const orgId = signedIn.actor.organizationId
  const id = fromGlobalId('GradingCycle', cycleId)
  if (!id) return Promise.resolve([])
  return withTenant(dataSource, orgId, async (manager) => {
    const rows = await manager.query<Row[]>(SHARES, [orgId, id])
    return rows.map(({ projectId, ...row }) =>
      Object.assign(new GradeShare(), {
        ...row,
        projectId: projectId === null ? null : toGlobalId('Project', projectId),
      }),
    )
  })
}
