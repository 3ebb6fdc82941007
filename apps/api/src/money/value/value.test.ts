/** What clients cost and are worth, told through the API: each figure from the records behind it, to whom it is shown, and what other assumptions would change. */
import { annuity, DEFAULT_ASSUMED, LABOUR_ROLES } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { A_CASE } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { ClientOccupancy } from '../../clients/client.entity.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { Lead } from '../../leads/lead.entity.ts'
import { Unit } from '../../organization/organization.entity.ts'
import { assumedOf } from './value-assumption.service.ts'
import { metricsOfClients } from './metrics.service.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let finance: Person
let neighbour = ''

const DAY = 86_400_000
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)

const cost = (by: Person, more: object, mutation = 'recordCostEvent') =>
  by.does<Payload & { number: string }>(
    mutation,
    { costClass: 'SERVICE', occurredOn: ago(10), purpose: '上门检查渗漏', ...more },
    'id version number',
  )
const owe = (amountMinor: number, dueDaysAgo: number, more: object = {}) =>
  finance.does<Payload>('registerReceivable', {
    clientId: story.ids.client,
    kind: 'MANAGEMENT_FEE',
    amountMinor,
    dueOn: ago(dueDaysAgo),
    ...more,
  })
const pay = (amountMinor: number, daysAgo: number) =>
  finance.does('recordPayment', {
    clientId: story.ids.client,
    amountMinor,
    receivedOn: ago(daysAgo),
    method: 'CASH',
  })

interface Figures {
  readonly revenueMinor: number
  readonly toServeMinor: number
  readonly profitMinor: number
  readonly expectedMinor: number | null
  readonly lifetimeMinor: number
  readonly costs: readonly { costClass: string; minor: number }[]
}
const FIGURES =
  'revenueMinor marginMinor costs { costClass minor } toServeMinor profitMinor expectedMinor lifetimeMinor paidOnTimeBasisPoints daysLateTenths'
const valueOf = async (by: Person, id = story.ids.client) =>
  (
    await by.get<{ clientValue: (Figures & Record<string, unknown>) | null }>(
      `query($id: ID!) { clientValue(clientId: $id) { ${FIGURES} firstOn collectedMinor tenureDays growthBasisPoints
         quarters { dueMinor paidOnTimeBasisPoints } assumed { revision serviceMarginBasisPoints } } }`,
      { id },
    )
  ).clientValue
const totals = async (by: Person) =>
  (
    await by.get<{ valueTotals: Figures & { clients: number; atALoss: number } }>(
      `{ valueTotals { clients atALoss ${FIGURES} } }`,
    )
  ).valueTotals

/** A campaign that brought two clients, and a settlement that was carried out: straight in the tables, whose own stories are told elsewhere. */
const bringAndSettle = async (): Promise<void> => {
  const manager = story.as('CS_MANAGER')
  const source = await manager.does('defineLeadSource', { name: '官网', countsAs: 'WEB' }, 'id')
  const campaign = await manager.does(
    'defineCampaign',
    { name: '开盘专场', sourceId: source.id, startsOn: '2026-01-01', endsOn: '2026-12-31', costMinor: 100_001 },
    'id',
  )
  const filed = await story.as('SERVICE_AGENT').does('registerComplaint', { ...A_CASE, clientId: story.ids.client })
  await withTenant(database.app, story.orgId, async (tx) => {
    const now = new Date()
    for (const [at, clientId] of [story.ids.client, neighbour].entries())
      await tx.insert(Lead, {
        orgId: story.orgId,
        id: newId(),
        number: `L-${at}`,
        kind: 'HOUSEHOLD',
        name: '线索',
        sourceId: fromGlobalId('LeadSource', source.id)!,
        campaignId: fromGlobalId('Campaign', campaign.id)!,
        status: 'CONVERTED',
        openedById: fromGlobalId('Staff', story.ids.staff.SALES)!,
        openedAt: now,
        touchedAt: now,
        convertedAt: now,
        clientId: fromGlobalId('Client', clientId)!,
      })
    const [caseId, optionId] = [fromGlobalId('Complaint', filed.id)!, newId()]
    await tx.query(
      `insert into complaint_option (org_id, id, complaint_id, revision, rank, recommended, kind, description, amount_minor, status)
       values ($1, $2, $3, 1, 1, true, 'COMPENSATION_MONEY', '补偿', 1001, 'ACCEPTED')`,
      [story.orgId, optionId, caseId],
    )
    await tx.query(
      `update complaint set current_option_id = $3, resolved_at = $4 where org_id = $1 and id = $2`,
      [story.orgId, caseId, optionId, now],
    )
  })
} // prettier-ignore

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
  finance = story.as('FINANCE')
  neighbour = await addClient(database, story, 'HOUSEHOLD')
  await withTenant(database.app, story.orgId, async (tx) => {
    const [first] = await tx.findBy(Unit, { orgId: story.orgId })
    const second = { ...first!, id: newId(), label: '1-0102' }
    await tx.insert(Unit, second)
    for (const [unitId, clientId] of [
      [first!.id, story.ids.client],
      [second.id, neighbour],
    ] as const)
      await tx.insert(ClientOccupancy, {
        orgId: story.orgId,
        id: newId(),
        clientId: fromGlobalId('Client', clientId)!,
        unitId,
        relation: 'OWNER',
        fromOn: '2024-01-01',
        toOn: null,
      })
  })
})
afterAll(async () => {
  await server.close()
  await database.close()
})

