import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agedSums, debtAge, daysLate, punctuality } from './ageing.ts'
import { allocateAsChosen, allocateOldestFirst, openMinor } from './allocation.ts'
import { divideHalfUp, feeMinor, labourMinor, shareBasisPoints } from './arithmetic.ts'
import { debtorOf, feeBatch, type ChargeableUnit } from './fee-batch.ts'
import { RECEIVABLE_INPUTS } from './money-inputs.ts'

const owed = (id: string, dueOn: string, amountMinor: number, settledMinor = 0) => ({
  id,
  number: id,
  dueOn,
  amountMinor,
  settledMinor,
})

describe('whole minor units', () => {
  it('are rounded half up once, and away from nought below it', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n)
    expect(divideHalfUp(-5n, 2n)).toBe(-3n)
    expect(divideHalfUp(7n, 3n)).toBe(2n)
    // 2.85 yuan × 89.53 m² = 255.1605 yuan
    expect(feeMinor(285, 8_953)).toBe(25_516)
    expect(feeMinor(150, 101)).toBe(152)
    expect(labourMinor(50, 6_000)).toBe(5_000)
    expect(shareBasisPoints(2, 3)).toBe(6_667)
    expect(shareBasisPoints(1, 0)).toBeNull()
  })

  it('are never off by more than half of one', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 15n), (n, d) => {
        const twice = 2n * (divideHalfUp(n, d) * d - n)
        expect(twice <= d && twice >= -d).toBe(true)
      }),
    )
  })
})

describe('a payment', () => {
  const three = [owed('b', '2026-02-28', 300), owed('a', '2026-01-31', 200, 50), owed('c', '2026-02-28', 100)]

  it('settles the oldest first, and what is left stays credit', () => {
    expect(allocateOldestFirst(400, three)).toEqual([
      { receivableId: 'a', amountMinor: 150 },
      { receivableId: 'b', amountMinor: 250 },
    ])
    const all = allocateOldestFirst(9_999, three)
    expect(all.reduce((sum, it) => sum + it.amountMinor, 0)).toBe(550)
  })

  it('never gives more than it has, nor more than is open', () => {
    const debt = fc.record({
      id: fc.uuid(),
      number: fc.string(),
      dueOn: fc.constantFrom('2026-01-31', '2026-02-28'),
      amountMinor: fc.integer({ min: 1, max: 1_000 }),
      settledMinor: fc.constantFrom(0, 1),
    })
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3_000 }),
        fc.uniqueArray(debt, { selector: (it) => it.id }),
        (minor, debts) => {
          const parts = allocateOldestFirst(minor, debts)
          const given = parts.reduce((sum, it) => sum + it.amountMinor, 0)
          expect(given).toBe(
            Math.min(
              minor,
              debts.reduce((sum, it) => sum + openMinor(it), 0),
            ),
          )
          for (const part of parts)
            expect(part.amountMinor).toBeLessThanOrEqual(
              openMinor(debts.find(({ id }) => id === part.receivableId)!),
            )
        },
      ),
    )
  })

  it('is allocated as chosen where that fits, and is told which line does not', () => {
    const path = (chosen: Parameters<typeof allocateAsChosen>[2]) => {
      const result = allocateAsChosen(400, three, chosen)
      return result.ok ? 'fits' : result.error.fields[0]!.path
    }
    expect(
      path([
        { receivableId: 'c', amountMinor: 100 },
        { receivableId: 'b', amountMinor: 300 },
      ]),
    ).toBe('fits')
    expect(path([{ receivableId: 'a', amountMinor: 151 }])).toBe('allocations.0.amountMinor')
    expect(path([{ receivableId: 'x', amountMinor: 1 }])).toBe('allocations.0.receivableId')
    expect(
      path([
        { receivableId: 'c', amountMinor: 1 },
        { receivableId: 'c', amountMinor: 1 },
      ]),
    ).toBe('allocations.1.receivableId')
    expect(
      path([
        { receivableId: 'b', amountMinor: 300 },
        { receivableId: 'a', amountMinor: 101 },
      ]),
    ).toBe('allocations.1.amountMinor')
  })
})

describe('age and punctuality', () => {
  it('puts each day into one band', () => {
    const bands = [0, 1, 30, 31, 60, 61, 90, 91, 180, 181].map(debtAge)
    expect(bands).toEqual([
      'NOT_DUE',
      'TO_30',
      'TO_30',
      'TO_60',
      'TO_60',
      'TO_90',
      'TO_90',
      'TO_180',
      'TO_180',
      'OVER_180',
    ])
    expect(daysLate('2026-02-28', '2026-03-01')).toBe(1)
    expect(agedSums([{ dueOn: '2026-01-31', openMinor: 5 }], '2026-03-01')[1]).toEqual({
      band: 'TO_30',
      minor: 5,
      count: 1,
    })
  })

  it('counts what was paid by its day, and what is open until today', () => {
    const due = [
      { dueOn: '2026-01-31', settledOn: '2026-01-20' },
      { dueOn: '2026-01-31', settledOn: '2026-02-10' },
      { dueOn: '2026-02-28', settledOn: null },
      { dueOn: '2026-12-31', settledOn: null },
    ]
    expect(punctuality(due, '2026-03-05')).toEqual({
      dueCount: 3,
      onTimeCount: 1,
      onTimeBasisPoints: 3_333,
      meanDaysLateTenths: 50,
    })
    expect(punctuality([], '2026-03-05').onTimeBasisPoints).toBeNull()
  })
})

describe('the fees of a month', () => {
  const stay = (
    clientId: string,
    relation: 'OWNER' | 'OCCUPANT',
    fromOn: string,
    toOn: string | null = null,
    share: number | null = null,
  ) => ({
    clientId,
    unitId: 'u',
    relation,
    fromOn,
    toOn,
    shareBasisPoints: share,
  })

  it('are owed by the owner of the largest share on the first day, by a user where there is none', () => {
    const stays = [
      stay('tenant', 'OCCUPANT', '2020-01-01'),
      stay('gone', 'OWNER', '2010-01-01', '2026-01-31'),
      stay('small', 'OWNER', '2026-02-01', null, 3_000),
      stay('large', 'OWNER', '2026-02-01', null, 7_000),
      stay('later', 'OWNER', '2026-03-02', null, 10_000),
    ]
    expect(debtorOf(stays, '2026-03-01')?.clientId).toBe('large')
    expect(debtorOf(stays, '2026-01-01')?.clientId).toBe('gone')
    expect(debtorOf(stays.slice(0, 1), '2026-01-01')?.clientId).toBe('tenant')
  })

  it('leave out what cannot be charged, and say why', () => {
    const unit = (id: string, more: Partial<ChargeableUnit>): ChargeableUnit => ({
      id,
      areaHundredths: 10_000,
      stays: [stay('c', 'OWNER', '2020-01-01')],
      isCharged: false,
      ...more,
    })
    const batch = feeBatch(
      [
        unit('1', {}),
        unit('2', { areaHundredths: null }),
        unit('3', { stays: [] }),
        unit('4', { isCharged: true }),
      ],
      280,
      '2026-11',
    )
    expect(batch.totalMinor).toBe(28_000)
    expect(batch.left.map(({ gap }) => gap)).toEqual(['NO_AREA', 'NOBODY', 'CHARGED'])
    expect(RECEIVABLE_INPUTS.registerMany.shape.period.safeParse('2026-13').success).toBe(false)
  })
})
