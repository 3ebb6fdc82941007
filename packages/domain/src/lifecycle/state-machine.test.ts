import { describe, expect, it } from 'vitest'
import { actor } from '../../test/given.ts'
import { actionsFrom, canTransition, refusal, unreachable, type Transition } from './state-machine.ts'

type State = 'REGISTERED' | 'PROPOSED' | 'APPROVED' | 'CLOSED'
type Verb = 'propose' | 'approve' | 'assign' | 'close'

const row = (
  it: Pick<Transition<State, Verb>, 'action' | 'from' | 'to'> & Partial<Transition<State, Verb>>,
) => ({
  requires: [],
  permission: `complaint:${it.action}` as const,
  accountable: 'CS_MANAGER' as const,
  ...it,
})

const TABLE: readonly Transition<State, Verb>[] = [
  row({ action: 'propose', from: ['REGISTERED'], to: 'PROPOSED' }),
  row({ action: 'assign', from: ['REGISTERED', 'PROPOSED'], to: 'SAME' }),
  row({
    action: 'approve',
    from: ['PROPOSED'],
    to: 'APPROVED',
    requires: ['actorIsNotProposer', 'amountWithinAuthority'],
  }),
  row({ action: 'close', from: ['APPROVED'], to: 'CLOSED', requires: ['trackIsFormal'] }),
  row({ action: 'close', from: ['APPROVED'], to: 'REGISTERED', requires: ['trackIsQuick'] }),
]
const manager = actor('CS_MANAGER')
const proposed = { status: 'PROPOSED', proposerId: 'somebody', authorityAmountMinor: 0 } as const

describe('canTransition', () => {
  it('follows the table and nothing else', () => {
    expect(canTransition(TABLE, 'propose', 'REGISTERED')).toBe(true)
    expect(canTransition(TABLE, 'propose', 'PROPOSED')).toBe(false)
    expect(canTransition(TABLE, 'close', 'APPROVED', 'REGISTERED')).toBe(true)
    expect(canTransition(TABLE, 'close', 'APPROVED', 'PROPOSED')).toBe(false)
  })
})

describe('actionsFrom', () => {
  it('offers what status, permission and conditions allow, each once and in the order of the table', () => {
    expect(actionsFrom(TABLE, manager, proposed)).toEqual(['assign', 'approve'])
    expect(actionsFrom(TABLE, manager, { status: 'APPROVED', track: 'QUICK' })).toEqual(['close'])
  })

  it('leaves out what a condition forbids', () => {
    expect(actionsFrom(TABLE, manager, { ...proposed, proposerId: manager.staffId })).toEqual(['assign'])
    expect(actionsFrom(TABLE, manager, { ...proposed, authorityAmountMinor: 99_999_999 })).toEqual(['assign'])
    expect(actionsFrom(TABLE, manager, { status: 'APPROVED' })).toEqual([])
  })

  it('leaves out what no role of the actor may do', () => {
    expect(actionsFrom(TABLE, actor('CS_DIRECTOR'), proposed)).toEqual(['approve'])
    expect(actionsFrom(TABLE, actor('ADMIN'), proposed)).toEqual([])
  })
})

describe('refusal', () => {
  it('says nothing where nothing is in the way', () => {
    expect(refusal(TABLE, 'approve', manager, proposed)).toBeUndefined()
    expect(refusal(TABLE, 'close', manager, { status: 'APPROVED', track: 'QUICK' })).toBeUndefined()
  })

  it('names, in this order, the permission, the status, the condition', () => {
    const wrong = { ...proposed, status: 'REGISTERED', proposerId: manager.staffId } as const
    expect(refusal(TABLE, 'approve', actor('ADMIN'), wrong)).toMatchObject({ reason: 'permission' })
    expect(refusal(TABLE, 'approve', manager, wrong)).toEqual({
      code: 'WRONG_STATUS',
      status: 'REGISTERED',
      action: 'approve',
      allowed: ['PROPOSED'],
    })
    expect(refusal(TABLE, 'approve', manager, { ...wrong, status: 'PROPOSED' })).toMatchObject({
      code: 'NOT_ELIGIBLE',
      reason: 'actorIsNotProposer',
    })
  })

  it('tells limit and amount where the amount is too high', () => {
    expect(refusal(TABLE, 'approve', manager, { ...proposed, authorityAmountMinor: 5_000_01 })).toEqual({
      code: 'LIMIT_EXCEEDED',
      limitMinor: 5_000_00,
      amountMinor: 5_000_01,
    })
  })

  it('judges the outcome that is asked for', () => {
    const record = { status: 'APPROVED', track: 'QUICK' } as const
    expect(refusal(TABLE, 'close', manager, record, 'REGISTERED')).toBeUndefined()
    expect(refusal(TABLE, 'close', manager, record, 'CLOSED')).toMatchObject({ reason: 'trackIsFormal' })
  })
})

describe('unreachable', () => {
  it('finds states that no path leads to, also those that the table does not mention', () => {
    expect(unreachable(TABLE, 'REGISTERED')).toEqual([])
    expect(unreachable(TABLE, 'APPROVED')).toEqual([])
    expect(unreachable(TABLE, 'PROPOSED', ['REGISTERED', 'PROPOSED', 'APPROVED', 'CLOSED'])).toEqual([])
    expect(unreachable(TABLE.slice(1), 'REGISTERED')).toEqual(['PROPOSED', 'APPROVED', 'CLOSED'])
    expect(unreachable<string, string>([], 'A', ['A', 'B'])).toEqual(['B'])
  })
})