describe('what a client is worth', () => {
  it('comes from what was charged, paid, recorded, shared, settled and spent on winning them', async () => {
    await owe(100_000, 400)
    await pay(100_000, 410)
    await owe(200_000, 100)
    await pay(50_000, 80)
    await owe(500_000, 100, { kind: 'DEPOSIT' })
    const wrong = await owe(70_000, 100)
    await finance.does('voidReceivable', { receivableId: wrong.id, expectedVersion: 1, reason: '重复登记' })

    await cost(story.as('SERVICE_AGENT'), {
      clientId: story.ids.client,
      costClass: 'RETENTION',
      labourMinutes: 50,
      labourRole: 'TECHNICIAN',
      materialMinor: 10,
    })
    await cost(finance, {
      projectId: story.ids.project,
      shareRule: 'BY_UNIT',
      costClass: 'TRANSACTION',
      outsideMinor: 1_001,
    })
    await bringAndSettle()

    // 50 min × 45.00 + 0.10; 10.01; 10.01 between two; 1,000.01 between two.
    const toServe = 3_760 + 1_001 + 500.5
    const profit = 36_000 - 50_000.5 - toServe
    const { numerator, denominator } = annuity(DEFAULT_ASSUMED)
    const [top, bottom] = [BigInt(72_000 - 2 * (toServe - 1_001)) * 365n * numerator, 800n * denominator]
    const expected = Number((2n * top + bottom) / (2n * bottom))
    expect(await valueOf(finance)).toMatchObject({
      firstOn: ago(400),
      revenueMinor: 300_000,
      collectedMinor: 150_000,
      marginMinor: 36_000,
      costs: [
        { costClass: 'ACQUISITION', minor: 50_001 },
        { costClass: 'RETENTION', minor: 3_760 },
        { costClass: 'SERVICE', minor: 1_001 },
        { costClass: 'TRANSACTION', minor: 501 },
      ],
      toServeMinor: 5_262,
      profitMinor: profit,
      expectedMinor: expected,
      lifetimeMinor: profit + expected,
      growthBasisPoints: 10_000,
      paidOnTimeBasisPoints: 3_333,
      daysLateTenths: 500,
      assumed: { revision: 0, serviceMarginBasisPoints: 1_200 },
    })
    expect(await valueOf(finance, neighbour)).toMatchObject({ revenueMinor: 0, expectedMinor: null })
    expect(await totals(finance)).toMatchObject({ clients: 2, atALoss: 2, revenueMinor: 300_000 })
  })

  it('is the same to whoever grades by it', async () => {
    const client = fromGlobalId('Client', story.ids.client)!
    const metrics = await withTenant(database.app, story.orgId, async (manager) =>
      metricsOfClients(manager, {
        orgId: story.orgId,
        timeZone: 'Asia/Shanghai',
        assumed: await assumedOf(manager, story.orgId),
        clientIds: [client],
        from: ago(200),
        to: ago(0),
      }),
    )
    expect(metrics.get(client)).toMatchObject({ REVENUE: 200_000, COLLECTED: 50_000, PUNCTUALITY: 0, DAYS_LATE: 1_000 })
  }) // prettier-ignore

  it('leads to the records behind it; a case bears its number only to who may read whose it is', async () => {
    const lines = async (by: Person) =>
      (
        await by.get<{ costLines: { lines: Record<string, unknown>[]; next: string | null } }>(
          `query($id: ID!) { costLines(client: $id, first: 50) { next lines { source minor number rateMinor } } }`,
          { id: story.ids.client },
        )
      ).costLines.lines
    const told = await lines(finance)
    expect(told.map(({ source, minor }) => [source, minor]).toSorted()).toEqual([
      ['CAMPAIGN', 50_001],
      ['RECORDED', 3_760],
      ['SETTLEMENT', 1_001],
      ['SHARED', 501],
    ])
    const settled = (from: typeof told) => from.find(({ source }) => source === 'SETTLEMENT')!['number']
    expect(settled(told)).toBeNull()
    expect(settled(await lines(story.as('CS_MANAGER')))).toEqual(expect.any(String))
  })

  it('is listed page by page, grouped, parted and added up by opening year', async () => {
    interface Page {
      readonly rows: readonly { clientId: string; profitMinor: number; quadrant: string }[]
      readonly next: string | null
    }
    const page = async (more: object) =>
      (
        await finance.get<{ clientValues: Page }>(
          `query($first: Int!, $after: String, $orderBy: ValueOrder, $filter: ValueFilter) {
             clientValues(first: $first, after: $after, orderBy: $orderBy, filter: $filter) { next rows { clientId profitMinor quadrant } } }`,
          { first: 1, ...more },
        )
      ).clientValues
    const first = await page({ orderBy: 'REVENUE' })
    expect(first.rows[0]!.clientId).toBe(story.ids.client)
    const second = await page({ orderBy: 'REVENUE', after: first.next })
    expect(second).toMatchObject({ rows: [{ clientId: neighbour }], next: null })
    expect((await page({ first: 5, orderBy: 'LOSS' })).rows[0]!.clientId).toBe(neighbour)
    const { quadrant } = first.rows[0]!
    expect((await page({ first: 5, filter: { quadrant } })).rows.map((row) => row.quadrant)).toEqual([quadrant])
    expect((await page({ first: 5, filter: { openedIn: 1999 } })).rows).toEqual([])
    const { valueGroups, valueCohorts } = await finance.get<{
      valueGroups: { key: string; clients: number }[]
      valueCohorts: { year: number; clients: number; quarters: { perClientMinor: number }[] }[]
    }>(
      '{ valueGroups(by: COHORT) { key clients } valueCohorts { year clients quarters { quarter perClientMinor } } }',
    )
    expect(valueGroups).toEqual([{ key: '2026', clients: 2 }])
    const { profitMinor } = await totals(finance)
    // Both of one year: the last quarter has the whole, a half for each.
    expect(valueCohorts[0]!.quarters.at(-1)!.perClientMinor).toBe(-Math.round(-profitMinor / 2))
  }) // prettier-ignore
})

