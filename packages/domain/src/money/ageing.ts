import { dayNumber } from '../working-time/local-day.ts'
import { divideHalfUp, safeMinor, shareBasisPoints } from './arithmetic.ts'
import { DEBT_AGES, type DebtAge } from './vocabulary.ts'

/** Days after the due day; negative before it. */
export const daysLate = (dueOn: string, on: string): number => (dayNumber(on) ?? 0) - (dayNumber(dueOn) ?? 0)

/** The last day of each band but the last. */
const LAST: readonly (readonly [DebtAge, number])[] = [
  ['NOT_DUE', 0],
  ['TO_30', 30],
  ['TO_60', 60],
  ['TO_90', 90],
  ['TO_180', 180],
]

export const debtAge = (late: number): DebtAge => LAST.find(([, last]) => late <= last)?.[0] ?? 'OVER_180'

export interface AgedSum {
  readonly band: DebtAge
  readonly minor: number
  readonly count: number
}

/** All bands, the youngest first, with what is open in each. */
export const agedSums = (
  open: readonly { readonly dueOn: string; readonly openMinor: number }[],
  today: string,
): readonly AgedSum[] =>
  DEBT_AGES.map((band) => {
    const here = open.filter(({ dueOn }) => debtAge(daysLate(dueOn, today)) === band)
    return { band, count: here.length, minor: here.reduce((sum, it) => sum + it.openMinor, 0) }
  })

export interface Punctuality {
  /** What was due until today, and what of it was settled by its due day. */
  readonly dueCount: number
  readonly onTimeCount: number
  readonly onTimeBasisPoints: number | null
  /** Mean over all that was due, in tenths of a day; one still open counts until today. Null where nothing was due. */
  readonly meanDaysLateTenths: number | null
}

/** How punctually what was due by today has been paid. */
export const punctuality = (
  due: readonly { readonly dueOn: string; readonly settledOn: string | null }[],
  today: string,
): Punctuality => {
  const counted = due.filter(({ dueOn }) => dueOn <= today)
  const late = counted.map(({ dueOn, settledOn }) => Math.max(0, daysLate(dueOn, settledOn ?? today)))
  // One that falls due today and is open is not late yet, and not paid either.
  const onTime = counted.filter(({ dueOn, settledOn }) => settledOn !== null && settledOn <= dueOn).length
  const sum = late.reduce((all, days) => all + days, 0)
  return {
    dueCount: counted.length,
    onTimeCount: onTime,
    onTimeBasisPoints: shareBasisPoints(onTime, counted.length),
    meanDaysLateTenths:
      counted.length === 0 ? null : safeMinor(divideHalfUp(BigInt(sum) * 10n, BigInt(counted.length))),
  }
}
