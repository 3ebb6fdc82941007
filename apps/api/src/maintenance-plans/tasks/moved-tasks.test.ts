/** Tasks of plans moved to other days: what stands in the way is told beforehand and holds afterwards, for one and for several; and given only to who can read them. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { measure, type PlanAnswer } from '../../../test/plan-of-story.ts'
import {
  inDays,
  inForceOf,
  made,
  once,
  SEEN,
  tasksOf,
  taskVerb,
  type TaskAnswer,
} from '../../../test/plan-work-of-story.ts'
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

const staff = (person: Person) => toGlobalId('Staff', person.staffId)
const tasks = async () =>
  Object.fromEntries((await tasksOf(leader, { plan: plan.id })).map((it) => [it.measureKey, it]))
const taskOf = async (key: string): Promise<TaskAnswer> => (await tasks())[key]!
const to = (scheduledOn: number, dueOn: number) => ({
  scheduledOn: inDays(scheduledOn),
  dueOn: inDays(dueOn),
})
const because = { reason: '客户出差', despite: SEEN }
const move = async (by: Person, key: string, days: object, more: object = because) =>
  taskVerb(by, 'reschedule', await taskOf(key), { ...days, ...more })

interface Conflict {
  readonly taskId: string
  readonly conflict: string
  readonly forbids: boolean
}
const conflicts = async (by: Person, ...moves: readonly object[]): Promise<readonly Conflict[]> =>
  (
    await by.get<{ planTaskConflicts: readonly Conflict[] }>(
      'query($moves: [PlanTaskMoveInput!]!) { planTaskConflicts(moves: $moves) { taskId conflict forbids } }',
      { moves },
    )
  ).planTaskConflicts
const forbidden = (found: readonly Conflict[]) =>
  found.flatMap(({ conflict, forbids }) => (forbids ? [conflict] : []))

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  leader = story.as('CR_SUPERVISOR')
  doer = story.as('CR_SPECIALIST')
  const of = (key: string, days: number, more: object = {}) =>
    measure({ key, title: key, recurrence: once(days), assigneeId: staff(doer), ...more })
  plan = await inForceOf(
    story,
    { clientId: story.ids.client },
    {
      endsOn: inDays(60),
      measures: [of('call', 10), of('visit', 20, { dependsOn: 'call' }), of('gift', 30)],
    },
  )
  await made(worker)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

describe('moving tasks', () => {
  it('tells what stands in the way, and refuses what it said: what it waits for, what waits for it, the plan', async () => {
    const { call, visit, gift } = await tasks()
    const early = { taskId: visit!.id, ...to(9, 27) }
    expect(forbidden(await conflicts(leader, early))).toEqual(['BEFORE_WHAT_IT_WAITS_FOR'])
    expect(await move(leader, 'visit', to(9, 27))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(forbidden(await conflicts(leader, { taskId: call!.id, ...to(21, 25) }))).toEqual([
      'AFTER_WHAT_WAITS_FOR_IT',
    ])
    expect(await move(leader, 'call', to(21, 25))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await move(leader, 'gift', to(61, 62))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // Moved together each is judged where all of them go.
    const both = [
      { taskId: call!.id, ...to(25, 32) },
      { taskId: visit!.id, ...to(26, 33) },
    ]
    expect(forbidden(await conflicts(leader, ...both))).toEqual([])
    // Of what somebody may not read nothing is told, and nothing is moved.
    expect(await conflicts(story.as('TECHNICIAN'), { taskId: gift!.id, ...to(61, 62) })).toEqual([])
  })

  it('asks before a day off, and goes there once that was seen', async () => {
    const week = await Promise.all(
      [31, 32, 33, 34, 35, 36, 37].map(async (day) => {
        const found = await conflicts(leader, { taskId: (await taskOf('gift')).id, ...to(day, day) })
        return { day, off: found.some(({ conflict }) => conflict === 'NON_WORKING_DAY') }
      }),
    )
    const { day } = week.find(({ off }) => off)!
    const unseen = await move(leader, 'gift', to(day, day), { reason: '客户要求' })
    expect(unseen).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await move(leader, 'gift', to(day, day))).toMatchObject({ scheduledOn: inDays(day) })
  })

  it('lets holders move theirs a few working days behind what was agreed, however often; further is the supervisor’s', async () => {
    const { dueOn } = await taskOf('visit')
    expect(await move(doer, 'visit', to(20, 50))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await move(doer, 'visit', to(20, 28))).toMatchObject({ dueOn: inDays(28), agreedDueOn: dueOn })
    expect(await move(doer, 'visit', to(20, 50))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await move(leader, 'visit', to(20, 50))).toMatchObject({ dueOn: inDays(50), agreedDueOn: null })
    expect(await move(leader, 'visit', to(20, 27))).toMatchObject({ dueOn })
  })

  it('moves several together, or none of them', async () => {
    const all = async (key: string, days: object) => {
      const { id, version } = await taskOf(key)
      return { taskId: id, expectedVersion: version, ...days }
    }
    const together = async (by: Person, moves: readonly object[]) =>
      by.does<{ moved: number }>('reschedulePlanTasks', { moves, ...because }, 'moved')
    const wrong = [await all('call', to(25, 32)), await all('visit', to(24, 33))]
    expect(await together(leader, wrong)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect((await taskOf('call')).scheduledOn).toBe(inDays(10))
    const stale = [await all('call', to(25, 32)), { ...(await all('visit', to(26, 33))), expectedVersion: 1 }]
    expect(await together(leader, stale)).toMatchObject({ code: 'STALE_RECORD' })
    const right = [await all('call', to(25, 32)), await all('visit', to(26, 33))]
    expect(await together(leader, right)).toMatchObject({ moved: 2 })
    expect((await taskOf('visit')).scheduledOn).toBe(inDays(26))
  })

  it('stand in a chart by measure, plan and person, week by week, as far as each may read', async () => {
    const chart = async (by: Person, more: object) =>
      (
        await by.get<{ planGantt: readonly { key: string | null; weeks: readonly { tasks: number }[] }[] }>(
          `query($plan: ID, $assignee: ID, $from: LocalDate!, $to: LocalDate!, $by: PlanGanttRows!) {
            planGantt(plan: $plan, assignee: $assignee, from: $from, to: $to, by: $by) { key weeks { tasks open late } } }`,
          { from: inDays(0), to: inDays(100), ...more },
        )
      ).planGantt.map(({ key, weeks }) => [key, weeks.reduce((sum, { tasks }) => sum + tasks, 0)])
    const measures = await chart(leader, { plan: plan.id, by: 'MEASURE' })
    expect(Object.fromEntries(measures)).toEqual({ call: 1, visit: 1, gift: 1 })
    expect(await chart(leader, { by: 'PLAN' })).toEqual([[plan.id, 3]])
    expect(await chart(leader, { by: 'PERSON', assignee: staff(doer) })).toEqual([[staff(doer), 3]])
    expect(await chart(story.as('TECHNICIAN'), { by: 'PLAN' })).toEqual([])
  })

  it('gives a task to nobody who could not open it', async () => {
    const elsewhere = await story.colleague(['SITE_MANAGER'])
    await database.asSuperuser((sql) =>
      sql.query('delete from staff_territory where staff_id = $1', [elsewhere.staffId]),
    )
    const gift = await taskOf('gift')
    const refused = await taskVerb(leader, 'assign', gift, { assigneeId: staff(elsewhere) })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'assigneeId' }] })
    expect((await taskOf('gift')).assignee).toEqual({ id: staff(doer) })
  })
})
