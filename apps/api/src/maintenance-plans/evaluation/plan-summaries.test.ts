/** How a plan ends: measured, summed up and signed by three, completed; only then the next may be submitted. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { draftPlan, measure, planContent, planVerb, type PlanAnswer } from '../../../test/plan-of-story.ts'
import { every, inDays, inForceOf, made, tasksOf } from '../../../test/plan-work-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let supervisor: Person
let specialist: Person
let manager: Person
let director: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  supervisor = story.as('CR_SUPERVISOR')
  specialist = story.as('CR_SPECIALIST')
  manager = story.as('CS_MANAGER')
  director = story.as('CS_DIRECTOR')
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const YEAR = {
  startsOn: '2026-01-01',
  endsOn: '2026-10-31',
  measures: [measure({ recurrence: { frequency: 'MONTHLY', interval: 3, from: '2026-01-01', monthDay: 5 } })],
}

const evaluating = async (more: object = {}): Promise<PlanAnswer> => {
  const content = planContent(supervisor, { ...YEAR, ...more })
  const draft = await draftPlan(supervisor, {
    kind: 'RELATIONSHIP',
    clientId: story.ids.client,
    content,
  })
  const submitted = await planVerb(supervisor, 'submit', draft)
  const active = await planVerb(director, 'approve', await planVerb(manager, 'review', submitted))
  return planVerb(supervisor, 'evaluate', active)
}

const content = (more: object = {}) => ({
  worked: '按季走访，问题当场记录',
  wanting: '第二季度延误',
  improvement: '提前一周预约',
  recommendation: 'RENEW',
  lessons: [
    { kind: 'GOOD_PRACTICE', words: '走访前先看未结工单' },
    { kind: 'PITFALL', words: '月末不要安排走访' },
  ],
  ...more,
})

interface SummaryAnswer extends Payload {
  readonly status: string
  readonly contentHash: string | null
  readonly availableActions: readonly string[]
  readonly signatures: readonly { readonly meaning: string; readonly contentHash: string }[]
}
const SUMMARY = `id version status revision worked wanting recommendation lessons { kind words } reason contentHash awaitsMe
  availableActions signatures { meaning contentHash }`
const write = (by: Person, plan: PlanAnswer, more: object = {}) =>
  by.does<SummaryAnswer>('draftPlanSummary', { planId: plan.id, content: content(more) }, SUMMARY)
const does = (by: Person, name: string, it: Pick<SummaryAnswer, 'id' | 'version'>, more: object = {}) =>
  by.does<SummaryAnswer>(
    `${name}PlanSummary`,
    { summaryId: it.id, expectedVersion: it.version, ...more },
    SUMMARY,
  )

interface Evaluation {
  readonly frozenAt: string | null
  readonly clients: number
  readonly spentMinor: number
  readonly tasksDue: number
  readonly objectives: readonly Record<string, unknown>[]
}
const evaluation = async (by: Person, id: string): Promise<Evaluation> =>
  (
    await by.get<{ planEvaluation: Evaluation }>(
      `query($id: ID!) { planEvaluation(planId: $id) { frozenAt from until beforeFrom clients tasksDue tasksDone tasksLate tasksCancelled
        spentMinor costPerTaskMinor budget { key approvedMinor spentMinor } feedback { words }
        objectives { key measure target before isBeforeStated now verdict reason gained costPerResultMinor comparableClients gainBeyond } } }`,
      { id },
    )
  ).planEvaluation

const plan = async (by: Person, id: string) =>
  (
    await by.get<{ maintenancePlan: PlanAnswer }>(
      'query($id: ID!) { maintenancePlan(id: $id) { id version number status availableActions } }',
      { id },
    )
  ).maintenancePlan

const uuid = (id: string) => fromGlobalId('MaintenancePlan', id)

describe('its figures', () => {
  it('stand beside those of comparable clients, once there are five of them', async () => {
    const { client, project } = story.ids
    const projectId = fromGlobalId('Project', project)!
    const [id, staffId] = [fromGlobalId('Client', client)!, supervisor.staffId]
    const paid = (clientId: string, on: string, minor: number) =>
      database.asSuperuser((sql) =>
        sql.query(
          `insert into payment (org_id, id, number, client_id, amount_minor, credit_minor, received_on, method, recorded_by_id, recorded_at)
           values ($1, gen_random_uuid(), 'T' || left(gen_random_uuid()::text, 8), $2, $4, 0, $3, 'CASH', $5, now())`,
          [story.orgId, clientId, on, minor, staffId],
        ),
      )
    const over = await evaluating({ objectives: [{ key: 'o1', measure: 'REVENUE', target: 900 }] })
    await database.asSuperuser((sql) =>
      sql.query(`update client set kind = 'HOUSEHOLD', project_id = $2 where id = $1`, [id, projectId]),
    )
    await paid(id, '2025-12-01', 300)
    await paid(id, '2026-02-01', 800)
    const outcome = async () => (await evaluation(specialist, over.id)).objectives[0]
    expect(await outcome()).toMatchObject({
      before: 300,
      now: 800,
      verdict: 'PARTLY',
      gained: 500,
      comparableClients: 0,
      gainBeyond: null,
    })
    for (let nth = 0; nth < 5; nth += 1) {
      const createdAt = new Date('2020-01-01T00:00:00Z')
      const other = await addClient(database, story, 'HOUSEHOLD', { projectId, createdAt })
      await paid(fromGlobalId('Client', other)!, '2026-03-01', 100 + nth * 100)
    }
    expect(await outcome()).toMatchObject({ comparableClients: 5, gainBeyond: 200 })
    await database.asSuperuser((sql) =>
      sql.query(`update maintenance_plan set status = 'CANCELLED' where id = $1`, [uuid(over.id)]),
    )
  })
})

describe('a plan that was carried out', () => {
  it('is summed up over frozen figures, signed by three, completed with its lessons, and only then renewed', async () => {
    const last = await evaluating({
      objectives: [
        { key: 'o1', measure: 'SATISFACTION', target: 9_500, baseline: 8_000 },
        { key: 'o2', measure: 'COMPLAINTS', target: 3 },
      ],
    })
    expect(last.availableActions).toEqual(['CANCEL'])
    expect(await planVerb(manager, 'complete', last)).toMatchObject({ code: 'NOT_ELIGIBLE' })

    const next = await draftPlan(supervisor, {
      kind: 'RELATIONSHIP',
      clientId: story.ids.client,
      renewsId: last.id,
      content: planContent(supervisor),
    })
    const early = await planVerb(supervisor, 'submit', next)
    expect(early).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(JSON.stringify(early)).toContain(last.number)

    const before = await evaluation(specialist, last.id)
    expect(before).toMatchObject({
      frozenAt: null,
      clients: 1,
      objectives: [
        {
          key: 'o1',
          before: 8000,
          isBeforeStated: true,
          now: null,
          verdict: 'NOT_MEASURABLE',
          reason: 'NO_VISITS',
        },
        { key: 'o2', verdict: 'REACHED' },
      ],
    })

    await expect(write(story.as('TECHNICIAN'), last)).rejects.toThrow('FORBIDDEN')
    const draft = await write(specialist, last)
    expect(draft).toMatchObject({ status: 'DRAFT', availableActions: ['CHANGE', 'SUBMIT'] })
    expect(await write(supervisor, last)).toMatchObject({ code: 'DUPLICATE' })
    expect(await does(specialist, 'change', draft, { content: content({ worked: ' ' }) })).toMatchObject({
      fields: [{ path: 'content.worked' }],
    })
    const submitted = await does(specialist, 'submit', draft)
    expect(submitted).toMatchObject({ status: 'IN_SIGNING', revision: 1 })
    expect(await does(specialist, 'change', submitted, { content: content() })).toMatchObject({
      code: 'WRONG_STATUS',
    })

    // Returned: words are amended, and the figures measured anew.
    const returned = await does(supervisor, 'return', submitted, { reason: '请补充原因' })
    expect(returned).toMatchObject({ status: 'DRAFT', reason: '请补充原因' })
    const amended = await does(specialist, 'change', returned, {
      content: content({ wanting: '第二季度因人手不足延误' }),
    })
    const again = await does(specialist, 'submit', amended)
    expect(again).toMatchObject({ status: 'IN_SIGNING', revision: 2 })
    const frozen = await evaluation(specialist, last.id)
    expect(frozen.frozenAt).not.toBeNull()

    // What happens afterwards changes no figure that is being signed.
    await database.asSuperuser((sql) =>
      sql.query(`update plan_budget_line set spent_minor = 77700 where plan_id = $1`, [uuid(last.id)]),
    )
    expect(await evaluation(specialist, last.id)).toEqual(frozen)

    await expect(does(specialist, 'review', again)).rejects.toThrow('FORBIDDEN')
    expect(await does(manager, 'approve', again)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const reviewed = await does(supervisor, 'review', again, { note: '属实' })
    const both = await story.colleague(['CR_SUPERVISOR', 'CS_MANAGER'])
    expect(await does(supervisor, 'approve', reviewed).catch(String)).toMatch('FORBIDDEN')
    const approved = await does(both, 'approve', reviewed)
    expect(approved).toMatchObject({ status: 'APPROVED', availableActions: [] })
    expect(approved.signatures.map(({ meaning }) => meaning)).toEqual([
      'PREPARED',
      'REJECTED',
      'PREPARED',
      'REVIEWED',
      'APPROVED',
    ])
    for (const { contentHash } of approved.signatures.slice(2)) expect(contentHash).toBe(approved.contentHash)

    await expect(planVerb(specialist, 'complete', last)).rejects.toThrow('FORBIDDEN')
    const ready = await plan(manager, last.id)
    expect(ready.availableActions).toEqual(['COMPLETE'])
    expect(await planVerb(manager, 'complete', ready)).toMatchObject({
      status: 'COMPLETED',
      availableActions: [],
    })
    const { planLessons } = await specialist.get<{ planLessons: { edges: { node: object }[] } }>(
      `query($client: ID!) { planLessons(first: 10, filter: { client: $client }) { edges { node { kind words plan { number } } } } }`,
      { client: story.ids.client },
    )
    expect(planLessons.edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([
        { kind: 'GOOD_PRACTICE', words: '走访前先看未结工单', plan: { number: last.number } },
        { kind: 'PITFALL', words: '月末不要安排走访', plan: { number: last.number } },
      ]),
    )
    expect(await planVerb(supervisor, 'submit', next)).toMatchObject({ status: 'IN_REVIEW' })
  })

  it('is signed by nobody who wrote at it, over other words by nobody, and owes no task of a later day', async () => {
    const measures = [measure({ recurrence: every(10, 0, 40), estimatedMinor: 100 })]
    const active = await inForceOf(story, { clientId: story.ids.client }, { measures })
    await made(worker)
    const over = await planVerb(supervisor, 'evaluate', active)
    const tasks = await tasksOf(supervisor, { plan: over.id })
    expect(tasks).toHaveLength(5)
    for (const task of tasks) {
      const isLater = task.scheduledOn > inDays(0)
      expect(task).toMatchObject(
        isLater
          ? { status: 'CANCELLED', reason: expect.stringContaining('评估') as string }
          : { status: 'SCHEDULED' },
      )
    }
    const mine = await write(supervisor, over)
    const changed = await does(specialist, 'change', mine, { content: content({ lessons: [] }) })
    const submitted = await does(specialist, 'submit', changed)
    // Who wrote it first does not review it, whoever submits it.
    expect(await does(supervisor, 'review', submitted)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const colleague = await story.colleague(['CR_SUPERVISOR'])
    await database.asSuperuser((sql) =>
      sql.query(
        `update plan_summary set figures = jsonb_set(figures, '{tasksDone}', '99') where plan_id = $1`,
        [uuid(over.id)],
      ),
    )
    expect(await does(colleague, 'review', submitted)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // Of a plan that is cancelled no signature is awaited any more.
    const awaited = async () =>
      (
        await colleague.get<{ signings: { totalCount: number } }>(
          '{ signings(first: 1, filter: { awaitsMe: true, kind: [PLAN_SUMMARY] }) { totalCount } }',
        )
      ).signings.totalCount
    expect(await awaited()).toBe(1)
    await planVerb(supervisor, 'cancel', await plan(supervisor, over.id), { reason: '客户迁出' })
    expect(await awaited()).toBe(0)
    // Whom it does not concern learns nothing of it.
    const elsewhere = await given(database, server)
    const there = elsewhere.as('CS_DIRECTOR')
    await expect(evaluation(there, over.id)).rejects.toThrow('NOT_FOUND')
    await expect(evaluation(story.as('FINANCE'), over.id)).rejects.toThrow('FORBIDDEN')
    await expect(evaluation(story.as('SITE_MANAGER'), over.id)).rejects.toThrow('NOT_FOUND')
    const read = await there.get<{ planSummary: object | null }>(
      'query($id: ID!) { planSummary(id: $id) { worked } }',
      { id: submitted.id },
    )
    expect(read.planSummary).toBeNull()
  })
})
