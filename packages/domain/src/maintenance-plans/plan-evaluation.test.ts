import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  LEAST_COMPARABLE_CLIENTS,
  objectiveOutcome,
  planFigures,
  type MeasuredOutcome,
} from './plan-evaluation.ts'
import { PLAN_MEASURES, type PlanMeasure } from './vocabulary.ts'

const objective = (measure: PlanMeasure, target: number, baseline: number | null = null) =>
  ({ key: 'o1', measure, target, baseline, note: null }) as const
const found = (
  before: number | null,
  now: number | null,
  more: Partial<MeasuredOutcome> = {},
): MeasuredOutcome => ({
  before,
  now,
  reason: null,
  ownChange: null,
  comparableClients: 0,
  comparableChange: null,
  ...more,
})

describe('an objective', () => {
  it('is reached, partly reached, missed or not measurable, by the direction of its measure', () => {
    const verdict = (measure: PlanMeasure, target: number, before: number | null, now: number | null) =>
      objectiveOutcome(objective(measure, target), found(before, now), 0).verdict
    expect(verdict('COMPLAINTS', 3, 8, 3)).toBe('REACHED')
    expect(verdict('COMPLAINTS', 3, 8, 5)).toBe('PARTLY')
    expect(verdict('COMPLAINTS', 3, 8, 8)).toBe('MISSED')
    expect(verdict('GRADE', 1, 3, 2)).toBe('PARTLY')
    expect(verdict('GRADE', 1, 3, 4)).toBe('MISSED')
    expect(verdict('SATISFACTION', 9_500, 8_000, 9_500)).toBe('REACHED')
    expect(verdict('REVENUE', 100, null, 99)).toBe('MISSED')
    expect(verdict('AVAILABILITY', 9_900, 9_000, null)).toBe('NOT_MEASURABLE')
  })

  it('takes what the plan stated where nothing was measured before, and says so', () => {
    const it_ = objectiveOutcome(objective('SATISFACTION', 9_500, 8_000), found(null, 9_000), 50_000)
    expect(it_).toMatchObject({ before: 8_000, isBeforeStated: true, verdict: 'PARTLY', gained: 1_000 })
    // Ten points for 500.00.
    expect(it_.costPerResultMinor).toBe(5_000)
  })

  it('is compared with five clients or more, and with nobody below', () => {
    const compared = (clients: number) =>
      objectiveOutcome(
        objective('COMPLAINTS', 3),
        found(8, 3, { ownChange: -5, comparableClients: clients, comparableChange: -1 }),
        0,
      )
    expect(compared(LEAST_COMPARABLE_CLIENTS)).toMatchObject({ ownGain: 5, comparableGain: 1, gainBeyond: 4 })
    expect(compared(LEAST_COMPARABLE_CLIENTS - 1)).toMatchObject({ comparableGain: null, gainBeyond: null })
  })

  const whole = fc.integer({ min: 0, max: 1_000_000 })
  it('never costs more than was spent, nor anything where nothing was gained', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...PLAN_MEASURES),
        whole,
        whole,
        whole,
        fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
        (measure, target, before, now, spentMinor) => {
          const it_ = objectiveOutcome(objective(measure, target), found(before, now), spentMinor)
          expect(it_.costPerResultMinor === null || it_.gained! > 0).toBe(true)
          if (it_.costPerResultMinor !== null && (measure === 'GRADE' || measure === 'COMPLAINTS'))
            expect(it_.costPerResultMinor * it_.gained!).toBeLessThanOrEqual(spentMinor)
          if (it_.verdict === 'PARTLY') expect(it_.gained!).toBeGreaterThan(0)
        },
      ),
    ))
})

it('sums what was approved and spent; each task and machine bears its share in whole minor units', () => {
  const figures = planFigures([objective('AVAILABILITY', 9_900)], {
    from: '2026-01-01',
    until: '2026-12-31',
    beforeFrom: '2025-01-01',
    clients: 0,
    tasks: { due: 4, done: 3, late: 1, cancelled: 0 },
    feedbackCount: 0,
    machines: { machines: 3, outagesBefore: 4, outages: 1, costBeforeMinor: 1_000, costMinor: 500 },
    budget: [
      { key: 'a', title: 'a', approvedMinor: 100, spentMinor: 60 },
      { key: 'b', title: 'b', approvedMinor: 50, spentMinor: 40 },
    ],
    measured: () => found(9_500, 9_950),
  })
  expect(figures).toMatchObject({
    budgetMinor: 150,
    spentMinor: 100,
    costPerTaskMinor: 33,
    machineCostBeforeMinor: 333,
    machineCostMinor: 166,
    objectives: [{ verdict: 'REACHED', gained: 450, costPerResultMinor: 22 }],
  })
})
