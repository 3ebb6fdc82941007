import type { FindingCode, LedgerEntry, Opening, VerifyOptions, VerifyReport, Verify } from '../src/index.ts'
import { verifyLedger, verifySignature } from '../src/index.ts'
import { KEYS, writeLedger, type Example } from '../src/example-ledger.ts'

/** The drill tries every place instead of samples of them: minutes instead of seconds. */
export const isDrill = process.env['STEWARD_VERIFY_DRILL'] !== undefined

const known = new Map<string, boolean>()

/** Verifies each signature truly, but once: thousands of attacks share all entries but one. */
export const once: Verify = (message, signature, key, done) => {
  const { x } = key.export({ format: 'jwk' })
  const id = `${x} ${Buffer.from(message).toString('base64')} ${Buffer.from(signature).toString('base64')}`
  let right = known.get(id)
  if (right === undefined) known.set(id, (right = verifySignature(message, signature, key)))
  done(right)
}

export type Ledger = Omit<Example, 'log'>

export const check = (
  ledger: Ledger | string | Uint8Array,
  options: VerifyOptions = {},
): Promise<VerifyReport> => {
  const file =
    ledger instanceof Uint8Array
      ? ledger
      : Buffer.from(typeof ledger === 'string' ? ledger : writeLedger(ledger))
  return verifyLedger([file], { root: KEYS.first.kid, verify: once, ...options })
}

export const codesOf = (report: VerifyReport): readonly FindingCode[] => [
  ...new Set(report.findings.map(({ code }) => code)),
]

/** What a witness outside kept of the true ledger. */
export const witnessed = (ledger: Example): VerifyOptions => ({
  witnesses: [{ name: 'a.witness.log', text: ledger.log }],
})

/** The bytes with one bit turned over. */
export const flipped = (bytes: Uint8Array, bit: number): Buffer => {
  const copy = Buffer.from(bytes)
  copy[bit >> 3]! ^= 1 << (bit & 7)
  return copy
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
type List<T> = [T, T, T, ...T[]]

/** Documents to be changed as an attacker would; at least three, each of at least three openings. */
export type MutableDocument = { id: string; content: string; openings: List<Mutable<Opening>>; more?: number }
export type MutableDocuments = [MutableDocument, ...List<MutableDocument>]

/** A proof to be changed. */
export interface MutableProof {
  org: string
  origin: string
  keys: unknown[]
  entries: List<Mutable<LedgerEntry>>
  inclusion: List<string[]>
  documents: List<MutableDocument>
  checkpoint: string
}

/** A deep copy under a type that may be changed. */
export const mutable = <T>(value: unknown): T => structuredClone(value) as T

/** Exchanges the first two. */
export const exchange = <T>(list: List<T>): void => {
  const [first, second] = list
  list[0] = second
  list[1] = first
}
