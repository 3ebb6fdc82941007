/** One timeline of everything that happened with a client, each entry only to who may read its record. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload } from '../../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { caseIn } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let clientId: string

interface Entry {
  readonly key: string
  readonly kind: string
  readonly at: string
  readonly channel: string | null
  readonly by: { readonly id: string } | null
  readonly complaint: { readonly id: string } | null
  readonly reception: { readonly words: string | null } | null
  readonly change: { readonly verb: string } | null
}
interface Page {
  readonly totalCount: number
  readonly edges: readonly { readonly node: Entry }[]
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
}
const TIMELINE = `query($id: ID!, $first: Int!, $after: String, $filter: TimelineFilter) { client(id: $id) {
  timeline(first: $first, after: $after, filter: $filter) { totalCount pageInfo { endCursor hasNextPage }
    edges { node { key kind at channel by { id } complaint { id } reception { words } change { verb } } } } } }`

const page = async (role: Parameters<Story['as']>[0], more: object = {}) => {
  const answer = await story
    .as(role)
    .get<{ client: { timeline: Page } | null }>(TIMELINE, { id: clientId, first: 50, ...more })
  return answer.client?.timeline
}
const kinds = async (role: Parameters<Story['as']>[0], more: object = {}) =>
  (await page(role, more))!.edges.map(({ node }) => node.kind)

/** A lead that turned out to be this client. */
const becameOf = async (client: string) => {
  const source = { name: '客户介绍', countsAs: 'REFERRAL' }
  const sourceId = (await story.as('CS_MANAGER').does('defineLeadSource', source, 'id')).id
  const worker = story.as('KEY_ACCOUNT_MANAGER')
  const lead = { kind: 'INDIVIDUAL', name: '陈建国', phone: '13700001111', need: '车位', sourceId }
  let at = await worker.does('openLead', lead)
  const step = async (verb: string, more: object = {}, by = worker) => {
    at = await by.does(`${verb}Lead`, { leadId: at.id, expectedVersion: at.version, ...more })
  }
  await step('contact', { channel: 'PHONE', note: '约看车位' })
  await step('qualify')
  await step('convert', { clientId: client }, story.as('CR_SUPERVISOR'))
}

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  const opened = await story.as('CR_SPECIALIST').does(
    'openClient',
    {
      kind: 'INDIVIDUAL',
      relation: 'OWNER',
      name: '陈建国',
      phone: '13900005678',
      explained: true,
      consentPurposes: ['CARE'],
      contacts: [],
      members: [],
      occupancies: [{ unitId: story.ids.unit, relation: 'OWNER', fromOn: '2024-03-01' }],
    },
    'id version',
  )
  clientId = opened.id
  const agent = story.as('SERVICE_AGENT')
  await agent.does('recordReception', { clientId, channel: 'WECHAT', words: '问车位' })
  const added = await agent.does<{ contacts: { id: string }[] }>(
    'addContact',
    { clientId, name: '陈晓' },
    'contacts { id }',
  )
  const contactId = added.contacts[0]!.id
  await agent.does('amendContact', { contactId, expectedVersion: 1, name: '陈小晓', primary: true }, 'id')
  await story.as('CR_SPECIALIST').does('removeContact', { contactId, expectedVersion: 2 }, 'id')
  await agent.does('withdrawConsent', { clientId, purpose: 'CARE', way: 'SPOKEN' }, 'id')
  const amending = { clientId, expectedVersion: opened.version, source: 'REFERRAL' }
  await story.as('CR_SPECIALIST').does('amendClient', amending, 'id')
  await becameOf(clientId)
  await caseIn(story, 'APPROVED', { clientId, unitId: undefined })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

