import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  applied,
  ImportTests,
  reasons,
  readRun,
  startImport,
  type RecordMapping,
  type Run,
} from '../../test/imports.ts'
import type { Person } from '../../test/as.ts'
import type { Story } from '../../test/story.ts'
import { workbook, zip, type Cell } from '../../test/workbook.ts'

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const HEADER = [
  '业主姓名',
  '手机号码',
  '项目',
  '楼栋',
  '房号',
  '交房日期',
  '身份证号',
  '同意用途',
  '客户编号',
]
const FIELDS = [
  'name',
  'phone',
  'project',
  'building',
  'unit',
  'fromOn',
  'idDocumentNumber',
  'consentPurposes',
  'code',
]
const MAPPING: RecordMapping = {
  kind: 'CLIENTS',
  source: '开发商',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at]! })),
  constants: [
    { key: 'kind', value: '个人' },
    { key: 'relation', value: '业主' },
    { key: 'consentWay', value: '书面签字' },
  ],
}
type Row = readonly (string | undefined)[]
const csv = (header: readonly string[], ...rows: Row[]): string =>
  [header, ...rows]
    .map((row) => header.map((_, at) => row[at] ?? '').join(','))
    .join('\n')
    .concat('\n')
const at = (door: string) => ['翠湖花园', '1栋', door] as const

const UNITS: RecordMapping = {
  kind: 'UNITS',
  source: '房产清册',
  columns: ['小区', '幢', '室号', '层', '质保到期'].map((column, n) => ({
    column,
    field: ['project', 'building', 'unit', 'floor', 'warrantyEndsOn'][n]!,
  })),
  constants: [],
}
const UNIT_HEADER = UNITS.columns.map(({ column }) => column)

/** From the file to the end of the dry run, and on to the end of what it showed. */
const look = async (person: Person, bytes: Buffer | string, record: RecordMapping): Promise<Run> => {
  const { id: fileId } = await tests.upload(person, bytes)
  const started = await startImport(person, { fileId, record, dryRun: true })
  if (started.code) throw new Error(JSON.stringify(started))
  await tests.imports.ended()
  return readRun(person, started.id)
}
const apply = (person: Person, run: Run, more: object = {}) => applied(tests, person, run, more)
const bring = async (person: Person, bytes: Buffer | string, record: RecordMapping, more: object = {}) =>
  apply(person, await look(person, bytes, record), more)

interface Found {
  readonly id: string
  readonly version: number
  readonly code: string
  readonly name: string
  readonly phone: string | null
  readonly archived: boolean
  readonly units: readonly string[]
  readonly contacts: readonly string[]
  readonly consents: readonly string[]
}

/** The clients of a story as the tables have them, whoever may see them. */
const clientsOf = async ({ orgId }: Story): Promise<readonly Found[]> =>
  (await tests.rows(
    orgId,
    `select c.id, c.version, c.code, c.name, c.phone, c.archived_at is not null as archived,
       array(select u.label || ' ' || o.from_on from client_occupancy o join unit u on u.id = o.unit_id
              where o.client_id = c.id and o.withdrawn_at is null order by u.label) as units,
       array(select x.name || ' ' || coalesce(x.phone, '') from client_contact x where x.client_id = c.id and x.removed_at is null order by x.name) as contacts,
       array(select x.purpose || ' ' || x.decision from client_consent x where x.client_id = c.id order by x.at, x.purpose) as consents
      from client c where c.code <> 'C0001' order by c.code`,
  )) as unknown as readonly Found[]

