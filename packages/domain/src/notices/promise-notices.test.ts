import { describe, expect, it } from 'vitest'
import { can } from '../access/authorize.ts'
import { ROLES } from '../access/roles.ts'
import { rolesAbove, rolesAboveAll } from '../organization/superiors.ts'
import { DUE_STEPS } from '../promises/vocabulary.ts'
import { promiseNotice } from './promise-notices.ts'

describe('the line above a role', () => {
  it.each(ROLES)('of %s ends, and nobody stands above themselves', (role) => {
    const above = rolesAbove(role)
    expect(new Set([role, ...above]).size).toBe(above.length + 1)
  })

  it('of a person with several roles is that of the highest', () => {
    expect(rolesAboveAll(['SERVICE_AGENT', 'CS_MANAGER'])).toEqual(['CS_DIRECTOR', 'GENERAL_MANAGER'])
    expect(rolesAboveAll(['TECHNICIAN', 'ADMIN'])[0]).toBe('SITE_MANAGER')
  })
})

describe('a step of the clock', () => {
  it('goes one level up with each escalation, and the level below is not told again', () => {
    const first = DUE_STEPS.map((step) => promiseNotice(step, ['SERVICE_AGENT'])).map(({ chain }) => chain[0])
    expect(first).toEqual([
      undefined,
      'CR_SUPERVISOR',
      'CR_SUPERVISOR',
      'CS_MANAGER',
      'CS_DIRECTOR',
      'GENERAL_MANAGER',
    ])
  })

  it.each(DUE_STEPS)('%s names nobody in the chain who could never read the promise', (step) => {
    const { chain, also } = promiseNotice(step, ['SERVICE_AGENT'])
    const actor = { staffId: 'x', personId: 'x', organizationId: 'o', departmentId: null } as const
    const bounds = { projectIds: [], buildingIds: [], approvalLimitMinor: 0, approvalLimitMinorByCause: {} }
    for (const role of [...chain, ...also])
      expect(can({ ...actor, ...bounds, roles: [role] }, 'promise:read', {}), role).toBe(true)
  })
})
