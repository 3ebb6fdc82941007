/** Tasks of plans through the API: given to people, held up by what comes before, done, paid from the budget, accepted by somebody else. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import {
  budgetOf,
  every,
  inDays,
  inForceOf,
  made,
  once,
  SEEN,
  tasksOf,
  taskVerb,
} from '../../../test/plan-work-of-story.ts'
import { measure, planVerb, type PlanAnswer } from '../../../test/plan-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { toGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let leader: Person
let doer: Person
let plan: PlanAnswer

/** Whoever answers for the client does what the plan names nobody for. */
const accountManager = () => story.ids.staff.KEY_ACCOUNT_MANAGER
const staff = (person: Person) => toGlobalId('Staff', person.staffId)
const forPlan = (by: Person, more: object = {}) => tasksOf(by, { plan: plan.id, ...more })
const line = async () => (await budgetOf(leader, plan.id))[0]!

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  leader = story.as('CR_SUPERVISOR')
  doer = story.as('CR_SPECIALIST')
  plan = await inForceOf(
    story,
    { clientId: story.ids.client },
    {
      measures: [
        measure({
          key: 'call',
          means: 'CALL',
          title: '预约',
          recurrence: once(2),
          estimatedMinor: 0,
          budgetLine: null,
        }),
        measure({
          key: 'visit',
          title: '走访',
          recurrence: once(3),
          dependsOn: 'call',
          assigneeId: staff(doer),
        }),
        measure({
          key: 'gift',
          means: 'GIFT',
          title: '生日礼品',
          recurrence: every(100, 5),
          estimatedMinor: 10_000,
        }),
      ],
    },
  )
  await made(worker)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

