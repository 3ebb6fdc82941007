import type { KeyObject } from 'node:crypto'
import { fromHex, isHex, toHex, utf8 } from './bytes.ts'
import { hasExactly, isMembers, readCanonical, writeCanonical } from './canonical.ts'
import { isKeyId, keyId, readInstant } from './format.ts'
import { ed25519Key, verifySignature, type Sign } from './signatures.ts'

/** What an endorsing key says of a new one (FORMAT.md section 6). */
export interface KeyStatement {
  /** The key that endorses: an earlier key of the ring. */
  readonly by: string
  /** From when the new key signs. */
  readonly from: string
  readonly kid: string
  /** 32 raw bytes, hex. */
  readonly publicKey: string
  /** When `by` ceases to sign, because the new key follows it; `null` when the new key signs beside it, and ceases with it. */
  readonly retires: string | null
}

/** A key of the ring. The root, the first, has no `by`, `retires` and `sig`. */
export interface KeyRecord extends Omit<KeyStatement, 'by'> {
  readonly by: string | null
  readonly sig: string | null
  /** When it ceased to sign; `null`: it still signs. */
  readonly until: string | null
}

const MEMBERS = ['by', 'from', 'kid', 'publicKey', 'retires', 'sig', 'until'] as const

/** A minute at both ends of a key's time, for clocks that differ. */
const TOLERANCE = 60_000

/** What the endorsing key signs. */
export const keyStatementMessage = ({ by, from, kid, publicKey, retires }: KeyStatement): Uint8Array =>
  utf8(`steward/key/v1\n${writeCanonical({ by, from, kid, publicKey, retires })}`)

/** The first key of a ring. @param publicKey 32 raw bytes @param from `YYYY-MM-DDThh:mm:ss.sssZ` */
export const rootKey = (publicKey: Uint8Array, from: string): KeyRecord => ({
  by: null,
  from,
  kid: keyId(publicKey),
  publicKey: toHex(publicKey),
  retires: null,
  sig: null,
  until: null,
})

/** A further key, endorsed by an earlier one. @param sign signs with the earlier key */
export const endorseKey = async (
  publicKey: Uint8Array,
  { by, from, retires }: Pick<KeyStatement, 'by' | 'from' | 'retires'>,
  sign: Sign,
): Promise<KeyRecord> => {
  const statement = { by, from, kid: keyId(publicKey), publicKey: toHex(publicKey), retires }
  return { ...statement, sig: toHex(await sign(keyStatementMessage(statement))), until: null }
}

/** The text of a key-ring file. */
export const writeKeyRing = (keys: readonly KeyRecord[]): string => writeCanonical({ keys })

/** Why a key of a ring is refused. */
export type KeyFault =
  | 'MALFORMED'
  | 'ID_DIFFERS'
  | 'TWICE'
  | 'FIRST_IS_NO_ROOT'
  | 'NOT_ENDORSED'
  | 'ENDORSEMENT_WRONG'
  | 'ENDORSER_OUTSIDE_ITS_TIME'
  | 'SECOND_END'

export interface RingKey {
  readonly kid: string
  readonly publicKey: Uint8Array
  readonly key: KeyObject
  readonly from: number
  /** The earlier of what the file says and what its successor's statement says. */
  until: number
  /** The key beside which it signs, or beside which the key that it follows did: it ceases with that one. */
  readonly beside: RingKey | null
}

/** The keys of a ledger that stand: each endorsed by one before it, back to the root. */
export class KeyRing {
  readonly keys = new Map<string, RingKey>()
  readonly faults: { readonly index: number; readonly fault: KeyFault }[] = []
  /** The key id of the first key; null when even that is unreadable. */
  readonly root: string | null

  /** @param records as parsed from a file, unchecked */
  constructor(records: readonly unknown[]) {
    for (const [index, record] of records.entries()) {
      const fault = this.#add(record, index === 0)
      if (fault) this.faults.push({ index, fault })
    }
    this.root = [...this.keys.keys()][0] ?? null
  }

  get(kid: string): RingKey | undefined {
    return this.keys.get(kid)
  }

  #add(record: unknown, isFirst: boolean): KeyFault | null {
    const it = readRecord(record)
    if (!it) return 'MALFORMED'
    const publicKey = fromHex(it.publicKey, 32)
    if (keyId(publicKey) !== it.kid) return 'ID_DIFFERS'
    if (this.keys.has(it.kid)) return 'TWICE'
    if (isFirst !== (it.by === null)) return isFirst ? 'FIRST_IS_NO_ROOT' : 'NOT_ENDORSED'
    const from = readInstant(it.from)!
    const until = it.until === null ? Number.POSITIVE_INFINITY : readInstant(it.until)!
    let beside: RingKey | null = null
    if (it.by !== null) {
      const by = this.keys.get(it.by)
      if (!by || it.sig === null) return 'NOT_ENDORSED'
      const message = keyStatementMessage({ ...it, by: it.by })
      if (!verifySignature(message, fromHex(it.sig, 64), by.key)) return 'ENDORSEMENT_WRONG'
      if (!signsAt(by, from)) return 'ENDORSER_OUTSIDE_ITS_TIME'
      if (it.retires !== null) {
        if (this.#retired.has(it.by)) return 'SECOND_END'
        this.#retired.add(it.by)
        by.until = Math.min(by.until, readInstant(it.retires)!)
        beside = by.beside
      } else beside = by
    } else if (it.retires !== null || it.sig !== null) return 'MALFORMED'
    this.keys.set(it.kid, { kid: it.kid, publicKey, key: ed25519Key(publicKey), from, until, beside })
    return null
  }

  readonly #retired = new Set<string>()
}

/** When the key ceases to sign: milliseconds since 1970, or infinity. */
const endOf = ({ until, beside }: RingKey): number => (beside ? Math.min(until, endOf(beside)) : until)

/** Does the key sign at this time (milliseconds since 1970)? */
export const signsAt = (key: RingKey, at: number): boolean =>
  at >= key.from - TOLERANCE && at <= endOf(key) + TOLERANCE

const readRecord = (it: unknown): KeyRecord | null => {
  if (!isMembers(it) || !hasExactly(it, MEMBERS)) return null
  const orNull = (value: unknown, is: (value: unknown) => boolean) => value === null || is(value)
  const isInstant = (value: unknown) => readInstant(value) !== null
  const sound =
    orNull(it['by'], isKeyId) &&
    isInstant(it['from']) &&
    isKeyId(it['kid']) &&
    isHex(it['publicKey'], 32) &&
    orNull(it['retires'], isInstant) &&
    orNull(it['sig'], (value) => isHex(value, 64)) &&
    orNull(it['until'], isInstant)
  return sound ? (it as unknown as KeyRecord) : null
}

/** Reads a key-ring file. @throws NotCanonical, or TypeError for another shape; judge `faults` yourself */
export const readKeyRing = (text: string): KeyRing => {
  const value: unknown = readCanonical(text)
  if (!isMembers(value) || !hasExactly(value, ['keys']) || !Array.isArray(value['keys'])) {
    throw new TypeError('a key ring is {"keys": […]}')
  }
  return new KeyRing(value['keys'])
}
