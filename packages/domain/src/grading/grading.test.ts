/** Grading is arithmetic that people's care depends on: total, without gaps, fair to every order, and able to say why. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseInput } from '../input.ts'
import { apportioned, evaluate, gradeOf, type RawValues } from './evaluation.ts'
import { nearestChanges, whatChanged } from './explanation.ts'
import { METRIC_RULES, METRICS } from './metrics.ts'
import { nearestRaw, scoreOf, FULL_SCORE, type Scale } from './scale.ts'
import { GRADING_STANDARD, USUAL_GRADES, type GradingStandard, type MissingRule } from './standard.ts'

const score = fc.integer({ min: 0, max: FULL_SCORE })
const raw = fc.integer({ min: -10_000, max: 10_000 })
const bounds = fc.uniqueArray(raw, { minLength: 2, maxLength: 6 }).map((all) => all.toSorted((a, b) => a - b))
const scale: fc.Arbitrary<Scale> = bounds.chain((at) =>
  fc.array(score, { minLength: at.length + 1, maxLength: at.length + 1 }).chain((scores) =>
    fc.constantFrom<Scale>(
      {
        way: 'BANDS',
        bands: scores.map((it, nth) => ({ from: nth === 0 ? null : at[nth - 1]!, score: it })),
      },
      { way: 'LINE', corners: at.map((it, nth) => ({ at: it, score: scores[nth]! })) },
    ),
  ),
)
const missing: fc.Arbitrary<MissingRule> = fc.oneof(
  fc.constant({ rule: 'REWEIGH' } as const),
  score.map((it) => ({ rule: 'DEFAULT', score: it }) as const),
  fc.constant({ rule: 'NOT_GRADABLE' } as const),
)
const standard: fc.Arbitrary<GradingStandard> = fc
  .array(fc.record({ share: fc.integer({ min: 1, max: 100 }), scale, missing }), {
    minLength: 1,
    maxLength: 8,
  })
  .chain((parts) =>
    fc.record({
      criteria: fc.constant(
        apportioned(
          FULL_SCORE,
          parts.map(({ share }) => share),
        ).map((weight, at) => ({
          key: `c${at}`,
          name: `第 ${at} 项`,
          metric: METRICS[at % METRICS.length]!,
          weight,
          scale: parts[at]!.scale,
          missing: parts[at]!.missing,
          target: null,
        })),
      ),
      grades: fc.constant(USUAL_GRADES),
      earns: fc.constant([]),
      leastWeight: fc.constantFrom(0, 0, 5_000),
    }),
  )
const graded = standard.chain((it) =>
  fc.record({
    standard: fc.constant(it),
    values: fc
      .array(fc.option(raw, { freq: 4 }), { minLength: it.criteria.length, maxLength: it.criteria.length })
      .map((all): RawValues => Object.fromEntries(all.map((value, at) => [`c${at}`, value]))),
  }),
)
/** The best is 0; whoever is not graded comes after all. */
const rank = ({ grades }: GradingStandard, grade: string | null): number =>
  grade === null ? grades.length : grades.findIndex((it) => it.grade === grade)

describe('a scale', () => {
  it('has one score for every value, and a line goes from corner to corner, rounded half up', () => {
    const line: Scale = {
      way: 'LINE',
      corners: [
        { at: 0, score: 0 },
        { at: 3, score: 10_000 },
      ],
    }
    expect([-5, 0, 1, 2, 3, 99].map((it) => scoreOf(line, it))).toEqual([0, 0, 3_333, 6_667, 10_000, 10_000])
    const bands: Scale = {
      way: 'BANDS',
      bands: [
        { from: null, score: 10_000 },
        { from: 1, score: 6_000 },
        { from: 4, score: 0 },
      ],
    }
    expect([-1, 0, 1, 3, 4, 400].map((it) => scoreOf(bands, it))).toEqual([
      10_000, 10_000, 6_000, 6_000, 0, 0,
    ])
  })

  it('leads back to the nearest value with another score: there is none nearer', () => {
    fc.assert(
      fc.property(scale, raw, score, fc.boolean(), (it, from, wanted, up) => {
        const passes = (found: number): boolean => (up ? found >= wanted : found <= wanted)
        const to = nearestRaw(it, from, passes)
        const around = Array.from({ length: 24_001 }, (_, at) => at - 12_000).filter((value) =>
          passes(scoreOf(it, value)),
        )
        const nearest = Math.min(...around.map((value) => Math.abs(value - from)))
        if (to === undefined) expect(around).toEqual([])
        else expect([passes(scoreOf(it, to)), Math.abs(to - from)]).toEqual([true, nearest])
      }),
      { numRuns: 60 },
    )
  })
})

