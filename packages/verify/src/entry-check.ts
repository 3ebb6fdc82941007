import type { KeyObject } from 'node:crypto'
import { isProof } from './act.ts'
import { bytesOfHex, isHex, Records, sha256 } from './bytes.ts'
import { isMembers, NotCanonical, readCanonical, type Members } from './canonical.ts'
import { AUDIT_SUBJECT, type AuditCheck } from './audit-check.ts'
import { isCommitment } from './document.ts'
import {
  isBehalf,
  isSigner,
  isSigning,
  isSubject,
  isText,
  surplus,
  wrongEntryMember,
  type ReadEntry,
} from './entry-shape.ts'
import type { Findings, Where } from './findings.ts'
import {
  hashOf,
  isAmount,
  isKeyId,
  isUuid,
  MEANINGS,
  messageOf,
  readInstant,
  type Meaning,
  type AuditBody,
  type SignOffBody,
} from './format.ts'
import { signsAt, type KeyRing } from './keys.ts'
import { PASSKEY_KINDS, PasskeyCheck, wrongPasskeyMember } from './passkey-check.ts'
import type { SignatureQueue } from './signatures.ts'
import { SigningCheck } from './signing-check.ts'
import { UuidTable } from './uuid-table.ts'

const SIGNED_AFTER = 5 * 60_000
const NOTHING = new Uint8Array(32)

const COMMON = ['v', 'org', 'kind', 'id', 'kid'] as const
const SIGN_OFF = [
  ...COMMON,
  'subject',
  'content',
  'meaning',
  'verb',
  'signer',
  'signing',
  'behalf',
  'comment',
  'signedAt',
  'proof',
  'amount',
] as const
const AUDIT = [...COMMON, 'content'] as const

/** What a document is compared with. */
export interface Signed {
  /** H of the document, hex. */
  readonly content: string
  /** The commitment to the comment, hex; null when there is none. */
  readonly comment: string | null
  readonly subjectType: string
  /** Which of the entries with an id it is, from 0. */
  readonly index: number
}

const isMeaning = (value: unknown): value is Meaning => (MEANINGS as readonly unknown[]).includes(value)
const iso = (at: number): string => new Date(at).toISOString()

/** Judges entries in their order, each by itself and against those before it. */
export class EntryCheck {
  readonly #org: string
  readonly #ring: KeyRing
  readonly #findings: Findings
  readonly #queue: SignatureQueue | null
  readonly #audit: AuditCheck | null
  readonly #ids = new UuidTable()
  readonly #contents = new Records(32)
  readonly #comments = new Records(32)
  readonly #subjectOf: number[] = []
  readonly #subjectTypes: string[] = []
  readonly #signings: SigningCheck
  readonly #passkeys: PasskeyCheck
  readonly unknownKinds = new Map<string, number>()
  readonly methods = new Map<string, number>()

  /** Signatures by passkeys that nobody had countersigned. */
  get notCountersigned(): number {
    return this.#passkeys.notCountersigned
  }

  /**
   * @param queue null: signatures are not checked
   * @param audit null: the chain is that of the sign-offs
   */
  constructor(
    org: string,
    ring: KeyRing,
    findings: Findings,
    queue: SignatureQueue | null,
    audit: AuditCheck | null = null,
  ) {
    this.#org = org
    this.#ring = ring
    this.#findings = findings
    this.#queue = queue
    this.#audit = audit
    this.#passkeys = new PasskeyCheck(findings, queue)
    this.#signings = new SigningCheck(findings)
  }

