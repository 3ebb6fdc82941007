/** Payments of another system come in, settle the oldest charges as by hand, and go again while nobody has moved them since. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../../test/as.ts'
import {
  applied,
  ImportTests,
  lookedAt,
  reasons,
  tableOf,
  undoLookedAt,
  type Run,
} from '../../../../test/imports.ts'
import type { Story } from '../../../../test/story.ts'
import { toGlobalId } from '../../../graphql/global-id.ts'

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const HEADER = [
  '流水号',
  '项目',
  '楼栋',
  '房号',
  '客户编号',
  '收款日期',
  '收款金额',
  '收款方式',
  '付款人',
  '备注',
]
const FIELDS = [
  'sourceKey',
  'project',
  'building',
  'unit',
  'code',
  'receivedOn',
  'amount',
  'method',
  'payer',
  'note',
]
const MAPPING = {
  kind: 'PAYMENTS',
  source: '旧收费系统',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at]! })),
  constants: [],
}
const DOOR = ['翠湖花园', '1栋', '1-0101', ''] as const
const NAMED = ['', '', '', 'C0001'] as const

const look = (person: Person, rows: readonly (readonly string[])[]) =>
  lookedAt(tests, person, tableOf(HEADER, ...rows), MAPPING)
const bring = async (person: Person, ...rows: readonly (readonly string[])[]): Promise<Run> =>
  applied(tests, person, await look(person, rows))

/** A unit with its owner, who owes 300 since June and 200 since July. */
const given = async () => {
  const here = await tests.story()
  await here.as('CR_SPECIALIST').does('recordOccupancy', {
    clientId: here.ids.client,
    unitId: here.ids.unit,
    relation: 'OWNER',
    fromOn: '2020-01-01',
  })
  const finance = here.as('FINANCE')
  const owe = (amountMinor: number, dueOn: string) =>
    finance.does<Payload>('registerReceivable', {
      clientId: here.ids.client,
      unitId: here.ids.unit,
      kind: 'MANAGEMENT_FEE',
      amountMinor,
      dueOn,
    })
  await owe(20_000, '2026-07-31')
  await owe(30_000, '2026-06-30')
  return { here, finance }
}

const charges = ({ orgId }: Story) =>
  tests.rows(
    orgId,
    `select r.due_on::text as due, r.settled_minor::int as settled, r.state, r.settled_on::text as "on" from receivable r order by r.due_on`,
  )
const payments = ({ orgId }: Story) =>
  tests.rows(
    orgId,
    `select p.amount_minor::int as minor, p.credit_minor::int as credit, p.method, p.payer, p.reversed_at is not null as reversed
       from payment p order by p.number`,
  )

