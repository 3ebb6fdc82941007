/** What clients owe and pay, told through the API: who may, what settles what, and that two hundred payments at once settle nothing twice. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../test/as.ts'
import { addClient } from '../../../test/clients-of-story.ts'
import { testDatabase, type TestDatabase } from '../../../test/database.ts'
import { testServer } from '../../../test/server.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { given, type Story } from '../../../test/story.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let finance: Person

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
  finance = story.as('FINANCE')
})

const DAY = 86_400_000
/** Days before today where the story is told. */
const ago = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * DAY).toISOString().slice(0, 10)

const owe = (amountMinor: number, dueDaysAgo: number, more: object = {}) =>
  finance.does<Payload>('registerReceivable', {
    clientId: story.ids.client,
    unitId: story.ids.unit,
    kind: 'MANAGEMENT_FEE',
    period: '2026-01',
    amountMinor,
    dueOn: ago(dueDaysAgo),
    ...more,
  })
const pay = (amountMinor: number, more: object = {}, fields = 'id version creditMinor') =>
  finance.does<Payload & { creditMinor: number; fields?: { path: string }[] }>(
    'recordPayment',
    { clientId: story.ids.client, amountMinor, receivedOn: ago(0), method: 'BANK_TRANSFER', ...more },
    fields,
  )

interface Account {
  readonly openCount: number
  readonly overdueCount: number
  readonly openSince: string | null
  readonly openMinor: number | null
  readonly creditMinor: number | null
  readonly balanceMinor: number | null
  readonly ages: readonly { readonly band: string; readonly minor: number | null; readonly count: number }[]
  readonly punctuality: {
    readonly onTimeBasisPoints: number | null
    readonly meanDaysLateTenths: number | null
  }
}
const ACCOUNT = `query($id: ID!) { clientAccount(clientId: $id) { openCount overdueCount openSince openMinor creditMinor balanceMinor
  ages { band minor count } punctuality { onTimeBasisPoints meanDaysLateTenths } } }`
const accountOf = async (by: Person, id = story.ids.client): Promise<Account | null> =>
  (await by.get<{ clientAccount: Account | null }>(ACCOUNT, { id })).clientAccount

interface Listed {
  readonly number: string
  readonly openMinor: number | null
  readonly settledMinor: number | null
  readonly state: string
  readonly dueOn: string
  readonly note: string | null
}
const LIST = `query($filter: ReceivableFilter) { receivables(first: 50, filter: $filter) { edges { node {
  number openMinor settledMinor state dueOn note } } } }`
const receivables = async (by: Person, filter: object = { client: story.ids.client }) => {
  const { receivables: found } = await by.get<{ receivables: { edges: { node: Listed }[] } }>(LIST, {
    filter,
  })
  return found.edges.map(({ node }) => node)
}

