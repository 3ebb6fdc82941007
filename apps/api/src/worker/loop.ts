import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../runtime/log.ts'

/** A piece of work that the process does again and again. */
export interface LoopWork {
  readonly name: string
  readonly everyMilliseconds: number
  /** One turn; true: there may be more, so the next turn follows at once. */
  readonly turn: () => Promise<boolean>
}

/** After a failure the next turn waits a little: the database may be down. */
const AFTER_FAILURE_MILLISECONDS = 500

/** Does its turns one after the other until it is stopped; a failure is logged and never ends it. */
export class Loop {
  readonly name: string
  /** Milliseconds of `performance.now()` when a turn last ended well; at first, when the loop began. */
  succeededAt = performance.now()
  /** Turns that failed since then. */
  failures = 0
  readonly #stopping = new AbortController()
  readonly #done: Promise<void>

  constructor(work: LoopWork, log: Log) {
    this.name = work.name
    this.#done = this.#run(work, log)
  }

  /** Ends after the turn that is under way. */
  async stop(): Promise<void> {
    this.#stopping.abort()
    await this.#done
  }

  async #run({ everyMilliseconds, turn }: LoopWork, log: Log): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      let wait = everyMilliseconds
      try {
        if (await turn()) wait = 0
        this.succeededAt = performance.now()
        this.failures = 0
      } catch (error) {
        this.failures += 1
        wait = Math.max(wait, AFTER_FAILURE_MILLISECONDS)
        const { name, code } = error as Error & { code?: unknown }
        // The first of a row of failures; the database being away is no news twice a second.
        if (this.failures === 1) log.error({ loop: this.name, type: name, code }, 'a turn failed')
      }
      await sleep(wait, undefined, { signal }).catch(() => undefined)
    }
  }
}
