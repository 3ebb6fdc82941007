import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { CHINESE_HOLIDAYS } from '../../test/chinese-holidays.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { WEEKDAYS } from '../working-time/local-day.ts'
import { occurrencesOf } from './occurrences.ts'
import { RECURRENCE, type Recurrence } from './recurrence.ts'
import { recurrenceInWords } from './recurrence-words.ts'

const DAY = [{ fromMinute: 540, toMinute: 1_080 }]
const CALENDAR: WorkingCalendar = {
  timeZone: 'Asia/Shanghai',
  week: {
    MONDAY: DAY,
    TUESDAY: DAY,
    WEDNESDAY: DAY,
    THURSDAY: DAY,
    FRIDAY: DAY,
    SATURDAY: [],
    SUNDAY: [],
  },
  specialDays: CHINESE_HOLIDAYS,
  observesHolidays: true,
  publishedYears: [2024, 2025, 2026],
  revision: 1,
}

const rule = (input: Partial<Recurrence> & Pick<Recurrence, 'frequency' | 'from'>) => RECURRENCE.parse(input)
const days = (of: Recurrence, until: string) =>
  occurrencesOf(of, { until, calendar: CALENDAR }).map(({ occurrenceOn }) => occurrenceOn)
const shifted = (of: Recurrence, until: string) =>
  occurrencesOf(of, { until, calendar: CALENDAR }).map((it) => `${it.occurrenceOn} → ${it.scheduledOn}`)

describe('a rule', () => {
  it('falls on the last day of shorter months, or leaves them out', () => {
    const last = rule({ frequency: 'MONTHLY', from: '2024-01-31', monthDay: 31, shift: 'NONE' })
    expect(days(last, '2024-05-31')).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
      '2024-05-31',
    ])
    expect(days({ ...last, missingDay: 'SKIP' }, '2024-05-31')).toEqual([
      '2024-01-31',
      '2024-03-31',
      '2024-05-31',
    ])
  })

  it('of 29 February comes every year, or in leap years alone', () => {
    const leap = rule({ frequency: 'YEARLY', from: '2024-02-29', monthDay: 29, shift: 'NONE' })
    expect(days(leap, '2028-12-31')).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
    expect(days({ ...leap, missingDay: 'SKIP' }, '2028-12-31')).toEqual(['2024-02-29', '2028-02-29'])
  })

  it('counts weeks from the week of its first day', () => {
    const fortnight = rule({
      frequency: 'WEEKLY',
      interval: 2,
      from: '2026-03-04',
      weekdays: ['MONDAY', 'FRIDAY'],
      shift: 'NONE',
    })
    expect(days(fortnight, '2026-03-31')).toEqual(['2026-03-06', '2026-03-16', '2026-03-20', '2026-03-30'])
  })

  it('stays a day of the weekend that is worked, and leaves a weekday that is not', () => {
    const make = (from: string, shift: Recurrence['shift']) => rule({ frequency: 'ONCE', from, shift })
    // 29 September 2024 was a Sunday worked for National Day; the week after it was off.
    expect(shifted(make('2024-09-29', 'NEXT'), '2024-12-31')).toEqual(['2024-09-29 → 2024-09-29'])
    expect(shifted(make('2024-10-02', 'NEXT'), '2024-12-31')).toEqual(['2024-10-02 → 2024-10-08'])
    expect(shifted(make('2024-10-13', 'PREVIOUS'), '2024-12-31')).toEqual(['2024-10-13 → 2024-10-12'])
    expect(shifted(make('2024-10-02', 'NONE'), '2024-12-31')).toEqual(['2024-10-02 → 2024-10-02'])
  })

  it('keeps two occurrences that are shifted onto one day', () => {
    const daily = rule({ frequency: 'DAILY', from: '2024-10-05', until: '2024-10-09' })
    expect(shifted(daily, '2024-12-31')).toEqual([
      '2024-10-05 → 2024-10-08',
      '2024-10-06 → 2024-10-08',
      '2024-10-07 → 2024-10-08',
      '2024-10-08 → 2024-10-08',
      '2024-10-09 → 2024-10-09',
    ])
  })

  it('gives the first few where only these are asked for', () => {
    const weekly = rule({ frequency: 'WEEKLY', from: '2026-01-01', weekdays: ['MONDAY'] })
    expect(occurrencesOf(weekly, { until: '2099-12-31', calendar: CALENDAR, most: 2 })).toHaveLength(2)
  })

  it('cannot be shifted where nobody ever works', () => {
    const off = Object.fromEntries(WEEKDAYS.map((day) => [day, []])) as unknown as WorkingCalendar['week']
    const calendar = { ...CALENDAR, week: off, specialDays: [] }
    expect(() =>
      occurrencesOf(rule({ frequency: 'ONCE', from: '2026-01-01' }), { until: '2026-12-31', calendar }),
    ).toThrow(RangeError)
  })

  it.each<[Parameters<typeof rule>[0], string, string]>([
    [
      { frequency: 'MONTHLY', interval: 3, from: '2026-01-01', nth: 1, weekdays: ['MONDAY'] },
      '每季度第一个周一，自 2026-01-01 起，遇休息日顺延',
      'Every quarter on the first Monday, from 2026-01-01, moved to the next working day',
    ],
    [
      { frequency: 'MONTHLY', interval: 3, from: '2026-02-01', monthDay: -1, shift: 'NONE' },
      '每3个月的最后一天，自 2026-02-01 起',
      'Every 3 months on the last day, from 2026-02-01',
    ],
    [
      {
        frequency: 'WEEKLY',
        from: '2026-02-02',
        weekdays: ['FRIDAY', 'MONDAY', 'WEDNESDAY'],
        until: '2026-06-30',
        shift: 'PREVIOUS',
      },
      '每周一、周三、周五，自 2026-02-02 起，至 2026-06-30，遇休息日提前',
      'Every week on Monday, Wednesday and Friday, from 2026-02-02, until 2026-06-30, moved to the working day before',
    ],
    [
      { frequency: 'YEARLY', from: '2026-03-01', monthDay: 31, missingDay: 'SKIP', shift: 'NONE' },
      '每年3月31日（当月没有则跳过），自 2026-03-01 起',
      'Every year in March on the 31st (left out where the month has none), from 2026-03-01',
    ],
    [{ frequency: 'ONCE', from: '2026-03-01', shift: 'NONE' }, '2026-03-01 一次', 'Once on 2026-03-01'],
    [
      { frequency: 'DAILY', interval: 10, from: '2026-03-01', shift: 'NONE' },
      '每10天，自 2026-03-01 起',
      'Every 10 days, from 2026-03-01',
    ],
  ])('is said in words: %j', (input, zh, en) => {
    expect(recurrenceInWords(rule(input))).toEqual({ zh, en })
  })
})

