import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_CARE_POLICY } from './care-policy.ts'
import { hoursIn, mayContact, type Approached, type ContactQuestion } from './contact-rules.ts'

const timeZone = 'Asia/Shanghai'
const asked = (at: string, more: Partial<ContactQuestion> = {}): ContactQuestion => ({
  purpose: 'CARE',
  approach: 'PHONE',
  now: new Date(`${at}+08:00`),
  timeZone,
  ...more,
})
const anybody: Approached = {
  closed: false,
  doNotContact: false,
  consented: true,
  preferredHours: null,
  unsolicited: [],
}
const rules = DEFAULT_CARE_POLICY
const at = (instant: Date | null) =>
  instant && new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

describe('whom we may turn to of our own accord', () => {
  it('is nobody who is asleep, does not want it, never agreed, or was called this week; and it says when it is possible', () => {
    const ask = (when: string, who: Partial<Approached> = {}, more: Partial<ContactQuestion> = {}) => {
      const { reasons, nextAt } = mayContact(asked(when, more), { ...anybody, ...who }, rules)
      return [...reasons, at(nextAt)]
    }
    expect(ask('2026-11-30T10:00:00')).toEqual([null])
    expect(ask('2026-11-30T22:30:00')).toEqual(['QUIET_HOURS', '2026-12-01T08:00'])
    expect(ask('2026-12-01T07:59:00')).toEqual(['QUIET_HOURS', '2026-12-01T08:00'])
    // A card wakes nobody.
    expect(ask('2026-11-30T22:30:00', {}, { approach: 'POST' })).toEqual([null])
    const evening = { preferredHours: '工作日晚上 18:30-20:00' }
    expect(ask('2026-11-30T10:00:00', evening)).toEqual(['PREFERRED_HOURS', '2026-11-30T18:30'])
    expect(ask('2026-11-30T20:00:00', evening)).toEqual(['PREFERRED_HOURS', '2026-12-01T18:30'])
    const called = { unsolicited: [{ at: new Date('2026-11-27T15:00:00+08:00') }] }
    expect(ask('2026-11-30T10:00:00', called)).toEqual(['CAP_REACHED', '2026-12-04T15:00'])
    expect(ask('2026-12-04T15:00:00', called)).toEqual([null])
    expect(ask('2026-11-30T23:00:00', { ...called, ...evening })).toEqual([
      'QUIET_HOURS',
      'PREFERRED_HOURS',
      'CAP_REACHED',
      '2026-12-04T18:30',
    ])
    // Waiting does not help.
    for (const [who, why] of [
      [{ closed: true }, 'ARCHIVE_CLOSED'],
      [{ doNotContact: true }, 'DO_NOT_CONTACT'],
      [{ consented: false }, 'NO_CONSENT'],
    ] as const)
      expect(ask('2026-11-30T10:00:00', who)).toEqual([why, null])
  })

  it('is never refused for what a client asked for, whatever else there is', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true }),
        fc.boolean(),
        fc.boolean(),
        (now, closed, doNotContact) => {
          const who = { ...anybody, closed, doNotContact, consented: false }
          expect(
            mayContact({ purpose: 'SERVICE', approach: 'PHONE', now, timeZone }, who, rules).allowed,
          ).toBe(true)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('is possible at the time that was named', () => {
    const minute = fc.integer({ min: 0, max: 1439 })
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60 * 24 * 400 }),
        minute,
        minute,
        fc.array(fc.integer({ min: 1, max: 60 * 24 * 12 }), { maxLength: 4 }),
        fc.constantFrom(null, '9:00-11:30', '晚上 19:00—21：30', '随时'),
        fc.integer({ min: 1, max: 3 }),
        (minutes, quietFrom, quietTo, ago, preferredHours, capContacts) => {
          const now = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000)
          const held = { quietFrom, quietTo, capContacts, capDays: 7 }
          const who = {
            ...anybody,
            preferredHours,
            unsolicited: ago.map((it) => ({ at: new Date(now.getTime() - it * 60_000) })),
          }
          const question = { purpose: 'CARE', approach: 'PHONE', now, timeZone } as const
          const { allowed, nextAt } = mayContact(question, who, held)
          if (allowed) expect(nextAt).toBeNull()
          if (nextAt === null) return
          expect(nextAt.getTime()).toBeGreaterThan(now.getTime())
          expect(mayContact({ ...question, now: nextAt }, who, held).allowed).toBe(true)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is bound by hours that are written as hours', () => {
    expect(hoursIn('9:00-11:30，下午不行')).toEqual({ from: 540, to: 690 })
    expect(['上午', null, '11:30-9:00', '9:75-10:00', '20:00-25:00'].map(hoursIn)).toEqual(
      Array.from({ length: 5 }),
    )
  })
})
