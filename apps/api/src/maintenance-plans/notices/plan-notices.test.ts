/** What people are told of plans and tasks: by whom something was decided, in one notice for many tasks, and of a last day each step once. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { draftPlan, measure, planVerb, type PlanAnswer } from '../../../test/plan-of-story.ts'
import {
  careContent,
  every,
  inDays,
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
import { planReminderSweep } from './plan-reminder-sweep.service.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let leader: Person
let doer: Person
let plan: PlanAnswer

const staff = (person: Person) => toGlobalId('Staff', person.staffId)
interface Told {
  readonly kind: string
  readonly titleZh: string
  readonly titleEn: string
  readonly subjectId: string
}
const told = async (person: Person): Promise<readonly Told[]> => {
  await worker.relay()
  const { notices } = await person.get<{ notices: { edges: readonly { node: Told }[] } }>(
    '{ notices(first: 100) { edges { node { kind titleZh titleEn subjectId } } } }',
  )
  return notices.edges.map(({ node }) => node).filter(({ kind }) => kind.startsWith('PLAN_'))
}
const kinds = async (person: Person) => (await told(person)).map(({ kind }) => kind)
const taskOf = async (key: string): Promise<TaskAnswer> =>
  (await tasksOf(leader, { plan: plan.id })).find(({ measureKey }) => measureKey === key)!

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  leader = story.as('CR_SUPERVISOR')
  doer = story.as('CR_SPECIALIST')
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

describe('the notices of plans', () => {
  it('tell whoever wrote it that it came back and that it was approved, and each doer once of all their tasks', async () => {
    const free = { estimatedMinor: 0, budgetLine: null }
    const draft = await draftPlan(leader, {
      kind: 'RELATIONSHIP',
      clientId: story.ids.client,
      content: careContent(leader, {
        measures: [
          measure({
            key: 'call',
            recurrence: every(10, 0),
            assigneeId: staff(doer),
            dueAfterDays: 0,
            ...free,
          }),
          measure({ key: 'visit', recurrence: once(20), assigneeId: staff(leader), ...free }),
        ],
      }),
    })
    const submitted = await planVerb(leader, 'submit', draft)
    const returned = await planVerb(story.as('CS_MANAGER'), 'return', submitted, { reason: '目标不明确' })
    expect(await kinds(leader)).toEqual(['PLAN_RETURNED'])
    const again = await planVerb(leader, 'submit', returned)
    const reviewed = await planVerb(story.as('CS_MANAGER'), 'review', again)
    plan = await planVerb(story.as('CS_DIRECTOR'), 'approve', reviewed)
    await made(worker)
    expect((await kinds(leader)).toSorted()).toEqual(['PLAN_APPROVED', 'PLAN_RETURNED', 'PLAN_TASKS_GIVEN'])
    const given = await told(doer)
    expect(given).toMatchObject([{ kind: 'PLAN_TASKS_GIVEN' }])
    expect(given[0]!.titleEn).toMatch(/^Plan MP-\d+-\d+ brings you 31 tasks$/)
    // The same making told again is told to nobody twice.
    await made(worker)
    expect(await kinds(doer)).toEqual(['PLAN_TASKS_GIVEN'])
  })

  it('tell of a task that is given, returned and accepted, and of an overrun that is asked for and decided', async () => {
    const visit = await taskOf('visit')
    const theirs = await taskVerb(leader, 'assign', visit, { assigneeId: staff(doer) })
    const done = await taskVerb(doer, 'complete', theirs, { result: '去了', actualMinutes: 10 })
    const back = await taskVerb(leader, 'return', done, { reason: '补照片' })
    const again = await taskVerb(doer, 'complete', back, { result: '去了，有照片', actualMinutes: 10 })
    await taskVerb(leader, 'confirm', again)
    expect((await kinds(doer)).toSorted()).toEqual([
      'PLAN_TASKS_GIVEN',
      'PLAN_TASK_ACCEPTED',
      'PLAN_TASK_ASSIGNED',
      'PLAN_TASK_RETURNED',
    ])
    await leader.does('askOverrunOfPlan', {
      planId: plan.id,
      line: 'b1',
      amountMinor: 10_000,
      reason: '礼品涨价',
    })
    expect(await kinds(story.as('CS_DIRECTOR'))).toContain('PLAN_OVERRUN_ASKED')
    expect(await kinds(leader)).not.toContain('PLAN_OVERRUN_ASKED')
  })

  it('remind of a last day: the day before, on it and after it, each once, in one notice', async () => {
    const at = (day: number, hour: number) =>
      new Date(`${inDays(day)}T${String(hour).padStart(2, '0')}:00:00+08:00`)
    const sweep = async (now: Date) => {
      await planReminderSweep.sweep({ ...worker.services, clock: () => now }, 100)
      return (await told(doer)).filter(
        ({ kind }) => kind.startsWith('PLAN_TASKS_DUE') || kind === 'PLAN_TASKS_OVERDUE',
      )
    }
    const of = (found: readonly Told[]) => found.map(({ kind }) => kind).toSorted()
    expect(await sweep(at(9, 6))).toEqual([])
    // The first round, of today, is overdue by then; the second is due on the next day.
    const first = ['PLAN_TASKS_DUE_TOMORROW', 'PLAN_TASKS_OVERDUE']
    expect(of(await sweep(at(9, 8)))).toEqual(first)
    expect(of(await sweep(at(9, 12)))).toEqual(first)
    expect(of(await sweep(at(10, 8)))).toEqual(['PLAN_TASKS_DUE_TODAY', ...first].toSorted())
    const all = await sweep(at(11, 8))
    expect(of(all)).toEqual(['PLAN_TASKS_DUE_TODAY', ...first, 'PLAN_TASKS_OVERDUE'].toSorted())
    expect(all.map(({ titleEn }) => titleEn)).toContain('Care tasks due today: 1')
    // Moved to another day it reminds of that one.
    const second = (await tasksOf(leader, { plan: plan.id })).find(
      ({ scheduledOn }) => scheduledOn === inDays(10),
    )!
    await taskVerb(leader, 'reschedule', second, {
      scheduledOn: inDays(12),
      dueOn: inDays(12),
      reason: '改约',
      despite: SEEN,
    })
    expect(of(await sweep(at(12, 8))).filter((kind) => kind === 'PLAN_TASKS_DUE_TODAY')).toHaveLength(2)
  })
})
