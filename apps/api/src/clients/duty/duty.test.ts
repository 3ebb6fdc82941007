/** What an archive must have: set as policy, found in the archive, owed by one person, confirmed with the client, checked at random. */
import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
/** A household of nobody's own, in the story's project. */
let home: string
let phone: Payload
let birthday: Payload
let stay: Payload

const PEOPLE = { kinds: ['INDIVIDUAL', 'HOUSEHOLD'], relations: ['OWNER', 'OCCUPANT'] } as const
const set = (more: object, by: Person = story.as('CR_SUPERVISOR')) =>
  by.does('setArchiveRequirement', { ...PEOPLE, owedBy: 'CR_SPECIALIST', ...more })

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  const projectId = fromGlobalId('Project', story.ids.project)!
  home = await addClient(database, story, 'HOUSEHOLD', { projectId, createdAt: new Date('2020-01-01') })
  phone = await set({ part: 'PHONE', staleAfterDays: 400 })
  birthday = await set({ part: 'BIRTHDAY', owedBy: 'SITE_MANAGER' })
  stay = await set({ part: 'STAY', owedBy: 'SERVICE_AGENT' })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

interface Gap {
  readonly part: string
  readonly state: string
  readonly note: string | null
}
const gapsOf = async (id: string, by: Person = story.as('CR_SPECIALIST')) => {
  const { client } = await by.get<{ client: { archiveGaps: Gap[] | null } | null }>(
    'query($id: ID!) { client(id: $id) { archiveGaps { part state note } } }',
    { id },
  )
  return client?.archiveGaps?.map(({ part, state }) => `${part} ${state}`) ?? client?.archiveGaps
}
const listed = async (by: Person, filter: object): Promise<readonly string[] | string> => {
  const { data, errors } = await by.run<{ clients: { edges: { node: { id: string } }[] } }>(
    'query($filter: ClientFilter) { clients(first: 50, filter: $filter) { edges { node { id } } } }',
    { filter },
  )
  return data?.clients?.edges.map(({ node }) => node.id).toSorted() ?? String(errors[0]?.extensions.code)
}
const confirms = (by: Person, clientId: string, requirements: readonly Payload[], more: object = {}) =>
  by.does(
    'confirmArchiveOfClient',
    { clientId, requirementIds: requirements.map(({ id }) => id), ...more },
    'id',
  )

describe('the requirements', () => {
  it('are policy: set by supervisors, each part once for a client, with the version that was seen', async () => {
    const denied = await story
      .as('CR_SPECIALIST')
      .run(
        'mutation($input: SetArchiveRequirementInput!) { setArchiveRequirement(input: $input) { __typename } }',
        { input: { ...PEOPLE, part: 'EMAIL', owedBy: 'CR_SPECIALIST' } },
      )
    expect(denied.errors[0]?.extensions.code).toBe('FORBIDDEN')
    expect(await set({ part: 'PHONE', kinds: ['HOUSEHOLD'] })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'part' }],
    })
    expect(await set({ part: 'CUSTOM_FIELD' })).toMatchObject({ fields: [{ path: 'fieldId' }] })
    expect(await set({ part: 'EMAIL', owedBy: 'AUDITOR' })).toMatchObject({ fields: [{ path: 'owedBy' }] })
    const email = await set({ part: 'EMAIL' }, story.as('ADMIN'))
    const seen = { requirementId: email.id, expectedVersion: 1 }
    const head = story.as('CS_MANAGER')
    expect(await head.does('retireArchiveRequirement', seen)).toMatchObject({ version: 2 })
    expect(await head.does('retireArchiveRequirement', { ...seen, expectedVersion: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await set({ part: 'EMAIL', ...seen })).toMatchObject({ code: 'STALE_RECORD' })
    expect(await gapsOf(home)).not.toContain('EMAIL MISSING')
  })
})

