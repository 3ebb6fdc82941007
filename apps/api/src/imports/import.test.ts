import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { casesOf, csv, HEADER, ImportTests, reasons, ROW } from '../../test/imports.ts'
import { registered } from '../../test/road.ts'

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const story = () => tests.story()
const bring = (...given: Parameters<ImportTests['bring']>) => tests.bring(...given)

describe('rows become cases', () => {
  it('with their own dates and numbers, marked as imported, without event or signature', async () => {
    const here = await story()
    const run = await bring(
      here,
      csv(
        { ...ROW, Reference: 'A', Closed: '2024-06-01', Category: 'Leakage', Facts: '一号梯\n停在三层' },
        { ...ROW, Reference: 'B', Opened: '2023-12-31', Category: '消防通道' },
        { ...ROW, Reference: 'C', Category: 'leakage' },
      ),
    )
    expect(run).toMatchObject({ status: 'DONE', rowsRead: 3, rowsNew: 3, rowsRefused: 0, categoriesNew: 2 })
    const cases = await casesOf(here)
    expect(cases).toMatchObject([
      {
        number: '2312-0001',
        status: 'REGISTERED',
        registeredAt: '2023-12-30T16:00:00.000Z',
        closedAt: null,
        category: { code: 'IMPORTED-1', nameEn: '消防通道' },
        facts: '电梯停运',
      },
      {
        number: '2405-0001',
        status: 'CLOSED',
        externalReference: 'A',
        closedAt: '2024-05-31T16:00:00.000Z',
        category: { code: 'LEAK' },
        facts: '一号梯\n停在三层',
      },
      { number: '2405-0002', externalReference: 'C', category: { code: 'LEAK' } },
    ])
    for (const it of cases) expect(it).toMatchObject({ imported: true, events: [], signOffs: [], version: 1 })
  })

  it('at the place that Steward knows; what it does not know stays among the facts', async () => {
    const here = await story()
    await bring(
      here,
      csv(
        { ...ROW, Reference: 'A', Project: ' 翠湖 花园', Building: '1栋', Unit: '1-0101' },
        { ...ROW, Reference: 'B', Opened: '2024-05-07', Project: 'P1', Building: '9栋', Unit: '9-0101' },
        { ...ROW, Reference: 'C', Opened: '2024-05-08', Project: '桃源', Unit: '1-0101' },
      ),
    )
    expect(await casesOf(here)).toMatchObject([
      { project: { name: '翠湖花园' }, unit: { label: '1-0101' }, facts: '电梯停运' },
      { project: { name: '翠湖花园' }, unit: null, facts: 'Building: 9栋\nUnit: 9-0101' },
      { project: null, unit: null, facts: 'Project: 桃源\nUnit: 1-0101' },
    ])
  })

  it('whose numbers go on from those that are given already, and are gone on from', async () => {
    const here = await story()
    const before = await registered(here)
    const month = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
      .format(new Date())
      .slice(0, 7)
    await bring(here, csv(...['A', 'B'].map((Reference) => ({ ...ROW, Reference, Opened: `${month}-01` }))))
    const after = await registered(here)
    const serials = (await casesOf(here)).map(({ number }) => Number(number.slice(5)))
    expect(serials.sort()).toEqual([1, 2, 3, 4])
    expect([before.number, after.number].map((number) => String(number).slice(5))).toEqual(['0001', '0004'])
  })

  it('in GB18030, divided by semicolons, under Chinese headers, as an office would save them', async () => {
    const here = await story()
    const text =
      '编号;登记时间;摘要;状态;类型;联系电话\n甲-1;2024年5月6日;卫生间漏水到楼下;执行中;报修;138-0000-1234\n'
    const run = await bring(here, iconv.encode(text, 'gb18030'))
    expect(run).toMatchObject({ status: 'DONE', encoding: 'GB18030', rowsNew: 1 })
    expect(await casesOf(here)).toMatchObject([
      { externalReference: '甲-1', summary: '卫生间漏水到楼下', status: 'INVESTIGATING' },
    ])
  })

  it('counted by status, category and year of opening', async () => {
    const rows = ['Gas', 'Gas', 'gas', ''].map((Category, at) => ({ ...ROW, Reference: `${at}`, Category }))
    const { counts } = await bring(
      await story(),
      csv(...rows, { ...ROW, Reference: 'x', Opened: '2024-01-01', Closed: '2024-01-02' }),
    )
    const of = (dimension: string) =>
      counts
        .filter((it) => it.dimension === dimension)
        .map(({ value, nameEn, rows: many }) => [value ?? nameEn, many])
    expect(of('STATUS')).toEqual([
      ['REGISTERED', 4],
      ['CLOSED', 1],
    ])
    expect(of('CATEGORY')).toEqual([
      ['Gas', 3],
      [null, 2],
    ])
    expect(of('YEAR')).toEqual([['2024', 5]])
  })
})

