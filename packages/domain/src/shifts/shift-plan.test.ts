import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { SHIFT_INPUTS } from './shift-inputs.ts'
import { DEFAULT_SHIFT_PLAN, shiftAfter, shiftAt, SHIFTS, daysOfWeek, type ShiftOfDay } from './shift-plan.ts'

const plans = fc
  .uniqueArray(fc.integer({ min: 0, max: 1_439 }), { minLength: 3, maxLength: 3 })
  .map((starts) => starts.toSorted((a, b) => a - b))
  .map(([earlyStart, middleStart, nightStart]) => ({
    earlyStart: earlyStart!,
    middleStart: middleStart!,
    nightStart: nightStart!,
  }))
const days = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2032-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

describe('a shift', () => {
  it('of every minute is the same, or the one that takes over from that of the minute before', () => {
    fc.assert(
      fc.property(plans, days, (plan, first) => {
        let before: ShiftOfDay | undefined
        const begun: string[] = []
        for (const on of daysOfWeek(first))
          for (let minute = 0; minute < 1_440; minute += 1) {
            const now = shiftAt(plan, { on, minute })
            if (before && (now.on !== before.on || now.shift !== before.shift)) {
              expect(now).toEqual(shiftAfter(before))
              begun.push(`${on} ${minute} ${now.shift}`)
            }
            before = now
          }
        // Three a day, each at its minute and on the day that it is named after.
        const { earlyStart, middleStart, nightStart } = plan
        const expected = daysOfWeek(first).flatMap((on) =>
          [earlyStart, middleStart, nightStart].map((minute, at) => `${on} ${minute} ${SHIFTS[at]}`),
        )
        expect(begun).toEqual(expected.slice(plan.earlyStart === 0 ? 1 : 0))
      }),
      { numRuns: 20 },
    )
  })

  it('of the night is named after the day on which it began', () => {
    expect(shiftAt(DEFAULT_SHIFT_PLAN, { on: '2027-01-01', minute: 30 })).toEqual({
      on: '2026-12-31',
      shift: 'NIGHT',
    })
    expect(shiftAfter({ on: '2026-12-31', shift: 'NIGHT' })).toEqual({ on: '2027-01-01', shift: 'EARLY' })
  })
})

describe('a week', () => {
  it('has seven days from Monday, whichever of them is asked about', () => {
    fc.assert(
      fc.property(days, (on) => {
        const week = daysOfWeek(on)
        expect(week).toContain(on)
        expect(new Date(week[0]!).getUTCDay()).toBe(1)
        for (const day of week) expect(daysOfWeek(day)).toEqual(week)
      }),
    )
  })
})

describe('a plan', () => {
  const set = (more: object) =>
    parseInput(SHIFT_INPUTS.setPlan, { ...DEFAULT_SHIFT_PLAN, expectedVersion: 0, ...more })
  it('has shifts and reminders one after the other', () => {
    expect(set({})).toMatchObject({ ok: true })
    expect(set({ reminderMinutes: [] })).toMatchObject({ ok: true })
    expect(set({ nightStart: 600 })).toMatchObject({ error: { fields: [{ path: 'middleStart' }] } })
    expect(set({ reminderMinutes: [30, 30] })).toMatchObject({
      error: { fields: [{ path: 'reminderMinutes' }] },
    })
    expect(set({ reminderMinutes: [1] })).toMatchObject({ ok: false })
  })
})
