import { hasExactly, isMembers } from './canonical.ts'
import { isCommitment } from './document.ts'
import type { Findings, Where } from './findings.ts'
import { isUuid, readInstant } from './format.ts'

/** What the document of an entry of the audit's chain names as its subject. */
export const AUDIT_SUBJECT = 'AuditEntry'

const CONTENT = ['actor', 'at', 'changes', 'reason', 'request', 'subject', 'verb'] as const

const WRITTEN_AFTER = 5 * 60_000
/** A row that says so much less than one before it was put in later, or the clock was set back. */
const DATED_BACK = 60 * 60_000

const NEVER = Number.NEGATIVE_INFINITY
const isText = (value: unknown): value is string => typeof value === 'string' && value.length > 0
const iso = (at: number): string => new Date(at).toISOString()

/** Judges the rows of an audit trail: each entry has its own, and each was written when its place says. */
export class AuditCheck {
  readonly #findings: Findings
  readonly #entries: { readonly seq: number; readonly at: number; readonly id: string }[] = []
  /** When each row says that it was written, in the order of the entries; never where none is there. */
  readonly #written: number[] = []

  constructor(findings: Findings) {
    this.#findings = findings
  }

  /** An entry, in its order: `index` counts them from 0. */
  expect(entry: { readonly seq: number; readonly at: number; readonly id: string }): void {
    this.#entries.push(entry)
    this.#written.push(NEVER)
  }

  /** The content of a document that is what the entry signed. */
  check(index: number, content: unknown, where: Where): void {
    const entry = this.#entries[index]!
    const written = isMembers(content) ? readInstant(content['at']) : null
    if (!isMembers(content) || written === null || !isAudit(content)) {
      this.#findings.add('DOCUMENT_MALFORMED', where)
      this.#written[index] = entry.at
      return
    }
    this.#written[index] = written
    if (written > entry.at + WRITTEN_AFTER) {
      const details = { signedAt: iso(written), at: iso(entry.at) }
      this.#findings.add('SIGNED_AFTER_APPENDED', { ...where, seq: entry.seq }, details)
    }
  }

  /** A document that is there and is not what was signed is no missing one. */
  meet(index: number): void {
    if (this.#written[index] === NEVER) this.#written[index] = this.#entries[index]!.at
  }

  finish(): void {
    let latest = NEVER
    for (const [index, { seq, id }] of this.#entries.entries()) {
      const written = this.#written[index]!
      if (written === NEVER) this.#findings.add('DOCUMENT_MISSING', { seq, document: id })
      else if (written < latest - DATED_BACK) {
        this.#findings.add('DATED_BACK', { seq }, { written: iso(written), before: iso(latest) })
      }
      latest = Math.max(latest, written)
    }
  }
}

const isAudit = (it: Readonly<Record<string, unknown>>): boolean =>
  hasExactly(it, CONTENT) &&
  (it['actor'] === null || isUuid(it['actor'])) &&
  isMembers(it['changes']) &&
  Object.values(it['changes']).every((change) => Array.isArray(change) && change.length === 2) &&
  (it['reason'] === null || isCommitment(it['reason'])) &&
  isText(it['request']) &&
  isText(it['verb']) &&
  isSubject(it['subject'])

const isSubject = (it: unknown): boolean =>
  isMembers(it) && hasExactly(it, ['id', 'type']) && isText(it['type']) && isUuid(it['id'])
