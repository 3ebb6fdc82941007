/**
 * Makes the tasks of a revision. What is wanted is reckoned into drafts, batch by batch; each batch is one transaction that moves the cursor
 * on, so that whoever is killed counts nothing twice and whoever comes again goes on behind it. Tasks change in the last step alone, which
 * is one transaction: nothing is ever half there.
 */
import { MOST_PLAN_TASKS, roundsOf, type PlanDecompositionFailure, type PlanRound } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../../database/with-tenant.ts'
import type { WorkerServices } from '../../worker/worker-services.ts'
import { calendarFor } from '../../working-time/calendar-store.service.ts'
import { holdForTasks } from '../budget/budget-lines.service.ts'
import type { NoticePlace } from '../../notices/tell-staff.ts'
import { tellGiven } from '../notices/tell-given.service.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { applyDrafts } from './apply-drafts.service.ts'
import { nextSubjects, type PlanSubject } from './plan-subjects.service.ts'
import { PlanDecomposition, PlanTaskDraft } from './plan-task.entity.ts'

/** Of clients or machines; fewer where each has many rounds. */
const BATCH = 1_000
const MOST_ROWS = 10_000

interface Which {
  readonly orgId: string
  readonly id: string
}
/** Without a place nobody is told: history is not news. */
type Services = Pick<WorkerServices, 'dataSource' | 'clock'> & { readonly config?: NoticePlace }

/** It cannot be done, whatever is tried again. */
class CannotDecompose extends Error {
  readonly failure: PlanDecompositionFailure

  constructor(failure: PlanDecompositionFailure) {
    super(failure)
    this.failure = failure
  }
}

/** Locked: it and whoever stops it come one after the other. Undefined where there is nothing to do any more. */
const lockRunning = async (
  manager: EntityManager,
  { orgId, id }: Which,
): Promise<PlanDecomposition | undefined> => {
  const found = await manager.findOne(PlanDecomposition, {
    where: { orgId, id },
    lock: { mode: 'for_no_key_update' },
  })
  return found?.status === 'RUNNING' ? found : undefined
}

const wantedOf = async (manager: EntityManager, { orgId, planId, revisionId }: PlanDecomposition) => {
  const plan = await manager.findOneByOrFail(MaintenancePlan, { orgId, id: planId })
  const { content } = await manager.findOneByOrFail(PlanRevision, { orgId, id: revisionId })
  const { calendar } = await calendarFor(manager, orgId)
  return { plan, content, rounds: roundsOf(content, calendar) }
}

export const decomposePlan = async (services: Services, which: Which, batch = BATCH): Promise<void> => {
  const { dataSource } = services
  try {
    while (await withTenant(dataSource, which.orgId, (manager) => nextBatch(manager, which, batch)));
    await withTenant(dataSource, which.orgId, (manager) => lastStep(manager, which, services))
  } catch (error) {
    if (!(error instanceof CannotDecompose)) throw error
    await fail(services, which, error.failure)
  }
}

/** @returns whether there may be more */
const nextBatch = async (manager: EntityManager, which: Which, most: number): Promise<boolean> => {
  const running = await lockRunning(manager, which)
  if (!running) return false
  const { plan, content, rounds } = await wantedOf(manager, running)
  const size = Math.max(1, Math.min(most, Math.floor(MOST_ROWS / Math.max(1, rounds.length))))
  const { looked, last, subjects } = await nextSubjects(manager, plan, running.cursorId, size)
  const wantedCount = running.wantedCount + subjects.length * rounds.length
  if (wantedCount > MOST_PLAN_TASKS) throw new CannotDecompose('TOO_MANY')
  const assignees = new Map(content.measures.map(({ key, assigneeId }) => [key, assigneeId]))
  const drafts = subjects.flatMap((subject) =>
    rounds.map((round) => draftOf(running, subject, round, assignees.get(round.measureKey) ?? null)),
  )
  if (drafts.length > 0) await insertDrafts(manager, drafts)
  await manager.update(
    PlanDecomposition,
    { orgId: which.orgId, id: which.id },
    {
      cursorId: last ?? running.cursorId,
      doneCount: running.doneCount + looked,
      wantedCount,
    },
  )
  return looked === size
}