describe('a cost', () => {
  it('is seen by its recorder and by who weighs clients, and voided once, with a reason', async () => {
    const agent = story.as('SERVICE_AGENT')
    const before = await valueOf(finance)
    const own = await cost(agent, { clientId: story.ids.client, materialMinor: 9_900 })
    expect((await valueOf(finance))!.toServeMinor).toBe(before!.toServeMinor + 9_900)
    const listed = async (by: Person) =>
      (
        await by.get<{ costEvents: { edges: { node: { number: string } }[] } }>(
          '{ costEvents(first: 50) { edges { node { number } } } }',
        )
      ).costEvents.edges.map(({ node }) => node.number)
    expect(await listed(agent)).toContain(own.number)
    expect(await listed(story.as('CR_SPECIALIST'))).toEqual([])
    const stranger = await story
      .as('CR_SPECIALIST')
      .run(`mutation($input: VoidCostEventInput!) { voidCostEvent(input: $input) { __typename } }`, {
        input: { costEventId: own.id, expectedVersion: 1, reason: '不是我记的' },
      })
    expect(stranger.body).toContain('NOT_FOUND')
    const gone = { costEventId: own.id, expectedVersion: 1, reason: '记到了别家' }
    expect(await agent.does('voidCostEvent', gone)).toMatchObject({ version: 2 })
    expect(await agent.does('voidCostEvent', { ...gone, expectedVersion: 2 })).toMatchObject({
      code: 'WRONG_STATUS',
    })
    expect(await valueOf(finance)).toEqual(before)
  })

  it('is of one client, their own case, and no later than today; several at once are all or none', async () => {
    const refused = async (more: object, mutation?: string) =>
      (await cost(finance, { materialMinor: 1, ...more }, mutation)).fields?.map(({ path }) => path)
    expect(await refused({ clientId: story.ids.client, occurredOn: ago(-2) })).toEqual(['occurredOn'])
    const filed = await story
      .as('SERVICE_AGENT')
      .does('registerComplaint', { ...A_CASE, contactName: '王小明' })
    expect(await refused({ clientId: story.ids.client, complaintId: filed.id })).toEqual(['complaintId'])
    expect(await refused({ projectId: story.ids.project, shareRule: 'BY_AREA' })).toEqual(['shareRule'])
    const count = async () => (await totals(finance)).toServeMinor
    const before = await count()
    const nobody = `cli_${'0'.repeat(32)}`
    expect(await refused({ clientIds: [story.ids.client, nobody] }, 'recordManyCostEvents')).toEqual([
      'clientIds.1',
    ])
    expect(await count()).toBe(before)
    const both = { clientIds: [story.ids.client, neighbour], materialMinor: 300 }
    expect((await cost(finance, both, 'recordManyCostEvents')).__typename).toBe('CostEvent')
    expect(await count()).toBe(before + 600)
  })
})

