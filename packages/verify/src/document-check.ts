import { hasExactly, isMembers, NotCanonical, readCanonical } from './canonical.ts'
import { COMMENT_PATH, documentHash, follow, opens, readOpening } from './document.ts'
import type { AuditCheck } from './audit-check.ts'
import type { EntryCheck, Signed } from './entry-check.ts'
import type { Findings, Where } from './findings.ts'
import { isUuid } from './format.ts'

/** Judges documents and openings against the entries that signed them. */
export class DocumentCheck {
  readonly #entries: EntryCheck
  readonly #findings: Findings
  readonly #audit: AuditCheck | null
  documents = 0
  openings = 0

  constructor(entries: EntryCheck, findings: Findings, audit: AuditCheck | null = null) {
    this.#entries = entries
    this.#findings = findings
    this.#audit = audit
  }

  check(document: unknown, where: Where): void {
    const sound =
      isMembers(document) &&
      hasExactly(document, ['content', 'id', 'openings']) &&
      isUuid(document['id']) &&
      typeof document['content'] === 'string' &&
      Array.isArray(document['openings'])
    if (!sound) {
      this.#findings.add('DOCUMENT_MALFORMED', where)
      return
    }
    const at = { ...where, document: document['id'] as string }
    const signed = this.#entries.signedBy(at.document)
    this.documents += 1
    if (signed === 'UNJUDGED') return
    if (!signed) this.#findings.add('DOCUMENT_WITHOUT_ENTRY', at)
    else this.#compare(signed, document['content'] as string, document['openings'] as unknown[], at)
  }

  #compare(signed: Signed, text: string, openings: readonly unknown[], where: Where): void {
    this.#audit?.meet(signed.index)
    if (documentHash(text) !== signed.content) {
      this.#findings.add('DOCUMENT_DIFFERS', where)
      return
    }
    let document: unknown
    try {
      document = readCanonical(text)
    } catch (error) {
      if (!(error instanceof NotCanonical)) throw error
      this.#findings.add('DOCUMENT_NOT_CANONICAL', where, { reason: error.message })
      return
    }
    if (!isMembers(document) || !hasExactly(document, ['content', 'subject', 'v']) || document['v'] !== 1) {
      this.#findings.add('DOCUMENT_MALFORMED', where)
      return
    }
    if (document['subject'] !== signed.subjectType) {
      const found = String(document['subject'])
      this.#findings.add('DOCUMENT_OF_OTHER_SUBJECT', where, { found, expected: signed.subjectType })
    }
    this.#audit?.check(signed.index, document['content'], where)
    for (const shown of openings) {
      const opening = readOpening(shown)
      this.openings += 1
      const committed =
        opening?.path === COMMENT_PATH
          ? signed.comment && { c: signed.comment }
          : opening && follow(document['content'], opening.path)
      if (!opening || !opens(committed, opening)) {
        this.#findings.add('OPENING_WRONG', where, { path: opening?.path ?? '?' })
      }
    }
  }
}
