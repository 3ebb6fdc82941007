import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedEvents,
  fitBgNbd,
  logLikelihood,
  probabilityAlive,
  type BgNbd,
  type Recency,
} from './bg-nbd.ts'
import { backtest, deciles, partedAt, TRIED_THRESHOLDS } from './backtest.ts'
import { gammaBelow, gammaOf, logGamma } from './gamma.ts'
import { quintiles, rfmOf } from './rfm.ts'
import { distinctDays, recencyOf, rhythmOf } from './rhythm.ts'
import { DEFAULT_SILENCE_POLICY } from './silence-policy.ts'
import { stepOf } from './steps.ts'
import { unansweredOf } from './unanswered.ts'
import { dayNumber } from '../working-time/local-day.ts'

/** The published estimates for the 1/10 sample of CDNOW, calibrated over 39 weeks (Fader, Hardie and Lee 2005, table 2). */
const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }

/** Park and Miller's generator: the same numbers everywhere. */
const chance = (seed: number) => {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}
type Chance = () => number

const normal = (next: Chance): number => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next())

/** Marsaglia and Tsang (2000). */
const drawnGamma = (next: Chance, shape: number): number => {
  if (shape < 1) return drawnGamma(next, shape + 1) * next() ** (1 / shape)
  const d = shape - 1 / 3
  for (;;) {
    const x = normal(next)
    const v = (1 + x / Math.sqrt(9 * d)) ** 3
    if (v > 0 && Math.log(next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
  }
}

/** Weeks, since the first, of the times that one client of the model comes again in `weeks`. */
const drawnClient = (next: Chance, { r, alpha, a, b }: BgNbd, weeks: number): number[] => {
  const rate = drawnGamma(next, r) / alpha
  const left = drawnGamma(next, a)
  const leaves = left / (left + drawnGamma(next, b))
  const times: number[] = []
  for (let at = 0; ;) {
    at += -Math.log(next()) / rate
    if (at > weeks) return times
    times.push(at)
    if (next() < leaves) return times
  }
}

const near = (found: number, wanted: number, share: number) =>
  expect(Math.abs(found / wanted - 1), `${found} for ${wanted}`).toBeLessThan(share)

describe('the gamma function and distribution', () => {
  it('know their values', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
    expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 11)
    expect(gammaBelow(2, 1, 1)).toBeCloseTo(1 - Math.exp(-2), 13)
    expect(gammaBelow(9, 3, 1)).toBeCloseTo(1 - Math.exp(-9) * (1 + 9 + 40.5), 13)
  })

  it('obey Γ(x + 1) = x Γ(x), and a distribution rises from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 200, noNaN: true }), (x) => {
        expect(logGamma(x + 1) - logGamma(x)).toBeCloseTo(Math.log(x), 8)
      }),
    )
    const positive = fc.double({ min: 0.2, max: 60, noNaN: true })
    fc.assert(
      fc.property(positive, positive, positive, (x, more, shape) => {
        const [low, high] = [gammaBelow(x, shape, 1), gammaBelow(x + more, shape, 1)]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1 + 1e-12)
        expect(high).toBeGreaterThanOrEqual(low - 1e-12)
      }),
    )
  })

  it('find the shape of a rhythm again, and never believe one to be more regular than a fifth', () => {
    const next = chance(11)
    const { shape, scale } = gammaOf(Array.from({ length: 4_000 }, () => 10 * drawnGamma(next, 3)))
    near(shape, 3, 0.08)
    near(shape * scale, 30, 0.03)
    expect(gammaOf([30, 30, 30, 30])).toEqual({ shape: 25, scale: 30 / 25 })
  })
})