/** Somebody who turns the leaves of a calendar, day by day from 2023 to 2029, and asks of each whether the rule is meant. */
const FIRST = Temporal.PlainDate.from('2023-01-01')
const LEAVES = Array.from({ length: 365 * 7 + 2 }, (_, at) => FIRST.add({ days: at }))
const LAST = LEAVES.at(-1)!.toString()
const SPECIAL = new Map(CHINESE_HOLIDAYS.map(({ on, kind }) => [on, kind]))

const worked = (date: Temporal.PlainDate): boolean => {
  const kind = SPECIAL.get(date.toString())
  return kind === undefined ? date.dayOfWeek <= 5 : kind === 'MAKE_UP_WORKDAY'
}

const isMeant = (it: Recurrence, date: Temporal.PlainDate): boolean => {
  const from = Temporal.PlainDate.from(it.from)
  if (Temporal.PlainDate.compare(date, from) < 0) return false
  if (it.until !== null && date.toString() > it.until) return false
  const named = (weekday: number) => it.weekdays.includes(WEEKDAYS[weekday - 1]!)
  if (it.frequency === 'ONCE') return date.equals(from)
  if (it.frequency === 'DAILY') return from.until(date).days % it.interval === 0
  if (it.frequency === 'WEEKLY') {
    const monday = from.subtract({ days: from.dayOfWeek - 1 })
    return named(date.dayOfWeek) && Math.floor(monday.until(date).days / 7) % it.interval === 0
  }
  const months = (date.year - from.year) * 12 + date.month - from.month
  if (months % (it.interval * (it.frequency === 'YEARLY' ? 12 : 1)) !== 0) return false
  if (it.monthDay === null) {
    const fromEnd = date.daysInMonth - date.day
    const hit = it.nth === -1 ? fromEnd < 7 : Math.ceil(date.day / 7) === it.nth
    return hit && it.weekdays[0] === WEEKDAYS[date.dayOfWeek - 1]
  }
  const isLast = date.day === date.daysInMonth
  if (it.monthDay === -1) return isLast
  return date.day === it.monthDay || (isLast && it.monthDay > date.day && it.missingDay === 'LAST_DAY')
}

