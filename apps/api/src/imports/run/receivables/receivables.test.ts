/** Charges of another system come in: by the unit or the client, once a month, to the last fen; and go again while nothing stands on them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../../../test/as.ts'
import {
  applied,
  ImportTests,
  lookedAt,
  reasons,
  startImport,
  tableOf,
  undoLookedAt,
  type Run,
} from '../../../../test/imports.ts'
import type { Story } from '../../../../test/story.ts'
import { workbook } from '../../../../test/workbook.ts'

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const HEADER = ['项目', '楼栋', '房号', '客户编号', '费项', '月份', '应缴日期', '应收金额', '备注']
const FIELDS = ['project', 'building', 'unit', 'code', 'kind', 'period', 'dueOn', 'amount', 'note']
const MAPPING = {
  kind: 'RECEIVABLES',
  source: '旧收费系统',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at]! })),
  constants: [],
}
const DOOR = ['翠湖花园', '1栋', '1-0101', ''] as const
const NOWHERE = ['', '', ''] as const

const look = (person: Person, file: Buffer | string) => lookedAt(tests, person, file, MAPPING)
const bring = async (person: Person, ...rows: readonly (readonly string[])[]): Promise<Run> =>
  applied(tests, person, await look(person, tableOf(HEADER, ...rows)))

/** A unit with its owner, and the finance department. */
const given = async () => {
  const here = await tests.story()
  await here.as('CR_SPECIALIST').does('recordOccupancy', {
    clientId: here.ids.client,
    unitId: here.ids.unit,
    relation: 'OWNER',
    fromOn: '2020-01-01',
  })
  return { here, finance: here.as('FINANCE') }
}

const charges = ({ orgId }: Story) =>
  tests.rows(
    orgId,
    `select r.number, c.code, u.label as unit, r.kind, r.period, r.amount_minor as minor, r.due_on::text as due, r.state, r.note,
            s.roles[1] as by
       from receivable r join client c on c.id = r.client_id left join unit u on u.id = r.unit_id
       left join lateral (select array_agg(x.role) as roles from staff_role x where x.staff_id = r.registered_by_id) s on true
      order by r.number`,
  )

