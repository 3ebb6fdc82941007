/**
 * What the attack documents, and random ones, cost the API: processor time of its process per request, from /proc. Each document
 * is meant to be turned away within 50 ms; no answer may be a fault.
 */
import { readFileSync } from 'node:fs'
import { request } from 'node:http'
import { ATTACKS, type Attack } from '../../../apps/api/test/attack-documents.ts'

/** Milliseconds of one of the kernel's clock ticks. */
const TICK = 10
const MOST_MILLISECONDS = 50
/** A tick is coarse: each document is sent this often in a row. */
const REPEATS = 20

/** Processor time that the process has used so far, in milliseconds. */
const processorTime = (pid: number): number => {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ').slice(11, 13)
  return (Number(user) + Number(system)) * TICK
}

const launch = (address: string, attack: Attack): Promise<number> =>
  new Promise((resolve, reject) => {
    const {
      method = 'POST',
      url = '/graphql',
      contentType = 'application/json',
      headers = {},
      payload,
    } = attack
    const sent = request(new URL(url, address), {
      method,
      headers: {
        ...(contentType && payload !== undefined ? { 'content-type': contentType } : {}),
        ...headers,
      },
    })
    sent.once('response', (response) => {
      response.resume()
      response.once('end', () => resolve(response.statusCode ?? 0))
      // A body that is too long is cut off by the server while it is still being sent.
      response.once('error', () => resolve(response.statusCode ?? 0))
    })
    sent.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
    )
    sent.setTimeout(10_000, () => sent.destroy(new Error(`no answer to ${attack.name} in 10 s`)))
    sent.end(payload)
  })

const WORDS = [
  'viewer',
  'complaints',
  'edges',
  'node',
  'id',
  'a',
  'first',
  '__typename',
  '__schema',
  'on',
  'fragment',
]
const MARKS = [
  '{',
  '}',
  '(',
  ')',
  ':',
  '$',
  '...',
  '@include(if: true)',
  '"',
  '"""',
  '#',
  '!',
  '[',
  ']',
  '1',
  '-9e9',
  '\u0000',
  '中',
  '\ud800',
]

/** Words and marks of the language in any order: mostly nonsense, now and then a document. */
const randomDocument = (): string => {
  const parts = [...WORDS, ...MARKS]
  const size = 1 + Math.floor(Math.random() ** 3 * 900)
  return `{ ${Array.from({ length: size }, () => parts[Math.floor(Math.random() * parts.length)]).join(' ')} }`
}

export interface AttackReport {
  readonly slowest: readonly string[]
  readonly faults: number
  readonly tooSlow: number
  readonly randomDocuments: number
  readonly millisecondsPerRandomDocument: number
}

export const attack = async (
  address: string,
  api: () => number,
  randomDocuments: number,
): Promise<AttackReport> => {
  let faults = 0
  const send = async (each: Attack) => {
    const status = await launch(address, each)
    if (status < 500) return
    faults += 1
    console.log(`${each.name}: answered ${status}`)
  }
  // The first of everything is compiled and warmed up.
  for (const each of ATTACKS) await send(each)
  const costs: [name: string, milliseconds: number][] = []
  for (const each of ATTACKS) {
    const before = processorTime(api())
    for (let sent = 0; sent < REPEATS; sent += 1) await send(each)
    costs.push([each.name, (processorTime(api()) - before) / REPEATS])
  }
  const sorted = costs.toSorted(([, a], [, b]) => b - a)
  const before = processorTime(api())
  for (let sent = 0; sent < randomDocuments; sent += 8) {
    const batch = Array.from({ length: 8 }, () => ({
      name: 'a random document',
      payload: JSON.stringify({ query: randomDocument() }),
    }))
    await Promise.all(batch.map(send))
  }
  return {
    slowest: sorted.slice(0, 8).map(([name, milliseconds]) => `${milliseconds.toFixed(1)} ms  ${name}`),
    faults,
    tooSlow: costs.filter(([, milliseconds]) => milliseconds > MOST_MILLISECONDS).length,
    randomDocuments,
    millisecondsPerRandomDocument:
      Math.round(((processorTime(api()) - before) / randomDocuments) * 100) / 100,
  }
}
