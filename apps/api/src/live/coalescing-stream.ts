/** More than this many waiting for one screen: it has long stopped reading. */
const MOST_WAITING = 5_000

/**
 * An endless stream for one reader. What waits to be read is kept by key, the newest for each: a screen that reads slowly is told
 * less often, never something out of date.
 */
export class CoalescingStream<T> implements AsyncIterableIterator<T> {
  readonly #waiting = new Map<string, T>()
  readonly #onEnd: () => void
  #reader: ((result: IteratorResult<T>) => void) | undefined
  #ended = false

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd
  }

  push(key: string, value: T): void {
    if (this.#ended) return
    if (this.#reader) {
      const read = this.#reader
      this.#reader = undefined
      read({ value, done: false })
      return
    }
    this.#waiting.set(key, value)
    if (this.#waiting.size > MOST_WAITING) this.end()
  }

  end(): void {
    if (this.#ended) return
    this.#ended = true
    this.#waiting.clear()
    this.#onEnd()
    this.#reader?.({ value: undefined, done: true })
    this.#reader = undefined
  }

  next(): Promise<IteratorResult<T>> {
    const [first] = this.#waiting
    if (first) {
      this.#waiting.delete(first[0])
      return Promise.resolve({ value: first[1], done: false })
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true })
    return new Promise((resolve) => (this.#reader = resolve))
  }

  return(): Promise<IteratorResult<T>> {
    this.end()
    return Promise.resolve({ value: undefined, done: true })
  }

  [Symbol.asyncIterator](): this {
    return this
  }
}
