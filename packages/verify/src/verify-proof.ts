import { fromHex, isHex } from './bytes.ts'
import { checkpointHash } from './checkpoint.ts'
import { cosignersOf, judgeNote, reportSigning, type JudgedNote } from './checkpoint-check.ts'
import { hasExactly, isMembers, readStrict, type Members } from './canonical.ts'
import { DocumentCheck } from './document-check.ts'
import { EntryCheck } from './entry-check.ts'
import type { ReadEntry } from './entry-shape.ts'
import { Findings, Unusable } from './findings.ts'
import { isUuid, originOf, ZERO_HASH } from './format.ts'
import { KeyRing } from './keys.ts'
import { verifyInclusion } from './merkle.ts'
import { checkRing, noteEntries, report, type Options, type Report } from './report.ts'
import { SignatureQueue } from './signatures.ts'
import { readWitnessLog, type Seen } from './witness.ts'

export const PROOF_FORMAT = 'steward-proof/v1'
const MEMBERS = [
  'checkpoint',
  'documents',
  'entries',
  'format',
  'inclusion',
  'keys',
  'org',
  'origin',
] as const

/**
 * Verifies a proof (FORMAT.md section 7): a few entries, and that they are in the ledger which the checkpoint names.
 *
 * @throws Unusable for what is not written as a proof is
 */
export const verifyProof = async (text: string, options: Options = {}): Promise<Report> => {
  const proof = readProof(text)
  const org = proof['org'] as string
  const origin = originOf(org)
  const findings = new Findings(options.mostFindings ?? 1000)
  if (proof['origin'] !== origin) {
    const details = { member: 'origin', expected: origin, found: String(proof['origin']) }
    findings.add('HEADER_WRONG', {}, details)
  }
  const ring = new KeyRing(proof['keys'] as unknown[])
  checkRing(ring, options, findings, {})
  const queue = new SignatureQueue(options.verify)
  const entryCheck = new EntryCheck(org, ring, findings, options.signatures === false ? null : queue)
  const entries = proof['entries'] as unknown[]
  const checkpoint = checkCheckpoint(proof['checkpoint'] as string, origin, ring, findings)
  checkEntries(entries, proof['inclusion'] as unknown[], entryCheck, checkpoint, findings)
  await queue.drain(0)
  const documents = new DocumentCheck(entryCheck, findings)
  for (const document of proof['documents'] as unknown[]) documents.check(document, {})
  const witnessed = checkpoint && checkWitnesses(checkpoint, origin, ring, options, findings)
  noteEntries(entryCheck, options, findings)
  const size = checkpoint?.checkpoint.size ?? 0
  return report(findings, ring, options, {
    format: PROOF_FORMAT,
    organization: org,
    entries: entries.length,
    checkpoints: 1,
    checkpointed: size,
    witnessed: witnessed ? size : 0,
    documents: documents.documents,
    openings: documents.openings,
    signaturesChecked: queue.checked,
  })
}

const readProof = (text: string): Members => {
  let it: unknown
  try {
    it = readStrict(text)
  } catch {
    it = null
  }
  const lists = ['keys', 'entries', 'inclusion', 'documents']
  if (
    isMembers(it) &&
    hasExactly(it, MEMBERS) &&
    it['format'] === PROOF_FORMAT &&
    isUuid(it['org']) &&
    typeof it['checkpoint'] === 'string'
  ) {
    const members = it
    if (lists.every((name) => Array.isArray(members[name]))) return members
  }
  throw new Unusable(`这不是“${PROOF_FORMAT}”的文件。`, `This is no file of “${PROOF_FORMAT}”.`)
}

const checkCheckpoint = (
  text: string,
  origin: string,
  ring: KeyRing,
  findings: Findings,
): JudgedNote | null => {
  const where = { checkpoint: 0 }
  const judged = judgeNote(text, ring)
  if (!judged) {
    findings.add('CHECKPOINT_MALFORMED', where)
    return null
  }
  const found = judged.checkpoint.origin
  if (found !== origin) findings.add('CHECKPOINT_OF_OTHER_LEDGER', where, { found })
  reportSigning(judged, where, findings)
  return judged
}