describe('units and clients of a developer', () => {
  it('come in from a workbook and from GB18030, by the words of their own headers', async () => {
    const here = await tests.story()
    const admin = here.as('ADMIN')
    const sheet: Cell[][] = [
      UNIT_HEADER,
      ['翠湖花园', '2栋', '2-0101', 1, { day: 46_023 }],
      ['翠湖花园', '2栋', { formula: 'CONCATENATE("2-","0102")', value: '2-0102' }, 1, { day: 46_023 }],
      ['翠湖花园', '1栋', '1-0101', 1, ''],
      ['没有的项目', '1栋', '9-0101', 1, ''],
    ]
    const handed = await tests.upload(admin, workbook(sheet), { name: '房产.xlsx' })
    expect(handed).toMatchObject({ status: 201, kind: 'UNITS', header: UNIT_HEADER, refused: null })
    expect(handed.samples[1]).toEqual(['翠湖花园', '2栋', '2-0102', '1', '2026-01-01'])
    const units = await bring(admin, workbook(sheet), UNITS)
    expect(units).toMatchObject({ status: 'DONE', rowsNew: 2, rowsRefused: 1 })
    expect(reasons(units)).toEqual(['5 小区 NO_SUCH_RECORD'])

    const keeper = here.as('CR_SUPERVISOR')
    const file = csv(
      HEADER,
      [
        '张伟',
        '138 0000 1111/13900002222',
        ...at('1-0101'),
        '2020/3/1',
        '310101199001011234',
        '个人情况；客户关怀',
      ],
      ['李娜', '13800003333', '翠湖花园', '2栋', '2-0101', '2020年3月1日', '310101199001011235'],
      ['李娜', '13800003333', '翠湖花园', '2栋', '2-0102', '2021-04-05'],
      ['王芳', '不详', ...at('1-0101'), '2020-03-01'],
      ['赵敏', '', '', '', ''],
      ['陈静', '13800004444', ...at('1-0909'), '2020-03-01'],
    )
    const run = await bring(keeper, iconv.encode(file, 'gb18030'), MAPPING)
    expect(run).toMatchObject({
      status: 'DONE',
      encoding: 'GB18030',
      rowsNew: 2,
      rowsChanged: 1,
      rowsRefused: 3,
    })
    expect(reasons(run)).toEqual([
      '3 身份证号 ID_WITHOUT_CONSENT',
      '5 手机号码 NO_PHONE',
      '6 null NOT_TO_BE_TOLD_APART',
      '7 房号 NO_SUCH_RECORD',
    ])
    expect(run.issues.edges[1]!.node.value).toBe('不**')
    expect(await clientsOf(here)).toMatchObject([
      {
        name: '张伟',
        phone: '13800001111',
        units: ['1-0101 2020-03-01'],
        contacts: ['张伟 13900002222'],
        consents: ['CARE GIVEN', 'PROFILE GIVEN'],
      },
      { name: '李娜', units: ['2-0101 2020-03-01', '2-0102 2021-04-05'], contacts: [], consents: [] },
    ])
    const [sealed] = await tests.rows(
      here.orgId,
      'select id_document_number_masked as masked, id_document_number as sealed from client_profile',
    )
    expect(sealed!['masked']).toBe('3101********34')
    expect(String(sealed!['sealed'])).not.toContain('310101')
    const refused = await tests.server.inject({
      url: run.refusedRowsPath!,
      headers: { cookie: `steward=${keeper.token}` },
    })
    expect(refused.body).toContain('王芳,不详,')
    const stranger = { url: run.refusedRowsPath!, headers: { cookie: `steward=${admin.token}` } }
    expect((await tests.server.inject(stranger)).statusCode).toBe(404)
  })

  it('are brought in by whoever may enter them by hand, after a look, above so many rows by a second person', async () => {
    const here = await tests.story()
    const [admin, keeper] = [here.as('ADMIN'), here.as('CR_SPECIALIST')]
    const file = csv(HEADER, ['张伟', '13800001111', ...at('1-0101'), '2020-03-01'], ['李娜', '13800003333'])
    const { id: fileId } = await tests.upload(keeper, file)
    expect(await startImport(admin, { fileId, record: MAPPING, dryRun: true })).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await startImport(keeper, { fileId, record: MAPPING, dryRun: false })).toMatchObject({
      fields: [{ path: 'dryRun' }],
    })
    const noName = {
      ...MAPPING,
      columns: MAPPING.columns.map((it) => ({ ...it, field: it.field === 'name' ? null : it.field })),
    }
    expect(await startImport(keeper, { fileId, record: noName, dryRun: true })).toMatchObject({
      fields: [{ path: 'record.columns' }],
    })
    await here
      .as('CS_MANAGER')
      .does('setImportPolicy', { kind: 'CLIENTS', rowsByOne: 1, expectedVersion: 0 }, 'id')
    const shown = await look(keeper, file, MAPPING)
    expect(shown).toMatchObject({ rowsNew: 2, availableActions: ['APPLY'] })
    expect(await clientsOf(here)).toEqual([])
    await expect(apply(keeper, shown)).rejects.toThrow('isSecondPerson')
    expect(await apply(here.as('CR_SUPERVISOR'), shown)).toMatchObject({ status: 'DONE', rowsNew: 2 })
    await expect(apply(here.as('CR_SUPERVISOR'), shown)).rejects.toThrow('importAwaitsApplying')
  })
})

