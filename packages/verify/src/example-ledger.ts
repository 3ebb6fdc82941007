/**
 * Makes ledgers from fixed keys: for the test vectors, the tests and the benchmark. Nothing here is secret and nothing
 * of it signs anything real.
 */
import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto'
import { AUDIT_SUBJECT } from './audit-check.ts'
import { sha256, sha256Hex, toHex } from './bytes.ts'
import { writeCanonical } from './canonical.ts'
import { checkpointHash, cosign, signCheckpoint, readNote } from './checkpoint.ts'
import { commitment } from './document.ts'
import {
  keyId,
  originOf,
  placeEntry,
  signBody,
  ZERO_HASH,
  type AuditBody,
  type Chain,
  type LedgerEntry,
  type SignOffBody,
} from './format.ts'
import { endorseKey, rootKey, type KeyRecord } from './keys.ts'
import { CompactRange, MerkleTree } from './merkle.ts'
import type { Sign } from './signatures.ts'

export interface ExampleKey {
  readonly publicKey: Uint8Array
  readonly kid: string
  readonly sign: Sign
}

const SEED_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex')

/** @param seed 32 bytes, hex: the private key of RFC 8032 */
export const keyOf = (seed: string): ExampleKey => {
  const der = Buffer.concat([SEED_PREFIX, Buffer.from(seed, 'hex')])
  const privateKey: KeyObject = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' })
  const publicKey = spki.subarray(-32)
  return { publicKey, kid: keyId(publicKey), sign: (message) => sign(null, message, privateKey) }
}

/** Keys of RFC 8032 section 7.1, tests 1, 2 and 3, and two more. */
export const KEYS = {
  first: keyOf('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60'),
  second: keyOf('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'),
  witness: keyOf('c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7'),
  attacker: keyOf('f5e5767cf153319517630f226876b86c8160cc583bc013744c6bf255f5cc0ee5'),
  other: keyOf('833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42'),
}

export const WITNESS_NAME = 'auditor.example'
export const ORG = '0b9a3c1e-7f24-4a6d-8c51-2d0e6f7a8b90'
export const START = Date.UTC(2026, 8, 1)
const STEP = 1000

