/** Clients are graded: scored by the worker, overridden, signed by three, published at one stroke, appealed and amended. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { CYCLE, gradingOf, withStandard, type Cycle } from '../../test/grading-of-story.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import type { Outbox } from '../worker/outbox.entity.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { scoringConsumer } from './evaluations/scoring.consumer.ts'
import { scoreAll, scoreNext } from './evaluations/scoring.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let grading: ReturnType<typeof gradingOf>

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  await withStandard(database, story)
  grading = gradingOf(database, story)
})

interface Client extends Payload {
  readonly id: string
  readonly version: number
}
const opened = async (name: string, phone: string) => {
  const client = await story.as('CR_SPECIALIST').does<Client>('openClient', {
    kind: 'HOUSEHOLD',
    relation: 'OWNER',
    name,
    phone,
    explained: true,
    consentPurposes: ['CARE'],
    occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01' }],
  })
  if (!client.id) throw new Error(JSON.stringify(client))
  return client
}
/** One who never complained (B: 8,000), one who did (D: 3,200), besides the client of the story. */
const two = async () => {
  const content = await opened('安先生', '13900005678')
  const complaining = await opened('怨女士', '13700001111')
  await registered(story, { clientId: complaining.id })
  return { content, complaining }
}

interface Sheet {
  readonly id: string
  readonly total: number | null
  readonly proposedGrade: string | null
  readonly finalGrade: string | null
  readonly previousGrade: string | null
  readonly movement: string | null
  readonly leftOut: string | null
  readonly client: { readonly id: string }
}
const SHEET = 'id total proposedGrade finalGrade previousGrade movement leftOut client { id }'
const sheets = async (cycle: Cycle, filter: object = {}, by: Person = story.as('CR_SUPERVISOR')) =>
  (
    await by.get<{ evaluations: { edges: { node: Sheet }[] } }>(
      `query($filter: EvaluationFilter) { evaluations(filter: $filter, first: 100) { edges { node { ${SHEET} } } } }`,
      { filter: { cycle: cycle.id, ...filter } },
    )
  ).evaluations.edges.map(({ node }) => node)
const sheetOf = async (cycle: Cycle, client: Client) => (await sheets(cycle, { client: client.id }))[0]!

const gradeOf = async (client: Client, by: Person = story.as('SERVICE_AGENT')) =>
  (
    await by.get<{ client: { grade: { grade: string | null; cycle: string | null } | null } }>(
      'query($id: ID!) { client(id: $id) { grade { grade cycle } } }',
      { id: client.id },
    )
  ).client.grade

const place = (cycle: Cycle) => ({ orgId: story.orgId, id: fromGlobalId('GradingCycle', cycle.id)! })
const batch = (cycle: Cycle, most: number) =>
  withTenant(database.app, story.orgId, (manager) => scoreNext(manager, place(cycle), new Date(), most))

const CHANGE = 'id version status toGrade availableActions'
const ask = (verb: 'override' | 'appeal', sheet: Sheet, toGrade: string, by: Person) =>
  by.does<Payload & { id: string; version: number; status: string }>(
    `${verb}Evaluation`,
    { evaluationId: sheet.id, toGrade, reason: '年度战略客户', evidence: '2026-10 会议纪要' },
    CHANGE,
  )
const decide = (
  verb: 'Override' | 'Appeal',
  change: { id: string; version: number },
  by: Person,
  granted = true,
) =>
  by.does<Payload & { status: string }>(
    `decide${verb}OfEvaluation`,
    { gradeChangeId: change.id, expectedVersion: change.version, granted, note: '依据充分' },
    CHANGE,
  )