describe('payments of a file', () => {
  it('settle the oldest charges in the order of the file, what is left is credit, and the same file changes nothing', async () => {
    const { here, finance } = await given()
    const file = [
      ['T1', ...DOOR, '2026-08-01', '350.00', '微信', '王小明', ''],
      ['T2', ...NAMED, '2026/08/05', '¥200', '银行转账', '', '多付'],
    ] as const
    const run = await bring(finance, ...file)
    expect(run).toMatchObject({ status: 'DONE', rowsNew: 2, rowsRefused: 0 })
    expect(run.counts.filter(({ dimension }) => dimension === 'METHOD')).toHaveLength(2)
    expect(await charges(here)).toEqual([
      { due: '2026-06-30', settled: 30_000, state: 'SETTLED', on: '2026-08-01' },
      { due: '2026-07-31', settled: 20_000, state: 'SETTLED', on: '2026-08-05' },
    ])
    const brought = await payments(here)
    expect(brought).toMatchObject([
      { minor: 35_000, credit: 0, method: 'WECHAT_PAY', payer: '王小明' },
      { minor: 20_000, credit: 5_000, method: 'BANK_TRANSFER' },
    ])
    expect(await bring(finance, ...file)).toMatchObject({ rowsNew: 0, rowsUnchanged: 2 })
    expect(await payments(here)).toEqual(brought)
  })

  it('are refused row by row with a reason, and left out where somebody recorded them by hand', async () => {
    const { here, finance } = await given()
    await finance.does('recordPayment', {
      clientId: here.ids.client,
      amountMinor: 10_000,
      receivedOn: '2026-08-02',
      method: 'CASH',
    })
    await bring(finance, ['T1', ...NAMED, '2026-08-01', '1.00', '现金', '', ''])
    const run = await look(finance, [
      ['', '', '', '', '', '2026-08-01', '10', '现金', '', ''],
      ['', ...NAMED, '2026-08-01', '0', '现金', '', ''],
      ['', ...NAMED, '2999-01-01', '10', '现金', '', ''],
      ['', ...NAMED, '2026-08-03', '10', '现金', '', ''],
      ['', ...NAMED, '2026-08-03', '10', '现金', '', ''],
      ['T1', ...NAMED, '2026-08-01', '2.00', '现金', '', ''],
      ['T9', ...NAMED, '2026-08-02', '100.00', '现金', '', ''],
    ])
    expect(reasons(run)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('UNIT_OR_CLIENT'),
        expect.stringContaining('PAID_TWICE'),
        expect.stringContaining('PAID_OTHERWISE'),
        expect.stringContaining('PAID_ALREADY'),
      ]),
    )
    expect(run).toMatchObject({ rowsNew: 1, rowsRefused: 5 })
  })

  it('go again as a whole, and what they settled is open; one that was moved since stays', async () => {
    const { here, finance } = await given()
    const before = await charges(here)
    const run = await bring(
      finance,
      ['T1', ...DOOR, '2026-08-01', '350.00', '微信', '', ''],
      ['T2', ...NAMED, '2026-08-05', '400', '银行转账', '', ''],
    )
    const seen = await undoLookedAt(tests, finance, run)
    expect(seen).toMatchObject({ rowsChanged: 2 })
    await applied(tests, finance, seen)
    expect(await charges(here)).toEqual(before)
    expect((await payments(here)).map(({ reversed, credit }) => [reversed, credit])).toEqual([
      [true, 0],
      [true, 0],
    ])
    // Brought in anew, its credit settles another charge by hand: that one stays.
    const again = await bring(finance, ['T2', ...NAMED, '2026-08-05', '600', '银行转账', '', ''])
    expect(again.rowsNew).toBe(1)
    await finance.does('registerReceivable', {
      clientId: here.ids.client,
      unitId: here.ids.unit,
      kind: 'PARKING',
      amountMinor: 1_000,
      dueOn: '2026-08-31',
    })
    const [payment] = (await tests.rows(
      here.orgId,
      'select id::text, version from payment where reversed_at is null',
    )) as [{ id: string; version: number }]
    const paymentId = toGlobalId('Payment', payment.id)
    await finance.does('allocatePayment', { paymentId, expectedVersion: payment.version })
    expect(await undoLookedAt(tests, finance, again)).toMatchObject({ rowsChanged: 0, rowsUnchanged: 1 })
  })

  it('go again also where points were credited for them at night', async () => {
    const { here, finance } = await given()
    const run = await bring(finance, ['T1', ...DOOR, '2026-08-01', '350.00', '微信', '', ''])
    await tests.rows(
      here.orgId,
      `with joined as (
         insert into membership (org_id, id, number, client_id, status, joined_on, term_from, renews_on)
         select p.org_id, gen_random_uuid(), 'M-0001', p.client_id, 'ACTIVE', p.received_on, p.received_on, '2027-08-01'
           from payment p returning org_id, id)
       insert into point_entry (org_id, id, membership_id, kind, points, occurred_on, payment_id, at)
       select j.org_id, gen_random_uuid(), j.id, 'PAID', 3, p.received_on, p.id, now() from joined j, payment p returning id`,
    )
    const seen = await undoLookedAt(tests, finance, run)
    expect(seen).toMatchObject({ rowsChanged: 1, rowsUnchanged: 0 })
    await applied(tests, finance, seen)
    expect((await payments(here)).map(({ reversed }) => reversed)).toEqual([true])
  })

  it('come in by nobody who may not record payments', async () => {
    const { here } = await given()
    await expect(
      look(here.as('CR_SUPERVISOR'), [['T1', ...NAMED, '2026-08-01', '1', '现金', '', '']]),
    ).rejects.toThrow()
  })
})
