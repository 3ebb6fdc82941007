import { bytesOfHex, fromHex, Records, toHex } from './bytes.ts'
import { AuditCheck } from './audit-check.ts'
import { hasExactly, isMembers, readStrict } from './canonical.ts'
import {
  compareWithBefore,
  compareWithTree,
  cosignersOf,
  judgeNote,
  reportSigning,
  type JudgedNote,
  type Tree,
} from './checkpoint-check.ts'
import { DocumentCheck } from './document-check.ts'
import { EntryCheck } from './entry-check.ts'
import type { ReadEntry } from './entry-shape.ts'
import { Findings, Unusable } from './findings.ts'
import { chainOf, isUuid, originOf, ZERO_HASH } from './format.ts'
import { KeyRing } from './keys.ts'
import { readLines, type Line } from './lines.ts'
import { CompactRange, EMPTY_ROOT } from './merkle.ts'
import { checkRing, noteEntries, report, type Options, type Report } from './report.ts'
import { SignatureQueue } from './signatures.ts'
import { compareWithWitnesses, readWitnessLog } from './witness.ts'

export const LEDGER_FORMAT = 'steward-ledger/v1'

/**
 * Verifies a ledger's file (FORMAT.md sections 7 and 8), line by line: a million entries take about 300 MB of memory.
 *
 * @param chunks the bytes of the file, in pieces of any size
 * @throws Unusable for what does not begin as a ledger's file does
 */
export const verifyLedger = async (
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  options: Options = {},
): Promise<Report> => {
  let walk: LedgerWalk | undefined
  for await (const lines of readLines(chunks)) {
    for (const line of lines) {
      if (walk) walk.read(line)
      else walk = new LedgerWalk(line, options)
      if (walk.queue.isFull) await walk.queue.drain()
    }
    options.onProgress?.({ entries: walk?.entries ?? 0 })
  }
  if (!walk) throw new Unusable('文件是空的。', 'The file is empty.')
  await walk.queue.drain(0)
  return walk.finish()
}

const ORDER = ['entry', 'checkpoint', 'document'] as const
type Kind = (typeof ORDER)[number]

class LedgerWalk {
  readonly #options: Options
  readonly #origin: string
  readonly #org: string
  readonly #ring: KeyRing
  readonly #findings: Findings
  readonly #entryCheck: EntryCheck
  readonly #documentCheck: DocumentCheck
  readonly #auditCheck: AuditCheck | null
  readonly #hashes = new Records(32)
  readonly #checkpoints: { readonly text: string; readonly line: number }[] = []
  readonly queue: SignatureQueue
  #phase = 0
  #before: ReadEntry | null = null
  #expected = 0

