/** How tasks are made: all or none of them, whoever is killed in between, whoever stops it; again after an amendment. */
import type { FastifyInstance } from 'fastify'
import type { DataSource } from 'typeorm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  budgetOf,
  careContent,
  every,
  inDays,
  inForceOf,
  made,
  once,
  tasksOf,
  taskVerb,
} from '../../../test/plan-work-of-story.ts'
import { measure, PLAN, planVerb, type PlanAnswer } from '../../../test/plan-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { decomposePlan } from './decompose.service.ts'
import { endTasksOf } from './end-tasks.service.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let leader: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  leader = story.as('CR_SUPERVISOR')
  const projectId = fromGlobalId('Project', story.ids.project)!
  for (let nth = 0; nth < 5; nth += 1) await addClient(database, story, 'HOUSEHOLD', { projectId })
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

interface Made extends Payload {
  readonly failure: string | null
  readonly doneCount: number
  readonly totalCount: number
  readonly madeCount: number | null
  readonly changedCount: number | null
  readonly droppedCount: number | null
}
const MADE = 'id version status failure doneCount totalCount wantedCount madeCount changedCount droppedCount'
const decompositionsOf = async (plan: PlanAnswer): Promise<readonly Made[]> =>
  (
    await leader.get<{ planDecompositions: readonly Made[] }>(
      `query($plan: ID!) { planDecompositions(plan: $plan) { ${MADE} } }`,
      { plan: plan.id },
    )
  ).planDecompositions
const all = (plan: PlanAnswer, more: object = {}) => tasksOf(leader, { plan: plan.id, ...more })
/** Clients of the story’s project: five, and its own. */
const segment = (measures: readonly object[], more: object = {}) =>
  inForceOf(story, { segmentProjectIds: [story.ids.project] }, { measures, ...more })
const VISIT = measure({ recurrence: every(30, 5, 100), estimatedMinor: 100 })