describe('the same file again', () => {
  const FILE = csv(HEADER, ['张伟', '13800001111', ...at('1-0101'), '2020-03-01'], ['李娜', '13800003333'])

  it('changes nothing; with another word it changes that client, unless somebody has worked on them here', async () => {
    const here = await tests.story()
    const keeper = here.as('CR_SUPERVISOR')
    await bring(keeper, FILE, MAPPING)
    const before = await clientsOf(here)
    expect(await bring(keeper, FILE, MAPPING)).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 2 })
    expect(await clientsOf(here)).toEqual(before)
    await keeper.does(
      'amendClient',
      { clientId: `cli_${before[1]!.id.replaceAll('-', '')}`, expectedVersion: 1, email: 'li@example.com' },
      'id',
    )
    const email = { ...MAPPING, columns: [...MAPPING.columns, { column: '邮箱', field: 'email' }] }
    const again = csv(
      [...HEADER, '邮箱'],
      ['张伟', '13800001111', ...at('1-0101'), '2020-03-02', '', '', '', 'z@example.com'],
      ['李娜', '13800003333', '', '', '', '', '', '', '', 'other@example.com'],
    )
    const run = await bring(keeper, again, email)
    expect(run).toMatchObject({ rowsNew: 0, rowsChanged: 1, rowsUnchanged: 1 })
    expect(reasons(run)).toEqual(['3 null HANDLED_HERE'])
    expect(await clientsOf(here)).toMatchObject([
      { version: 2, units: ['1-0101 2020-03-02'] },
      { version: 2 },
    ])
  })
})

