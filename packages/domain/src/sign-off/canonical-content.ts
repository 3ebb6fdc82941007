import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalizeModule from 'canonicalize'
import { isCommitted, type FieldClass } from './field-class.ts'

// The package is CommonJS whose types claim a default export; the function is the module itself.
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string

export const CONTENT_VERSION = 1
export const SALT_BYTES = 16

export type ContentLeaf = string | number | boolean | null | Date

/**
 * The shape of what is signed: every key's class; of a list, the shape of its entries. An unlisted key is not signed. A key written with a `?`
 * behind it is signed where it is there: what was written before it existed keeps its hash.
 */
export type ContentShape = FieldClass | readonly [ContentShape] | { readonly [key: string]: ContentShape }

type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/** What opens one commitment. `path` is a JSON pointer into the content: `/options/0/description`. */
export interface Opening {
  readonly path: string
  /** 16 bytes, in hex. Kept apart from the content, and erased to erase the value. */
  readonly salt: string
}

export interface CanonicalContent {
  /** RFC 8785 text: what is hashed, stored and shown to a verifier. */
  readonly text: string
  /** SHA-256 of `text`, hex: what is signed. */
  readonly hash: string
  readonly openings: readonly Opening[]
}

export const sha256Hex = (content: string | Uint8Array): string =>
  bytesToHex(sha256(typeof content === 'string' ? utf8ToBytes(content) : content))

/**
 * The exact content of a signature: `{subject, v, content}` in canonical JSON (RFC 8785), where each personal or
 * sensitive leaf is `{"c": SHA-256(salt ‖ canonical value)}` with a salt of its own. After the salts are erased the
 * text still verifies and says nothing of the person.
 *
 * Refuses by TypeError what has no single written form: floats and unsafe integers, lone surrogates, invalid dates,
 * undefined. Texts are brought to NFC; instants are written in UTC milliseconds.
 *
 * @param newSalt 16 random bytes for the value at a path; the caller's, because the domain has no source of chance.
 */
export const canonicalContent = (
  subject: string,
  value: object,
  shape: { readonly [key: string]: ContentShape },
  newSalt: (path: string) => Uint8Array,
): CanonicalContent => {
  const openings: Opening[] = []

  const write = (part: unknown, as: ContentShape, path: string): CanonicalValue => {
    if (typeof as === 'string') {
      const written = leaf(part, path)
      if (written === null || !isCommitted(as)) return written
      const salt = newSalt(path)
      if (salt.length !== SALT_BYTES) throw new TypeError(`a salt has ${SALT_BYTES} bytes`)
      openings.push({ path, salt: bytesToHex(salt) })
      return { c: commitment(salt, written) }
    }
    if (isList(as)) {
      if (!Array.isArray(part)) throw new TypeError(`${path}: a list is expected`)
      return part.map((entry: unknown, at) => write(entry, as[0], `${path}/${at}`))
    }
    if (part === null) return null
    if (!isRecord(part) || Array.isArray(part) || part instanceof Date) {
      throw new TypeError(`${path}: an object is expected`)
    }
    return Object.fromEntries(
      membersOf(as, part).map(([key, of]) => [key, write(part[key], of, `${path}/${pointer(key)}`)]),
    )
  }

  const text = canonicalize({ subject, v: CONTENT_VERSION, content: write(value, shape, '') })
  return { text, hash: sha256Hex(text), openings }
}

/** The keys that are signed of this part, each with its shape, in the order of the shape. */
export const membersOf = (
  shape: { readonly [key: string]: ContentShape },
  part: { readonly [key: string]: unknown },
): readonly (readonly [string, ContentShape])[] =>
  Object.entries(shape).flatMap(([key, of]) => {
    if (!key.endsWith('?')) return [[key, of] as const]
    const name = key.slice(0, -1)
    return part[name] === undefined ? [] : [[name, of] as const]
  })

const isList = (shape: ContentShape): shape is readonly [ContentShape] => Array.isArray(shape)
const pointer = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1')

/** What stands in the place of a value that tells of a person: SHA-256 of salt and canonical value, hex. */
export const commitmentOf = (salt: Uint8Array, value: string): string => commitment(salt, leaf(value, ''))

const commitment = (salt: Uint8Array, value: CanonicalValue): string =>
  bytesToHex(sha256(concatBytes(salt, utf8ToBytes(canonicalize(value)))))

const leaf = (value: unknown, path: string): string | number | boolean | null => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`${path}: only safe integers can be signed`)
    return value
  }
  if (typeof value === 'string') {
    if (/\p{Surrogate}/u.test(value)) throw new TypeError(`${path}: a lone surrogate cannot be signed`)
    return value.normalize('NFC')
  }
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString()
  throw new TypeError(`${path}: only text, whole numbers, booleans, instants and null can be signed`)
}

export type Verdict = 'VALID' | 'NOT_CANONICAL' | 'HASH_DIFFERS'

/** Recomputes: is this text canonical (no duplicate key, no other spelling), and is it what the hash was made of? */
export const verifyContent = (text: string, hash: string): Verdict => {
  if (sha256Hex(text) !== hash) return 'HASH_DIFFERS'
  try {
    return canonicalize(JSON.parse(text)) === text ? 'VALID' : 'NOT_CANONICAL'
  } catch {
    return 'NOT_CANONICAL'
  }
}

/** Does this value stand behind the commitment at the opening's path? False also where there is no commitment. */
export const verifyOpening = (text: string, opening: Opening, value: ContentLeaf): boolean => {
  const { content } = JSON.parse(text) as { content: unknown }
  const found = opening.path
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => (isRecord(at) && Object.hasOwn(at, key) ? at[key] : undefined), content)
  return isRecord(found) && found['c'] === commitment(hexToBytes(opening.salt), leaf(value, opening.path))
}

const isRecord = (value: unknown): value is { readonly [key: string]: unknown } =>
  typeof value === 'object' && value !== null

/** The same value without what its shape calls personal or sensitive: a word stands in place of each such text, and nothing of anything else. */
export const withoutPersonal = <T>(value: T, shape: ContentShape, word: string): T =>
  cleared(value, shape, word) as T

const cleared = (value: unknown, shape: ContentShape, word: string): unknown => {
  if (value === null || value === undefined) return value
  if (typeof shape === 'string') {
    if (!isCommitted(shape)) return value
    return typeof value === 'string' ? word : null
  }
  if (Array.isArray(value))
    return value.map((entry) => cleared(entry, (shape as readonly [ContentShape])[0], word))
  const members = shape as Readonly<Record<string, ContentShape>>
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => {
      const of = members[key] ?? members[`${key}?`]
      return [key, of === undefined ? member : cleared(member, of, word)]
    }),
  )
}
