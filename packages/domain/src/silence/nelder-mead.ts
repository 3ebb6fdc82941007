/** The lowest point of a function without derivatives: Nelder and Mead (1965), with the usual coefficients. No chance: the same function, the same answer. */

export interface Lowest {
  readonly at: readonly number[]
  readonly value: number
  readonly converged: boolean
}

interface Corner {
  readonly at: readonly number[]
  readonly value: number
}

const between = (from: readonly number[], to: readonly number[], part: number): number[] =>
  from.map((x, i) => x + part * ((to[i] ?? 0) - x))

/** Corners in order, the lowest first; one that is not a number counts as the highest. */
const ordered = (corners: readonly Corner[]): Corner[] =>
  [...corners].sort((a, b) => (a.value === b.value ? 0 : a.value < b.value ? -1 : 1))

export const lowest = (
  f: (at: readonly number[]) => number,
  start: readonly number[],
  { step = 0.5, tolerance = 1e-10, most = 2_000 }: { step?: number; tolerance?: number; most?: number } = {},
): Lowest => {
  const judged = (at: readonly number[]): Corner => {
    const value = f(at)
    return { at, value: Number.isNaN(value) ? Infinity : value }
  }
  let corners = ordered([
    judged(start),
    ...start.map((_, i) => judged(start.map((x, j) => (i === j ? x + step : x)))),
  ])
  for (let n = 0; n < most; n += 1) {
    const best = corners[0]!
    const worst = corners.at(-1)!
    const size = Math.max(
      ...corners.map(({ at }) => Math.max(...at.map((x, i) => Math.abs(x - best.at[i]!)))),
    )
    if (worst.value - best.value <= tolerance * (Math.abs(best.value) + 1) && size <= 1e-6)
      return { ...best, converged: true }
    const others = corners.slice(0, -1)
    const middle = start.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length)
    const reflected = judged(between(middle, worst.at, -1))
    const second = others.at(-1)!
    if (reflected.value < best.value) {
      const expanded = judged(between(middle, worst.at, -2))
      corners = ordered([...others, expanded.value < reflected.value ? expanded : reflected])
    } else if (reflected.value < second.value) corners = ordered([...others, reflected])
    else {
      const nearer = judged(between(middle, (reflected.value < worst.value ? reflected : worst).at, 0.5))
      corners =
        nearer.value < Math.min(reflected.value, worst.value)
          ? ordered([...others, nearer])
          : ordered([best, ...corners.slice(1).map(({ at }) => judged(between(best.at, at, 0.5)))])
    }
  }
  return { ...corners[0]!, converged: false }
}