describe('an evaluation', () => {
  it('gives no lesser grade for a better score', () => {
    fc.assert(
      fc.property(graded, fc.nat(7), score, score, ({ standard: it, values }, which, one, other) => {
        const at = which % it.criteria.length
        const scored = (points: number) =>
          evaluate(
            {
              ...it,
              criteria: it.criteria.map((criterion, nth) =>
                nth === at
                  ? { ...criterion, scale: { way: 'BANDS', bands: [{ from: null, score: points }] } }
                  : criterion,
              ),
            },
            { ...values, [`c${at}`]: 0 },
          )
        const [less, more] = [scored(Math.min(one, other)), scored(Math.max(one, other))]
        expect(rank(it, more.grade)).toBeLessThanOrEqual(rank(it, less.grade))
        expect(more.total ?? 0).toBeGreaterThanOrEqual(less.total ?? 0)
      }),
    )
  })

  it('adds up: what each criterion gives is the total, no more than it weighs, and every total has one grade', () => {
    fc.assert(
      fc.property(graded, ({ standard: it, values }) => {
        const { lines, total, grade, ungraded } = evaluate(it, values)
        const sum = lines.reduce((all, { contribution }) => all + contribution, 0)
        expect(ungraded === null).toBe(grade !== null)
        if (total === null) return
        expect(sum).toBe(total)
        expect(total).toBeLessThanOrEqual(FULL_SCORE)
        expect(
          it.grades.filter(
            ({ from }, nth) => from <= total && (nth === 0 || total < it.grades[nth - 1]!.from),
          ),
        ).toEqual([{ grade, from: it.grades.find((row) => row.grade === grade)!.from }])
        for (const line of lines.filter(({ standing }) => standing === 'LEFT_OUT'))
          expect([line.score, line.contribution]).toEqual([null, 0])
      }),
    )
  })

  it('does not depend on the order of criteria or clients', () => {
    fc.assert(
      fc.property(fc.array(graded, { minLength: 2, maxLength: 5 }), (clients) => {
        const of = ({ standard: it, values }: (typeof clients)[number]) => evaluate(it, values)
        expect(clients.toReversed().map(of).toReversed()).toEqual(clients.map(of))
        for (const client of clients) {
          const turned = { ...client.standard, criteria: client.standard.criteria.toReversed() }
          const { total, grade } = evaluate(turned, client.values)
          expect({ total, grade }).toEqual((({ total: t, grade: g }) => ({ total: t, grade: g }))(of(client)))
        }
      }),
    )
  })

  it('never takes what is missing for nought', () => {
    const line: Scale = {
      way: 'LINE',
      corners: [
        { at: 0, score: 0 },
        { at: 100, score: 10_000 },
      ],
    }
    const of = (rule: MissingRule, leastWeight = 0): GradingStandard => ({
      criteria: [
        {
          key: 'known',
          name: '一',
          metric: 'REVENUE',
          weight: 6_000,
          scale: line,
          missing: { rule: 'REWEIGH' },
          target: 90,
        },
        {
          key: 'gone',
          name: '二',
          metric: 'SATISFACTION',
          weight: 4_000,
          scale: line,
          missing: rule,
          target: null,
        },
      ],
      grades: USUAL_GRADES,
      earns: [],
      leastWeight,
    })
    const values = { known: 80 }
    expect(evaluate(of({ rule: 'REWEIGH' }), values)).toMatchObject({ total: 8_000, grade: 'B' })
    expect(evaluate(of({ rule: 'REWEIGH' }), values).lines[0]!.gap).toBe(-10)
    expect(evaluate(of({ rule: 'DEFAULT', score: 5_000 }), values)).toMatchObject({
      total: 6_800,
      grade: 'C',
    })
    expect(evaluate(of({ rule: 'NOT_GRADABLE' }), values)).toMatchObject({ grade: null, ungraded: 'MISSING' })
    expect(evaluate(of({ rule: 'REWEIGH' }, 7_000), values)).toMatchObject({
      grade: null,
      ungraded: 'TOO_LITTLE',
    })
    expect(evaluate(of({ rule: 'REWEIGH' }), { known: 0 })).toMatchObject({ total: 0, grade: 'D' })
  })
})