/** Whose connections come from a pool that fails at the n-th transaction, as if the process had been killed there. */
const dyingAt = (nth: number): DataSource => {
  let left = nth
  return new Proxy(worker.services.dataSource, {
    get: (target, name) => {
      if (name === 'createQueryRunner') {
        left -= 1
        if (left <= 0) throw new Error('killed')
      }
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

describe('the making of tasks', () => {
  it('goes on wherever it was killed, and makes each task once', async () => {
    const planned = await segment([VISIT])
    const [running] = await decompositionsOf(planned)
    const which = { orgId: story.orgId, id: fromGlobalId('PlanDecomposition', running!.id)! }
    const clients = running!.totalCount
    expect(clients).toBeGreaterThanOrEqual(5)
    // Two clients a batch; killed at its first transaction, its second, …, until one life is long enough.
    let lives = 0
    for (
      let nth = 1;
      (await decompositionsOf(planned))[0]!.status === 'RUNNING';
      nth = Math.min(nth + 1, 2)
    ) {
      lives += 1
      const dying = { ...worker.services, dataSource: dyingAt(nth) }
      await decomposePlan(dying, which, 2).catch(() => undefined)
      if (lives > 20) break
      const { status } = (await decompositionsOf(planned))[0]!
      expect((await all(planned)).length).toBe(status === 'DONE' ? clients * 4 : 0)
      if (lives === clients + 2) await decomposePlan(worker.services, which, 2)
    }
    expect(lives).toBeGreaterThan(2)
    const tasks = await all(planned)
    expect(tasks).toHaveLength(clients * 4)
    expect(new Set(tasks.map((task) => `${JSON.stringify(task['client'])} ${task.occurrenceOn}`)).size).toBe(
      clients * 4,
    )
    // The job comes again, as a queue may: nothing is made twice.
    expect(await made(worker)).toEqual([])
    expect(await all(planned)).toHaveLength(clients * 4)
    expect((await budgetOf(leader, planned.id))[0]).toMatchObject({ committedMinor: clients * 400 })
  })

  it('is stopped by whoever wrote the plan, and leaves nothing half; begun again it is done', async () => {
    const planned = await segment([VISIT])
    const [running] = await decompositionsOf(planned)
    const which = { orgId: story.orgId, id: fromGlobalId('PlanDecomposition', running!.id)! }
    await decomposePlan({ ...worker.services, dataSource: dyingAt(3) }, which, 2).catch(() => undefined)
    expect((await decompositionsOf(planned))[0]).toMatchObject({ status: 'RUNNING', doneCount: 4 })
    expect(await leader.does('decomposePlan', { planId: planned.id }, MADE)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const stop = (by: Person) =>
      by.does<Made>('stopDecompositionOfPlan', { decompositionId: running!.id }, MADE)
    expect(await stop(leader)).toMatchObject({ status: 'CANCELLED' })
    expect(await stop(leader)).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await made(worker)).toEqual([])
    expect(await all(planned)).toEqual([])
    expect((await budgetOf(leader, planned.id))[0]).toMatchObject({ committedMinor: 0 })
    expect(await leader.does('decomposePlan', { planId: planned.id }, MADE)).toMatchObject({
      status: 'RUNNING',
    })
    expect(await made(worker)).toEqual([])
    expect(await all(planned)).toHaveLength(running!.totalCount * 4)
  })

  it('looks at everybody, and makes tasks for those of the grade; of whoever is erased they end, and are free', async () => {
    const ofGrade = await inForceOf(
      story,
      { segmentGrades: ['A'], segmentProjectIds: [story.ids.project] },
      { measures: [VISIT] },
    )
    const [running] = await decompositionsOf(ofGrade)
    const which = { orgId: story.orgId, id: fromGlobalId('PlanDecomposition', running!.id)! }
    await decomposePlan(worker.services, which, 2)
    const looked = running!.totalCount
    expect(looked).toBeGreaterThanOrEqual(5)
    // Nobody is graded here.
    expect((await decompositionsOf(ofGrade))[0]).toMatchObject({
      status: 'DONE',
      doneCount: looked,
      wantedCount: 0,
      madeCount: 0,
    })

    const ofAll = await segment([VISIT])
    expect(await made(worker)).toEqual([])
    const theirs = { plan: ofAll.id, client: story.ids.client, open: true }
    const [begun] = await tasksOf(leader, theirs)
    await taskVerb(leader, 'start', begun!)
    const before = (await budgetOf(leader, ofAll.id))[0]!
    await withTenant(database.app, story.orgId, (manager) =>
      endTasksOf(manager, story.orgId, [fromGlobalId('Client', story.ids.client)!]),
    )
    expect(await tasksOf(leader, theirs)).toEqual([])
    expect((await budgetOf(leader, ofAll.id))[0]).toMatchObject({
      committedMinor: before.committedMinor - 400,
    })
  })

  it('makes none of them where the budget would be passed, until it allows them', async () => {
    // 120,000 of 100,000 and a tenth.
    const dear = measure({ recurrence: every(30, 5, 100), estimatedMinor: 30_000 })
    const planned = await inForceOf(story, { clientId: story.ids.client }, { measures: [dear] })
    expect(await made(worker)).toEqual([])
    expect((await decompositionsOf(planned))[0]).toMatchObject({
      status: 'FAILED',
      failure: 'OVER_BUDGET',
      madeCount: null,
    })
    expect(await all(planned)).toEqual([])
    // As an overrun does; how one is approved, the story of the budget tells.
    await withTenant(database.app, story.orgId, (it) =>
      it.query(`update plan_budget_line set raised_minor = 10000 where plan_id = $1`, [
        fromGlobalId('MaintenancePlan', planned.id),
      ]),
    )
    await leader.does('decomposePlan', { planId: planned.id }, MADE)
    expect(await made(worker)).toEqual([])
    expect(await all(planned)).toHaveLength(4)
  })

  it('follows an amendment: what was begun stays, what was moved or given too, the rest is made, changed or dropped', async () => {
    const planned = await inForceOf(
      story,
      { clientId: story.ids.client },
      {
        measures: [
          measure({ key: 'visit', recurrence: every(30, 5, 100), estimatedMinor: 1_000 }),
          measure({ key: 'call', title: '电话', recurrence: once(9), estimatedMinor: 0, budgetLine: null }),
        ],
      },
    )
    expect(await made(worker)).toEqual([])
    const [first, call, second] = await all(planned)
    await taskVerb(leader, 'start', first!)
    await taskVerb(leader, 'reschedule', second!, {
      scheduledOn: inDays(40),
      dueOn: inDays(41),
      reason: '客户要求',
      // Whatever day the test is run on.
      despite: ['NON_WORKING_DAY', 'OVERLOADED', 'OTHER_YEAR'],
    })
    const amended = await planVerb(leader, 'amend', planned, { reason: '增加礼品' })
    const changed = await leader.does<PlanAnswer>(
      'changePlan',
      {
        planId: amended.id,
        expectedVersion: amended.version,
        content: careContent(leader, {
          measures: [
            measure({ key: 'visit', title: '季度深访', recurrence: every(30, 5, 70), estimatedMinor: 2_000 }),
            // Its first two days are long over: nothing is owed in retrospect.
            measure({
              key: 'gift',
              title: '礼品',
              recurrence: every(8, 1, 20),
              dueAfterDays: 0,
              estimatedMinor: 500,
            }),
          ],
        }),
      },
      PLAN,
    )
    const reviewed = await planVerb(
      story.as('CS_MANAGER'),
      'review',
      await planVerb(leader, 'submit', changed),
    )
    // While it is on its way nothing changes.
    expect(await all(planned, { open: true })).toHaveLength(5)
    await planVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
    expect(await made(worker)).toEqual([])
    expect((await decompositionsOf(planned))[0]).toMatchObject({
      status: 'DONE',
      madeCount: 3,
      changedCount: 2,
      droppedCount: 2,
    })
    const after = await all(planned)
    const visits = after.filter(({ measureKey }) => measureKey === 'visit')
    expect(visits).toMatchObject([
      { id: first!.id, title: '季度走访', status: 'IN_PROGRESS' },
      { id: second!.id, title: '季度深访', status: 'SCHEDULED', scheduledOn: inDays(40), dueOn: inDays(41) },
      { title: '季度深访', scheduledOn: inDays(65) },
      { title: '季度走访', status: 'CANCELLED' },
    ])
    expect(after.find(({ id }) => id === call!.id)).toMatchObject({ status: 'CANCELLED' })
    expect(after.filter(({ measureKey }) => measureKey === 'gift')).toHaveLength(3)
    expect((await budgetOf(leader, planned.id))[0]).toMatchObject({
      committedMinor: 1_000 + 2 * 2_000 + 3 * 500,
    })
  })
})
