/** Every metric from the records behind it: recorded through the API, measured as grading does it. */
import { METRICS, type GradingStandard } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { criterion, standardOf } from '../../../test/grading.ts'
import { A_CASE } from '../../../test/road.ts'
import { testServer } from '../../../test/server.ts'
import { given, type Story } from '../../../test/story.ts'
import { Client } from '../../clients/client.entity.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { fromGlobalId } from '../../graphql/global-id.ts'
import { measured } from './measuring.service.ts'

let database: TestDatabase
let server: FastifyInstance

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const DAY = 86_400_000
/** The organization's own calendar: eight hours ahead. */
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)

describe('what is measured', () => {
  let story: Story
  let finance: Person
  let [busy, newcomer] = ['', '']
  const ALL = standardOf(
    ...METRICS.map((metric, at) =>
      criterion(metric.toLowerCase().replaceAll('_', '-'), metric, at === 0 ? 8_800 : 100),
    ),
  )
  const valuesOn = (asOf: string, standard: GradingStandard = ALL) =>
    withTenant(database.app, story.orgId, (manager) =>
      measured(
        { manager, actor: { organizationId: story.orgId } },
        { standard, asOf, clientIds: [busy, newcomer].map((id) => fromGlobalId('Client', id)!) },
      ),
    )
  const of = async (id: string, asOf = ago(0)) => (await valuesOn(asOf)).get(fromGlobalId('Client', id)!)

  const owe = (amountMinor: number, daysAgo: number, kind = 'MANAGEMENT_FEE') =>
    finance.does<Payload>('registerReceivable', {
      clientId: busy,
      kind,
      amountMinor,
      dueOn: ago(daysAgo),
    })
  const pay = (amountMinor: number, daysAgo: number) =>
    finance.does<Payload>('recordPayment', {
      clientId: busy,
      amountMinor,
      receivedOn: ago(daysAgo),
      method: 'CASH',
    })

  beforeAll(async () => {
    story = await given(database, server)
    finance = story.as('FINANCE')
    busy = await addClient(database, story, 'COMPANY', { createdAt: new Date(Date.now() - 800 * DAY) })
    newcomer = await addClient(database, story, 'HOUSEHOLD', { createdAt: new Date(Date.now() - 10 * DAY) })
  })

  it('is null where nothing is known, never nought', async () => {
    expect(await of(newcomer)).toEqual({
      revenue: null,
      growth: null,
      tenure: 10,
      punctuality: null,
      breadth: null,
      satisfaction: null,
      complaints: 0,
      referrals: 0,
      'cost-to-serve': null,
      recency: null,
      frequency: 0,
      potential: null,
      entered: null,
    })
    expect(await of(newcomer, ago(20))).toMatchObject({ tenure: null })
  })

  it('comes from what fell due and was paid, up to its day and no further', async () => {
    await owe(100_000, 500)
    await pay(100_000, 500)
    await owe(200_000, 364)
    await owe(300_000, 100, 'PARKING')
    await owe(999_000, 90, 'DEPOSIT')
    const wrong = await owe(70_000, 80)
    await finance.does('voidReceivable', { receivableId: wrong.id, expectedVersion: 1, reason: '重复登记' })
    await pay(200_000, 365)
    const back = await pay(1_000, 5)
    await finance.does('reversePayment', { paymentId: back.id, expectedVersion: 1, reason: '记错账户' })
    expect(await of(busy)).toMatchObject({
      revenue: 500_000,
      breadth: 2,
      growth: 40_000,
      punctuality: 4_000,
      tenure: 800,
      recency: 365,
      frequency: 0,
    })
    // The day before the oldest of the year has left it.
    expect(await of(busy, ago(-1))).toMatchObject({ revenue: 300_000, breadth: 1, growth: 0, recency: 366 })
    // Charged once, but of this year nothing: that is nought, and it is known.
    expect(await of(busy, ago(366))).toMatchObject({ revenue: 100_000, growth: null, breadth: 1 })
  })

  it('comes from cases, visits, receptions, referrals and costs', async () => {
    const agent = story.as('SERVICE_AGENT')
    const filed = async (severity: number, more: object = {}) =>
      fromGlobalId(
        'Complaint',
        (await agent.does('registerComplaint', { ...A_CASE, clientId: busy, severity, ...more })).id,
      )!
    const [grave, mild, unfounded, asked] = [
      await filed(1),
      await filed(4),
      await filed(2),
      await filed(3, { kind: 'INQUIRY' }),
    ]
    await withTenant(database.app, story.orgId, async (tx) => {
      const visited = (id: string, satisfied: boolean) =>
        tx.query(
          'update complaint set follow_up_satisfied = $3, followed_up_at = now() where org_id = $1 and id = $2',
          [story.orgId, id, satisfied],
        )
      await visited(grave, false)
      await visited(mild, true)
      await visited(asked, true)
      await tx.query(`update complaint set status = 'UNFOUNDED' where org_id = $1 and id = $2`, [
        story.orgId,
        unfounded,
      ])
      await tx.update(
        Client,
        { orgId: story.orgId, id: fromGlobalId('Client', newcomer)! },
        { referrerClientId: fromGlobalId('Client', busy)! },
      )
    })
    await agent.does('recordReception', { clientId: busy, words: '来问装修押金' })
    await finance.does('recordCostEvent', {
      clientId: busy,
      costClass: 'ACQUISITION',
      occurredOn: ago(1),
      purpose: '带看',
      outsideMinor: 5_000,
    })
    expect(await of(busy)).toMatchObject({
      complaints: 9,
      satisfaction: 6_667,
      referrals: 1,
      recency: 0,
      frequency: 1,
      // Winning them is no cost to serve; that there is a record says that none was.
      'cost-to-serve': 0,
    })
    expect(await of(newcomer)).toMatchObject({ complaints: 0, satisfaction: null, 'cost-to-serve': null })
  })

  it('asks one statement, and only for what the standard measures', async () => {
    const statements: string[] = []
    const one = standardOf(criterion('recency', 'RECENCY', 10_000))
    await withTenant(database.app, story.orgId, async (manager) => {
      const spied = new Proxy(manager, {
        get: (target, member: keyof typeof manager) =>
          member === 'query'
            ? (sql: string, parameters: unknown[]) => {
                statements.push(sql)
                return target.query(sql, parameters)
              }
            : (target[member] as unknown),
      })
      const ids = [busy, newcomer].map((id) => fromGlobalId('Client', id)!)
      await measured(
        { manager: spied, actor: { organizationId: story.orgId } },
        { standard: one, asOf: ago(0), clientIds: ids },
      )
    })
    expect(statements).toHaveLength(1)
    expect(statements[0]).not.toContain('cost_event')
  })
})
