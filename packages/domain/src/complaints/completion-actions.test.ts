import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, option, SERVICE, task, uuid } from '../../test/given.ts'
import { after, around, errorOf, run } from '../../test/run.ts'

const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])
const agent = actor('SERVICE_AGENT', { departmentId: SERVICE })

describe('dispatch', () => {
  const confirmed = complaint({ status: 'CLIENT_CONFIRMED' })

  it('gives an order and counts it', () => {
    const giver = actor('CR_SUPERVISOR', { departmentId: SERVICE })
    const result = run(
      'dispatch',
      confirmed,
      giver,
      { assigneeId: uuid(28) },
      around({ newId: () => uuid(41) }),
    )
    expect(after(confirmed, result)).toMatchObject({
      status: 'EXECUTING',
      openTaskCount: 1,
      taskAssigneeIds: [uuid(28)],
      dispatchedDepartmentIds: [uuid(2)],
    })
    expect(result).toMatchObject({
      value: {
        task: {
          id: uuid(41),
          status: 'DISPATCHED',
          departmentId: uuid(2),
          dispatchingDepartmentId: SERVICE,
          registeredById: confirmed.registeredById,
          version: 1,
        },
      },
    })
  })

  it('asks for a future date', () => {
    expect(errorOf(run('dispatch', confirmed, everybody, { dueAt: NOW }))).toMatchObject({
      fields: [{ path: 'dueAt' }],
    })
  })
})

describe('resolve', () => {
  it('waits for the last order', () => {
    const executing = complaint({ status: 'EXECUTING', openTaskCount: 1 })
    expect(errorOf(run('resolve', executing, everybody))).toMatchObject({ reason: 'noOpenTasks' })
    expect(run('resolve', { ...executing, openTaskCount: 0 }, everybody).ok).toBe(true)
  })

  it('needs no order for an apology, but for a repair', () => {
    const confirmed = complaint({ status: 'CLIENT_CONFIRMED', currentOptionKind: 'REPAIR' })
    expect(errorOf(run('resolve', confirmed, everybody))).toMatchObject({ reason: 'optionNeedsNoOrder' })
    expect(run('resolve', { ...confirmed, currentOptionKind: 'APOLOGY' }, everybody).ok).toBe(true)
  })

  it('forgets the return visit of an earlier round', () => {
    const before = complaint({ status: 'EXECUTING', followUpSatisfied: false })
    expect(after(before, run('resolve', before, everybody))).toMatchObject({
      status: 'RESOLVED',
      handlerId: everybody.staffId,
      resolvedAt: NOW,
      followedUpById: null,
      followUpSatisfied: null,
      contactAttempts: 0,
    })
  })
})

describe('followUp', () => {
  const resolved = complaint({
    status: 'RESOLVED',
    followedUpById: null,
    followUpSatisfied: null,
    followUpCount: 0,
  })

  it('is made by neither the handler nor anybody who carried out an order', () => {
    for (const own of [{ handlerId: agent.staffId }, { taskAssigneeIds: [agent.staffId] }]) {
      expect(errorOf(run('followUp', { ...resolved, ...own }, agent))).toMatchObject({
        reason: 'actorIsNotHandler',
      })
    }
    expect(after(resolved, run('followUp', resolved, agent))).toMatchObject({
      status: 'FOLLOWED_UP',
      followedUpById: agent.staffId,
      followedUpAt: NOW,
      followUpSatisfied: true,
      followUpCount: 1,
    })
  })

  it('leads a dissatisfied client of a formal case to a changed option', () => {
    const done = after(resolved, run('followUp', resolved, agent, { satisfied: false }))
    expect(done).toMatchObject({
      status: 'INVESTIGATING',
      followUpSatisfied: false,
      proposerId: null,
      approvedAt: null,
      confirmationMode: null,
    })
  })

  it('takes a dissatisfied client off the quick track', () => {
    const quick = { ...resolved, track: 'QUICK' } as const
    const done = after(quick, run('followUp', quick, agent, { satisfied: false }))
    expect(done).toMatchObject({ status: 'REGISTERED', track: 'FORMAL', resolvedAt: null })
    expect(errorOf(run('resolve', done, everybody))).toMatchObject({ reason: 'trackIsQuick' })
  })

  it('ends without an answer only after three attempts, or where nobody can be asked', () => {
    const silent = { satisfied: null }
    const tried = (contactAttempts: number, anonymous = false) => ({
      ...resolved,
      contactAttempts,
      anonymous,
    })
    expect(errorOf(run('followUp', tried(2), agent, silent))).toMatchObject({ reason: 'contactAttempts' })
    expect(run('followUp', tried(3), agent, silent).ok).toBe(true)
    expect(run('followUp', tried(0, true), agent, silent).ok).toBe(true)
  })
})

