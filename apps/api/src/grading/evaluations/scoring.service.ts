/** Scores a cycle batch by batch. A batch and how far it came are one transaction: whoever is killed goes on with the next client. */
import { computed, movementOf, snapshotOf, type GradingStandard, type RawValues } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { asSystem } from '../../database/as-system.ts'
import { withTenant } from '../../database/with-tenant.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { GradingCycleEntity } from '../cycles/grading-cycle.entity.ts'
import { newestPublished, POPULATION } from '../cycles/population.ts'
import { measured } from '../measuring/measuring.service.ts'

/** So many clients hold a few megabytes, however many there are. */
export const SCORING_BATCH = 5_000

interface Next {
  readonly id: string
  readonly projectId: string | null
  readonly cycleId: string | null
  readonly grade: string | null
  readonly total: number | null
}

/** Who comes after the last one, and what the newest directory said of them. */
const NEXT = `
select c.id, c.project_id as "projectId", p.cycle_id as "cycleId", p.final_grade as grade, p.total
  from (select c.org_id, c.id, c.project_id from client c
         where ${POPULATION} and ($5::uuid is null or c.id > $5) order by c.id limit $6) c
  left join lateral (${newestPublished('c.org_id', 'c.id')}) p on true
 order by c.id`

/** Of an amendment: what was published, to be said again with another grade. */
const AMENDED = `
select e.client_id as id, e.snapshot, g.to_grade as grade from evaluation e
  join grade_change g on g.org_id = e.org_id and g.evaluation_id = e.id and g.kind = 'APPEAL' and g.status = 'GRANTED' and g.carried_out_by_id is null
 where e.org_id = $1 and e.cycle_id = $2 and e.client_id = any ($3)`

const WRITE = `
with put as (
  insert into evaluation (org_id, cycle_id, client_id, id, project_id, standard_revision_id, snapshot, lines, total, ungraded,
    proposed_grade, final_grade, previous_cycle_id, previous_grade, previous_total, movement)
  select $1, $2, u."clientId", u.id, u."projectId", $3, u.snapshot, u.lines, u.total, u.ungraded, u."proposedGrade", u."finalGrade",
    u."previousCycleId", u."previousGrade", u."previousTotal", u.movement
    from jsonb_to_recordset($4::jsonb) as u("clientId" uuid, id uuid, "projectId" uuid, snapshot jsonb, lines jsonb, total integer,
      ungraded text, "proposedGrade" text, "finalGrade" text, "previousCycleId" uuid, "previousGrade" text, "previousTotal" integer,
      movement text)
  on conflict (org_id, cycle_id, client_id) do nothing returning 1)
select count(*)::integer as many from put`

const evaluated = (standard: GradingStandard, next: Next, values: RawValues, decided?: string) => {
  const snapshot = snapshotOf(standard, values)
  const evaluation = computed(standard, snapshot)
  const finalGrade = decided ?? evaluation.proposedGrade
  return {
    clientId: next.id,
    id: newId(),
    projectId: next.projectId,
    snapshot,
    ...evaluation,
    finalGrade,
    previousCycleId: next.cycleId,
    previousGrade: next.grade,
    previousTotal: next.total,
    movement: movementOf(standard, next.grade, finalGrade),
  }
}

/** Raw values of the batch; of an amendment those that were published, with the grade that was decided on. */
const valuesOf = async (
  manager: EntityManager,
  { orgId, amendsId, asOfOn, standard }: GradingCycleEntity,
  clientIds: readonly string[],
): Promise<(id: string) => { readonly values: RawValues; readonly decided?: string }> => {
  if (amendsId === null) {
    const found = await measured(
      { manager, actor: { organizationId: orgId } },
      { standard: standard!, asOf: asOfOn, clientIds },
    )
    return (id) => ({ values: found.get(id) ?? {} })
  }
  const rows = await manager.query<{ id: string; snapshot: RawValues; grade: string }[]>(AMENDED, [
    orgId,
    amendsId,
    clientIds,
  ])
  const found = new Map(rows.map((row) => [row.id, row]))
  return (id) => ({ values: found.get(id)!.snapshot, decided: found.get(id)!.grade })
}

/**
 * Scores the next clients of a cycle, in a transaction of its organization.
 * @returns whether there may be more
 */
export const scoreNext = async (
  manager: EntityManager,
  { orgId, id }: { readonly orgId: string; readonly id: string },
  now: Date,
  most = SCORING_BATCH,
  history = false,
): Promise<boolean> => {
  const cycle = await manager.findOne(GradingCycleEntity, {
    where: { orgId, id },
    lock: { mode: 'for_no_key_update' },
  })
  if (cycle?.status !== 'SCORING') return false
  const standard = cycle.standard!
  const next = await manager.query<Next[]>(NEXT, [
    orgId,
    cycle.scoringAt,
    cycle.projectIds,
    cycle.amendsId,
    cycle.cursorId,
    most,
  ])
  if (next.length === 0) {
    await asSystem(manager, { orgId, now, requestId: `grading-${id}`, ...(history && { history }) }, (tx) =>
      tx.patch(GradingCycleEntity, cycle, { status: 'SCORED', scoredAt: now }),
    )
    return false
  }
  const of = await valuesOf(
    manager,
    cycle,
    next.map((it) => it.id),
  )
  const rows = next.map((it) => {
    const { values, decided } = of(it.id)
    return evaluated(standard, it, values, decided)
  })
  const [put] = await manager.query<{ many: number }[]>(WRITE, [
    orgId,
    id,
    cycle.standardRevisionId,
    JSON.stringify(rows),
  ])
  // How far it has come is shown while it runs, and is no business of the audit's.
  await manager.update(
    GradingCycleEntity,
    { orgId, id },
    { cursorId: next.at(-1)!.id, scoredCount: cycle.scoredCount + put!.many },
  )
  return true
}

/**
 * All of a cycle that is still to be scored. Cancelled meanwhile, it stops after the batch.
 * @param history of a story that is long past: nobody is told
 */
export const scoreAll = async (
  { dataSource, clock }: Pick<WorkerServices, 'dataSource' | 'clock'>,
  cycle: { readonly orgId: string; readonly id: string },
  history = false,
): Promise<void> => {
  const next = () =>
    withTenant(dataSource, cycle.orgId, (manager) =>
      scoreNext(manager, cycle, clock(), SCORING_BATCH, history),
    )
  while (await next());
}
