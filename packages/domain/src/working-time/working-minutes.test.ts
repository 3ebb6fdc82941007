import { describe, expect, it } from 'vitest'
import { text } from '../text.ts'
import type { Pause } from './account.ts'
import type { WorkingCalendar } from './calendar.ts'
import { CHINESE_HOLIDAYS } from '../../test/chinese-holidays.ts'
import { stepText } from './explanation.ts'
import { slotOf, type WorkingSlot } from './slots.ts'
import {
  addWorkingMinutes,
  endOfWorkingDay,
  isWorkingTime,
  shiftToWorkingDay,
  workingMinutesBetween,
} from './working-minutes.ts'

const slot = (from: string, to: string): WorkingSlot => slotOf(from, to)!
const weekOf = (workdays: readonly WorkingSlot[], weekend: readonly WorkingSlot[] = []) => ({
  MONDAY: workdays,
  TUESDAY: workdays,
  WEDNESDAY: workdays,
  THURSDAY: workdays,
  FRIDAY: workdays,
  SATURDAY: weekend,
  SUNDAY: weekend,
})

const OFFICE: WorkingCalendar = {
  timeZone: 'Asia/Shanghai',
  week: weekOf([slot('08:30', '12:00'), slot('13:30', '18:00')]),
  specialDays: CHINESE_HOLIDAYS,
  observesHolidays: true,
  publishedYears: [2024, 2025, 2026],
  revision: 7,
}
const NIGHT_DESK: WorkingCalendar = {
  ...OFFICE,
  week: weekOf([slot('20:00', '08:00')], [slot('20:00', '08:00')]),
  specialDays: [],
  observesHolidays: false,
  publishedYears: [],
}

