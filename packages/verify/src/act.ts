/** What a signer proved, and whether it was this (FORMAT.md section 2, "The act of signing"). */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { bytesOfHex, fromHex, isHex, sha256, sha256Hex, toHex } from './bytes.ts'
import { hasExactly, isMembers, readStrict, writeCanonical, type Members } from './canonical.ts'
import { readInstant } from './format.ts'

/** How many signatures one act may carry. */
const MOST_IN_ONE_ACT = 1000

/** What one signature says: the body without `kid` and `proof`, with the nonce of the act. @throws NotCanonical */
export const statementOf = (body: object, nonce: string): string => {
  const { kid: _kid, proof: _proof, ...said } = body as Members
  return writeCanonical({ ...said, nonce })
}

/** H("steward/sign/v1\n" ‖ statement), hex. */
export const statementHash = (body: object, nonce: string): string =>
  sha256Hex(`steward/sign/v1\n${statementOf(body, nonce)}`)

/** What the signer's device signs: the one statement, or the hash over the list of them. Hex. */
export const challengeOf = (statements: readonly string[]): string =>
  statements.length === 1 ? statements[0]! : sha256Hex(`steward/signs/v1\n${writeCanonical(statements)}`)

const PLAIN = ['at', 'method'] as const
const ACT = ['at', 'batch', 'method', 'nonce'] as const
const PASSKEY = [
  ...ACT,
  'authenticatorData',
  'clientDataJSON',
  'credential',
  'publicKey',
  'signature',
] as const

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  SESSION: PLAIN,
  CREDENTIAL: PLAIN,
  PIN: ACT,
  PASSWORD_AND_CODE: ACT,
  PASSKEY,
}

const isBytes = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length % 2 === 0 && isHex(value, value.length / 2)

const isBatch = (value: unknown): boolean =>
  value === null ||
  (Array.isArray(value) &&
    value.length >= 2 &&
    value.length <= MOST_IN_ONE_ACT &&
    value.every((it) => isHex(it, 32)) &&
    new Set(value).size === value.length)

/** Of a method unknown here only what all have in common is judged. */
export const isProof = (it: unknown): boolean => {
  if (!isMembers(it) || typeof it['method'] !== 'string' || it['method'] === '') return false
  if (it['at'] !== null && readInstant(it['at']) === null) return false
  const members = Object.hasOwn(MEMBERS, it['method']) ? MEMBERS[it['method']]! : null
  if (members === null || members === PLAIN) return members === null || hasExactly(it, PLAIN)
  if (!hasExactly(it, members) || it['at'] === null) return false
  if (!isHex(it['nonce'], 16) || !isBatch(it['batch'])) return false
  return members !== PASSKEY || PASSKEY.slice(ACT.length).every((name) => isBytes(it[name]))
}

/** Does the method carry an act of its own? */
export const hasAct = (method: string): boolean => MEMBERS[method] === ACT || MEMBERS[method] === PASSKEY

/** The statements of the act in which this body was signed; null when the body is none of them. */
export const actOf = (body: Members): readonly string[] | null => {
  const { batch, nonce } = body['proof'] as { batch: readonly string[] | null; nonce: string }
  const own = statementHash(body, nonce)
  if (batch === null) return [own]
  return batch.includes(own) ? batch : null
}

/** The key of a passkey: P-256, Ed25519 or RSA of 2048 bits and more; null for any other. @param spki DER, hex */
export const passkeyOf = (spki: string): KeyObject | null => {
  try {
    const key = createPublicKey({ key: Buffer.from(bytesOfHex(spki)), format: 'der', type: 'spki' })
    const { namedCurve, modulusLength } = key.asymmetricKeyDetails ?? {}
    const sound =
      key.asymmetricKeyType === 'ed25519' ||
      (key.asymmetricKeyType === 'ec' && namedCurve === 'prime256v1') ||
      (key.asymmetricKeyType === 'rsa' && (modulusLength ?? 0) >= 2048)
    return sound ? key : null
  } catch {
    return null
  }
}

const RP_HASH = 32
const USER_PRESENT = 0x01
const USER_VERIFIED = 0x04

/** What a device answered, taken apart: what it was asked, and the bytes it signed. */
export interface Assertion {
  /** Hex; null where it answers something else than 32 bytes. */
  readonly challenge: string | null
  /** Present, verified, for signing in, and for the address that it names. */
  readonly isSound: boolean
  readonly message: Uint8Array
  readonly signature: Uint8Array
}

export const readAssertion = (proof: Members): Assertion => {
  const clientData = bytesOfHex(proof['clientDataJSON'] as string)
  const authenticator = bytesOfHex(proof['authenticatorData'] as string)
  const said = readClientData(clientData)
  const flags = authenticator[RP_HASH] ?? 0
  const isSound =
    said !== null &&
    authenticator.length >= 37 &&
    toHex(authenticator.subarray(0, RP_HASH)) === sha256Hex(said.host) &&
    (flags & USER_PRESENT) !== 0 &&
    (flags & USER_VERIFIED) !== 0
  return {
    challenge: said?.challenge ?? null,
    isSound,
    message: Buffer.concat([authenticator, sha256(clientData)]),
    signature: bytesOfHex(proof['signature'] as string),
  }
}

const readClientData = (bytes: Uint8Array) => {
  try {
    const it = readStrict(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isMembers(it) || it['type'] !== 'webauthn.get') return null
    const { challenge, origin } = it
    if (typeof challenge !== 'string' || typeof origin !== 'string') return null
    const asked = Buffer.from(challenge, 'base64url')
    const isPlain = asked.length === 32 && asked.toString('base64url') === challenge
    return { challenge: isPlain ? toHex(asked) : null, host: new URL(origin).hostname }
  } catch {
    return null
  }
}

/** The challenge as a browser wants it. */
export const challengeBytes = (challenge: string): Uint8Array => fromHex(challenge, 32)
