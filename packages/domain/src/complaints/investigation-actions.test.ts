import { describe, expect, it } from 'vitest'
import { actor, complaint, uuid } from '../../test/given.ts'
import { after, errorOf, run } from '../../test/run.ts'

const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])

describe('investigate and recordFindings', () => {
  it('makes whoever wrote the findings the investigator', () => {
    const before = complaint({ status: 'INVESTIGATING' })
    expect(after(before, run('recordFindings', before, everybody)).investigatedById).toBe(uuid(21))
    const done = after(before, run('recordFindings', before, everybody, { findings: '阀门老化' }))
    expect(done).toMatchObject({
      findings: '阀门老化',
      investigatedById: everybody.staffId,
      status: 'INVESTIGATING',
    })
  })

  it('changes nothing that was decided upon, once it was', () => {
    const resolved = complaint({ status: 'RESOLVED', preventionNote: null })
    expect(errorOf(run('recordFindings', resolved, everybody, { faultShare: 10 }))).toMatchObject({
      code: 'INVALID_INPUT',
      fields: [{ path: 'faultShare' }],
    })
    expect(after(resolved, run('recordFindings', resolved, everybody)).preventionNote).toBe('每季检查')
  })

  it('refuses an empty record', () => {
    const before = complaint({ status: 'INVESTIGATING' })
    expect(errorOf(run('recordFindings', before, everybody, { preventionNote: ' ' }))?.code).toBe(
      'INVALID_INPUT',
    )
  })

  it('keeps the investigator from ruling, declining and dismissing', () => {
    const own = complaint({ status: 'INVESTIGATING', investigatedById: everybody.staffId })
    for (const action of ['ruleResponsibility', 'decline', 'dismiss'] as const) {
      expect(errorOf(run(action, own, everybody))).toMatchObject({ reason: 'actorIsNotInvestigator' })
    }
  })
})
