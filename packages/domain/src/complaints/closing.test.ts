import { describe, expect, it } from 'vitest'
import { complaint, uuid } from '../../test/given.ts'
import { CONDITIONS } from '../access/conditions.ts'
import { CLOSING_GAPS, CLOSING_PROOFS, closingGaps, REFERRAL_PROOFS } from './closing.ts'
import type { Complaint } from './complaint.ts'
import { ENDED_STATUSES, KINDS } from './vocabulary.ts'

const visited = (more: Partial<Complaint> = {}) => complaint({ status: 'FOLLOWED_UP', ...more })

describe('what is missing before a case can be closed', () => {
  it('is nothing where everything is proven', () => {
    expect(closingGaps(visited())).toEqual([])
  })

  it.each([
    ['the client’s word', { confirmationMode: null }, 'CLIENT_WORD'],
    ['the approver’s signature', { approvalOwedUntil: new Date(0) }, 'APPROVAL_SIGNATURE'],
    ['the client’s signature on the agreement', { agreementOwed: true }, 'AGREEMENT'],
    ['an order', { openTaskCount: 1 }, 'OPEN_ORDERS'],
    ['the cause', { cause: null }, 'CAUSE'],
    ['the prevention', { preventionNote: null }, 'PREVENTION'],
    ['the return visit', { followedUpById: null }, 'RETURN_VISIT'],
    ['a return visit by somebody else', { followedUpById: uuid(24) }, 'RETURN_VISIT'],
    ['what was promised', { nextDueAt: new Date(0) }, 'PROMISES'],
    ['a client who is not dissatisfied', { followUpSatisfied: false }, 'RETURN_VISIT'],
  ] as const)('is %s', (_, spoilt, gap) => {
    expect(closingGaps(visited(spoilt))).toEqual([gap])
  })

  it('accepts a return visit that reached nobody', () => {
    expect(closingGaps(visited({ followUpSatisfied: null }))).toEqual([])
  })

  it('is everything, in a fixed order, while nothing has been done', () => {
    const nothing = {
      confirmationMode: null,
      approvalOwedUntil: new Date(0),
      agreementOwed: true,
      openTaskCount: 2,
      cause: null,
      preventionNote: null,
      followedUpById: null,
      nextDueAt: new Date(0),
    }
    expect(closingGaps(complaint({ status: 'INVESTIGATING', ...nothing }))).toEqual([
      'CLIENT_WORD',
      'APPROVAL_SIGNATURE',
      'AGREEMENT',
      'OPEN_ORDERS',
      'CAUSE',
      'PREVENTION',
      'RETURN_VISIT',
      'PROMISES',
    ])
  })

  it('asks less of the quick track: the return visit is the word, and prevention is not owed', () => {
    const quick = visited({ track: 'QUICK', confirmationMode: null, preventionNote: null })
    expect(closingGaps(quick)).toEqual([])
    expect(closingGaps({ ...quick, followedUpById: null })).toEqual(['RETURN_VISIT'])
  })

  it.each(KINDS)('asks of %s a cause and a prevention only where something went wrong', (kind) => {
    const gaps = closingGaps(visited({ kind, cause: null, preventionNote: null }))
    expect(gaps).toEqual(kind === 'COMPLAINT' || kind === 'ANOMALY' ? ['CAUSE', 'PREVENTION'] : [])
  })

  it('is the answer, and what was promised, of a referred case', () => {
    expect(closingGaps(complaint({ status: 'REFERRED', referralAnsweredAt: null, cause: null }))).toEqual([
      'REFERRAL_ANSWER',
    ])
    expect(closingGaps(complaint({ status: 'REFERRED', cause: null }))).toEqual([])
    expect(closingGaps(complaint({ status: 'REFERRED', nextDueAt: new Date(0) }))).toEqual(['PROMISES'])
  })

  it.each(ENDED_STATUSES)('is nothing once the case is %s', (status) => {
    expect(closingGaps(complaint({ status, cause: null, openTaskCount: 1 }))).toEqual([])
  })

  it('has one proof for each gap, with words for it', () => {
    const proofs = [...CLOSING_PROOFS, ...REFERRAL_PROOFS]
    expect([...new Set(proofs.map((it) => it.gap))].toSorted()).toEqual([...CLOSING_GAPS].toSorted())
    for (const { condition } of proofs) expect(CONDITIONS[condition].refusal.zh).toMatch(/\p{Script=Han}/u)
  })
})
