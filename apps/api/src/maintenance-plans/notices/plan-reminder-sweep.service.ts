/** Each morning: whose tasks are due tomorrow, due today or overdue, each person in one notice a step, each task once for its last day. */
import {
  dayNumber,
  dayText,
  localDate,
  PLAN_REMINDER_KINDS,
  PLAN_REMINDERS,
  startOfDay,
  text,
  type PlanReminderStep,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../../database/with-tenant.ts'
import { tellStaff, type NoticePlace } from '../../notices/tell-staff.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import type { Sweep } from '../../worker/sweeps.ts'

/** Local: before the day's work begins. */
const MORNING_MS = 7.5 * 3_600_000
/** What is late for longer was told of, or is too old to be news. */
const OVERDUE_DAYS = 14

/** `$1` organization, `$2` and `$3` from which to which last day, `$4` step, `$5` now. */
const FRESH = `
with told as (
  insert into plan_reminder (org_id, id, task_id, due_on, step, told_at)
  select t.org_id, gen_random_uuid(), t.id, t.due_on, $4, $5
    from plan_task t
    join staff s on s.org_id = t.org_id and s.id = t.assignee_id and s.disabled_at is null
   where t.org_id = $1 and t.due_on between $2 and $3 and t.status in ('SCHEDULED', 'IN_PROGRESS')
     and not exists (select from plan_reminder r where r.org_id = t.org_id and r.task_id = t.id and r.due_on = t.due_on and r.step = $4)
  on conflict do nothing returning id, task_id)
select t.assignee_id as "staffId", count(*)::integer as tasks, (array_agg(told.id))[1] as first
  from told join plan_task t on t.org_id = $1 and t.id = told.task_id group by t.assignee_id order by t.assignee_id`

interface Fresh {
  readonly staffId: string
  readonly tasks: number
  readonly first: string
}

const daysOf = (today: string): Readonly<Record<PlanReminderStep, readonly [string, string]>> => {
  const later = (days: number) => dayText(dayNumber(today)! + days)
  return {
    TOMORROW: [later(1), later(1)],
    TODAY: [today, today],
    OVERDUE: [later(-OVERDUE_DAYS), later(-1)],
  }
}

const remind = async (
  manager: EntityManager,
  place: NoticePlace,
  { orgId, today, now }: { readonly orgId: string; readonly today: string; readonly now: Date },
): Promise<void> => {
  const days = daysOf(today)
  for (const step of PLAN_REMINDERS) {
    const fresh = await manager.query<Fresh[]>(FRESH, [orgId, ...days[step], step, now])
    for (const { staffId, tasks, first } of fresh) {
      const happening = {
        orgId,
        id: newId(),
        subjectType: 'PlanReminder',
        subjectId: first,
        version: null,
        verb: 'system',
        actorId: null,
        at: now,
      } as const
      const count = String(tasks)
      await tellStaff(manager, place, happening, {
        kind: PLAN_REMINDER_KINDS[step],
        named: [staffId],
        values: { tasks: text(count, count) },
      })
    }
  }
}

/** Every ten minutes of the working day: what was given or moved since the morning is told of as well. */
export const planReminderSweep: Sweep = {
  name: 'plan-reminders',
  everyMilliseconds: 600_000,
  sweep: async ({ dataSource, clock, config, log }) => {
    const now = clock()
    const organizations = await dataSource.query<{ id: string }[]>('select id from organization order by id')
    // One where it fails is tried again in ten minutes, and does not keep the others waiting.
    for (const { id: orgId } of organizations)
      await withTenant(dataSource, orgId, async (manager) => {
        const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
        const today = localDate(now, timeZone)
        if (now.getTime() < startOfDay(today, timeZone).getTime() + MORNING_MS) return
        await remind(manager, config, { orgId, today, now })
      }).catch((error: unknown) =>
        log.error({ id: orgId, type: (error as Error).name }, 'nobody was reminded of tasks'),
      )
    return 0
  },
}
