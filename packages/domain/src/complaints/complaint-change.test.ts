import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, SERVICE, uuid } from '../../test/given.ts'
import { after, errorOf, run } from '../../test/run.ts'

const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])
const agent = actor('SERVICE_AGENT', { departmentId: SERVICE })

describe('every verb', () => {
  it('refuses a version that the person did not see, and tells who changed the case and when', () => {
    const seen = complaint({ version: 8, updatedById: uuid(26), updatedAt: NOW })
    expect(errorOf(run('acknowledge', seen, everybody, { expectedVersion: 7 }))).toEqual({
      code: 'STALE_RECORD',
      changedBy: uuid(26),
      changedAt: NOW,
      version: 8,
    })
  })

  it('moves the version on and names who did it', () => {
    const done = after(complaint(), run('acknowledge', complaint(), everybody))
    expect(done).toMatchObject({ version: 8, updatedAt: NOW, updatedById: everybody.staffId })
  })

  it('refuses whoever has no role for it, before saying anything of the status', () => {
    const refused = run('close', complaint({ status: 'REGISTERED' }), agent)
    expect(errorOf(refused)).toMatchObject({ code: 'NOT_ELIGIBLE', reason: 'permission' })
  })

  it('reaches no further than the role: an agent may resolve their own and their department’s case only', () => {
    const others = { track: 'QUICK', handlingDepartmentId: uuid(9), registeredById: uuid(20) } as const
    expect(run('resolve', complaint(others), agent).ok).toBe(false)
    expect(run('resolve', complaint({ ...others, registeredById: agent.staffId }), agent).ok).toBe(true)
    expect(run('resolve', complaint({ ...others, handlingDepartmentId: SERVICE }), agent).ok).toBe(true)
  })
})