describe('likely duplicates', () => {
  it('are named by what they share, and done with as is chosen for each or for all', async () => {
    const here = await tests.story()
    const keeper = here.as('CR_SUPERVISOR')
    const other = { ...MAPPING, source: '旧系统' }
    await bring(
      keeper,
      csv(
        HEADER,
        ['张伟', '13800001111', ...at('1-0101'), '2020-03-01', '', '', 'A-1'],
        ['李娜', '13800003333', '', '', '', '', '', '', 'A-2'],
        ['王芳', '', '', '', '', '', '', '', 'A-3'],
      ),
      other,
    )
    const file = csv(
      [...HEADER, '邮箱'],
      ['张伟', '', ...at('1-0101'), '2020-03-01', '', '', '', 'z@example.com'],
      ['李娜', '13800003333', '', '', '', '', '', '', '', 'li@example.com'],
      ['王芳芳', '13900000000', '', '', '', '', '', '', 'A-3'],
      ['陈静', '13800004444'],
    )
    const email = { ...MAPPING, columns: [...MAPPING.columns, { column: '邮箱', field: 'email' }] }
    const shown = await look(keeper, file, email)
    expect(shown).toMatchObject({ rowsNew: 1, rowsDuplicate: 3, rowsUnchanged: 3 })
    const grounds = shown.duplicates.edges.map(({ node }) => [
      node.line,
      node.ground,
      node.nameMasked,
      node.client?.name,
    ])
    expect(grounds).toEqual([
      [2, 'SAME_UNIT_AND_NAME', '张**', '张伟'],
      [3, 'SAME_PHONE_AND_NAME', '李**', '李娜'],
      [4, 'SAME_CODE', '王**', '王芳'],
    ])
    await keeper.does(
      'chooseImportDuplicate',
      { duplicateId: shown.duplicates.edges[2]!.node.id, choice: 'MAKE_NEW' },
      'id',
    )
    await keeper.does(
      'chooseImportDuplicate',
      { duplicateId: shown.duplicates.edges[0]!.node.id, choice: 'LEAVE_OUT' },
      'id',
    )
    const run = await apply(keeper, shown, { duplicateChoice: 'FILL_EMPTY' })
    expect(run).toMatchObject({ status: 'DONE', rowsNew: 2, rowsChanged: 1, rowsUnchanged: 1 })
    const emails = await tests.rows(
      here.orgId,
      `select name, email from client where code <> 'C0001' order by name`,
    )
    expect(emails.filter(({ email: it }) => it !== null)).toEqual([{ name: '李娜', email: 'li@example.com' }])
    expect(emails.map(({ name }) => name).sort()).toEqual(['张伟', '李娜', '王芳', '王芳芳', '陈静'].sort())
    expect((await clientsOf(here)).filter(({ code }) => code.startsWith('A-'))).toHaveLength(3)
  })

  it('that appear between look and writing end the run, with nothing written', async () => {
    const here = await tests.story()
    const keeper = here.as('CR_SUPERVISOR')
    const file = csv(HEADER, ['张伟', '13800001111'])
    const shown = await look(keeper, file, MAPPING)
    await bring(keeper, file, { ...MAPPING, source: '别处' })
    expect(await apply(keeper, shown)).toMatchObject({ status: 'REFUSED', refusalCode: 'NOT_AS_SHOWN' })
    expect(await clientsOf(here)).toHaveLength(1)
  })
})