describe('a cycle', () => {
  it('is scored, overridden, signed by three and published: only then has a client a grade', async () => {
    const { content, complaining } = await two()
    const cycle = await grading.scored()
    expect(cycle).toMatchObject({ status: 'SCORED', totalCount: 3, scoredCount: 3 })
    const sheet = await sheetOf(cycle, content)
    expect(sheet).toMatchObject({ total: 8_000, proposedGrade: 'B', movement: 'NEW' })
    expect(await sheetOf(cycle, complaining)).toMatchObject({ total: 3_200, finalGrade: 'D' })

    const supervisor = story.as('CR_SUPERVISOR')
    const change = await ask('override', sheet, 'A', supervisor)
    expect(await grading.prepared(cycle)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const both = await story.colleague(['CR_SUPERVISOR', 'CS_MANAGER'])
    const theirs = await ask('override', await sheetOf(cycle, complaining), 'C', both)
    expect(await decide('Override', theirs, both)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await decide('Override', theirs, story.as('CS_MANAGER'), false)).toMatchObject({
      status: 'REFUSED',
    })
    expect(await decide('Override', change, story.as('CS_MANAGER'))).toMatchObject({ status: 'GRANTED' })
    expect(await sheetOf(cycle, content)).toMatchObject({ proposedGrade: 'B', finalGrade: 'A' })

    expect(await gradeOf(content)).toEqual({ grade: null, cycle: null })
    const done = await grading.approved(cycle)
    expect(done).toMatchObject({ status: 'APPROVED', listCount: 3 })
    expect(await gradeOf(content)).toEqual({ grade: null, cycle: null })
    const published = await grading.publish(done)
    expect(published).toMatchObject({
      status: 'PUBLISHED',
      gradeCounts: [
        { grade: 'A', count: 1 },
        { grade: 'B', count: 1 },
        { grade: 'C', count: 0 },
        { grade: 'D', count: 1 },
        { grade: null, count: 0 },
      ],
    })
    expect(await gradeOf(content)).toEqual({ grade: 'A', cycle: published.number })
    expect(await gradeOf(complaining)).toEqual({ grade: 'D', cycle: published.number })
    // A clerk looks after the same archive and never sees how much it is worth to the house; a list gives it away no more.
    expect(await gradeOf(content, story.as('INFORMATION_CLERK'))).toBeNull()
    const asked = await story
      .as('INFORMATION_CLERK')
      .run('{ clients(filter: { grade: ["A"] }, first: 5) { edges { node { id } } } }')
    expect(asked.errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    const listed = await story
      .as('CR_SUPERVISOR')
      .get<{ clients: { edges: { node: { id: string } }[] } }>(
        '{ clients(filter: { grade: ["A"] }, first: 5) { edges { node { id } } } }',
      )
    expect(listed.clients.edges.map(({ node }) => node.id)).toEqual([content.id])
  })

  it('goes on where it was interrupted, with nobody twice and nobody missing, and stops when it is cancelled', async () => {
    await two()
    const cycle = await grading.begun()
    expect(await batch(cycle, 1)).toBe(true)
    expect(await grading.read(cycle.id)).toMatchObject({ status: 'SCORING', scoredCount: 1, totalCount: 3 })
    // Two that take it up again at once: one waits for the other, and both end.
    const services = { dataSource: database.app, clock: () => new Date() }
    await Promise.all([scoreAll(services, place(cycle)), scoreAll(services, place(cycle))])
    const done = await grading.read(cycle.id)
    expect(done).toMatchObject({ status: 'SCORED', scoredCount: 3 })
    expect(new Set((await sheets(done)).map(({ client }) => client.id)).size).toBe(3)

    const step = grading.step(done)
    const cancelled = await story
      .as('CR_SUPERVISOR')
      .does<Cycle>('cancelGradingCycle', { ...step, reason: '标准有误' }, CYCLE)
    expect(cancelled).toMatchObject({ status: 'CANCELLED', note: '标准有误' })
    const next = await grading.begun()
    await batch(next, 1)
    const now = await grading.read(next.id)
    await story.as('CR_SUPERVISOR').does('cancelGradingCycle', { ...grading.step(now), reason: '重来' })
    await scoreAll(services, place(next))
    expect(await grading.read(next.id)).toMatchObject({ status: 'CANCELLED', scoredCount: 1 })
  })

  it('leaves out, and says so, whose archive is gone meanwhile', async () => {
    const { content } = await two()
    const cycle = await grading.scored()
    await story
      .as('CR_SUPERVISOR')
      .does('archiveClient', { clientId: content.id, expectedVersion: content.version, reason: '已搬离' })
    const published = await grading.published(cycle)
    expect(published).toMatchObject({ listCount: 2 })
    expect(await sheetOf(published, content)).toMatchObject({ finalGrade: 'B', leftOut: 'ARCHIVED' })
    expect(await gradeOf(content)).toEqual({ grade: null, cycle: null })
  })

  it('is one at a time of the same clients, and never of a day to come or without a standard', async () => {
    const cycle = await grading.scored({ projectIds: [story.ids.project] })
    expect(await grading.open()).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await grading.published(cycle)
    expect(await grading.open({ asOfOn: '2999-01-01' })).toMatchObject({ code: 'INVALID_INPUT' })
    const bare = await given(database, server)
    const without = gradingOf(database, bare)
    expect(await without.begun()).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('is sent back with a reason; what was signed is what is published, or nothing', async () => {
    await two()
    const prepared = await grading.prepared(await grading.scored())
    const self = await story
      .as('CR_SUPERVISOR')
      .does<Payload>('cancelGradingCycle', { ...grading.step(prepared), expectedVersion: 1, reason: 'x' })
    expect(self.code).toBe('STALE_RECORD')
    const back = await story
      .as('QUALITY')
      .does<Cycle>('rejectGradingCycle', { ...grading.step(prepared), reason: '投诉未核对' }, CYCLE)
    expect(back).toMatchObject({ status: 'SCORED', note: '投诉未核对' })
    const approved = await grading.approved(back)
    await database.asSuperuser((db) =>
      db.query("update evaluation set final_grade = 'A' where org_id = $1 and final_grade = 'D'", [
        story.orgId,
      ]),
    )
    expect(await grading.publish(approved)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('an evaluation', () => {
  it('says why, what would change it, and what has changed since last time', async () => {
    const { content } = await two()
    await grading.published(await grading.scored())
    await registered(story, { clientId: content.id })
    const cycle = await grading.scored()
    const sheet = await sheetOf(cycle, content)
    expect(sheet).toMatchObject({ previousGrade: 'B', finalGrade: 'D', movement: 'DOWN' })
    const { evaluationExplained } = await story.as('CR_SUPERVISOR').get<{ evaluationExplained: object }>(
      `query($id: ID!) { evaluationExplained(evaluation: $id) {
         lines { criterion name metric unit raw bandFrom bandTo score weight contribution target gap rawBefore contributionBefore moved }
         up { criterion from to grade } down { criterion } isAsComputed } }`,
      { id: sheet.id },
    )
    expect(evaluationExplained).toMatchObject({
      isAsComputed: true,
      up: [{ criterion: 'complaints', to: 0, grade: 'B' }],
      down: [],
      lines: [
        {
          criterion: 'complaints',
          bandFrom: 1,
          bandTo: null,
          score: 2_000,
          contribution: 1_200,
          target: 0,
          rawBefore: 0,
          contributionBefore: 6_000,
          moved: -4_800,
        },
        { criterion: 'revenue', score: 5_000, contribution: 2_000, moved: 0 },
      ],
    })
    // Whoever may not see the client may not see why, either.
    const stranger = await story.colleague(['KEY_ACCOUNT_MANAGER'])
    const hidden = await stranger
      .get<{ evaluationExplained: null; evaluation: null }>(
        'query($id: ID!) { evaluationExplained(evaluation: $id) { isAsComputed } evaluation(id: $id) { id } }',
        { id: sheet.id },
      )
      .catch((error: Error) => error.message)
    expect(JSON.stringify(hidden)).not.toContain('true')
  })

  it('is appealed after publication; granted, an amendment that is signed again says the other grade', async () => {
    const { content, complaining } = await two()
    const first = await grading.published(await grading.scored())
    const appeal = await ask('appeal', await sheetOf(first, complaining), 'C', story.as('SITE_MANAGER'))
    expect(await grading.open({ amendsId: first.id })).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await decide('Appeal', appeal, story.as('CS_MANAGER'))).toMatchObject({ status: 'GRANTED' })
    expect(await gradeOf(complaining)).toMatchObject({ grade: 'D' })
    const again = await ask('appeal', await sheetOf(first, complaining), 'B', story.as('SITE_MANAGER'))
    expect(again).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const amendment = await grading.published(await grading.scored({ name: '修订一', amendsId: first.id }))
    expect(amendment).toMatchObject({ totalCount: 1, listCount: 1 })
    expect(await gradeOf(complaining)).toEqual({ grade: 'C', cycle: amendment.number })
    expect(await gradeOf(content)).toEqual({ grade: 'B', cycle: first.number })
    expect(await grading.open({ amendsId: first.id })).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('that a later directory has superseded is not granted any more: nothing would say so', async () => {
    const { complaining } = await two()
    const first = await grading.published(await grading.scored())
    const late = await ask('appeal', await sheetOf(first, complaining), 'C', story.as('CR_SPECIALIST'))
    await grading.published(await grading.scored())
    expect(await decide('Appeal', late, story.as('CS_MANAGER'))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await decide('Appeal', late, story.as('CS_MANAGER'), false)).toMatchObject({ status: 'REFUSED' })
  })

  it('of whoever moved away is carried out even after a later directory of the place where they lived', async () => {
    const { content, complaining } = await two()
    const first = await grading.published(await grading.scored())
    const [theirs, other] = [await sheetOf(first, complaining), await sheetOf(first, content)]
    for (const sheet of [theirs, other])
      await decide(
        'Appeal',
        await ask('appeal', sheet, 'C', story.as('CR_SPECIALIST')),
        story.as('CS_MANAGER'),
      )
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query('update client set project_id = null, building_id = null where org_id = $1 and id = $2', [
        story.orgId,
        fromGlobalId('Client', complaining.id),
      ]),
    )
    const local = await grading.published(await grading.scored({ projectIds: [story.ids.project] }))
    expect(await gradeOf(content)).toEqual({ grade: 'B', cycle: local.number })
    // What the later directory says of the other one stands.
    const amendment = await grading.published(await grading.scored({ amendsId: first.id }))
    expect(amendment).toMatchObject({ totalCount: 1, listCount: 1 })
    expect(await gradeOf(complaining)).toEqual({ grade: 'C', cycle: amendment.number })
    expect(await gradeOf(content)).toEqual({ grade: 'B', cycle: local.number })
  })
})

describe('scoring that cannot be finished', () => {
  it('is open again and says so; scored again, it goes on', async () => {
    await two()
    const cycle = await grading.begun()
    await batch(cycle, 1)
    const row = { orgId: story.orgId, subjectId: place(cycle).id } as Outbox
    const services = { dataSource: database.app, clock: () => new Date() } as WorkerServices
    await scoringConsumer.gaveUp!(row, services)
    const open = await grading.read(cycle.id)
    expect(open).toMatchObject({ status: 'OPEN', scoredCount: 1 })
    expect(open['note']).toContain('score again')
    await story.as('CR_SUPERVISOR').does('scoreGradingCycle', grading.step(open))
    await scoreAll(services, place(cycle))
    expect(await grading.read(cycle.id)).toMatchObject({ status: 'SCORED', scoredCount: 3 })
    await scoringConsumer.gaveUp!(row, services)
    expect(await grading.read(cycle.id)).toMatchObject({ status: 'SCORED' })
  })
})
