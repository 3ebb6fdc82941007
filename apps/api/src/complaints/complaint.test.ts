import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { A_CASE, caseIn, registered } from '../../test/road.ts'
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

describe('register', () => {
  it('gives the first case of the month the first number and takes the place from the unit', async () => {
    const one = await registered(story)
    expect(one).toMatchObject({ __typename: 'Complaint', status: 'REGISTERED', version: 1 })
    expect(one.number).toMatch(/^\d{4}-0001$/)
    const { complaint } = await story.as('SERVICE_AGENT').get<{ complaint: object }>(
      `query($id: ID!) { complaint(id: $id) { project { name } building { name } unit { label } client { name phoneMasked }
         contactPhoneMasked registeredBy { name } availableActions closingGaps signOffs { meaning role contentHash } } }`,
      { id: one.id },
    )
    expect(complaint).toMatchObject({
      project: { name: '翠湖花园' },
      unit: { label: '1-0101' },
      client: { name: '王小明', phoneMasked: '138****1234' },
      signOffs: [
        { meaning: 'RECORDED', role: 'SERVICE_AGENT', contentHash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      ],
    })
  })

  it('numbers 40 parallel registrations without gap or double', async () => {
    const fresh = await given(database, server)
    const all = await Promise.all(Array.from({ length: 40 }, () => registered(fresh)))
    const serials = all.map(({ number }) => Number(String(number).slice(5))).sort((a, b) => a - b)
    expect(serials).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  })

  it('names every wrong field at once and writes nothing', async () => {
    const agent = story.as('SERVICE_AGENT')
    const refused = await agent.does('registerComplaint', { ...A_CASE, summary: ' ', facts: '', severity: 9 })
    expect(refused.code).toBe('INVALID_INPUT')
    expect(refused.fields?.map(({ path }) => path).sort()).toEqual(['facts', 'severity', 'summary'])
  })

  it('names the field of a record that is not there', async () => {
    const refused = await registered(story, { categoryId: 'cat_0190f1f1f1f17f1f8f1ff1f1f1f1f1f1' })
    expect(refused).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'categoryId' }] })
  })

  it('answers the same case for the same Idempotency-Key, and refuses the key for another content', async () => {
    const agent = story.as('SERVICE_AGENT')
    const key = '0f0e0d0c-0b0a-4908-8706-050403020100'
    const input = { ...A_CASE, clientId: story.ids.client }
    const first = await agent.does('registerComplaint', input, 'id number', key)
    const again = await agent.does('registerComplaint', input, 'id number', key)
    expect(again).toEqual(first)
    const other = await agent.does('registerComplaint', { ...input, severity: 4 }, 'id number', key)
    expect(other.code).toBe('IDEMPOTENCY_CONFLICT')
  })
})

describe('the formal road', () => {
  it('leads from registration to closing, every decision signed by another person', async () => {
    const closed = await caseIn(story, 'CLOSED')
    expect(closed.status).toBe('CLOSED')
    const { complaint } = await story
      .as('CS_MANAGER')
      .get<{ complaint: { signOffs: { meaning: string }[]; events: { action: string }[] } }>(
        'query($id: ID!) { complaint(id: $id) { signOffs { meaning } events { action } availableActions } }',
        { id: closed.id },
      )
    expect(complaint.signOffs.map(({ meaning }) => meaning).toReversed()).toEqual([
      'RECORDED',
      'RECEIVED',
      'PREPARED',
      'APPROVED',
      'CONFIRMED',
      'RECORDED',
      'VERIFIED',
      'CLOSED',
    ])
    expect(complaint.events.map(({ action }) => action).toReversed()).toEqual([
      'REGISTER',
      'ACKNOWLEDGE',
      'INVESTIGATE',
      'PROPOSE',
      'APPROVE',
      'OFFER',
      'CONFIRM',
      'DISPATCH',
      'RESOLVE',
      'FOLLOW_UP',
      'CLOSE',
    ])
  })
})

