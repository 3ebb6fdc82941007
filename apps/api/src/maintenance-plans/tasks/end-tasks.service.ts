/** Whoever is erased is cared for no more: of plans for many their tasks end, since nobody may do anything with these any more. */
import type { EntityManager } from 'typeorm'
import { holdForTasks } from '../budget/budget-lines.service.ts'

/** `$2` clients, `$3` a machine: of whichever is given. */
const END = `
with ended as (
  update plan_task set status = 'CANCELLED', held_minor = 0, version = version + 1
   where org_id = $1 and (client_id = any($2::uuid[]) or equipment_id = $3::uuid) and status in ('SCHEDULED', 'IN_PROGRESS')
  returning plan_id)
select distinct plan_id as id from ended order by plan_id`

const end = async (
  manager: EntityManager,
  orgId: string,
  clientIds: readonly string[],
  equipmentId: string | null,
): Promise<void> => {
  for (const { id } of await manager.query<{ id: string }[]>(END, [orgId, clientIds, equipmentId]))
    await holdForTasks(manager, { orgId, id })
}

/** What was held for them is free. */
export const endTasksOf = (
  manager: EntityManager,
  orgId: string,
  clientIds: readonly string[],
): Promise<void> => end(manager, orgId, clientIds, null)

/** A machine that is retired is maintained no more. */
export const endTasksOfMachine = (
  manager: EntityManager,
  orgId: string,
  equipmentId: string,
): Promise<void> => end(manager, orgId, [], equipmentId)
