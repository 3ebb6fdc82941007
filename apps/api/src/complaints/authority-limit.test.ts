import { DEFAULT_AUTHORITY_LIMITS } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let admin: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  admin = story.as('ADMIN')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const LIMIT = 'id version role cause limitMinor'
const set = (input: object) => admin.does('setAuthorityLimit', { ...input }, LIMIT)
const matrix = async (): Promise<Payload[]> =>
  (await admin.get<{ authorityLimits: Payload[] }>(`{ authorityLimits { ${LIMIT} } }`)).authorityLimits
const cell = async (role: string, cause: string | null) =>
  (await matrix()).find((limit) => limit.role === role && limit.cause === cause)

const actionsOf = async (person: Person, id: string) =>
  (
    await person.get<{ complaint: { availableActions: string[] } }>(
      'query($id: ID!) { complaint(id: $id) { availableActions } }',
      { id },
    )
  ).complaint.availableActions

describe('set authority limit', () => {
  it('reaches what its holders may approve with their next request, down and up', async () => {
    const manager = story.as('CS_MANAGER')
    const proposed = await caseIn(story, 'PROPOSED')
    expect(await actionsOf(manager, proposed.id)).toContain('APPROVE')

    const general = (await cell('CS_MANAGER', null))!
    const lowered = await set({ role: 'CS_MANAGER', limitMinor: 100_00, expectedVersion: general.version })
    expect(lowered).toMatchObject({ limitMinor: 100_00, cause: null })
    expect(await actionsOf(manager, proposed.id)).not.toContain('APPROVE')
    const approve = { complaintId: proposed.id, expectedVersion: proposed.version }
    expect((await manager.does('approveComplaint', approve)).code).toMatch(/LIMIT_EXCEEDED|NOT_ELIGIBLE/)

    await set({ role: 'CS_MANAGER', cause: 'OPERATION', limitMinor: 1_200_00 })
    expect(await actionsOf(manager, proposed.id)).toContain('APPROVE')
    expect((await manager.does('approveComplaint', approve)).__typename).toBe('Complaint')
  })

  it('never takes two rows for one cell, whoever comes first', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        set({ role: 'CS_DIRECTOR', cause: 'AGENT', limitMinor: (at + 1) * 100 }),
      ),
    )
    expect(answers.filter(({ __typename }) => __typename === 'AuthorityLimit')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'STALE_RECORD')).toHaveLength(4)
    const agents = (await matrix()).filter(({ role, cause }) => role === 'CS_DIRECTOR' && cause === 'AGENT')
    expect(agents).toHaveLength(1)
  })

  it('is for roles that approve, and for amounts that can be', async () => {
    const paths = async (input: object) => (await set(input)).fields?.map(({ path }) => path)
    expect(await paths({ role: 'TECHNICIAN', limitMinor: 100 })).toEqual(['role'])
    expect(await paths({ role: 'CS_DIRECTOR', limitMinor: -1 })).toEqual(['limitMinor'])
    expect(await paths({ role: 'CS_DIRECTOR', limitMinor: 10_000_000_001 })).toEqual(['limitMinor'])
  })
})

describe('remove authority limit', () => {
  it('gives the general limit back to the cause, once, and stays in the audit', async () => {
    const client = (await cell('CR_SUPERVISOR', 'CLIENT'))!
    const input = { authorityLimitId: client.id, expectedVersion: client.version }
    const key = '6f0e0d0c-0b0a-4908-8706-050403020100'
    const removed = await admin.does('removeAuthorityLimit', input, 'authorityLimitId', key)
    expect(removed.authorityLimitId).toBe(client.id)
    expect(await admin.does('removeAuthorityLimit', input, 'authorityLimitId', key)).toEqual(removed)
    await expect(admin.does('removeAuthorityLimit', input, 'authorityLimitId')).rejects.toThrow('NOT_FOUND')
    expect(await cell('CR_SUPERVISOR', 'CLIENT')).toBeUndefined()
    const { auditEntries } = await admin.get<{ auditEntries: { edges: { node: Payload }[] } }>(
      `query($id: ID!) { auditEntries(first: 1, filter: { subject: $id }) {
         edges { node { verb authorityLimit { id } changes { field before after } } } } }`,
      { id: client.id },
    )
    expect(auditEntries.edges[0]!.node).toEqual({
      verb: 'limit:remove',
      authorityLimit: null,
      changes: expect.arrayContaining([
        { field: 'cause', before: 'CLIENT', after: null },
        { field: 'limitMinor', before: '20000', after: null },
      ]),
    })
  })
})

describe('the matrix', () => {
  it('is read by those whom it binds or who watch over it, by nobody else', async () => {
    const fresh = await given(database, server)
    const { authorityLimits } = await fresh
      .as('FINANCE')
      .get<{ authorityLimits: object[] }>('{ authorityLimits { role } }')
    expect(authorityLimits).toHaveLength(DEFAULT_AUTHORITY_LIMITS.length)
    const { errors } = await fresh.as('TECHNICIAN').run('{ authorityLimits { role } }')
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
