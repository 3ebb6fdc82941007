import { describe, expect, it } from 'vitest'
import { addDays, dayOf, instantOf, wallTime } from './zoned-time.ts'

describe('the time on the wall of the organization', () => {
  it.each([
    ['2026-11-22T09:30', 'Asia/Shanghai', '2026-11-22T01:30:00.000Z'],
    ['2026-11-22', 'Asia/Shanghai', '2026-11-21T16:00:00.000Z'],
    ['2026-07-01T12:00', 'America/New_York', '2026-07-01T16:00:00.000Z'],
    ['2026-12-01T12:00', 'America/New_York', '2026-12-01T17:00:00.000Z'],
    // The day on which the clocks go back has two offsets.
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z'],
    ['2026-11-01T12:00', 'America/New_York', '2026-11-01T17:00:00.000Z'],
  ])('%s in %s is %s, and back', (wall, zone, instant) => {
    const meant = instantOf(wall, zone)
    expect(meant?.toISOString()).toBe(instant)
    expect(wallTime(meant!, zone)).toBe(wall.length === 10 ? `${wall}T00:00` : wall)
  })

  it('knows what day it is there, and the days around it', () => {
    expect(dayOf(new Date('2026-11-21T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-11-22')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })

  it('takes nothing that is no time', () => {
    expect(instantOf('soon', 'Asia/Shanghai')).toBeUndefined()
  })
})
