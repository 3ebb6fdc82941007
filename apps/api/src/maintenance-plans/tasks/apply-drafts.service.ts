/** The last step of a decomposition: what is wanted, compared with what stands. Statement by statement over parts of those it is for, within one transaction. */
import type { PlanContent, PlanRound } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { MaintenancePlan } from '../plans/plan.entity.ts'
import type { PlanDecomposition } from './plan-task.entity.ts'

export interface Wanted {
  readonly plan: MaintenancePlan
  readonly running: PlanDecomposition
  readonly content: PlanContent
  readonly rounds: readonly PlanRound[]
}

/** So many wanted tasks a statement, at least those of one: none of them comes near the limit that a statement has. */
const MOST_ROWS = 4_000

/** `$1` organization, `$2` decomposition, `$3` of every so many the last. */
const ENDS = `
select s.subject_id as id from (
  select d.subject_id, row_number() over (order by d.subject_id) as nth, count(*) over () as many
    from (select distinct subject_id from plan_task_draft where org_id = $1 and decomposition_id = $2) d) s
 where s.nth % $3 = 0 or s.nth = s.many order by s.subject_id`

const MEASURES = `jsonb_to_recordset($4::jsonb) as m(key text, means text, title text, instruction text, "needsEvidence" boolean,
  "estimatedMinutes" integer, "estimatedMinor" bigint, "budgetLine" text)`

/** A draft `d` and the task `t` that it means. */
const SAME = `t.org_id = d.org_id and t.plan_id = $3 and coalesce(t.client_id, t.equipment_id, t.plan_id) = d.subject_id
  and t.measure_key = d.measure_key and t.occurrence_on = d.occurrence_on`
/** `$1` organization, `$2` decomposition, `$3` plan, `$4` measures, `$5` and `$6` behind which and up to which of those it is for. */
const PART = `d.org_id = $1 and d.decomposition_id = $2 and d.subject_id > $5 and d.subject_id <= $6`

const CHANGE = `
with changed as (
  update plan_task t set revision_id = $7, means = m.means, title = m.title, instruction = m.instruction,
         needs_evidence = m."needsEvidence", estimated_minutes = m."estimatedMinutes", estimated_minor = m."estimatedMinor",
         budget_line = m."budgetLine", held_minor = m."estimatedMinor",
         scheduled_on = case when t.is_moved then t.scheduled_on else d.scheduled_on end,
         due_on = case when t.is_moved then t.due_on else d.due_on end,
         assignee_id = case when t.is_given then t.assignee_id else d.assignee_id end,
         reason = case when t.is_dropped then null else t.reason end,
         status = 'SCHEDULED', is_dropped = false, version = t.version + 1
    from plan_task_draft d join ${MEASURES} on m.key = d.measure_key
   where ${SAME} and ${PART} and (t.status = 'SCHEDULED' or t.is_dropped and d.due_on >= $8)
     and (t.is_dropped
       or (t.means, t.title, t.instruction, t.needs_evidence, t.estimated_minutes, t.estimated_minor, t.budget_line)
          is distinct from (m.means, m.title, m.instruction, m."needsEvidence", m."estimatedMinutes", m."estimatedMinor", m."budgetLine")
       or not t.is_moved and (t.scheduled_on, t.due_on) is distinct from (d.scheduled_on, d.due_on)
       or not t.is_given and t.assignee_id is distinct from d.assignee_id)
  returning 1)
select count(*)::integer as many from changed`

/** Which round of which measure waits for which: `$10`. */
const WAITS = `jsonb_to_recordset($10::jsonb) as w(key text, "on" date, before text, "beforeOn" date)`

/** Nothing is owed in retrospect, and nobody who is gone meanwhile gets a task. What one waits for stands already, or is made beside it. */
const MAKE = `
with made as (
  insert into plan_task (org_id, id, plan_id, plan_kind, revision_id, measure_key, means, occurrence_on, scheduled_on, due_on,
    client_id, equipment_id, title, instruction, status, assignee_id, needs_evidence, estimated_minutes, estimated_minor, budget_line,
    held_minor, project_id, depends_on_id)
  select d.org_id, d.id, $3, $9, $7, d.measure_key, m.means, d.occurrence_on, d.scheduled_on, d.due_on, d.client_id, d.equipment_id,
         m.title, m.instruction, 'SCHEDULED', d.assignee_id, m."needsEvidence", m."estimatedMinutes", m."estimatedMinor", m."budgetLine",
         m."estimatedMinor", d.project_id, coalesce(bt.id, b.id)
    from plan_task_draft d
    join ${MEASURES} on m.key = d.measure_key
    left join plan_task t on ${SAME}
    left join client c on c.org_id = d.org_id and c.id = d.client_id and c.id > $5 and c.id <= $6
    left join ${WAITS} on w.key = d.measure_key and w."on" = d.occurrence_on
    left join plan_task bt on bt.org_id = d.org_id and bt.plan_id = $3 and coalesce(bt.client_id, bt.equipment_id, bt.plan_id) = d.subject_id
     and bt.measure_key = w.before and bt.occurrence_on = w."beforeOn" and bt.status <> 'CANCELLED'
    left join plan_task_draft b on b.org_id = d.org_id and b.decomposition_id = $2 and b.subject_id = d.subject_id
     and b.measure_key = w.before and b.occurrence_on = w."beforeOn" and b.due_on >= $8
   where ${PART} and d.due_on >= $8 and t.id is null
     and (d.client_id is null or c.archived_at is null and c.erased_at is null and c.merged_into_id is null and c.id is not null)
  returning 1)
select count(*)::integer as many from made`