  /** @returns null when not even the outer form is sound */
  check(entry: unknown, where: Where): ReadEntry | null {
    if (!isMembers(entry)) {
      this.#findings.add('ENTRY_MALFORMED', where, { member: 'entry' })
      return null
    }
    const wrong = wrongEntryMember(entry)
    if (wrong !== null) {
      this.#findings.add('ENTRY_MALFORMED', where, { member: wrong })
      return null
    }
    const it = entry as unknown as ReadEntry & { readonly body: string; readonly sig: string }
    const at: Where = { ...where, seq: it.seq }
    const bodyHash = sha256(it.body)
    const sig = bytesOfHex(it.sig)
    if (hashOf(bytesOfHex(it.prev), it.seq, it.at, bodyHash, sig) !== it.hash) {
      this.#findings.add('HASH_DIFFERS', at)
    }
    this.#checkBody(it.body, it.at, at, (key) => {
      this.#queue?.add(messageOf(bodyHash), sig, key, () => this.#findings.add('SIGNATURE_WRONG', at))
    })
    return it
  }

  /** What the sign-off signed; null when no entry has this id, `UNJUDGED` when its kind is unknown. */
  signedBy(id: string): Signed | null | 'UNJUDGED' {
    const index = this.#ids.indexOf(id)
    if (index < 0) return null
    const type = this.#subjectTypes[this.#subjectOf[index]!]
    if (type === undefined) return 'UNJUDGED'
    const comment = Buffer.from(this.#comments.at(index))
    return {
      content: Buffer.from(this.#contents.at(index)).toString('hex'),
      comment: comment.equals(NOTHING) ? null : comment.toString('hex'),
      subjectType: type,
      index,
    }
  }

  #checkBody(text: string, at: number, where: Where, verify: (key: KeyObject) => void): void {
    let body: unknown
    let wrong: string | null
    try {
      body = readBody(text)
      wrong = isMembers(body) ? wrongBodyMember(body) : 'body'
      if (wrong !== null || !isPlain(body as SignOffBody | AuditBody, text)) readCanonical(text)
    } catch (error) {
      if (!(error instanceof NotCanonical)) throw error
      this.#findings.add('BODY_NOT_CANONICAL', where, { reason: error.message })
      return
    }
    if (wrong !== null) this.#findings.add('BODY_MALFORMED', where, { member: wrong })
    if (!isMembers(body)) return
    this.#checkKey(body['kid'], at, where, verify)
    if (isText(body['org']) && body['org'] !== this.#org) {
      this.#findings.add('OTHER_ORGANIZATION', where, { found: body['org'] })
    }
    if (!isUuid(body['id'])) return
    const { kind, id } = body
    if ((kind === 'AUDIT') !== (this.#audit !== null)) {
      this.#findings.add('ENTRY_OF_OTHER_CHAIN', where, { kind: String(kind) })
    }
    const judged = wrong === null && (kind === 'SIGN_OFF' || kind === 'AUDIT')
    const { isNew } = this.#ids.add(id)
    if (isNew) {
      this.#remember(body, judged)
      this.#audit?.expect({ seq: where.seq!, at, id })
    } else this.#findings.add('ID_TWICE', where, { id })
    if (judged && kind === 'SIGN_OFF') this.#checkSignOff(body, at, where)
    else if (judged) return
    else if (wrong === null && kind === 'PASSKEY_ADDED') this.#passkeys.add(body, where)
    else if (wrong === null && kind === 'PASSKEY_COUNTERSIGNED') this.#passkeys.countersign(body, where)
    else if (wrong === null && kind === 'PASSKEY_REMOVED') this.#passkeys.remove(body, where)
    else if (wrong === null) count(this.unknownKinds, body['kind'] as string)
  }

  #checkKey(kid: unknown, at: number, where: Where, verify: (key: KeyObject) => void): void {
    if (!isKeyId(kid)) return
    const key = this.#ring.get(kid)
    if (!key) {
      this.#findings.add('KEY_UNKNOWN', where, { kid })
      return
    }
    if (!signsAt(key, at)) this.#findings.add('KEY_OUTSIDE_ITS_TIME', where, { kid, at: iso(at) })
    verify(key.key)
  }

  #remember(body: Members, judged: boolean): void {
    const comment = judged ? ((body['comment'] ?? null) as { c: string } | null) : null
    this.#contents.push(judged ? bytesOfHex(body['content'] as string) : NOTHING)
    this.#comments.push(comment ? bytesOfHex(comment.c) : NOTHING)
    if (!judged) {
      this.#subjectOf.push(-1)
      return
    }
    const type = body['kind'] === 'AUDIT' ? AUDIT_SUBJECT : (body['subject'] as { type: string }).type
    const known = this.#subjectTypes.indexOf(type)
    this.#subjectOf.push(known < 0 ? this.#subjectTypes.push(type) - 1 : known)
  }

  #checkSignOff(body: Members, at: number, where: Where): void {
    const signedAt = body['signedAt'] as string
    if (readInstant(signedAt)! > at + SIGNED_AFTER) {
      this.#findings.add('SIGNED_AFTER_APPENDED', where, { signedAt, at: iso(at) })
    }
    count(this.methods, (body['proof'] as { method: string }).method)
    this.#passkeys.check(body, where)
    this.#signings.check(body, where)
  }
}

