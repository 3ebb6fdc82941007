import { describe, expect, it } from 'vitest'
import {
  DEFAULT_MEMBERSHIP_POLICY,
  expiringPoints,
  membershipLevelOf,
  pointsOfPayment,
} from './membership.ts'
import { MEMBERSHIP_POLICY_INPUT } from './membership-inputs.ts'

const earned = (points: number, expiresOn: string) => ({ points, expiresOn })
const spent = (points: number) => ({ points: -points, expiresOn: null })

describe('points', () => {
  it('expire only as far as they were never spent, the oldest being spent first', () => {
    const old = earned(100, '2026-01-01')
    const fresh = earned(50, '2027-01-01')
    expect(expiringPoints([old, fresh], '2025-12-31')).toBe(0)
    expect(expiringPoints([old, fresh], '2026-01-01')).toBe(100)
    expect(expiringPoints([old, fresh, spent(30)], '2026-01-01')).toBe(70)
    expect(expiringPoints([old, fresh, spent(120)], '2026-01-01')).toBe(0)
    // Once they have expired, they do not expire again.
    expect(expiringPoints([old, fresh, spent(30), spent(70)], '2026-06-01')).toBe(0)
    // What was corrected was never there.
    expect(expiringPoints([old, earned(-100, '2026-01-01'), fresh], '2026-01-01')).toBe(0)
  })

  it('are given for whole hundreds of yuan, and lead to the highest level that they reach', () => {
    expect(pointsOfPayment({ pointsPerHundred: 2 }, 129_999)).toBe(24)
    expect([0, 299, 300, 5_000].map((it) => membershipLevelOf(DEFAULT_MEMBERSHIP_POLICY, it))).toEqual([
      1, 1, 2, 3,
    ])
  })
})

describe('rules of membership', () => {
  it('have levels that climb from nought', () => {
    const rules = { ...DEFAULT_MEMBERSHIP_POLICY, expectedVersion: 0 }
    expect(MEMBERSHIP_POLICY_INPUT.safeParse(rules).success).toBe(true)
    const flat = rules.levels.map((it) => ({ ...it, fromPoints: 5 }))
    expect(MEMBERSHIP_POLICY_INPUT.safeParse({ ...rules, levels: flat }).success).toBe(false)
  })
})
