/** Views of lists: whose they are, who sees them, who may share them. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

interface View {
  readonly __typename: string
  readonly id: string
  readonly name: string
  readonly query: string
  readonly sharing: string
  readonly position: number
  readonly version: number
  readonly isMine: boolean
  readonly code?: string
  readonly fields?: readonly { path: string }[]
}
const FIELDS = 'id name query sharing position version isMine'
const SEVERE = { place: 'QUEUE', name: '一二级未结', query: 'view=open&severity=1,2', sharing: 'PRIVATE' }

let database: TestDatabase
let server: FastifyInstance
let story: Story
let agent: Person

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
  agent = story.as('SERVICE_AGENT')
})

const save = (person: Person, more: object = {}) =>
  person.does<View>('saveView', { ...SEVERE, ...more }, FIELDS)
const seenBy = async (person: Person): Promise<readonly View[]> =>
  (await person.get<{ savedViews: View[] }>(`{ savedViews { ${FIELDS} } }`)).savedViews
const namesSeenBy = async (person: Person) => (await seenBy(person)).map(({ name }) => name)

describe('a view of one’s own', () => {
  it('is kept on the server as its list’s address, for its owner alone', async () => {
    expect(await save(agent)).toMatchObject({
      __typename: 'SavedView',
      query: 'severity=1,2&view=open',
      position: 0,
      version: 1,
      isMine: true,
    })
    expect(await namesSeenBy(agent)).toEqual(['一二级未结'])
    for (const other of ['CS_MANAGER', 'ADMIN', 'AUDITOR'] as const)
      expect(await namesSeenBy(story.as(other))).toEqual([])
    expect(await namesSeenBy((await given(database, server)).as('SERVICE_AGENT'))).toEqual([])
  })

  it('is to others as if it were not there', async () => {
    const { id } = await save(agent)
    const colleague = await story.colleague(['SERVICE_AGENT'], 'service')
    const foreign = (await given(database, server)).as('ADMIN')
    for (const person of [colleague, story.as('ADMIN'), foreign]) {
      const { data, errors } = await person.run<Record<string, unknown>>(
        'mutation($input: RemoveViewInput!) { removeView(input: $input) { __typename } }',
        { input: { savedViewId: id, expectedVersion: 1 } },
      )
      expect([data?.['removeView'], errors[0]?.extensions.code]).toEqual([undefined, 'NOT_FOUND'])
      expect(await person.get('query($id: ID!) { node(id: $id) { id } }', { id })).toEqual({ node: null })
    }
    expect(await namesSeenBy(agent)).toHaveLength(1)
  })

  it('takes only filters that its list has, and one name once', async () => {
    expect(await save(agent, { query: 'view=open&assignedTo=me' })).toMatchObject({
      __typename: 'InvalidInputError',
      fields: [{ path: 'query' }],
    })
    expect(await save(agent, { name: ' ' })).toMatchObject({ fields: [{ path: 'name' }] })
    await save(agent)
    expect(await save(agent)).toMatchObject({ __typename: 'DuplicateError', code: 'DUPLICATE' })
    // Another list, and another person, have names of their own.
    expect(await save(agent, { place: 'CASES', query: 'severity=1' })).toMatchObject({ position: 0 })
    expect(await save(story.as('CR_SPECIALIST'))).toMatchObject({ __typename: 'SavedView' })
  })

  it('is renamed, narrowed anew, and not by a window that is behind', async () => {
    const { id } = await save(agent)
    const change = (more: object) =>
      agent.does<View>(
        'changeView',
        {
          savedViewId: id,
          name: '一级',
          query: 'severity=1',
          sharing: 'PRIVATE',
          expectedVersion: 1,
          ...more,
        },
        FIELDS,
      )
    expect(await change({})).toMatchObject({ name: '一级', query: 'severity=1', version: 2 })
    expect(await change({ name: '二级' })).toMatchObject({ code: 'STALE_RECORD' })
    expect(await change({ expectedVersion: 2, query: 'mine=1' })).toMatchObject({
      fields: [{ path: 'query' }],
    })
  })

  it('is put elsewhere in the order, and the others close up', async () => {
    for (const name of ['甲', '乙', '丙']) await save(agent, { name })
    const [, , last] = await seenBy(agent)
    await agent.does('moveView', { savedViewId: last!.id, position: 0 }, FIELDS)
    expect(await namesSeenBy(agent)).toEqual(['丙', '甲', '乙'])
    expect((await seenBy(agent)).map(({ position }) => position)).toEqual([0, 1, 2])
  })

  it('is removed, and that stays in the audit', async () => {
    const { id } = await save(agent)
    expect(
      await agent.does('removeView', { savedViewId: id, expectedVersion: 1 }, 'savedViewId'),
    ).toMatchObject({ savedViewId: id })
    expect(await seenBy(agent)).toEqual([])
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { verb: string } }[] }
    }>('{ auditEntries(first: 10) { edges { node { verb } } } }')
    expect(auditEntries.edges.map(({ node }) => node.verb)).toEqual(
      expect.arrayContaining(['view:save', 'view:remove']),
    )
  })
})

describe('a shared view', () => {
  it('is seen by the department of whoever shared it, or by the whole company', async () => {
    const lead = await story.colleague(['CR_SUPERVISOR'], 'service')
    await save(lead, { name: '本部门的', sharing: 'DEPARTMENT' })
    await save(story.as('CS_MANAGER'), { name: '全公司的', sharing: 'ORGANIZATION' })
    expect((await namesSeenBy(agent)).toSorted()).toEqual(['全公司的', '本部门的'])
    expect((await seenBy(agent)).every(({ isMine }) => !isMine)).toBe(true)
    expect(await namesSeenBy(story.as('SITE_MANAGER'))).toEqual(['全公司的'])
    expect(await namesSeenBy((await given(database, server)).as('CS_MANAGER'))).toEqual([])
  })

  it('is given to everybody in a role, whatever their department, and to nobody else', async () => {
    const lead = story.as('CR_SUPERVISOR')
    const shared = { name: '给客服', sharing: 'ROLE', sharedRole: 'SERVICE_AGENT' }
    const { id, version } = await save(lead, shared)
    const elsewhere = await story.colleague(['SALES', 'SERVICE_AGENT'], 'headquarters')
    expect([await namesSeenBy(agent), await namesSeenBy(elsewhere)]).toEqual([['给客服'], ['给客服']])
    expect(await namesSeenBy(story.as('SITE_MANAGER'))).toEqual([])
    expect((await save(lead, { name: '没说给谁', sharing: 'ROLE' })).fields).toMatchObject([
      { path: 'sharedRole' },
    ])
    expect(await save(agent, shared)).toMatchObject({ __typename: 'NotEligibleError' })
    const input = { savedViewId: id, expectedVersion: version, ...shared, query: '', sharedRole: 'FINANCE' }
    await lead.does('changeView', input, FIELDS)
    expect([await namesSeenBy(agent), await namesSeenBy(story.as('FINANCE'))]).toEqual([[], ['给客服']])
  })

  it('is shared only by those to whom the policy gives it', async () => {
    for (const sharing of ['DEPARTMENT', 'ORGANIZATION'])
      expect(await save(agent, { sharing })).toMatchObject({ __typename: 'NotEligibleError' })
    const site = story.as('SITE_MANAGER')
    expect(await save(site, { sharing: 'ORGANIZATION' })).toMatchObject({ __typename: 'NotEligibleError' })
    expect(await save(site, { sharing: 'DEPARTMENT' })).toMatchObject({ sharing: 'DEPARTMENT' })
  })

  it('is changed by its owner alone; an administrator may remove it', async () => {
    const { id } = await save(story.as('CS_MANAGER'), { sharing: 'ORGANIZATION' })
    const renamed = { savedViewId: id, name: '我的', query: '', sharing: 'ORGANIZATION', expectedVersion: 1 }
    expect(await story.as('CS_DIRECTOR').does('changeView', renamed)).toMatchObject({
      __typename: 'NotEligibleError',
    })
    const removal = { savedViewId: id, expectedVersion: 1 }
    expect(await agent.does('removeView', removal, 'savedViewId')).toMatchObject({
      __typename: 'NotEligibleError',
    })
    expect(await story.as('ADMIN').does('removeView', removal, 'savedViewId')).toMatchObject({
      __typename: 'RemovedSavedView',
    })
  })

  it('is pinned by each for themselves, and gone with the view', async () => {
    const pinned = async (person: Person) =>
      (
        await person.get<{ savedViews: { name: string; isPinned: boolean }[] }>(
          '{ savedViews { name isPinned } }',
        )
      ).savedViews.map(({ isPinned }) => isPinned)
    const owner = story.as('CS_MANAGER')
    const { id } = await save(owner, { sharing: 'ORGANIZATION' })
    const pin = (person: Person, verb: 'pinView' | 'unpinView' = 'pinView') =>
      person.does<View>(verb, { savedViewId: id }, FIELDS)
    expect(await pin(agent)).toMatchObject({ __typename: 'SavedView', id })
    // Pressed twice, it is one pin.
    expect(await pin(agent)).toMatchObject({ __typename: 'SavedView' })
    expect([await pinned(agent), await pinned(story.as('SITE_MANAGER'))]).toEqual([[true], [false]])
    expect(await pin(owner)).toMatchObject({ __typename: 'NotEligibleError' })
    await pin(agent, 'unpinView')
    expect(await pinned(agent)).toEqual([false])
    await pin(agent)
    expect(
      await owner.does('removeView', { savedViewId: id, expectedVersion: 1 }, 'savedViewId'),
    ).toMatchObject({ savedViewId: id })
    expect(await pinned(agent)).toEqual([])
  })

  it('that is not for a person cannot be pinned by them', async () => {
    const { id } = await save(agent)
    const foreign = (await given(database, server)).as('ADMIN')
    for (const person of [story.as('CS_MANAGER'), foreign]) {
      const { errors } = await person.run(
        'mutation($input: PinViewInput!) { pinView(input: $input) { __typename } }',
        { input: { savedViewId: id } },
      )
      expect(errors[0]?.extensions.code).toBe('NOT_FOUND')
    }
  })

  it('shows to each no more than they see anyway', async () => {
    const manager = story.as('CS_MANAGER')
    const registered = await manager.does('registerComplaint', {
      kind: 'COMPLAINT',
      channel: 'PHONE',
      severity: 1,
      contactName: '王女士',
      summary: '电梯困人',
      facts: '电梯困人二十分钟',
    })
    expect(registered).toMatchObject({ __typename: 'Complaint' })
    await save(manager, { sharing: 'ORGANIZATION' })
    // Handled by another department, registered by another person: the view changes nothing about that.
    const seen = await story
      .as('SITE_MANAGER')
      .get<{ complaints: { totalCount: number } }>(
        '{ savedViews { name } complaints(first: 1, filter: { severity: [1, 2], open: true }) { totalCount } }',
      )
    expect(seen.complaints.totalCount).toBe(0)
  })
})
