/** Opportunities through the API: of whom, from what, how far they come, who is told that they lie untouched, what they sum up to. */
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
let account: Person
let other: Person
let manager: Person
let client = ''

interface Answer extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
}

beforeAll(async () => {
  // The worker looks at every organization: what other files have left due must not be there.
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  story = await given(database, server)
  worker = await testWorker(database)
  account = story.as('KEY_ACCOUNT_MANAGER')
  other = await story.colleague(['SALES'])
  manager = story.as('CS_MANAGER')
  client = story.ids.client
  await withTenant(database.app, story.orgId, (it) =>
    it.query('update client set key_account_manager_id = $1', [account.staffId]),
  )
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const staff = (person: Person) => toGlobalId('Staff', person.staffId)
const FIELDS = 'id number version status title assignee { id } availableActions stallsAt stalledAt'
const open = (by: Person, more: object = {}) =>
  by.does<Answer>(
    'openOpportunity',
    { clientId: client, title: '电梯广告位年度合作', expectedMinor: 1_000_001, ...more },
    FIELDS,
  )
const verb = (by: Person, name: string, it: Pick<Answer, 'id' | 'version'>, more: object = {}) =>
  by.does<Answer>(
    `${name}Opportunity`,
    { opportunityId: it.id, expectedVersion: it.version, ...more },
    FIELDS,
  )
const read = async (by: Person, id: string, fields = FIELDS) =>
  (
    await by.get<{ opportunity: Record<string, unknown> | null }>(
      `query($id: ID!) { opportunity(id: $id) { ${fields} } }`,
      { id },
    )
  ).opportunity

describe('an opportunity', () => {
  it('goes through its stages and back, keeps when it first came to each, and tells who did what', async () => {
    const opened = await open(account, { need: '12 部电梯' })
    expect(opened).toMatchObject({ status: 'NEED', assignee: { id: staff(account) } })
    expect(await verb(account, 'quote', opened)).toMatchObject({ code: 'WRONG_STATUS' })
    const proposed = await verb(account, 'propose', opened)
    expect(await verb(account, 'propose', opened)).toMatchObject({ code: 'STALE_RECORD' })
    const quoted = await verb(account, 'quote', proposed, { note: '先按刊例价' })
    const back = await verb(account, 'stepBack', quoted, { note: '客户要换方案' })
    expect(back).toMatchObject({ status: 'PROPOSAL' })
    const lost = await verb(account, 'lose', back, { reason: 'PRICE' })
    expect(lost).toMatchObject({ status: 'LOST', availableActions: ['REOPEN'], stallsAt: null })
    const again = await verb(account, 'reopen', lost, { note: '客户重新联系' })
    expect(again).toMatchObject({ status: 'NEED' })
    const told = await read(
      account,
      opened.id,
      'quotedAt lostAt client { id } events { action note by { id } }',
    )
    expect(told).toMatchObject({ lostAt: null, client: { id: client } })
    expect(told!['quotedAt']).not.toBeNull()
    expect((told!['events'] as { action: string }[]).map(({ action }) => action)).toEqual([
      'REOPEN',
      'LOSE',
      'STEP_BACK',
      'QUOTE',
      'PROPOSE',
      'OPEN',
    ])
  })

  it('keeps the service contact that it arose from, of the same client only', async () => {
    const agent = story.as('SERVICE_AGENT')
    const noted = await agent.does<Payload>(
      'recordReception',
      { clientId: client, channel: 'PHONE', words: '问能不能代管地暖清洗' },
      'id',
    )
    const from = await open(agent, { title: '地暖清洗', receptionId: noted.id })
    // The client's own manager answers for it, and is told.
    expect(from).toMatchObject({ assignee: { id: staff(account) }, availableActions: [] })
    expect(await read(account, from.id, 'origin reception { id words }')).toEqual({
      origin: 'RECEPTION',
      reception: { id: noted.id, words: '问能不能代管地暖清洗' },
    })
    const elsewhere = await story.as('CR_SPECIALIST').does<Payload>(
      'openClient',
      {
        kind: 'INDIVIDUAL',
        relation: 'PROSPECT',
        name: '另一家',
        phone: '13900001234',
        explained: true,
        consentPurposes: ['CARE'],
      },
      'id',
    )
    expect(
      await open(manager, { clientId: elsewhere.id, receptionId: noted.id, assigneeId: staff(other) }),
    ).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'receptionId' }] })
    expect(await open(manager, { clientId: elsewhere.id })).toMatchObject({
      fields: [{ path: 'assigneeId' }],
    })
    await worker.relay()
    const { notices } = await account.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 20) { edges { node { kind } } } }',
    )
    expect(notices.edges.map(({ node }) => node.kind)).toContain('OPPORTUNITY_ASSIGNED')
  })

  it('is seen and worked on by who answers for it, for the account, or for all', async () => {
    const opened = await open(manager, { assigneeId: staff(other) })
    expect(await read(story.as('SALES'), opened.id)).toBeNull()
    expect(await read(other, opened.id, 'title client { id }')).toEqual({
      title: '电梯广告位年度合作',
      client: null,
    })
    expect(await read(account, opened.id, 'title')).not.toBeNull()
    expect(await read(story.as('AUDITOR'), opened.id, 'title expectedMinor')).toEqual({
      title: null,
      expectedMinor: 1_000_001,
    })
    await expect(verb(story.as('SALES'), 'propose', opened)).rejects.toThrow('NOT_FOUND')
    const given_ = await verb(manager, 'assign', opened, { assigneeId: staff(account) })
    await expect(verb(other, 'contact', given_, { channel: 'PHONE', note: '…' })).rejects.toThrow('NOT_FOUND')
  })
})