describe('the same file again', () => {
  const FILE = csv(...['A', 'B', 'C'].map((Reference) => ({ ...ROW, Reference, Category: '电梯' })))

  it('changes nothing', async () => {
    const here = await story()
    await bring(here, FILE)
    const before = await casesOf(here)
    const run = await bring(here, FILE)
    expect(run).toMatchObject({
      status: 'DONE',
      rowsNew: 0,
      rowsChanged: 0,
      rowsUnchanged: 3,
      categoriesNew: 0,
    })
    expect(await casesOf(here)).toEqual(before)
  })

  it('with another closing day brings that case up to date, and no other', async () => {
    const here = await story()
    await bring(here, FILE)
    const run = await bring(here, FILE.replace('B,2024-05-06,', 'B,2024-05-06,2024-07-01'))
    expect(run).toMatchObject({ rowsNew: 0, rowsChanged: 1, rowsUnchanged: 2 })
    const cases = await casesOf(here)
    expect(
      cases.map(({ externalReference, status, version }) => [externalReference, status, version]),
    ).toEqual([
      ['A', 'REGISTERED', 1],
      ['B', 'CLOSED', 2],
      ['C', 'REGISTERED', 1],
    ])
    expect(new Set(cases.map(({ number }) => number)).size).toBe(3)
  })

  it('leaves a case alone that somebody has taken on here', async () => {
    const here = await story()
    await bring(here, FILE)
    const [first] = (
      await here
        .as('GENERAL_MANAGER')
        .get<{ complaints: { edges: { node: { id: string } }[] } }>(
          '{ complaints(first: 1, orderBy: OLDEST) { edges { node { id } } } }',
        )
    ).complaints.edges
    const acknowledged = await here.as('GM_OFFICE').does('acknowledgeComplaint', {
      complaintId: first!.node.id,
      expectedVersion: 1,
      handlingDepartmentId: here.ids.departments.service,
      purpose: 'CRITICISM',
    })
    expect(acknowledged).toMatchObject({ version: 2 })
    expect(await bring(here, FILE)).toMatchObject({ rowsUnchanged: 3, rowsWarned: 0 })
    const changed = await bring(here, FILE.replaceAll('2024-05-06,,', '2024-05-06,2024-07-01,'))
    expect(changed).toMatchObject({ rowsChanged: 2, rowsUnchanged: 1, rowsWarned: 1 })
    expect(reasons(changed)).toEqual(['2 null HANDLED_HERE'])
    expect((await casesOf(here)).map(({ status }) => status).sort()).toEqual([
      'ACKNOWLEDGED',
      'CLOSED',
      'CLOSED',
    ])
  })

  it('is another source’s when it comes with another mapping', async () => {
    const here = await story()
    await bring(here, FILE)
    const nyc =
      'unique_key,account,opendate,closedate,complaint_type,descriptor,zip,borough,city,council_dist,community_board\n'
    const run = await bring(here, `${nyc}A,NYCC05,2019-06-19,,Housing,Eviction,,,,,\n`, {
      mapping: 'nyc-casework',
    })
    expect(run).toMatchObject({ rowsNew: 1, departmentsNew: 1, categoriesNew: 2 })
    expect(await casesOf(here)).toHaveLength(4)
  })
})

describe('a dry run', () => {
  it('tells all that an import would, and writes nothing of it', async () => {
    const here = await story()
    const file = csv({ ...ROW, Reference: 'A', Category: '电梯' }, { ...ROW, Reference: '' })
    const tried = await bring(here, file, { dryRun: true })
    expect(tried).toMatchObject({ status: 'DONE', rowsRead: 2, rowsNew: 1, rowsRefused: 1, categoriesNew: 2 })
    expect(tried.issues.edges.map(({ node }) => node)).toEqual([
      { line: 3, column: 'Reference', value: '', level: 'ERROR', reason: 'MISSING_KEY' },
    ])
    expect(await casesOf(here)).toEqual([])
    const { complaintCategories } = await here
      .as('ADMIN')
      .get<{ complaintCategories: unknown[] }>('{ complaintCategories { id } }')
    expect(complaintCategories).toHaveLength(1)
    const { status: _, id: __, ...figures } = tried
    expect(await bring(here, file)).toMatchObject({
      rowsRead: figures.rowsRead,
      rowsNew: 1,
      rowsRefused: 1,
      counts: figures.counts,
    })
  })
})

