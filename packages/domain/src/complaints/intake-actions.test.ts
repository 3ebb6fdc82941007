import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, registration, SERVICE, uuid } from '../../test/given.ts'
import { after, errorOf, run } from '../../test/run.ts'
import { COMPLAINT_INPUTS, type ComplaintInput } from './complaint-inputs.ts'
import { register } from './intake-actions.ts'

const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])
const agent = actor('SERVICE_AGENT', { departmentId: SERVICE })

const stated = (more: object = {}): ComplaintInput<'register'> =>
  COMPLAINT_INPUTS.register.parse({
    kind: 'COMPLAINT',
    channel: 'PHONE',
    severity: 3,
    contactName: '王小明',
    contactPhone: '138 1234 1234',
    summary: '卫生间漏水',
    facts: '楼上漏水三天',
    ...more,
  })

describe('register', () => {
  it('makes the whole row but for its number, with nothing decided yet', () => {
    const result = register(stated({ readBack: true }), agent, NOW, registration())
    expect(result).toMatchObject({
      ok: true,
      value: {
        from: null,
        to: 'REGISTERED',
        signs: 'RECORDED',
        patch: {
          status: 'REGISTERED',
          track: 'QUICK',
          version: 1,
          registeredById: agent.staffId,
          registeredAt: NOW,
          readBackAt: NOW,
          contactPhone: '13812341234',
          contactPhoneMasked: '138****1234',
          handlingDepartmentId: SERVICE,
          proposalRevision: 0,
          proposerId: null,
          closedAt: null,
        },
      },
    })
    const row = result.ok ? result.value.patch : undefined
    const { number: _allottedLast, ...whole } = complaint()
    expect(Object.keys(row ?? {}).toSorted()).toEqual(Object.keys(whole).toSorted())
    expect(Object.values(row ?? {})).not.toContain(undefined)
  })

  it.each([
    [1, undefined, 'FORMAL'],
    [2, undefined, 'FORMAL'],
    [3, undefined, 'QUICK'],
    [4, 'FORMAL', 'FORMAL'],
    [4, 'QUICK', 'QUICK'],
  ])('puts severity %s, asked for %s, on the %s track', (severity, track, expected) => {
    const result = register(stated({ severity, track }), agent, NOW, registration())
    expect(result).toMatchObject({ ok: true, value: { patch: { track: expected } } })
  })

  it('refuses what has not happened yet', () => {
    const tomorrow = new Date(NOW.getTime() + 86_400_000)
    const result = register(stated({ occurredAt: tomorrow }), agent, NOW, registration())
    expect(errorOf(result)).toMatchObject({ code: 'INVALID_INPUT', fields: [{ path: 'occurredAt' }] })
    expect(register(stated({ occurredAt: NOW }), agent, NOW, registration()).ok).toBe(true)
  })

  it('keeps a site manager to their territory and a key account manager to their accounts', () => {
    const site = actor('SITE_MANAGER', { projectIds: [uuid(60)] })
    const at = (projectId: string | null) =>
      registration({ place: { unitId: null, buildingId: null, projectId } })
    expect(register(stated(), site, NOW, at(uuid(60))).ok).toBe(true)
    expect(errorOf(register(stated(), site, NOW, at(uuid(61))))).toMatchObject({ reason: 'permission' })
    expect(register(stated(), site, NOW, at(null)).ok).toBe(false)

    const manager = actor('KEY_ACCOUNT_MANAGER')
    expect(register(stated(), manager, NOW, registration()).ok).toBe(false)
    const account = registration({ keyAccountManagerId: manager.staffId })
    expect(register(stated(), manager, NOW, account).ok).toBe(true)
  })
})

describe('acknowledge', () => {
  it('puts the case on the formal track, in somebody’s hands, and keeps what is not said anew', () => {
    const before = complaint({ track: 'QUICK', acknowledgedAt: null, cause: 'SUPPLIER', severity: 4 })
    const done = after(
      before,
      run('acknowledge', before, everybody, { assigneeId: uuid(27), severity: null }),
    )
    expect(done).toMatchObject({
      status: 'ACKNOWLEDGED',
      track: 'FORMAL',
      handlingDepartmentId: uuid(1),
      assigneeId: uuid(27),
      acknowledgedAt: NOW,
      cause: 'SUPPLIER',
      severity: 4,
    })
  })

  it('asks for the purpose of a complaint that has none, not of another kind', () => {
    const bare = complaint({ purpose: null })
    expect(errorOf(run('acknowledge', bare, everybody, { purpose: null }))).toMatchObject({
      fields: [{ path: 'purpose' }],
    })
    expect(run('acknowledge', { ...bare, kind: 'PRAISE' }, everybody, { purpose: null }).ok).toBe(true)
  })
})

describe('contain', () => {
  it('adds to what was done before', () => {
    const before = complaint({ containment: '已放置警示牌' })
    expect(after(before, run('contain', before, everybody)).containment).toBe('已放置警示牌\n已关闭总阀')
  })
})
