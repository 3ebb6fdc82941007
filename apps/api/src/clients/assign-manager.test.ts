/** Who answers for many clients: each by itself, on record, and told once. */
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Client } from './client.entity.ts'
import { searchGramsOf } from './search/search-grams.ts'

interface Answer {
  readonly __typename: string
  readonly code?: string
  readonly assignedIds: readonly string[]
  readonly left: readonly { readonly clientId: string; readonly message: string }[]
  readonly fields: readonly { readonly path: string }[]
}

let database: TestDatabase
let server: FastifyInstance
let story: Story

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
})

/** So many clients for whom nobody in particular answers. */
const clients = (count: number, more: Partial<Client> = {}): Promise<string[]> =>
  withTenant(database.app, story.orgId, async (manager) => {
    const ids = Array.from({ length: count }, () => newId())
    await manager.insert(
      Client,
      ids.map((id, at) => ({
        orgId: story.orgId,
        id,
        code: `M${at}${id.slice(-6)}`,
        kind: 'HOUSEHOLD' as const,
        relation: 'OWNER' as const,
        name: '赵批量',
        searchGrams: searchGramsOf('赵批量'),
        createdAt: new Date('2026-01-05T00:00:00Z'),
        ...more,
      })),
    )
    return ids.map((id) => toGlobalId('Client', id))
  })

const assign = (
  clientIds: readonly string[],
  managerId: string | null,
  role = 'CS_MANAGER' as const,
  key?: string,
) =>
  story
    .as(role)
    .does<Answer>(
      'assignManagerOfClients',
      { clientIds, ...(managerId ? { managerId } : {}) },
      'assignedIds left { clientId message }',
      key,
    )

const theirs = async (): Promise<number> =>
  (
    await story
      .as('CS_MANAGER')
      .get<{ clients: { totalCount: number } }>(
        'query($filter: ClientFilter) { clients(first: 1, filter: $filter) { totalCount } }',
        { filter: { keyAccountManager: story.ids.staff.KEY_ACCOUNT_MANAGER } },
      )
  ).clients.totalCount

describe('a key account manager for many clients', () => {
  it('answers for all of them from then on, and sees them', async () => {
    const before = await theirs()
    const ids = await clients(3)
    const answer = await assign(ids, story.ids.staff.KEY_ACCOUNT_MANAGER)
    expect(answer).toMatchObject({ __typename: 'ManagerAssignment', left: [] })
    expect([...answer.assignedIds].toSorted()).toEqual(ids.toSorted())
    expect(await theirs()).toBe(before + 3)
    const { findClients } = await story
      .as('KEY_ACCOUNT_MANAGER')
      .get<{ findClients: object[] }>('{ findClients(words: "赵批量") { id } }')
    expect(findClients).toHaveLength(3)
  })

  it('is on record for each client', async () => {
    await assign(await clients(2), story.ids.staff.KEY_ACCOUNT_MANAGER)
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { verb: string } }[] }
    }>('{ auditEntries(first: 9) { edges { node { verb } } } }')
    expect(auditEntries.edges.filter(({ node }) => node.verb === 'client:assignManager')).toHaveLength(2)
  })

  it('leaves those that cannot be changed, and says of each why', async () => {
    const [free] = await clients(1)
    const [archived] = await clients(1, { archivedAt: new Date('2026-02-01T00:00:00Z') })
    const absent = toGlobalId('Client', newId())
    const { assignedIds, left } = await assign(
      [free!, archived!, absent, story.ids.client],
      story.ids.staff.KEY_ACCOUNT_MANAGER,
    )
    expect(assignedIds).toEqual([free])
    expect(Object.fromEntries(left.map((it) => [it.clientId, it.message]))).toEqual({
      [archived!]: 'The archive is out of use.',
      [absent]: 'There is no such client.',
      [story.ids.client]: 'It is so already.',
    })
  })

  it('may be nobody again', async () => {
    const before = await theirs()
    expect(await assign([story.ids.client], null)).toMatchObject({ assignedIds: [story.ids.client] })
    expect(await theirs()).toBe(before - 1)
  })

  it('is one who answers for clients', async () => {
    expect(await assign(await clients(1), story.ids.staff.TECHNICIAN)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'managerId' }],
    })
  })

  it('is refused where nothing would change, and beyond 500 at once', async () => {
    expect(await assign([story.ids.client], story.ids.staff.KEY_ACCOUNT_MANAGER)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const many = Array.from({ length: 501 }, () => story.ids.client)
    expect(await assign(many, story.ids.staff.KEY_ACCOUNT_MANAGER)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'clientIds' }],
    })
  })

  it('is named once, however often the request is sent', async () => {
    const ids = await clients(2)
    const key = crypto.randomUUID()
    const first = await assign(ids, story.ids.staff.KEY_ACCOUNT_MANAGER, 'CS_MANAGER', key)
    expect(await assign(ids, story.ids.staff.KEY_ACCOUNT_MANAGER, 'CS_MANAGER', key)).toEqual(first)
  })

  it('is not for a desk to name', async () => {
    const { errors } = await story
      .as('SERVICE_AGENT')
      .run(
        'mutation($input: AssignManagerOfClientsInput!) { assignManagerOfClients(input: $input) { __typename } }',
        { input: { clientIds: [story.ids.client] } },
      )
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})
