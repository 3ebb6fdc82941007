/** What canonical JSON (RFC 8785) without floats can hold. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [key: string]: CanonicalValue }

/** Deeper nesting is refused, so that no text can exhaust a verifier's stack. */
export const MAX_DEPTH = 64

/** Why a text is not the canonical form of anything. */
export class NotCanonical extends TypeError {}

const ASCII = /^[\0-\x7f]*$/
const SURROGATE = /\p{Surrogate}/u

const writeText = (text: string): string => {
  if (!ASCII.test(text)) {
    if (SURROGATE.test(text)) throw new NotCanonical('a lone surrogate')
    if (text.normalize('NFC') !== text) throw new NotCanonical('a text that is not in Unicode NFC')
  }
  return JSON.stringify(text)
}

/**
 * The one canonical text of a value: sorted keys, no blanks, shortest spellings.
 *
 * @throws NotCanonical for what has none: floats, unsafe integers, lone surrogates, texts not in NFC, undefined,
 *   objects that are no plain ones, nesting deeper than {@link MAX_DEPTH}
 */
export const writeCanonical = (value: unknown, depth = 0): string => {
  if (typeof value === 'string') return writeText(value)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new NotCanonical('a number that is no safe integer')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new NotCanonical(`a value of type ${typeof value}`)
  if (depth === MAX_DEPTH) throw new NotCanonical(`nesting deeper than ${MAX_DEPTH}`)
  if (Array.isArray(value)) return `[${value.map((item) => writeCanonical(item, depth + 1)).join(',')}]`
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null)
    throw new NotCanonical('an object that is no plain one')
  const record = value as { readonly [key: string]: unknown }
  const members = Object.keys(record)
    .sort()
    .map((key) => `${writeText(key)}:${writeCanonical(record[key], depth + 1)}`)
  return `{${members.join(',')}}`
}

/**
 * Reads a text that must be byte for byte the canonical form of what it says. Writing it anew and comparing refuses
 * whatever a lenient parser lets pass: duplicate keys (the parser keeps one), `1.0`, `\u0041`, blanks, other orders.
 *
 * @throws NotCanonical
 */
export const readCanonical = (text: string): CanonicalValue => {
  let value: CanonicalValue
  try {
    value = JSON.parse(text) as CanonicalValue
  } catch {
    throw new NotCanonical('not JSON')
  }
  if (!isPlainlyCanonical(value, text) && writeCanonical(value) !== text) {
    throw new NotCanonical('another spelling, another order, a blank or a duplicate key')
  }
  return value
}

/** Is this text byte for byte the canonical form of what it says? */
export const isCanonical = (text: string): boolean => {
  try {
    readCanonical(text)
    return true
  } catch {
    return false
  }
}

/**
 * The same answer sooner, for nearly every true text: when all keys stand in order already, the engine's own writer
 * writes the canonical form. `false` says nothing. Escapes by number go the long way, for they may be lone surrogates.
 */
const isPlainlyCanonical = (value: CanonicalValue, text: string): boolean =>
  ASCII.test(text) && !text.includes('\\u') && isOrdered(value, 0) && JSON.stringify(value) === text

const isOrdered = (value: CanonicalValue, depth: number): boolean => {
  if (typeof value === 'number') return Number.isSafeInteger(value)
  if (value === null || typeof value !== 'object') return true
  if (depth === MAX_DEPTH) return false
  if (Array.isArray(value)) return value.every((item: CanonicalValue) => isOrdered(item, depth + 1))
  const record = value as { readonly [key: string]: CanonicalValue }
  let before = ''
  for (const key of Object.keys(record)) {
    if (key < before || !isOrdered(record[key]!, depth + 1)) return false
    before = key
  }
  return true
}

/** A record with string keys, as the parser gives it. */
export type Members = { readonly [key: string]: unknown }

export const isMembers = (value: unknown): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Has it exactly these keys? */
export const hasExactly = (value: Members, keys: readonly string[]): boolean => {
  let own = 0
  for (const key in value) if (Object.hasOwn(value, key)) own += 1
  if (own !== keys.length) return false
  for (const key of keys) if (!Object.hasOwn(value, key)) return false
  return true
}

/**
 * Reads a text that may be spelt freely but says nothing twice: of duplicate keys the parser keeps one, so what was read
 * has then fewer texts than stand in the text.
 *
 * @throws NotCanonical for what is no JSON or has a duplicate key
 */
export const readStrict = (text: string): unknown => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new NotCanonical('not JSON')
  }
  if (countQuotes(text) !== countTexts(value) * 2) throw new NotCanonical('a duplicate key')
  return value
}

const QUOTE = 0x22
const BACKSLASH = 0x5c

/** Quotation marks that begin or end a text. @param text known to be JSON */
const countQuotes = (text: string): number => {
  let quotes = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) quotes += 1
    else if (code === BACKSLASH) at += 1
  }
  return quotes
}

/** Keys and values that are texts, at any depth. */
const countTexts = (value: unknown): number => {
  let texts = 0
  const open = [value]
  while (open.length > 0) {
    const it = open.pop()
    if (typeof it === 'string') texts += 1
    else if (Array.isArray(it)) for (const item of it as unknown[]) open.push(item)
    else if (isMembers(it)) {
      for (const key of Object.keys(it)) {
        texts += 1
        open.push(it[key])
      }
    }
  }
  return texts
}
