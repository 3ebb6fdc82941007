/** Leads through the API: whose they are, who sees what of them, and what becomes of them. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let worker: TestWorker
let sales: Person
let other: Person
let supervisor: Person
let [referral, web, campaign] = ['', '', '']

interface LeadAnswer extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly assignee: { id: string } | null
}

beforeAll(async () => {
  // The worker looks at every organization: what other files have left due must not be there.
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  worker = await testWorker(database)
  sales = story.as('SALES')
  other = await story.colleague(['SALES'])
  supervisor = story.as('CR_SUPERVISOR')
  const manager = story.as('CS_MANAGER')
  referral = (await manager.does('defineLeadSource', { name: '客户介绍', countsAs: 'REFERRAL' }, 'id')).id!
  web = (await manager.does('defineLeadSource', { name: '官网', countsAs: 'WEB' }, 'id')).id!
  campaign = (
    await manager.does(
      'defineCampaign',
      { name: '开盘专场', sourceId: web, startsOn: '2026-01-01', endsOn: '2026-12-31', costMinor: 100_001 },
      'id',
    )
  ).id!
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const FIELDS = 'id version status name phoneMasked assignee { id } availableActions returnsAt nextStep'
let serial = 0
const open = (by: Person, more: object = {}) => {
  serial += 1
  const phone = `139${String(10_000_000 + serial)}`
  const lead = { kind: 'INDIVIDUAL', name: `线索${serial}`, phone, need: '两居室', sourceId: web, ...more }
  return by.does<LeadAnswer>('openLead', lead, FIELDS)
}
const verb = (by: Person, name: string, lead: Pick<LeadAnswer, 'id' | 'version'>, more: object = {}) =>
  by.does<LeadAnswer>(`${name}Lead`, { leadId: lead.id, expectedVersion: lead.version, ...more }, FIELDS)
/** A lead that somebody has, and that means it. */
const qualifiedLead = async (by: Person, more: object = {}): Promise<LeadAnswer> => {
  const contacted = await verb(by, 'contact', await open(by, more), { channel: 'PHONE', note: '约看房' })
  return verb(by, 'qualify', contacted)
}
const read = async (by: Person, id: string, fields = FIELDS) =>
  (
    await by.get<{ lead: Record<string, unknown> | null }>(
      `query($id: ID!) { lead(id: $id) { ${fields} } }`,
      { id },
    )
  ).lead
const list = async (by: Person, filter: object = {}) => {
  const { leads } = await by.get<{ leads: { edges: { node: { id: string } }[]; totalCount: number } }>(
    'query($filter: LeadFilter) { leads(first: 100, filter: $filter) { edges { node { id } } totalCount } }',
    { filter },
  )
  return leads.edges.map(({ node }) => node.id)
}
const OPENING = {
  kind: 'INDIVIDUAL',
  relation: 'PROSPECT',
  name: '周新',
  explained: true,
  consentPurposes: ['CARE'],
}

