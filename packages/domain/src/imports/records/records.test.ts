import { describe, expect, it } from 'vitest'
import { guessColumns, guessKind } from './guess-columns.ts'
import { recordMapping, type RecordMapping } from './record-mapping.ts'
import { recordReader } from './record-reader.ts'

const OPTIONS = { timeZone: 'Asia/Shanghai', now: new Date('2026-11-20T04:00:00Z') }

describe('columns are guessed by the words of others', () => {
  it.each<[string, string[], (string | null)[]]>([
    [
      'a developer’s',
      ['序号', '业主姓名*', '手机号码', '小区', '房号', '收楼日期', '备注'],
      ['sourceKey', 'name', 'phone', 'project', 'unit', 'fromOn', null],
    ],
    ['English ones', ['Owner', 'Mobile', 'E-mail', 'Room', 'Mood'], ['name', 'phone', 'email', 'unit', null]],
    [
      'names within names, each field once',
      ['业主姓名（必填）', '业主联系电话', '联系人', '联系人电话'],
      ['name', 'phone', 'contactName', 'contactPhone'],
    ],
  ])('%s', (_, header, fields) => {
    expect(guessColumns('CLIENTS', header)).toEqual(fields)
  })

  it('and what the file holds follows from them', () => {
    expect(guessKind(['项目', '楼栋', '房号', '楼层'])).toBe('UNITS')
    expect(guessKind(['业主姓名', '手机', '项目', '楼栋', '房号'])).toBe('CLIENTS')
    expect(guessKind(['a', 'b', 'c'])).toBeUndefined()
  })
})

const mapping = (columns: Record<string, string | null>, more: object = {}): RecordMapping =>
  recordMapping.parse({
    kind: 'CLIENTS',
    source: 'x',
    columns: Object.entries(columns).map(([column, field]) => ({ column, field })),
    constants: [
      { key: 'kind', value: '个人' },
      { key: 'relation', value: 'Owner' },
    ],
    ...more,
  })

describe('a row is read', () => {
  const COLUMNS = {
    姓名: 'name',
    电话: 'phone',
    证件: 'idDocumentNumber',
    日期: 'fromOn',
    份额: 'sharePercent',
    同意: 'consentPurposes',
  }
  const HEADER = Object.keys(COLUMNS)
  const read = (...cells: string[]) => {
    const reader = recordReader(mapping(COLUMNS), HEADER, OPTIONS)
    if (!reader.ok) throw new Error(reader.error.code)
    return reader.value.read(
      HEADER.map((_, at) => cells[at] ?? ''),
      2,
    )
  }

  it('with what the mapping says of all of them, days and numbers in whatever way they are written', () => {
    expect(
      read(' 王小明 ', '138 0000 1111 / 021-5555 6666', '', '2020年3月1日', '50%', '营销，客户关怀').row
        ?.values,
    ).toEqual({
      kind: 'INDIVIDUAL',
      relation: 'OWNER',
      name: '王小明',
      phone: '13800001111',
      otherPhone: '02155556666',
      fromOn: '2020-03-01',
      sharePercent: 50,
      consentPurposes: ['CARE', 'MARKETING'],
    })
    expect(read('王', '13800001111.0', '', '20200301').row?.values).toMatchObject({
      phone: '13800001111',
      fromOn: '2020-03-01',
    })
  })

  it('or refused cell by cell, and of what is about a person only as much is kept as everybody may see', () => {
    const { row, issues } = read('', '不详', '=1+1', '2020-02-30', '101', '其他')
    expect(row).toBeUndefined()
    expect(issues.map(({ column, reason, value }) => [column, reason, value])).toEqual([
      ['电话', 'NO_PHONE', '不**'],
      ['证件', 'FORMULA', '****'],
      ['日期', 'IMPOSSIBLE_DATE', '2020-02-30'],
      ['份额', 'NUMBER_OUT_OF_RANGE', '101'],
      ['同意', 'NOT_IN_LIST', '其他'],
      ['姓名', 'MISSING_VALUE', null],
    ])
  })

  it('but not at all where the columns are not those of the mapping, or a constant is none', () => {
    const refusal = (header: string[], more?: object) => {
      const reader = recordReader(mapping({ 姓名: 'name', 备注: null }, more), header, OPTIONS)
      return reader.ok ? undefined : reader.error.code
    }
    expect(refusal(['姓名'])).toBeUndefined()
    expect(refusal(['姓名', '备注', 'steward_line', 'steward_reason'])).toBeUndefined()
    expect(refusal(['名'])).toBe('COLUMNS_DO_NOT_FIT')
    expect(refusal(['姓名', '心情'])).toBe('UNKNOWN_COLUMNS')
    expect(refusal(['姓名', '姓名'])).toBe('REPEATED_COLUMNS')
    expect(
      refusal(['姓名'], {
        constants: [
          { key: 'kind', value: '个人' },
          { key: 'relation', value: '邻居' },
        ],
      }),
    ).toBe('BAD_CONSTANT')
  })
})

describe('a mapping is refused', () => {
  const told = (given: object) => {
    const parsed = recordMapping.safeParse({
      kind: 'CLIENTS',
      source: 'x',
      columns: [{ column: '姓名', field: 'name' }],
      ...given,
    })
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
  }
  it('that says nothing of what each record must state, or says a thing twice', () => {
    expect(told({})).toEqual(['columns'])
    const usual = [
      { key: 'kind', value: 'COMPANY' },
      { key: 'relation', value: 'OWNER' },
    ]
    expect(told({ constants: usual })).toEqual([])
    const columns = [
      { column: 'a', field: 'name' },
      { column: 'b', field: 'name' },
      { column: 'A', field: null },
      { column: 'c', field: 'constructor' },
    ]
    expect(told({ columns, constants: usual })).toEqual(['columns.0', 'columns.1', 'columns.2', 'columns.3'])
  })
})
