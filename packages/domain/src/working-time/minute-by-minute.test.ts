import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it, vi } from 'vitest'
import { CHINESE_HOLIDAYS } from '../../test/chinese-holidays.ts'
import { text } from '../text.ts'
import type { Pause } from './account.ts'
import { calendarErrors, type SpecialDay, type WorkingCalendar } from './calendar.ts'
import { WEEKDAYS } from './local-day.ts'
import type { WorkingSlot, WorkingWeek } from './slots.ts'
import {
  addWorkingMinutes,
  endOfWorkingDay,
  isWorkingTime,
  workingMinutesBetween,
} from './working-minutes.ts'

/**
 * The reckoning against somebody who looks at the clock on the wall every minute of three years and makes a stroke whenever
 * it shows working time. That clock is Temporal's; nothing of the module under test is used.
 */

// One look at three years takes a while on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const FIRST = Date.UTC(2023, 11, 31) / 60_000
const LAST = Date.UTC(2027, 0, 2) / 60_000
interface Wall {
  readonly days: readonly { readonly on: string; readonly weekday: number }[]
  /** By minute: which of the days, and the minute that the clock shows. */
  readonly day: Int16Array
  readonly minute: Int16Array
}

const MINUTES = LAST - FIRST
const instantOf = (minute: number) => Temporal.Instant.fromEpochMilliseconds((FIRST + minute) * 60_000)

const wallOf = (timeZone: string): Wall => {
  const wall = { day: new Int16Array(MINUTES), minute: new Int16Array(MINUTES) }
  let seen = instantOf(0).toZonedDateTimeISO(timeZone)
  const first = seen.toPlainDate()
  for (let at = 0; at < MINUTES;) {
    const change = seen.getTimeZoneTransition('next')
    const until = change ? Math.min(MINUTES, change.epochMilliseconds / 60_000 - FIRST) : MINUTES
    let day = first.until(seen.toPlainDate()).days
    for (let minute = seen.hour * 60 + seen.minute; at < until; at++, minute++) {
      if (minute === 1440) {
        minute = 0
        day += 1
      }
      wall.day[at] = day
      wall.minute[at] = minute
    }
    seen = instantOf(at).toZonedDateTimeISO(timeZone)
  }
  const days = Array.from({ length: wall.day.at(-1)! + 1 }, (_, day) => {
    const date = first.add({ days: day })
    return { on: date.toString(), weekday: date.dayOfWeek - 1 }
  })
  return { days, ...wall }
}

/** Which of the 48 hours that begin with a day are working time by its slots. */
const shown = (slots: readonly WorkingSlot[]): Uint8Array => {
  const minutes = new Uint8Array(2880)
  for (const { fromMinute, toMinute } of slots) minutes.fill(1, fromMinute, toMinute)
  return minutes
}

/** Strokes made until each minute. */
const strokes = (wall: Wall, calendar: WorkingCalendar, pauses: readonly Pause[]): Int32Array => {
  const weekly = WEEKDAYS.map((weekday) => shown(calendar.week[weekday]))
  const firstWorked = shown(WEEKDAYS.map((it) => calendar.week[it]).find((slots) => slots.length > 0)!)
  const special = new Map(calendar.specialDays.map((it) => [it.on, it]))
  const shows = wall.days.map(({ on, weekday }) => {
    const found = special.get(on)
    if (!found) return weekly[weekday]!
    if (found.kind === 'HOLIDAY' || found.kind === 'CLOSED') return shown([])
    return found.slots?.length ? shown(found.slots) : firstWorked
  })
  const stands = new Uint8Array(MINUTES)
  for (const { from, to } of pauses) {
    const [begin, end] = [from, to].map((it) => Math.floor(it.getTime() / 60_000) - FIRST)
    stands.fill(1, Math.max(0, begin!), Math.max(0, end!))
  }
  const count = new Int32Array(MINUTES + 1)
  for (let at = 0; at < MINUTES; at++) {
    const [day, minute] = [wall.day[at]!, wall.minute[at]!]
    const works = !stands[at] && (shows[day]![minute] || shows[day - 1]?.[minute + 1440])
    count[at + 1] = count[at]! + (works ? 1 : 0)
  }
  return count
}

/** Up to three slots between one seam and the same time of the next day, so that a week may hold nights as well. */
const slotsAfter = (seam: number): fc.Arbitrary<readonly WorkingSlot[]> =>
  fc.uniqueArray(fc.integer({ min: seam, max: seam + 1440 }), { maxLength: 6 }).map((cuts) => {
    const sorted = cuts.sort((one, other) => one - other)
    return sorted.flatMap((fromMinute, index) => {
      const toMinute = sorted[index + 1]
      return index % 2 === 0 && toMinute !== undefined && fromMinute < 1440 ? [{ fromMinute, toMinute }] : []
    })
  })

