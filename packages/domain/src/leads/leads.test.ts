import { describe, expect, it } from 'vitest'
import { actor, uuid } from '../../test/given.ts'
import { unreachable } from '../lifecycle/state-machine.ts'
import type { WorkingCalendar } from '../working-time/calendar.ts'
import { endOfNthWorkingDay } from '../working-time/nth-working-day.ts'
import { leadClock, leadStep } from './lead-actions.ts'
import { LEAD_TRANSITIONS } from './lead-transitions.ts'
import { costPerClient, type Lead } from './lead.ts'
import { LEAD_ACTIONS, LEAD_STATUSES, type LeadAction, type LeadStatus } from './vocabulary.ts'

const sales = actor('SALES')
const lead = (status: LeadStatus, more: Partial<Lead> = {}): Lead =>
  ({
    status,
    openedById: uuid(7),
    assigneeId: status === 'NEW' ? null : sales.staffId,
    pooledAt: status === 'NEW' ? new Date(0) : null,
    ...more,
  }) as Lead

describe('the life of a lead', () => {
  it('leads to every state, and each verb is a row of its own permission', () => {
    expect(unreachable(LEAD_TRANSITIONS, 'NEW', LEAD_STATUSES)).toEqual([])
    expect([...new Set(LEAD_TRANSITIONS.map(({ action }) => action))].toSorted()).toEqual(
      LEAD_ACTIONS.toSorted(),
    )
    for (const { action, permission } of LEAD_TRANSITIONS) expect(permission).toBe(`lead:${action}`)
  })

  it('lets whoever has it go from step to step, and skips none', () => {
    const steps = (of: Partial<Record<LeadStatus, readonly LeadAction[]>>) =>
      LEAD_STATUSES.map((status) => [
        status,
        LEAD_ACTIONS.filter((action) => leadStep(action, sales, lead(status)).ok),
        of[status] ?? [],
      ])
    for (const [status, may, expected] of steps({
      NEW: ['claim'],
      ASSIGNED: ['amend', 'release', 'contact', 'lose'],
      CONTACTED: ['amend', 'release', 'contact', 'qualify', 'lose'],
      QUALIFIED: ['amend', 'release', 'contact', 'convert', 'lose'],
    }))
      expect([status, may]).toEqual([status, expected])
  })

  it('is nobody else’s: only supervisors reach the leads of others, and they do not call', () => {
    const theirs = lead('CONTACTED', { assigneeId: uuid(8) })
    for (const action of LEAD_ACTIONS) expect(leadStep(action, sales, theirs).ok).toBe(false)
    const leads = actor('CR_SUPERVISOR')
    expect(LEAD_ACTIONS.filter((action) => leadStep(action, leads, theirs).ok)).toEqual([
      'amend',
      'assign',
      'release',
      'lose',
    ])
  })
})

describe('the clock of a lead', () => {
  const day = [{ fromMinute: 9 * 60, toMinute: 18 * 60 }]
  const calendar: WorkingCalendar = {
    timeZone: 'Asia/Shanghai',
    week: {
      MONDAY: day,
      TUESDAY: day,
      WEDNESDAY: day,
      THURSDAY: day,
      FRIDAY: day,
      SATURDAY: [],
      SUNDAY: [],
    },
    specialDays: [],
    observesHolidays: false,
    publishedYears: [],
    revision: 1,
  }
  const shanghai = (at: string) => new Date(`${at}+08:00`)

  it('ends with a working day, counts neither the day of the touch nor the weekend', () => {
    // A Thursday, late in the evening.
    expect(endOfNthWorkingDay(calendar, shanghai('2026-11-26T23:30'), 1)).toEqual(
      shanghai('2026-11-27T18:00'),
    )
    expect(endOfNthWorkingDay(calendar, shanghai('2026-11-26T08:00'), 3)).toEqual(
      shanghai('2026-12-01T18:00'),
    )
    expect(endOfNthWorkingDay(calendar, shanghai('2026-11-28T12:00'), 1)).toEqual(
      shanghai('2026-11-30T18:00'),
    )
  })

  it('warns before it returns, unless there is no day for that', () => {
    const touched = shanghai('2026-11-23T10:00')
    expect(leadClock({ returnAfterDays: 5, warnBeforeDays: 1, claimsADay: 1 }, calendar, touched)).toEqual({
      warnsAt: shanghai('2026-11-27T18:00'),
      returnsAt: shanghai('2026-11-30T18:00'),
    })
    const without = { returnAfterDays: 1, warnBeforeDays: 0, claimsADay: 1 }
    expect(leadClock(without, calendar, touched).warnsAt).toBeNull()
  })
})

describe('the cost of a client', () => {
  it('is half up, and unknown where nothing was won or nothing is known', () => {
    expect(costPerClient(100_001, 2)).toBe(50_001)
    expect(costPerClient(0, 3)).toBe(0)
    expect(costPerClient(100, 0)).toBeNull()
    expect(costPerClient(null, 2)).toBeNull()
  })
})