describe('a payment', () => {
  it('settles the oldest first; too much stays credit, is allocated later, and goes back when it is reversed', async () => {
    await owe(300, 20)
    await owe(200, 50)
    const first = await pay(250)
    expect(first).toMatchObject({ __typename: 'Payment', creditMinor: 0 })
    expect((await receivables(finance)).map((it) => [it.state, it.openMinor])).toEqual([
      ['SETTLED', 0],
      ['OPEN', 250],
    ])
    const second = await pay(400)
    expect(second.creditMinor).toBe(150)
    const third = await owe(100, 5)
    expect(await accountOf(finance)).toMatchObject({ openMinor: 100, creditMinor: 150, balanceMinor: -50 })
    const allocated = await finance.does<Payload & { creditMinor: number }>(
      'allocatePayment',
      { paymentId: second.id, expectedVersion: second.version },
      'id version creditMinor allocations { amountMinor }',
    )
    expect(allocated).toMatchObject({
      creditMinor: 50,
      allocations: [{ amountMinor: 250 }, { amountMinor: 100 }],
    })
    const stale = await finance.does('reversePayment', {
      paymentId: second.id,
      expectedVersion: second.version,
      reason: '银行退回该笔汇款',
    })
    expect(stale).toMatchObject({ code: 'STALE_RECORD' })
    await finance.does('reversePayment', {
      paymentId: second.id,
      expectedVersion: allocated.version,
      reason: '银行退回该笔汇款',
    })
    expect(await accountOf(finance)).toMatchObject({ openMinor: 350, creditMinor: 0, balanceMinor: 350 })
    // What was paid on a receivable that is voided is theirs again.
    await finance.does('voidReceivable', { receivableId: third.id, expectedVersion: 3, reason: '重复登记了' })
    await pay(250)
    const [oldest] = await receivables(finance)
    expect(oldest).toMatchObject({ state: 'SETTLED', settledMinor: 200 })
    expect(await accountOf(finance)).toMatchObject({ openMinor: 0, openCount: 0, openSince: null })
  })

  it('settles what was chosen, and is refused with the line that does not fit', async () => {
    await owe(300, 20)
    const chosen = await owe(200, 1)
    const fits = await pay(200, { allocations: [{ receivableId: chosen.id, amountMinor: 150 }] })
    expect(fits.creditMinor).toBe(50)
    const wrong = await pay(200, { allocations: [{ receivableId: chosen.id, amountMinor: 51 }] })
    expect(wrong.fields![0]!.path).toBe('allocations.0.amountMinor')
    const other = await addClient(database, story, 'HOUSEHOLD')
    const theirs = await pay(200, {
      clientId: other,
      allocations: [{ receivableId: chosen.id, amountMinor: 1 }],
    })
    expect(theirs.fields![0]!.path).toBe('allocations.0.receivableId')
    const tomorrow = await pay(1, { receivedOn: ago(-2) })
    expect(tomorrow.fields![0]!.path).toBe('receivedOn')
    expect((await accountOf(finance))!.openMinor).toBe(350)
  })

  it('never settles anything twice: two hundred at once', async () => {
    for (const days of [40, 30, 20]) await owe(5_000, days)
    const paid = await Promise.all(Array.from({ length: 200 }, () => pay(100, {}, 'id number creditMinor')))
    expect(paid.filter(({ __typename }) => __typename !== 'Payment')).toEqual([])
    const numbers = paid.map((it) => (it as unknown as { number: string }).number).toSorted()
    expect(new Set(numbers).size).toBe(200)
    expect(await accountOf(finance)).toMatchObject({ openMinor: 0, creditMinor: 5_000, balanceMinor: -5_000 })
    expect((await receivables(finance)).map((it) => [it.state, it.settledMinor])).toEqual([
      ['SETTLED', 5_000],
      ['SETTLED', 5_000],
      ['SETTLED', 5_000],
    ])
    await expect(
      withTenant(database.app, story.orgId, (manager) =>
        manager.query('update receivable set settled_minor = amount_minor + 1'),
      ),
    ).rejects.toThrow('receivable_settled_check')
  }, 60_000)
})

describe('an account', () => {
  it('tells its age and punctuality to who may see amounts, and an agent that something is open, and since when', async () => {
    await owe(300, 45)
    await owe(200, 10, { note: '李女士说下周来付' })
    const paid = await owe(100, 100)
    await pay(100, { receivedOn: ago(100), allocations: [{ receivableId: paid.id, amountMinor: 100 }] })
    const seen = await accountOf(finance)
    expect(seen).toMatchObject({ openCount: 2, overdueCount: 2, openSince: ago(45), openMinor: 500 })
    expect(seen!.ages.filter(({ count }) => count > 0)).toEqual([
      { band: 'TO_30', minor: 200, count: 1 },
      { band: 'TO_60', minor: 300, count: 1 },
    ])
    // 0, 45 and 10 days: 55 over three.
    expect(seen!.punctuality).toEqual({ onTimeBasisPoints: 3_333, meanDaysLateTenths: 183 })
    const told = await accountOf(story.as('SERVICE_AGENT'))
    expect(told).toMatchObject({ openCount: 2, openSince: ago(45), openMinor: null, balanceMinor: null })
    expect(told!.ages.every(({ minor }) => minor === null)).toBe(true)
    expect((await receivables(story.as('SERVICE_AGENT')))[2]).toMatchObject({ openMinor: null, note: null })
    expect((await receivables(story.as('AUDITOR')))[2]).toMatchObject({ openMinor: 200, note: null })
    expect((await receivables(story.as('SITE_MANAGER')))[2]).toMatchObject({ note: '李女士说下周来付' })
  })

  it('is nobody’s business who does not answer for the place or the account', async () => {
    const elsewhere = await addClient(database, story, 'COMPANY')
    await owe(300, 45, { clientId: elsewhere, unitId: undefined })
    for (const role of ['SITE_MANAGER', 'KEY_ACCOUNT_MANAGER'] as const) {
      expect(await accountOf(story.as(role), elsewhere)).toBeNull()
      expect(await accountOf(story.as(role))).toMatchObject({ openMinor: 0 })
      expect(await receivables(story.as(role), { client: elsewhere })).toEqual([])
    }
    for (const role of ['ADMIN', 'TECHNICIAN', 'INFORMATION_CLERK', 'QUALITY', 'SALES'] as const) {
      const { errors } = await story.as(role).run(ACCOUNT, { id: story.ids.client })
      expect([role, errors[0]?.extensions.code]).toEqual([role, 'FORBIDDEN'])
    }
    const other = await given(database, server)
    expect(await accountOf(other.as('FINANCE'))).toBeNull()
  })
})

