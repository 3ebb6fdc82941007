import { describe, expect, it } from 'vitest'
import { complaintNumber, numberPeriod } from './number.ts'

describe('the number of a case', () => {
  it('counts in the month that the organization’s calendar shows', () => {
    const lastSecond = new Date('2026-10-31T15:59:59.999Z')
    const midnight = new Date('2026-10-31T16:00:00.000Z')
    expect(numberPeriod(lastSecond, 'Asia/Shanghai')).toBe('2610')
    expect(numberPeriod(midnight, 'Asia/Shanghai')).toBe('2611')
    expect(numberPeriod(midnight, 'America/New_York')).toBe('2610')
    expect(numberPeriod(new Date('2026-12-31T16:00:00Z'), 'Asia/Shanghai')).toBe('2701')
    expect(numberPeriod(new Date('2005-03-01T00:00:00Z'), 'UTC')).toBe('0503')
  })

  it('has four digits, and five past 9999', () => {
    expect(complaintNumber('2611', 1)).toBe('2611-0001')
    expect(complaintNumber('2611', 42)).toBe('2611-0042')
    expect(complaintNumber('2611', 9_999)).toBe('2611-9999')
    expect(complaintNumber('2611', 10_000)).toBe('2611-10000')
  })

  it('is never made of nonsense', () => {
    for (const serial of [0, -1, 1.5, Number.NaN])
      expect(() => complaintNumber('2611', serial)).toThrow(RangeError)
    expect(() => complaintNumber('11', 1)).toThrow(RangeError)
    expect(() => numberPeriod(new Date(), 'Asia/Nowhere')).toThrow(RangeError)
    expect(() => numberPeriod(new Date(Number.NaN), 'UTC')).toThrow(RangeError)
  })
})
