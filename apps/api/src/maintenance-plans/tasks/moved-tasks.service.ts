/** What moving tasks goes against: everything that it depends on in one statement, the rest is the domain's. */
import {
  can,
  conflictsOfMove,
  OWN_REACH_WORKING_DAYS,
  planTaskFacts,
  type Actor,
  type MovableTask,
  type PlanTaskConflict,
  type PlanTaskStatus,
  type TaskDays,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { dayOf } from '../../money/day-of-organization.service.ts'
import { calendarFor } from '../../working-time/calendar-store.service.ts'

export interface TaskMove extends TaskDays {
  readonly taskId: string
}

/** `$1` organization, `$2` where which tasks are to go. What is moved together counts where it is going. */
const MOVES = `
with m as (select * from jsonb_to_recordset($2::jsonb) as m("taskId" uuid, "scheduledOn" date, "dueOn" date))
select t.id, t.scheduled_on::text as "scheduledOn", t.due_on::text as "dueOn", t.agreed_due_on::text as "agreedDueOn",
       t.estimated_minutes as "estimatedMinutes", t.status, t.assignee_id as "assigneeId", t.completed_by_id as "completedById",
       t.project_id as "projectId", p.starts_on::text as "planStartsOn", p.ends_on::text as "planEndsOn",
       c.key_account_manager_id as "keyAccountManagerId",
       (select coalesce(bm."scheduledOn", b.scheduled_on)::text from plan_task b left join m bm on bm."taskId" = b.id
         where b.org_id = t.org_id and b.id = t.depends_on_id and b.status in ('SCHEDULED', 'IN_PROGRESS')) as "beforeOn",
       (select min(coalesce(am."scheduledOn", a.scheduled_on))::text from plan_task a left join m am on am."taskId" = a.id
         where a.org_id = t.org_id and a.depends_on_id = t.id and a.status in ('SCHEDULED', 'IN_PROGRESS')) as "afterOn",
       (select coalesce(sum(o.estimated_minutes), 0)::integer from plan_task o
         where o.org_id = t.org_id and o.assignee_id = t.assignee_id and o.status in ('SCHEDULED', 'IN_PROGRESS')
           and o.scheduled_on = m."scheduledOn" and not exists (select from m om where om."taskId" = o.id))
       + (select coalesce(sum(o.estimated_minutes), 0)::integer from m om join plan_task o on o.org_id = t.org_id and o.id = om."taskId"
           where o.id <> t.id and o.assignee_id = t.assignee_id and om."scheduledOn" = m."scheduledOn") as "otherMinutes"
  from m
  join plan_task t on t.org_id = $1 and t.id = m."taskId"
  join maintenance_plan p on p.org_id = t.org_id and p.id = t.plan_id
  left join client c on c.org_id = t.org_id and c.id = t.client_id`

interface Row extends MovableTask {
  readonly id: string
  readonly status: PlanTaskStatus
  readonly assigneeId: string | null
  readonly completedById: string | null
  readonly projectId: string | null
  readonly keyAccountManagerId: string | null
  readonly otherMinutes: number
}

export interface JudgedMove {
  readonly taskId: string
  readonly conflicts: readonly PlanTaskConflict[]
  /** Whoever leads settles a new day with it; a holder does not. */
  readonly leads: boolean
  readonly task: Row
}

/** Judges each move as that of this person; those of tasks that are not there, or not theirs to read, are left out. */
export const judgedMoves = async (
  manager: EntityManager,
  actor: Actor,
  moves: readonly TaskMove[],
  now: Date,
): Promise<readonly JudgedMove[]> => {
  const { organizationId: orgId } = actor
  const wanted = moves.map(({ taskId, scheduledOn, dueOn }) => ({ taskId, scheduledOn, dueOn }))
  const rows = await manager.query<Row[]>(MOVES, [orgId, JSON.stringify(wanted)])
  const { calendar } = await calendarFor(manager, orgId)
  const today = await dayOf(manager, orgId, now)
  const found = new Map(rows.map((row) => [row.id, row]))
  return wanted.flatMap(({ taskId, ...to }) => {
    const task = found.get(taskId)
    if (!task) return []
    const facts = planTaskFacts(task, task.keyAccountManagerId)
    if (!can(actor, 'planTask:read', facts)) return []
    const leads = can(actor, 'planTask:assign', facts)
    const around = {
      calendar,
      today,
      ownReach: leads ? null : OWN_REACH_WORKING_DAYS,
      otherMinutes: task.otherMinutes,
    }
    return [{ taskId, leads, task, conflicts: conflictsOfMove(task, to, around) }]
  })
}
