import { describe, expect, it } from 'vitest'
import { placeColumns } from './header.ts'
import { IMPORT_ISSUE_REASONS, levelOf } from './issues.ts'
import { complaintMapping } from './mapping.ts'
import { findComplaintMapping } from './mappings.ts'
import { factsOf, rowReader, type RowResult } from './row-reader.ts'

const NOW = new Date('2026-11-22T04:00:00Z')
const mapping = complaintMapping.parse({
  name: 'desk',
  label: { zh: '前台', en: 'Desk' },
  about: { zh: '前台', en: 'Desk' },
  source: 'desk',
  columns: [
    { column: 'key', field: 'externalReference' },
    { column: 'in', field: 'registeredAt', formats: ['yyyy-MM-dd'] },
    { column: 'out', field: 'closedAt', formats: ['yyyy-MM-dd'] },
    { column: 'state', field: 'status', values: { open: 'REGISTERED', done: 'CLOSED' } },
    { column: 'level', field: 'severity' },
    { column: 'what', field: 'summary' },
    { column: 'type', field: 'summary' },
    { column: 'what', field: 'category', whenUnknown: 'CREATE', values: { gas: { zh: '燃气', en: 'Gas' } } },
    { column: 'town', field: 'facts', label: '城市', names: true, whenEmpty: 'WARNING' },
    { column: 'estate', field: 'project', label: 'Estate' },
    { column: 'story', field: 'facts', label: '' },
    { column: 'phone', field: 'contactPhone', label: 'Telephone' },
  ],
  constants: { kind: 'COMPLAINT', channel: 'COUNTER', severity: 3, track: 'FORMAL' },
  categoryParent: { code: 'DESK', zh: '前台', en: 'Desk' },
})
const header = [...new Set(mapping.columns.map(({ column }) => column))]
const placed = placeColumns(mapping, header)
if (!placed.ok) throw new Error('the header does not fit')
const read = rowReader(mapping, placed.value, { timeZone: 'Asia/Shanghai', now: NOW })

const GOOD = { key: 'A-1', in: '2026-03-01', what: 'Gas', type: 'Housing', town: 'Bronx' }
const row = (change: Readonly<Record<string, string>> = {}): RowResult =>
  read(
    header.map((name) => ({ ...GOOD, ...change })[name] ?? ''),
    7,
  )
const reasons = (change: Readonly<Record<string, string>>) =>
  row(change).issues.map(({ reason, column }) => `${reason} ${column}`)

describe('a good row', () => {
  it('is an open case with its own day, the constants, and what has no place of its own among the facts', () => {
    const { row: it, issues } = row({ estate: '翠湖花园', story: 'It smells.\r\nAgain.' })
    expect(issues).toEqual([])
    expect(it).toMatchObject({
      line: 7,
      externalReference: 'A-1',
      registeredAt: new Date('2026-02-28T16:00:00Z'),
      closedAt: null,
      status: 'REGISTERED',
      kind: 'COMPLAINT',
      channel: 'COUNTER',
      severity: 3,
      track: 'FORMAL',
      summary: 'Gas',
    })
    expect(it?.records.category?.name).toEqual({ zh: '燃气', en: 'Gas' })
    expect(factsOf(it!, [])).toBe('城市：Bronx\nIt smells.\nAgain.')
    expect(factsOf(it!, ['project'])).toBe('城市：Bronx\nEstate: 翠湖花园\nIt smells.\nAgain.')
  })

  it('takes its summary from the next column where the first is empty', () => {
    expect(row({ what: '' }).row).toMatchObject({ summary: 'Housing', records: {} })
  })

  it('is closed when it has a closing day', () => {
    expect(row({ out: '2026-03-01' }).row).toMatchObject({
      status: 'CLOSED',
      closedAt: new Date('2026-02-28T16:00:00Z'),
    })
  })

  it('states what the file states, in its own words or in ours', () => {
    expect(row({ state: 'Done', out: '2026-03-02', level: '1' }).row).toMatchObject({
      status: 'CLOSED',
      severity: 1,
    })
    expect(row({ state: 'withdrawn', out: '2026-03-02' }).row?.status).toBe('WITHDRAWN')
  })

  it('keeps no apostrophe that only guards against formulas, and normalises telephone numbers', () => {
    expect(row({ what: "'-5 °C in the hall", phone: "'+86 138 0000 1234" }).row).toMatchObject({
      summary: '-5 °C in the hall',
      contactPhone: '13800001234',
    })
  })
})