describe('undoing a whole import', () => {
  it('withdraws what came, gives values back, leaves alone what people have worked on, and can be brought in again', async () => {
    const here = await tests.story()
    const keeper = here.as('CR_SUPERVISOR')
    await bring(keeper, csv(HEADER, ['老王', '13700000000', '', '', '', '', '', '', 'B-1']), {
      ...MAPPING,
      source: '旧系统',
    })
    const file = csv(
      [...HEADER, '邮箱'],
      ['张伟', '13800001111', ...at('1-0101'), '2020-03-01'],
      ['李娜', '13800003333'],
      ['陈静', '13800004444'],
      ['老王', '13700000000', ...at('1-0101'), '2019-01-01', '', '', '', 'w@example.com'],
    )
    const email = { ...MAPPING, columns: [...MAPPING.columns, { column: '邮箱', field: 'email' }] }
    const before = await clientsOf(here)
    const run = await bring(keeper, file, email, { duplicateChoice: 'FILL_EMPTY' })
    expect(run).toMatchObject({ rowsNew: 3, rowsChanged: 1, availableActions: ['UNDO'] })
    const came = await clientsOf(here)
    const [zhang, li, chen] = ['张伟', '李娜', '陈静'].map((name) => came.find((it) => it.name === name)!)
    const idOf = ({ id }: Found) => `cli_${id.replaceAll('-', '')}`
    await keeper.does(
      'amendClient',
      { clientId: idOf(li!), expectedVersion: 1, email: 'l@example.com' },
      'id',
    )
    await keeper.does('recordConsent', { clientId: idOf(chen!), purpose: 'CARE', way: 'SPOKEN' }, 'id')

    const undo = async () => {
      const { id } = await keeper.does<{ id: string }>('undoImport', { importRunId: run.id }, 'id')
      await tests.imports.ended()
      return readRun(keeper, id)
    }
    const shown = await undo()
    expect(shown).toMatchObject({
      status: 'DONE',
      rowsChanged: 2,
      rowsUnchanged: 2,
      availableActions: ['APPLY'],
    })
    expect(reasons(shown)).toEqual(['3 null CHANGED_SINCE', '4 null BUILT_UPON'])
    expect(await clientsOf(here)).toContainEqual(zhang)
    expect(await apply(keeper, shown)).toMatchObject({ status: 'DONE', rowsChanged: 2 })
    const after = await clientsOf(here)
    expect(after.find(({ name }) => name === '老王')).toEqual({ ...before[0]!, version: 3 })
    expect(after.filter(({ archived }) => archived)).toMatchObject([{ name: '张伟', units: [] }])
    expect(
      after
        .filter(({ archived }) => !archived)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['李娜', '老王', '陈静'].sort())
    expect(await keeper.does('undoImport', { importRunId: run.id }, 'id')).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })

    const again = await bring(
      keeper,
      csv(HEADER, ['张伟', '13800001111', ...at('1-0101'), '2020-03-01']),
      MAPPING,
    )
    expect(again).toMatchObject({ rowsNew: 1 })
    const back = (await clientsOf(here)).find(({ name }) => name === '张伟')!
    expect(back).toMatchObject({
      id: zhang!.id,
      code: zhang!.code,
      archived: false,
      units: ['1-0101 2020-03-01'],
    })
  })

  it('takes units back with the buildings that came with them', async () => {
    const here = await tests.story()
    const admin = here.as('ADMIN')
    const file = csv(
      UNIT_HEADER,
      ['翠湖花园', '7栋', '7-0101', '1层', '2030-12-31'],
      ['翠湖花园', '1栋', '1-0101', '9', '2030-12-31'],
    )
    const run = await bring(admin, file, UNITS)
    expect(run).toMatchObject({ rowsNew: 1 })
    const places = async () =>
      (
        await admin.get<{ projects: { buildings: { name: string; unitCount: number }[] }[] }>(
          '{ projects { buildings { name unitCount } } }',
        )
      ).projects[0]!.buildings
    expect(await places()).toContainEqual({ name: '7栋', unitCount: 1 })
    const { id } = await admin.does<{ id: string }>('undoImport', { importRunId: run.id }, 'id')
    await tests.imports.ended()
    await apply(admin, await readRun(admin, id))
    expect((await places()).map(({ name }) => name)).not.toContain('7栋')
    expect(await bring(admin, file, UNITS)).toMatchObject({ rowsNew: 1 })
    expect(await places()).toContainEqual({ name: '7栋', unitCount: 1 })
  })
})

describe('a workbook that is none, or a bomb, is refused in one sentence', () => {
  it.each<[string, Buffer, string]>([
    ['bytes that only begin like one', Buffer.from('504b0304140006000800', 'hex'), 'BAD_WORKBOOK'],
    ['an archive of something else', zip({ 'a.txt': 'x' }), 'BAD_WORKBOOK'],
    [
      'a sheet of a hundred megabytes in a hundred kilobytes',
      workbook([['a']], { 'xl/worksheets/sheet1.xml': '0'.repeat(100_000_000) }),
      'WORKBOOK_TOO_LARGE',
    ],
    [
      'a document type',
      workbook([['a']], {
        'xl/sharedStrings.xml': '<!DOCTYPE s [<!ENTITY a "b">]><sst><si><t>&a;</t></si></sst>',
      }),
      'BAD_WORKBOOK',
    ],
  ])('%s', async (_, bytes, code) => {
    const here = await tests.story()
    const run = await look(here.as('CR_SUPERVISOR'), bytes, MAPPING)
    expect(run).toMatchObject({ status: 'REFUSED', refusalCode: code })
  })
})

