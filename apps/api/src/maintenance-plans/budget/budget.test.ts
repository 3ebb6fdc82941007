/** The budget of a plan: never passed, whoever spends at the same moment; raised by somebody else than asks. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { measure, planVerb, type PlanAnswer } from '../../../test/plan-of-story.ts'
import {
  budgetOf,
  careContent,
  every,
  inDays,
  inForceOf,
  made,
  tasksOf,
  taskVerb,
} from '../../../test/plan-work-of-story.ts'
import { testServer } from '../../../test/server.ts'
import { PASSWORD, signerOf, type World } from '../../../test/signing.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'
import { hashPassword } from '../../access/password.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let leader: Person
let world: World
/** The codes of an app are good for half a minute, each once. */
let shift = 0

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { clock: () => new Date(Date.now() + shift) })
  worker = await testWorker(database)
  story = await given(database, server)
  leader = story.as('CR_SUPERVISOR')
  const secretHash = await hashPassword(PASSWORD)
  world = { database, server, story, secretHash, now: () => new Date(Date.now() + shift) }
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

/** 25 tasks of 1,000 each, of 100,000 approved. */
const planned = async (): Promise<PlanAnswer> => {
  const plan = await inForceOf(
    story,
    { clientId: story.ids.client },
    { measures: [measure({ recurrence: every(10, 5, 245), estimatedMinor: 1_000 })] },
  )
  expect(await made(worker)).toEqual([])
  return plan
}
const spend = (by: Person, plan: PlanAnswer, amountMinor: number, more: object = {}) =>
  by.does<Payload>(
    'spendPlan',
    { planId: plan.id, line: 'b1', amountMinor, spentOn: inDays(0), purpose: '鲜花', ...more },
    'id amountMinor',
  )
const asked = (by: Person, plan: PlanAnswer, amountMinor: number) =>
  by.does<Payload>(
    'askOverrunOfPlan',
    { planId: plan.id, line: 'b1', amountMinor, reason: '年会场地涨价' },
    'id version status availableActions',
  )
let director: Awaited<ReturnType<typeof signerOf>> | undefined
const signing = async () => {
  if (director) return director
  director = await signerOf(world, 'CS_DIRECTOR')
  await director.setUpApp()
  return director
}
const decided = async (
  director: Awaited<ReturnType<typeof signing>>,
  it: Payload,
  approves: boolean,
  note?: string,
) => {
  const input = { overrunId: it.id, expectedVersion: it.version, approves, note }
  const shown = await director.signs('approveOverrunOfPlan', input)
  if (shown.code !== 'SIGNATURE_REQUIRED') return shown
  shift += 30_000
  await director.proves(shown.requestIds, { password: PASSWORD, code: director.code() })
  return director.signs('approveOverrunOfPlan', input)
}
const line = async (plan: PlanAnswer) => (await budgetOf(leader, plan.id))[0]!