describe('BG/NBD', () => {
  it('says of the client of the paper what the paper says: 2 orders, the last in week 30.43 of 38.86, 1.226 more in 39 weeks', () => {
    expect(expectedEvents(CDNOW, { x: 2, tx: 30.43, T: 38.86 }, 39)).toBeCloseTo(1.226, 3)
  })

  it('expects what its own story brings, and calls alive whom its story lets live', () => {
    // 200,000 clients: the standard error of a mean of about 1.2 a client lies near 0.006, a thirtieth of the tolerance.
    const next = chance(7)
    const many = 200_000
    let came = 0
    for (let n = 0; n < many; n += 1) came += drawnClient(next, CDNOW, 52).length
    near(expectedEvents(CDNOW, { x: 0, tx: 0, T: 0 }, 52), came / many, 0.02)
  })

  it('recovers parameters from what it has made', () => {
    // Standard errors at 20,000 clients, from the curvature of the likelihood: 2 % of r, 3 % of alpha, about 6 % of a and 8 % of b, which move together: 3 of them.
    const next = chance(23)
    const clients: Recency[] = Array.from({ length: 20_000 }, () => {
      const T = 27 + 12 * next()
      const times = drawnClient(next, CDNOW, T)
      return { x: times.length, tx: times.at(-1) ?? 0, T }
    })
    const fit = fitBgNbd(clients)
    expect(fit.converged).toBe(true)
    near(fit.r, CDNOW.r, 0.06)
    near(fit.alpha, CDNOW.alpha, 0.1)
    near(fit.a, CDNOW.a, 0.2)
    near(fit.b, CDNOW.b, 0.25)
    near(fit.a / (fit.a + fit.b), CDNOW.a / (CDNOW.a + CDNOW.b), 0.06)
    expect(fit.logLikelihood).toBeGreaterThanOrEqual(logLikelihood(CDNOW, clients))
  })

  it('is the same for clients in any order', () => {
    const next = chance(5)
    const clients = Array.from({ length: 300 }, () => {
      const days = distinctDays([0, ...drawnClient(next, CDNOW, 39).map((it) => Math.round(7 * it))])
      return recencyOf(days, 273)
    })
    expect(fitBgNbd(clients.toReversed())).toEqual(fitBgNbd(clients))
  })

  const parameter = fc.double({ min: 0.05, max: 20, noNaN: true })
  const model = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter })
  const client = fc
    .tuple(
      fc.integer({ min: 0, max: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 500, noNaN: true }),
    )
    .map(([x, part, T]): Recency => ({ x, tx: x === 0 ? 0 : part * T, T }))

  it('gives probabilities, which only fall while nothing happens', () => {
    fc.assert(
      fc.property(model, client, fc.double({ min: 0, max: 200, noNaN: true }), (it, seen, longer) => {
        const now = probabilityAlive(it, seen)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(1)
        expect(probabilityAlive(it, { ...seen, T: seen.T + longer })).toBeLessThanOrEqual(now + 1e-12)
      }),
    )
  })

  it('expects more of a longer time, never less than nothing, also where a is 1 and where clients are frequent', () => {
    const near1 = fc.constantFrom(1, 1 - 1e-13, 1 + 1e-9)
    fc.assert(
      fc.property(
        model,
        fc.option(near1),
        client,
        fc.double({ min: 0.1, max: 300, noNaN: true }),
        (it, a, seen, weeks) => {
          const parameters = a === null ? it : { ...it, a }
          const some = expectedEvents(parameters, seen, weeks)
          const more = expectedEvents(parameters, seen, 2 * weeks)
          expect(Number.isFinite(some)).toBe(true)
          expect(some).toBeGreaterThanOrEqual(-1e-9)
          expect(more).toBeGreaterThanOrEqual(some - 1e-9 * (1 + Math.abs(some)))
        },
      ),
    )
  })
})

const day = (on: string): number => dayNumber(on)!
const monthly = Array.from({ length: 12 }, (_, month) => day(`2025-${String(month + 1).padStart(2, '0')}-05`))

describe('silence against a rhythm', () => {
  const policy = DEFAULT_SILENCE_POLICY
  it('begins for who pays every month once they have stopped, and not while they pay', () => {
    expect(rhythmOf(monthly, day('2025-12-28'), policy, null)).toMatchObject({
      gaps: 11,
      usualGapDays: 31,
      lastOn: '2025-12-05',
      quietDays: 23,
      measure: 'RHYTHM',
      isSilent: false,
    })
    const stopped = rhythmOf(monthly, day('2026-02-10'), policy, null)
    expect(stopped).toMatchObject({ isSilent: true, quietDays: 67 })
    expect(stopped.silentOn! > '2026-01-15' && stopped.silentOn! < '2026-02-01').toBe(true)
  })

  it('takes half a year without a sign as usual with who comes twice a year', () => {
    const seldom = [2022, 2023, 2024, 2025].flatMap((year) => [day(`${year}-01-10`), day(`${year}-07-12`)])
    expect(rhythmOf(seldom, day('2026-01-20'), policy, null).isSilent).toBe(false)
    expect(rhythmOf(seldom, day('2026-12-20'), policy, null).isSilent).toBe(true)
  })

  it('judges who has come but twice by the model, and by nothing while there is none', () => {
    const twice = [day('2025-01-05'), day('2025-02-05')]
    expect(rhythmOf(twice, day('2026-06-01'), policy, null)).toMatchObject({
      measure: null,
      isSilent: false,
    })
    const judged = rhythmOf(twice, day('2026-06-01'), policy, CDNOW)
    expect(judged).toMatchObject({ measure: 'MODEL', threshold: 8_000 })
    expect(rhythmOf([day('2025-01-05')], day('2026-06-01'), policy, CDNOW).measure).toBeNull()
  })

  it('never calls silent before the least days, and the day on which it begins does not depend on the day one looks', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 2, maxLength: 15 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 900 }), (given, quiet) => {
        const days = given.reduce<number[]>((all, gap) => [...all, all.at(-1)! + gap], [20_000])
        const last = days.at(-1)!
        const now = rhythmOf(days, last + quiet, policy, CDNOW)
        const later = rhythmOf(days, last + quiet + 50, policy, CDNOW)
        expect(later.silentOn).toBe(now.silentOn)
        expect(now.isSilent && quiet < policy.leastDays).toBe(false)
        expect(later.score! >= now.score!).toBe(true)
        expect(now.isSilent).toBe(now.silentOn !== null && day(now.silentOn) <= last + quiet)
        expect(now.isSilent && now.score! < now.threshold!).toBe(false)
      }),
    )
  })
})

