import type { SigningInBriefFragment } from '@steward/graphql-client'
import { describe, expect, it } from 'vitest'
import { debtsOf, NOBODY } from './debts.ts'
import { urgencyOf } from './urgency.ts'

const NOW = Date.parse('2026-11-24T04:00:00Z')
const person = (name: string) => ({
  __typename: 'AwaitedSigner' as const,
  staffId: name,
  name,
  position: null,
})
const signing = (id: string, since: string, dueAt: string | null, ...names: string[]) =>
  ({
    id,
    openedAt: since,
    awaitedSince: since,
    dueAt,
    awaits: names.map(person),
  }) as unknown as SigningInBriefFragment

describe('who owes what', () => {
  it('has what nobody can sign first, then whoever has most overdue; each with the overdue on top, the oldest first', () => {
    const late = '2026-11-24T03:00:00Z'
    const debts = debtsOf(
      [
        signing('new', '2026-11-23T00:00:00Z', null, '甲', '乙'),
        signing('late', '2026-11-22T00:00:00Z', late, '乙'),
        signing('old', '2026-11-20T00:00:00Z', '2026-11-30T00:00:00Z', '甲', '乙'),
        signing('stuck', '2026-11-21T00:00:00Z', null),
      ],
      NOW,
    )
    expect(
      debts.map(({ staffId, overdue, signings }) => [staffId, overdue, signings.map(({ id }) => id)]),
    ).toEqual([
      [NOBODY, 0, ['stuck']],
      ['乙', 1, ['late', 'old', 'new']],
      ['甲', 0, ['old', 'new']],
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
