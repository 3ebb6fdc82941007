import { fromBase64, isHex, sha256, sha256Hex, toHex, u64, utf8 } from './bytes.ts'
import { readInstant } from './format.ts'
import { ed25519Key, verifySignature, type Sign } from './signatures.ts'

/** What a checkpoint says (FORMAT.md section 5). Hashes in hex. */
export interface Checkpoint {
  readonly origin: string
  readonly size: number
  readonly root: string
  readonly at: string
  /** `hash` of the last entry; {@link ZERO_HASH} for an empty ledger. */
  readonly head: string
  /** {@link checkpointHash} of the checkpoint before; {@link ZERO_HASH} for the first. */
  readonly previous: string
}

/** The text of a checkpoint: what is signed. */
export const writeCheckpoint = (it: Checkpoint): string =>
  `${it.origin}\n${it.size}\n${Buffer.from(it.root, 'hex').toString('base64')}\n` +
  `at ${it.at}\nhead ${it.head}\nprevious ${it.previous}\n`

/** How the next checkpoint names this one. @param text the signed text, without signature lines */
export const checkpointHash = (text: string): string => sha256Hex(text)

const SIZE = /^(?:0|[1-9]\d{0,15})$/

/** @returns null unless the text is in the one form a checkpoint has */
export const readCheckpoint = (text: string): Checkpoint | null => {
  const lines = text.split('\n')
  if (lines.length !== 7 || lines[6] !== '') return null
  const [origin, count, base64, at, head, previous] = lines as [
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  const root = fromBase64(base64)
  const it = {
    origin,
    size: Number(count),
    root: root ? toHex(root) : '',
    at: at.slice(3),
    head: head.slice(5),
    previous: previous.slice(9),
  }
  const sound =
    /^steward\/[0-9a-f-]{36}(?:\/audit)?$/.test(origin) &&
    SIZE.test(count) &&
    Number.isSafeInteger(it.size) &&
    isHex(it.root, 32) &&
    readInstant(it.at) !== null &&
    isHex(it.head, 32) &&
    isHex(it.previous, 32)
  return sound && writeCheckpoint(it) === text ? it : null
}

export interface NoteSignature {
  readonly name: string
  /** Four bytes, hex. */
  readonly keyHash: string
  /** What follows the key hash: of a ledger 64 bytes, of a witness 72. */
  readonly signature: Uint8Array
}

export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const SIGNATURE_LINE = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/

/** Splits a signed note. @returns null unless it is one, with at least one signature line */
export const readNote = (note: string): Note | null => {
  const end = note.indexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) return null
  const signatures: NoteSignature[] = []
  for (const line of note.slice(end + 2, -1).split('\n')) {
    const [, name, base64] = SIGNATURE_LINE.exec(line) ?? []
    const bytes = base64 === undefined ? null : fromBase64(base64)
    if (name === undefined || !bytes || bytes.length < 5) return null
    signatures.push({ name, keyHash: toHex(bytes.subarray(0, 4)), signature: bytes.subarray(4) })
  }
  return { text: note.slice(0, end + 1), signatures }
}

const LEDGER_KEY = 1
const WITNESS_KEY = 4

const keyHash = (name: string, algorithm: number, publicKey: Uint8Array): Uint8Array =>
  sha256(Buffer.concat([utf8(`${name}\n`), Uint8Array.of(algorithm), publicKey])).subarray(0, 4)

/** How a ledger's signature line names its key, hex. @param publicKey 32 raw bytes */
export const ledgerKeyHash = (origin: string, publicKey: Uint8Array): string =>
  toHex(keyHash(origin, LEDGER_KEY, publicKey))

const signatureLine = (name: string, hash: Uint8Array, signature: Uint8Array): string =>
  `— ${name} ${Buffer.concat([hash, signature]).toString('base64')}\n`

/** A checkpoint signed by the ledger: the whole note. @param publicKey of the key of `sign`, 32 raw bytes */
export const signCheckpoint = async (
  checkpoint: Checkpoint,
  publicKey: Uint8Array,
  sign: Sign,
): Promise<string> => {
  const text = writeCheckpoint(checkpoint)
  if (!readCheckpoint(text)) throw new TypeError('not a checkpoint')
  const signature = await sign(utf8(text))
  return `${text}\n${signatureLine(checkpoint.origin, keyHash(checkpoint.origin, LEDGER_KEY, publicKey), signature)}`
}

/** Is the line a right signature over the text by this key? The text of a note, not the note. */
export const verifyNoteSignature = (text: string, line: NoteSignature, publicKey: Uint8Array): boolean =>
  verifySignature(utf8(text), line.signature, ed25519Key(publicKey))

/** A witness: a name without blanks, and its Ed25519 public key, 32 raw bytes. */
export interface WitnessKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

const cosignatureMessage = (text: string, seconds: number): Uint8Array =>
  utf8(`cosignature/v1\ntime ${seconds}\n${text}`)

/** Adds a witness's signature line to a note. @param seconds since 1970, when the witness saw it */
export const cosign = async (
  note: string,
  witness: WitnessKey,
  seconds: number,
  sign: Sign,
): Promise<string> => {
  const read = readNote(note)
  if (!read) throw new TypeError('not a signed note')
  const signature = await sign(cosignatureMessage(read.text, seconds))
  const bytes = Buffer.concat([u64(seconds), signature])
  return note + signatureLine(witness.name, keyHash(witness.name, WITNESS_KEY, witness.publicKey), bytes)
}

/**
 * Did the witness sign this note?
 *
 * @returns when first (seconds since 1970), `null` when no line is of this witness, `WRONG` when one is and does not verify
 */
export const readCosignature = (note: Note, witness: WitnessKey): number | null | 'WRONG' => {
  const hash = toHex(keyHash(witness.name, WITNESS_KEY, witness.publicKey))
  let seen: number | null = null
  for (const { name, keyHash: of, signature } of note.signatures) {
    if (name !== witness.name || of !== hash) continue
    if (signature.length !== 72) return 'WRONG'
    const seconds = Number(Buffer.from(signature.subarray(0, 8)).readBigUInt64BE())
    const message = cosignatureMessage(note.text, seconds)
    if (!Number.isSafeInteger(seconds)) return 'WRONG'
    if (!verifySignature(message, signature.subarray(8), ed25519Key(witness.publicKey))) return 'WRONG'
    seen = Math.min(seen ?? seconds, seconds)
  }
  return seen
}