const draftOf = (
  { orgId, id: decompositionId }: PlanDecomposition,
  { keyAccountManagerId, ...subject }: PlanSubject,
  { measureKey, occurrenceOn, scheduledOn, dueOn }: PlanRound,
  assigneeId: string | null,
): PlanTaskDraft => ({
  orgId,
  id: newId(),
  decompositionId,
  ...subject,
  // Whom the plan names; else whoever answers for the client.
  assigneeId: assigneeId ?? keyAccountManagerId,
  measureKey,
  occurrenceOn,
  scheduledOn,
  dueOn,
})

const INSERT = `
insert into plan_task_draft (org_id, id, decomposition_id, subject_id, client_id, equipment_id, project_id, assignee_id,
  measure_key, occurrence_on, scheduled_on, due_on)
select $1, d.id, $2, d.subject_id, d.client_id, d.equipment_id, d.project_id, d.assignee_id, d.measure_key, d.occurrence_on,
       d.scheduled_on, d.due_on
  from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::uuid[], $9::text[], $10::date[], $11::date[], $12::date[])
       as d(id, subject_id, client_id, equipment_id, project_id, assignee_id, measure_key, occurrence_on, scheduled_on, due_on)`

const insertDrafts = (manager: EntityManager, drafts: readonly PlanTaskDraft[]): Promise<unknown> => {
  const all = <K extends keyof PlanTaskDraft>(name: K) => drafts.map((draft) => draft[name])
  const [{ orgId, decompositionId }] = drafts as readonly [PlanTaskDraft]
  return manager.query(INSERT, [
    orgId,
    decompositionId,
    all('id'),
    all('subjectId'),
    all('clientId'),
    all('equipmentId'),
    all('projectId'),
    all('assigneeId'),
    all('measureKey'),
    all('occurrenceOn'),
    all('scheduledOn'),
    all('dueOn'),
  ])
}

/** The plan first, then the making, then the budget: the lock order of decision 15. */
const lastStep = async (
  manager: EntityManager,
  { orgId, id }: Which,
  { clock, config }: Services,
): Promise<void> => {
  const now = clock()
  const { planId } = await manager.findOneByOrFail(PlanDecomposition, { orgId, id })
  await manager.findOneOrFail(MaintenancePlan, {
    where: { orgId, id: planId },
    lock: { mode: 'for_no_key_update' },
  })
  const running = await lockRunning(manager, { orgId, id })
  if (!running) return
  const { plan, content, rounds } = await wantedOf(manager, running)
  const counts = await applyDrafts(manager, { plan, running, content, rounds })
  if (!(await holdForTasks(manager, plan))) throw new CannotDecompose('OVER_BUDGET')
  if (config) await tellGiven(manager, config, plan, running, now)
  await manager.delete(PlanTaskDraft, { orgId, decompositionId: id })
  await manager.update(
    PlanDecomposition,
    { orgId, id },
    { status: 'DONE', endedAt: now, version: running.version + 1, ...counts },
  )
}

const fail = (
  { dataSource, clock }: Pick<Services, 'dataSource' | 'clock'>,
  which: Which,
  failure: PlanDecompositionFailure,
): Promise<void> =>
  withTenant(dataSource, which.orgId, async (manager) => {
    const running = await lockRunning(manager, which)
    if (!running) return
    const { orgId, id } = which
    await manager.delete(PlanTaskDraft, { orgId, decompositionId: id })
    await manager.update(
      PlanDecomposition,
      { orgId, id },
      { status: 'FAILED', failure, endedAt: clock(), version: running.version + 1 },
    )
  })

/** After the last attempt: whoever waits sees it, and can begin again. */
export const decompositionGaveUp = (services: Services, which: Which): Promise<void> =>
  fail(services, which, 'FAULT')
