import { hash } from 'node:crypto'

/** SHA-256 of the bytes (of a text: of its UTF-8), as 32 bytes. */
export const sha256 = (content: string | Uint8Array): Uint8Array => hash('sha256', content, 'buffer')

/** SHA-256 of the bytes (of a text: of its UTF-8), in lower-case hexadecimal. */
export const sha256Hex = (content: string | Uint8Array): string => hash('sha256', content, 'hex')

export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')

const HEX = /^[0-9a-f]*$/

/** Is this exactly `length` bytes in lower-case hexadecimal? */
export const isHex = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length === length * 2 && HEX.test(value)

/** @throws TypeError unless it is exactly `length` bytes in lower-case hexadecimal */
export const fromHex = (value: string, length: number): Uint8Array => {
  if (!isHex(value, length)) throw new TypeError(`${length} bytes in lower-case hexadecimal are expected`)
  return Buffer.from(value, 'hex')
}

/** The same of what is known to be hexadecimal. */
export const bytesOfHex = (value: string): Uint8Array => Buffer.from(value, 'hex')

/** @returns the bytes of standard, padded base64 in its only spelling, or null */
export const fromBase64 = (value: string): Uint8Array | null => {
  const bytes = Buffer.from(value, 'base64')
  return bytes.toString('base64') === value ? bytes : null
}

export const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8')

/** Eight bytes, most significant first. */
export const u64 = (value: number): Uint8Array => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}

/** Fixed-size records in pages, so that a growing list is never copied: 32 MB for a million hashes. */
export class Records {
  readonly #pages: Buffer[] = []
  readonly #bytes: number
  static readonly #PAGE = 1024
  length = 0

  constructor(bytes: number) {
    this.#bytes = bytes
  }

  push(record: Uint8Array): void {
    const at = this.length % Records.#PAGE
    if (at === 0) this.#pages.push(Buffer.alloc(Records.#PAGE * this.#bytes))
    this.#pages.at(-1)!.set(record, at * this.#bytes)
    this.length += 1
  }

  /** A view, not a copy. */
  at(index: number): Uint8Array {
    const page = this.#pages[Math.floor(index / Records.#PAGE)]!
    const start = (index % Records.#PAGE) * this.#bytes
    return page.subarray(start, start + this.#bytes)
  }
}
