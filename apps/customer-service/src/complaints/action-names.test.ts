import { describe, expect, it } from 'vitest'
import { actionOf, orderActions } from './action-names.ts'

describe('verbs as the server names them', () => {
  it.each([
    ['LOG_CONTACT_ATTEMPT', 'logContactAttempt'],
    ['ANSWER_REFERRAL', 'answerReferral'],
    ['CLOSE', 'close'],
  ] as const)('%s is %s', (published, action) => {
    expect(actionOf(published)).toBe(action)
  })

  it('stand in the order in which a case waits for them', () => {
    expect(orderActions('PROPOSED', ['ASSIGN', 'DECLINE', 'REJECT', 'APPROVE'])).toEqual({
      next: ['approve', 'reject'],
      others: ['assign', 'decline'],
    })
    expect(orderActions('EXECUTING', ['ASSIGN', 'DISPATCH']).next).toEqual([])
  })
})
