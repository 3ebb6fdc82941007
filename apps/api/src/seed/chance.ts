/** Seeded chance: the same seed tells the same story, on whatever day it is told. */
export class Chance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 (inclusive) to 1 (exclusive): mulberry32, 32 bits of state, good enough to mix a story. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A number from `low` to `high`, both fractions of something. */
  from(low: number, high: number): number {
    return low + this.next() * (high - low)
  }

  /** A whole number from `low` to `high`, both inclusive. */
  between(low: number, high: number): number {
    return Math.floor(this.from(low, high + 1))
  }

  happens(probability: number): boolean {
    return this.next() < probability
  }

  /** One of the list; throws RangeError where there is none. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError('nothing to pick from')
    return list[this.between(0, list.length - 1)]!
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K {
    const entries = Object.entries(weights) as [K, number][]
    let left = this.from(
      0,
      entries.reduce((sum, [, weight]) => sum + weight, 0),
    )
    const found = entries.find(([, weight]) => (left -= weight) < 0)
    if (!found) throw new RangeError('nothing to pick from')
    return found[0]
  }

  shuffled<T>(list: readonly T[]): T[] {
    const mixed = [...list]
    for (let last = mixed.length - 1; last > 0; last--) {
      const other = this.between(0, last)
      ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
    }
    return mixed
  }
}

/** Takes turns: whoever was taken least often comes next, by chance among equals. */
export class Rotation<T> {
  readonly #all: readonly T[]
  readonly #chance: Chance
  readonly #taken = new Map<T, number>()

  constructor(all: readonly T[], chance: Chance) {
    this.#all = all
    this.#chance = chance
  }

  /** The next of those that fit; undefined where none does. */
  next(fits: (one: T) => boolean = () => true): T | undefined {
    const fitting = this.#all.filter(fits)
    if (fitting.length === 0) return undefined
    const turns = (one: T) => this.#taken.get(one) ?? 0
    const fewest = Math.min(...fitting.map(turns))
    const one = this.#chance.pick(fitting.filter((it) => turns(it) === fewest))
    this.#taken.set(one, fewest + 1)
    return one
  }
}