describe('what an approved plan asks for', () => {
  it('stands as tasks by day, with whoever it names, and is held on the budget', async () => {
    expect(await forPlan(leader)).toMatchObject([
      { measureKey: 'call', scheduledOn: inDays(2), dueOn: inDays(9), assignee: { id: accountManager() } },
      { measureKey: 'visit', scheduledOn: inDays(3), assignee: { id: staff(doer) }, isWaiting: true },
      { measureKey: 'gift', scheduledOn: inDays(5), status: 'SCHEDULED', isWaiting: false },
      { measureKey: 'gift', scheduledOn: inDays(105) },
      { measureKey: 'gift', scheduledOn: inDays(205) },
    ])
    expect(await line()).toEqual({
      key: 'b1',
      allowedBasisPoints: 1_000,
      approvedMinor: 100_000,
      raisedMinor: 0,
      committedMinor: 50_000,
      spentMinor: 0,
      limitMinor: 110_000,
      leftMinor: 60_000,
    })
  })

  it('cannot begin before what it waits for is done', async () => {
    const [call, visit] = await forPlan(leader)
    expect(await taskVerb(doer, 'start', visit!)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const report = { result: '去了', actualMinutes: 30 }
    expect(await taskVerb(doer, 'complete', visit!, report)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const told = await taskVerb(leader, 'complete', call!, { result: '约在周三', actualMinutes: 10 })
    expect(told).toMatchObject({ status: 'DONE', availableActions: [] })
    // Nobody accepts their own work.
    expect(await taskVerb(leader, 'confirm', told)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const second = await story.colleague(['CS_MANAGER'])
    await database.asSuperuser((sql) =>
      sql.query('update staff set person_id = (select person_id from staff where id = $1) where id = $2', [
        leader.staffId,
        second.staffId,
      ]),
    )
    expect(await taskVerb(second, 'confirm', told)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await taskVerb(doer, 'start', visit!)).toMatchObject({ status: 'IN_PROGRESS', isWaiting: false })
  })

  it('is done, paid, returned, done again and accepted by somebody else; the cost stands once, where the client’s costs are', async () => {
    const visit = (await forPlan(doer, { mine: true }))[0]!
    const done = await taskVerb(doer, 'complete', visit, {
      result: '业主满意',
      feedback: '希望加装门禁',
      actualMinutes: 45,
      actualMinor: 18_000,
    })
    expect(done).toMatchObject({ status: 'DONE', actualMinor: 18_000 })
    expect(await line()).toMatchObject({ committedMinor: 30_000, spentMinor: 18_000 })
    const returned = await taskVerb(leader, 'return', done, { reason: '请补充整改时间' })
    expect(returned).toMatchObject({ status: 'IN_PROGRESS', reason: '请补充整改时间' })
    const again = await taskVerb(doer, 'complete', returned, {
      result: '业主满意，下周整改',
      actualMinutes: 60,
      actualMinor: 17_500,
    })
    expect(await line()).toMatchObject({ committedMinor: 30_000, spentMinor: 17_500 })
    expect(await taskVerb(leader, 'confirm', again)).toMatchObject({
      status: 'ACCEPTED',
      availableActions: [],
    })
    const { planSpends } = await leader.get<{ planSpends: { edges: { node: object }[] } }>(
      'query($plan: ID!) { planSpends(plan: $plan, first: 10) { edges { node { amountMinor purpose task { id } } } } }',
      { plan: plan.id },
    )
    expect(planSpends.edges.map(({ node }) => node)).toEqual([
      { amountMinor: -500, purpose: '走访', task: { id: visit.id } },
      { amountMinor: 18_000, purpose: '走访', task: { id: visit.id } },
    ])
    const costs = await database.app.transaction(async (manager) => {
      await manager.query(`select set_config('app.org_id', '${story.orgId}', true)`)
      return manager.query('select cost_class, material_minor, labour_minutes, labour_role from cost_event')
    })
    expect(costs).toEqual([
      { cost_class: 'RETENTION', material_minor: 17_500, labour_minutes: 60, labour_role: 'CR_SPECIALIST' },
    ])
  })

  it('is given, moved and cancelled by whoever leads; what was held for it is free', async () => {
    const gift = (await forPlan(leader, { means: ['GIFT'] }))[1]!
    const nobody = story.ids.staff.FINANCE
    expect(await taskVerb(leader, 'assign', gift, { assigneeId: nobody })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'assigneeId' }],
    })
    expect(await tasksOf(story.as('TECHNICIAN'), {})).toEqual([])
    const theirs = await taskVerb(leader, 'assign', gift, { assigneeId: staff(story.as('TECHNICIAN')) })
    expect(await tasksOf(story.as('TECHNICIAN'), {})).toMatchObject([{ id: gift.id, client: null }])
    const early = { scheduledOn: inDays(20), dueOn: inDays(19), reason: '客户出差' }
    expect(await taskVerb(leader, 'reschedule', theirs, early)).toMatchObject({ fields: [{ path: 'dueOn' }] })
    const moved = await taskVerb(story.as('TECHNICIAN'), 'reschedule', theirs, {
      ...early,
      dueOn: inDays(22),
      despite: SEEN,
    })
    expect(moved).toMatchObject({ scheduledOn: inDays(20), dueOn: inDays(22) })
    expect(moved.availableActions).toEqual(['RESCHEDULE', 'START', 'COMPLETE'])
    const before = await line()
    expect(await taskVerb(leader, 'cancel', moved, { reason: '客户婉拒' })).toMatchObject({
      status: 'CANCELLED',
    })
    expect((await line()).committedMinor).toBe(before.committedMinor - 10_000)
  })

  it('is nobody’s to see beyond those who do it, lead or answer for the client', async () => {
    const [first] = await forPlan(leader)
    for (const role of ['TECHNICIAN', 'SALES', 'FINANCE'] as const) {
      const { data } = await story
        .as(role)
        .run<{ planTask: object | null }>('query($id: ID!) { planTask(id: $id) { title } }', {
          id: first!.id,
        })
      expect(data?.planTask ?? null, role).toBeNull()
    }
    expect(
      await taskVerb(story.as('TECHNICIAN'), 'start', first!).catch((error: Error) => error.message),
    ).toMatch(/NOT_FOUND/)
  })

  it('tells how far it is, and what each has before them', async () => {
    const { planProgress } = await leader.get<{
      planProgress: { total: number; months: object[]; people: object[] }
    }>(
      `query($plan: ID!) { planProgress(plan: $plan) { total open late unassigned
        months { key scheduled done accepted } people { key name scheduled accepted } } }`,
      { plan: plan.id },
    )
    expect(planProgress).toMatchObject({ total: 4, open: 2, late: 0, unassigned: 0 })
    expect(planProgress.people).toContainEqual(expect.objectContaining({ key: staff(doer), accepted: 1 }))
    const gift = (await forPlan(leader, { means: ['GIFT'], open: true }))[0]!
    await taskVerb(leader, 'assign', gift, { assigneeId: staff(doer) })
    const { planWorkload } = await leader.get<{
      planWorkload: { staffId: string; weeks: { estimatedMinutes: number; workingMinutes: number }[] }[]
    }>(
      `query($from: LocalDate!) { planWorkload(from: $from, weeks: 3) {
      staffId name late weeks { from tasks estimatedMinutes workingMinutes } } }`,
      { from: inDays(0) },
    )
    const weeks = planWorkload.find(({ staffId }) => staffId === staff(doer))!.weeks
    expect(weeks).toHaveLength(3)
    expect(weeks.reduce((sum, week) => sum + week.estimatedMinutes, 0)).toBe(60)
    expect(planWorkload.some(({ staffId }) => staffId === story.ids.staff.FINANCE)).toBe(false)
  })

  it('ends with its plan: what was not begun is cancelled, and free', async () => {
    const now = await leader.get<{ maintenancePlan: PlanAnswer }>(
      'query($id: ID!) { maintenancePlan(id: $id) { id version } }',
      { id: plan.id },
    )
    expect(await planVerb(leader, 'cancel', now.maintenancePlan, { reason: '客户迁出' })).toMatchObject({
      status: 'CANCELLED',
    })
    expect(await forPlan(leader, { open: true })).toEqual([])
    expect(await line()).toMatchObject({ committedMinor: 0, spentMinor: 17_500 })
  })
})
