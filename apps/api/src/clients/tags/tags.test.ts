/** The words that clients are filed by: who sets them up, who gives them to whom, and whom a list shows by them. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let vip: Payload
let home: string
let company: string

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  vip = await defined({ nameZh: '重点', nameEn: 'Key', tone: 'BAD', kinds: ['HOUSEHOLD', 'COMPANY'] })
  home = await addClient(database, story, 'HOUSEHOLD')
  company = await addClient(database, story, 'COMPANY')
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const defined = (tag: object, by: Person = story.as('CR_SUPERVISOR')) => by.does('defineTag', { ...tag })

interface Outcome extends Payload {
  readonly changedIds: readonly string[]
  readonly left: readonly { readonly clientId: string; readonly message: string }[]
}
const tagged = (by: Person, clientIds: readonly string[], tagId: string, verb = 'tagClients', key?: string) =>
  by.does<Outcome>(verb, { clientIds, tagId }, 'changedIds left { clientId message }', key)

const tagsOf = async (by: Person, id: string): Promise<readonly string[] | null | undefined> => {
  const { client } = await by.get<{ client: { tags: { tag: { nameZh: string } }[] | null } | null }>(
    'query($id: ID!) { client(id: $id) { tags { tag { nameZh } } } }',
    { id },
  )
  return client && (client.tags?.map(({ tag }) => tag.nameZh) ?? null)
}
const listed = async (by: Person, tags: readonly string[]): Promise<readonly string[] | string> => {
  const { data, errors } = await by.run<{ clients: { edges: { node: { id: string } }[] } }>(
    'query($tags: [ID!]) { clients(first: 50, filter: { tags: $tags }) { edges { node { id } } } }',
    { tags },
  )
  return data?.clients?.edges.map(({ node }) => node.id).toSorted() ?? String(errors[0]?.extensions.code)
}

describe('the words', () => {
  it('are set up by whoever answers for the archive, each name once', async () => {
    const word = { nameZh: '独居', nameEn: 'Alone', tone: 'WARN', kinds: ['HOUSEHOLD'] }
    const refused = await story
      .as('CR_SPECIALIST')
      .run('mutation($input: DefineTagInput!) { defineTag(input: $input) { __typename } }', { input: word })
    expect(refused.errors[0]?.extensions.code).toBe('FORBIDDEN')
    const tag = await defined(word, story.as('ADMIN'))
    expect(tag).toMatchObject({ __typename: 'Tag', version: 1 })
    expect(await defined(word)).toMatchObject({ code: 'DUPLICATE' })
    expect(await defined({ ...word, nameZh: ' ', kinds: [] })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'nameZh' }, { path: 'kinds' }],
    })
    const amended = { tagId: tag.id, expectedVersion: 1, ...word, nameZh: '独居老人' }
    expect(await story.as('CS_MANAGER').does('amendTag', amended)).toMatchObject({ version: 2 })
    expect(await story.as('CS_MANAGER').does('amendTag', amended)).toMatchObject({ code: 'STALE_RECORD' })
  })

  it('that are retired are given to nobody, are still taken off, and come back', async () => {
    const head = story.as('CR_SUPERVISOR')
    const agent = story.as('SERVICE_AGENT')
    const tag = await defined({ nameZh: '旧词', nameEn: 'Old', tone: 'NEUTRAL', kinds: ['HOUSEHOLD'] })
    await tagged(agent, [home], tag.id)
    const seen = { tagId: tag.id, expectedVersion: 1 }
    expect(await head.does('retireTag', seen)).toMatchObject({ version: 2 })
    expect(await head.does('retireTag', { ...seen, expectedVersion: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await tagsOf(agent, home)).toContain('旧词')
    expect(await tagged(agent, [story.ids.client], tag.id)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await tagged(agent, [home], tag.id, 'untagClients')).toMatchObject({ changedIds: [home] })
    expect(await tagsOf(agent, home)).not.toContain('旧词')
    expect(await head.does('restoreTag', { ...seen, expectedVersion: 2 })).toMatchObject({ version: 3 })
  })
})

describe('giving a tag', () => {
  it('to many: each that cannot get it is left, and says why; the same key again gives nothing twice', async () => {
    const agent = story.as('SERVICE_AGENT')
    const person = await addClient(database, story, 'INDIVIDUAL')
    const archived = await addClient(database, story, 'HOUSEHOLD', { archivedAt: new Date() })
    const key = '01890000-0000-7000-8000-00000000a001'
    const list = [home, company, person, archived]
    const done = await tagged(agent, list, vip.id, 'tagClients', key)
    expect(done.changedIds).toEqual([home, company])
    expect(done.left.map(({ clientId, message }) => [clientId, message])).toEqual([
      [person, 'The tag is no word for such a client.'],
      [archived, 'The archive is out of use.'],
    ])
    expect((await tagged(agent, list, vip.id, 'tagClients', key)).changedIds).toEqual([home, company])
    expect(await tagged(agent, [home], vip.id)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(await tagsOf(agent, home)).toEqual(['重点'])
    const { auditEntries } = await story
      .as('AUDITOR')
      .get<{ auditEntries: { edges: { node: { verb: string; subjectType: string } }[] } }>(
        '{ auditEntries(first: 2) { edges { node { verb subjectType } } } }',
      )
    expect(auditEntries.edges.map(({ node }) => node)).toEqual(
      Array.from({ length: 2 }, () => ({ verb: 'client:tag', subjectType: 'CLIENT_TAG' })),
    )
  })

  it('is nobody’s who does not care for the client', async () => {
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    expect(await tagged(manager, [company], vip.id)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    const stranger = await given(database, server)
    const theirs = await stranger
      .as('CR_SUPERVISOR')
      .run('mutation($input: TagClientsInput!) { tagClients(input: $input) { __typename } }', {
        input: { clientIds: [home], tagId: vip.id },
      })
    expect(theirs.errors[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

describe('a list of clients', () => {
  it('is narrowed by tags for those who may see who bears them, and for nobody else', async () => {
    const agent = story.as('SERVICE_AGENT')
    expect(await listed(agent, [vip.id])).toEqual([home, company].toSorted())
    expect(await listed(agent, [])).toEqual([])
    expect(await listed(agent, ['tag_nothing', home])).toEqual([])
    expect(await listed(story.as('AUDITOR'), [vip.id])).toBe('FORBIDDEN')
    expect(await tagsOf(story.as('AUDITOR'), home)).toBeNull()
  })
})
