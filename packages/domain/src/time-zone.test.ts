import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate, startOfDay } from './index.ts'

const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Beirut', 'Pacific/Apia', 'UTC'] as const
const DAY = 86_400_000

describe('a local day', () => {
  it('begins at midnight of its zone', () => {
    expect(startOfDay('2026-12-01', 'Asia/Shanghai').toISOString()).toBe('2026-11-30T16:00:00.000Z')
    expect(localDate(new Date('2026-11-30T15:59:59.999Z'), 'Asia/Shanghai')).toBe('2026-11-30')
    expect(localDate(new Date('2026-11-30T16:00:00.000Z'), 'Asia/Shanghai')).toBe('2026-12-01')
  })

  it('begins after the gap where the clocks skip midnight', () => {
    // Lebanon goes on from 00:00 to 01:00 on the last Sunday of March.
    expect(startOfDay('2026-03-29', 'Asia/Beirut').toISOString()).toBe('2026-03-28T22:00:00.000Z')
  })

  it('is the first instant of that day, in every zone', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 20 }), fc.constantFrom(...ZONES), (days, zone) => {
        const on = new Date(Date.UTC(2012, 0, 1) + days * DAY).toISOString().slice(0, 10)
        const begins = startOfDay(on, zone)
        expect(localDate(begins, zone)).toBe(on)
        expect(localDate(new Date(begins.getTime() - 1), zone) < on).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
