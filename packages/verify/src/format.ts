import { fromHex, isHex, sha256, sha256Hex, toHex, u64, utf8 } from './bytes.ts'
import { writeCanonical } from './canonical.ts'
import type { Sign } from './signatures.ts'

/** What the first entry names as the entry before. */
export const ZERO_HASH = '0'.repeat(64)

export const MEANINGS = [
  'PREPARED',
  'REVIEWED',
  'APPROVED',
  'RECORDED',
  'CONFIRMED',
  'RECEIVED',
  'WITNESSED',
  'VERIFIED',
  'CLOSED',
  'REJECTED',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** The signing that a signature is a step of. */
export interface SigningRef {
  readonly id: string
  /** 0: of the whole; else of the alternative with this number. */
  readonly part: number
  readonly step: number
}

/** For whom it was signed, by a delegation. */
export interface Behalf {
  readonly delegation: string
  readonly staff: string
  readonly person: string
}

/** What a signature signs (FORMAT.md section 2): all that is known before the entry has its place. */
export interface SignOffBody {
  readonly v: 1
  readonly org: string
  readonly kind: 'SIGN_OFF'
  readonly id: string
  readonly kid: string
  readonly subject: { readonly type: string; readonly id: string; readonly revision: number }
  /** SHA-256 of the document's canonical text, hex. */
  readonly content: string
  readonly meaning: Meaning
  readonly verb: string
  readonly signer: { readonly staff: string; readonly person: string; readonly role: string }
  readonly signing: SigningRef | null
  readonly behalf: Behalf | null
  readonly comment: { readonly c: string } | null
  /** `YYYY-MM-DDThh:mm:ss.sssZ` */
  readonly signedAt: string
  readonly proof: ProofOfIdentity
  /** What the signature commits, two digits after the point; null where no money is concerned. */
  readonly amount: string | null
}

/** The two chains of an organization: of its sign-offs, and of its audit trail. */
export const CHAINS = ['SIGN_OFFS', 'AUDIT'] as const
export type Chain = (typeof CHAINS)[number]

/** What an entry of the audit's chain signs: the row of the audit trail under that id, by its document (FORMAT.md section 3). */
export interface AuditBody {
  readonly v: 1
  readonly org: string
  readonly kind: 'AUDIT'
  readonly id: string
  readonly kid: string
  /** SHA-256 of the document's canonical text, hex. */
  readonly content: string
}

/** How somebody showed that it is them; further members by method (section 2). */
export interface ProofOfIdentity {
  readonly method: string
  readonly at: string | null
  readonly nonce?: string
  readonly batch?: readonly string[] | null
  readonly authenticatorData?: string
  readonly clientDataJSON?: string
  readonly credential?: string
  readonly publicKey?: string
  readonly signature?: string
}

/** Somebody's passkey: from this entry on it may sign for them. */
export interface PasskeyAddedBody {
  readonly v: 1
  readonly org: string
  readonly kind: 'PASSKEY_ADDED'
  readonly id: string
  readonly kid: string
  readonly holder: { readonly staff: string; readonly person: string }
  /** Its id, hex. */
  readonly credential: string
  /** SubjectPublicKeyInfo in DER, hex. */
  readonly publicKey: string
  readonly addedAt: string
  readonly proof: ProofOfIdentity
}

/** From this entry on it signs nothing. */
export interface PasskeyRemovedBody {
  readonly v: 1
  readonly org: string
  readonly kind: 'PASSKEY_REMOVED'
  readonly id: string
  readonly kid: string
  readonly holder: { readonly staff: string; readonly person: string }
  readonly credential: string
  readonly removedAt: string
  /** The account that removed it. */
  readonly by: string
}

/** An administrator, who is somebody else, says that this passkey is that person's. */
export interface PasskeyCountersignedBody {
  readonly v: 1
  readonly org: string
  readonly kind: 'PASSKEY_COUNTERSIGNED'
  readonly id: string
  readonly kid: string
  readonly holder: { readonly staff: string; readonly person: string }
  readonly credential: string
  readonly publicKey: string
  readonly countersignedAt: string
  readonly by: { readonly staff: string; readonly person: string }
  /** How the administrator was known. */
  readonly proof: ProofOfIdentity
}

/** What an entry says. */
export type EntryBody =
  | SignOffBody
  | PasskeyAddedBody
  | PasskeyCountersignedBody
  | PasskeyRemovedBody
  | AuditBody

/** Where an entry stands. */
export interface Place {
  readonly seq: number
  /** Milliseconds since 1970-01-01T00:00:00Z, by the clock of the database. */
  readonly at: number
  /** `hash` of the entry before, hex. */
  readonly prev: string
}

export interface SignedBody {
  /** Canonical JSON, as a text. */
  readonly body: string
  /** Ed25519, 64 bytes in hex. */
  readonly sig: string
}

export interface LedgerEntry extends Place, SignedBody {
  readonly hash: string
}

/** The origin of a chain of an organization, which is also the name under which it signs checkpoints. */
export const originOf = (organization: string, chain: Chain = 'SIGN_OFFS'): string =>
  chain === 'AUDIT' ? `steward/${organization}/audit` : `steward/${organization}`

/** Of which chain of the organization is this the origin? */
export const chainOf = (organization: string, origin: unknown): Chain | undefined =>
  CHAINS.find((chain) => originOf(organization, chain) === origin)

/** The key id: the first 16 hexadecimal digits of H(public key). @param publicKey 32 raw bytes */
export const keyId = (publicKey: Uint8Array): string => {
  if (publicKey.length !== 32) throw new TypeError('an Ed25519 public key has 32 bytes')
  return sha256Hex(publicKey).slice(0, 16)
}

/** The canonical text of a body. @throws NotCanonical */
export const writeBody = (body: EntryBody): string => writeCanonical(body)

const ENTRY_PREFIX = utf8('steward/entry/v1\n')

/** What the key signs: `steward/entry/v1`, a line feed, H(body). @param body its canonical text */
export const entrySigningMessage = (body: string): Uint8Array => messageOf(sha256(body))

/** @param bodyHash H(body) */
export const messageOf = (bodyHash: Uint8Array): Uint8Array => Buffer.concat([ENTRY_PREFIX, bodyHash])

/** Signs a body that has no place yet. The key of `sign` must be the one named in `body.kid`. */
export const signBody = async (body: EntryBody, sign: Sign): Promise<SignedBody> => {
  const text = writeBody(body)
  const sig = await sign(entrySigningMessage(text))
  if (sig.length !== 64) throw new TypeError('an Ed25519 signature has 64 bytes')
  return { body: text, sig: toHex(sig) }
}

/** The hash of an entry: H(0x02 ‖ prev ‖ u64(seq) ‖ u64(at) ‖ H(body) ‖ sig), hex. */
export const entryHash = (entry: Place & SignedBody): string =>
  hashOf(fromHex(entry.prev, 32), entry.seq, entry.at, sha256(entry.body), fromHex(entry.sig, 64))

const scratch = Buffer.alloc(1 + 32 + 8 + 8 + 32 + 64)
scratch[0] = 2

export const hashOf = (
  prev: Uint8Array,
  seq: number,
  at: number,
  bodyHash: Uint8Array,
  sig: Uint8Array,
): string => {
  scratch.set(prev, 1)
  scratch.set(u64(seq), 33)
  scratch.set(u64(at), 41)
  scratch.set(bodyHash, 49)
  scratch.set(sig, 81)
  return sha256Hex(scratch)
}

/** Gives a signed body its place. */
export const placeEntry = (signed: SignedBody, { seq, at, prev }: Place): LedgerEntry => {
  const { body, sig } = signed
  return { at, body, hash: entryHash({ seq, at, prev, body, sig }), prev, seq, sig }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value)

export const isKeyId = (value: unknown): value is string => isHex(value, 8)

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** Milliseconds of a `YYYY-MM-DDThh:mm:ss.sssZ`, or null for any other spelling or an impossible date. */
export const readInstant = (value: unknown): number | null => {
  if (typeof value !== 'string' || !INSTANT.test(value)) return null
  const time = Date.parse(value)
  // The engine takes 30 February for 2 March and 24:00 for the next day: only late days and hours need the way back.
  const isPlain = value.slice(8, 10) <= '28' && value.slice(11, 13) < '24'
  return !Number.isNaN(time) && (isPlain || new Date(time).toISOString() === value) ? time : null
}

const AMOUNT = /^(?:0|[1-9]\d{0,15})\.\d\d$/

/** An amount: decimal, two digits after the point, no sign and no leading zero. */
export const isAmount = (value: unknown): value is string => typeof value === 'string' && AMOUNT.test(value)

export const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
