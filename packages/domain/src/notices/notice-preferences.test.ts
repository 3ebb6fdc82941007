import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { DAY_MINUTES, localMoment, minuteOfDay, nextLocalMinute } from './local-time.ts'
import { NOTICE_KINDS, NOTICE_RULES } from './notice-kinds.ts'
import {
  afterQuietHours,
  CHANGE_NOTICE_PREFERENCES,
  DEFAULT_NOTICE_PREFERENCE,
  isMailAddress,
  isQuiet,
  mailDueAt,
  type NoticePreference,
} from './notice-preferences.ts'

const SHANGHAI = 'Asia/Shanghai'
/** A local time in Shanghai (UTC+8, no changes of the clocks). */
const at = (local: string) => new Date(`${local}:00+08:00`)
const minute = fc.integer({ min: 0, max: DAY_MINUTES - 1 })
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
const mine = (more: Partial<NoticePreference> = {}): NoticePreference => ({
  ...DEFAULT_NOTICE_PREFERENCE,
  mailAddress: 'li@example.com',
  ...more,
})

describe('the next time that the clock shows a minute', () => {
  it.each(['Asia/Shanghai', 'America/New_York', 'Europe/London', 'Asia/Kathmandu', 'Australia/Lord_Howe'])(
    'is what an independent calendar says, in %s',
    (zone) => {
      fc.assert(
        fc.property(instant, minute, (now, wanted) => {
          const found = nextLocalMinute(now, wanted, zone)
          expect(found.getTime()).toBeGreaterThan(now.getTime())
          const local = Temporal.Instant.fromEpochMilliseconds(found.getTime()).toZonedDateTimeISO(zone)
          // Either the clock shows it, or it was skipped that day: then it lies within the hour of the gap.
          const off = Math.abs(local.hour * 60 + local.minute - wanted)
          expect(Math.min(off, DAY_MINUTES - off)).toBeLessThanOrEqual(off === 0 ? 0 : 60)
          expect(found.getTime() - now.getTime()).toBeLessThanOrEqual(26 * 3_600_000)
        }),
        { numRuns: 300 },
      )
    },
  )

  it('is tomorrow where the minute is now', () => {
    expect(nextLocalMinute(at('2026-11-24T08:30'), 510, SHANGHAI)).toEqual(at('2026-11-25T08:30'))
  })

  it('reads midnight as the beginning of the day', () => {
    expect(minuteOfDay(at('2026-11-24T00:00'), SHANGHAI)).toBe(0)
    expect(localMoment(at('2026-11-24T00:00'), SHANGHAI)).toBe('2026-11-24 00:00')
  })
})

describe('quiet hours', () => {
  it('count minute by minute as the two ends say, over midnight too', () => {
    fc.assert(
      fc.property(minute, minute, (quietFrom, quietTo) => {
        const quiet = { quietFrom, quietTo }
        const count = Array.from({ length: DAY_MINUTES }, (_, now) => isQuiet(now, quiet)).filter(
          Boolean,
        ).length
        expect(count).toBe((quietTo - quietFrom + DAY_MINUTES) % DAY_MINUTES)
        if (quietFrom !== quietTo) {
          expect(isQuiet(quietFrom, quiet)).toBe(true)
          expect(isQuiet(quietTo, quiet)).toBe(false)
        }
      }),
    )
  })

  it.each([
    ['2026-11-24T22:10', '2026-11-25T08:00'],
    ['2026-11-24T02:10', '2026-11-24T08:00'],
    ['2026-11-24T07:59', '2026-11-24T08:00'],
    ['2026-11-24T08:00', '2026-11-24T08:00'],
    ['2026-11-24T12:00', '2026-11-24T12:00'],
    ['2026-11-24T21:00', '2026-11-25T08:00'],
  ])('from 21:00 to 08:00: what comes at %s goes out at %s', (now, due) => {
    expect(afterQuietHours(at(now), { quietFrom: 21 * 60, quietTo: 8 * 60 }, SHANGHAI)).toEqual(at(due))
  })

  it('are the local ones: the same instant is night here and day there', () => {
    const quiet = { quietFrom: 21 * 60, quietTo: 8 * 60 }
    const night = at('2026-11-24T23:00')
    expect(afterQuietHours(night, quiet, 'Europe/London')).toEqual(night)
    expect(afterQuietHours(night, quiet, SHANGHAI)).not.toEqual(night)
  })
})