describe('a lead', () => {
  it('goes from its opening to a client through the table, and says what was done by whom', async () => {
    const opened = await open(sales, { referrer: '老同学', sourceId: referral })
    expect(opened).toMatchObject({ status: 'ASSIGNED', assignee: { id: idOf(sales) } })
    expect(opened['availableActions']).toEqual(['CONTACT', 'AMEND', 'RELEASE', 'LOSE'])
    expect(await verb(sales, 'qualify', opened)).toMatchObject({ code: 'WRONG_STATUS' })
    const undated = { channel: 'WECHAT', note: '想看样板间', nextStep: '带看' }
    expect(await verb(sales, 'contact', opened, undated)).toMatchObject({ fields: [{ path: 'nextStepOn' }] })
    const contacted = await verb(sales, 'contact', opened, { ...undated, nextStepOn: '2026-12-01' })
    expect(contacted).toMatchObject({ status: 'CONTACTED', nextStep: '带看' })
    const qualified = await verb(sales, 'qualify', contacted, { need: '三居室，南向' })
    const won = await verb(sales, 'convert', qualified, { opening: OPENING })
    expect(won).toMatchObject({ status: 'CONVERTED' })
    const told = await read(
      sales,
      won.id,
      'need referrer source { name } convertedAt client { name source referrer phoneMasked keyAccountManager { id } consents { purpose } leads { id } } events { action by { name } channel }',
    )
    expect(told).toMatchObject({
      need: '三居室，南向',
      source: { name: '客户介绍' },
      client: {
        name: '周新',
        source: 'REFERRAL',
        referrer: '老同学',
        phoneMasked: '139****0001',
        keyAccountManager: { id: idOf(sales) },
        consents: [{ purpose: 'CARE' }],
        leads: [{ id: won.id }],
      },
    })
    const events = told!['events'] as { action: string }[]
    expect(events.map(({ action }) => action)).toEqual(['CONVERT', 'QUALIFY', 'CONTACT', 'OPEN'])
    expect(await verb(sales, 'lose', won, { reason: 'PRICE' })).toMatchObject({ code: 'WRONG_STATUS' })
  })

  it('asks for purpose and consent of a new archive as everywhere, and writes nothing half', async () => {
    const lead = await qualifiedLead(sales)
    const unexplained = await verb(sales, 'convert', lead, { opening: { ...OPENING, explained: false } })
    expect(unexplained).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'opening.explained' }] })
    expect(await verb(sales, 'convert', lead, {})).toMatchObject({ fields: [{ path: 'clientId' }] })
    expect(await read(sales, lead.id)).toMatchObject({ status: 'QUALIFIED', version: lead.version })
  })

  it('joins a client that there is: named as the likely same, and several leads may lead to one', async () => {
    const phone = '13800001234'
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    expect(await open(manager, { phone })).toMatchObject({ code: 'DUPLICATE' })
    const leads = []
    for (let at = 0; at < 2; at += 1) {
      const known = { knownNotToBeClients: [story.ids.client] }
      leads.push(await qualifiedLead(manager, at === 0 ? { phone, ...known } : {}))
    }
    const fresh = { opening: { ...OPENING, name: '王小明' } }
    expect(await verb(manager, 'convert', leads[0]!, fresh)).toMatchObject({ code: 'DUPLICATE' })
    for (const lead of leads)
      expect(await verb(manager, 'convert', lead, { clientId: story.ids.client })).toMatchObject({
        status: 'CONVERTED',
      })
    const { client } = await manager.get<{ client: { leads: unknown[]; source: string } }>(
      'query($id: ID!) { client(id: $id) { source leads { id } } }',
      { id: story.ids.client },
    )
    expect(client.leads).toHaveLength(2)
    // How we came to know them was not on file before.
    expect(client.source).toBe('WEB')
    const foreign = await qualifiedLead(sales)
    await expect(verb(sales, 'convert', foreign, { clientId: story.ids.client })).rejects.toThrow('NOT_FOUND')
  })

  it('is sent by a client of ours or by somebody else, in one way, on the lead as on the archive', async () => {
    const manager = story.as('KEY_ACCOUNT_MANAGER')
    const both = { referrer: '老王', referrerClientId: story.ids.client }
    expect(await open(manager, both)).toMatchObject({ fields: [{ path: 'referrer' }] })
    // Whom one may not read one cannot name, nor find out that they exist.
    expect(await open(sales, { referrerClientId: story.ids.client })).toMatchObject({
      fields: [{ path: 'referrerClientId' }],
    })
    const lead = await qualifiedLead(manager, { referrerClientId: story.ids.client, sourceId: referral })
    const { id } = await verb(manager, 'convert', lead, { opening: { ...OPENING, name: '周二' } })
    const told = await read(manager, id, 'client { id version referrer referrerClient { name } }')
    expect(told).toMatchObject({ client: { referrer: null, referrerClient: { name: '王小明' } } })
    const client = told!['client'] as { id: string; version: number }
    const amended = await manager.does(
      'amendClient',
      { clientId: client.id, expectedVersion: client.version, referrer: '老张' },
      'referrer referrerClient { name }',
    )
    expect(amended).toMatchObject({ referrer: '老张', referrerClient: null })
  })
})