describe('a line of the budget', () => {
  it('is spent by fifty at once to the last of what it allows, and no further; each sum is there once', async () => {
    const plan = await planned()
    const tasks = await tasksOf(leader, { plan: plan.id })
    expect(tasks).toHaveLength(25)
    // 110,000 are allowed, 25,000 held: the tasks cost 3,000 each, 25 others spend 3,000 each; together 150,000.
    const answers = await Promise.all([
      ...tasks.map((task) =>
        taskVerb(leader, 'complete', task, { result: '完成', actualMinutes: 5, actualMinor: 3_000 }),
      ),
      ...tasks.map(() => spend(leader, plan, 3_000)),
    ])
    const refused = answers.filter(({ code }) => code === 'LIMIT_EXCEEDED')
    expect(answers.filter(({ code }) => code === undefined).length + refused.length).toBe(50)
    expect(refused.length).toBeGreaterThan(0)
    const { spentMinor, committedMinor, limitMinor, leftMinor } = await line(plan)
    expect(spentMinor).toBe((50 - refused.length) * 3_000)
    expect(committedMinor).toBe((await tasksOf(leader, { plan: plan.id, open: true })).length * 1_000)
    expect(spentMinor + committedMinor).toBeLessThanOrEqual(limitMinor)
    // Whoever was refused was refused for want of money: less is left than it takes.
    expect(leftMinor).toBeLessThan(3_000)
    const { planSpends } = await leader.get<{ planSpends: { edges: { node: { amountMinor: number } }[] } }>(
      'query($plan: ID!) { planSpends(plan: $plan, first: 100) { edges { node { amountMinor } } } }',
      { plan: plan.id },
    )
    expect(planSpends.edges.reduce((sum, { node }) => sum + node.amountMinor, 0)).toBe(spentMinor)
  })

  it('is raised by whoever may, never by whoever asks; rejected, nothing changes', async () => {
    const plan = await planned()
    const beyond = await leader.does<Payload & { limitMinor?: number }>(
      'spendPlan',
      {
        planId: plan.id,
        line: 'b1',
        amountMinor: 90_000,
        spentOn: inDays(0),
        purpose: '年会',
      },
      'id',
    )
    expect(beyond).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message: expect.stringContaining('ask for an overrun'),
    })
    expect(await line(plan)).toMatchObject({ spentMinor: 0, leftMinor: 85_000 })
    const ask = (by: Person, amountMinor: number) => asked(by, plan, amountMinor)
    const decide = (by: Person, it: Payload, approves: boolean, note?: string) =>
      by.does<Payload>(
        'approveOverrunOfPlan',
        { overrunId: it.id, expectedVersion: it.version, approves, note },
        'id version status decidedBy { id }',
      )
    const both = await story.colleague(['CR_SUPERVISOR', 'CS_DIRECTOR'])
    const own = await ask(both, 4_000)
    expect(own).toMatchObject({ status: 'ASKED', availableActions: [] })
    expect(await decide(both, own, true)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await expect(decide(leader, own, true)).rejects.toThrow('FORBIDDEN')
    // Nor by the same person under another account.
    const second = await story.colleague(['CS_DIRECTOR'])
    await database.asSuperuser((sql) =>
      sql.query('update staff set person_id = (select person_id from staff where id = $1) where id = $2', [
        both.staffId,
        second.staffId,
      ]),
    )
    expect(await decide(second, own, true)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const director = await signing()
    const decides = (it: Payload, approves: boolean, note?: string) => decided(director, it, approves, note)
    expect(await decides(own, false)).toMatchObject({ fields: [{ path: 'note' }] })
    expect(await decides(own, false, '改用自有会议室')).toMatchObject({ status: 'REJECTED' })
    expect(await line(plan)).toMatchObject({ raisedMinor: 0, leftMinor: 85_000 })
    const raise = await ask(leader, 5_000)
    const shown = await director.signs('approveOverrunOfPlan', {
      overrunId: raise.id,
      expectedVersion: raise.version,
      approves: true,
    })
    // Until the director has shown that it is them nothing is raised.
    expect(shown).toMatchObject({ code: 'SIGNATURE_REQUIRED' })
    expect((await director.shown(shown.requestIds))[0]).toMatchObject({ level: 'FULL', amountMinor: 5_000 })
    expect(await line(plan)).toMatchObject({ raisedMinor: 0 })
    expect(await decides(raise, true)).toMatchObject({ status: 'APPROVED' })
    expect(await decides({ ...raise, version: 2 }, true)).toMatchObject({ code: 'WRONG_STATUS' })
    // 105,000 and a tenth, less the 25,000 that are held.
    expect(await line(plan)).toMatchObject({ raisedMinor: 5_000, limitMinor: 115_500, leftMinor: 90_500 })
    expect(await spend(leader, plan, 90_000)).toMatchObject({ amountMinor: 90_000 })
  })

  it('goes on in an amendment: what was raised before stands in it, what is raised while it is written beside it', async () => {
    const plan = await planned()
    const director = await signing()
    const raised = async (amountMinor: number) =>
      expect(await decided(director, await asked(leader, plan, amountMinor), true)).toMatchObject({
        status: 'APPROVED',
      })
    await raised(5_000)
    const amending = await planVerb(leader, 'amend', plan, { reason: '增加一次活动' })
    const open = async () =>
      (
        await leader.get<{
          maintenancePlan: {
            version: number
            openRevision: { budget: { amountMinor: number }[]; raisedSinceMinor: number }
          }
        }>(
          'query($id: ID!) { maintenancePlan(id: $id) { version openRevision { budget { amountMinor } raisedSinceMinor } } }',
          { id: plan.id },
        )
      ).maintenancePlan
    expect((await open()).openRevision).toEqual({ budget: [{ amountMinor: 105_000 }], raisedSinceMinor: 0 })
    await raised(7_000)
    // Whoever had the form open sees it first.
    const content = careContent(leader, {
      measures: [measure({ recurrence: every(10, 5, 245), estimatedMinor: 1_000 })],
    })
    expect(await planVerb(leader, 'change', amending, { content })).toMatchObject({ code: 'STALE_RECORD' })
    const seen = await open()
    expect(seen.openRevision).toMatchObject({ raisedSinceMinor: 7_000 })
    const policy = { allowedOverrunBasisPoints: 500, expectedVersion: 0 }
    await expect(leader.does('setPlanPolicy', policy, 'version')).rejects.toThrow('FORBIDDEN')
    expect(await story.as('GENERAL_MANAGER').does('setPlanPolicy', policy, 'version')).toMatchObject({
      version: 1,
    })
    const submitted = await planVerb(leader, 'submit', { ...amending, version: seen.version })
    const reviewed = await planVerb(story.as('CS_MANAGER'), 'review', submitted)
    await planVerb(story.as('GENERAL_MANAGER'), 'approve', reviewed)
    // 112,000 and, from now on, a twentieth.
    expect(await line(plan)).toMatchObject({
      approvedMinor: 105_000,
      raisedMinor: 7_000,
      allowedBasisPoints: 500,
      limitMinor: 117_600,
    })
  })

  it('names what is wrong, and is nobody’s business but theirs', async () => {
    const plan = await planned()
    expect(await spend(leader, plan, 0)).toMatchObject({ fields: [{ path: 'amountMinor' }] })
    expect(await spend(leader, plan, 5, { line: 'zz' })).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await expect(spend(story.as('TECHNICIAN'), plan, 5)).rejects.toThrow('FORBIDDEN')
    await expect(spend(story.as('SITE_MANAGER'), plan, 5)).rejects.toThrow('NOT_FOUND')
    expect(await budgetOf(story.as('FINANCE'), plan.id)).toHaveLength(1)
    expect(await budgetOf(story.as('SITE_MANAGER'), plan.id)).toEqual([])
  })
})
