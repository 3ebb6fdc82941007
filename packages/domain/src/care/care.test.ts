import { describe, expect, it } from 'vitest'
import { PERMISSIONS, POLICY, type Permission } from '../access/policy.ts'
import type { Role } from '../access/roles.ts'
import { careDue, hasPassed, isMadeFrom, yearlyDays, type CaredFor } from './care-due.ts'
import { CARE_POLICY_INPUT, DEFAULT_CARE_POLICY, ruleFor } from './care-policy.ts'

const client: CaredFor = {
  grade: null,
  contactId: 'c1',
  birthdays: [],
  stays: [],
  lastContactOn: '2026-11-01',
}
const between = { from: '2026-11-01', to: '2027-03-01' }

describe('occasions of care', () => {
  it('come once a year, on 28 February for whoever was born on the 29th', () => {
    expect(yearlyDays('02-29', '2026-01-01', '2028-12-31')).toEqual([
      '2026-02-28',
      '2027-02-28',
      '2028-02-29',
    ])
    const born = { ...client, birthdays: [{ contactId: 'c2', monthDay: '02-29' }] }
    expect(careDue(born, DEFAULT_CARE_POLICY, [], between)).toMatchObject([
      { key: 'BIRTHDAY/c2/2027-02-28', contactId: 'c2', means: 'MESSAGE', dueOn: '2027-02-28' },
    ])
  })

  it('have the means of the grade, and are due some days before', () => {
    const festivals = [{ festival: 'SPRING_FESTIVAL', on: '2027-02-05' }] as const
    const of = (grade: string | null) =>
      careDue({ ...client, grade, lastContactOn: '2027-02-28' }, DEFAULT_CARE_POLICY, festivals, between)
    expect(of('A')).toMatchObject([
      { kind: 'FESTIVAL', means: 'GIFT', occursOn: '2027-02-05', dueOn: '2027-01-29' },
    ])
    expect(of('D')).toEqual([])
    // A festival that is not announced has no day, and is not guessed.
    expect(
      careDue({ ...client, grade: 'A', lastContactOn: '2027-02-28' }, DEFAULT_CARE_POLICY, [], between),
    ).toEqual([])
  })

  it('count anniversaries from the second year, and being out of touch from the last contact', () => {
    const stays = [
      { stayId: 's1', since: '2026-12-01' },
      { stayId: 's2', since: '2020-12-10' },
    ]
    const due = careDue({ ...client, grade: 'A', stays }, DEFAULT_CARE_POLICY, [], between)
    expect(due.map(({ key }) => key)).toEqual(['ANNIVERSARY/s2/2026-12-10', 'FREQUENCY/2026-11-01'])
    expect(due[1]).toMatchObject({ occursOn: '2026-12-01', means: 'VISIT' })
    expect(
      careDue({ ...client, grade: 'A' }, DEFAULT_CARE_POLICY, [], { from: '2026-11-01', to: '2026-11-15' }),
    ).toEqual([])
    // None is made in retrospect, and what nobody saw to is over one day; silence lasts until it ends.
    const birthday = { ...due[0]!, kind: 'BIRTHDAY', occursOn: '2026-12-01', dueOn: '2026-12-01' } as const
    expect(isMadeFrom(birthday, '2026-12-02')).toBe(false)
    expect([hasPassed(birthday, '2026-12-15'), hasPassed(birthday, '2026-12-16')]).toEqual([false, true])
    expect([isMadeFrom(due[1]!, '2027-06-01'), hasPassed(due[1]!, '2027-06-01')]).toEqual([true, false])
  })

  it('go by rules that make sense, the first that fits first', () => {
    expect(ruleFor(DEFAULT_CARE_POLICY, 'BIRTHDAY', 'A')?.means).toBe('CALL')
    expect(ruleFor(DEFAULT_CARE_POLICY, 'BIRTHDAY', null)?.means).toBe('MESSAGE')
    const whole = { ...DEFAULT_CARE_POLICY, expectedVersion: 0 }
    expect(CARE_POLICY_INPUT.safeParse(whole).success).toBe(true)
    const festival = { ...whole.rules[4]!, festival: null }
    expect(CARE_POLICY_INPUT.safeParse({ ...whole, rules: [festival] }).success).toBe(false)
  })

  it('are read by nobody who may not read when a client was born', () => {
    const reach = (permission: Permission, role: Role): readonly string[] =>
      (POLICY[permission] as Partial<Record<Role, readonly string[]>>)[role] ?? []
    const own = PERMISSIONS.filter((it) => it.startsWith('careOccasion:'))
    for (const permission of own)
      for (const role of Object.keys(POLICY[permission]) as Role[])
        for (const scope of reach(permission, role))
          expect([
            ...reach('client:readParticulars', role),
            ...(reach('client:readParticulars', role).includes('any') ? [scope] : []),
          ]).toContain(scope)
  })
})