/** Not yet known to be canonical. @throws NotCanonical */
const readBody = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new NotCanonical('not JSON')
  }
}

/** Characters that canonical JSON writes as they are and Unicode composes with none. */
const PLAIN = /^[ !#-[\]-~]*$/

/**
 * Is this the canonical text of the body? A sooner answer than the writer's for nearly every one; `false` says nothing.
 *
 * @param it of a sound shape: all but four of its texts are hexadecimal, identifiers and instants
 */
const isPlain = (it: SignOffBody | AuditBody, text: string): boolean => {
  if (it.kind === 'AUDIT') {
    const { content, id, kid, org } = it
    return text === `{"content":"${content}","id":"${id}","kid":"${kid}","kind":"AUDIT","org":"${org}","v":1}`
  }
  if (it.kind !== 'SIGN_OFF' || it.proof.method !== 'SESSION') return false
  const { behalf, comment, proof, signer, signing, subject } = it
  if (!PLAIN.test(it.verb) || !PLAIN.test(signer.role) || !PLAIN.test(subject.type)) return false
  return (
    text ===
    `{"amount":${it.amount === null ? 'null' : `"${it.amount}"`},"behalf":${
      behalf
        ? `{"delegation":"${behalf.delegation}","person":"${behalf.person}","staff":"${behalf.staff}"}`
        : 'null'
    },"comment":${comment ? `{"c":"${comment.c}"}` : 'null'},"content":"${it.content}","id":"${it.id}",` +
      `"kid":"${it.kid}","kind":"SIGN_OFF","meaning":"${it.meaning}","org":"${it.org}",` +
      `"proof":{"at":${proof.at === null ? 'null' : `"${proof.at}"`},"method":"SESSION"},` +
      `"signedAt":"${it.signedAt}","signer":{"person":"${signer.person}","role":"${signer.role}",` +
      `"staff":"${signer.staff}"},"signing":${
        signing ? `{"id":"${signing.id}","part":${signing.part},"step":${signing.step}}` : 'null'
      },"subject":{"id":"${subject.id}","revision":${subject.revision},` +
      `"type":"${subject.type}"},"v":1,"verb":"${it.verb}"}`
  )
}

const count = (counts: Map<string, number>, key: string): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

const wrongBodyMember = (it: Members): string | null => {
  if (it['v'] !== 1) return 'v'
  if (!isUuid(it['org'])) return 'org'
  if (!isText(it['kind'])) return 'kind'
  if (!isUuid(it['id'])) return 'id'
  if (!isKeyId(it['kid'])) return 'kid'
  if (it['kind'] === 'AUDIT') return isHex(it['content'], 32) ? surplus(it, AUDIT) : 'content'
  if (PASSKEY_KINDS.includes(it['kind'] as string)) return wrongPasskeyMember(it, COMMON)
  if (it['kind'] !== 'SIGN_OFF') return null
  if (!isSubject(it['subject'])) return 'subject'
  if (!isHex(it['content'], 32)) return 'content'
  if (!isMeaning(it['meaning'])) return 'meaning'
  if (!isText(it['verb'])) return 'verb'
  if (!isSigner(it['signer'])) return 'signer'
  if (it['signing'] !== null && !isSigning(it['signing'])) return 'signing'
  if (it['behalf'] !== null && !isBehalf(it['behalf'])) return 'behalf'
  if (it['comment'] !== null && !isCommitment(it['comment'])) return 'comment'
  if (readInstant(it['signedAt']) === null) return 'signedAt'
  if (!isProof(it['proof'])) return 'proof'
  if (it['amount'] !== null && !isAmount(it['amount'])) return 'amount'
  return surplus(it, SIGN_OFF)
}
