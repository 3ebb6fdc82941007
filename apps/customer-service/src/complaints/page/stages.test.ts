import { describe, expect, it } from 'vitest'
import { wayOf } from './stages.ts'

describe('the way of a case', () => {
  it('is short on the quick track and long on the formal one', () => {
    expect(wayOf('RESOLVED', 'QUICK', null).stages).toEqual([
      'REGISTERED',
      'RESOLVED',
      'FOLLOWED_UP',
      'CLOSED',
    ])
    expect(wayOf('PROPOSED', 'FORMAL', null).stages).toHaveLength(10)
  })

  it('ends where the case left it', () => {
    expect(wayOf('DECLINED', 'FORMAL', 'INVESTIGATING')).toEqual({
      stages: ['REGISTERED', 'ACKNOWLEDGED', 'INVESTIGATING', 'DECLINED'],
      finished: true,
    })
    expect(wayOf('WITHDRAWN', 'QUICK', 'REGISTERED').stages).toEqual(['REGISTERED', 'WITHDRAWN'])
  })

  it('goes on to the end for a referred case, which still owes an answer', () => {
    expect(wayOf('REFERRED', 'QUICK', 'ACKNOWLEDGED')).toEqual({
      stages: ['REGISTERED', 'ACKNOWLEDGED', 'REFERRED', 'CLOSED'],
      finished: false,
    })
  })

  it('is complete once closed', () => {
    expect(wayOf('CLOSED', 'FORMAL', null).finished).toBe(true)
  })
})
