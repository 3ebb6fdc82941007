import { describe, expect, it } from 'vitest'
import { actor, complaint, NOW, option, uuid } from '../../test/given.ts'
import { after, around, errorOf, run } from '../../test/run.ts'

const everybody = actor(['GM_OFFICE', 'QUALITY', 'CR_SUPERVISOR', 'CS_MANAGER', 'GENERAL_MANAGER'])

describe('propose', () => {
  const before = complaint({ status: 'INVESTIGATING', proposalRevision: 1 })
  const ids = () => {
    let next = 70
    return () => uuid(next++)
  }

  it('puts the recommended option first and on the table', () => {
    const result = run(
      'propose',
      before,
      everybody,
      {},
      around({ newId: ids(), approvedForClientMinor: 40_00 }),
    )
    expect(result).toMatchObject({
      ok: true,
      value: {
        signs: 'PREPARED',
        options: [
          { rank: 1, kind: 'REPAIR', recommended: true, revision: 2, status: 'PROPOSED', id: uuid(70) },
          { rank: 2, kind: 'APOLOGY', recommended: false, revision: 2, status: 'PROPOSED', id: uuid(71) },
        ],
      },
    })
    expect(after(before, result)).toMatchObject({
      status: 'PROPOSED',
      proposerId: everybody.staffId,
      proposalRevision: 2,
      currentOptionId: uuid(70),
      currentOptionKind: 'REPAIR',
      amountMinor: 100_00,
      authorityAmountMinor: 140_00,
      approverId: null,
      approvedAt: null,
      offeredAt: null,
      confirmationMode: null,
    })
  })

  it('needs findings, a cause and our share of the fault', () => {
    expect(errorOf(run('propose', { ...before, findings: null }, everybody))).toMatchObject({
      reason: 'findingsAreRecorded',
    })
    expect(errorOf(run('propose', { ...before, cause: null, faultShare: null }, everybody))).toMatchObject({
      fields: [{ path: 'cause' }, { path: 'faultShare' }],
    })
    const given = { cause: 'AGENT', faultShare: 0 }
    expect(run('propose', { ...before, cause: null, faultShare: null }, everybody, given).ok).toBe(true)
  })
})

describe('approve', () => {
  const before = complaint({ status: 'PROPOSED', approverId: null, approvedAt: null })

  it('approves the option on the table and opens the way to the client', () => {
    const result = run(
      'approve',
      before,
      everybody,
      {},
      around({ options: [option(), option({ id: uuid(31) })] }),
    )
    expect(after(before, result)).toMatchObject({
      status: 'APPROVED',
      approverId: everybody.staffId,
      approvedAt: NOW,
      offeredAt: null,
      confirmationMode: null,
      contactAttempts: 0,
    })
    expect(result).toMatchObject({
      value: { signs: 'APPROVED', options: [{ id: uuid(30), status: 'APPROVED', approvedAt: NOW }] },
    })
    expect(result.ok && result.value.options).toHaveLength(1)
  })

  it('is refused to the proposer, whatever their rank', () => {
    const own = { ...before, proposerId: everybody.staffId }
    expect(errorOf(run('approve', own, everybody))).toMatchObject({ reason: 'actorIsNotProposer' })
    expect(errorOf(run('reject', own, everybody))).toMatchObject({ reason: 'actorIsNotProposer' })
  })

  it('stops at the limit to the fen, and looks at the cause', () => {
    const supervisor = actor('CR_SUPERVISOR')
    const of = (amountMinor: number, cause: 'OPERATION' | 'CLIENT') => ({
      ...before,
      cause,
      amountMinor,
      authorityAmountMinor: amountMinor,
    })
    expect(run('approve', of(500_00, 'OPERATION'), supervisor).ok).toBe(true)
    expect(errorOf(run('approve', of(500_01, 'OPERATION'), supervisor))).toEqual({
      code: 'LIMIT_EXCEEDED',
      limitMinor: 500_00,
      amountMinor: 500_01,
    })
    expect(errorOf(run('approve', of(500_00, 'CLIENT'), supervisor))).toMatchObject({ limitMinor: 200_00 })
  })

  it('counts what the client was promised since the proposal was made', () => {
    const supervisor = actor('CR_SUPERVISOR')
    const meanwhile = around({ approvedForClientMinor: 450_00 })
    expect(errorOf(run('approve', before, supervisor, {}, meanwhile))).toEqual({
      code: 'LIMIT_EXCEEDED',
      limitMinor: 500_00,
      amountMinor: 550_00,
    })
    const released = { ...before, authorityAmountMinor: 550_00 }
    expect(run('approve', released, supervisor, {}, around({ approvedForClientMinor: 400_00 })).ok).toBe(true)
    const freeOfCharge = { ...before, amountMinor: 0, authorityAmountMinor: 0 }
    expect(run('approve', freeOfCharge, supervisor, {}, meanwhile).ok).toBe(true)
  })
})