describe('one left untouched', () => {
  const daysLater = (days: number) =>
    withTenant(database.app, story.orgId, (it) =>
      it.query('update opportunity_due set due_at = due_at - make_interval(days => $1)', [days]),
    )
  const told = async (person: Person) => {
    const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 50) { edges { node { kind } } } }',
    )
    return notices.edges.filter(({ node }) => node.kind === 'OPPORTUNITY_UNTOUCHED').length
  }

  it('is told once to who answers for it; a contact begins anew; what has ended is left alone', async () => {
    const seller = await story.colleague(['SALES'])
    const left = await open(manager, { assigneeId: staff(seller) })
    await verb(manager, 'lose', await open(manager, { assigneeId: staff(seller) }), { reason: 'NO_NEED' })
    await daysLater(60)
    await Promise.all([worker.sweep(), worker.sweep()])
    await worker.sweep()
    await worker.relay()
    expect(await told(seller)).toBe(1)
    const stalled = await read(seller, left.id)
    expect(stalled!['stalledAt']).not.toBeNull()
    const list =
      'query { opportunities(first: 10, filter: { stalled: true, mine: true }) { edges { node { id } } } }'
    expect(await seller.get(list)).toEqual({ opportunities: { edges: [{ node: { id: left.id } }] } })
    const touched = await verb(seller, 'contact', stalled as unknown as Answer, {
      channel: 'WECHAT',
      note: '发了资料',
    })
    expect(touched).toMatchObject({ stalledAt: null })
    await daysLater(60)
    await worker.sweep()
    await worker.relay()
    expect(await told(seller)).toBe(2)
  })
})

describe('the sums', () => {
  const SUMS = '{ opportunitySums { status count sumMinor weightedMinor chance } }'
  const at = (rows: { status: string }[], status: string) => rows.find((row) => row.status === status)

  it('weigh each stage by the rules in force, half up, and only what the person may see', async () => {
    const seller = await story.colleague(['SALES'])
    await open(manager, { assigneeId: staff(seller), expectedMinor: 1_005 })
    await open(manager, { assigneeId: staff(seller), expectedMinor: null })
    const { opportunitySums } = await seller.get<{ opportunitySums: { status: string }[] }>(SUMS)
    expect(at(opportunitySums, 'NEED')).toEqual({
      status: 'NEED',
      count: 2,
      sumMinor: 1_005,
      weightedMinor: 101,
      chance: 10,
    })
    const rules = {
      needChance: 50,
      proposalChance: 60,
      quotationChance: 70,
      signingChance: 90,
      needDays: 10,
      proposalDays: 7,
      quotationDays: 5,
      signingDays: 3,
    }
    expect(
      await manager.does(
        'setOpportunityPolicy',
        { ...rules, quotationChance: 55, expectedVersion: 0 },
        'version',
      ),
    ).toMatchObject({ fields: [{ path: 'quotationChance' }] })
    await manager.does('setOpportunityPolicy', { ...rules, expectedVersion: 0 }, 'version')
    expect(
      await manager.does('setOpportunityPolicy', { ...rules, expectedVersion: 0 }, 'version'),
    ).toMatchObject({
      code: 'STALE_RECORD',
    })
    const now = await seller.get<{ opportunitySums: { status: string }[] }>(SUMS)
    expect(at(now.opportunitySums, 'NEED')).toMatchObject({ weightedMinor: 503 })
  })

  it('tell how far those opened within a time ever came, and why some were lost', async () => {
    const apart = await given(database, server)
    const boss = apart.as('CS_MANAGER')
    const seller = staff(apart.as('SALES'))
    const mine = { clientId: apart.ids.client, assigneeId: seller }
    const first = await open(boss, { ...mine, expectedMinor: 500 })
    const proposed = await verb(boss, 'propose', first)
    await verb(boss, 'lose', await verb(boss, 'quote', proposed), { reason: 'COMPETITOR' })
    await open(boss, mine)
    const asked = '2000-01-01'
    const funnel = await boss.get<{ opportunityFunnel: Record<string, unknown> }>(
      `{ opportunityFunnel(from: "${asked}", to: "2999-12-31") {
          opened open reached { status count } losses { reason count sumMinor } } }`,
    )
    expect(funnel.opportunityFunnel).toEqual({
      opened: 2,
      open: 1,
      reached: [
        { status: 'NEED', count: 2 },
        { status: 'PROPOSAL', count: 1 },
        { status: 'QUOTATION', count: 1 },
        { status: 'SIGNING', count: 0 },
        { status: 'WON', count: 0 },
      ],
      losses: [{ reason: 'COMPETITOR', count: 1, sumMinor: 500 }],
    })
    expect(
      await apart.as('SALES').run(`{ opportunityFunnel(from: "${asked}", to: "2999-12-31") { open } }`),
    ).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
  })
})