describe('charges of a file', () => {
  it('are owed by whoever owns the unit or is named, to the last fen, under numbers of ours', async () => {
    const { here, finance } = await given()
    const run = await bring(
      finance,
      [...DOOR, '物业费', '2026年11月', '2026/11/30', '1,234.50', '第四季度'],
      [...DOOR, '停车费', '2026-11', '20261130', '¥300', ''],
      [...NOWHERE, 'C0001', '装修押金', '', '2026-12-01', '0.07元', ''],
    )
    expect(run).toMatchObject({ status: 'DONE', rowsNew: 3, rowsRefused: 0 })
    expect(run.counts.filter(({ dimension }) => dimension === 'CHARGE')).toHaveLength(3)
    const brought = await charges(here)
    expect(brought).toMatchObject([
      {
        code: 'C0001',
        unit: '1-0101',
        kind: 'MANAGEMENT_FEE',
        period: '2026-11',
        minor: 123_450,
        note: '第四季度',
      },
      { code: 'C0001', unit: '1-0101', kind: 'PARKING', minor: 30_000, due: '2026-11-30', by: 'FINANCE' },
      { code: 'C0001', unit: null, kind: 'DEPOSIT', period: null, minor: 7, state: 'OPEN' },
    ])
    expect(new Set(brought.map(({ number }) => number)).size).toBe(3)
    // The same again: nothing new, nothing changed.
    const again = await bring(
      finance,
      [...DOOR, '物业费', '2026年11月', '2026/11/30', '1234.5', '第四季度'],
      [...DOOR, '停车费', '2026-11', '20261130', '¥300', ''],
      [...NOWHERE, 'C0001', '装修押金', '', '2026-12-01', '0.07元', ''],
    )
    expect(again).toMatchObject({ rowsNew: 0, rowsUnchanged: 3, rowsRefused: 0 })
    expect(await charges(here)).toEqual(brought)
  })

  it('come from a workbook as a workbook keeps them', async () => {
    const { here, finance } = await given()
    const sheet = workbook([
      HEADER,
      [
        ...DOOR,
        '管理费',
        { day: 46_327 },
        { day: 46_356 },
        { formula: '1.1*3', value: '3.3000000000000003' },
        '',
      ],
      [...DOOR, '停车费', '202611', { day: 46_356 }, 1234.56, ''],
    ])
    const run = await applied(tests, finance, await look(finance, sheet))
    expect(reasons(run)).toEqual([])
    expect(await charges(here)).toMatchObject([{ period: '2026-11', minor: 330 }, { minor: 123_456 }])
  })

  it('are refused row by row with what would be right, and no amount is kept in the open', async () => {
    const { finance } = await given()
    const run = await look(
      finance,
      tableOf(
        HEADER,
        [...DOOR, '物业费', '2026-11', '2026-11-30', '12,34.5', ''],
        [...DOOR, '物业费', '2026年第四季度', '2026-11-30', '100', ''],
        [...DOOR, '会费', '2026-11', '2026-11-30', '100.005', ''],
        [...NOWHERE, '', '物业费', '2026-11', '2026-11-30', '100', ''],
        [...NOWHERE, 'C9999', '物业费', '2026-11', '2026-11-30', '100', ''],
        ['翠湖花园', '1栋', '9-9999', '', '物业费', '2026-11', '2026-11-30', '100', ''],
        [...DOOR, '物业费', '2019-01', '2026-11-30', '100', ''],
        [...DOOR, '物业费', '2026-11', '2026-11-31', '0', ''],
      ),
    )
    expect(reasons(run)).toEqual([
      '2 应收金额 NOT_AN_AMOUNT',
      '3 月份 NOT_A_MONTH',
      '4 费项 NOT_IN_LIST',
      '4 应收金额 NOT_AN_AMOUNT',
      '5 null UNIT_OR_CLIENT',
      '6 客户编号 NO_SUCH_RECORD',
      '7 房号 NO_SUCH_RECORD',
      '8 房号 NOBODY_OWES',
      '9 应缴日期 IMPOSSIBLE_DATE',
      '9 应收金额 NUMBER_OUT_OF_RANGE',
    ])
    expect(run.issues.edges[0]!.node.value).toBe('1**')
  })

  it('charge a unit once for a kind and month, whoever was first', async () => {
    const { here, finance } = await given()
    const byHand = await finance.does<Payload & { number: string }>(
      'registerReceivable',
      {
        clientId: here.ids.client,
        unitId: here.ids.unit,
        kind: 'MANAGEMENT_FEE',
        period: '2026-10',
        amountMinor: 100,
        dueOn: '2026-10-31',
      },
      'id number',
    )
    const october = [...DOOR, '物业费', '2026-10', '2026-10-31', '250.00', '']
    const shown = await look(
      finance,
      tableOf(
        HEADER,
        october,
        [...DOOR, '停车费', '2026-10', '2026-10-31', '80', ''],
        [...DOOR, '停车费', '2026/10', '2026-10-31', '90', ''],
      ),
    )
    expect(shown).toMatchObject({ rowsNew: 1, rowsUnchanged: 1, rowsRefused: 1 })
    expect(reasons(shown)).toEqual(['2 月份 CHARGED_ALREADY', '4 房号 CHARGED_TWICE'])
    expect(shown.issues.edges[0]!.node.value).toBe(byHand.number)
    // A colleague charges by hand while every row is judged and none is written.
    let hand: Promise<unknown> | undefined
    tests.imports.onProgress = async ({ status }) => {
      if (status === 'READING')
        await (hand ??= finance.does('registerReceivable', {
          clientId: here.ids.client,
          unitId: here.ids.unit,
          kind: 'PARKING',
          period: '2026-10',
          amountMinor: 8_000,
          dueOn: '2026-10-31',
        }))
    }
    const run = await applied(tests, finance, shown)
    tests.imports.onProgress = () => undefined
    expect(run).toMatchObject({ status: 'REFUSED', refusalCode: 'CHANGED_MEANWHILE' })
    expect(await charges(here)).toHaveLength(2)
  })

  it('that came in before and say something else are refused until the old one is voided', async () => {
    const { here, finance } = await given()
    await bring(finance, [...DOOR, '物业费', '2026-11', '2026-11-30', '100', ''])
    const other = [...DOOR, '物业费', '2026-11', '2026-11-30', '120', '']
    const [first] = await charges(here)
    const refused = await look(finance, tableOf(HEADER, other))
    expect(reasons(refused)).toEqual(['2 应收金额 CHARGED_OTHERWISE'])
    expect(refused.issues.edges[0]!.node.value).toBe(first!['number'])
    const { receivables } = await finance.get<{ receivables: { edges: { node: Payload }[] } }>(
      '{ receivables(first: 1) { edges { node { id version } } } }',
    )
    const { id, version } = receivables.edges[0]!.node
    await finance.does('voidReceivable', { receivableId: id, expectedVersion: version, reason: '金额有误' })
    expect(await bring(finance, other)).toMatchObject({ status: 'DONE', rowsNew: 1 })
    expect(await charges(here)).toMatchObject([
      { state: 'VOID', minor: 10_000 },
      { state: 'OPEN', minor: 12_000 },
    ])
  })
})

