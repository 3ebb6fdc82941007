/** Figures over key accounts: who was lost, who moved up, how much of the revenue the largest fifth bring. */
import { isHigherTier, type KeyAccountReleaseReason, type KeyAccountTier } from './vocabulary.ts'

/** One time that a client was listed. */
export interface ListedTime {
  readonly since: string
  readonly releasedOn: string | null
  readonly releaseReason: KeyAccountReleaseReason | null
}

export interface TierMove {
  readonly on: string
  readonly from: KeyAccountTier
  readonly to: KeyAccountTier
}

export interface KeyAccountYear {
  readonly year: number
  /** Listed on at least one day of the year. */
  readonly accounts: number
  /** Released in the year because they left us. */
  readonly lost: number
  /** `lost` of `accounts`, in basis points; 0 where nobody was listed. */
  readonly churnBasisPoints: number
  readonly movedUp: number
  readonly movedDown: number
}

const yearIn = (day: string): number => Number(day.slice(0, 4))

/** Year by year, from the first in which somebody was listed. */
export const keyAccountYears = (
  times: readonly ListedTime[],
  moves: readonly TierMove[],
  today: string,
): KeyAccountYear[] => {
  if (times.length === 0) return []
  const first = Math.min(...times.map(({ since }) => yearIn(since)))
  const years = Array.from({ length: yearIn(today) - first + 1 }, (_, nth) => first + nth)
  return years.map((year) => {
    const listed = times.filter(
      ({ since, releasedOn }) => yearIn(since) <= year && (releasedOn === null || yearIn(releasedOn) >= year),
    )
    const lost = listed.filter(
      ({ releasedOn, releaseReason }) =>
        releaseReason === 'LOST' && releasedOn !== null && yearIn(releasedOn) === year,
    ).length
    const inYear = moves.filter(({ on }) => yearIn(on) === year)
    return {
      year,
      accounts: listed.length,
      lost,
      churnBasisPoints: listed.length === 0 ? 0 : Math.round((10_000 * lost) / listed.length),
      movedUp: inYear.filter(({ from, to }) => isHigherTier(to, from)).length,
      movedDown: inYear.filter(({ from, to }) => isHigherTier(from, to)).length,
    }
  })
}

export interface TopShare {
  readonly accounts: number
  /** The largest fifth, at least one. */
  readonly top: number
  readonly revenueMinor: number
  readonly topMinor: number
  /** In basis points; null where there is no revenue. */
  readonly shareBasisPoints: number | null
}

/** What the largest fifth of the listed accounts bring of the revenue of all of them. @param revenues of each account, in minor units */
export const topFifth = (revenues: readonly number[]): TopShare => {
  const sorted = revenues.toSorted((one, other) => other - one)
  const top = sorted.length === 0 ? 0 : Math.max(1, Math.round(sorted.length / 5))
  const sum = (of: readonly number[]) => of.reduce((all, it) => all + it, 0)
  const revenueMinor = sum(sorted)
  const topMinor = sum(sorted.slice(0, top))
  return {
    accounts: sorted.length,
    top,
    revenueMinor,
    topMinor,
    shareBasisPoints: revenueMinor <= 0 ? null : Math.round((10_000 * topMinor) / revenueMinor),
  }
}
