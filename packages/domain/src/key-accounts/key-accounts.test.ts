import { describe, expect, it } from 'vitest'
import { dossierDifference } from './dossier.ts'
import { keyAccountYears, topFifth } from './figures.ts'
import { accountAfter, monthsAfter } from './key-account.ts'
import { opinionFigure } from './opinion.ts'

describe('figures of key accounts', () => {
  it('count who was listed in a year, and of these who left us in it', () => {
    const times = [
      { since: '2024-03-01', releasedOn: null, releaseReason: null },
      { since: '2024-05-01', releasedOn: '2025-02-01', releaseReason: 'LOST' },
      { since: '2025-01-10', releasedOn: '2025-12-31', releaseReason: 'NO_LONGER' },
    ] as const
    const moves = [
      { on: '2025-06-01', from: 'GENERAL', to: 'KEY' },
      { on: '2026-06-01', from: 'KEY', to: 'GENERAL' },
    ] as const
    expect(keyAccountYears(times, moves, '2026-11-30')).toEqual([
      { year: 2024, accounts: 2, lost: 0, churnBasisPoints: 0, movedUp: 0, movedDown: 0 },
      { year: 2025, accounts: 3, lost: 1, churnBasisPoints: 3_333, movedUp: 1, movedDown: 0 },
      { year: 2026, accounts: 1, lost: 0, churnBasisPoints: 0, movedUp: 0, movedDown: 1 },
    ])
    expect(keyAccountYears([], [], '2026-11-30')).toEqual([])
  })

  it('take the largest fifth, one at least, of the revenue of all', () => {
    expect(topFifth([10, 70, 5, 5, 10])).toEqual({
      accounts: 5,
      top: 1,
      revenueMinor: 100,
      topMinor: 70,
      shareBasisPoints: 7_000,
    })
    expect(topFifth([30, 10])).toMatchObject({ top: 1, shareBasisPoints: 7_500 })
    expect(topFifth([])).toMatchObject({ top: 0, shareBasisPoints: null })
    expect(topFifth([0, 0])).toMatchObject({ top: 1, shareBasisPoints: null })
  })
})

describe('an account', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 12, '2027-11-30'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months is %s', (on, months, after) => {
    expect(monthsAfter(on, months)).toBe(after)
  })

  it('becomes what the committee has accepted', () => {
    const policy = { testMonths: 12 }
    const asked = { level: 'BRANCH', tier: 'KEY', releaseReason: null } as const
    expect(accountAfter({ ...asked, kind: 'LIST' }, policy, '2026-11-30')).toEqual({
      level: 'BRANCH',
      tier: 'KEY',
      since: '2026-11-30',
      nextTestOn: '2027-11-30',
      dossierDueOn: '2026-12-30',
    })
    expect(accountAfter({ ...asked, kind: 'RETEST' }, policy, '2026-11-30')).not.toHaveProperty('since')
    const release = { ...asked, kind: 'RELEASE', tier: null, releaseReason: 'LOST' } as const
    expect(accountAfter(release, policy, '2026-11-30')).toEqual({
      releasedOn: '2026-11-30',
      releaseReason: 'LOST',
    })
  })
})

describe('a dossier', () => {
  it('differs in heads and in the map of competition as a whole', () => {
    const rival = { name: '恒泰物业', shareBasisPoints: 4_000, strengths: null, weaknesses: null }
    const before = { credit: 'AA', tendering: null, rivals: [rival] }
    expect(dossierDifference(before, { ...before, tendering: undefined })).toEqual([])
    expect(
      dossierDifference(before, { credit: 'A', rivals: [{ ...rival, shareBasisPoints: 3_000 }] }),
    ).toEqual(['credit', 'competition'])
    expect(dossierDifference(undefined, before)).toEqual([])
  })
})

describe('opinions', () => {
  it('are no figure for whom they are about until five have answered', () => {
    const four = ['VERY_SATISFIED', 'SATISFIED', 'NEITHER', 'VERY_DISSATISFIED'] as const
    expect(opinionFigure(four, true)).toEqual({ answers: 4, meanHundredths: 450, isHeldBack: false })
    expect(opinionFigure(four, false)).toEqual({ answers: 4, meanHundredths: null, isHeldBack: true })
    expect(opinionFigure([...four, 'SATISFIED'], false)).toMatchObject({
      meanHundredths: 480,
      isHeldBack: false,
    })
    expect(opinionFigure([], false)).toEqual({ answers: 0, meanHundredths: null, isHeldBack: false })
  })
})
