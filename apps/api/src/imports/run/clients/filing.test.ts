/** Tags and the organization's own fields come in with clients: as strict as on the screen, sealed where they are, and taken back with the rest. */
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

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const HEADER = ['姓名', '电话', '客户标签', '车辆数', '车位月租', '看房日期', '户型', '装修', '血型', '口味']
const FIELDS = [
  'name',
  'phone',
  'tags',
  ...['cars', 'rent', 'seenOn', 'layout', 'fitted', 'blood', 'taste'].map((it) => `custom:${it}`),
]
const mapping = (more: readonly { key: string; value: string }[] = []) => ({
  kind: 'CLIENTS',
  source: '旧会员系统',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at]! })),
  constants: [{ key: 'kind', value: '个人' }, { key: 'relation', value: '业主' }, ...more],
})

const define = (keeper: Person, key: string, labelZh: string, more: object) =>
  keeper.does<Payload>('defineCustomField', {
    key,
    labelZh,
    labelEn: key,
    kinds: ['INDIVIDUAL'],
    class: 'INTERNAL',
    ...more,
  })

/** An organization with fields of every type and class, and two tags. */
const given = async () => {
  const here = await tests.story()
  const keeper = here.as('CR_SUPERVISOR')
  await define(keeper, 'cars', '车辆数', { type: 'NUMBER', least: '0', most: '9' })
  await define(keeper, 'rent', '车位月租', { type: 'MONEY' })
  await define(keeper, 'seenOn', '看房日期', { type: 'DATE', class: 'PERSONAL' })
  await define(keeper, 'layout', '户型', {
    type: 'CHOICE',
    choices: [
      { zh: '三居', en: 'Three rooms' },
      { zh: '两居', en: 'Two rooms' },
    ],
  })
  await define(keeper, 'fitted', '装修', { type: 'YES_NO' })
  const blood = await define(keeper, 'blood', '血型', { type: 'TEXT', class: 'SENSITIVE', most: '4' })
  await define(keeper, 'taste', '口味', { type: 'TEXT', kinds: ['INDIVIDUAL', 'HOUSEHOLD'] })
  for (const [nameZh, nameEn] of [
    ['年付', 'Pays yearly'],
    ['老业主', 'Long-standing'],
  ])
    await keeper.does('defineTag', { nameZh, nameEn, tone: 'INFO', kinds: ['INDIVIDUAL'] })
  return { here, keeper, blood }
}
const look = (person: Person, rows: readonly (readonly string[])[], more?: Parameters<typeof mapping>[0]) =>
  lookedAt(tests, person, tableOf(HEADER, ...rows), mapping(more))
const bring = async (person: Person, rows: readonly (readonly string[])[], more: object = {}): Promise<Run> =>
  applied(tests, person, await look(person, rows), more)

/** `key: value` of the client of that name, and their tags. */
const filed = async ({ orgId }: Story, name: string) => {
  const [row] = await tests.rows(
    orgId,
    `select c.id,
            array(select t.name_zh from client_tag x join tag t on t.id = x.tag_id where x.client_id = c.id order by 1) as tags,
            (select jsonb_object_agg(f.key, coalesce(v.internal_value, v.personal_value, 'sealed'))
               from client_field_value v join custom_field f on f.id = v.field_id where v.client_id = c.id) as values
       from client c where c.name = '${name}'`,
  )
  return row as { id: string; tags: string[]; values: Record<string, string> | null }
}
const published = (id: string) => `cli_${id.replaceAll('-', '')}`

const ZHANG = [
  '张伟',
  '13800001111',
  '年付，Long-standing',
  '2 ',
  '1,200.50元',
  '2026/3/1',
  '三居',
  '有',
  'AB',
  '清淡',
]