describe('the timeline of a client', () => {
  it('has every kind of thing that happened, newest first', async () => {
    const all = (await page('CS_MANAGER'))!
    const nodes = all.edges.map(({ node }) => node)
    expect(nodes.map(({ at }) => at)).toEqual(
      nodes
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    )
    const seen = new Set(nodes.map(({ kind }) => kind))
    expect([...seen].toSorted()).toEqual([
      'CASE_REGISTERED',
      'CASE_STEP',
      'CHANGED',
      'CONSENT',
      'CONTACT_ADDED',
      'CONTACT_AMENDED',
      'CONTACT_REMOVED',
      'LEAD_STEP',
      'OPENED',
      'PROMISE_KEPT',
      'RECEPTION',
      'SIGN_OFF',
      'STAY_BEGAN',
    ])
    expect(nodes.filter(({ kind }) => kind === 'OPENED' || kind === 'CASE_REGISTERED')).toHaveLength(2)
    expect(nodes.find(({ kind }) => kind === 'CHANGED')!.change).toEqual({ verb: 'client:amend' })
    expect(nodes.find(({ kind }) => kind === 'STAY_BEGAN')!.at).toBe('2024-02-29T16:00:00.000Z')
    expect(new Set(nodes.map(({ key }) => key)).size).toBe(nodes.length)
    expect(all.totalCount).toBe(nodes.length)
  })

  it('is read on page by page across its sources, with nothing lost and nothing twice', async () => {
    const whole = (await page('CS_MANAGER'))!.edges.map(({ node }) => node.key)
    const read: string[] = []
    let after: string | null = null
    do {
      const part: Page = (await page('CS_MANAGER', { first: 4, after }))!
      read.push(...part.edges.map(({ node }) => node.key))
      after = part.pageInfo.hasNextPage ? part.pageInfo.endCursor : null
    } while (after !== null)
    expect(read).toEqual(whole)
  })

  it('is narrowed by kind, channel, person and time', async () => {
    expect(await kinds('CS_MANAGER', { filter: { kind: ['RECEPTION', 'OPENED'] } })).toEqual([
      'RECEPTION',
      'OPENED',
    ])
    expect(await kinds('CS_MANAGER', { filter: { channel: ['WECHAT'] } })).toEqual(['RECEPTION'])
    const by = story.ids.staff.CR_SPECIALIST
    const theirs = (await page('CS_MANAGER', { filter: { by } }))!.edges.map(({ node }) => node)
    expect(theirs.map(({ by: who }) => who?.id)).toEqual(theirs.map(() => by))
    expect(theirs.map(({ kind }) => kind)).toContain('CHANGED')
    expect(await kinds('CS_MANAGER', { filter: { before: '2024-03-01T00:00:00Z' } })).toEqual(['STAY_BEGAN'])
  })

  it('tells who may not read a case nothing of it, not even that there is one', async () => {
    const ofCase = ['CASE_REGISTERED', 'CASE_STEP', 'SIGN_OFF', 'NOTICE', 'PROMISE_KEPT', 'PROMISE_BROKEN']
    const stranger = await story.colleague(['SERVICE_AGENT'], 'headquarters')
    const { client } = await stranger.get<{ client: { timeline: Page } }>(TIMELINE, {
      id: clientId,
      first: 50,
    })
    const told = client.timeline.edges.map(({ node }) => node.kind)
    expect(told.filter((kind) => ofCase.includes(kind))).toEqual([])
    expect(client.timeline.totalCount).toBe(told.length)
    expect(told).toContain('RECEPTION')
    const asked = { id: clientId, first: 50, filter: { kind: ofCase } }
    expect(
      (await stranger.get<{ client: { timeline: Page } }>(TIMELINE, asked)).client.timeline.edges,
    ).toEqual([])
  })

  it('tells of the lead that became the client, and of contacts who came, changed and went', async () => {
    const { client } = await story
      .as('CR_SUPERVISOR')
      .get<{ client: { timeline: { edges: { node: object }[] } } }>(
        `query($id: ID!) { client(id: $id) { timeline(first: 50, filter: { kind: [LEAD_STEP, CONTACT_REMOVED] }) { edges {
        node { kind by { name } leadEvent { action note } contactChange { verb } contact { name } } } } } }`,
        { id: clientId },
      )
    const nodes = client.timeline.edges.map(({ node }) => node)
    expect(nodes).toContainEqual({
      kind: 'LEAD_STEP',
      by: { name: 'KEY_ACCOUNT_MANAGER' },
      leadEvent: { action: 'CONTACT', note: '约看车位' },
      contactChange: null,
      contact: null,
    })
    expect(nodes).toContainEqual({
      kind: 'CONTACT_REMOVED',
      by: { name: 'CR_SPECIALIST' },
      leadEvent: null,
      contactChange: { verb: 'client:removeContact' },
      contact: { name: '陈小晓' },
    })
    expect(await kinds('SERVICE_AGENT')).not.toContain('LEAD_STEP')
  })

  it('shows an auditor that somebody was received, not what they said, and a clerk not even that', async () => {
    const audited = (await page('AUDITOR'))!.edges.map(({ node }) => node)
    expect(audited.find(({ kind }) => kind === 'RECEPTION')!.reception).toEqual({ words: null })
    expect(await kinds('INFORMATION_CLERK')).not.toContain('RECEPTION')
    expect(await page('SALES')).toBeUndefined()
    const { errors } = await story.as('TECHNICIAN').run<Payload>(TIMELINE, { id: clientId, first: 5 })
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN'])
  })
})
