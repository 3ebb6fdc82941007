/** The signer's socket, as the processes that sign know it: one connection, many questions under way. */
import { connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { KeyChanged, SignerAway, type Signer } from './signer.ts'
import type { Answer, Question } from './signer-process.ts'

/** A signer that was killed is back within a second; a signature is the same however often it is asked for. */
const PATIENCE_MILLISECONDS = 4_000
const BETWEEN_TRIES_MILLISECONDS = 100

interface Waiting {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: Error) => void
}

/** Asks the signer that listens at that path. Connects at first need, and anew after it was away. */
export const socketSigner = (
  path: string,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Signer & { close(): void } => {
  let socket: Socket | undefined
  let asked = 0
  const waiting = new Map<number, Waiting>()

  const lose = (of: Socket): void => {
    if (socket !== of) return
    socket = undefined
    const left = [...waiting.values()]
    waiting.clear()
    for (const { reject } of left) reject(new SignerAway('the signer went away'))
  }
  const open = (): Socket => {
    const fresh = connect(path)
    // A process that has nothing else to do may end.
    fresh.unref()
    fresh.on('error', () => lose(fresh)).on('close', () => lose(fresh))
    // It hands the socket's errors on, which are dealt with above.
    const lines = createInterface({ input: fresh }).on('error', () => undefined)
    lines.on('line', (line) => {
      const answer = JSON.parse(line) as Answer
      waiting.get(answer.n)?.resolve(answer)
      waiting.delete(answer.n)
      if (waiting.size === 0) fresh.unref()
    })
    return fresh
  }
  const askOnce = (question: Omit<Question, 'n'>): Promise<Answer> =>
    new Promise((resolve, reject) => {
      socket ??= open()
      const n = (asked += 1)
      waiting.set(n, { resolve, reject })
      socket.ref()
      socket.write(`${JSON.stringify({ n, ...question })}\n`)
    })
  const ask = async (question: Omit<Question, 'n'>): Promise<Answer> => {
    for (const until = performance.now() + patienceMilliseconds; ;) {
      try {
        return await askOnce(question)
      } catch (error) {
        if (performance.now() > until) throw error
        await sleep(BETWEEN_TRIES_MILLISECONDS)
      }
    }
  }

  let known: string | undefined
  return {
    ring: async () => (await ask({ ring: true })).ring!,
    async kid() {
      known ??= (await ask({})).kid!
      return known
    },
    async sign(kid, message) {
      const { sig, refused } = await ask({ kid, message: Buffer.from(message).toString('base64') })
      if (sig !== undefined) return Buffer.from(sig, 'base64')
      known = undefined
      if (refused === 'KEY_CHANGED') throw new KeyChanged()
      throw new Error('The signer does not sign this.')
    },
    close: () => socket?.destroy(),
  }
}