describe('the fees of a project', () => {
  const PREVIEW = `query($input: FeePreviewInput!) { feePreview(input: $input) { count totalMinor
    lines { unitLabel clientName amountMinor } left { unitLabel gap } } }`
  it('are previewed by area, written as previewed, once, and drawn as the rate of collection', async () => {
    const charge = { projectId: story.ids.project, kind: 'MANAGEMENT_FEE', period: '2026-03', rateMinor: 280 }
    type Seen = { feePreview: { count: number; totalMinor: number; left: object[]; lines: object[] } }
    const preview = async () => (await finance.get<Seen>(PREVIEW, { input: charge })).feePreview
    expect(await preview()).toMatchObject({ count: 0, left: [{ unitLabel: '1-0101', gap: 'NO_AREA' }] })
    await story
      .as('SITE_MANAGER')
      .does('changeUnit', { unitId: story.ids.unit, expectedVersion: 1, areaHundredths: 8_953 })
    expect(await preview()).toMatchObject({ count: 1, totalMinor: 25_068, lines: [{ amountMinor: 25_068 }] })
    const write = (expectedTotalMinor: number) =>
      finance.does<Payload & { fields?: { path: string }[] }>('registerManyReceivables', {
        ...charge,
        dueOn: ago(3),
        expectedCount: 1,
        expectedTotalMinor,
      })
    expect((await write(25_067)).fields![0]!.path).toBe('expectedTotalMinor')
    expect(await write(25_068)).toMatchObject({ __typename: 'Project' })
    expect(await preview()).toMatchObject({ count: 0, left: [{ gap: 'CHARGED' }] })
    await pay(10_000)
    const rate = async (by: Person) =>
      (
        await by.get<{ collection: object[] }>(
          `query($from: LocalDate!, $to: LocalDate!) { collection(from: $from, to: $to) { projectName dueMinor collectedMinor rateBasisPoints overdueMinor debtors } }`,
          { from: ago(30), to: ago(0) },
        )
      ).collection
    expect(await rate(story.as('SITE_MANAGER'))).toEqual([
      {
        projectName: '翠湖花园',
        dueMinor: 25_068,
        collectedMinor: 10_000,
        rateBasisPoints: 3_989,
        overdueMinor: 15_068,
        debtors: 1,
      },
    ])
    const [change] = (
      await story
        .as('AUDITOR')
        .get<{ auditEntries: { edges: { node: { verb: string } }[] } }>(
          `query($id: ID!) { auditEntries(first: 5, filter: { subject: $id }) { edges { node { verb } } } }`,
          { id: story.ids.project },
        )
    ).auditEntries.edges
    expect(change!.node.verb).toBe('receivable:registerMany')
    // What a colleague has registered by hand is not charged once more with the others.
    await owe(25_068, 1, { period: '2026-04' })
    const april = await finance.get<Seen>(PREVIEW, { input: { ...charge, period: '2026-04' } })
    expect(april.feePreview).toMatchObject({ count: 0, left: [{ gap: 'CHARGED' }] })
  })

  it('are charged after what was charged by hand in the same moment, never over it', async () => {
    await story
      .as('SITE_MANAGER')
      .does('changeUnit', { unitId: story.ids.unit, expectedVersion: 1, areaHundredths: 10_000 })
    const months = Array.from({ length: 8 }, (_, at) => `2025-0${at + 1}`)
    const charge = { projectId: story.ids.project, kind: 'MANAGEMENT_FEE', rateMinor: 280, dueOn: ago(3) }
    const whole = { expectedCount: 1, expectedTotalMinor: 28_000 }
    for (const period of months)
      await Promise.all([
        owe(28_000, 3, { period, note: '手工' }),
        finance.does('registerManyReceivables', { ...charge, period, ...whole }),
      ])
    const list = `query($id: ID!) { receivables(first: 50, filter: { client: $id }) { edges { node { number period note } } } }`
    const { receivables: all } = await finance.get<{
      receivables: { edges: { node: { number: string; period: string; note: string | null } }[] }
    }>(list, { id: story.ids.client })
    for (const period of months) {
      const [first, second] = all.edges
        .map(({ node }) => node)
        .filter((it) => it.period === period)
        .toSorted((a, b) => a.number.localeCompare(b.number))
      // Alone by hand; or by hand after the batch, as a correction: never the batch on top of it.
      expect([period, second === undefined ? first!.note : second.note]).toEqual([period, '手工'])
    }
  })
})