  constructor(header: Line, options: Options) {
    const read = readHeader(header)
    this.#options = options
    this.#org = read.org
    const chain = chainOf(read.org, read.origin)
    this.#origin = originOf(read.org, chain)
    this.#findings = new Findings(options.mostFindings ?? 1000)
    if (!header.isWhole) this.#findings.add('FILE_CUT_OFF', { line: 1 })
    if (chain === undefined) {
      const details = { member: 'origin', expected: this.#origin, found: String(read.origin) }
      this.#findings.add('HEADER_WRONG', { line: 1 }, details)
    }
    this.#ring = new KeyRing(read.keys)
    checkRing(this.#ring, options, this.#findings, { line: 1 })
    this.queue = new SignatureQueue(options.verify)
    const queue = options.signatures === false ? null : this.queue
    this.#auditCheck = chain === 'AUDIT' ? new AuditCheck(this.#findings) : null
    this.#entryCheck = new EntryCheck(read.org, this.#ring, this.#findings, queue, this.#auditCheck)
    this.#documentCheck = new DocumentCheck(this.#entryCheck, this.#findings, this.#auditCheck)
  }

  get entries(): number {
    return this.#hashes.length
  }

  read({ number: line, text, isWhole }: Line): void {
    if (!isWhole) this.#findings.add('FILE_CUT_OFF', { line })
    let it: unknown
    try {
      it = text === null ? null : readStrict(text)
    } catch (error) {
      this.#findings.add('LINE_UNREADABLE', { line }, { reason: (error as Error).message })
      return
    }
    const kind = isMembers(it) && Object.keys(it).length === 1 ? (Object.keys(it)[0] as Kind) : undefined
    const phase = ORDER.indexOf(kind as Kind)
    if (!isMembers(it) || kind === undefined || phase < 0) {
      const reason = text === null ? 'not UTF-8' : 'neither entry, nor checkpoint, nor document'
      this.#findings.add('LINE_UNREADABLE', { line }, { reason })
      return
    }
    if (phase < this.#phase) this.#findings.add('LINE_OUT_OF_ORDER', { line }, { kind })
    this.#phase = Math.max(this.#phase, phase)
    if (kind === 'entry') this.#entry(it[kind], line)
    else if (kind === 'document') this.#documentCheck.check(it[kind], { line })
    else this.#checkpoints.push({ text: typeof it[kind] === 'string' ? it[kind] : '', line })
  }

  #entry(it: unknown, line: number): void {
    const entry = this.#entryCheck.check(it, { line })
    if (!entry) {
      this.#hashes.push(fromHex(ZERO_HASH, 32))
      this.#expected += 1
      this.#before = null
      return
    }
    const where = { line, seq: entry.seq }
    if (entry.seq !== this.#expected) {
      this.#findings.add('SEQUENCE_BROKEN', where, { expected: this.#expected, found: entry.seq })
    }
    if (this.#before && entry.at < this.#before.at) {
      this.#findings.add('TIME_RUNS_BACK', where, {
        at: new Date(entry.at).toISOString(),
        before: new Date(this.#before.at).toISOString(),
      })
    }
    const expectedPrevious = this.#hashes.length === 0 ? ZERO_HASH : this.#before?.hash
    if (expectedPrevious !== undefined && entry.prev !== expectedPrevious) {
      this.#findings.add('PREVIOUS_DIFFERS', where)
    }
    this.#hashes.push(bytesOfHex(entry.hash))
    this.#expected = entry.seq + 1
    this.#before = { seq: entry.seq, at: entry.at, prev: entry.prev, hash: entry.hash }
  }

  finish(): Report {
    this.#auditCheck?.finish()
    const { witnesses = [], witnessKeys = [] } = this.#options
    const findings = this.#findings
    const judged = this.#checkpoints.map(({ text }) => judgeNote(text, this.#ring))
    const seen = witnesses.flatMap((log) => readWitnessLog(log, this.#origin, this.#ring, findings))
    const sizes = [...judged, ...seen.map((it) => it.judged)].map((it) => it?.checkpoint.size ?? 0)
    const tree = treeOf(this.#hashes, sizes)

    const cosigned = this.#checkCheckpoints(judged, tree)
    const texts = new Set(judged.map((it) => it?.note.text ?? ''))
    const sound = judged.findLast((it) => it?.signed === 'RIGHT' && it.checkpoint.size <= tree.size)
    const fromLogs = compareWithWitnesses(seen, tree, texts, findings)
    const witnessed = Math.max(fromLogs, ...cosigned.values(), 0)
    for (const { name } of witnessKeys) {
      if (!cosigned.has(name)) findings.note('KEYS_WITHOUT_COSIGNATURE', { witness: name })
    }
    const isWitnessed = witnesses.length > 0 || cosigned.size > 0
    if (!isWitnessed) findings.note('NO_WITNESS')
    else if (witnessed < tree.size) {
      const range = { from: witnessed, to: tree.size - 1, count: tree.size - witnessed }
      findings.note('NOT_YET_WITNESSED', range)
    }
    noteEntries(this.#entryCheck, this.#options, findings)
    return report(findings, this.#ring, this.#options, {
      format: LEDGER_FORMAT,
      organization: this.#org,
      entries: tree.size,
      checkpoints: judged.length,
      checkpointed: sound?.checkpoint.size ?? 0,
      witnessed,
      documents: this.#documentCheck.documents,
      openings: this.#documentCheck.openings,
      signaturesChecked: this.queue.checked,
    })
  }

  /** @returns of each witness that cosigned, up to how many entries */
  #checkCheckpoints(judged: readonly (JudgedNote | null)[], tree: Tree): ReadonlyMap<string, number> {
    const cosigned = new Map<string, number>()
    let before: JudgedNote | null | undefined
    for (const [checkpoint, it] of judged.entries()) {
      const where = { checkpoint, line: this.#checkpoints[checkpoint]!.line }
      if (!it) this.#findings.add('CHECKPOINT_MALFORMED', where)
      else {
        const { origin, size } = it.checkpoint
        if (origin !== this.#origin) {
          this.#findings.add('CHECKPOINT_OF_OTHER_LEDGER', where, { found: origin })
        }
        reportSigning(it, where, this.#findings)
        // After one that cannot be read nothing can be said of what the next must name.
        if (before !== null) compareWithBefore(it, before ?? null, where, this.#findings, ZERO_HASH)
        const isTrue = compareWithTree(it, tree, where, this.#findings)
        const names = cosignersOf(it.note, this.#options.witnessKeys ?? [], where, this.#findings)
        if (isTrue) for (const name of names) cosigned.set(name, Math.max(size, cosigned.get(name) ?? 0))
      }
      before = it
    }
    return cosigned
  }
}

/** The roots at all the sizes that will be asked for, in one walk over the hashes. */
const treeOf = (hashes: Records, sizes: readonly number[]): Tree => {
  const roots = new Map<number, string>([[0, toHex(EMPTY_ROOT)]])
  const range = new CompactRange()
  for (const size of [...new Set(sizes)].sort((a, b) => a - b)) {
    if (size > hashes.length) break
    while (range.size < size) range.append(hashes.at(range.size))
    roots.set(size, toHex(range.root()))
  }
  return {
    size: hashes.length,
    rootAt: (size) => roots.get(size)!,
    hashAt: (seq) => (seq < 0 ? ZERO_HASH : toHex(hashes.at(seq))),
  }
}

const readHeader = ({ text }: Line) => {
  const it = readOrNull(text)
  if (
    isMembers(it) &&
    hasExactly(it, ['format', 'keys', 'org', 'origin']) &&
    it['format'] === LEDGER_FORMAT &&
    isUuid(it['org']) &&
    Array.isArray(it['keys'])
  ) {
    return { org: it['org'], origin: it['origin'], keys: it['keys'] as unknown[] }
  }
  throw new Unusable(
    `首行不是“${LEDGER_FORMAT}”的账首：这不是账的导出文件。`,
    `The first line is no header of “${LEDGER_FORMAT}”: this is no ledger’s file.`,
  )
}

const readOrNull = (text: string | null): unknown => {
  try {
    return text === null ? null : readStrict(text)
  } catch {
    return null
  }
}