describe('tags and fields of the organization', () => {
  it('come in typed, in the column of their class, what is sealed opens to whoever may and for a reason', async () => {
    const { here, keeper, blood } = await given()
    const run = await bring(keeper, [ZHANG])
    expect(reasons(run)).toEqual([])
    const zhang = await filed(here, '张伟')
    expect(zhang.tags).toEqual(['年付', '老业主'])
    expect(zhang.values).toEqual({
      cars: '2',
      rent: '120050',
      seenOn: '2026-03-01',
      layout: 'c1',
      fitted: 'true',
      blood: 'sealed',
      taste: '清淡',
    })
    const shown = await keeper.does<{ values: { key: string; value: string }[] }>(
      'revealFieldsOfClient',
      { clientId: published(zhang.id), fieldIds: [blood.id], reason: '核对会员资料' },
      'values { key value }',
    )
    expect(shown.values).toEqual([{ key: 'blood', value: 'AB' }])
    const kept = await tests.rows(
      here.orgId,
      `select before::text || array_to_string(part_ids, ',') as row from imported_row`,
    )
    expect(JSON.stringify(kept)).not.toContain('AB"')
    expect(await bring(keeper, [ZHANG])).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 1 })
  })

  it('are refused cell by cell, and of what is sealed nothing is kept in an issue', async () => {
    const { keeper } = await given()
    const rows = [
      ['张伟', '13800001111', '年费', '12', '一千', '2026-02-30', '四居', '也许', 'ABCDE', ''],
      ['李娜', '13800002222', '', '2', '', '', '', '', '', ''],
    ]
    const run = await look(keeper, rows)
    expect(run).toMatchObject({ rowsNew: 1, rowsRefused: 1 })
    expect(run.issues.edges.map(({ node: { column, reason, value } }) => [column, reason, value])).toEqual([
      ['车辆数', 'NUMBER_OUT_OF_RANGE', '12'],
      ['车位月租', 'NOT_AN_AMOUNT', '一千'],
      ['看房日期', 'IMPOSSIBLE_DATE', '2**'],
      ['户型', 'NOT_IN_LIST', '四居'],
      ['装修', 'NOT_IN_LIST', '也许'],
      ['血型', 'TOO_LONG', '****'],
    ])
    const unknown = [['张伟', '13800001111', '年费，年付', '', '', '', '', '', '', '']]
    expect(reasons(await look(keeper, unknown))).toEqual(['2 客户标签 NO_SUCH_TAG'])
    const leaving = await look(keeper, unknown, [{ key: 'unknownTags', value: 'LEAVE_OUT' }])
    expect(leaving).toMatchObject({ rowsNew: 1, rowsRefused: 0 })
    expect(reasons(leaving)).toEqual(['2 客户标签 TAG_LEFT_OUT'])
    const company = await look(keeper, [['某公司', '02155556666', '年付', '2', '', '', '', '', '', '']], [])
    expect(company.rowsRefused).toBe(0)
    const record = mapping()
    const asCompany = await lookedAt(
      tests,
      keeper,
      tableOf(HEADER, ['某公司', '02155556666', '年付', '2', '', '', '', '', '', '']),
      { ...record, constants: [{ key: 'kind', value: '单位' }, record.constants[1]!] },
    )
    expect(reasons(asCompany)).toEqual(['2 客户标签 TAG_OF_OTHER_KIND', '2 车辆数 FIELD_OF_OTHER_KIND'])
  })

  it('fill what is empty, never overwrite what was set here, and follow their own source', async () => {
    const { here, keeper } = await given()
    const opened = await here.as('CR_SPECIALIST').does<Payload>('openClient', {
      kind: 'INDIVIDUAL',
      relation: 'PROSPECT',
      name: '王芳',
      phone: '13800003333',
      explained: true,
    })
    const { customFields } = await keeper.get<{ customFields: { id: string; key: string }[] }>(
      '{ customFields { id key } }',
    )
    const idOf = (key: string) => customFields.find((it) => it.key === key)!.id
    const set = (clientId: string, key: string, value: string, expectedVersion = 0) =>
      keeper.does(
        'setFieldsOfClient',
        { clientId, values: [{ fieldId: idOf(key), value, expectedVersion }] },
        'id',
      )
    await set(opened.id, 'cars', '1')
    const row = (cars: string, taste: string) => [
      '王芳',
      '13800003333',
      '年付',
      cars,
      '',
      '',
      '',
      '',
      '',
      taste,
    ]
    const run = await bring(keeper, [row('3', '偏辣')], { duplicateChoice: 'FILL_EMPTY' })
    expect(run).toMatchObject({ status: 'DONE', rowsChanged: 1 })
    expect(await filed(here, '王芳')).toMatchObject({
      tags: ['年付'],
      values: { cars: '1', taste: '偏辣' },
    })
    // The source says otherwise now: its own word follows it, that of the house stands.
    expect(await bring(keeper, [row('4', '清淡')])).toMatchObject({ rowsChanged: 1 })
    expect(await filed(here, '王芳')).toMatchObject({ values: { cars: '1', taste: '清淡' } })
  })

  it('go with the import that brought them, and what they had replaced stands again', async () => {
    const { here, keeper } = await given()
    await bring(keeper, [ZHANG])
    const before = await filed(here, '张伟')
    const changed = ZHANG.with(3, '5').with(8, 'O').with(2, '年付')
    const second = await bring(keeper, [changed])
    expect(await filed(here, '张伟')).toMatchObject({ values: { cars: '5', blood: 'sealed' } })
    const undo = async (run: Run) => applied(tests, keeper, await undoLookedAt(tests, keeper, run))
    expect(await undo(second)).toMatchObject({ status: 'DONE', rowsChanged: 1 })
    expect(await filed(here, '张伟')).toEqual(before)
    const { customFields } = await keeper.get<{ customFields: { id: string; key: string }[] }>(
      '{ customFields { id key } }',
    )
    const shown = await keeper.does<{ values: { value: string }[] }>(
      'revealFieldsOfClient',
      {
        clientId: published(before.id),
        fieldIds: [customFields.find(({ key }) => key === 'blood')!.id],
        reason: '核对会员资料',
      },
      'values { key value }',
    )
    expect(shown.values).toMatchObject([{ value: 'AB' }])

    const third = await bring(keeper, [['李娜', '13800002222', '年付', '2', '', '', '', '', 'B', '']])
    expect(await undo(third)).toMatchObject({ status: 'DONE', rowsChanged: 1 })
    expect(await filed(here, '李娜')).toMatchObject({ tags: [], values: null })
  })

  it('are told of fields that there are', async () => {
    const { keeper } = await given()
    const { id: fileId } = await tests.upload(keeper, tableOf(HEADER, ZHANG))
    const record = mapping()
    const other = { ...record, columns: record.columns.with(3, { column: '车辆数', field: 'custom:shoes' }) }
    expect(await startImport(keeper, { fileId, record: other, dryRun: true })).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'record.columns' }],
    })
  })
})