const checkEntries = (
  entries: readonly unknown[],
  inclusion: readonly unknown[],
  check: EntryCheck,
  judged: JudgedNote | null,
  findings: Findings,
): void => {
  if (inclusion.length !== entries.length) {
    const details = { member: 'inclusion', expected: String(entries.length), found: String(inclusion.length) }
    findings.add('HEADER_WRONG', {}, details)
  }
  let before: ReadEntry | null = null
  for (const [index, it] of entries.entries()) {
    const entry = check.check(it, {})
    if (!entry) continue
    compareNeighbours(entry, before, findings)
    if (judged) compareInclusion(entry, inclusion[index], judged, findings)
    before = entry
  }
}

/** Entries stand in order; of two that follow one another the second names the first. */
const compareNeighbours = (entry: ReadEntry, before: ReadEntry | null, findings: Findings): void => {
  const { seq, at } = entry
  if (before && seq <= before.seq) {
    findings.add('SEQUENCE_BROKEN', { seq }, { expected: `> ${before.seq}`, found: seq })
  }
  if (before && at < before.at) {
    const [one, other] = [at, before.at].map((time) => new Date(time).toISOString()) as [string, string]
    findings.add('TIME_RUNS_BACK', { seq }, { at: one, before: other })
  }
  const expected = seq === 0 ? ZERO_HASH : before?.seq === seq - 1 ? before.hash : entry.prev
  if (entry.prev !== expected) findings.add('PREVIOUS_DIFFERS', { seq })
}

const compareInclusion = (
  { seq, hash }: ReadEntry,
  path: unknown,
  { checkpoint: { size, root, head } }: JudgedNote,
  findings: Findings,
): void => {
  if (seq >= size) {
    findings.add('ENTRY_BEYOND_CHECKPOINT', { seq }, { size })
    return
  }
  if (seq === size - 1 && hash !== head) findings.add('CHECKPOINT_HEAD_DIFFERS', { checkpoint: 0 }, { seq })
  const isPath = Array.isArray(path) && path.every((node) => isHex(node, 32))
  const nodes = isPath ? (path as string[]).map((node) => fromHex(node, 32)) : null
  if (!nodes || !verifyInclusion(seq, size, fromHex(hash, 32), nodes, fromHex(root, 32))) {
    findings.add('INCLUSION_WRONG', { seq })
  }
}

/** Did any witness see this checkpoint, or one that names it as the one before? */
const checkWitnesses = (
  judged: JudgedNote,
  origin: string,
  ring: KeyRing,
  { witnesses = [], witnessKeys = [] }: Options,
  findings: Findings,
): boolean => {
  const seen = witnesses.flatMap((log) => readWitnessLog(log, origin, ring, findings))
  const cosigners = cosignersOf(judged.note, witnessKeys, { checkpoint: 0 }, findings)
  for (const it of seen) compareWithSeen(judged, it, findings)
  const { text } = judged.note
  const named = checkpointHash(text)
  const isSeen = seen.some((it) => it.judged.note.text === text || it.judged.checkpoint.previous === named)
  if (witnesses.length === 0 && witnessKeys.length === 0) findings.note('NO_WITNESS')
  else if (!isSeen && cosigners.length === 0) findings.note('CHECKPOINT_NOT_WITNESSED')
  return isSeen || cosigners.length > 0
}

/** Two checkpoints of one size with different roots, or two that both follow a third, are two histories. */
const compareWithSeen = (
  judged: JudgedNote,
  { judged: other, at, where }: Seen,
  findings: Findings,
): void => {
  const [mine, theirs] = [judged.checkpoint, other.checkpoint]
  if (other.signed !== 'RIGHT') findings.add('WITNESSED_UNSIGNED', where, { size: theirs.size })
  if (mine.size === theirs.size && mine.root !== theirs.root) {
    const details = { size: mine.size, at, from: 0, to: Math.max(mine.size - 1, 0) }
    findings.add('WITNESSED_ROOT_DIFFERS', where, details)
  } else if (mine.previous === theirs.previous && judged.note.text !== other.note.text) {
    findings.add('WITNESSED_CHECKPOINT_MISSING', where, { size: theirs.size, at })
  }
}
