import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unreachable } from '../../lifecycle/state-machine.ts'
import { evaluate, type RawValues } from '../evaluation.ts'
import { USUAL_GRADES, type GradingStandard } from '../standard.ts'
import { GRADE_CHANGE_TRANSITIONS } from './grade-change.ts'
import { GRADING_CYCLE_TRANSITIONS, scopesMeet } from './grading-cycle.ts'
import {
  computed,
  directoryHash,
  isAsComputed,
  movementOf,
  readLines,
  snapshotOf,
} from './stored-evaluation.ts'
import { GRADE_CHANGE_STATUSES, GRADING_CYCLE_STATUSES } from './vocabulary.ts'

const STANDARD: GradingStandard = {
  criteria: (['revenue', 'complaints', 'tenure'] as const).map((key, at) => ({
    key,
    name: key,
    metric: (['REVENUE', 'COMPLAINTS', 'TENURE'] as const)[at]!,
    weight: [5_000, 3_000, 2_000][at]!,
    scale: {
      way: 'BANDS',
      bands: [
        { from: null, score: 1_000 },
        { from: 10, score: 9_000 },
      ],
    },
    missing: at === 2 ? { rule: 'DEFAULT', score: 4_000 } : { rule: 'REWEIGH' },
    target: at === 0 ? 20 : null,
  })),
  grades: USUAL_GRADES,
  earns: [],
  leastWeight: 3_000,
}
const values = fc.record({
  revenue: fc.option(fc.integer({ min: -100, max: 100 }), { nil: null }),
  complaints: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
  tenure: fc.option(fc.integer({ min: 0, max: 100 }), { nil: null }),
})

describe('an evaluation as it is kept', () => {
  it('says what the evaluation said, and follows from its snapshot whatever the database does to the order of keys', () => {
    fc.assert(
      fc.property(values, (raw: RawValues) => {
        const snapshot = snapshotOf(STANDARD, raw)
        const kept = computed(STANDARD, snapshot)
        expect(readLines(kept.lines)).toEqual(evaluate(STANDARD, raw).lines)
        const turned = Object.fromEntries(Object.entries(snapshot).toReversed())
        expect(isAsComputed(STANDARD, { ...kept, snapshot: turned })).toBe(true)
        if (kept.total !== null)
          expect(isAsComputed(STANDARD, { ...kept, total: kept.total + 1, snapshot })).toBe(false)
      }),
    )
  })
})

describe('a directory', () => {
  const entry = fc.record({
    clientId: fc.uuid(),
    grade: fc.constantFrom('A', 'B', null),
  })
  it('has one hash whatever the order, and another one as soon as a grade is another one', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ({ clientId }) => clientId, minLength: 1 }),
        (entries) => {
          expect(directoryHash(entries.toReversed())).toBe(directoryHash(entries))
          const [first, ...others] = entries
          const changed = [{ ...first!, grade: first!.grade === 'A' ? 'B' : 'A' }, ...others]
          expect(directoryHash(changed)).not.toBe(directoryHash(entries))
        },
      ),
    )
  })

  it('tells how each grade stands to the one before', () => {
    const moved = (before: string | null, now: string | null) => movementOf(STANDARD, before, now)
    expect([moved(null, 'B'), moved('B', 'A'), moved('A', 'B'), moved('B', 'B'), moved('B', null)]).toEqual([
      'NEW',
      'UP',
      'DOWN',
      'SAME',
      'LOST',
    ])
    // A grade that this standard does not have is no measure.
    expect(moved('钻石', 'B')).toBe('NEW')
    expect(moved(null, null)).toBeNull()
  })
})

describe('the life of a cycle', () => {
  it('reaches every status: SCORED by itself, when the last client is scored', () => {
    const byItself = { action: 'score', from: ['SCORING'], to: 'SCORED' } as const
    const all = [...GRADING_CYCLE_TRANSITIONS, { ...GRADING_CYCLE_TRANSITIONS[1]!, ...byItself }]
    expect(unreachable(all, 'OPEN', GRADING_CYCLE_STATUSES)).toEqual([])
    const ends = GRADE_CHANGE_STATUSES.filter((it) => it === 'GRANTED' || it === 'REFUSED')
    for (const to of ends)
      expect(GRADE_CHANGE_TRANSITIONS.filter((row) => row.to === to).map(({ action }) => action)).toEqual([
        'decideOverride',
        'decideAppeal',
      ])
  })

  it('has nobody graded by two at a time', () => {
    expect(scopesMeet([], ['a'])).toBe(true)
    expect(scopesMeet(['a', 'b'], ['b'])).toBe(true)
    expect(scopesMeet(['a'], ['b'])).toBe(false)
  })
})