const DROP = `
with dropped as (
  update plan_task t set status = 'CANCELLED', is_dropped = true, held_minor = 0, reason = null, version = t.version + 1
   where t.org_id = $1 and t.plan_id = $3 and t.status = 'SCHEDULED'
     and not exists (select from plan_task_draft d where d.decomposition_id = $2 and ${SAME})
  returning 1)
select count(*)::integer as many from dropped`

/** Of those that stood before: `$2` plan, `$3` and `$4` behind which and up to which of those it is for, `$5` what waits for what. */
const WAIT = `
update plan_task t set depends_on_id = b.id
  from jsonb_to_recordset($5::jsonb) as w(key text, "on" date, before text, "beforeOn" date), plan_task b
 where t.org_id = $1 and t.plan_id = $2 and coalesce(t.client_id, t.equipment_id, t.plan_id) > $3
   and coalesce(t.client_id, t.equipment_id, t.plan_id) <= $4 and t.status = 'SCHEDULED'
   and t.measure_key = w.key and t.occurrence_on = w."on"
   and b.org_id = t.org_id and b.plan_id = t.plan_id
   and coalesce(b.client_id, b.equipment_id, b.plan_id) = coalesce(t.client_id, t.equipment_id, t.plan_id)
   and b.measure_key = w.before and b.occurrence_on = w."beforeOn" and b.status <> 'CANCELLED'
   and t.depends_on_id is distinct from b.id`
const WAIT_NO_MORE = `
update plan_task t set depends_on_id = null
 where t.org_id = $1 and t.plan_id = $2 and coalesce(t.client_id, t.equipment_id, t.plan_id) > $3
   and coalesce(t.client_id, t.equipment_id, t.plan_id) <= $4 and t.status = 'SCHEDULED' and t.depends_on_id is not null
   and not exists (select from jsonb_to_recordset($5::jsonb) as w(key text, "on" date)
                    where w.key = t.measure_key and w."on" = t.occurrence_on)`

const LEAST = '00000000-0000-0000-0000-000000000000'

interface Counts {
  readonly madeCount: number
  readonly changedCount: number
  readonly droppedCount: number
}

export const applyDrafts = async (
  manager: EntityManager,
  { plan, running, content, rounds }: Wanted,
): Promise<Counts> => {
  const { orgId, id: planId, kind } = plan
  const given = [orgId, running.id, planId, JSON.stringify(content.measures)]
  const many = async (sql: string, more: readonly unknown[]): Promise<number> => {
    const [row] = await manager.query<{ many: number }[]>(sql, [...given, ...more])
    return row!.many
  }
  const waits = JSON.stringify(
    rounds.flatMap(({ measureKey: key, occurrenceOn: on, waitsFor }) =>
      waitsFor ? [{ key, on, before: waitsFor.measureKey, beforeOn: waitsFor.occurrenceOn }] : [],
    ),
  )
  // Tables that are being filled have no statistics yet: taken for empty, they would be walked through once for each row.
  await manager.query('set local enable_nestloop = off')
  const size = Math.max(1, Math.floor(MOST_ROWS / Math.max(1, rounds.length)))
  const ends = await manager.query<{ id: string }[]>(ENDS, [orgId, running.id, size])
  let [madeCount, changedCount] = [0, 0]
  let behind = LEAST
  for (const { id } of ends) {
    const part = [behind, id, running.revisionId, running.asOfOn]
    changedCount += await many(CHANGE, part)
    await manager.query(WAIT_NO_MORE, [orgId, planId, behind, id, waits])
    madeCount += await many(MAKE, [...part, kind, waits])
    await manager.query(WAIT, [orgId, planId, behind, id, waits])
    behind = id
  }
  const [dropped] = await manager.query<{ many: number }[]>(DROP, given.slice(0, 3))
  await manager.query('set local enable_nestloop = on')
  return { madeCount, changedCount, droppedCount: dropped!.many }
}