const shiftedBy = (date: Temporal.PlainDate, shift: Recurrence['shift']): string => {
  let at = date
  if (shift === 'NONE') return at.toString()
  while (!worked(at)) at = at.add({ days: shift === 'NEXT' ? 1 : -1 })
  return at.toString()
}

const leaf = fc.integer({ min: 0, max: LEAVES.length - 1 }).map((at) => LEAVES[at]!.toString())
const rules: fc.Arbitrary<Recurrence> = fc
  .record({
    frequency: fc.constantFrom('ONCE', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.oneof(
      { weight: 3, arbitrary: fc.integer({ min: 1, max: 6 }) },
      fc.integer({ min: 1, max: 400 }),
    ),
    from: fc.oneof(leaf, fc.constantFrom('2024-02-29', '2023-01-31', '2024-12-31', '2024-09-30')),
    until: fc.option(leaf),
    weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 7 }),
    monthDay: fc.option(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(-1, 28, 29, 30, 31))),
    nth: fc.constantFrom(1, 2, 3, 4, -1),
    missingDay: fc.constantFrom('LAST_DAY', 'SKIP'),
    shift: fc.constantFrom('NONE', 'NEXT', 'PREVIOUS'),
  })
  .map((it) => (it.frequency === 'WEEKLY' ? it : { ...it, weekdays: it.weekdays.slice(0, 1) }))
  .map((it) => RECURRENCE.safeParse(it).data)
  .filter((it) => it !== undefined)

describe('any rule, over seven years with two leap days and three years of holidays and make-up workdays', () => {
  it('comes on the days that a calendar shows leaf by leaf', () => {
    fc.assert(
      fc.property(rules, (it) => {
        const seen = LEAVES.filter((date) => isMeant(it, date)).map((date) => ({
          occurrenceOn: date.toString(),
          scheduledOn: shiftedBy(date, it.shift),
        }))
        expect(occurrencesOf(it, { until: LAST, calendar: CALENDAR })).toEqual(seen)
      }),
      { numRuns: 150 },
    )
  })

  const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  /** The same as RFC 5545 has it; the last day of shorter months by the last of the days up to the one that is missing. */
  const asRfc = (it: Recurrence): string => {
    const byMonth = it.frequency === 'YEARLY' ? `;BYMONTH=${Number(it.from.slice(5, 7))}` : ''
    const codes = it.weekdays.map((day) => CODES[WEEKDAYS.indexOf(day)])
    const upTo = Array.from({ length: Math.max(0, (it.monthDay ?? 0) - 27) }, (_, at) => 28 + at)
    const monthDay =
      it.monthDay !== null && it.monthDay > 28 && it.missingDay === 'LAST_DAY'
        ? `;BYMONTHDAY=${upTo.join(',')};BYSETPOS=-1`
        : `;BYMONTHDAY=${it.monthDay}`
    const on = it.monthDay === null ? `;BYDAY=${it.nth}${codes[0]}` : monthDay
    const parts = {
      ONCE: '',
      DAILY: '',
      WEEKLY: `;BYDAY=${codes.join(',')};WKST=MO`,
      MONTHLY: on,
      YEARLY: byMonth + on,
    }
    const last = [it.until ?? LAST, LAST].sort()[0]!.replaceAll('-', '')
    const head = `DTSTART;VALUE=DATE:${it.from.replaceAll('-', '')}\nRRULE:`
    const once = it.frequency === 'ONCE'
    return `${head}FREQ=${once ? 'DAILY;COUNT=1' : `${it.frequency};INTERVAL=${it.interval};UNTIL=${last}`}${parts[it.frequency]}`
  }

  it('comes on the days that RFC 5545 gives it, reckoned by another', () => {
    fc.assert(
      fc.property(rules, (it) => {
        const theirs = new RRuleTemporal({ rruleString: asRfc(it) }).all()
        expect(days(it, LAST)).toEqual(theirs.map((date) => date.toPlainDate().toString()))
      }),
      { numRuns: 100 },
    )
  })
})
