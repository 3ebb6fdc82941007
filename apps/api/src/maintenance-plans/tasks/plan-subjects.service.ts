/** Whom a plan is for, one after another by their ids: its client, the clients of its segment, its machines, or the plan itself. */
import { In, Not, type EntityManager } from 'typeorm'
import { EquipmentEntity } from '../../equipment/equipment.entity.ts'
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

/** A living archive: `$1` organization, `$2` the one client or null, `$3` projects (empty: all). */
const LIVING = `c.org_id = $1 and c.archived_at is null and c.erased_at is null and c.merged_into_id is null
  and ($2::uuid is null or c.id = $2) and (cardinality($3::uuid[]) = 0 or c.project_id = any ($3::uuid[]))`
/** Of those looked at whoever has one of the grades `$4` (empty: all): a grade is looked up client by client, so that each statement looks at so many and no more. */
const GRADED = `(cardinality($4::text[]) = 0
  or exists (select from (${newestPublished('c.org_id', 'c.id')}) n$ where n$.final_grade = any ($4::text[])))`

const COUNT = `select count(*)::integer as many from client c where ${LIVING}`
const NEXT = `
select c.id as "subjectId", c.id as "clientId", null::uuid as "equipmentId", c.project_id as "projectId",
       c.key_account_manager_id as "keyAccountManagerId", ${GRADED} as "isIn"
  from (select c.* from client c where ${LIVING} and ($5::uuid is null or c.id > $5) order by c.id limit $6) c order by c.id`

const asked = ({ orgId, clientId, segmentProjectIds }: MaintenancePlan): readonly unknown[] => [
  orgId,
  clientId,
  clientId === null ? segmentProjectIds : [],
]

/** Its machines that are not retired; where it names none, the place as a whole. */
const ofFacility = async (
  manager: EntityManager,
  { orgId, id, projectId, equipmentIds }: MaintenancePlan,
): Promise<readonly PlanSubject[]> => {
  const there = { clientId: null, projectId, keyAccountManagerId: null }
  if (equipmentIds.length === 0) return [{ ...there, subjectId: id, equipmentId: null }]
  const machines = await manager.find(EquipmentEntity, {
    select: { id: true },
    where: { orgId, id: In(equipmentIds), state: Not('RETIRED' as const) },
    order: { id: 'ASC' },
  })
  return machines.map(({ id: equipmentId }) => ({ ...there, subjectId: equipmentId, equipmentId }))
}

/** How many are looked at: it takes a grade of each to know which of them are meant. */
export const countSubjects = async (manager: EntityManager, plan: MaintenancePlan): Promise<number> => {
  if (plan.kind === 'FACILITY') return (await ofFacility(manager, plan)).length
  const [row] = await manager.query<{ many: number }[]>(COUNT, [...asked(plan)])
  return row!.many
}

interface Looked {
  /** How many were looked at, at most as many as were asked for. */
  readonly looked: number
  /** The last of them. */
  readonly last: string | undefined
  readonly subjects: readonly PlanSubject[]
}

/** The next of them behind the cursor. */
export const nextSubjects = async (
  manager: EntityManager,
  plan: MaintenancePlan,
  cursorId: string | null,
  most: number,
): Promise<Looked> => {
  if (plan.kind === 'RELATIONSHIP') {
    const grades = plan.clientId === null ? plan.segmentGrades : []
    const given = [...asked(plan), grades, cursorId, most]
    const rows = await manager.query<(PlanSubject & { readonly isIn: boolean })[]>(NEXT, given)
    const subjects = rows.flatMap(({ isIn, ...subject }) => (isIn ? [subject] : []))
    return { looked: rows.length, last: rows.at(-1)?.subjectId, subjects }
  }
  const subjects = (await ofFacility(manager, plan))
    .filter(({ subjectId }) => cursorId === null || subjectId > cursorId)
    .slice(0, most)
  return { looked: subjects.length, last: subjects.at(-1)?.subjectId, subjects }
}