describe('silence after complaints in vain', () => {
  const policy = DEFAULT_SILENCE_POLICY
  const first = { id: 'a', on: day('2026-01-10') }
  const second = { id: 'b', on: day('2026-03-01') }
  it('begins when nobody has spoken for long enough, whatever was paid', () => {
    expect(unansweredOf([second, first], null, day('2026-05-01'), policy)).toMatchObject({
      complaintIds: ['a', 'b'],
      silentOn: '2026-04-30',
      quietDays: 61,
    })
    expect(unansweredOf([first, second], day('2026-04-20'), day('2026-05-01'), policy)).toBeNull()
    expect(unansweredOf([first], null, day('2026-05-01'), policy)).toBeNull()
    expect(unansweredOf([first, second], null, day('2027-06-01'), policy)).toBeNull()
  })
})

describe('a backtest', () => {
  const policy = DEFAULT_SILENCE_POLICY
  const until = day('2026-01-31')
  const stopped = monthly
  const paying = [...monthly, day('2026-01-05'), day('2026-02-05'), day('2026-03-05')]
  const seldomLate = [...monthly.slice(0, 9), day('2026-03-01')]
  const parted = partedAt([stopped, paying, seldomLate, [day('2026-02-01')]], until, day('2026-04-30'))

  it('counts who was called silent, who had gone, and how long before they were lost', () => {
    expect(parted).toHaveLength(3)
    const [tried] = backtest(parted, until, policy, null, 'RHYTHM', [9_800])
    expect(tried).toMatchObject({ called: 2, right: 1, gone: 1, precision: 5_000, recall: 10_000 })
    const { silentOn } = rhythmOf(stopped, until, policy, null)
    expect(tried!.leadDays).toBe(stopped.at(-1)! + 180 - day(silentOn!))
  })

  it('calls fewer, the stricter the threshold', () => {
    const rows = backtest(parted, until, policy, CDNOW, 'RHYTHM')
    expect(rows).toHaveLength(TRIED_THRESHOLDS.length)
    for (const [at, row] of rows.entries())
      if (at > 0) expect(row.called).toBeLessThanOrEqual(rows[at - 1]!.called)
  })

  it('parts clients into tenths that are whole', () => {
    const next = chance(3)
    const histories = Array.from({ length: 203 }, () =>
      distinctDays([0, ...drawnClient(next, CDNOW, 78).map((it) => Math.round(7 * it))]),
    )
    const rows = deciles(partedAt(histories, 273, 546), 273, 39, CDNOW)
    expect(rows.reduce((sum, { clients }) => sum + clients, 0)).toBe(203)
    for (const [at, row] of rows.entries())
      if (at > 0) expect(row.alive).toBeGreaterThanOrEqual(rows[at - 1]!.alive)
  })
})

describe('RFM', () => {
  it('parts into fifths; who is equal scores equal', () => {
    expect(quintiles([50, 10, 30, 20, 40])).toEqual([5, 1, 3, 2, 4])
    expect(quintiles([1, 1, 1, 1, 9])).toEqual([1, 1, 1, 1, 5])
    expect(quintiles([7, 7, 7])).toEqual([1, 1, 1])
    expect(
      rfmOf([
        { lastOn: 2, times: 1, minor: 5 },
        { lastOn: 1, times: 1, minor: 9 },
      ]),
    ).toEqual([
      { recency: 3, frequency: 1, monetary: 1 },
      { recency: 1, frequency: 1, monetary: 3 },
    ])
  })

  it('does not depend on the order of clients, and never scores the better lower', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 }), (values) => {
        const scores = quintiles(values)
        expect(quintiles(values.toReversed())).toEqual(scores.toReversed())
        values.forEach((value, i) =>
          values.forEach((other, j) => {
            if (value === other) expect(scores[i]).toBe(scores[j])
            if (value > other) expect(scores[i]).toBeGreaterThanOrEqual(scores[j]!)
          }),
        )
      }),
    )
  })
})

describe('the four steps', () => {
  it('name the farthest one', () => {
    const says = { hasGrumbled: true, hasComplained: true }
    expect(stepOf({ ...says, alert: { status: 'CLOSED', outcome: 'LEAVING' } })).toBe('LOST')
    expect(stepOf({ ...says, alert: { status: 'VISITED', outcome: null } })).toBe('SILENCE')
    expect(stepOf({ ...says, alert: { status: 'CLOSED', outcome: 'CAPTIVE' } })).toBe('SILENCE')
    expect(stepOf({ ...says, alert: { status: 'CLOSED', outcome: 'RETURNED' } })).toBe('COMPLAINT')
    expect(stepOf({ hasGrumbled: true, hasComplained: false, alert: null })).toBe('GRUMBLE')
    expect(stepOf({ hasGrumbled: false, hasComplained: false, alert: null })).toBeNull()
  })
})
