/** Tasks over time, as a chart shows them from afar: how many in each row and week, in one statement over what the reader may read. */
import { grantsOf, parseInput, PLAN_GANTT_INPUT } from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { PlanGanttRow, PlanGanttWeek } from './plan-task.type.ts'

/** Rows that are shown; whoever wants the others looks at one plan, or at one person. */
const MOST_ROWS = 200

/**
 * `$1` organization, `$2` plan (null: all), `$3` and `$4` the days from and to, `$5` whose (null: everybody's), `$6` by what: MEASURE, PLAN or
 * PERSON; `$7` today; `$8` to `$11` what the reader may read, `$12` and `$13` who they are and their projects.
 */
const ROWS = `
with counted as (
  select case $6 when 'PERSON' then coalesce(t.assignee_id::text, '') when 'PLAN' then t.plan_id::text else t.measure_key end as key,
         (t.scheduled_on - ((extract(isodow from t.scheduled_on))::integer - 1)) as monday,
         min(t.means) as means, min(t.scheduled_on) as first, max(t.due_on) as last, count(*)::integer as tasks,
         count(*) filter (where t.status in ('SCHEDULED', 'IN_PROGRESS'))::integer as open,
         count(*) filter (where t.status in ('SCHEDULED', 'IN_PROGRESS') and t.due_on < $7)::integer as late
    from plan_task t
    left join client c on c.org_id = t.org_id and c.id = t.client_id
   where t.org_id = $1 and ($2::uuid is null or t.plan_id = $2) and t.status <> 'CANCELLED'
     and t.scheduled_on between $3::date and $4::date and ($5::uuid is null or t.assignee_id = $5)
     and ($8::boolean or ($9::boolean and t.assignee_id = $12) or ($10::boolean and c.key_account_manager_id = $12)
          or ($11::boolean and t.project_id = any($13::uuid[])))
   group by 1, 2),
keyed as (
  select key, min(first) as first, sum(open)::integer as open, sum(late)::integer as late from counted
   group by key order by min(first), key limit ${MOST_ROWS})
select k.key, case $6 when 'PERSON' then s.name when 'PLAN' then p.number end as name, c.monday::text as monday,
       c.means, c.first::text as first, c.last::text as last, c.tasks, c.open, c.late
  from keyed k join counted c on c.key = k.key
  left join staff s on $6 = 'PERSON' and s.org_id = $1 and s.id::text = k.key
  left join maintenance_plan p on $6 = 'PLAN' and p.org_id = $1 and p.id::text = k.key
 order by k.first, k.key, c.monday`

interface Row {
  readonly key: string
  readonly name: string | null
  readonly monday: string
  readonly means: string
  readonly first: string
  readonly last: string
  readonly tasks: number
  readonly open: number
  readonly late: number
}

const PUBLISHED = {
  MEASURE: (key: string) => key,
  PLAN: (key: string) => toGlobalId('MaintenancePlan', key),
  PERSON: (key: string) => (key === '' ? null : toGlobalId('Staff', key)),
} as const

export const planGantt = async (context: RequestContext, asked: object): Promise<PlanGanttRow[]> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const parsed = parseInput(PLAN_GANTT_INPUT, asked)
  if (!parsed.ok)
    throw new GraphQLError('from and to are days, at most two years apart; measures are those of one plan', {
      extensions: { code: 'BAD_REQUEST' },
    })
  const { plan, assignee, from, to, by } = parsed.value
  const planId = plan === null ? null : fromGlobalId('MaintenancePlan', plan)
  const assigneeId = assignee === null ? null : fromGlobalId('Staff', assignee)
  if (planId === undefined || assigneeId === undefined) return []
  const { actor } = signedIn
  const { organizationId: orgId, staffId, projectIds } = actor
  const scopes = grantsOf(actor, 'planTask:read')
  return withTenant(context.dataSource, orgId, async (manager) => {
    const rows = await manager.query<Row[]>(ROWS, [
      orgId,
      planId,
      from,
      to,
      assigneeId,
      by,
      await dayOf(manager, orgId, context.now),
      scopes.includes('any'),
      scopes.includes('assigned'),
      scopes.includes('accounts'),
      scopes.includes('territory'),
      staffId,
      projectIds,
    ])
    const found = new Map<string, PlanGanttRow>()
    for (const { key, name, means, monday, first, last, ...counts } of rows) {
      const row =
        found.get(key) ??
        Object.assign(new PlanGanttRow(), { key: PUBLISHED[by](key), name, means, weeks: [] })
      found.set(key, row)
      row.weeks.push(
        Object.assign(new PlanGanttWeek(), {
          from: monday.slice(0, 10),
          firstOn: first.slice(0, 10),
          lastOn: last.slice(0, 10),
          ...counts,
        }),
      )
    }
    return [...found.values()]
  })
}