describe('custody', () => {
  const SOURCE = `id version status name receivedFrom destroyBy destroyedAt availableActions custodian { name }
    destruction { id version status } openings { occasion staff { name } }`
  interface Source {
    readonly id: string
    readonly version: number
    readonly status: string
    readonly name: string
    readonly openings: readonly { occasion: string; staff: { name: string } }[]
    readonly destruction: { readonly id: string; readonly version: number; readonly status: string } | null
    readonly availableActions: readonly string[]
  }
  const sourcesOf = async (person: Person): Promise<readonly Source[]> => {
    const { importSources } = await person.get<{ importSources: { edges: { node: Source }[] } }>(
      `{ importSources(first: 10) { edges { node { ${SOURCE} } } } }`,
    )
    return importSources.edges.map(({ node }) => node)
  }

  it('of a file that was handed over tells who opened it, and ends when two have signed: then nobody can read it', async () => {
    const here = await tests.story()
    const keeper = here.as('CR_SUPERVISOR')
    const run = await bring(keeper, csv(HEADER, ['张伟', '13800001111'], ['赵敏', '不详']), MAPPING)
    const [source] = await sourcesOf(keeper)
    expect(source).toMatchObject({ status: 'IN_CUSTODY', availableActions: ['VERIFY'] })
    expect(source!.openings.map(({ occasion }) => occasion)).toEqual(['APPLIED', 'LOOKED', 'HANDED_OVER'])
    const step = (of: Source) => ({ importSourceId: of.id, expectedVersion: of.version })
    const verified = await keeper.does<Source>(
      'verifyImportSource',
      { ...step(source!), note: '逐户核对' },
      SOURCE,
    )
    expect(verified).toMatchObject({ status: 'VERIFIED', availableActions: ['DESTROY'] })
    const how = { method: '彻底删除', place: '机房', destroyedOn: '2026-11-30', witnesses: '王芳' }
    const begun = await keeper.does<Source>('destroyImportSource', { ...step(verified), ...how }, SOURCE)
    expect(begun).toMatchObject({ status: 'VERIFIED', destruction: { status: 'IN_SIGNING' } })
    expect(await keeper.does('destroyImportSource', { ...step(begun), ...how }, 'id')).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const { id: revisionId, version: expectedVersion } = begun.destruction!
    const approve = (person: Person) =>
      person.does('approveDocument', { revisionId, expectedVersion }, 'id status')
    await expect(approve(keeper)).rejects.toThrow('FORBIDDEN')
    expect(await approve(here.as('CS_MANAGER'))).toMatchObject({ status: 'EFFECTIVE' })
    expect((await sourcesOf(keeper))[0]).toMatchObject({ status: 'DESTROYED', availableActions: [] })
    const fetched = { url: run.refusedRowsPath!, headers: { cookie: `steward=${keeper.token}` } }
    expect((await tests.server.inject(fetched)).statusCode).toBe(404)
    const [keys] = await tests.rows(here.orgId, 'select count(*)::int as many from import_file_key')
    expect(keys).toEqual({ many: 0 })
  })

  it('of a disk is taken by who answers for the place, and seen by nobody else on site', async () => {
    const here = await tests.story()
    const site = here.as('SITE_MANAGER')
    const stated = { name: '业主名册 U 盘', receivedFrom: '开发商', medium: 'FILE', destroyBy: '2026-12-31' }
    const custodian = (person: Person) => `stf_${person.staffId.replaceAll('-', '')}`
    const taken = await site.does<Source>(
      'receiveImportSource',
      { ...stated, custodianId: custodian(site) },
      SOURCE,
    )
    expect(taken).toMatchObject({ status: 'IN_CUSTODY', custodian: { name: 'SITE_MANAGER' } })
    // Who may not even see it answers for nothing.
    const blind = { ...stated, custodianId: custodian(here.as('TECHNICIAN')) }
    expect(await site.does('receiveImportSource', blind, SOURCE)).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'custodianId' }],
    })
    const other = await here.colleague(['SITE_MANAGER'])
    expect(await sourcesOf(other)).toEqual([])
    expect(await sourcesOf(here.as('AUDITOR'))).toHaveLength(1)
    const { errors } = await here
      .as('TECHNICIAN')
      .run('{ importSources(first: 1) { edges { node { id } } } }')
    expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
  })
})