describe('the public pool', () => {
  it('shows every lead that nobody has, masked; whoever claims it may ask for its number', async () => {
    const agent = story.as('SERVICE_AGENT')
    const pooled = await open(agent)
    expect(pooled).toMatchObject({ status: 'NEW', assignee: null, availableActions: [] })
    expect(await list(sales, { status: ['NEW'] })).toContain(pooled.id)
    const seen = await read(sales, pooled.id)
    expect(seen).toMatchObject({ phoneMasked: expect.stringContaining('****'), availableActions: ['CLAIM'] })
    const reveal = { leadId: pooled.id, reason: '首次联系' }
    expect(await sales.does('revealPhoneOfLead', reveal, 'phone')).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await verb(sales, 'claim', pooled)
    expect(await sales.does('revealPhoneOfLead', reveal, 'phone')).toMatchObject({ phone: /^139/ })
    const { clientReveals } = await story
      .as('QUALITY')
      .get<{ clientReveals: { edges: { node: object }[] } }>(
        '{ clientReveals(first: 1) { edges { node { reason lead { id number name } } } } }',
      )
    expect(clientReveals.edges[0]!.node).toMatchObject({
      reason: '首次联系',
      lead: { id: pooled.id, name: null },
    })
    // Theirs now: the colleague does not even see it, the supervisor and who took the call do.
    expect(await read(other, pooled.id)).toBeNull()
    expect(await read(supervisor, pooled.id)).toMatchObject({ status: 'ASSIGNED' })
    expect(await read(agent, pooled.id)).toMatchObject({ status: 'ASSIGNED' })
    expect(await read(story.as('AUDITOR'), pooled.id)).toMatchObject({ name: null, phoneMasked: null })
    expect((await story.as('ADMIN').run('{ leads(first: 1) { totalCount } }')).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ])
  })

  it('gives a lead that several claim at once to exactly one, who is named to the others', async () => {
    const pooled = await open(story.as('SERVICE_AGENT'))
    const claimers = [sales, other, await story.colleague(['SALES']), story.as('KEY_ACCOUNT_MANAGER')]
    const answers = await Promise.all(claimers.map((it) => verb(it, 'claim', pooled)))
    expect(answers.filter(({ status }) => status === 'ASSIGNED')).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'STALE_RECORD')).toHaveLength(3)
    const events = (await read(supervisor, pooled.id, 'events { action }'))!['events']
    expect(events).toEqual([{ action: 'CLAIM' }, { action: 'OPEN' }])
  })

  it('lets nobody claim more in a day than the policy says, not even at the same moment', async () => {
    const manager = story.as('CS_MANAGER')
    const policy = { returnAfterDays: 5, warnBeforeDays: 1, claimsADay: 2 }
    expect(
      await manager.does('setLeadPolicy', { ...policy, warnBeforeDays: 5, expectedVersion: 0 }, 'version'),
    ).toMatchObject({
      fields: [{ path: 'warnBeforeDays' }],
    })
    await manager.does('setLeadPolicy', { ...policy, expectedVersion: 0 }, 'version')
    const greedy = await story.colleague(['SALES'])
    const pooled = []
    for (let at = 0; at < 4; at += 1) pooled.push(await open(story.as('SERVICE_AGENT')))
    const answers = await Promise.all(pooled.map((it) => verb(greedy, 'claim', it)))
    expect(answers.filter(({ status }) => status === 'ASSIGNED')).toHaveLength(2)
    expect(answers.filter(({ code }) => code === 'NOT_ELIGIBLE')).toHaveLength(2)
    await manager.does('setLeadPolicy', { ...policy, claimsADay: 50, expectedVersion: 1 }, 'version')
    expect(await manager.does('setLeadPolicy', { ...policy, expectedVersion: 1 }, 'version')).toMatchObject({
      code: 'STALE_RECORD',
    })
  })

  it('takes back what its holder releases, and what a supervisor gives to somebody else is theirs', async () => {
    const lead = await open(sales)
    const released = await verb(sales, 'release', lead, { reason: '换到其他项目' })
    expect(released).toMatchObject({ status: 'NEW', assignee: null, returnsAt: null })
    expect(await verb(supervisor, 'assign', released, { assigneeId: story.ids.staff.QUALITY })).toMatchObject(
      {
        fields: [{ path: 'assigneeId' }],
      },
    )
    const assigned = await verb(supervisor, 'assign', released, { assigneeId: idOf(other) })
    expect(assigned).toMatchObject({ status: 'ASSIGNED', assignee: { id: idOf(other) } })
    await expect(verb(sales, 'contact', assigned, { channel: 'PHONE', note: '…' })).rejects.toThrow(
      'NOT_FOUND',
    )
    await worker.relay()
    const { notices } = await other.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 5) { edges { node { kind } } } }',
    )
    expect(notices.edges.map(({ node }) => node.kind)).toContain('LEAD_ASSIGNED')
    expect(await open(sales, { assigneeId: idOf(other) })).toMatchObject({ code: 'NOT_ELIGIBLE' })
  })

  it('names a lead that goes on as the likely same only to those who could see its number', async () => {
    const phone = '13700007777'
    const first = await open(sales, { phone })
    const again = await open(supervisor, { phone })
    expect(again).toMatchObject({ code: 'DUPLICATE' })
    expect(await open(supervisor, { phone, knownNotToBeLeads: [first.id] })).toMatchObject({ status: 'NEW' })
    expect(await open(other, { phone })).toMatchObject({ status: 'ASSIGNED' })
  })
})

