/** Speaks with a cosigning witness as FORMAT.md, section 9, has it; what came of it is an answer, never an exception. */
import type { WitnessFailure } from '@steward/domain'
import { fromHex, readCosignature, readNote } from '@steward/verify'
import { callEndpoint, type Reply } from '../webhooks/call-endpoint.ts'
import { findEndpoint, type EndpointRules } from '../webhooks/public-address.ts'

/** How one question reaches a witness: a reply, or why there is none. */
export type AskWitness = (url: string, question: string) => Promise<Reply | WitnessFailure>

/** Public addresses alone, as with web hooks. */
export const askWitness =
  (rules: EndpointRules): AskWitness =>
  async (url, question) => {
    const endpoint = await findEndpoint(url, rules)
    if (endpoint === 'UNKNOWN_HOST') return 'UNREACHABLE'
    if (typeof endpoint === 'string') return 'NOT_PUBLIC'
    try {
      return await callEndpoint(endpoint, question, {
        'content-type': 'text/plain; charset=utf-8',
        'user-agent': 'Steward-Ledger',
      })
    } catch (error) {
      return (error as Error).name === 'TimeoutError' ? 'TIMEOUT' : 'UNREACHABLE'
    }
  }

export interface Cosigner {
  readonly name: string
  readonly url: string
  /** hex */
  readonly publicKey: string
}

export interface Presented {
  /** Entries of the checkpoint. */
  readonly size: number
  /** The whole note. */
  readonly note: string
  /** What the witness is believed to have seen. */
  readonly seen: number
  /** The consistency proof from so many entries, hex. */
  readonly proofFrom: (size: number) => Promise<readonly string[]>
}

/** The lines that the witness signed. */
export interface Cosigned {
  readonly lines: string
}

/** Presents a checkpoint; once more from where the witness says that it stands. */
export const presentCheckpoint = async (
  ask: AskWitness,
  witness: Cosigner,
  presented: Presented,
): Promise<Cosigned | WitnessFailure> => {
  const { size } = presented
  let old = Math.min(presented.seen, size)
  for (let turn = 0; turn < 2; turn += 1) {
    const reply = await ask(witness.url, await question(presented, old))
    if (typeof reply === 'string') return reply
    if (reply.status !== 409) return judge(reply, witness, presented)
    const has = /^(0|[1-9]\d{0,15})\n?$/.exec(reply.body)?.[1]
    if (has === undefined) return 'REFUSED'
    if (Number(has) > size) return 'SAW_MORE'
    if (Number(has) === old) return 'SAW_ANOTHER'
    old = Number(has)
  }
  return 'REFUSED'
}

const question = async ({ note, proofFrom }: Presented, old: number): Promise<string> => {
  const proof = (await proofFrom(old)).map((node) => `${Buffer.from(node, 'hex').toString('base64')}\n`)
  return `old ${old}\n${proof.join('')}\n${note}`
}

const FAILURES: Readonly<Record<number, WitnessFailure>> = {
  403: 'UNTRUSTED_KEY',
  404: 'UNKNOWN_LEDGER',
  422: 'SAW_ANOTHER',
}

/** A signature counts when it was made by the key that was written down at the appointment. */
const judge = (
  { status, body }: Reply,
  { name, publicKey }: Cosigner,
  { note }: Presented,
): Cosigned | WitnessFailure => {
  if (status !== 200) return FAILURES[status] ?? 'REFUSED'
  const lines = body
    .split('\n')
    .filter((line) => line.startsWith(`— ${name} `))
    .map((line) => `${line}\n`)
    .join('')
  const read = lines === '' ? null : readNote(note + lines)
  const seen = read && readCosignature(read, { name, publicKey: fromHex(publicKey, 32) })
  return typeof seen === 'number' ? { lines } : 'WRONG_COSIGNATURE'
}