/** A UUID that is always the same for the same words. */
export const uuid = (...words: readonly (string | number)[]): string => {
  const digits = sha256Hex(words.join('/'))
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`
}

const salt = (...words: readonly (string | number)[]): string =>
  sha256Hex(`salt/${words.join('/')}`).slice(0, 32)

export interface ExampleDocument {
  readonly id: string
  readonly content: string
  readonly openings: readonly { readonly path: string; readonly salt: string; readonly value: unknown }[]
}

export interface Example {
  readonly org: string
  readonly origin: string
  readonly keys: readonly KeyRecord[]
  readonly entries: readonly LedgerEntry[]
  readonly checkpoints: readonly string[]
  readonly documents: readonly ExampleDocument[]
  /** The text of a witness's log: every checkpoint. */
  readonly log: string
}

export interface Wish {
  readonly size: number
  readonly every?: number
  readonly org?: string
  /** The sign-offs’, if not said. */
  readonly chain?: Chain
  /** The second key follows the first at this entry. */
  readonly rotateAt?: number
  readonly key?: ExampleKey
  /** No checkpoint after the last of the regular ones. */
  readonly openEnd?: boolean
  readonly withDocuments?: boolean
  /** Changes bodies before they are signed. */
  readonly alter?: (body: SignOffBody, seq: number) => SignOffBody
  /** Changes the rows of an audit trail before they are signed. */
  readonly alterRow?: (row: AuditRow, seq: number) => object
  /** The time of an entry, if not one second after the one before. */
  readonly timeOf?: (seq: number) => number
}

/** Three sign-offs a case, by three persons: prepared, reviewed, approved. */
const STEPS = [
  { meaning: 'PREPARED', verb: 'complaint:propose', role: 'SERVICE_AGENT' },
  { meaning: 'REVIEWED', verb: 'complaint:review', role: 'SERVICE_LEAD' },
  { meaning: 'APPROVED', verb: 'complaint:approve', role: 'MANAGER' },
] as const

export const documentOf = (org: string, seq: number): ExampleDocument => {
  const number = Math.floor(seq / 3)
  const summary = `三单元电梯第 ${number} 次停运`
  const content = {
    amountMinor: 10_000 + number,
    number: `2611-${number}`,
    options: [{ kind: 'REFUND', note: { c: commitment(salt(org, number, 'note'), `退还 ${number} 元`) } }],
    summary: { c: commitment(salt(org, number, 'summary'), summary) },
  }
  return {
    id: uuid(org, 'sign-off', seq),
    content: writeCanonical({ content, subject: 'Complaint', v: 1 }),
    openings: [
      { path: '/options/0/note', salt: salt(org, number, 'note'), value: `退还 ${number} 元` },
      { path: '/summary', salt: salt(org, number, 'summary'), value: summary },
      ...(seq % 2 === 0
        ? [{ path: '#comment', salt: salt(org, seq, 'comment'), value: commentOf(seq) }]
        : []),
    ],
  }
}

const commentOf = (seq: number): string => `同意，第 ${seq} 号`

export const bodyOf = (org: string, seq: number, kid: string, at: number): SignOffBody => {
  const number = Math.floor(seq / 3)
  const step = STEPS[seq % 3]!
  return {
    v: 1,
    org,
    kind: 'SIGN_OFF',
    id: uuid(org, 'sign-off', seq),
    kid,
    subject: { type: 'Complaint', id: uuid(org, 'complaint', number), revision: 1 },
    content: sha256Hex(documentOf(org, seq).content),
    meaning: step.meaning,
    verb: step.verb,
    signer: {
      staff: uuid(org, 'staff', step.role, number % 7),
      person: uuid(org, 'person', step.role, number % 7),
      role: step.role,
    },
    signing: { id: uuid(org, 'signing', number), part: seq % 3 === 0 ? 0 : 1, step: seq % 3 },
    behalf: null,
    comment: seq % 2 === 0 ? { c: commitment(salt(org, seq, 'comment'), commentOf(seq)) } : null,
    signedAt: new Date(at - 40).toISOString(),
    proof: { method: 'SESSION', at: new Date(at - 60_000).toISOString() },
    amount: seq % 5 === 0 ? `${seq + 1}00.00` : null,
  }
}

const iso = (at: number): string => new Date(at).toISOString()

type AuditRow = ReturnType<typeof auditRowOf>

/** One row of an audit trail: who changed a case, with its personal values behind commitments. */
const auditRowOf = (org: string, seq: number, at: number) => ({
  actor: seq % 5 === 4 ? null : uuid(org, 'staff', seq % 7),
  at: iso(at - 700),
  changes: {
    status: [seq % 2 === 0 ? null : 'REGISTERED', 'ACKNOWLEDGED'],
    summary: [null, { c: commitment(salt(org, seq, 'summary'), `漏水 ${seq}`) }],
  },
  reason: seq % 3 === 0 ? { c: commitment(salt(org, seq, 'reason'), `核对 ${seq}`) } : null,
  request: `request-${Math.floor(seq / 2)}`,
  subject: { type: 'complaint', id: uuid(org, 'complaint', seq % 11) },
  verb: 'complaint:acknowledge',
})

const auditDocumentOf = (org: string, seq: number, at: number, alter: Wish['alterRow']): ExampleDocument => {
  const row = auditRowOf(org, seq, at)
  const content = alter?.(row, seq) ?? row
  return {
    id: uuid(org, 'audit', seq),
    content: writeCanonical({ content, subject: AUDIT_SUBJECT, v: 1 } as never),
    openings: [
      { path: '/changes/summary/1', salt: salt(org, seq, 'summary'), value: `漏水 ${seq}` },
      ...(seq % 3 === 0 ? [{ path: '/reason', salt: salt(org, seq, 'reason'), value: `核对 ${seq}` }] : []),
    ],
  }
}

const auditBodyOf = (org: string, kid: string, { id, content }: ExampleDocument): AuditBody => ({
  v: 1,
  org,
  kind: 'AUDIT',
  id,
  kid,
  content: sha256Hex(content),
})

/** A sound ledger. */
export const exampleLedger = async (wish: Wish): Promise<Example> => {
  const {
    size,
    every = 64,
    org = ORG,
    key = KEYS.first,
    chain = 'SIGN_OFFS',
    rotateAt,
    timeOf = (seq) => START + seq * STEP,
  } = wish
  const origin = originOf(org, chain)
  const rows: ExampleDocument[] = []
  const keys: KeyRecord[] = [rootKey(key.publicKey, iso(START - STEP))]
  if (rotateAt !== undefined) {
    const from = iso(timeOf(rotateAt))
    const next = await endorseKey(KEYS.second.publicKey, { by: key.kid, from, retires: from }, key.sign)
    keys.splice(0, 1, { ...keys[0]!, until: from })
    keys.push(next)
  }
  const keyAt = (seq: number) => (rotateAt !== undefined && seq >= rotateAt ? KEYS.second : key)
  const range = new CompactRange()
  const entries: LedgerEntry[] = []
  const checkpoints: string[] = []
  const log: string[] = []
  let previous = ZERO_HASH
  const checkpoint = async (at: number) => {
    const signer = keyAt(Math.max(entries.length - 1, 0))
    const head = entries.at(-1)?.hash ?? ZERO_HASH
    const said = { origin, size: range.size, root: toHex(range.root()), at: iso(at), head, previous }
    const note = await signCheckpoint(said, signer.publicKey, signer.sign)
    const { publicKey, sign } = KEYS.witness
    const seconds = Math.floor(at / 1000) + 2
    checkpoints.push(await cosign(note, { name: WITNESS_NAME, publicKey }, seconds, sign))
    log.push(`${JSON.stringify({ at: iso(at + 5), checkpoint: note })}\n`)
    previous = checkpointHash(readNote(note)!.text)
  }
  for (let seq = 0; seq < size; seq += 1) {
    const at = timeOf(seq)
    const { kid, sign } = keyAt(seq)
    const body = bodyOf(org, seq, kid, at)
    if (chain === 'AUDIT') rows.push(auditDocumentOf(org, seq, at, wish.alterRow))
    const signed = await signBody(
      chain === 'AUDIT' ? auditBodyOf(org, kid, rows[seq]!) : (wish.alter?.(body, seq) ?? body),
      sign,
    )
    const entry = placeEntry(signed, { seq, at, prev: entries.at(-1)?.hash ?? ZERO_HASH })
    entries.push(entry)
    range.append(Buffer.from(entry.hash, 'hex'))
    if ((seq + 1) % every === 0) await checkpoint(at + 10)
  }
  if (!wish.openEnd && (size % every !== 0 || size === 0)) await checkpoint(timeOf(size))
  // An audit trail is nothing without its rows.
  const documents =
    chain === 'AUDIT' ? rows : wish.withDocuments ? entries.map(({ seq }) => documentOf(org, seq)) : []
  return { org, origin, keys, entries, checkpoints, documents, log: log.join('') }
}

/** The text of a ledger's file. */
export const writeLedger = (it: Omit<Example, 'log'>): string =>
  [
    { format: 'steward-ledger/v1', org: it.org, origin: it.origin, keys: it.keys },
    ...it.entries.map((entry) => ({ entry })),
    ...it.checkpoints.map((checkpoint) => ({ checkpoint })),
    ...it.documents.map((document) => ({ document })),
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')

/** A proof of some entries, into the last checkpoint. */
export const proofOf = (it: Example, seqs: readonly number[]) => {
  const checkpoint = it.checkpoints.at(-1)!
  const size = Number(checkpoint.split('\n')[1])
  const tree = new MerkleTree(it.entries.slice(0, size).map(({ hash }) => Buffer.from(hash, 'hex')))
  return {
    format: 'steward-proof/v1',
    org: it.org,
    origin: it.origin,
    keys: it.keys,
    entries: seqs.map((seq) => it.entries[seq]!),
    inclusion: seqs.map((seq) => tree.inclusionProof(seq).map(toHex)),
    documents: seqs.map((seq) => documentOf(it.org, seq)),
    checkpoint,
  }
}

/** Seeded chance: the same numbers for the same seed. @returns whole numbers below `below` */
export const chance = (seed: string): ((below: number) => number) => {
  let state = sha256(seed)
  return (below) => {
    state = createHash('sha256').update(state).digest()
    return Buffer.from(state).readUIntBE(0, 6) % below
  }
}
