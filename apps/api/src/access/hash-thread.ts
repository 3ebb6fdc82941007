/**
 * Argon2 in a thread of its own that takes what the others leave: a password costs several milliseconds of a core and nineteen
 * mebibytes, and whoever works at that moment should not wait for those who try to sign in (threat T12).
 */
import { Worker } from 'node:worker_threads'
import type { Options } from '@node-rs/argon2'

/** Only Linux gives a thread a priority of its own; elsewhere it would be the whole process's. */
const LEAST_URGENT = 19

/** Runs from a text, so that sources, tests and the built system start it alike. */
const SOURCE = `
const { parentPort, workerData } = require('node:worker_threads')
const { hashSync, verifySync } = require('node:module').createRequire(workerData.from)('@node-rs/argon2')
if (process.platform === 'linux') require('node:os').setPriority(workerData.priority)
parentPort.on('message', ({ n, secret, hashed, options }) => {
  try {
    const done = hashed === undefined ? hashSync(secret, options) : verifySync(hashed, secret)
    parentPort.postMessage({ n, done })
  } catch (error) {
    parentPort.postMessage({ n, error })
  }
})`

type Work = { readonly secret: string } & ({ readonly hashed: string } | { readonly options: Options })
type Done = string | boolean
type Answer = { readonly n: number } & ({ readonly done: Done } | { readonly error: Error })

interface Waiting {
  readonly resolve: (done: Done) => void
  readonly reject: (error: Error) => void
}

/** One thread and who waits for it; it keeps no process alive that waits for nothing. */
class HashThread {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #last = 0

  constructor(ended: () => void) {
    const workerData = { from: import.meta.url, priority: LEAST_URGENT }
    this.#worker = new Worker(SOURCE, { eval: true, workerData, execArgv: [] })
    const fail = (error: Error) => {
      ended()
      for (const { reject } of this.#waiting.values()) reject(error)
      this.#waiting.clear()
    }
    this.#worker
      .on('message', (answer: Answer) => this.#settle(answer))
      .on('error', fail)
      .on('exit', (code) => fail(new Error(`The thread that hashes passwords ended with ${code}`)))
  }

  ask(work: Work): Promise<Done> {
    const n = (this.#last += 1)
    return new Promise((resolve, reject) => {
      this.#waiting.set(n, { resolve, reject })
      this.#worker.ref()
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- of windows; this is a thread.
      this.#worker.postMessage({ n, ...work })
    })
  }

  #settle({ n, ...answer }: Answer): void {
    const waiting = this.#waiting.get(n)
    this.#waiting.delete(n)
    if (this.#waiting.size === 0) this.#worker.unref()
    if ('error' in answer) waiting?.reject(answer.error)
    else waiting?.resolve(answer.done)
  }
}

/** Started when it is first needed, and again should it ever end. */
let thread: HashThread | undefined

const ask = (work: Work): Promise<Done> => {
  if (thread) return thread.ask(work)
  const started = new HashThread(() => {
    if (thread === started) thread = undefined
  })
  thread = started
  return started.ask(work)
}

/** PHC string of the secret's hash. */
export const hashed = async (secret: string, options: Options): Promise<string> =>
  (await ask({ secret, options })) as string

/** True when the secret is the one that was hashed. */
export const fitsHash = async (hash: string, secret: string): Promise<boolean> =>
  (await ask({ secret, hashed: hash })) as boolean