describe('taking charges back', () => {
  it('leaves those on which a payment or a statement stands, and voids the others', async () => {
    const { here, finance } = await given()
    const rows = ['2026-08', '2026-09'].map((month) => [...DOOR, '物业费', month, `${month}-28`, '100', ''])
    const paid = await bring(finance, ...rows)
    await finance.does('recordPayment', {
      clientId: here.ids.client,
      amountMinor: 4_000,
      receivedOn: '2026-09-01',
      method: 'CASH',
    })
    const shown = await undoLookedAt(tests, finance, paid)
    expect(shown).toMatchObject({ rowsChanged: 1, rowsUnchanged: 1 })
    expect(reasons(shown)).toEqual(['2 null BUILT_UPON'])
    // A statement is issued before it is applied: the look does not hold any more.
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
    await finance.does('issueReconciliation', { clientId: here.ids.client, asOfOn: today })
    expect(await applied(tests, finance, shown)).toMatchObject({ refusalCode: 'NOT_AS_SHOWN' })
    expect(reasons(await undoLookedAt(tests, finance, paid))).toEqual([
      '2 null BUILT_UPON',
      '3 null BUILT_UPON',
    ])

    const november = [...DOOR, '停车费', '2026-11', '2026-11-30', '80', '']
    const free = await bring(finance, november)
    // That somebody was told of it one morning is nothing that stands on it.
    await tests.rows(
      here.orgId,
      `insert into dunning_told (org_id, id, receivable_id, step, told_at)
       select org_id, gen_random_uuid(), id, 'REMINDER', now() from receivable where kind = 'PARKING' returning id`,
    )
    expect(await applied(tests, finance, await undoLookedAt(tests, finance, free))).toMatchObject({
      status: 'DONE',
      rowsChanged: 1,
    })
    expect((await charges(here)).filter(({ state }) => state === 'VOID')).toMatchObject([{ kind: 'PARKING' }])
    expect(await bring(finance, november)).toMatchObject({ rowsNew: 1 })
    expect((await charges(here)).map(({ state }) => state)).toEqual(['OPEN', 'OPEN', 'VOID', 'OPEN'])
  })
})

describe('who may', () => {
  it('bring charges in: those who register them everywhere, and they nothing else', async () => {
    const { here, finance } = await given()
    const row = [...DOOR, '物业费', '2026-11', '2026-11-30', '100', '']
    const admin = here.as('ADMIN')
    const { id: fileId } = await tests.upload(admin, tableOf(HEADER, row))
    expect(await startImport(admin, { fileId, record: MAPPING, dryRun: true })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const handed = await tests.upload(finance, tableOf(HEADER, row))
    expect(handed).toMatchObject({ status: 201, kind: 'RECEIVABLES' })
    const clients = {
      kind: 'CLIENTS',
      source: 'x',
      columns: HEADER.map((column) => ({ column, field: column === '备注' ? 'name' : null })),
      constants: [
        { key: 'kind', value: '个人' },
        { key: 'relation', value: '业主' },
      ],
    }
    expect(await startImport(finance, { fileId: handed.id, record: clients, dryRun: true })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const { importSources } = await finance.get<{ importSources: { edges: unknown[] } }>(
      '{ importSources(first: 10) { edges { node { id } } } }',
    )
    // What one has handed over oneself, and nobody else's.
    expect(importSources.edges).toHaveLength(1)
  })
})
