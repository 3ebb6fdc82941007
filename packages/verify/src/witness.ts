import { judgeNote, type JudgedNote, type Tree } from './checkpoint-check.ts'
import { hasExactly, isMembers, readStrict } from './canonical.ts'
import type { Findings, Where } from './findings.ts'
import { readInstant } from './format.ts'
import type { KeyRing } from './keys.ts'
import { notesIn } from './mailed.ts'

/** What a witness outside the database kept (FORMAT.md section 7): a log, or the text of a mail. */
export interface WitnessLog {
  /** For the answer: the name of its file. */
  readonly name: string
  readonly text: string
}

/** A checkpoint that a witness saw. */
export interface Seen {
  readonly judged: JudgedNote
  /** When the witness saw it. */
  readonly at: string
  readonly where: Where
}

const isOf = (origin: string, checkpoint: unknown): boolean =>
  typeof checkpoint === 'string' && checkpoint.startsWith(`${origin}\n`)

/** Reads the checkpoints of this ledger that a log or a mail keeps; it may keep those of others too. */
export const readWitnessLog = (
  log: WitnessLog,
  origin: string,
  ring: KeyRing,
  findings: Findings,
): readonly Seen[] => {
  const seen = isLog(log.text) ? readLog(log, origin, ring, findings) : readMail(log, origin, ring, findings)
  if (seen.length === 0) findings.add('WITNESS_OF_OTHER_LEDGER', { witness: log.name }, { origin })
  return seen
}

const isLog = (text: string): boolean => text.startsWith('{')

/** A mail has no time of its own that could be trusted more: it was seen when it was made. */
const readMail = (log: WitnessLog, origin: string, ring: KeyRing, findings: Findings): readonly Seen[] =>
  notesIn(log.text).flatMap(({ note, line }): Seen[] => {
    if (!isOf(origin, note)) return []
    const where = { witness: log.name, witnessLine: line }
    const judged = judgeNote(note, ring)
    if (!judged) findings.add('WITNESS_LINE_WRONG', where)
    return judged ? [{ judged, at: judged.checkpoint.at, where }] : []
  })

const readLog = (log: WitnessLog, origin: string, ring: KeyRing, findings: Findings): readonly Seen[] => {
  const lines = log.text.split('\n')
  // A log that was cut off while a line was written says less than it could: reported, the rest is used.
  const isWhole = lines.pop() === ''
  if (!isWhole) findings.add('WITNESS_LINE_WRONG', { witness: log.name, witnessLine: lines.length + 1 })
  const seen: Seen[] = []
  for (const [index, line] of lines.entries()) {
    const where = { witness: log.name, witnessLine: index + 1 }
    const it = readLine(line)
    const judged = it && judgeNote(it.checkpoint, ring)
    if (!it || (!judged && isOf(origin, it.checkpoint))) findings.add('WITNESS_LINE_WRONG', where)
    else if (judged && judged.checkpoint.origin === origin) seen.push({ judged, at: it.at, where })
  }
  return seen
}

const readLine = (line: string): { readonly at: string; readonly checkpoint: string } | null => {
  try {
    const it = readStrict(line)
    const sound = isMembers(it) && hasExactly(it, ['at', 'checkpoint']) && readInstant(it['at']) !== null
    return sound && typeof it['checkpoint'] === 'string'
      ? { at: it['at'] as string, checkpoint: it['checkpoint'] }
      : null
  } catch {
    return null
  }
}

/**
 * Compares the ledger with what witnesses saw.
 *
 * @param texts the signed texts of the ledger's own checkpoints
 * @returns how many entries, from the first, stand exactly as a witness saw them
 */
export const compareWithWitnesses = (
  seen: readonly Seen[],
  tree: Tree,
  texts: ReadonlySet<string>,
  findings: Findings,
): number => {
  let witnessed = 0
  for (const { judged, at, where } of seen.toSorted((a, b) => sizeOf(a) - sizeOf(b))) {
    const { size, root } = judged.checkpoint
    if (judged.signed !== 'RIGHT') findings.add('WITNESSED_UNSIGNED', where, { size })
    if (size > tree.size) {
      findings.add('WITNESSED_TAIL_MISSING', where, { size, at, entries: tree.size })
    } else if (tree.rootAt(size) !== root) {
      findings.add('WITNESSED_ROOT_DIFFERS', where, { size, at, from: witnessed, to: Math.max(size - 1, 0) })
    } else {
      if (!texts.has(judged.note.text)) findings.add('WITNESSED_CHECKPOINT_MISSING', where, { size, at })
      witnessed = size
    }
  }
  return witnessed
}

const sizeOf = ({ judged }: Seen): number => judged.checkpoint.size
