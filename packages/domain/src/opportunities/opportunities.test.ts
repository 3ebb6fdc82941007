import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canTransition, unreachable } from '../lifecycle/state-machine.ts'
import {
  chanceOf,
  DEFAULT_OPPORTUNITY_POLICY,
  OPPORTUNITY_TRANSITIONS,
  weightedMinor,
} from './opportunity.ts'
import {
  DEFAULT_PRICE_POLICY,
  discountBasisPoints,
  marginBasisPoints,
  priceApprovers,
  type PriceLine,
  priceSums,
} from './price-form.ts'
import { OPPORTUNITY_ACTIONS, OPPORTUNITY_STATUSES } from './vocabulary.ts'

describe('the table of opportunities', () => {
  it('reaches every stage, has a row for every verb, and one role that answers for each', () => {
    expect(unreachable(OPPORTUNITY_TRANSITIONS, 'NEED', OPPORTUNITY_STATUSES)).toEqual([])
    expect(new Set(OPPORTUNITY_TRANSITIONS.map(({ action }) => action))).toEqual(new Set(OPPORTUNITY_ACTIONS))
    for (const action of OPPORTUNITY_ACTIONS) {
      const rows = OPPORTUNITY_TRANSITIONS.filter((row) => row.action === action)
      expect(new Set(rows.map(({ accountable }) => accountable)).size).toBe(1)
    }
  })

  it('leaves what is won alone, and leads from what is lost to the beginning only', () => {
    const from = (status: 'WON' | 'LOST') =>
      OPPORTUNITY_ACTIONS.filter((action) => canTransition(OPPORTUNITY_TRANSITIONS, action, status))
    expect(from('WON')).toEqual([])
    expect(from('LOST')).toEqual(['reopen'])
  })
})

describe('the weighted sum', () => {
  it('is half up, exact for all sums, and never above the sum', () => {
    expect(weightedMinor(1_005, 10)).toBe(101)
    expect(weightedMinor(Number.MAX_SAFE_INTEGER, 100)).toBe(Number.MAX_SAFE_INTEGER)
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 0, max: 100 }), (sum, chance) => {
        const weighted = weightedMinor(sum, chance)
        expect(Math.abs(weighted - (sum * chance) / 100)).toBeLessThanOrEqual(0.5)
        expect(weighted).toBeLessThanOrEqual(sum)
      }),
    )
  })

  it('counts what is won whole and what is lost not at all', () => {
    expect(OPPORTUNITY_STATUSES.map((status) => chanceOf(DEFAULT_OPPORTUNITY_POLICY, status))).toEqual([
      10, 30, 50, 80, 100, 0,
    ])
  })
})

describe('what is offered', () => {
  const line = {
    service: '保洁',
    unit: '次',
    quantityHundredths: 150,
    listMinor: 333,
    offeredMinor: 300,
    costMinor: 301,
  }

  it('sums lines that are each rounded half up, a discount up and a margin down', () => {
    const sums = priceSums([line, line])
    expect(sums).toEqual({ listMinor: 1_000, offeredMinor: 900, costMinor: 904 })
    expect(discountBasisPoints(sums)).toBe(1_000)
    expect(discountBasisPoints({ listMinor: 3, offeredMinor: 2, costMinor: null })).toBe(3_334)
    expect(marginBasisPoints(sums)).toBe(-45)
    expect(priceSums([line, { ...line, costMinor: null }]).costMinor).toBeNull()
  })

  it('is approved by whose discount and sum cover it; below cost by the top alone', () => {
    const sums = { listMinor: 100_000, offeredMinor: 95_000, costMinor: null, lines: [] }
    expect(priceApprovers(DEFAULT_PRICE_POLICY, sums)).toContain('CR_SUPERVISOR')
    expect(priceApprovers(DEFAULT_PRICE_POLICY, { ...sums, offeredMinor: 94_999 })).toEqual([
      'CS_MANAGER',
      'CS_DIRECTOR',
      'GENERAL_MANAGER',
    ])
    const under = [{ ...line, listMinor: 300, offeredMinor: 300, costMinor: 301 }]
    const of = (lines: readonly PriceLine[]) =>
      priceApprovers(DEFAULT_PRICE_POLICY, { ...priceSums(lines), lines })
    expect(of(under)).toEqual(['GENERAL_MANAGER'])
    expect(of([{ ...under[0]!, costMinor: 300 }])).toContain('CR_SUPERVISOR')
    // A line whose cost is left out makes nobody else's cost covered.
    expect(of([...under, { ...under[0]!, costMinor: null }])).toEqual(['GENERAL_MANAGER'])
  })
})
