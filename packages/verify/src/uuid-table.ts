import { randomInt } from 'node:crypto'
import { Records } from './bytes.ts'

/** UUIDs numbered in the order of their coming; 24 to 32 bytes each, so that a million fit beside a million hashes. */
export class UuidTable {
  readonly #keys = new Records(16)
  #slots = new Int32Array(1024)
  /** So that nobody can choose identifiers that all fall into one slot. */
  readonly #seed = randomInt(2 ** 32)

  /** The number of a UUID that is known, or -1. */
  indexOf(uuid: string): number {
    return this.#slots[this.#find(bytesOf(uuid))]! - 1
  }

  /** @returns its number, and whether it is new */
  add(uuid: string): { readonly index: number; readonly isNew: boolean } {
    const key = bytesOf(uuid)
    const slot = this.#find(key)
    const known = this.#slots[slot]!
    if (known > 0) return { index: known - 1, isNew: false }
    this.#keys.push(key)
    this.#slots[slot] = this.#keys.length
    if (this.#keys.length * 2 > this.#slots.length) this.#grow()
    return { index: this.#keys.length - 1, isNew: true }
  }

  /** The slot of the key, or the free one where it belongs. */
  #find(key: Buffer): number {
    const mask = this.#slots.length - 1
    let mixed = this.#seed
    for (let at = 0; at < 16; at += 4) {
      mixed = Math.imul(mixed ^ key.readInt32LE(at), 0x9e3779b1)
      mixed ^= mixed >>> 15
    }
    let slot = mixed & mask
    for (;;) {
      const index = this.#slots[slot]! - 1
      if (index < 0 || key.equals(this.#keys.at(index))) return slot
      slot = (slot + 1) & mask
    }
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2)
    for (let index = 0; index < this.#keys.length; index += 1) {
      this.#slots[this.#find(Buffer.from(this.#keys.at(index)))] = index + 1
    }
  }
}

const scratch = Buffer.alloc(16)

/** @param uuid known to be one. @returns bytes that the next call overwrites */
const bytesOf = (uuid: string): Buffer => {
  let byte = 0
  for (let at = 0; at < 36; at += 2) {
    if (uuid.charCodeAt(at) === 0x2d) at += 1
    scratch[byte] = (digit(uuid.charCodeAt(at)) << 4) | digit(uuid.charCodeAt(at + 1))
    byte += 1
  }
  return scratch
}

const digit = (code: number): number => (code < 0x40 ? code - 0x30 : code - 0x57)