describe('an archive', () => {
  it('tells what it lacks and what nobody has confirmed for too long, as it is at that moment', async () => {
    expect(await gapsOf(home)).toEqual(['PHONE MISSING', 'BIRTHDAY MISSING', 'STAY MISSING'])
    expect(await gapsOf(home, story.as('AUDITOR'))).toBeNull()
    // Known since the first day of the year: with nothing said since then, it has grown stale one day.
    const old = await addClient(database, story, 'HOUSEHOLD', {
      phoneMasked: '139****0000',
      createdAt: new Date('2020-01-01'),
    })
    expect(await gapsOf(old)).toContain('PHONE STALE')
    await story
      .as('SERVICE_AGENT')
      .does('addContact', { clientId: old, name: '张三', birthday: '1980-03-01' })
    expect(await gapsOf(old)).toEqual(['PHONE STALE', 'STAY MISSING'])
    const seen = { clientId: old, expectedVersion: 1, phone: '13900001111' }
    await story.as('SERVICE_AGENT').does('amendClient', seen, 'id')
    expect(await gapsOf(old)).toEqual(['STAY MISSING'])
    const archived = await addClient(database, story, 'HOUSEHOLD', { archivedAt: new Date() })
    expect(await gapsOf(archived)).toEqual([])
  })

  it('is confirmed with the client: only what is there, on record, in the timeline', async () => {
    const old = await addClient(database, story, 'INDIVIDUAL', {
      phoneMasked: '139****2222',
      createdAt: new Date('2020-01-01'),
    })
    const agent = story.as('SERVICE_AGENT')
    expect(await confirms(agent, old, [phone, birthday])).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'requirementIds' }],
    })
    expect(await gapsOf(old)).toContain('PHONE STALE')
    expect(await confirms(agent, old, [phone], { note: '来电核对' })).toMatchObject({
      __typename: 'ArchiveConfirmation',
    })
    expect(await gapsOf(old)).toEqual(['BIRTHDAY MISSING', 'STAY MISSING'])
    const { client } = await agent.get<{ client: { timeline: { edges: { node: object }[] } } }>(
      `query($id: ID!) { client(id: $id) { timeline(first: 5, filter: { kind: [CONFIRMED] }) { edges { node { by { id }
        confirmation { note parts { part } } } } } } }`,
      { id: old },
    )
    expect(client.timeline.edges.map(({ node }) => node)).toEqual([
      {
        by: { id: story.ids.staff.SERVICE_AGENT },
        confirmation: { note: '来电核对', parts: [{ part: 'PHONE' }] },
      },
    ])
    const elsewhere = await given(database, server)
    const stranger = await elsewhere
      .as('SERVICE_AGENT')
      .run(
        'mutation($input: ConfirmArchiveOfClientInput!) { confirmArchiveOfClient(input: $input) { __typename } }',
        { input: { clientId: old, requirementIds: [phone.id] } },
      )
    expect(stranger.errors[0]?.extensions.code).toBe('NOT_FOUND')
  })
})

