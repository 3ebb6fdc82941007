import { DEFAULT_AUTHORITY_LIMITS } from '@steward/domain'
import { describe, expect, it } from 'vitest'
import { approversOf, heldAt, ROLES_UPWARDS, whatIf } from './matrix.ts'

const LIMITS = DEFAULT_AUTHORITY_LIMITS

describe('the authority matrix', () => {
  it('grows upwards', () => {
    expect(ROLES_UPWARDS).toEqual(['CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'])
  })

  it('falls back to the general limit, and to nothing', () => {
    expect(heldAt(LIMITS, 'CS_MANAGER', 'CLIENT')).toBe(2_000_00)
    expect(heldAt(LIMITS, 'CS_MANAGER', 'SUPPLIER')).toBe(5_000_00)
    expect(heldAt([], 'CS_MANAGER', null)).toBe(0)
  })

  it('tells who approves an amount, the lowest first', () => {
    expect(approversOf(LIMITS, null, 500_00)[0]).toBe('CR_SUPERVISOR')
    expect(approversOf(LIMITS, null, 500_01)[0]).toBe('CS_MANAGER')
    expect(approversOf(LIMITS, 'CLIENT', 3_000_00)[0]).toBe('CS_DIRECTOR')
    expect(approversOf(LIMITS, null, 1_000_000_01)).toEqual([])
  })
})

describe('what if', () => {
  it('names the amounts that would need another approver', () => {
    expect(whatIf(LIMITS, 'CR_SUPERVISOR', 'SUPPLIER', 800_00)).toEqual({
      aboveMinor: 500_00,
      upToMinor: 800_00,
      gains: true,
      overtakes: undefined,
    })
    expect(whatIf(LIMITS, 'CS_MANAGER', null, 1_000_00)).toMatchObject({
      aboveMinor: 1_000_00,
      upToMinor: 5_000_00,
      gains: false,
    })
  })

  it('minds a superior who would be allowed less', () => {
    expect(whatIf(LIMITS, 'CS_MANAGER', 'THIRD_PARTY', 60_000_00)?.overtakes).toBe('CS_DIRECTOR')
    expect(whatIf(LIMITS, 'CR_SUPERVISOR', 'CLIENT', 2_500_00)?.overtakes).toBe('CS_MANAGER')
  })

  it('says nothing where nothing changes, and takes a limit back to the general one', () => {
    expect(whatIf(LIMITS, 'CS_MANAGER', 'SUPPLIER', 5_000_00)).toBeUndefined()
    expect(whatIf(LIMITS, 'CS_MANAGER', 'CLIENT', null)).toMatchObject({
      aboveMinor: 2_000_00,
      upToMinor: 5_000_00,
      gains: true,
    })
  })
})
