/** What is owed to a client, told as stories: said in time, agreed anew, resting, never edited; and the policy behind it. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const DAY = 86_400_000
const inDays = (days: number): string => new Date(Date.now() + days * DAY).toISOString()

interface Promised extends Payload {
  readonly kind: string
  readonly basis: string
  readonly dueAt: string
  readonly availableActions: readonly string[]
}

const PROMISE = `id version kind status basis dueAt settledAt fulfilledAt answer assent pausedAt pausedUntil budgetMinutes
  supersedes { id } pauses { reason toAt } availableActions madeBy { id }
  explainDueTime { policyRevision ruleSeverity lines { kind minutes total } }`

/** The promises of a case, the latest first, and its clock. */
const clockOf = async (complaintId: string, by: Story = story) => {
  const { complaint } = await by.as('CR_SPECIALIST').get<{
    complaint: { version: number; nextDueAt: string | null; promises: Promised[] }
  }>(`query($id: ID!) { complaint(id: $id) { version nextDueAt promises { ${PROMISE} } } }`, { id: complaintId })
  return complaint
}

const promised = async (input: object = {}): Promise<{ caseId: string; promise: Promised }> => {
  const { id: caseId } = await registered(story, { ...input })
  const { promises } = await clockOf(caseId)
  return { caseId, promise: promises[0]! }
}

const step = ({ id: promiseId, version: expectedVersion }: Payload) => ({ promiseId, expectedVersion })

describe('a registration', () => {
  it('owes an answer by the end of the working day, as the case says, and tells why by arithmetic', async () => {
    const { caseId, promise } = await promised()
    expect(promise).toMatchObject({
      kind: 'ANSWER',
      status: 'OPEN',
      basis: 'END_OF_SAME_WORKING_DAY',
      madeBy: null,
    })
    expect(new Date(promise.dueAt).getTime()).toBeGreaterThan(Date.now())
    expect((await clockOf(caseId)).nextDueAt).toBe(promise.dueAt)
  })

  it('owes it within an hour of working time when it is grave; the lines add up to that hour', async () => {
    const { promise } = await promised({ severity: 1 })
    expect(promise).toMatchObject({ basis: 'BUDGET', budgetMinutes: 60 })
    const why = promise['explainDueTime'] as {
      ruleSeverity: number
      lines: { kind: string; minutes: number; total: number }[]
    }
    expect(why.ruleSeverity).toBe(1)
    const worked = why.lines.filter(({ kind }) => kind === 'WORK')
    expect(worked.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60)
    expect(worked.at(-1)!.total).toBe(60)
  })
})

describe('answerPromise', () => {
  it('keeps it, with what was said and how, and may promise the next word', async () => {
    const { caseId, promise } = await promised()
    const next = inDays(3)
    const done = await story.as('CR_SPECIALIST').does('answerPromise', {
      ...step(promise),
      answer: '已电话说明原因，周四上门',
      channel: 'PHONE',
      nextDueAt: next,
    })
    expect(done.id).toBe(caseId)
    const { promises, nextDueAt } = await clockOf(caseId)
    expect(promises.find(({ id }) => id === promise.id)).toMatchObject({
      status: 'KEPT',
      answer: '已电话说明原因，周四上门',
      availableActions: [],
    })
    expect(promises[0]).toMatchObject({ status: 'OPEN', basis: 'STATED', dueAt: next })
    expect(nextDueAt).toBe(next)
  })

  it('refuses a next word in the past by its field, and nothing is written', async () => {
    const { caseId, promise } = await promised()
    const refused = await story.as('CR_SPECIALIST').does('answerPromise', {
      ...step(promise),
      answer: '已说明',
      channel: 'PHONE',
      nextDueAt: '2026-01-05T02:00:00.000Z',
    })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'nextDueAt' }] })
    expect((await clockOf(caseId)).promises).toMatchObject([{ status: 'OPEN', answer: null }])
  })

  it('is given once: of two colleagues at the same moment one is told that it was answered', async () => {
    const { caseId, promise } = await promised()
    const say = (by: 'CR_SPECIALIST' | 'CR_SUPERVISOR') =>
      story.as(by).does('answerPromise', { ...step(promise), answer: by, channel: 'PHONE' })
    const answers = await Promise.all([say('CR_SPECIALIST'), say('CR_SUPERVISOR')])
    expect(answers.filter(({ code }) => code === undefined)).toHaveLength(1)
    expect(answers.map(({ code }) => code).filter(Boolean)).toEqual([
      expect.stringMatching(/STALE_RECORD|WRONG_STATUS/),
    ])
    expect((await clockOf(caseId)).promises).toHaveLength(1)
  })

  it('is nobody’s who does not speak with clients: the door keeps them out', async () => {
    const { promise } = await promised()
    const { errors } = await story
      .as('AUDITOR')
      .run(`mutation($input: AnswerPromiseInput!) { answerPromise(input: $input) { __typename } }`, {
        input: { ...step(promise), answer: 'x', channel: 'PHONE' },
      })
    expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
  })

  it('finds no promise of another organization', async () => {
    const { promise } = await promised()
    const other = await given(database, server)
    const { errors } = await other
      .as('CR_SPECIALIST')
      .run(`mutation($input: AnswerPromiseInput!) { answerPromise(input: $input) { __typename } }`, {
        input: { ...step(promise), answer: 'x', channel: 'PHONE' },
      })
    expect(errors[0]!.extensions.code).toBe('NOT_FOUND')
  })
})

