/** Plans for machines: written where one answers for them, a task for each, amended to other machines, paid by machine; and two who write at once. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { draftPlan, measure, PLAN, planContent, planVerb } from '../../../test/plan-of-story.ts'
import { careContent, inDays, made, once, tasksOf, taskVerb } from '../../../test/plan-work-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let site: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  site = story.as('SITE_MANAGER')
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const lift = (name: string) =>
  site.does<Payload>(
    'registerEquipment',
    { class: 'LIFT', name, projectId: story.ids.project, buildingId: story.ids.building, place: '东侧' },
    'id version',
  )
const upkeep = (more: object = {}) =>
  careContent(site, {
    title: '电梯年度维保',
    objectives: [{ key: 'o1', measure: 'AVAILABILITY', target: 9_900 }],
    measures: [
      measure({
        means: 'UPKEEP',
        title: '半月保养',
        gap: undefined,
        recurrence: once(3),
        assigneeId: story.ids.staff.TECHNICIAN,
      }),
    ],
    budget: [{ key: 'b1', kind: 'MATERIAL', title: '易损件', amountMinor: 100_000 }],
    ...more,
  })
const inForce = async (draft: Payload) => {
  const submitted = await planVerb(site, 'submit', draft as never)
  const reviewed = await planVerb(story.as('CS_MANAGER'), 'review', submitted)
  const approved = await planVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
  expect(await made(worker)).toEqual([])
  return approved
}
const machineOf = (by: Person, id: string) =>
  by.get<{ equipment: { spentMinor: number | null } }>(
    'query($id: ID!) { equipment(id: $id) { spentMinor } }',
    { id },
  )

describe('a plan for machines', () => {
  it('makes the tasks of each, goes on with others by an amendment, and none with what is retired', async () => {
    const [one, two, three] = [await lift('1 号梯'), await lift('2 号梯'), await lift('3 号梯')]
    const planned = { kind: 'FACILITY', projectId: story.ids.project }
    const gone = await lift('旧梯')
    await site.does('retireEquipment', { equipmentId: gone!.id, expectedVersion: 1, reason: '拆除' }, 'id')
    expect(
      await draftPlan(site, { ...planned, equipmentIds: [one!.id, gone!.id], content: upkeep() }),
    ).toMatchObject({ fields: [{ path: 'equipmentIds' }] })
    const draft = await draftPlan(site, {
      ...planned,
      equipmentIds: [one!.id, two!.id],
      content: upkeep(),
    })
    const active = await inForce(draft)
    expect(active).toMatchObject({ status: 'ACTIVE' })
    const first = await tasksOf(site, { equipment: one!.id })
    expect(first).toMatchObject([{ title: '半月保养', status: 'SCHEDULED' }])
    expect(await tasksOf(site, { plan: draft.id })).toHaveLength(2)
    const { maintenancePlans } = await site.get<{ maintenancePlans: { edges: { node: Payload }[] } }>(
      'query($id: ID!) { maintenancePlans(first: 5, filter: { equipment: $id }) { edges { node { id } } } }',
      { id: two!.id },
    )
    expect(maintenancePlans.edges.map(({ node }) => node.id)).toEqual([draft.id])

    // What a machine costs is read by whoever reads budgets; whoever repairs it sees none.
    const technician = story.as('TECHNICIAN')
    await taskVerb(technician, 'complete', first[0]!, {
      result: '已保养',
      actualMinutes: 40,
      actualMinor: 1_500,
    })
    expect(await machineOf(site, one!.id)).toEqual({ equipment: { spentMinor: 1_500 } })
    expect(await machineOf(technician, one!.id)).toEqual({ equipment: { spentMinor: null } })

    const amending = await planVerb(site, 'amend', active, { reason: '3 号梯投入使用' })
    const changed = await planVerb(site, 'change', amending, {
      equipmentIds: [one!.id, three!.id],
      content: upkeep(),
    })
    const { planDifference } = await site.get<{ planDifference: object[] }>(
      'query($from: ID!, $to: ID!) { planDifference(from: $from, to: $to) { anchor where before after } }',
      { from: active.effectiveRevision!.id, to: changed.openRevision!.id },
    )
    expect(planDifference).toEqual([
      {
        anchor: 'equipmentIds',
        where: 'Machines',
        before: expect.stringContaining('2 号梯'),
        after: expect.stringContaining('3 号梯'),
      },
    ])
    await inForce(changed)
    const state = async (id: string) => (await tasksOf(site, { equipment: id })).map(({ status }) => status)
    expect(await state(one!.id)).toEqual(['DONE'])
    expect(await state(two!.id)).toEqual(['CANCELLED'])
    expect(await state(three!.id)).toEqual(['SCHEDULED'])
    await site.does('retireEquipment', { equipmentId: three!.id, expectedVersion: 1, reason: '拆除' }, 'id')
    expect(await state(three!.id)).toEqual(['CANCELLED'])
  })
})

describe('two who write for one client at once', () => {
  it('are told of each other when the second submits; whoever begins later may', async () => {
    const writer = story.as('CR_SUPERVISOR')
    const draft = (more: object = {}) =>
      draftPlan(writer, {
        kind: 'RELATIONSHIP',
        clientId: story.ids.client,
        content: planContent(writer, { startsOn: inDays(0), endsOn: inDays(90), measures: [], ...more }),
      })
    const whole = { measures: [measure({ recurrence: once(3) })] }
    const [one, other, later] = [
      await draft(whole),
      await draft(whole),
      await draft({
        measures: [measure({ recurrence: once(120) })],
        startsOn: inDays(100),
        endsOn: inDays(200),
      }),
    ]
    const submitted = await planVerb(writer, 'submit', one!)
    expect(submitted).toMatchObject({ status: 'IN_REVIEW' })
    expect(await planVerb(writer, 'submit', other!)).toMatchObject({
      code: 'NOT_ELIGIBLE',
      message: expect.stringContaining(one!.number),
    })
    expect(await planVerb(writer, 'submit', later!)).toMatchObject({ status: 'IN_REVIEW' })
    await planVerb(writer, 'withdraw', submitted, { reason: '合并到另一份' })
    expect(await writer.does('submitPlan', { planId: other!.id, expectedVersion: 1 }, PLAN)).toMatchObject({
      status: 'IN_REVIEW',
    })
  })
})
