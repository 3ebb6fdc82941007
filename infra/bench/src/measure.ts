/** A closed loop of so many callers for so long; what it came to. */
export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failed: number
}

/** Calls `once` from `callers` loops for `milliseconds`; times in milliseconds. */
export const measure = async (
  once: () => Promise<boolean>,
  { callers = 32, milliseconds }: { callers?: number; milliseconds: number },
): Promise<Measured> => {
  const times: number[] = []
  let failed = 0
  const end = performance.now() + milliseconds
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const from = performance.now()
        if (!(await once().catch(() => false))) failed += 1
        times.push(performance.now() - from)
      }
    }),
  )
  const seconds = (performance.now() - startedAt) / 1000
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { perSecond: Math.round(times.length / seconds), p50: at(0.5), p99: at(0.99), failed }
}

/** The middle one of several runs, by throughput. */
export const median = (runs: readonly Measured[]): Measured =>
  runs.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)]!