const weeks = fc.integer({ min: 0, max: 720 }).chain((seam) => {
  const slots = slotsAfter(seam)
  const week: Record<keyof WorkingWeek, typeof slots> = {
    MONDAY: slots,
    TUESDAY: slots,
    WEDNESDAY: slots,
    THURSDAY: slots,
    FRIDAY: slots,
    SATURDAY: slots,
    SUNDAY: slots,
  }
  return fc.record(week)
})

const NAME = text('自定', 'Of our own')
const dates = fc
  .integer({ min: FIRST, max: LAST - 1 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(0, 10))

const ownDay: fc.Arbitrary<SpecialDay> = fc.oneof(
  fc.record({ on: dates, kind: fc.constant('CLOSED'), name: fc.constant(NAME) }),
  fc.record({ on: dates, kind: fc.constant('MAKE_UP_WORKDAY'), name: fc.constant(NAME) }),
  fc.record({
    on: dates,
    kind: fc.constantFrom('CHANGED', 'MAKE_UP_WORKDAY'),
    name: fc.constant(NAME),
    slots: slotsAfter(0).filter((slots) => slots.length > 0),
  }),
)

const calendars = (timeZone: string): fc.Arbitrary<WorkingCalendar> =>
  fc
    .record({ week: weeks, own: fc.array(ownDay, { maxLength: 30 }) })
    .map(({ week, own }) => {
      const days = new Map([...CHINESE_HOLIDAYS, ...own].map((day) => [day.on, day]))
      const years = { observesHolidays: true, publishedYears: [2024, 2025, 2026], revision: 1 }
      return { timeZone, week, specialDays: [...days.values()], ...years }
    })
    .filter((calendar) => calendarErrors(calendar).length === 0)

const instants = fc.integer({ min: FIRST + 1440, max: LAST - 1440 })
const pauses: fc.Arbitrary<readonly Pause[]> = fc.array(
  fc
    .tuple(instants, fc.oneof(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 60_000 })))
    .map(([from, length]) => ({ from: dateOf(from), to: dateOf(from + length) })),
  { maxLength: 12 },
)
const dateOf = (minute: number): Date => new Date(minute * 60_000)

describe.each([
  ['Asia/Shanghai', 'no change of clocks'],
  ['America/New_York', 'an hour, at two in the night'],
  ['America/Havana', 'an hour, at midnight'],
  ['Australia/Lord_Howe', 'half an hour'],
])('three years in %s (%s), minute by minute', (timeZone) => {
  const wall = wallOf(timeZone)

  it('hold as many working minutes between two instants, in lines that add up', () => {
    fc.assert(
      fc.property(calendars(timeZone), pauses, instants, instants, (calendar, paused, one, other) => {
        const count = strokes(wall, calendar, paused)
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        const { minutes, steps } = workingMinutesBetween(calendar, dateOf(from), dateOf(to), paused)
        expect(minutes).toBe(count[to - FIRST]! - count[from - FIRST]!)
        const work = steps.filter(({ kind }) => kind === 'WORK')
        expect(work.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
        expect(steps.at(-1)?.total ?? 0).toBe(minutes)
      }),
      { numRuns: 15 },
    )
  })

  it('are due at the first minute at which so many strokes are made', () => {
    fc.assert(
      fc.property(
        calendars(timeZone),
        pauses,
        instants,
        fc.integer({ min: 1, max: 1_000 }),
        (calendar, paused, from, share) => {
          const count = strokes(wall, calendar, paused)
          const begin = count[from - FIRST]!
          const minutes = Math.ceil(((count[LAST - 1440 - FIRST]! - begin) * share) / 1_000)
          fc.pre(minutes > 0)
          const { at, steps } = addWorkingMinutes(calendar, dateOf(from), minutes, paused)
          expect(at.getTime() / 60_000 - FIRST).toBe(count.indexOf(begin + minutes))
          const wrong = steps.filter(({ kind, from, to, minutes }) => {
            const [first, last] = [from, to].map((it) => it.getTime() / 60_000 - FIRST)
            return count[last!]! - count[first!]! !== (kind === 'WORK' ? minutes : 0)
          })
          expect(wrong).toEqual([])
        },
      ),
      { numRuns: 15 },
    )
  })

  it('show working time at the same minutes, and end a working day at its last', () => {
    fc.assert(
      fc.property(calendars(timeZone), fc.array(instants, { maxLength: 50 }), (calendar, minutes) => {
        const count = strokes(wall, calendar, [])
        const works = (minute: number) => count[minute + 1 - FIRST]! > count[minute - FIRST]!
        for (const minute of minutes) {
          expect(isWorkingTime(calendar, dateOf(minute))).toBe(works(minute))
          const end = endOfWorkingDay(calendar, dateOf(minute)).at.getTime() / 60_000
          if (end >= LAST) continue
          expect(end).toBeGreaterThan(minute)
          expect(works(end - 1)).toBe(true)
        }
      }),
      { numRuns: 8 },
    )
  })
})
