/** The ledger of reading: what stands in it, who reads it, and what happens to whoever reads too much. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient, agreesToProfile } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { registered } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { testWorker, type TestWorker } from '../../../test/worker.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let supervisor: Person
let quality: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  supervisor = story.as('CR_SUPERVISOR')
  quality = story.as('QUALITY')
})

const withProfile = async (): Promise<string> => {
  const clientId = await addClient(database, story, 'INDIVIDUAL')
  await agreesToProfile(story, clientId)
  await story
    .as('CR_SPECIALIST')
    .does('setProfileOfClient', { clientId, expectedVersion: 0, occupation: '教师', housing: 'OWNED' }, 'id')
  return clientId
}
const reveal = (clientId: string, reason = '核对拜访对象', key?: string) =>
  supervisor.does('revealProfileOfClient', { clientId, fields: ['occupation'], reason }, 'occupation', key)
const revealPhone = (by: Person) =>
  by.does<Payload>('revealPhoneOfClient', { clientId: story.ids.client, reason: '回电核实' }, 'phone')

interface Line {
  readonly kind: string
  readonly fields: readonly string[]
  readonly reason: string
  readonly isBeyond: boolean
  readonly staff: { readonly id: string }
  readonly client: { readonly code: string; readonly name: string | null } | null
  readonly complaint: { readonly number: string } | null
}
const LEDGER = `query($filter: ClientRevealFilter) { clientReveals(first: 50, filter: $filter) { edges { node {
  kind fields reason isBeyond staff { id } client { code name } complaint { number } } } } }`
const ledger = async (by: Person, filter?: object): Promise<readonly Line[]> => {
  const { clientReveals } = await by.get<{ clientReveals: { edges: { node: Line }[] } }>(LEDGER, { filter })
  return clientReveals.edges.map(({ node }) => node)
}

describe('the ledger of reading', () => {
  it('has a line for everything that is shown: profiles, money, numbers of clients and of contacts', async () => {
    const clientId = await withProfile()
    await reveal(clientId)
    const company = await addClient(database, story, 'COMPANY')
    const record = await story
      .as('CR_SPECIALIST')
      .does('recordStatusOfClient', { clientId: company, expectedOrdinal: 0, banks: '招商银行' }, 'id')
    await story
      .as('CS_MANAGER')
      .does(
        'revealStatusOfClient',
        { statusRecordId: record.id, fields: ['banks'], reason: '合同评审' },
        'banks',
      )
    const agent = story.as('SERVICE_AGENT')
    const phone = { clientId: story.ids.client, reason: '回电核实' }
    await agent.run(
      'mutation($input: RevealPhoneOfClientInput!) { revealPhoneOfClient(input: $input) { __typename } }',
      { input: phone },
    )
    const { id, number } = await registered(story)
    await agent.run(
      'mutation($input: RevealPhoneOfComplaintInput!) { revealPhoneOfComplaint(input: $input) { __typename } }',
      { input: { complaintId: id, reason: '告知进展' } },
    )
    const lines = await ledger(quality)
    expect(lines.map(({ kind, fields, reason }) => [kind, ...fields, reason])).toEqual([
      ['PHONE', 'phone', '告知进展'],
      ['PHONE', 'phone', '回电核实'],
      ['STATUS', 'banks', '合同评审'],
      ['PROFILE', 'occupation', '核对拜访对象'],
    ])
    expect(lines[0]!.complaint).toEqual({ number })
    expect(lines[3]!.client!.name).toBe('李建国')
    // A refused one shows nothing, and is none.
    await supervisor.does(
      'revealProfileOfClient',
      { clientId, fields: ['occupation'], reason: ' ' },
      'occupation',
    )
    expect(await ledger(quality)).toHaveLength(4)
  })

  it('is read by quality management and auditors, these without names; by nobody else', async () => {
    await reveal(await withProfile())
    expect(await ledger(story.as('AUDITOR'))).toMatchObject([{ kind: 'PROFILE', client: { name: null } }])
    for (const role of ['GENERAL_MANAGER', 'ADMIN', 'CR_SUPERVISOR', 'CS_MANAGER', 'SERVICE_AGENT'] as const)
      await expect(ledger(story.as(role)), role).rejects.toThrow('FORBIDDEN')
    const elsewhere = await given(database, server)
    expect(await ledger(elsewhere.as('QUALITY'))).toEqual([])
  })

  it('is narrowed by person, client, kind, time and words', async () => {
    const [first, second] = [await withProfile(), await withProfile()]
    await reveal(first, '核对拜访对象')
    await reveal(second, '准备年度评估')
    const [line] = await ledger(quality, { text: '年度' })
    expect(line).toMatchObject({ reason: '准备年度评估' })
    const count = async (filter: object) => (await ledger(quality, filter)).length
    expect(await count({ client: first })).toBe(1)
    expect(await count({ text: line!.client!.code })).toBe(1)
    expect(await count({ staff: story.ids.staff.CR_SUPERVISOR })).toBe(2)
    expect(await count({ staff: story.ids.staff.CS_MANAGER })).toBe(0)
    expect(await count({ kind: ['PHONE', 'STATUS'] })).toBe(0)
    expect(await count({ before: '2020-01-01T00:00:00Z' })).toBe(0)
    expect(await count({ from: '2020-01-01T00:00:00Z' })).toBe(2)
  })

  it('counts what each person was shown', async () => {
    const [first, second] = [await withProfile(), await withProfile()]
    await reveal(first)
    await reveal(first)
    await reveal(second)
    await revealPhone(story.as('CS_MANAGER'))
    const tallies = (by: Person) =>
      by.get<{ revealTallies: object[] }>(
        `{ revealTallies(from: "2020-01-01T00:00:00Z", before: "2100-01-01T00:00:00Z") { staffId phones profiles statuses clients daysBeyond } }`,
      )
    expect((await tallies(quality)).revealTallies).toMatchObject([
      { staffId: story.ids.staff.CR_SUPERVISOR, profiles: 3, phones: 0, clients: 2, daysBeyond: 0 },
      { staffId: story.ids.staff.CS_MANAGER, profiles: 0, phones: 1, clients: 1 },
    ])
    await expect(tallies(supervisor)).rejects.toThrow('FORBIDDEN')
  })

  it('has a line each time, also where a request is repeated with the same key', async () => {
    const clientId = await withProfile()
    const key = '01900000-0000-4000-8000-000000000077'
    for (const _ of [1, 2])
      expect(await reveal(clientId, '核对拜访对象', key)).toMatchObject({ occupation: '教师' })
    expect(await ledger(quality)).toHaveLength(2)
  })

  it('is never changed, not even past the API', async () => {
    await reveal(await withProfile())
    const attempt = (sql: string) => database.app.manager.query(sql)
    for (const sql of [`update client_reveal set reason = 'x'`, 'delete from client_reveal'])
      await expect(attempt(sql)).rejects.toThrow('permission denied')
  })
})

describe('the limit of a day', () => {
  const setPolicy = (by: Person, more: object = {}) =>
    by.does(
      'setRevealPolicy',
      { tellAbove: 1, refuseAbove: 2, expectedVersion: 0, ...more },
      'tellAbove version',
    )

  it('is a row that quality management sets', async () => {
    expect(await quality.get('{ revealPolicy { tellAbove } }')).toEqual({ revealPolicy: null })
    expect(await setPolicy(quality)).toMatchObject({ tellAbove: 1, version: 1 })
    expect(await setPolicy(quality)).toMatchObject({ __typename: 'StaleRecordError' })
    expect(await setPolicy(quality, { expectedVersion: 1, refuseAbove: 1, tellAbove: 5 })).toMatchObject({
      fields: [{ path: 'refuseAbove' }],
    })
    for (const role of ['CR_SUPERVISOR', 'ADMIN', 'AUDITOR'] as const)
      await expect(setPolicy(story.as(role)), role).rejects.toThrow('FORBIDDEN')
  })

  it('tells quality management once of who passes it, and then shows no more; the same client goes on', async () => {
    await setPolicy(quality)
    const [first, second, third] = [await withProfile(), await withProfile(), await withProfile()]
    const shown = { occupation: '教师' }
    expect(await reveal(first)).toMatchObject(shown)
    expect(await reveal(first)).toMatchObject(shown)
    expect(await reveal(second)).toMatchObject(shown)
    expect(await reveal(second)).toMatchObject(shown)
    expect(await reveal(third)).toMatchObject({ __typename: 'NotEligibleError' })
    expect(await reveal(first)).toMatchObject(shown)
    expect((await ledger(quality)).map(({ isBeyond }) => isBeyond)).toEqual([
      false,
      false,
      true,
      false,
      false,
    ])
    await worker.relay()
    const told = async (by: Person) => {
      const { notices } = await by.get<{ notices: { edges: { node: { kind: string; bodyEn?: string } }[] } }>(
        '{ notices(first: 20) { edges { node { kind titleEn } } } }',
      )
      return notices.edges.map(({ node }) => node.kind)
    }
    expect(await told(quality)).toEqual(['REVEALS_BEYOND'])
    expect(await told(story.as('AUDITOR'))).toEqual([])
    // Numbers are on record, and do not count.
    await revealPhone(story.as('CS_MANAGER'))
    // Somebody else has a count of their own.
    const manager = story.as('CS_MANAGER')
    const input = { clientId: third, fields: ['housing'], reason: '核对拜访对象' }
    expect(await manager.does('revealProfileOfClient', input, 'housing')).toMatchObject({ housing: 'OWNED' })
  })

  it('holds for two reveals at once', async () => {
    await setPolicy(quality, { refuseAbove: 1 })
    const clients = [await withProfile(), await withProfile(), await withProfile()]
    const answers = await Promise.all(clients.map((clientId) => reveal(clientId)))
    expect(answers.filter(({ __typename }) => __typename === 'RevealedProfile')).toHaveLength(1)
  })
})
