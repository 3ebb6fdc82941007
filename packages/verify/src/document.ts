import { fromHex, isHex, sha256Hex, utf8 } from './bytes.ts'
import { hasExactly, isMembers, writeCanonical } from './canonical.ts'

/** Where the comment of an entry is opened. */
export const COMMENT_PATH = '#comment'

/** Shows what stands behind a commitment (FORMAT.md section 3). */
export interface Opening {
  /** A JSON pointer below `content`, or {@link COMMENT_PATH}. */
  readonly path: string
  /** 16 bytes, hex. */
  readonly salt: string
  readonly value: unknown
}

/** H(salt ‖ canonical JSON of the value), hex. @throws NotCanonical @throws TypeError for another salt */
export const commitment = (salt: string, value: unknown): string =>
  sha256Hex(Buffer.concat([fromHex(salt, 16), utf8(writeCanonical(value))]))

export const isCommitment = (value: unknown): value is { readonly c: string } =>
  isMembers(value) && hasExactly(value, ['c']) && isHex(value['c'], 32)

/** What is signed of a document. @param text its canonical text */
export const documentHash = (text: string): string => sha256Hex(text)

const unescape = (key: string): string => key.replaceAll('~1', '/').replaceAll('~0', '~')

/** Follows a JSON pointer (RFC 6901); undefined where it leads nowhere. */
export const follow = (value: unknown, pointer: string): unknown => {
  if (pointer === '') return value
  if (!pointer.startsWith('/')) return undefined
  let at = value
  for (const key of pointer.slice(1).split('/').map(unescape)) {
    if (Array.isArray(at) && !/^(?:0|[1-9]\d*)$/.test(key)) return undefined
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = (at as { readonly [key: string]: unknown })[key]
  }
  return at
}

export const readOpening = (value: unknown): Opening | null =>
  isMembers(value) &&
  hasExactly(value, ['path', 'salt', 'value']) &&
  typeof value['path'] === 'string' &&
  isHex(value['salt'], 16)
    ? { path: value['path'], salt: value['salt'], value: value['value'] }
    : null

/** Is this what stands behind the commitment? `false` also for what is no commitment. */
export const opens = (committed: unknown, opening: Opening): boolean => {
  try {
    return isCommitment(committed) && commitment(opening.salt, opening.value) === committed.c
  } catch {
    return false
  }
}