describe('a row is refused, and the others come in', () => {
  it('for each kind of dirt, with line, column and value', async () => {
    const good = { ...ROW, Reference: 'good' }
    const run = await bring(
      await story(),
      Buffer.concat([
        Buffer.from(
          csv(
            good,
            { ...ROW, Reference: '' },
            { ...ROW, Reference: 'x', Opened: '2024-02-30' },
            { ...good, Summary: 'again' },
            { ...ROW, Reference: '=1+1' },
            { ...ROW, Reference: 'y', Facts: '=HYPERLINK("http://x","y")' },
            { ...ROW, Reference: 'z', Facts: 'a\u0000b' },
            { ...ROW, Reference: 'early', Closed: '2024-01-01' },
          ),
        ),
        Buffer.from('broken,2024-05-06,,'),
        Buffer.from([0xff]),
        Buffer.from(',,,,,\ntoo,many,,cells,here,,,,,x\nlast,2024-05'),
      ]),
    )
    expect(run).toMatchObject({ status: 'DONE', rowsRead: 11, rowsNew: 2, rowsRefused: 9, rowsWarned: 1 })
    expect(reasons(run)).toEqual([
      '3 Reference MISSING_KEY',
      '4 Opened IMPOSSIBLE_DATE',
      '5 Reference DUPLICATE_KEY',
      '6 Reference FORMULA',
      '7 Facts FORMULA',
      '8 Facts CONTROL_CHARACTER',
      '9 Closed CLOSED_BEFORE_OPENED',
      '10 Summary UNREADABLE',
      '11 null TOO_MANY_CELLS',
      '12 null TOO_FEW_CELLS',
    ])
  })

  it('and waits in a file that can be corrected and brought in again', async () => {
    const here = await story()
    const run = await bring(
      here,
      csv(
        { ...ROW, Reference: 'A' },
        { ...ROW, Reference: 'B', Opened: 'soon', Facts: '+86 138' },
        { ...ROW, Reference: 'C', Facts: '=cmd|x' },
      ),
    )
    const file = await tests.server.inject({
      url: run.refusedRowsPath!,
      headers: { cookie: `steward=${here.as('ADMIN').token}` },
    })
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="refused.csv"',
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    })
    expect(file.body).toBe(
      [
        `\ufeffsteward_line,steward_reason,${HEADER.join(',')}`,
        `3,"Opened: There is no such date, or it is written otherwise",B,soon,,电梯停运,,,,,'+86 138`,
        `4,Facts: This is a formula; replace it by words,C,2024-05-06,,电梯停运,,,,,'=cmd|x`,
        '',
      ].join('\n'),
    )
    const corrected = file.body.replace('soon', '2024-05-07').replace("'=cmd|x", 'a pipe')
    expect(await bring(here, corrected)).toMatchObject({ status: 'DONE', rowsNew: 2, rowsRefused: 0 })
    expect((await casesOf(here)).map(({ externalReference, facts }) => [externalReference, facts])).toEqual([
      ['A', '电梯停运'],
      ['C', 'a pipe'],
      ['B', '+86 138'],
    ])
  })

  it('with a warning where the file may have lost its end', async () => {
    const run = await bring(await story(), csv({ ...ROW, Reference: 'A' }).trimEnd())
    expect(run).toMatchObject({ rowsNew: 1, rowsWarned: 1 })
    expect(reasons(run)).toEqual(['2 null NO_FINAL_NEWLINE'])
    expect(run.counts).toContainEqual(expect.objectContaining({ value: 'NO_FINAL_NEWLINE', rows: 1 }))
  })
})

describe('a file is refused as a whole, in one sentence', () => {
  const many = Array.from({ length: 1_100 }, (_, at) => ({
    ...ROW,
    Reference: `${at}`,
    Category: `name ${at}`,
  }))
  it.each<[string, Buffer | string, string]>([
    ['nothing in it', '', 'The file is empty.'],
    ['a header alone', csv(), 'The file has a header and no rows.'],
    ['a missing column', 'Reference,Summary\nA,x\n', 'The file lacks these columns: 登记时间 / Opened.'],
    [
      'an unknown column',
      'Reference,Opened,Summary,Mood\nA,2024-05-06,x,y\n',
      'The file has columns that the chosen format does not know: Mood.',
    ],
    [
      'quotes that never end',
      `${csv({ ...ROW, Reference: 'A' })}B,2024-05-06,,"x\nC,2024-05-06,,y,,,,,\n`,
      'The quotes opened on line 3 are never closed, so the rows after it cannot be told apart.',
    ],
    [
      'a broken workbook',
      Buffer.from('504b0304140006000800', 'hex'),
      'This workbook cannot be read; open it in a spreadsheet, save it anew and import that.',
    ],
    [
      'an encoding that is none of ours',
      iconv.encode('Reference,Opened,Summary\nA,2024-05-06,Protokół o żółtej łące\n', 'iso-8859-2'),
      'The file cannot be read as ISO-8859-2; save it as CSV in UTF-8 or GB18030.',
    ],
    [
      'a thousand categories',
      csv(...many),
      'The column Category holds more than 1000 different names; that is no category or department.',
    ],
  ])('%s', async (_, bytes, sentence) => {
    const here = await story()
    const run = await bring(here, bytes)
    expect(run).toMatchObject({
      status: 'REFUSED',
      refusalEn: sentence,
      rowsNew: 0,
      rowsChanged: 0,
      refusedRowsPath: null,
    })
    expect(run.refusalZh).toMatch(/\p{Script=Han}.*。$/u)
    expect(await casesOf(here)).toEqual([])
  })
})