describe('approve', () => {
  it('is refused to the proposer, and above the limit', async () => {
    const both = await story.colleague(['CR_SUPERVISOR', 'CS_MANAGER'])
    const investigated = await caseIn(story, 'INVESTIGATING')
    const options = [{ kind: 'REFUND', description: '退还', amountMinor: 10_000, recommended: true }]
    const proposed = await both.does('proposeComplaint', {
      complaintId: investigated.id,
      expectedVersion: investigated.version,
      options,
    })
    const own = await both.does('approveComplaint', {
      complaintId: proposed.id,
      expectedVersion: proposed.version,
    })
    expect(own).toMatchObject({ __typename: 'NotEligibleError', code: 'NOT_ELIGIBLE' })

    const large = await caseIn(story, 'PROPOSED')
    const above = await story
      .as('CR_SUPERVISOR')
      .does('approveComplaint', { complaintId: large.id, expectedVersion: large.version })
    expect(above.code).toMatch(/NOT_ELIGIBLE|LIMIT_EXCEEDED/)
  })

  it('lets exactly one of many at once through', async () => {
    const proposed = await caseIn(story, 'PROPOSED')
    const manager = story.as('CS_MANAGER')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        manager.does('approveComplaint', { complaintId: proposed.id, expectedVersion: proposed.version }),
      ),
    )
    expect(answers.filter(({ __typename }) => __typename === 'Complaint')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'STALE_RECORD')).toHaveLength(11)
  })
})

describe('merge', () => {
  it('continues in the other case; two opposite merges at once leave exactly one of them open', async () => {
    const [one, other] = [await registered(story), await registered(story)]
    const supervisor = story.as('CR_SUPERVISOR')
    const merge = (from: typeof one, into: typeof one) =>
      supervisor.does(
        'mergeComplaint',
        { complaintId: from.id, expectedVersion: from.version, intoId: into.id, reason: '同一漏水' },
        'id status mergedInto { id }',
      )
    const answers = await Promise.all([merge(one, other), merge(other, one)])
    expect(answers.filter(({ status }) => status === 'MERGED')).toHaveLength(1)
    expect(answers.filter(({ code }) => code !== undefined)).toHaveLength(1)
  })
})

describe('a person with two roles', () => {
  it('approves in the role whose own limit covers the amount', async () => {
    const fresh = await given(database, server)
    const proposed = await caseIn(fresh, 'PROPOSED')
    const director = await fresh.colleague(['CR_SUPERVISOR', 'CS_DIRECTOR'])
    const approved = await director.does(
      'approveComplaint',
      { complaintId: proposed.id, expectedVersion: proposed.version },
      'id signOffs { meaning role }',
    )
    expect(approved).toMatchObject({
      signOffs: expect.arrayContaining([{ meaning: 'APPROVED', role: 'CS_DIRECTOR' }]),
    })
  })
})

describe('a record of another organization', () => {
  it('answers like one that is not there', async () => {
    const elsewhere = await given(database, server)
    const theirs = await registered(elsewhere)
    const absent = theirs.id.replace(/.{4}$/, '0000')
    const manager = story.as('CS_MANAGER')
    const query = 'query($id: ID!) { complaint(id: $id) { number } node(id: $id) { id } }'
    const [foreign, missing] = await Promise.all([theirs.id, absent].map((id) => manager.run(query, { id })))
    expect(foreign!.body).toBe(missing!.body)
    const change = async (id: string) =>
      manager.run(
        'mutation($input: RefuseOptionOfComplaintInput!) { refuseOptionOfComplaint(input: $input) { __typename } }',
        {
          input: { complaintId: id, expectedVersion: 1, reason: 'x' },
        },
      )
    expect((await change(theirs.id)).errors[0]?.extensions.code).toBe('NOT_FOUND')
    expect((await change(theirs.id)).body).toBe((await change(absent)).body)
  })
})