/** Beijing time. */
const at = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`)
const local = (instant: Date): string =>
  new Date(instant.getTime() + 28_800_000).toISOString().slice(0, 16).replace('T', ' ')
const due = (from: string, minutes: number, calendar = OFFICE, pauses: readonly Pause[] = []) =>
  local(addWorkingMinutes(calendar, at(from), minutes, pauses).at)
const why = (from: string, minutes: number, calendar = OFFICE, pauses: readonly Pause[] = []) =>
  addWorkingMinutes(calendar, at(from), minutes, pauses).steps.map(
    (step) => stepText(step, { timeZone: calendar.timeZone, wanted: minutes }).en,
  )

describe('four working hours', () => {
  it.each([
    ['2026-11-23 08:30', '2026-11-23 13:59', 239, 'over lunch'],
    ['2026-11-23 08:30', '2026-11-23 12:00', 210, 'until lunch, not after it'],
    ['2026-11-23 17:00', '2026-11-24 11:30', 240, 'over night'],
    ['2026-11-23 21:10', '2026-11-24 14:00', 240, 'taken up after hours'],
    ['2026-11-27 17:00', '2026-11-30 11:30', 240, 'over a weekend'],
    ['2026-09-30 17:00', '2026-10-08 11:30', 240, 'over the National Day week'],
    ['2026-10-09 17:00', '2026-10-10 11:30', 240, 'into a Saturday that is worked for it'],
    ['2026-02-13 17:00', '2026-02-14 11:30', 240, 'the Saturday before Spring Festival'],
    ['2026-11-23 10:00', '2026-11-23 10:00', 0, 'none at all'],
  ])('from %s are due %s (%s minutes, %s)', (from, expected, minutes) => {
    expect(due(from, minutes)).toBe(expected)
  })

  it('are explained line by line', () => {
    expect(why('2026-09-30 17:00', 300)).toEqual([
      '2026-09-30 Wed 17:00–18:00: 60 minutes, 240 left',
      '2026-10-01 Thu – 2026-10-07: National Day (public holiday), not counted',
      '2026-10-08 Thu 08:30–12:00: 210 minutes, 30 left',
      '2026-10-08 Thu 13:30–14:00: 30 minutes, 0 left',
    ])
    expect(why('2026-10-10 07:00', 60)).toEqual([
      '2026-10-10 Sat 08:30–09:30, National Day (make-up workday): 60 minutes, 0 left',
    ])
  })

  it('do not run while the case waits for the client', () => {
    const pause = {
      from: at('2026-11-27 11:00'),
      to: at('2026-11-30 14:00'),
      reason: text('等待客户', 'client asked'),
    }
    expect(why('2026-11-27 10:00', 240, OFFICE, [pause])).toEqual([
      '2026-11-27 Fri 10:00–11:00: 60 minutes, 180 left',
      '2026-11-27 11:00 – 2026-11-30 14:00: paused (client asked), 570 minutes not counted',
      '2026-11-30 Mon 14:00–17:00: 180 minutes, 0 left',
    ])
  })

  it('are counted once where two pauses overlap', () => {
    const pauses = [
      { from: at('2026-11-23 09:30'), to: at('2026-11-23 11:00') },
      { from: at('2026-11-23 09:00'), to: at('2026-11-23 10:00') },
    ]
    expect(due('2026-11-23 08:30', 60, OFFICE, pauses)).toBe('2026-11-23 11:30')
  })

  it('leave seconds out', () => {
    const odd = new Date(at('2026-11-23 09:00').getTime() + 59_999)
    expect(local(addWorkingMinutes(OFFICE, odd, 10).at)).toBe('2026-11-23 09:10')
  })
})

describe('a year whose holidays are not published', () => {
  it('is reckoned by the week, and the answer says so', () => {
    const {
      at: due,
      assumesUnpublished,
      revision,
      steps,
    } = addWorkingMinutes(OFFICE, at('2026-12-31 17:00'), 120)
    expect([local(due), assumesUnpublished, revision]).toEqual(['2027-01-01 09:30', [2027], 7])
    expect(steps.map(({ isAssumed }) => isAssumed)).toEqual([false, true])
    expect(stepText(steps[1]!, { timeZone: 'Asia/Shanghai', wanted: 120 }).zh).toBe(
      '2027-01-01 周五 08:30–09:30：计 60 分钟，还剩 0（2027 年放假安排尚未公布）',
    )
  })

  it('is certain on a day that we have listed ourselves', () => {
    const known = { on: '2027-01-01', kind: 'CLOSED', name: text('元旦', 'New Year') } as const
    const calendar = { ...OFFICE, specialDays: [...CHINESE_HOLIDAYS, known] }
    expect(addWorkingMinutes(calendar, at('2026-12-31 17:00'), 60).assumesUnpublished).toEqual([])
    expect(due('2026-12-31 17:00', 61, calendar)).toBe('2027-01-04 08:31')
  })

  it('does not concern a desk that works through holidays', () => {
    expect(addWorkingMinutes(NIGHT_DESK, at('2030-10-01 21:00'), 60).assumesUnpublished).toEqual([])
  })
})

describe('a night desk', () => {
  it('works through midnight in one line', () => {
    expect(why('2026-11-23 23:00', 120, NIGHT_DESK)).toEqual([
      '2026-11-23 Mon 23:00–01:00 (next day): 120 minutes, 0 left',
    ])
  })

  it('ends its working day in the morning', () => {
    expect(local(endOfWorkingDay(NIGHT_DESK, at('2026-11-24 02:00')).at)).toBe('2026-11-24 08:00')
    expect(local(endOfWorkingDay(NIGHT_DESK, at('2026-11-24 08:00')).at)).toBe('2026-11-25 08:00')
  })

  it('finishes a Friday night though Saturday is closed', () => {
    const closed = { on: '2026-11-28', kind: 'CLOSED', name: text('检修', 'Maintenance') } as const
    const calendar = { ...NIGHT_DESK, specialDays: [closed] }
    expect(why('2026-11-28 07:00', 120, calendar)).toEqual([
      '2026-11-27 Fri 07:00 (next day)–08:00 (next day): 60 minutes, 60 left',
      '2026-11-28 Sat: Maintenance (closed by us), not counted',
      '2026-11-29 Sun 20:00–21:00: 60 minutes, 0 left',
    ])
  })
})

describe('the end of the working day', () => {
  it.each([
    ['2026-11-23 07:00', '2026-11-23 18:00', 'before work'],
    ['2026-11-23 12:30', '2026-11-23 18:00', 'at lunch'],
    ['2026-11-23 17:59', '2026-11-23 18:00', 'in the last minute'],
    ['2026-11-23 18:00', '2026-11-24 18:00', 'after hours'],
    ['2026-11-27 19:00', '2026-11-30 18:00', 'after hours on a Friday'],
    ['2026-10-03 10:00', '2026-10-08 18:00', 'on a holiday'],
  ])('at %s is %s: %s', (from, expected) => {
    const { at: end, steps } = endOfWorkingDay(OFFICE, at(from))
    expect(local(end)).toBe(expected)
    expect(steps.at(-1)?.to).toEqual(end)
  })
})

describe('working minutes between two instants', () => {
  it('leave nights, lunch and days off out', () => {
    const { minutes, steps } = workingMinutesBetween(OFFICE, at('2026-11-27 17:00'), at('2026-11-30 09:00'))
    expect(minutes).toBe(90)
    expect(steps.map(({ kind, total }) => [kind, total])).toEqual([
      ['WORK', 60],
      ['DAY_OFF', 60],
      ['WORK', 90],
    ])
  })

  it('are none backwards', () => {
    expect(workingMinutesBetween(OFFICE, at('2026-11-30 09:00'), at('2026-11-27 17:00')).minutes).toBe(0)
  })
})

it('working time includes its first minute and not its last', () => {
  const instants = ['08:29', '08:30', '11:59', '12:00', '13:30', '18:00'].map((time) =>
    at(`2026-11-23 ${time}`),
  )
  expect(instants.map((it) => isWorkingTime(OFFICE, it))).toEqual([false, true, true, false, true, false])
})

it('a recurring day moves to a working day as its rule says', () => {
  const moved = (['NEXT', 'PREVIOUS', 'NONE'] as const).map((rule) =>
    shiftToWorkingDay(OFFICE, '2026-10-03', rule),
  )
  expect(moved).toEqual(['2026-10-08', '2026-09-30', '2026-10-03'])
  expect(shiftToWorkingDay(OFFICE, '2026-10-10', 'NEXT')).toBe('2026-10-10')
})

describe('where clocks change', () => {
  const SHOP: WorkingCalendar = {
    ...NIGHT_DESK,
    timeZone: 'America/New_York',
    week: weekOf([slot('22:00', '06:00')], [slot('22:00', '06:00')]),
  }
  it('a night is an hour shorter in spring and longer in autumn', () => {
    const hours = (from: string, to: string) =>
      workingMinutesBetween(SHOP, new Date(from), new Date(to)).minutes / 60
    expect(hours('2026-03-07T20:00Z', '2026-03-08T20:00Z')).toBe(7)
    expect(hours('2026-03-08T20:00Z', '2026-03-09T20:00Z')).toBe(8)
    expect(hours('2026-10-31T20:00Z', '2026-11-01T20:00Z')).toBe(9)
  })

  it('an hour that clocks skip is not worked', () => {
    const calendar = { ...SHOP, week: weekOf([slot('02:00', '03:00')], [slot('02:00', '03:00')]) }
    const first = addWorkingMinutes(calendar, new Date('2026-03-08T05:00Z'), 30).at
    expect(first.toISOString()).toBe('2026-03-09T06:30:00.000Z')
  })
})

describe('what cannot be reckoned is refused by name', () => {
  const refused = (change: Partial<WorkingCalendar>) => () =>
    addWorkingMinutes({ ...OFFICE, ...change }, at('2026-11-23 09:00'), 10)

  it.each<[string, Partial<WorkingCalendar>, RegExp]>([
    [
      'an unknown zone',
      { timeZone: 'Asia/Nowhere' },
      /timeZone: There is no time zone named “Asia\/Nowhere”/,
    ],
    ['an empty week', { week: weekOf([]) }, /week: A week needs at least one slot/],
    [
      'overlapping slots',
      { week: weekOf([slot('08:00', '12:00'), slot('11:00', '13:00')]) },
      /week\.MONDAY\.1: Overlaps the slot 08:00–12:00/,
    ],
    [
      'no length',
      { week: weekOf([{ fromMinute: 480, toMinute: 480 }]) },
      /week\.MONDAY\.0: A slot must end after/,
    ],
    [
      'more than a day',
      { week: weekOf([{ fromMinute: 480, toMinute: 1921 }]) },
      /week\.MONDAY\.0: A slot lasts 24 hours/,
    ],
    [
      'a beginning beyond the day',
      { week: weekOf([{ fromMinute: 1440, toMinute: 1500 }]) },
      /week\.MONDAY\.0: A slot begins/,
    ],
    [
      'a night into the next morning',
      { week: weekOf([slot('20:00', '08:00'), slot('07:00', '09:00')]) },
      /week\.TUESDAY\.1: Overlaps the slot 20:00–08:00 \(next day\)/,
    ],
    [
      'a Sunday night into Monday',
      { week: { ...weekOf([slot('07:00', '09:00')]), SUNDAY: [slot('20:00', '08:00')] } },
      /week\.MONDAY\.0: Overlaps/,
    ],
    [
      'a day that never was',
      { specialDays: [{ on: '2026-02-30', kind: 'CLOSED', name: text('无', 'none') }] },
      /specialDays\.0\.on: Is not a day/,
    ],
    [
      'a day listed twice',
      { specialDays: [...CHINESE_HOLIDAYS, CHINESE_HOLIDAYS[0]!] },
      /specialDays\.\d+\.on: A day can be listed only once/,
    ],
    [
      'changed hours without hours',
      { specialDays: [{ on: '2026-11-23', kind: 'CHANGED', name: text('改', 'x') }] },
      /specialDays\.0\.slots: A day with changed hours needs slots/,
    ],
    [
      'a holiday with hours',
      {
        specialDays: [
          { on: '2026-11-23', kind: 'HOLIDAY', name: text('假', 'x'), slots: [slot('08:00', '09:00')] },
        ],
      },
      /specialDays\.0\.slots: A day off has no slots/,
    ],
  ])('%s', (_, change, message) => {
    expect(refused(change)).toThrow(message)
  })

  it.each([-1, 1.5, Number.NaN, Infinity])('%s minutes', (minutes) => {
    expect(() => addWorkingMinutes(OFFICE, at('2026-11-23 09:00'), minutes)).toThrow(
      /minutes: must be a whole number/,
    )
  })

  it('more time than the calendar has in twenty years', () => {
    const thin = { ...OFFICE, week: { ...weekOf([]), MONDAY: [slot('09:00', '09:01')] } }
    expect(() => addWorkingMinutes(thin, at('2026-11-23 09:00'), 5_000)).toThrow(
      /minutes: this calendar has not so much/,
    )
  })

  it('a pause that ends before it begins, and an instant that is none', () => {
    const pause = { from: at('2026-11-23 09:00'), to: at('2026-11-23 08:00') }
    expect(() => due('2026-11-23 09:00', 1, OFFICE, [pause])).toThrow(/a pause ends before it begins/)
    expect(() => addWorkingMinutes(OFFICE, new Date('never'), 1)).toThrow(/not an instant/)
  })
})