describe('supersedePromise', () => {
  it('puts another one in its place, with the client’s assent; the old one stays as it was made', async () => {
    const { caseId, promise } = await promised()
    const dueAt = inDays(2)
    await story
      .as('CR_SPECIALIST')
      .does('supersedePromise', { ...step(promise), dueAt, assent: '业主电话同意改到后天' })
    const { promises, nextDueAt } = await clockOf(caseId)
    expect(promises).toMatchObject([
      { status: 'OPEN', dueAt, assent: '业主电话同意改到后天', supersedes: { id: promise.id } },
      { id: promise.id, status: 'SUPERSEDED', dueAt: promise.dueAt, fulfilledAt: null },
    ])
    expect(nextDueAt).toBe(dueAt)
  })

  it('wants to know how the client agreed', async () => {
    const { promise } = await promised()
    const refused = await story
      .as('CR_SPECIALIST')
      .does('supersedePromise', { ...step(promise), dueAt: inDays(2), assent: ' ' })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'assent' }] })
  })
})

describe('pausePromise and resumePromise', () => {
  it('let the clock rest for a declared reason, and move the due time by no more than that', async () => {
    const { caseId, promise } = await promised({ severity: 2 })
    const officer = story.as('GM_OFFICE')
    await officer.does('pausePromise', { ...step(promise), reason: 'WAITING_FOR_CLIENT', note: '等业主回国' })
    const [resting] = (await clockOf(caseId)).promises
    expect(resting!['pausedAt']).not.toBeNull()
    expect(resting!['pauses']).toMatchObject([{ reason: 'WAITING_FOR_CLIENT', toAt: null }])
    expect(new Date(resting!.dueAt).getTime()).toBeGreaterThan(new Date(promise.dueAt).getTime())
    expect(resting!.availableActions).not.toContain('PAUSE')

    const again = await officer.does('pausePromise', { ...step(resting!), reason: 'PARTS' })
    expect(again.code).toBeDefined()

    await officer.does('resumePromise', step(resting!))
    const [going] = (await clockOf(caseId)).promises
    expect(going).toMatchObject({ pausedAt: null, pausedUntil: null, status: 'OPEN' })
    // Resumed within the minute: what was owed is owed again, up to the seconds in between.
    const moved = new Date(going!.dueAt).getTime() - new Date(promise.dueAt).getTime()
    expect(moved).toBeGreaterThanOrEqual(0)
    expect(moved).toBeLessThanOrEqual(5 * 60_000)
  })

  it('are not in the hands of those whom the clock presses', async () => {
    const { promise } = await promised()
    const { errors } = await story
      .as('SERVICE_AGENT')
      .run(`mutation($input: PausePromiseInput!) { pausePromise(input: $input) { __typename } }`, {
        input: { ...step(promise), reason: 'PARTS' },
      })
    expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
  })
})

describe('makePromiseOfComplaint', () => {
  const promise =
    (input: object) =>
    (by: Story, { id, version }: Payload) =>
      by
        .as('CR_SPECIALIST')
        .does('makePromiseOfComplaint', { complaintId: id, expectedVersion: version, ...input })

  it('adds a time to what is owed, but never a remedy before one is approved', async () => {
    const complaint = await registered(story)
    const given = { what: '工程师上门查看', dueAt: inDays(1), channel: 'PHONE' }
    const refused = await promise({ kind: 'EXECUTION', ...given })(story, complaint)
    expect(refused).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect((await clockOf(complaint.id)).promises).toHaveLength(1)
    await promise({ kind: 'ARRIVAL', ...given })(story, complaint)
    expect((await clockOf(complaint.id)).promises[0]).toMatchObject({
      kind: 'ARRIVAL',
      basis: 'STATED',
      status: 'OPEN',
      madeBy: { id: story.ids.staff.CR_SPECIALIST },
    })
  })
})

describe('setPromisePolicy', () => {
  const RULE = {
    kind: 'ANSWER',
    warnBeforeMinutes: 10,
    escalateAfterMinutes: [30, 60],
    pauseCapMinutes: 120,
  }
  const set = (by: Story, rules: readonly object[], expectedRevision: number) =>
    by.as('CS_MANAGER').run<{ setPromisePolicy: Payload & { revision: number } }>(
      `mutation($input: SetPromisePolicyInput!) { setPromisePolicy(input: $input) { __typename
         ... on PromisePolicy { revision } ... on UserError { code } ... on InvalidInputError { fields { path } } } }`,
      { input: { rules, expectedRevision } },
      { 'idempotency-key': crypto.randomUUID() },
    )

  it('holds for cases registered from now on; an older case keeps the revision that it began with', async () => {
    const own = await given(database, server)
    const before = await registered(own, { severity: 1 })
    await set(own, [{ ...RULE, budgetMinutes: 120 }], 0)
    const after = await registered(own, { severity: 1 })
    const revisionOf = async ({ id }: Payload) =>
      ((await clockOf(id, own)).promises[0]!['explainDueTime'] as { policyRevision: number }).policyRevision
    expect(await revisionOf(before)).toBe(0)
    expect(await revisionOf(after)).toBe(1)
    expect((await clockOf(after.id, own)).promises[0]).toMatchObject({ budgetMinutes: 120 })
  })

  it('refuses a revision that was overtaken, a rule twice, and a policy that leaves a client without an answer', async () => {
    const own = await given(database, server)
    await set(own, [{ ...RULE, budgetMinutes: 120 }], 0)
    expect((await set(own, [RULE], 0)).data!.setPromisePolicy).toMatchObject({ code: 'STALE_RECORD' })
    const twice = await set(own, [RULE, { ...RULE, budgetMinutes: 60 }], 1)
    expect(twice.data!.setPromisePolicy).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'rules.1.kind' }],
    })
    const nobody = await set(own, [{ ...RULE, severity: 1 }], 1)
    expect(nobody.data!.setPromisePolicy).toMatchObject({ code: 'INVALID_INPUT' })
  })
})
