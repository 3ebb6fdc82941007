/** A reception or a call, from the sentence that somebody writes down to the case that it may become. */
import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { A_CASE } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { Reception } from './reception.entity.ts'

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

const FIELDS = `id version channel direction purpose words result nextStep nextOn at recordedBy { id }
  complaint { id } contact { name } earlier { words result nextStep until }`

interface Told extends Payload {
  readonly earlier: readonly { words: string }[] | null
  readonly complaint: { id: string } | null
}
const record = (more: object = {}, key = randomUUID()) =>
  story
    .as('SERVICE_AGENT')
    .does<Told>(
      'recordReception',
      { clientId: story.ids.client, words: '问物业费怎么交', ...more },
      FIELDS,
      key,
    )
const fieldsOf = ({ fields = [] }: Payload) => fields.map(({ path }) => path)

/** As if it had been written down that long ago. */
const age = (id: string, hours: number) =>
  withTenant(database.app, story.orgId, (manager) =>
    manager.update(
      Reception,
      { orgId: story.orgId, id: fromGlobalId('Reception', id)! },
      { recordedAt: new Date(Date.now() - hours * 3_600_000) },
    ),
  )

describe('the next steps of one’s day', () => {
  it('are one’s own, and those that colleagues noted of the clients whom one answers for', async () => {
    const { id } = await record({ nextStep: '回电', nextOn: '2099-01-05' })
    const noted = async (role: 'SERVICE_AGENT' | 'KEY_ACCOUNT_MANAGER' | 'CR_SPECIALIST') =>
      (
        await story
          .as(role)
          .get<{ receptions: { edges: { node: { id: string } }[] } }>(
            '{ receptions(first: 5, filter: { concernsMe: true, nextOpen: true }, orderBy: DUE) { edges { node { id } } } }',
          )
      ).receptions.edges.map(({ node }) => node.id)
    expect(await noted('SERVICE_AGENT')).toEqual([id])
    expect(await noted('KEY_ACCOUNT_MANAGER')).toEqual([id])
    expect(await noted('CR_SPECIALIST')).toEqual([])
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query('update client set key_account_manager_id = null where id = $1', [
        fromGlobalId('Client', story.ids.client),
      ]),
    )
    expect(await noted('KEY_ACCOUNT_MANAGER')).toEqual([])
  })
})

describe('recordReception', () => {
  it('takes one sentence, sent once or twice, and fills in what is usual', async () => {
    const key = randomUUID()
    const told = await record({}, key)
    expect(told).toMatchObject({
      channel: 'PHONE',
      direction: 'IN',
      purpose: 'INQUIRY',
      words: '问物业费怎么交',
      recordedBy: { id: story.ids.staff.SERVICE_AGENT },
      earlier: [],
      complaint: null,
    })
    expect((await record({}, key)).id).toBe(told.id)
    const { receptions } = await story
      .as('CS_MANAGER')
      .get<{ receptions: { totalCount: number } }>(
        'query($client: ID!) { receptions(first: 5, filter: { client: $client }) { totalCount } }',
        { client: story.ids.client },
      )
    expect(receptions.totalCount).toBe(1)
  })

  it('names each field that cannot be so, and a contact of somebody else', async () => {
    expect(fieldsOf(await record({ words: ' ', nextOn: '2026-12-01' })).toSorted()).toEqual([
      'nextStep',
      'words',
    ])
    expect(fieldsOf(await record({ at: '2999-01-01T00:00:00Z' }))).toEqual(['at'])
    const other = await addClient(database, story, 'COMPANY')
    const manager = story.as('CS_MANAGER')
    const { contacts } = await manager.does<Payload & { contacts: { id: string }[] }>(
      'addContact',
      { clientId: other, name: '王芳' },
      'contacts { id }',
    )
    expect(fieldsOf(await record({ contactId: contacts[0]!.id }))).toEqual(['contactId'])
    expect(await record({ clientId: other, contactId: contacts[0]!.id })).toMatchObject({
      contact: { name: '王芳' },
    })
  })
})

describe('amendReception', () => {
  it('is for who wrote it, for a day, and keeps what stood there', async () => {
    const told = await record({ result: '已告知' })
    const amended = { receptionId: told.id, expectedVersion: told.version, words: '问物业费怎么在线交' }
    expect(await story.as('CS_MANAGER').does('amendReception', amended)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const agent = story.as('SERVICE_AGENT')
    const after = await agent.does<Told>('amendReception', amended, FIELDS)
    expect(after).toMatchObject({
      words: '问物业费怎么在线交',
      result: null,
      earlier: [{ words: '问物业费怎么交', result: '已告知', nextStep: null }],
    })
    expect(await agent.does('amendReception', amended)).toMatchObject({ code: 'STALE_RECORD' })
    await age(told.id, 25)
    const late = { ...amended, expectedVersion: after.version, words: '又改' }
    expect(await agent.does('amendReception', late)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('a reception that becomes a case', () => {
  it('is linked with it once, and only with a case of its own client', async () => {
    const told = await record({ purpose: 'COMPLAINT', words: '楼上漏水' })
    const agent = story.as('SERVICE_AGENT')
    const registering = { ...A_CASE, clientId: story.ids.client, receptionId: told.id }
    const other = await addClient(database, story, 'INDIVIDUAL')
    expect(fieldsOf(await agent.does('registerComplaint', { ...registering, clientId: other }))).toEqual([
      'receptionId',
    ])
    const complaint = await agent.does('registerComplaint', registering)
    const { reception } = await agent.get<{ reception: Told }>(
      `query($id: ID!) { reception(id: $id) { ${FIELDS} } }`,
      { id: told.id },
    )
    expect(reception.complaint).toEqual({ id: complaint.id })
    expect(await agent.does('registerComplaint', registering)).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})

describe('what was said', () => {
  it('is kept from who only checks, and is not there at all for who has nothing to do with the client', async () => {
    const { id } = await record()
    const ask = (role: Parameters<Story['as']>[0]) =>
      story
        .as(role)
        .run<{ reception: Told | null }>(
          'query($id: ID!) { reception(id: $id) { channel words earlier { words } } }',
          { id },
        )
    expect((await ask('AUDITOR')).data?.reception).toEqual({ channel: 'PHONE', words: null, earlier: null })
    // The client of the story is nobody's account.
    expect((await ask('SALES')).data?.reception).toBeNull()
    for (const role of ['TECHNICIAN', 'FINANCE', 'ADMIN', 'INFORMATION_CLERK'] as const)
      expect((await ask(role)).errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
    const elsewhere = { clientId: story.ids.client, words: '顺路问候' }
    const { errors } = await story.as('SALES').run(
      'mutation($input: RecordReceptionInput!) { recordReception(input: $input) { __typename } }',
      {
        input: elsewhere,
      },
      { 'idempotency-key': randomUUID() },
    )
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND'])
  })
})
