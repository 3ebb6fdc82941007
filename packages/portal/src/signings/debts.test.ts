import { describe, expect, it } from 'vitest'
import { debtsOf } from './debts.ts'
import { urgencyOf } from './urgency.ts'

const NOW = Date.parse('2026-11-24T04:00:00Z')
const debt = (name: string, proposals: [number, number], documents: [number, number]) => {
  const of = (kind: 'COMPLAINT_PROPOSAL' | 'REGULATION', [open, overdue]: [number, number]) =>
    open > 0 ? [{ __typename: 'SigningDebtOfKind' as const, kind, open, overdue }] : []
  return {
    __typename: 'SigningDebt' as const,
    staffId: name,
    name,
    position: null,
    kinds: [...of('COMPLAINT_PROPOSAL', proposals), ...of('REGULATION', documents)],
  }
}

describe('who owes what', () => {
  const debts = [debt('甲', [5, 0], [2, 0]), debt('乙', [2, 1], [0, 0]), debt('丙', [0, 0], [9, 0])]
  const told = (only?: 'REGULATION') => debtsOf(debts, only).map((it) => [it.name, it.open, it.overdue])

  it('has whoever has most overdue first, then whoever has most, all kinds counted together', () => {
    expect(told()).toEqual([
      ['乙', 2, 1],
      ['丙', 9, 0],
      ['甲', 7, 0],
    ])
  })

  it('counts one kind alone where that is asked for, without those who owe none of it', () => {
    expect(told('REGULATION')).toEqual([
      ['丙', 9, 0],
      ['甲', 2, 0],
    ])
  })
})

describe('how urgent a signature is', () => {
  it.each([
    ['2026-11-24T04:00:00Z', 'overdue'],
    ['2026-11-24T15:59:59Z', 'today'],
    ['2026-11-24T16:00:00Z', 'later'],
    [null, 'later'],
  ])('%s: %s, by the calendar of the organization', (dueAt, urgency) => {
    expect(urgencyOf(dueAt, NOW, 'Asia/Shanghai')).toBe(urgency)
  })
})
