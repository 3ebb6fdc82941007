/** Whom a plan is for, one after another by their ids: its client, the clients of its segment, its machines, or the plan itself. */
import type { EntityManager } from 'typeorm'
import { newestPublished } from '../../grading/cycles/population.ts'
import type { MaintenancePlan } from '../plans/plan.entity.ts'

export interface PlanSubject {
  readonly subjectId: string
  readonly clientId: string | null
  readonly equipmentId: string | null
  readonly projectId: string | null
  /** Of a client with one. */
  readonly keyAccountManagerId: string | null
}

/** A living archive: `$1` organization, `$2` the one client or null, `$3` grades (empty: all), `$4` projects (empty: all). */
const WANTED = `c.org_id = $1 and c.archived_at is null and c.erased_at is null and c.merged_into_id is null
  and ($2::uuid is null or c.id = $2)
  and (cardinality($3::text[]) = 0
       or exists (select from (${newestPublished('c.org_id', 'c.id')}) n$ where n$.final_grade = any ($3::text[])))
  and (cardinality($4::uuid[]) = 0 or c.project_id = any ($4::uuid[]))`

const COUNT = `select count(*)::integer as many from client c where ${WANTED}`
const NEXT = `
select c.id as "subjectId", c.id as "clientId", null::uuid as "equipmentId", c.project_id as "projectId",
       c.key_account_manager_id as "keyAccountManagerId"
  from client c where ${WANTED} and ($5::uuid is null or c.id > $5) order by c.id limit $6`

const asked = ({
  orgId,
  clientId,
  segmentGrades,
  segmentProjectIds,
}: MaintenancePlan): readonly unknown[] => [
  orgId,
  clientId,
  clientId === null ? segmentGrades : [],
  clientId === null ? segmentProjectIds : [],
]

const ofFacility = ({ id, projectId, equipmentIds }: MaintenancePlan): readonly PlanSubject[] => {
  const there = { clientId: null, projectId, keyAccountManagerId: null }
  if (equipmentIds.length === 0) return [{ ...there, subjectId: id, equipmentId: null }]
  return [...new Set(equipmentIds)]
    .toSorted()
    .map((equipmentId) => ({ ...there, subjectId: equipmentId, equipmentId }))
}

export const countSubjects = async (manager: EntityManager, plan: MaintenancePlan): Promise<number> => {
  if (plan.kind === 'FACILITY') return ofFacility(plan).length
  const [row] = await manager.query<{ many: number }[]>(COUNT, [...asked(plan)])
  return row!.many
}

/** The next of them behind the cursor. */
export const nextSubjects = async (
  manager: EntityManager,
  plan: MaintenancePlan,
  cursorId: string | null,
  most: number,
): Promise<readonly PlanSubject[]> => {
  if (plan.kind === 'RELATIONSHIP')
    return manager.query<PlanSubject[]>(NEXT, [...asked(plan), cursorId, most])
  return ofFacility(plan)
    .filter(({ subjectId }) => cursorId === null || subjectId > cursorId)
    .slice(0, most)
}
