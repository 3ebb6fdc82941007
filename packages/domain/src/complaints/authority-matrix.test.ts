import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { actor } from '../../test/given.ts'
import { limitFor } from '../access/conditions.ts'
import { rolesHolding } from '../access/authorize.ts'
import { ROLES } from '../access/roles.ts'
import {
  approvalLimits,
  authorityAmount,
  DEFAULT_AUTHORITY_LIMITS,
  withinAuthority,
  type AuthorityLimit,
} from './authority-matrix.ts'
import { CAUSES } from './vocabulary.ts'

const row = fc.record({
  role: fc.constantFrom(...ROLES.slice(0, 4)),
  cause: fc.constantFrom(null, ...CAUSES),
  limitMinor: fc.nat(1_000_000),
})
/** As the table has it: one row for a role and cause. */
const matrix = fc.uniqueArray(row, { selector: (it) => `${it.role} ${it.cause}`, maxLength: 20 })

describe('the limit of an actor', () => {
  it('is, for every cause, the highest that one of their roles has: its row for the cause, else its general row, else nothing', () => {
    fc.assert(
      fc.property(matrix, fc.subarray([...ROLES]), fc.constantFrom(null, ...CAUSES), (rows, roles, cause) => {
        const find = (role: string, of: AuthorityLimit['cause']) =>
          rows.find((it) => it.role === role && it.cause === of)?.limitMinor
        const expected = roles.map((role) => find(role, cause) ?? find(role, null) ?? 0)
        const who = actor(roles, approvalLimits(rows, roles))
        expect(limitFor(who, cause)).toBe(Math.max(0, ...expected))
      }),
      { numRuns: 2_000 },
    )
  })

  it('may be lower for a cause than in general', () => {
    const manager = actor('CS_MANAGER')
    expect(limitFor(manager, 'OPERATION')).toBe(5_000_00)
    expect(limitFor(manager, 'CLIENT')).toBe(2_000_00)
    expect(limitFor(manager, null)).toBe(5_000_00)
  })
})

describe('what is measured', () => {
  it('adds what stands promised to the client, so that splitting does not help', () => {
    expect(authorityAmount(400_00, 200_00)).toBe(600_00)
    const supervisor = actor('CR_SUPERVISOR')
    expect(withinAuthority(supervisor, 'OPERATION', 300_00, 200_00)).toBe(true)
    expect(withinAuthority(supervisor, 'OPERATION', 300_00, 200_01)).toBe(false)
  })

  it('is nothing for an option of no cost, which the supervisor may always approve', () => {
    expect(authorityAmount(9_999_999, 0)).toBe(0)
    expect(withinAuthority(actor('CR_SUPERVISOR'), 'CLIENT', 9_999_999, 0)).toBe(true)
  })

  it('stays a whole number however much is added', () => {
    expect(authorityAmount(Number.MAX_SAFE_INTEGER, 1)).toBe(Number.MAX_SAFE_INTEGER)
  })
})

describe('the default matrix', () => {
  it('gives limits to those who may approve, one row for each role and cause', () => {
    const approvers = rolesHolding('complaint:approve')
    expect(new Set(DEFAULT_AUTHORITY_LIMITS.map((it) => it.role))).toEqual(new Set(approvers))
    const keys = DEFAULT_AUTHORITY_LIMITS.map((it) => `${it.role} ${it.cause}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('rises with the chain of approval, for every cause', () => {
    const chain = (['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'] as const).map((it) =>
      actor(it),
    )
    for (const cause of [null, ...CAUSES]) {
      const limits = chain.map((who) => limitFor(who, cause))
      expect(limits).toEqual(limits.toSorted((one, other) => one - other))
      expect(new Set(limits).size).toBe(limits.length)
    }
  })
})
