import { describe, expect, it } from 'vitest'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { dayNumber, dayText } from '../working-time/local-day.ts'
import {
  conflictsOfMove,
  forbidsMoving,
  moveRefusal,
  ownReachOf,
  PLAN_TASK_CONFLICTS,
  type MovableTask,
} from './moving-tasks.ts'
import { PLAN_TASK_MOVES_INPUT } from './plan-task-inputs.ts'

const DAY = [{ fromMinute: 540, toMinute: 1020 }]
const calendar: WorkingCalendar = {
  timeZone: 'Asia/Shanghai',
  week: { MONDAY: DAY, TUESDAY: DAY, WEDNESDAY: DAY, THURSDAY: DAY, FRIDAY: DAY, SATURDAY: [], SUNDAY: [] },
  specialDays: [],
  observesHolidays: true,
  publishedYears: [2026],
  revision: 1,
}
/** 2026-12-01 is a Tuesday. */
const task: MovableTask = {
  scheduledOn: '2026-12-01',
  dueOn: '2026-12-04',
  agreedDueOn: null,
  estimatedMinutes: 60,
  planStartsOn: '2026-01-01',
  planEndsOn: '2027-03-31',
  beforeOn: null,
  afterOn: null,
}
const leads = { calendar, today: '2026-11-30', ownReach: null, otherMinutes: 0 }
const own = { ...leads, ownReach: 5 }
const to = (scheduledOn: string, dueOn = scheduledOn) => ({ scheduledOn, dueOn })
const later = (on: string, days: number) => dayText(dayNumber(on)! + days)

describe('what stands in the way of moving a task', () => {
  it('is what it waits for and what waits for it, as these stand afterwards', () => {
    const between = { ...task, beforeOn: '2026-12-01', afterOn: '2026-12-10' }
    expect(conflictsOfMove(between, to('2026-12-10'), leads)).toEqual([])
    expect(conflictsOfMove(between, to('2026-12-11'), leads)).toEqual(['AFTER_WHAT_WAITS_FOR_IT'])
    expect(conflictsOfMove(between, to('2026-11-30'), leads)).toEqual(['BEFORE_WHAT_IT_WAITS_FOR'])
  })

  it('is the end of the plan, a day off, the past, another year and a full day', () => {
    expect(conflictsOfMove(task, to('2027-04-01'), leads)).toEqual(['OUTSIDE_PLAN', 'OTHER_YEAR'])
    expect(conflictsOfMove(task, to('2026-12-05', '2026-12-07'), leads)).toEqual(['NON_WORKING_DAY'])
    expect(conflictsOfMove(task, to('2026-11-27', '2026-12-04'), leads)).toEqual(['IN_THE_PAST'])
    const full = { ...leads, otherMinutes: 421 }
    expect(conflictsOfMove(task, to('2026-12-02', '2026-12-04'), full)).toEqual(['OVERLOADED'])
    expect(conflictsOfMove(task, to('2026-12-02', '2026-12-04'), { ...full, otherMinutes: 420 })).toEqual([])
  })

  it('is for its holder the fifth working day behind what was agreed, however often they move it', () => {
    expect(ownReachOf(calendar, '2026-12-04', 5)).toBe('2026-12-11')
    expect(conflictsOfMove(task, to('2026-12-08', '2026-12-11'), own)).toEqual([])
    expect(conflictsOfMove(task, to('2026-12-08', '2026-12-14'), own)).toEqual(['BEYOND_OWN_REACH'])
    const moved = { ...task, ...to('2026-12-08', '2026-12-11'), agreedDueOn: '2026-12-04' }
    expect(conflictsOfMove(moved, to('2026-12-09', '2026-12-14'), own)).toEqual(['BEYOND_OWN_REACH'])
    expect(conflictsOfMove(moved, to('2026-12-09', '2026-12-14'), leads)).toEqual([])
    // Back is always theirs.
    expect(conflictsOfMove(moved, to('2026-12-01', '2026-12-04'), own)).toEqual([])
  })

  it('never is a day that stays; and no holder gets past their reach or the plan by any number of moves', () => {
    let at = { ...task, planEndsOn: '2026-12-09' }
    for (let nth = 0; nth < 400; nth += 1) {
      const days = to(later(at.scheduledOn, (nth * 7) % 5), later(at.dueOn, (nth * 11) % 4))
      expect(conflictsOfMove(at, at, own)).toEqual([])
      if (days.dueOn < days.scheduledOn || conflictsOfMove(at, days, own).some(forbidsMoving)) continue
      at = { ...at, ...days, agreedDueOn: at.agreedDueOn ?? at.dueOn }
    }
    expect(at.dueOn <= '2026-12-09').toBe(true)
  })

  it('is of each task once', () => {
    const taskId = '0190a000-0000-7000-8000-000000000001'
    const whither = { taskId, ...to('2026-12-08', '2026-12-11') }
    expect(PLAN_TASK_MOVES_INPUT.safeParse({ moves: [whither] }).success).toBe(true)
    expect(PLAN_TASK_MOVES_INPUT.safeParse({ moves: [whither, whither] }).success).toBe(false)
  })

  it('forbids it, or is to be seen first', () => {
    expect(moveRefusal([], [])).toBeUndefined()
    expect(moveRefusal(['NON_WORKING_DAY'], [])).toMatchObject({ reason: 'conflictsAreKnown' })
    expect(moveRefusal(['NON_WORKING_DAY'], ['NON_WORKING_DAY'])).toBeUndefined()
    expect(moveRefusal(['OUTSIDE_PLAN'], [...PLAN_TASK_CONFLICTS])).toMatchObject({
      reason: 'taskMayBeMoved',
    })
  })
})
