import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instantOf, isDateFormat, parseMoment } from './moments.ts'

const FORMATS = ['ISO', 'yyyy-MM-dd HH:mm:ss', 'yyyy-MM-dd', 'M/d/yyyy', 'yyyy年M月d日', 'dd.MM.yyyy H:mm']
const SHANGHAI = { organization: 'Asia/Shanghai', file: 'America/New_York' }

const read = (cell: string, zones = SHANGHAI): string | undefined => {
  const moment = parseMoment(cell, FORMATS)
  return moment && instantOf(moment, zones).toISOString()
}

describe('a moment in a file', () => {
  it.each([
    ['2019-06-19', '2019-06-18T16:00:00.000Z', 'a day of the organization'],
    ['2024年2月29日', '2024-02-28T16:00:00.000Z', 'a leap day'],
    ['7/4/2021', '2021-07-03T16:00:00.000Z', 'single digits'],
    ['2021-07-04 10:30:00', '2021-07-04T14:30:00.000Z', 'a time of the file’s zone, in summer'],
    ['2021-12-04 10:30:00', '2021-12-04T15:30:00.000Z', 'and in winter'],
    ['04.12.2021 9:05', '2021-12-04T14:05:00.000Z', 'an hour of one digit'],
    ['2021-07-04T10:30:00+08:00', '2021-07-04T02:30:00.000Z', 'an instant'],
    ['2021-07-04 10:30:00.250Z', '2021-07-04T10:30:00.250Z', 'an instant with a space'],
  ])('%s is %s: %s', (cell, instant) => {
    expect(read(cell)).toBe(instant)
  })

  it.each([
    '2021-02-29',
    '2021-02-30',
    '2021-13-01',
    '2021-00-10',
    '0000-00-00',
    '2021-07-04 25:00:00',
    '2021-07-04 10:61:00',
    '2021-7-4',
    '20210704',
    '44381',
    '2021-07-04x',
    'yesterday',
    '2021-07-04T10:30',
  ])('%s is none', (cell) => {
    expect(read(cell)).toBeUndefined()
  })

  it('on the night when the clocks change is the hour that clocks showed', () => {
    const zones = { organization: 'America/New_York', file: 'America/New_York' }
    expect(read('2021-03-14', zones)).toBe('2021-03-14T05:00:00.000Z')
    expect(read('2021-03-15', zones)).toBe('2021-03-15T04:00:00.000Z')
    expect(read('2021-03-14 03:00:00', zones)).toBe('2021-03-14T07:00:00.000Z')
  })

  it('is the same day again when its organization reads it', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
    const zone = fc.constantFrom(
      'Asia/Shanghai',
      'America/New_York',
      'Pacific/Kiritimati',
      'America/Adak',
      'UTC',
    )
    fc.assert(
      fc.property(day, zone, (at, timeZone) => {
        const written = at.toISOString().slice(0, 10)
        const instant = new Date(read(written, { organization: timeZone, file: 'UTC' })!)
        const seen = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(instant)
        expect(seen).toBe(written)
      }),
    )
  })

  it('has formats with a year, a month and a day, each once', () => {
    expect(['yyyy-MM-dd', 'd.M.yyyy HH:mm', 'ISO'].map(isDateFormat)).toEqual([true, true, true])
    expect(['HH:mm', 'yyyy-MM', 'yyyy-MM-dd dd', ''].map(isDateFormat)).toEqual([false, false, false, false])
  })
})
