/** Whoever a decomposition brings tasks learns of them in one notice, however many they are. */
import { text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { tellStaff, type NoticePlace } from '../../notices/tell-staff.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import type { PlanDecomposition } from '../tasks/plan-task.entity.ts'

/** A task that was made bears the id of its draft. `$1` organization, `$2` decomposition */
const GIVEN = `
select t.assignee_id as "staffId", count(*)::integer as tasks
  from plan_task_draft d join plan_task t on t.org_id = d.org_id and t.id = d.id
 where d.org_id = $1 and d.decomposition_id = $2 and t.assignee_id is not null and t.status = 'SCHEDULED'
 group by t.assignee_id order by t.assignee_id`

/** Within the last step: the drafts are still there. */
export const tellGiven = async (
  manager: EntityManager,
  place: NoticePlace,
  { orgId, number }: MaintenancePlan,
  { id, version, begunById }: PlanDecomposition,
  now: Date,
): Promise<void> => {
  const given = await manager.query<{ staffId: string; tasks: number }[]>(GIVEN, [orgId, id])
  const happening = {
    orgId,
    id,
    subjectType: 'PlanDecomposition',
    subjectId: id,
    version,
    verb: 'system',
    actorId: begunById,
    at: now,
  } as const
  for (const { staffId, tasks } of given) {
    const count = String(tasks)
    await tellStaff(manager, place, happening, {
      kind: 'PLAN_TASKS_GIVEN',
      named: [staffId],
      values: { number: text(number, number), tasks: text(count, count) },
    })
  }
}