describe('reject', () => {
  it('sends the whole proposal back and clears the table', () => {
    const before = complaint({ status: 'PROPOSED' })
    const options = [option(), option({ id: uuid(31), rank: 2 }), option({ id: uuid(32), status: 'REFUSED' })]
    const result = run('reject', before, everybody, {}, around({ options }))
    expect(after(before, result)).toMatchObject({
      status: 'INVESTIGATING',
      proposerId: null,
      currentOptionId: null,
      amountMinor: null,
      authorityAmountMinor: null,
    })
    expect(result.ok && result.value.options.map((it) => [it.id, it.status, it.reason])).toEqual([
      [uuid(30), 'REJECTED', '金额无依据'],
      [uuid(31), 'REJECTED', '金额无依据'],
    ])
  })
})

describe('offer and the client’s word', () => {
  const approved = complaint({
    status: 'APPROVED',
    offeredAt: null,
    confirmationMode: null,
    contactAttempts: 0,
  })
  const offered = { ...approved, offeredAt: NOW }

  it('offers once', () => {
    const result = run(
      'offer',
      approved,
      everybody,
      {},
      around({ options: [option({ status: 'APPROVED' })] }),
    )
    expect(after(approved, result)).toMatchObject({ status: 'APPROVED', offeredAt: NOW })
    expect(result).toMatchObject({ value: { options: [{ status: 'OFFERED' }] } })
    expect(errorOf(run('offer', offered, everybody))).toMatchObject({ reason: 'optionIsNotOffered' })
  })

  it('takes the client’s word only for what was offered', () => {
    expect(errorOf(run('confirm', approved, everybody))).toMatchObject({ reason: 'optionIsOffered' })
    expect(errorOf(run('refuseOption', approved, everybody))).toMatchObject({ reason: 'optionIsOffered' })
    const result = run(
      'confirm',
      offered,
      everybody,
      {},
      around({ options: [option({ status: 'OFFERED' })] }),
    )
    expect(after(offered, result)).toMatchObject({
      status: 'CLIENT_CONFIRMED',
      confirmationMode: 'CLIENT',
      confirmedAt: NOW,
    })
    expect(result).toMatchObject({ value: { signs: 'CONFIRMED', options: [{ status: 'ACCEPTED' }] } })
  })

  it('ends anonymous and hotline cases without the client', () => {
    for (const mode of ['PUBLIC_REPLY', 'AUTHORITY_REPLY']) {
      expect(run('confirm', approved, everybody, { mode }).ok).toBe(true)
    }
  })

  it('calls a client unreachable after three logged attempts, not before', () => {
    let it_ = approved
    for (const attempts of [0, 1, 2]) {
      expect(it_.contactAttempts).toBe(attempts)
      expect(errorOf(run('confirm', it_, everybody, { mode: 'UNREACHABLE' }))).toMatchObject({
        code: 'NOT_ELIGIBLE',
        reason: 'contactAttempts',
      })
      it_ = after(it_, run('logContactAttempt', it_, everybody))
    }
    expect(run('confirm', it_, everybody, { mode: 'UNREACHABLE' }).ok).toBe(true)
  })

  it('brings the next option by rank to the table, to be approved in its turn', () => {
    const options = [
      option({ status: 'OFFERED' }),
      option({ id: uuid(32), rank: 3, kind: 'GIFT', amountMinor: 30_00 }),
      option({ id: uuid(31), rank: 2, kind: 'REFUND', amountMinor: 200_00 }),
    ]
    const context = around({ options, approvedForClientMinor: 150_00 })
    const result = run('refuseOption', offered, everybody, {}, context)
    expect(after(offered, result)).toMatchObject({
      status: 'PROPOSED',
      proposerId: offered.proposerId,
      currentOptionId: uuid(31),
      currentOptionKind: 'REFUND',
      amountMinor: 200_00,
      // 150.00 stood promised, of which 100.00 were the refused option's.
      authorityAmountMinor: 250_00,
      approvedAt: null,
      offeredAt: null,
    })
    expect(result).toMatchObject({
      value: { options: [{ id: uuid(30), status: 'REFUSED', reason: '要求更换' }] },
    })
  })

  it('goes back to investigation when no option is left', () => {
    const options = [option({ status: 'OFFERED' }), option({ id: uuid(31), rank: 2, status: 'REFUSED' })]
    const done = after(offered, run('refuseOption', offered, everybody, {}, around({ options })))
    expect(done).toMatchObject({ status: 'INVESTIGATING', currentOptionId: null, proposerId: null })
  })
})
