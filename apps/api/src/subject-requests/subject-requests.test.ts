/** A person asks about their own data: taken down, proven who asks, answered or refused by somebody else, in time. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

interface Request extends Payload {
  readonly number: string
  readonly status: string
  readonly dueAt: string
  readonly words: string | null
  readonly availableActions: readonly string[]
}
const REQUEST = 'id version number status dueAt words availableActions'

const asks = (person: Person, more: object = {}) =>
  person.does<Request>(
    'registerSubjectRequest',
    {
      clientId: story.ids.client,
      kind: 'COPY',
      askedBy: 'CLIENT',
      channel: 'COUNTER',
      words: '想要一份你们掌握的我的资料',
      ...more,
    },
    REQUEST,
  )
const does = (person: Person, verb: string, { id, version }: Payload, more: object = {}) =>
  person.does<Request>(
    `${verb}SubjectRequest`,
    { subjectRequestId: id, expectedVersion: version, ...more },
    REQUEST,
  )
const SEEN = { proof: 'IN_PERSON', proofNote: '身份证原件，与本人相符' }
const ANSWER = { answer: '已当面交付资料副本。' }
const settled = async () => {
  await worker.sweep()
  await worker.relay()
}
const inTables = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))
const told = async (person: Person) => {
  const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
    '{ notices(first: 20) { edges { node { kind } } } }',
  )
  return notices.edges.map(({ node }) => node.kind).filter((kind) => kind.startsWith('SUBJECT_'))
}

describe('the request of a data subject', () => {
  it('is proven by one and answered by another, and stands in the timeline', async () => {
    const agent = story.as('SERVICE_AGENT')
    const supervisor = story.as('CR_SUPERVISOR')
    const asked = await asks(agent)
    expect(asked).toMatchObject({ number: expect.stringMatching(/^SR-\d{4}-001$/), status: 'REGISTERED' })
    expect(new Date(asked.dueAt).getTime()).toBeGreaterThan(Date.now() + 14 * 86_400_000)

    expect(await does(supervisor, 'answer', asked, ANSWER)).toMatchObject({ code: 'WRONG_STATUS' })
    const proven = await does(supervisor, 'verify', asked, SEEN)
    expect(proven).toMatchObject({ status: 'IDENTIFIED', availableActions: ['PREPARE_COPY', 'WITHDRAW'] })
    expect(await does(supervisor, 'answer', proven, ANSWER)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const answered = await does(story.as('CS_MANAGER'), 'answer', proven, ANSWER)
    expect(answered).toMatchObject({ status: 'ANSWERED', availableActions: [] })

    const { client } = await supervisor.get<{
      client: { timeline: { edges: { node: { kind: string } }[] } }
    }>(
      `query($id: ID!) { client(id: $id) { timeline(first: 20, filter: { kind: [SUBJECT_ASKED, SUBJECT_DECIDED] }) {
         edges { node { kind subjectRequest { number } } } } } }`,
      { id: story.ids.client },
    )
    expect(client.timeline.edges.map(({ node }) => node.kind)).toEqual(['SUBJECT_DECIDED', 'SUBJECT_ASKED'])
  })

  it("gives nothing to a stranger who asks in a client's name", async () => {
    const agent = story.as('SERVICE_AGENT')
    const [manager, supervisor] = [story.as('CS_MANAGER'), story.as('CR_SUPERVISOR')]
    expect(await asks(agent, { askedBy: 'AGENT' })).toMatchObject({ fields: [{ path: 'requesterName' }] })
    const asked = await asks(agent, { askedBy: 'AGENT', requesterName: '自称表弟' })
    expect(await does(supervisor, 'verify', asked, SEEN)).toMatchObject({ fields: [{ path: 'proof' }] })
    const early = { refusal: 'SECRECY_BY_LAW', answer: '不予提供。' }
    expect(await does(manager, 'refuse', asked, early)).toMatchObject({ fields: [{ path: 'refusal' }] })
    const refused = await does(manager, 'refuse', asked, {
      refusal: 'IDENTITY_NOT_PROVEN',
      answer: '未能出示委托书，无法提供。',
    })
    expect(refused.status).toBe('REFUSED')
    expect(await does(supervisor, 'verify', refused, SEEN)).toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('is read by whom it concerns: an auditor sees no words, other agents and other sites nothing', async () => {
    const { id } = await asks(story.as('SERVICE_AGENT'), { kind: 'CORRECTION' })
    const read = async (person: Person) =>
      (
        await person.run<{ subjectRequest: { words: string | null } | null }>(
          'query($id: ID!) { subjectRequest(id: $id) { number words } }',
          { id },
        )
      ).data?.subjectRequest
    expect(await read(story.as('QUALITY'))).toMatchObject({ words: expect.any(String) })
    expect(await read(story.as('AUDITOR'))).toMatchObject({ words: null })
    expect(await read(await story.colleague(['SERVICE_AGENT']))).toBeNull()
    expect(await read(await story.colleague(['KEY_ACCOUNT_MANAGER']))).toBeNull()
  })

  it('is warned of, told above and told to the top, each once; decided, it is told no more', async () => {
    const agent = await story.colleague(['SERVICE_AGENT'], 'service')
    const [supervisor, quality, top] = [
      story.as('CR_SUPERVISOR'),
      story.as('QUALITY'),
      story.as('GENERAL_MANAGER'),
    ]
    const late = await asks(agent)
    const other = await asks(agent)
    const comesDue = async ({ id }: Request) => {
      const due = "update subject_request_due set due_at = now() - interval '1 minute' where id = $1"
      await inTables(due, [fromGlobalId('SubjectRequest', id)])
      await settled()
      await settled()
    }
    await comesDue(late)
    expect(await told(agent)).toEqual(['SUBJECT_REQUEST_DUE'])
    expect(await told(quality)).toEqual([])
    await comesDue(late)
    expect(await told(quality)).toEqual(['SUBJECT_REQUEST_ESCALATED'])
    expect(await told(top)).toEqual([])
    await comesDue(late)
    expect(await told(top)).toEqual(['SUBJECT_REQUEST_ESCALATED'])
    expect(await told(supervisor)).toEqual(['SUBJECT_REQUEST_ESCALATED', 'SUBJECT_REQUEST_DUE'])

    await does(agent, 'withdraw', other, { answer: '来电说不用了。' })
    await comesDue(other)
    expect(await told(agent)).toEqual(['SUBJECT_REQUEST_ESCALATED', 'SUBJECT_REQUEST_DUE'])
  })

  it('is due as the policy says when it comes in', async () => {
    const manager = story.as('CS_MANAGER')
    const days = { answerWithinDays: 1, warnBeforeDays: 0, escalateAfterDays: 1 }
    const set = (more: object) =>
      manager.does<Payload>('setSubjectRequestPolicy', { ...days, ...more }, 'version')
    expect(await set({ expectedVersion: 0, warnBeforeDays: 1 })).toMatchObject({
      fields: [{ path: 'warnBeforeDays' }],
    })
    expect(await set({ expectedVersion: 0 })).toMatchObject({ version: 1 })
    expect(await set({ expectedVersion: 0 })).toMatchObject({ code: 'STALE_RECORD' })
    const asked = await asks(manager)
    // A working day may be far where a holiday is near, but not two weeks.
    expect(new Date(asked.dueAt).getTime()).toBeLessThan(Date.now() + 13 * 86_400_000)
  })
})
