import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOf } from './cost-share.ts'
import { annuity } from './value-assumption.ts'
import { COST_EVENT_INPUTS } from './value-inputs.ts'

describe('what later money is worth', () => {
  it('is the sum of the years, exactly', () => {
    expect(annuity({ expectedYears: 0, discountBasisPoints: 600 })).toEqual({
      numerator: 0n,
      denominator: 1n,
    })
    expect(annuity({ expectedYears: 7, discountBasisPoints: 0 })).toEqual({ numerator: 7n, denominator: 1n })
    // 1/1.25 + 1/1.25² = 0.8 + 0.64
    expect(annuity({ expectedYears: 2, discountBasisPoints: 2_500 })).toEqual({
      numerator: 36n,
      denominator: 25n,
    })
  })

  it('never comes to more than the years, and grows with them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 5_000 }),
        (expectedYears, discountBasisPoints) => {
          const { numerator, denominator } = annuity({ expectedYears, discountBasisPoints })
          const before = annuity({ expectedYears: expectedYears - 1, discountBasisPoints })
          expect(numerator < BigInt(expectedYears) * denominator).toBe(true)
          expect(numerator * before.denominator > before.numerator * denominator).toBe(true)
        },
      ),
    )
  })
})

describe('what a project costs', () => {
  const unit = (areaHundredths: number | null, ...owners: readonly string[]) => ({
    areaHundredths,
    stays: owners.map((clientId) => ({
      clientId,
      unitId: 'u',
      relation: 'OWNER' as const,
      fromOn: '2020-01-01',
      toOn: null,
      shareBasisPoints: null,
    })),
  })
  const units = [unit(8_000, 'a'), unit(12_000, 'a'), unit(10_000, 'b'), unit(null, 'c'), unit(9_000)]

  it('is borne by who pays for its units on that day, alike or by area', () => {
    expect(sharesOf(units, 'BY_UNIT', '2026-01-01')).toEqual([
      { clientId: 'a', weight: 2 },
      { clientId: 'b', weight: 1 },
      { clientId: 'c', weight: 1 },
    ])
    expect(sharesOf(units, 'BY_AREA', '2026-01-01')).toEqual([
      { clientId: 'a', weight: 20_000 },
      { clientId: 'b', weight: 10_000 },
    ])
    expect(sharesOf(units, 'BY_UNIT', '2019-12-31')).toEqual([])
  })
})

describe('a cost', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const paths = (more: object) => {
    const cost = { costClass: 'SERVICE', occurredOn: '2026-11-01', purpose: '上门检查', ...more }
    const parsed = COST_EVENT_INPUTS.record.safeParse(cost)
    return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'))
  }

  it('costs something, says whose minutes, and is one client’s or one project’s', () => {
    expect(paths({ clientId: id, materialMinor: 1 })).toEqual([])
    expect(paths({ clientId: id })).toEqual(['labourMinutes'])
    expect(paths({ clientId: id, labourMinutes: 30 })).toEqual(['labourRole'])
    expect(paths({ materialMinor: 1 })).toEqual(['clientId'])
    expect(paths({ clientId: id, projectId: id, shareRule: 'BY_UNIT', materialMinor: 1 })).toEqual([
      'clientId',
    ])
    expect(paths({ projectId: id, materialMinor: 1 })).toEqual(['shareRule'])
    expect(paths({ projectId: id, shareRule: 'BY_AREA', complaintId: id, materialMinor: 1 })).toEqual([
      'complaintId',
    ])
  })
})