describe('when a mail is due', () => {
  it('never, without an address', () => {
    for (const kind of NOTICE_KINDS)
      expect(mailDueAt(kind, mine({ mailAddress: null }), at('2026-11-24T10:00'), SHANGHAI)).toBeNull()
  })

  it('never falls into quiet hours, unless its kind breaks them; and never lies before the notice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NOTICE_KINDS),
        instant,
        fc.option(minute),
        fc.option(minute),
        fc.option(minute),
        (kind, now, quietFrom, quietTo, digestAt) => {
          const preference = mine({ quietFrom, quietTo, digestAt, mail: { [kind]: true } })
          const due = mailDueAt(kind, preference, now, SHANGHAI)
          if (due === null) throw new Error('was to be mailed')
          expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime())
          const { breaksQuietHours, mayWait } = NOTICE_RULES[kind]
          if (breaksQuietHours && !mayWait) expect(due).toEqual(now)
          else if (!breaksQuietHours) expect(isQuiet(minuteOfDay(due, SHANGHAI), preference)).toBe(false)
        },
      ),
    )
  })

  it('at once for what is urgent at night; in the morning for the rest; with the digest for what may wait', () => {
    const night = at('2026-11-24T23:00')
    expect(mailDueAt('PROMISE_BROKEN', mine(), night, SHANGHAI)).toEqual(night)
    expect(mailDueAt('CASE_ASSIGNED', mine(), night, SHANGHAI)).toEqual(at('2026-11-25T08:00'))
    const waits = mine({ mail: { CLIENT_CONFIRMED: true } })
    expect(mailDueAt('CLIENT_CONFIRMED', waits, at('2026-11-24T10:00'), SHANGHAI)).toEqual(
      at('2026-11-25T08:30'),
    )
  })

  it('follows what the person chose, but for the safety of their account', () => {
    const noon = at('2026-11-24T12:00')
    expect(mailDueAt('CASE_ASSIGNED', mine({ mail: { CASE_ASSIGNED: false } }), noon, SHANGHAI)).toBeNull()
    expect(mailDueAt('CLIENT_CONFIRMED', mine(), noon, SHANGHAI)).toBeNull()
    expect(
      mailDueAt('PASSWORD_CHANGED', mine({ mail: { PASSWORD_CHANGED: false } }), noon, SHANGHAI),
    ).toEqual(noon)
  })
})

describe('preferences as somebody states them', () => {
  const stated = (more: object = {}) =>
    parseInput(CHANGE_NOTICE_PREFERENCES, { expectedVersion: 0, locale: 'en', mail: [], ...more })
  const paths = (more: object) => {
    const parsed = stated(more)
    return parsed.ok ? [] : parsed.error.fields.map(({ path }) => path)
  }

  it('are times of day and one address', () => {
    const parsed = stated({
      mailAddress: ' li@example.com ',
      quietFrom: '21:30',
      quietTo: '07:00',
      digestAt: null,
    })
    expect(parsed.ok && parsed.value).toMatchObject({
      mailAddress: 'li@example.com',
      quietFrom: 1_290,
      quietTo: 420,
      digestAt: null,
    })
  })

  it('name the field that is wrong', () => {
    expect(paths({ quietFrom: '24:00', quietTo: '07:00' })).toEqual(['quietFrom'])
    expect(paths({ quietFrom: '21:00' })).toEqual(['quietTo'])
    expect(paths({ mailAddress: 'nobody' })).toEqual(['mailAddress'])
  })

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com, b@example.com',
    '"A" <a@example.com>',
    'a@b@example.com',
    'a@example',
    'a b@example.com',
    '@example.com',
  ])('refuse what is more or less than one address: %j', (written) => {
    expect(isMailAddress(written)).toBe(false)
  })
})
