/** How much open work each person has, week by week, against the time that they work: one statement. */
import {
  calendarDay,
  can,
  dayNumber,
  dayText,
  parseInput,
  PLAN_WORKLOAD_INPUT,
  type WorkingCalendar,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { calendarFor } from '../../working-time/calendar-store.service.ts'
import { PlanWorkload, PlanWorkloadWeek } from './plan-task.type.ts'

/**
 * `$1` organization, `$2` first Monday, `$3` the Monday behind the last week, `$4` roles that carry out, `$5` only these projects' people
 * (null: all). What is late counts in the first week.
 */
const LOAD = `
select s.id, s.name, w.monday::text as monday, coalesce(sum(t.estimated_minutes), 0)::integer as minutes, count(t.id)::integer as tasks,
       count(t.id) filter (where t.due_on < $2::date)::integer as late
  from staff s
 cross join (select g::date as monday from generate_series($2::date, $3::date - 7, interval '7 days') g) w
  left join plan_task t on t.org_id = s.org_id and t.assignee_id = s.id and t.status in ('SCHEDULED', 'IN_PROGRESS')
   and t.scheduled_on < w.monday + 7 and (t.scheduled_on >= w.monday or w.monday = $2::date)
 where s.org_id = $1 and s.disabled_at is null
   and exists (select from staff_role r where r.org_id = s.org_id and r.staff_id = s.id and r.role = any($4))
   and ($5::uuid[] is null or s.id = $6
        or exists (select from staff_territory y where y.org_id = s.org_id and y.staff_id = s.id and y.project_id = any($5)))
 group by s.id, s.name, w.monday order by s.name, s.id, w.monday`

interface Loaded {
  readonly id: string
  readonly name: string
  readonly monday: string
  readonly minutes: number
  readonly tasks: number
  readonly late: number
}

const minutesOfDay = (calendar: WorkingCalendar, on: string): number =>
  calendarDay(calendar, on).slots.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0)

const ROLES = [
  'CR_SPECIALIST',
  'CR_SUPERVISOR',
  'SERVICE_AGENT',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'TECHNICIAN',
]

export const planWorkload = async (context: RequestContext, asked: object): Promise<PlanWorkload[]> => {
  const { signedIn, locale } = context
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const parsed = parseInput(PLAN_WORKLOAD_INPUT, asked)
  if (!parsed.ok)
    throw new GraphQLError('from is a day, weeks 1 to 12', { extensions: { code: 'BAD_REQUEST' } })
  const { actor } = signedIn
  const { organizationId: orgId, staffId } = actor
  const { from, weeks } = parsed.value
  const first = mondayOf(from)
  const behind = dayText(dayNumber(first)! + 7 * weeks)
  // Whoever leads everywhere sees everybody, whoever leads a project its people.
  const everywhere = can(actor, 'planTask:assign', {})
  const places = everywhere ? null : actor.projectIds
  return withTenant(context.dataSource, orgId, async (manager) => {
    const { calendar } = await calendarFor(manager, orgId)
    const rows = await manager.query<Loaded[]>(LOAD, [orgId, first, behind, ROLES, places, staffId])
    const people = new Map<string, PlanWorkload>()
    for (const { id, name, monday, minutes, tasks, late } of rows) {
      const person =
        people.get(id) ??
        Object.assign(new PlanWorkload(), { staffId: toGlobalId('Staff', id), name, late, weeks: [] })
      people.set(id, person)
      const from = monday.slice(0, 10)
      const days = Array.from({ length: 7 }, (_, at) => dayText(dayNumber(from)! + at))
      person.weeks.push(
        Object.assign(new PlanWorkloadWeek(), {
          from,
          estimatedMinutes: minutes,
          tasks,
          workingMinutes: days.reduce((sum, day) => sum + minutesOfDay(calendar, day), 0),
        }),
      )
      person.late = Math.max(person.late, late)
    }
    return [...people.values()]
  })
}

/** The first day of 1970 was a Thursday. */
const mondayOf = (on: string): string => dayText(dayNumber(on)! - ((dayNumber(on)! + 3) % 7))