describe('a row is refused', () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ key: '' }, 'MISSING_KEY key'],
    [{ key: '   ' }, 'MISSING_KEY key'],
    [{ key: '=1+1' }, 'FORMULA key'],
    [{ in: '' }, 'MISSING_VALUE in'],
    [{ in: '2026-02-30' }, 'IMPOSSIBLE_DATE in'],
    [{ in: '01/03/2026' }, 'IMPOSSIBLE_DATE in'],
    [{ in: '2026-11-24' }, 'DATE_OUT_OF_RANGE in'],
    [{ in: '1899-12-31' }, 'DATE_OUT_OF_RANGE in'],
    [{ out: '2999-01-01' }, 'DATE_OUT_OF_RANGE out'],
    [{ state: 'lost' }, 'NOT_IN_LIST state'],
    [{ state: 'EXECUTING' }, 'NOT_IN_LIST state'],
    [{ level: '9' }, 'NOT_IN_LIST level'],
    [{ what: '', type: '' }, 'MISSING_VALUE what'],
    [{ what: 'x'.repeat(201) }, 'TOO_LONG what'],
    [{ estate: 'x'.repeat(201) }, 'TOO_LONG estate'],
    [{ story: 'x'.repeat(10_000) }, 'TOO_LONG town'],
    [{ story: '=HYPERLINK("http://x","y")' }, 'FORMULA story'],
    [{ story: '＝1＋1' }, 'FORMULA story'],
    [{ story: `+cmd|'/C calc'!A0` }, 'FORMULA story'],
    [{ story: '-2+3+cmd|x' }, 'FORMULA story'],
    [{ story: '@SUM(1;2)' }, 'FORMULA story'],
    [{ story: '\t=1+1' }, 'FORMULA story'],
    [{ story: 'a\u0000b' }, 'CONTROL_CHARACTER story'],
    [{ story: 'a\u001bb' }, 'CONTROL_CHARACTER story'],
    [{ story: 'a\ufffdb' }, 'UNREADABLE story'],
    [{ story: 'a\ud800b' }, 'UNREADABLE story'],
  ])('%j: %s', (change, reason) => {
    expect(reasons(change)).toContain(reason)
    expect(row(change).row).toBeUndefined()
  })

  it('with every reason at once, and the value as it stands in the file', () => {
    expect(row({ key: '', in: 'soon', state: 'lost' }).issues).toEqual([
      { line: 7, column: 'key', value: '', reason: 'MISSING_KEY' },
      { line: 7, column: 'in', value: 'soon', reason: 'IMPOSSIBLE_DATE' },
      { line: 7, column: 'state', value: 'lost', reason: 'NOT_IN_LIST' },
    ])
  })

  it('telling at most 200 characters of the value, none of which can do harm', () => {
    const [issue] = row({ story: `\u0000${'x'.repeat(500)}` }).issues
    expect(issue?.value).toBe(`\u2400${'x'.repeat(199)}`)
  })
})

describe('a row comes in, with a warning', () => {
  it.each<[Readonly<Record<string, string>>, string]>([
    [{ out: '2026-02-01' }, 'CLOSED_BEFORE_OPENED out'],
    [{ state: 'done' }, 'CLOSED_WITHOUT_DATE out'],
    [{ state: 'open', out: '2026-03-03' }, 'OPEN_WITH_CLOSING_DATE out'],
    [{ town: '10454' }, 'CODE_AMONG_NAMES town'],
    [{ town: '' }, 'EMPTY town'],
    [{ phone: 'ask at the desk' }, 'NOT_A_PHONE phone'],
  ])('%j: %s', (change, reason) => {
    expect(reasons(change)).toEqual([reason])
    expect(row(change).row).toBeDefined()
  })

  it('that was closed before it was opened, as stated', () => {
    expect(row({ out: '2026-02-01' }).row).toMatchObject({
      status: 'CLOSED',
      closedAt: new Date('2026-01-31T16:00:00Z'),
    })
  })

  it('whose telephone number is none, with the words among the facts', () => {
    const { row: it } = row({ phone: 'ask at the desk' })
    expect(it?.contactPhone).toBeNull()
    expect(factsOf(it!, [])).toContain('Telephone: ask at the desk')
  })

  it('whose text only begins like a formula, without one', () => {
    for (const story of ['- dripping since Monday (again)', '+86 138 0000 1234', '@reception knows', '-5 °C'])
      expect(row({ story }).issues).toEqual([])
  })
})

it('every reason is an error or a warning, and is told apart', () => {
  const levels = IMPORT_ISSUE_REASONS.map(levelOf)
  expect(levels).toContain('ERROR')
  expect(levels).toContain('WARNING')
})

describe('our own format', () => {
  const own = findComplaintMapping('steward-complaints')!
  it.each([
    [
      'zh',
      ['编号', '登记时间', '摘要', '状态', '类型', '渠道', '级别'],
      ['T1', '2024年5月6日', '电梯停运', '执行中', '报修', '12345 热线', '二级'],
    ],
    [
      'en',
      ['Reference', 'Opened', 'Summary', 'Status', 'Kind', 'Channel', 'Severity'],
      ['T1', '2024-05-06 00:00', '电梯停运', 'Being carried out', 'Request', '12345 hotline', '2'],
    ],
  ])('is read with the words of the screens: %s', (_, columns, cells) => {
    const fits = placeColumns(own, columns)
    if (!fits.ok) throw new Error(fits.error.text.en)
    const { row: it, issues } = rowReader(own, fits.value, { timeZone: 'Asia/Shanghai', now: NOW })(cells, 2)
    expect(issues).toEqual([])
    expect(it).toMatchObject({
      registeredAt: new Date('2024-05-05T16:00:00Z'),
      status: 'INVESTIGATING',
      kind: 'REQUEST',
      channel: 'HOTLINE_12345',
      severity: 2,
    })
  })
})