describe('a lead that is left untouched', () => {
  /** As if so many days had gone by for whatever is due. */
  const daysLater = (days: number) =>
    withTenant(database.app, story.orgId, (manager) =>
      manager.query('update lead_due set due_at = due_at - make_interval(days => $1)', [days]),
    )
  const dueOf = async (lead: { id: string }) => {
    const rows = await withTenant(database.app, story.orgId, (manager) =>
      manager.query<{ step: string }[]>(`select step from lead_due where replace(id::text, '-', '') = $1`, [
        lead.id.slice(4),
      ]),
    )
    return rows.map(({ step }) => step)
  }
  const kindsOf = async (person: Person) => {
    const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 20) { edges { node { kind } } } }',
    )
    return notices.edges.map(({ node }) => node.kind).filter((kind) => kind.startsWith('LEAD_RETURN'))
  }

  it('is warned of, then goes back to the pool, each exactly once; a contact keeps it', async () => {
    const holder = await story.colleague(['SALES'])
    const left = await open(holder)
    const kept = await open(holder)
    expect(await dueOf(left)).toEqual(['WARN'])
    await daysLater(30)
    await Promise.all([worker.sweep(), worker.sweep()])
    expect(await dueOf(left)).toEqual(['RETURN'])
    await worker.relay()
    // A touch in between begins anew.
    await verb(holder, 'contact', kept, { channel: 'PHONE', note: '还在考虑' })
    expect(await dueOf(kept)).toEqual(['WARN'])
    await withTenant(database.app, story.orgId, (manager) =>
      manager.query(`update lead_due set due_at = due_at - interval '30 days' where step = 'RETURN'`),
    )
    await Promise.all([worker.sweep(), worker.sweep()])
    await worker.sweep()
    await worker.relay()
    const told = await read(
      supervisor,
      left.id,
      'status pooledAt assignee { id } events { action by { id } assignee { id } }',
    )
    expect(told).toMatchObject({ status: 'NEW', assignee: null })
    expect(told!['events']).toEqual([
      { action: 'RETURN', by: null, assignee: { id: idOf(holder) } },
      { action: 'OPEN', by: { id: idOf(holder) }, assignee: { id: idOf(holder) } },
    ])
    expect(await read(supervisor, kept.id)).toMatchObject({ status: 'CONTACTED' })
    expect((await kindsOf(holder)).toSorted()).toEqual([
      'LEAD_RETURNED',
      'LEAD_RETURNS_SOON',
      'LEAD_RETURNS_SOON',
    ])
  })
})