describe('the work list', () => {
  it('is of whoever answers for the client, else of the role, on site in its territory', async () => {
    const mine = { owedByMe: true }
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    expect(await listed(manager, mine)).toEqual([story.ids.client])
    for (const role of ['CR_SPECIALIST', 'SITE_MANAGER', 'SERVICE_AGENT'] as const) {
      const list = await listed(story.as(role), mine)
      expect([role, list]).toEqual([role, expect.arrayContaining([home])])
      expect(list).not.toContain(story.ids.client)
    }
    expect(await listed(story.as('CS_MANAGER'), mine)).toEqual([])
    const away = await addClient(database, story, 'HOUSEHOLD', { phoneMasked: '137****1111' })
    expect(await listed(story.as('SITE_MANAGER'), mine)).not.toContain(away)
    expect(await listed(story.as('CS_MANAGER'), { incomplete: true, missing: [phone.id] })).toEqual(
      expect.arrayContaining([home]),
    )
    expect(await listed(story.as('CS_MANAGER'), { missing: [phone.id] })).not.toContain(away)
    expect(await listed(story.as('CS_MANAGER'), { missing: [] })).toEqual([])
    expect(await listed(story.as('AUDITOR'), { incomplete: true })).toBe('FORBIDDEN')
  })

  it('is counted by project, department and manager, for supervisors', async () => {
    interface Totals {
      readonly total: { clients: number; complete: number }
      readonly rows: readonly { id: string | null; clients: number }[]
      readonly parts: readonly { requirementId: string; missing: number; stale: number }[]
    }
    const totals = async (by: string) =>
      (
        await story.as('CR_SUPERVISOR').get<{ archiveCompleteness: Totals }>(
          `query($by: CompletenessBy!) { archiveCompleteness(by: $by) { total { clients complete } rows { id clients complete }
              parts { requirementId part missing stale wrong } } }`,
          { by },
        )
      ).archiveCompleteness
    const everybody = (await listed(story.as('CS_MANAGER'), { archived: false })).length
    const lacking = (await listed(story.as('CS_MANAGER'), { incomplete: true })).length
    const byManager = await totals('MANAGER')
    expect(byManager.total).toEqual({ clients: everybody, complete: everybody - lacking })
    expect(byManager.rows.find(({ id }) => id === story.ids.staff.KEY_ACCOUNT_MANAGER)?.clients).toBe(1)
    const stays = byManager.parts.find(({ requirementId }) => requirementId === stay.id)!
    expect(stays.missing).toBe((await listed(story.as('CS_MANAGER'), { missing: [stay.id] })).length)
    expect((await totals('PROJECT')).rows.map(({ id }) => id)).toContain(story.ids.project)
    expect((await totals('DEPARTMENT')).rows.map(({ id }) => id)).toContain(
      story.ids.departments.headquarters,
    )
    const { errors } = await story
      .as('SERVICE_AGENT')
      .run('{ archiveCompleteness(by: PROJECT) { total { clients } } }')
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

describe('the work list of a large organization', () => {
  it('looks at so many archives a page, and goes on from there until it has found all', async () => {
    const large = await given(database, server)
    const orgId = large.orgId
    await withTenant(database.app, orgId, (manager) =>
      manager.query(
        `insert into client (org_id, id, code, kind, relation, name, phone_masked, search_grams, created_at)
           select $1, gen_random_uuid(), 'B' || lpad(n::text, 5, '0'), 'COMPANY', 'COMMERCIAL', 'N', case when n < 5020 then '1' end, '{}', now()
             from generate_series(1, 5020) n`,
        [orgId],
      ),
    )
    const head = large.as('CR_SUPERVISOR')
    await set({ part: 'PHONE', kinds: ['COMPANY'], relations: ['COMMERCIAL'] }, head)
    interface Page {
      readonly clients: {
        readonly totalCount: number
        readonly totalCountIsCapped: boolean
        readonly edges: readonly { readonly node: { readonly code: string } }[]
        readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean }
      }
    }
    const page = async (after: string | null) =>
      (
        await head.get<Page>(
          `query($after: String) { clients(first: 20, after: $after, filter: { incomplete: true }, orderBy: CODE) {
            totalCount totalCountIsCapped edges { node { code } } pageInfo { endCursor hasNextPage } } }`,
          { after },
        )
      ).clients
    const first = await page(null)
    expect([first.edges, first.totalCount, first.totalCountIsCapped]).toEqual([[], 0, true])
    expect(first.pageInfo.hasNextPage).toBe(true)
    const second = await page(first.pageInfo.endCursor)
    expect(second.edges.map(({ node }) => node.code)).toEqual(['B05020'])
    expect(second.pageInfo.hasNextPage).toBe(false)
  })
})

describe('a spot check', () => {
  interface Draw {
    readonly id: string
    readonly seed: string
    readonly population: number
    readonly entries: readonly { id: string; version: number; client: { id: string } }[]
  }
  const drawn = (input: Readonly<Record<string, unknown>>, by: Person = story.as('CR_SUPERVISOR')) =>
    by.does<Draw & Payload>('drawSpotCheck', input, 'id seed population entries { id version client { id } }')

  it('is drawn by a seed that stays with it, by which anybody can draw the same again', async () => {
    const check = await drawn({ size: 3 })
    const all = (await listed(story.as('CS_MANAGER'), { archived: false })) as readonly string[]
    expect(check.population).toBe(all.length)
    const digest = (id: string) =>
      createHash('md5')
        .update(check.seed + fromGlobalId('Client', id)!)
        .digest('hex')
    const again = all.toSorted((one, other) => (digest(one) < digest(other) ? -1 : 1)).slice(0, 3)
    expect(check.entries.map(({ client }) => client.id)).toEqual(again)
    await drawn({ size: 3 })
    const { spotChecks } = await story
      .as('CS_DIRECTOR')
      .get<{ spotChecks: { totalCount: number } }>('{ spotChecks(first: 5) { totalCount } }')
    expect(spotChecks.totalCount).toBe(2)
    const other = await story.colleague(['SALES'])
    expect(await drawn({ size: 3, managerId: `stf_${other.staffId.replaceAll('-', '')}` })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
  })

  it('puts what is wrong into the list of who owes it, until they have confirmed it', async () => {
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    const [entry] = (await drawn({ size: 50, managerId: story.ids.staff.KEY_ACCOUNT_MANAGER })).entries
    const supervisor = story.as('CR_SUPERVISOR')
    const told = { entryId: entry!.id, expectedVersion: 1, result: 'WRONG' }
    expect(await supervisor.does('recordSpotCheck', told)).toMatchObject({
      fields: [{ path: 'requirementId' }, { path: 'note' }],
    })
    const found = { ...told, requirementId: stay.id, note: '房号写错了一位' }
    expect(await supervisor.does('recordSpotCheck', found)).toMatchObject({ version: 2 })
    expect(
      await supervisor.does('recordSpotCheck', { ...found, expectedVersion: 2, result: 'COMPLETE' }),
    ).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await gapsOf(story.ids.client, manager)).toContain('STAY WRONG')
    const { spotCheckResults } = await supervisor.get<{ spotCheckResults: object[] }>(
      '{ spotCheckResults { staffId checked wrong } }',
    )
    expect(spotCheckResults).toEqual([{ staffId: story.ids.staff.KEY_ACCOUNT_MANAGER, checked: 1, wrong: 1 }])
    await confirms(manager, story.ids.client, [stay])
    expect(await gapsOf(story.ids.client, manager)).not.toContain('STAY WRONG')
    const both = await story.colleague(['CR_SUPERVISOR', 'KEY_ACCOUNT_MANAGER'])
    const own = `stf_${both.staffId.replaceAll('-', '')}`
    const given_ = { clientIds: [home], managerId: own }
    await supervisor.does('assignManagerOfClients', given_, 'assignedIds')
    const [theirs] = (await drawn({ size: 1, managerId: own }, both)).entries
    expect(
      await both.does('recordSpotCheck', { entryId: theirs!.id, expectedVersion: 1, result: 'COMPLETE' }),
    ).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })
})
