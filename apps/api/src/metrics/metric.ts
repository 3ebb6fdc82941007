/** The text that Prometheus reads (exposition format 0.0.4), and the three kinds of figures that we give. */

type Labels = Readonly<Record<string, string>>

export interface Metric {
  readonly name: string
  lines(): readonly string[]
}

const head = (name: string, help: string, type: 'counter' | 'gauge' | 'histogram'): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
]

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')

const labelled = (name: string, labels: Labels): string => {
  const parts = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`)
  return parts.length > 0 ? `${name}{${parts.join(',')}}` : name
}

/** A figure of this moment, by its labels. */
export const gauge = (
  name: string,
  help: string,
  values: readonly (readonly [Labels, number])[],
): readonly string[] => [
  ...head(name, help, 'gauge'),
  ...values.map(([labels, value]) => `${labelled(name, labels)} ${value}`),
]

/** Counts what happens. Labels take their values from short lists of ours, never from a request. */
export class Counter<L extends string> implements Metric {
  readonly #series = new Map<string, { labels: Labels; count: number }>()

  constructor(
    readonly name: string,
    private readonly help: string,
  ) {}

  add(labels: Readonly<Record<L, string>>): void {
    const key = labelled(this.name, labels)
    const series = this.#series.get(key) ?? { labels, count: 0 }
    series.count += 1
    this.#series.set(key, series)
  }

  lines(): readonly string[] {
    return [
      ...head(this.name, this.help, 'counter'),
      ...[...this.#series].map(([key, { count }]) => `${key} ${count}`),
    ]
  }
}

/** Upper bounds in seconds: from a read that is one statement to one that the statement timeout of 5 s ends. */
const BOUNDS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** How long something takes, in seconds. */
export class Histogram<L extends string> implements Metric {
  readonly #series = new Map<string, { labels: Labels; counts: number[]; sum: number; count: number }>()

  constructor(
    readonly name: string,
    private readonly help: string,
  ) {}

  observe(labels: Readonly<Record<L, string>>, seconds: number): void {
    const key = labelled(this.name, labels)
    const series = this.#series.get(key) ?? { labels, counts: BOUNDS.map(() => 0), sum: 0, count: 0 }
    const bound = BOUNDS.findIndex((limit) => seconds <= limit)
    if (bound >= 0) series.counts[bound]! += 1
    series.sum += seconds
    series.count += 1
    this.#series.set(key, series)
  }

  lines(): readonly string[] {
    return [
      ...head(this.name, this.help, 'histogram'),
      ...[...this.#series.values()].flatMap(({ labels, counts, sum, count }) => {
        let below = 0
        const buckets = BOUNDS.map((limit, at) => {
          below += counts[at]!
          return `${labelled(`${this.name}_bucket`, { ...labels, le: String(limit) })} ${below}`
        })
        return [
          ...buckets,
          `${labelled(`${this.name}_bucket`, { ...labels, le: '+Inf' })} ${count}`,
          `${labelled(`${this.name}_sum`, labels)} ${sum}`,
          `${labelled(`${this.name}_count`, labels)} ${count}`,
        ]
      }),
    ]
  }
}
