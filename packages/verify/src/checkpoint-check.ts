import {
  checkpointHash,
  ledgerKeyHash,
  readCheckpoint,
  readCosignature,
  readNote,
  verifyNoteSignature,
  type Checkpoint,
  type Note,
  type WitnessKey,
} from './checkpoint.ts'
import type { Findings, Where } from './findings.ts'
import { readInstant } from './format.ts'
import { signsAt, type KeyRing } from './keys.ts'

/** A checkpoint as far as it can be judged without the tree. */
export interface JudgedNote {
  readonly note: Note
  readonly checkpoint: Checkpoint
  readonly signed: 'RIGHT' | 'UNSIGNED' | 'WRONG' | 'OUTSIDE_ITS_TIME'
  /** The key that signed, where one did. */
  readonly kid: string | null
}

/** @returns null for what is not written as a checkpoint */
export const judgeNote = (text: string, ring: KeyRing): JudgedNote | null => {
  const note = readNote(text)
  const checkpoint = note && readCheckpoint(note.text)
  if (!note || !checkpoint) return null
  const at = readInstant(checkpoint.at)!
  let outside: string | null = null
  let right: string | null = null
  for (const line of note.signatures) {
    if (line.name !== checkpoint.origin) continue
    for (const key of ring.keys.values()) {
      if (ledgerKeyHash(checkpoint.origin, key.publicKey) !== line.keyHash) continue
      if (!verifyNoteSignature(note.text, line, key.publicKey)) {
        return { note, checkpoint, signed: 'WRONG', kid: key.kid }
      }
      if (signsAt(key, at)) right = key.kid
      else outside = key.kid
    }
  }
  const signed = right ? 'RIGHT' : outside ? 'OUTSIDE_ITS_TIME' : 'UNSIGNED'
  return { note, checkpoint, signed, kid: right ?? outside }
}

/** Reports what is wrong with who signed it. */
export const reportSigning = (it: JudgedNote, where: Where, findings: Findings): void => {
  if (it.signed === 'UNSIGNED') findings.add('CHECKPOINT_UNSIGNED', where)
  if (it.signed === 'WRONG') findings.add('CHECKPOINT_SIGNATURE_WRONG', where)
  if (it.signed === 'OUTSIDE_ITS_TIME') {
    findings.add('CHECKPOINT_KEY_OUTSIDE_ITS_TIME', where, { kid: it.kid!, at: it.checkpoint.at })
  }
}

/** Which of the witnesses cosigned it; a cosignature that does not verify is reported. */
export const cosignersOf = (
  note: Note,
  witnesses: readonly WitnessKey[],
  where: Where,
  findings: Findings,
): readonly string[] =>
  witnesses
    .filter((witness) => {
      const seen = readCosignature(note, witness)
      if (seen === 'WRONG') findings.add('COSIGNATURE_WRONG', { ...where, witness: witness.name })
      return typeof seen === 'number'
    })
    .map(({ name }) => name)

/** What the ledger's own checkpoints are compared with. */
export interface Tree {
  /** The number of entries. */
  readonly size: number
  /** The root of the first `size` entries, hex. */
  readonly rootAt: (size: number) => string
  /** `hash` of the entry, hex. */
  readonly hashAt: (seq: number) => string
}

/** Is the checkpoint true of the ledger? */
export const compareWithTree = (
  { checkpoint }: JudgedNote,
  tree: Tree,
  where: Where,
  findings: Findings,
): boolean => {
  const { size, root, head } = checkpoint
  if (size > tree.size) {
    findings.add('CHECKPOINT_BEYOND_END', where, { size, entries: tree.size })
    return false
  }
  const isRoot = tree.rootAt(size) === root
  if (!isRoot) findings.add('CHECKPOINT_ROOT_DIFFERS', where, { size })
  const isHead = head === tree.hashAt(size - 1)
  if (!isHead) findings.add('CHECKPOINT_HEAD_DIFFERS', where, { seq: size - 1 })
  return isRoot && isHead
}

/** Judges each checkpoint by the one before it. */
export const compareWithBefore = (
  { checkpoint }: JudgedNote,
  before: JudgedNote | null,
  where: Where,
  findings: Findings,
  first: string,
): void => {
  if (before && checkpoint.size < before.checkpoint.size) {
    findings.add('CHECKPOINT_SHRINKS', where, { size: checkpoint.size, before: before.checkpoint.size })
  }
  if (checkpoint.previous !== (before ? checkpointHash(before.note.text) : first)) {
    findings.add('CHECKPOINT_PREVIOUS_DIFFERS', where)
  }
}
