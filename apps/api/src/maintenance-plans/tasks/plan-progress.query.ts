/** How far a plan is carried out, by month and by person: one statement over the tasks that the reader may read. */
import { grantsOf } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { PlanProgress, PlanProgressPart } from './plan-task.type.ts'

/** `$4`: everything; else by which scopes: theirs, their accounts', their territory's. */
const PROGRESS = `
select to_char(t.scheduled_on, 'YYYY-MM') as month, t.assignee_id as "assigneeId", s.name,
       count(*) filter (where t.status = 'SCHEDULED')::integer as scheduled,
       count(*) filter (where t.status = 'IN_PROGRESS')::integer as "inProgress",
       count(*) filter (where t.status = 'DONE')::integer as done,
       count(*) filter (where t.status = 'ACCEPTED')::integer as accepted,
       count(*) filter (where t.status in ('SCHEDULED', 'IN_PROGRESS') and t.due_on < $3)::integer as late
  from plan_task t
  left join staff s on s.org_id = t.org_id and s.id = t.assignee_id
  left join client c on c.org_id = t.org_id and c.id = t.client_id
 where t.org_id = $1 and t.plan_id = $2 and t.status <> 'CANCELLED'
   and ($4::boolean or ($5::boolean and t.assignee_id = $8) or ($6::boolean and c.key_account_manager_id = $8)
        or ($7::boolean and t.project_id = any($9::uuid[])))
 group by 1, 2, 3`

type Counts = Pick<PlanProgressPart, 'scheduled' | 'inProgress' | 'done' | 'accepted' | 'late'>
interface Row extends Counts {
  readonly month: string
  readonly assigneeId: string | null
  readonly name: string | null
}

const NOTHING: Counts = { scheduled: 0, inProgress: 0, done: 0, accepted: 0, late: 0 }
const added = (rows: readonly Counts[]): Counts =>
  rows.reduce(
    (sum, row) => ({
      scheduled: sum.scheduled + row.scheduled,
      inProgress: sum.inProgress + row.inProgress,
      done: sum.done + row.done,
      accepted: sum.accepted + row.accepted,
      late: sum.late + row.late,
    }),
    NOTHING,
  )
const openOf = ({ scheduled, inProgress }: Counts): number => scheduled + inProgress

const parts = (
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
  published: (key: string | null) => string | null,
): PlanProgressPart[] =>
  [...new Set(rows.map(keyOf))].map((key) => {
    const theirs = rows.filter((row) => keyOf(row) === key)
    return Object.assign(new PlanProgressPart(), {
      ...added(theirs),
      key: published(key),
      name: theirs[0]?.name ?? null,
    })
  })

export const planProgress = async (context: RequestContext, publishedId: string): Promise<PlanProgress> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId, staffId, projectIds } = actor
  const planId = fromGlobalId('MaintenancePlan', publishedId)
  if (!planId) throw accessError('NOT_FOUND', locale)
  const scopes = grantsOf(actor, 'planTask:read')
  return withTenant(context.dataSource, orgId, async (manager) => {
    const today = await dayOf(manager, orgId, context.now)
    const rows = await manager.query<Row[]>(PROGRESS, [
      orgId,
      planId,
      today,
      scopes.includes('any'),
      scopes.includes('assigned'),
      scopes.includes('accounts'),
      scopes.includes('territory'),
      staffId,
      projectIds,
    ])
    const all = added(rows)
    return Object.assign(new PlanProgress(), {
      total: openOf(all) + all.done + all.accepted,
      open: openOf(all),
      late: all.late,
      unassigned: openOf(added(rows.filter(({ assigneeId }) => assigneeId === null))),
      months: parts(
        rows,
        ({ month }) => month,
        (key) => key,
      )
        .map((part) => Object.assign(part, { name: null }))
        .toSorted((one, other) => (one.key! < other.key! ? -1 : 1)),
      people: parts(
        rows,
        ({ assigneeId }) => assigneeId,
        (key) => (key === null ? null : toGlobalId('Staff', key)),
      ).toSorted((one, other) => openOf(other) - openOf(one)),
    })
  })
}