describe('what is assumed', () => {
  const assumed = (more: object = {}) => ({
    rates: LABOUR_ROLES.map((role) => ({ role, perHourMinor: 9_000 })),
    serviceMarginBasisPoints: 2_000,
    expectedYears: 3,
    discountBasisPoints: 0,
    ...more,
  })

  it('shows what a change would do before it is made, and changes every figure when it is', async () => {
    const before = await totals(finance)
    const { valuePreview } = await finance.get<{ valuePreview: { before: Figures; after: Figures } }>(
      `query($input: ValueAssumedInput!) { valuePreview(input: $input) { before { ${FIGURES} } after { ${FIGURES} } } }`,
      { input: assumed() },
    )
    expect(valuePreview.before.profitMinor).toBe(before.profitMinor)
    expect(valuePreview.after.profitMinor - before.profitMinor).toBe(24_000 - 3_750)
    expect((await totals(finance)).profitMinor).toBe(before.profitMinor)
    const set = (expectedRevision: number, by = finance) =>
      by.does('setValueAssumption', assumed({ reason: '按新的工时单价', expectedRevision }), 'revision setBy')
    expect(await set(0)).toMatchObject({ revision: 1, setBy: 'FINANCE' })
    expect(await set(0, story.as('GENERAL_MANAGER'))).toMatchObject({ code: 'STALE_RECORD' })
    expect((await totals(finance)).profitMinor).toBe(valuePreview.after.profitMinor)
    expect((await valueOf(finance))!['assumed']).toMatchObject({ revision: 1 })
  })

  it('is parted and narrowed by tags for whoever may read who bears them, and for nobody else', async () => {
    const tag = await story
      .as('CR_SUPERVISOR')
      .does('defineTag', { nameZh: '独居', nameEn: 'Lives alone', tone: 'INFO', kinds: ['HOUSEHOLD'] })
    await story
      .as('CR_SUPERVISOR')
      .does('tagClients', { tagId: tag.id, clientIds: [neighbour] }, '__typename')
    const parted = '{ valueGroups(by: TAG) { name clients } }'
    const narrowed = `query($tag: ID!) { clientValues(first: 5, filter: { tag: $tag }) { rows { clientId } } }`
    for (const role of ['FINANCE', 'AUDITOR'] as const)
      for (const ask of [parted, narrowed])
        expect((await story.as(role).run(ask, { tag: tag.id })).body).toContain('FORBIDDEN')
    for (const role of ['CS_MANAGER', 'SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'] as const)
      expect((await story.as(role).run(narrowed, { tag: tag.id })).errors).toEqual([])
    const { clientValues } = await story
      .as('CS_MANAGER')
      .get<{ clientValues: { rows: object[] } }>(narrowed, { tag: tag.id })
    expect(clientValues.rows).toEqual([{ clientId: neighbour }])
  })

  it('shows figures as far as one answers for clients, and to nobody else', async () => {
    expect(await valueOf(story.as('KEY_ACCOUNT_MANAGER'), neighbour)).toBeNull()
    for (const role of ['SERVICE_AGENT', 'TECHNICIAN', 'ADMIN'] as const)
      expect((await story.as(role).run('{ valueTotals { profitMinor } }')).body).toContain('FORBIDDEN')
    const preview = `query($input: ValueAssumedInput!) { valuePreview(input: $input) { after { profitMinor } } }`
    expect((await story.as('CS_MANAGER').run(preview, { input: assumed() })).body).toContain('FORBIDDEN')
  })
})