describe('the yield', () => {
  it('counts what became of the leads of a time, and leads to the list behind each figure', async () => {
    const fresh = await given(database, server)
    const [seller, manager, leader] = [fresh.as('SALES'), fresh.as('CS_MANAGER'), fresh.as('CS_DIRECTOR')]
    const source = (await manager.does('defineLeadSource', { name: '活动', countsAs: 'CAMPAIGN' }, 'id')).id!
    const today = new Date().toISOString().slice(0, 10)
    const paid = { name: '车位节', sourceId: source, startsOn: today, costMinor: 100_001 }
    const of = (await manager.does('defineCampaign', paid, 'id')).id!
    const silent = { name: '没人来', sourceId: source, startsOn: today, costMinor: 500 }
    await manager.does('defineCampaign', silent, 'id')
    const begun = (more: object = {}) => open(seller, { sourceId: source, ...more })
    await begun()
    const lost = await begun({ campaignId: of })
    await verb(seller, 'lose', lost, { reason: 'PRICE' })
    const won = []
    for (const name of ['甲', '乙']) {
      const contacted = await verb(seller, 'contact', await begun({ campaignId: of }), {
        channel: 'PHONE',
        note: '…',
      })
      const lead = await verb(seller, 'qualify', contacted)
      won.push(await verb(seller, 'convert', lead, { opening: { ...OPENING, name } }))
    }
    // The second client brings a second lead: converted twice, one client.
    const third = await verb(seller, 'contact', await begun({ campaignId: of }), {
      channel: 'PHONE',
      note: '…',
    })
    const { client } = (await read(seller, won[0]!.id, 'client { id }')) as { client: { id: string } }
    await verb(seller, 'convert', await verb(seller, 'qualify', third), { clientId: client.id })

    const span = {
      from: new Date(Date.now() - 86_400_000).toISOString().slice(0, 10),
      to: new Date(Date.now() + 86_400_000).toISOString().slice(0, 10),
    }
    const YIELD = `query($from: LocalDate!, $to: LocalDate!) { leadYield(from: $from, to: $to) {
      total { leads converted clients costMinor } bySource { id name leads }
      byCampaign { name leads contacted qualified converted lost clients medianHours costMinor costPerClientMinor } } }`
    const { leadYield } = await leader.get<{ leadYield: Record<string, unknown> }>(YIELD, span)
    expect(leadYield).toEqual({
      total: { leads: 5, converted: 3, clients: 2, costMinor: 100_501 },
      bySource: [{ id: source, name: '活动', leads: 5 }],
      byCampaign: [
        {
          name: '车位节',
          leads: 4,
          contacted: 3,
          qualified: 3,
          converted: 3,
          lost: 1,
          clients: 2,
          medianHours: 0,
          costMinor: 100_001,
          costPerClientMinor: 50_001,
        },
        {
          name: null,
          leads: 1,
          contacted: 0,
          qualified: 0,
          converted: 0,
          lost: 0,
          clients: 0,
          medianHours: null,
          costMinor: null,
          costPerClientMinor: null,
        },
        {
          name: '没人来',
          leads: 0,
          contacted: 0,
          qualified: 0,
          converted: 0,
          lost: 0,
          clients: 0,
          medianHours: null,
          costMinor: 500,
          costPerClientMinor: null,
        },
      ],
    })
    expect(await list(leader, { campaign: [of], reached: 'CONVERTED' })).toHaveLength(3)
    expect(await list(leader, { campaign: [of], reached: 'LOST' })).toEqual([lost.id])
    expect((await seller.run(YIELD, span)).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    expect(await seller.get('{ campaigns { name costMinor } }')).toMatchObject({
      campaigns: [{ costMinor: null }, { costMinor: null }],
    })
  })
})

describe('sources and campaigns', () => {
  it('are rows: what is out of use takes no new lead, and a campaign belongs to its source', async () => {
    const manager = story.as('CS_MANAGER')
    expect(await manager.does('defineLeadSource', { name: '官网', countsAs: 'WEB' }, 'id')).toMatchObject({
      code: 'DUPLICATE',
    })
    expect(await open(sales, { campaignId: campaign, sourceId: referral })).toMatchObject({
      fields: [{ path: 'campaignId' }],
    })
    const lead = await open(sales, { campaignId: campaign })
    const { id, version } = await manager.does(
      'defineLeadSource',
      { name: '短命', countsAs: 'OTHER' },
      'id version',
    )
    await manager.does('retireLeadSource', { leadSourceId: id, expectedVersion: version }, 'id')
    expect(await open(sales, { sourceId: id })).toMatchObject({ fields: [{ path: 'sourceId' }] })
    // Another source takes the campaign of the old one with it.
    const moved = await verb(sales, 'amend', lead, { sourceId: referral })
    expect(await read(sales, moved.id, 'source { name } campaign { id }')).toEqual({
      source: { name: '客户介绍' },
      campaign: null,
    })
    const retire = { campaignId: campaign, expectedVersion: 1 }
    expect(
      (
        await story
          .as('ADMIN')
          .run('mutation($input: RetireCampaignInput!) { retireCampaign(input: $input) { __typename } }', {
            input: retire,
          })
      ).errors,
    ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
  })
})

const idOf = (person: Person) => toGlobalId('Staff', person.staffId)