describe('an explanation', () => {
  it('names for each criterion the nearest value that changes the grade: with it the grade is another one, just short of it not', () => {
    fc.assert(
      fc.property(graded, fc.constantFrom('UP', 'DOWN'), ({ standard: it, values }, way) => {
        const today = evaluate(it, values)
        for (const { criterion, to, grade, from } of nearestChanges(it, values, way as 'UP' | 'DOWN')) {
          const moved = evaluate(it, { ...values, [criterion]: to })
          expect(moved.grade).toBe(grade)
          const better = rank(it, grade) < rank(it, today.grade)
          expect(better).toBe(way === 'UP')
          if (from === null) continue
          const short = evaluate(it, { ...values, [criterion]: to + Math.sign(from - to) })
          const alsoBetter = rank(it, short.grade) < rank(it, today.grade)
          const alsoWorse = rank(it, short.grade) > rank(it, today.grade)
          expect(way === 'UP' ? alsoBetter : alsoWorse).toBe(false)
        }
      }),
    )
  })

  it('tells what moved the total since last time, down to the last point', () => {
    fc.assert(
      fc.property(graded, graded, (one, other) => {
        const [before, after] = [evaluate(one.standard, one.values), evaluate(other.standard, other.values)]
        const moved = whatChanged(before, after)
        if (before.total === null || after.total === null) return
        expect(moved.reduce((sum, it) => sum + it.moved, 0)).toBe(after.total - before.total)
      }),
    )
  })
})

describe('a standard', () => {
  const sound = {
    criteria: [
      {
        key: 'revenue',
        name: '收入',
        metric: 'REVENUE',
        weight: 10_000,
        scale: {
          way: 'BANDS',
          bands: [
            { from: null, score: 0 },
            { from: 100, score: 10_000 },
          ],
        },
        missing: { rule: 'NOT_GRADABLE' },
        target: null,
      },
    ],
    grades: USUAL_GRADES,
    earns: [{ grade: 'A', what: '季度上门拜访', timesAYear: 4, minutes: 60, costMinor: 0 }],
    leastWeight: 0,
  }
  const refused = (change: object): string =>
    ((answer) =>
      answer.ok ? '' : answer.error.fields.map(({ path, message }) => `${path}: ${message.en}`).join('; '))(
      parseInput(GRADING_STANDARD, { ...sound, ...change }),
    )
  const [only] = sound.criteria

  it('is taken when it leaves no value without a score and no total without a grade, and says what is wrong otherwise', () => {
    expect(refused({})).toBe('')
    expect(refused({ criteria: [{ ...only, weight: 9_950 }] })).toBe(
      'criteria: Weights are 99.5 %, not exactly 100 %.',
    )
    expect(
      refused({ criteria: [{ ...only, scale: { way: 'BANDS', bands: [{ from: 5, score: 1 }] } }] }),
    ).toContain('criteria.0.scale.bands.0: The first band has no lower bound')
    const back = [
      { from: null, score: 0 },
      { from: 9, score: 1 },
      { from: 9, score: 2 },
    ]
    expect(refused({ criteria: [{ ...only, scale: { way: 'BANDS', bands: back } }] })).toContain(
      'Bounds grow',
    )
    expect(
      refused({
        grades: [
          { grade: 'A', from: 5_000 },
          { grade: 'B', from: 1 },
        ],
      }),
    ).toContain('begins at 0')
    expect(
      refused({
        grades: [
          { grade: 'A', from: 5_000 },
          { grade: 'B', from: 5_000 },
        ],
      }),
    ).toContain('begins at 0')
    expect(refused({ earns: [{ ...sound.earns[0], grade: 'S' }] })).toBe('earns: There is no grade “S”.')
  })

  it('grades every total of the usual bands as domain.md has them', () => {
    expect(
      [10_000, 8_500, 8_499, 7_000, 6_999, 5_500, 5_499, 0].map((total) =>
        gradeOf({ grades: USUAL_GRADES }, total),
      ),
    ).toEqual(['A', 'A', 'B', 'B', 'C', 'C', 'D', 'D'])
  })

  it('can say in both languages what each metric is', () => {
    for (const { label, definition } of Object.values(METRIC_RULES))
      for (const words of [label, definition])
        expect(Math.min(words.zh.length, words.en.length)).toBeGreaterThan(1)
  })
})