describe('close and reopen', () => {
  const visited = complaint({ status: 'FOLLOWED_UP' })

  it('closes what is proven, and names what is not', () => {
    expect(after(visited, run('close', visited, everybody))).toMatchObject({
      status: 'CLOSED',
      closedById: everybody.staffId,
      closedAt: NOW,
    })
    const bare = { ...visited, preventionNote: null }
    expect(errorOf(run('close', bare, everybody))).toMatchObject({ reason: 'preventionIsRecorded' })
  })

  it('closes a referred case when it was answered', () => {
    const referred = complaint({ status: 'REFERRED', referralAnsweredAt: null })
    expect(errorOf(run('close', referred, everybody))).toMatchObject({ reason: 'referralIsAnswered' })
    const answered = after(referred, run('answerReferral', referred, everybody))
    expect(answered).toMatchObject({ status: 'REFERRED', referralAnsweredAt: NOW })
    expect(run('close', answered, everybody).ok).toBe(true)
  })

  it.each([
    [4, 3],
    [2, 1],
    [1, 1],
  ] as const)('reopens severity %s as %s, formally, with a clean table', (severity, raised) => {
    const closed = complaint({ status: 'CLOSED', track: 'QUICK', severity, reopenCount: 1, closedAt: NOW })
    expect(after(closed, run('reopen', closed, everybody))).toMatchObject({
      status: 'INVESTIGATING',
      track: 'FORMAL',
      severity: raised,
      reopenCount: 2,
      closedAt: null,
      closedById: null,
      handlerId: null,
      followedUpById: null,
      confirmationMode: null,
      currentOptionId: null,
    })
  })
})

describe('the other ways to end', () => {
  it('releases what was promised', () => {
    const before = complaint({ status: 'APPROVED' })
    const options = [option({ status: 'OFFERED' }), option({ id: uuid(31), status: 'REFUSED' })]
    const result = run('withdraw', before, everybody, {}, around({ options }))
    expect(result.ok && result.value.options.map((it) => [it.id, it.status])).toEqual([
      [uuid(30), 'SUPERSEDED'],
    ])
    expect(after(before, result)).toMatchObject({
      status: 'WITHDRAWN',
      closeReason: '客户撤回',
      closedAt: NOW,
    })
  })

  it('does not unsay what an earlier round carried out', () => {
    const again = complaint({ status: 'INVESTIGATING', currentOptionId: null })
    const options = [option({ status: 'ACCEPTED' }), option({ id: uuid(31), rank: 2 })]
    const result = run('decline', again, everybody, {}, around({ options }))
    expect(result.ok && result.value.options.map((it) => it.id)).toEqual([uuid(31)])
  })

  it('declines with reasons and an alternative', () => {
    const before = complaint({ status: 'INVESTIGATING' })
    expect(errorOf(run('decline', before, everybody, { alternative: '' }))).toMatchObject({
      fields: [{ path: 'alternative' }],
    })
    expect(after(before, run('decline', before, everybody)).closeReason).toBe('诉求超出责任\n代为联系保险')
  })

  it('merges into another case that still stands for itself', () => {
    const before = complaint()
    expect(after(before, run('merge', before, everybody))).toMatchObject({
      status: 'MERGED',
      mergedIntoId: uuid(12),
    })
    for (const into of [
      { id: before.id, status: 'REGISTERED' },
      { id: uuid(12), status: 'MERGED' },
    ] as const) {
      expect(errorOf(run('merge', before, everybody, {}, around({ into })))).toMatchObject({
        fields: [{ path: 'intoId' }],
      })
    }
  })

  it('does not end while orders are out', () => {
    const executing = complaint({ status: 'EXECUTING', openTaskCount: 1, taskAssigneeIds: [task().id] })
    for (const action of ['withdraw', 'decline', 'dismiss', 'refer', 'merge', 'close'] as const) {
      expect(errorOf(run(action, executing, everybody))?.code).toBe('WRONG_STATUS')
    }
  })
})
