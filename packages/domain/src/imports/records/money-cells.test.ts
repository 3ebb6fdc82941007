import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorOf, monthOf } from './money-cells.ts'

describe('an amount', () => {
  it('is read to the last fen, however it is written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), fc.boolean(), (minor, grouped) => {
        const [whole, cents] = [Math.floor(minor / 100), String(minor % 100).padStart(2, '0')]
        const said = grouped ? `¥ ${whole.toLocaleString('en-US')}.${cents} 元` : `${whole}.${cents}`
        expect(minorOf(said)).toBe(minor)
        // As a workbook keeps the result of a formula.
        expect(minorOf(String((minor / 100) * 3))).toBe(minor * 3)
      }),
    )
  })

  it.each(['', '12,34.5', '1,2345', '1.005', '1e3', '1.2.3', '一百', '12345678901234', '0x10', '--5', '.5'])(
    'is not %j',
    (said) => expect(minorOf(said)).toBeUndefined(),
  )
})

describe('a month', () => {
  it.each([
    '2026-11',
    '2026/11',
    '2026.11',
    '202611',
    '2026年11月',
    '２０２６年１１月',
    '2026 年 11 月份',
    '2026-11-01',
  ])('is %s', (said) => expect(monthOf(said)).toBe('2026-11'))

  it.each(['2026-13', '2026-00', '2026-11-02', '2026年第四季度', '2026-10~2026-12', '11', '1026-11', ''])(
    'is not %j',
    (said) => expect(monthOf(said)).toBeUndefined(),
  )
})
