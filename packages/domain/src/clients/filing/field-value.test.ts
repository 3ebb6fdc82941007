import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CUSTOM_FIELD_TYPES, type CustomField } from './custom-field.ts'
import { withChoiceKeys } from './custom-field-inputs.ts'
import { checkFieldValue, fieldOrdinal } from './field-value.ts'

const field = (more: Partial<CustomField> = {}): CustomField => ({
  id: 'f',
  key: 'carCount',
  labelZh: '车辆数',
  labelEn: 'Cars',
  type: 'NUMBER',
  class: 'INTERNAL',
  kinds: ['HOUSEHOLD'],
  choices: [{ key: 'c1', zh: '自住', en: 'Lives there' }],
  isRequired: false,
  unit: null,
  least: null,
  most: null,
  position: 0,
  retiredAt: null,
  version: 1,
  ...more,
})
const kept = (more: Partial<CustomField>, stated: string | null) => {
  const checked = checkFieldValue(field(more), stated)
  return checked.ok ? checked.value : checked.error.message.en
}

describe('what may stand in a field', () => {
  it('is told by its type, and kept in one form', () => {
    const rows: [Partial<CustomField>, string | null, string | null][] = [
      [{ type: 'TEXT' }, '  灯\u0301 ', '灯\u0301'],
      [{ type: 'TEXT', most: '3' }, '四个汉字', '“Cars” has at most 3 characters.'],
      [{ type: 'TEXT' }, 'a\u0000b', '“Cars” holds characters that cannot be seen.'],
      [{ type: 'NUMBER' }, '007.50', '7.5'],
      [{ type: 'NUMBER' }, '1e9', '“Cars” is a number with at most four decimals.'],
      [{ type: 'NUMBER', least: '1', unit: '辆' }, '0', '“Cars” is at least 1 辆.'],
      [{ type: 'NUMBER', most: '9' }, '9.0001', '“Cars” is at most 9.'],
      [{ type: 'MONEY' }, '123456', '123456'],
      [{ type: 'MONEY' }, '12.5', '“Cars” is an amount of money.'],
      [{ type: 'MONEY', most: '1000' }, '1001', '“Cars” is at most 10.00.'],
      [{ type: 'DATE' }, '2024-02-29', '2024-02-29'],
      [{ type: 'DATE' }, '2026-02-29', '“Cars” is a day such as 2026-03-01.'],
      [{ type: 'CHOICE' }, 'c1', 'c1'],
      [{ type: 'CHOICE' }, '自住', '“Cars” is one of the list.'],
      [{ type: 'YES_NO' }, 'false', 'false'],
      [{ type: 'YES_NO' }, 'yes', '“Cars” is yes or no.'],
      [{}, ' ', null],
      [{ isRequired: true }, null, '“Cars” is required.'],
    ]
    for (const [more, stated, expected] of rows) expect(kept(more, stated)).toBe(expected)
  })

  it('is named by the field where it is wrong', () => {
    expect(checkFieldValue(field(), 'x')).toMatchObject({ ok: false, error: { path: 'values.carCount' } })
  })

  it('is kept as it is when it is kept again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CUSTOM_FIELD_TYPES), fc.string(), (type, stated) => {
        const once = checkFieldValue(field({ type }), stated)
        if (once.ok) expect(checkFieldValue(field({ type }), once.value)).toEqual(once)
      }),
    )
  })

  it('stands in the order of its type', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e8, max: 1e8 }), fc.integer({ min: -1e8, max: 1e8 }), (a, b) => {
        const [one, other] = [a / 100, b / 100].map((it) => fieldOrdinal(String(it)))
        expect(Math.sign(one! - other!)).toBe(Math.sign(a - b))
      }),
    )
    expect(fieldOrdinal('2026-03-01')! - fieldOrdinal('2026-02-28')!).toBe(1)
    expect([fieldOrdinal('false'), fieldOrdinal('true'), fieldOrdinal('c1')]).toEqual([0, 1, null])
  })
})

it('a key of a choice is given once', () => {
  const first = withChoiceKeys([
    { zh: '甲', en: 'A' },
    { zh: '乙', en: 'B' },
  ])
  expect(first.map(({ key }) => key)).toEqual(['c1', 'c2'])
  const later = withChoiceKeys(
    [
      { zh: '丙', en: 'C' },
      { key: 'c2', zh: '乙二', en: 'B2' },
      { key: 'c9', zh: '丁', en: 'D' },
    ],
    first,
  )
  expect(later.map(({ key }) => key)).toEqual(['c3', 'c2', 'c4'])
})
