import type { KeyObject } from 'node:crypto'
import { actOf, challengeOf, hasAct, passkeyOf, readAssertion } from './act.ts'
import { hasExactly, isMembers, type Members } from './canonical.ts'
import { surplus } from './entry-shape.ts'
import type { Findings, Where } from './findings.ts'
import { isUuid, readInstant } from './format.ts'
import { verifyPasskey, type SignatureQueue } from './signatures.ts'

/** Entries about whose passkey it is. */
export const PASSKEY_KINDS: readonly string[] = ['PASSKEY_ADDED', 'PASSKEY_COUNTERSIGNED', 'PASSKEY_REMOVED']

interface Passkey {
  readonly person: string
  readonly publicKey: string
  readonly key: KeyObject | null
  readonly isCountersigned: boolean
}

/** Judges what signers proved, and whose passkeys they are: an entry binds each to a person before it signs anything. */
export class PasskeyCheck {
  readonly #findings: Findings
  readonly #queue: SignatureQueue | null
  readonly #passkeys = new Map<string, Passkey>()
  /** Signatures by passkeys that nobody had countersigned. */
  notCountersigned = 0

  /** @param queue null: signatures are not checked */
  constructor(findings: Findings, queue: SignatureQueue | null) {
    this.#findings = findings
    this.#queue = queue
  }

  add(body: Members, where: Where): void {
    const credential = body['credential'] as string
    const publicKey = body['publicKey'] as string
    const { person } = body['holder'] as { person: string }
    if (this.#passkeys.has(credential)) this.#findings.add('PASSKEY_TWICE', where)
    const key = passkeyOf(publicKey)
    if (!key) this.#findings.add('PASSKEY_KEY_WRONG', where)
    this.#passkeys.set(credential, { person, publicKey, key, isCountersigned: false })
  }

  countersign(body: Members, where: Where): void {
    const credential = body['credential'] as string
    const { person } = body['holder'] as { person: string }
    const { person: by } = body['by'] as { person: string }
    const known = this.#passkeys.get(credential)
    if (!known) this.#findings.add('PASSKEY_UNKNOWN', where)
    else if (known.person !== person || known.publicKey !== body['publicKey'])
      this.#findings.add('PASSKEY_OF_ANOTHER', where, { person })
    else if (by === person) this.#findings.add('PASSKEY_COUNTERSIGNED_BY_HOLDER', where, { person })
    else if (known.isCountersigned) this.#findings.add('PASSKEY_COUNTERSIGNED_TWICE', where)
    else this.#passkeys.set(credential, { ...known, isCountersigned: true })
  }

  remove(body: Members, where: Where): void {
    const credential = body['credential'] as string
    const { person } = body['holder'] as { person: string }
    const known = this.#passkeys.get(credential)
    if (!known) this.#findings.add('PASSKEY_UNKNOWN', where)
    else if (known.person !== person) this.#findings.add('PASSKEY_OF_ANOTHER', where, { person })
    this.#passkeys.delete(credential)
  }

  /** @param body of a sign-off, sound in its form */
  check(body: Members, where: Where): void {
    const proof = body['proof'] as Members
    if (!hasAct(proof['method'] as string)) return
    const act = actOf(body)
    if (!act) this.#findings.add('ACT_DIFFERS', where)
    if (proof['method'] !== 'PASSKEY') return
    const { person } = body['signer'] as { person: string }
    const passkey = this.#passkeys.get(proof['credential'] as string)
    if (!passkey) this.#findings.add('PASSKEY_UNKNOWN', where)
    else if (passkey.person !== person || passkey.publicKey !== proof['publicKey']) {
      this.#findings.add('PASSKEY_OF_ANOTHER', where, { person })
    } else if (!passkey.isCountersigned) this.notCountersigned += 1
    const { challenge, isSound, message, signature } = readAssertion(proof)
    if (!isSound) this.#findings.add('ASSERTION_WRONG', where)
    if (act && challenge !== challengeOf(act)) this.#findings.add('CHALLENGE_DIFFERS', where)
    if (!passkey?.key) return
    const wrong = () => this.#findings.add('PASSKEY_SIGNATURE_WRONG', where)
    this.#queue?.add(message, signature, passkey.key, wrong, verifyPasskey)
  }
}

const isHolder = (it: unknown): boolean =>
  isMembers(it) && hasExactly(it, ['person', 'staff']) && isUuid(it['person']) && isUuid(it['staff'])

const isBytes = (it: unknown): boolean => typeof it === 'string' && /^(?:[0-9a-f]{2})+$/.test(it)

const isPlainProof = (it: unknown): boolean =>
  isMembers(it) &&
  hasExactly(it, ['at', 'method']) &&
  typeof it['method'] === 'string' &&
  readInstant(it['at']) !== null

const wrongCountersignature = (it: Members, common: readonly string[]): string | null => {
  if (!isBytes(it['publicKey'])) return 'publicKey'
  if (readInstant(it['countersignedAt']) === null) return 'countersignedAt'
  if (!isHolder(it['by'])) return 'by'
  if (!isPlainProof(it['proof'])) return 'proof'
  return surplus(it, [...common, 'holder', 'credential', 'publicKey', 'countersignedAt', 'by', 'proof'])
}

/** @returns the member of an entry about a passkey that is not as it must be; null when all are */
export const wrongPasskeyMember = (it: Members, common: readonly string[]): string | null => {
  if (!isHolder(it['holder'])) return 'holder'
  if (!isBytes(it['credential'])) return 'credential'
  if (it['kind'] === 'PASSKEY_COUNTERSIGNED') return wrongCountersignature(it, common)
  const isAdded = it['kind'] === 'PASSKEY_ADDED'
  if (isAdded && !isBytes(it['publicKey'])) return 'publicKey'
  if (isAdded && readInstant(it['addedAt']) === null) return 'addedAt'
  if (isAdded && !isPlainProof(it['proof'])) return 'proof'
  if (!isAdded && readInstant(it['removedAt']) === null) return 'removedAt'
  if (!isAdded && !isUuid(it['by'])) return 'by'
  const own = isAdded ? ['publicKey', 'addedAt', 'proof'] : ['removedAt', 'by']
  const members = [...common, 'holder', 'credential', ...own]
  return hasExactly(it, members) ? null : (Object.keys(it).find((key) => !members.includes(key)) ?? 'kind')
}
