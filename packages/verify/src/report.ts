import type { WitnessKey } from './checkpoint.ts'
import type { EntryCheck } from './entry-check.ts'
import type { Finding, Findings, Note, Where } from './findings.ts'
import type { KeyRing } from './keys.ts'
import type { Verify } from './signatures.ts'
import type { WitnessLog } from './witness.ts'

export interface Progress {
  /** Read so far. */
  readonly entries: number
}

export interface Options {
  /** The key id of the root key, from a source that is not the ledger. */
  readonly root?: string | undefined
  readonly witnesses?: readonly WitnessLog[]
  readonly witnessKeys?: readonly WitnessKey[]
  /** `false`: the signatures of entries are not checked, and the answer says so. */
  readonly signatures?: boolean
  /** Findings beyond so many are counted only; 1000 if not said. */
  readonly mostFindings?: number
  readonly onProgress?: (progress: Progress) => void
  /** How Ed25519 is verified; on all cores if not said. */
  readonly verify?: Verify
}

/** What a verifier answers. */
export interface Report {
  readonly valid: boolean
  readonly format: string
  readonly organization: string
  /** The key id of the root key of the file; null where it has none. */
  readonly rootKey: string | null
  /** Was it the one the user named? `false`: taken on trust, or another. */
  readonly rootNamed: boolean
  readonly entries: number
  readonly checkpoints: number
  /** Entries under the last checkpoint that the ledger signed. */
  readonly checkpointed: number
  /** Entries, from the first, that stand as a witness saw them; of a proof: the size of its checkpoint, or 0. */
  readonly witnessed: number
  readonly documents: number
  readonly openings: number
  readonly signaturesChecked: number
  /** In the order of the file. */
  readonly findings: readonly Finding[]
  /** More than `findings` holds where there were very many. */
  readonly findingCount: number
  readonly notes: readonly Note[]
}

type Counts = Omit<Report, 'valid' | 'rootKey' | 'rootNamed' | 'findings' | 'findingCount' | 'notes'>

export const report = (findings: Findings, ring: KeyRing, { root }: Options, counts: Counts): Report => ({
  valid: findings.count === 0,
  ...counts,
  rootKey: ring.root,
  rootNamed: root !== undefined && ring.root === root,
  findings: findings.sorted(),
  findingCount: findings.count,
  notes: findings.notes,
})

/** Reports the faults of the ring, and whether its root is the one that the user trusts. */
export const checkRing = (ring: KeyRing, { root }: Options, findings: Findings, where: Where): void => {
  for (const { index, fault } of ring.faults) findings.add('KEY_WRONG', { ...where, key: index }, { fault })
  if (root === undefined) {
    if (ring.root !== null) findings.note('ROOT_ON_TRUST', { kid: ring.root })
  } else if (root !== ring.root) {
    findings.add('ROOT_KEY_DIFFERS', where, { expected: root, found: ring.root ?? '?' })
  }
}

/** Reports what was read and not judged. */
export const noteEntries = (entries: EntryCheck, { signatures }: Options, findings: Findings): void => {
  for (const [kind, count] of entries.unknownKinds) findings.note('KIND_UNKNOWN', { kind, count })
  for (const [method, count] of entries.methods) findings.note('PROOF_METHOD', { method, count })
  if (entries.notCountersigned > 0)
    findings.note('PASSKEY_NOT_COUNTERSIGNED', { count: entries.notCountersigned })
  if (signatures === false) findings.note('SIGNATURES_NOT_CHECKED')
}
