import { fromHex, sha256, toHex } from './bytes.ts'

/** The Merkle tree of RFC 6962 section 2.1; a leaf's input is the `hash` of an entry. */
export type Hash = Uint8Array

const leafBuffer = Buffer.alloc(33)
const nodeBuffer = Buffer.alloc(65)
nodeBuffer[0] = 1

export const EMPTY_ROOT: Hash = sha256('')

/** H(0x00 ‖ entry hash) */
export const leafHash = (entryHash: Hash): Hash => {
  leafBuffer.set(entryHash, 1)
  return sha256(leafBuffer)
}

/** H(0x01 ‖ left ‖ right) */
export const nodeHash = (left: Hash, right: Hash): Hash => {
  nodeBuffer.set(left, 1)
  nodeBuffer.set(right, 33)
  return sha256(nodeBuffer)
}

/** A compact range as it is stored beside a checkpoint and continued later. */
export interface StoredRange {
  readonly size: number
  /** Roots of the perfect subtrees, the largest first, hex: one for each 1 in the binary form of `size`. */
  readonly nodes: readonly string[]
}

/** The right edge of a growing tree: all that is needed to append and to know the root; O(log n) hashes. */
export class CompactRange {
  readonly #nodes: Hash[]
  #size: number

  constructor(stored: StoredRange = { size: 0, nodes: [] }) {
    let ones = 0
    for (let rest = stored.size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2
    if (!Number.isSafeInteger(stored.size) || stored.size < 0 || stored.nodes.length !== ones) {
      throw new TypeError('a compact range has one node for each 1 in the binary form of its size')
    }
    this.#size = stored.size
    this.#nodes = stored.nodes.map((node) => fromHex(node, 32))
  }

  get size(): number {
    return this.#size
  }

  /** @param complete told of each perfect subtree that the entry completes: 2 ** level entries from position * 2 ** level on */
  append(entryHash: Hash, complete?: (level: number, position: number, root: Hash) => void): void {
    let node = leafHash(entryHash)
    let level = 0
    for (let rest = this.#size; rest % 2 === 1;) {
      rest = (rest - 1) / 2
      level += 1
      node = nodeHash(this.#nodes.pop()!, node)
      complete?.(level, rest, node)
    }
    this.#nodes.push(node)
    this.#size += 1
  }

  root(): Hash {
    const last = this.#nodes.at(-1)
    if (!last) return EMPTY_ROOT
    return this.#nodes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
  }

  toJSON(): StoredRange {
    return { size: this.#size, nodes: this.#nodes.map(toHex) }
  }
}

/** Entries from `start` up to and without `end`. */
export type Range = readonly [start: number, end: number]

/** The largest power of two smaller than n (n ≥ 2). */
const splitOf = (n: number): number => {
  let power = 1
  while (power * 2 < n) power *= 2
  return power
}

/**
 * The ranges of entries whose roots, in this order, are the inclusion proof of entry `index` in the tree of `size`
 * (RFC 6962 2.1.1). A server computes each root from whatever it keeps.
 */
export const inclusionRanges = (index: number, size: number): readonly Range[] => {
  if (!(index >= 0 && index < size)) throw new RangeError('the entry is not in the tree')
  const path = (start: number, end: number): Range[] => {
    if (end - start === 1) return []
    const middle = start + splitOf(end - start)
    return index < middle ? [...path(start, middle), [middle, end]] : [...path(middle, end), [start, middle]]
  }
  return path(0, size)
}

/** The ranges whose roots are the consistency proof between the trees of `first` and `size` (RFC 6962 2.1.2). */
export const consistencyRanges = (first: number, size: number): readonly Range[] => {
  if (!(first >= 0 && first <= size)) throw new RangeError('the first tree is larger than the second')
  if (first === 0 || first === size) return []
  const proof = (start: number, end: number, whole: boolean): Range[] => {
    if (first === end) return whole ? [] : [[start, end]]
    const middle = start + splitOf(end - start)
    return first <= middle
      ? [...proof(start, middle, whole), [middle, end]]
      : [...proof(middle, end, false), [start, middle]]
  }
  return proof(0, size, true)
}

/** The root of a range, of which `entryHashes` are all. */
export const rootOf = (entryHashes: Iterable<Hash>): Hash => {
  const range = new CompactRange()
  for (const hash of entryHashes) range.append(hash)
  return range.root()
}

/** The root above the roots of perfect subtrees of one size that lie side by side; as many as a power of two. */
export const rootAbove = (roots: readonly Hash[]): Hash => {
  let level = roots
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, at) => nodeHash(level[2 * at]!, level[2 * at + 1]!))
  return level[0]!
}

/** The halves of a range whose roots lie below its own (RFC 6962 2.1). */
export const halvesOf = ([start, end]: Range): readonly [Range, Range] => {
  const middle = start + splitOf(end - start)
  return [
    [start, middle],
    [middle, end],
  ]
}

/** A whole tree in memory: any root and any proof in O(log n); 64 bytes an entry. */
export class MerkleTree {
  readonly #levels: Hash[][] = [[]]

  constructor(entryHashes: Iterable<Hash> = []) {
    for (const hash of entryHashes) this.append(hash)
  }

  get size(): number {
    return this.#levels[0]!.length
  }

  append(entryHash: Hash): void {
    let node = leafHash(entryHash)
    for (let level = 0; ; level += 1) {
      const nodes = (this.#levels[level] ??= [])
      nodes.push(node)
      if (nodes.length % 2 === 1) return
      node = nodeHash(nodes.at(-2)!, node)
    }
  }

  root(size = this.size): Hash {
    return size === 0 ? EMPTY_ROOT : this.#rangeRoot([0, size])
  }

  inclusionProof(index: number, size = this.size): readonly Hash[] {
    if (size > this.size) throw new RangeError('the tree is not that large')
    return inclusionRanges(index, size).map((range) => this.#rangeRoot(range))
  }

  consistencyProof(first: number, size = this.size): readonly Hash[] {
    if (size > this.size) throw new RangeError('the tree is not that large')
    return consistencyRanges(first, size).map((range) => this.#rangeRoot(range))
  }

  /** Of the ranges that proofs are made of: each starts at a multiple of the power of two that holds it. */
  #rangeRoot([start, end]: Range): Hash {
    const count = end - start
    const level = Math.log2(count)
    if (Number.isInteger(level)) return this.#levels[level]![start / count]!
    const [left, right] = halvesOf([start, end])
    return nodeHash(this.#rangeRoot(left), this.#rangeRoot(right))
  }
}

const equal = (a: Hash, b: Hash): boolean => Buffer.compare(a, b) === 0
const half = (n: number): number => Math.floor(n / 2)

/** Does the path lead from the entry to the root of the tree of that size? (RFC 9162 2.1.3.2) */
export const verifyInclusion = (
  index: number,
  size: number,
  entryHash: Hash,
  path: readonly Hash[],
  root: Hash,
): boolean => {
  if (!(index >= 0 && index < size)) return false
  let [at, last, node] = [index, size - 1, leafHash(entryHash)]
  for (const beside of path) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      node = nodeHash(beside, node)
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else node = nodeHash(node, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && equal(node, root)
}

/** Is the tree of `first` entries the beginning of the tree of `size` entries? (RFC 9162 2.1.4.2) */
export const verifyConsistency = (
  first: number,
  size: number,
  firstRoot: Hash,
  root: Hash,
  path: readonly Hash[],
): boolean => {
  if (!(first >= 0 && first <= size)) return false
  if (first === size) return path.length === 0 && equal(firstRoot, root)
  if (first === 0) return path.length === 0 && equal(firstRoot, EMPTY_ROOT)
  const isPower = Number.isInteger(Math.log2(first))
  const [start, ...rest] = isPower ? [firstRoot, ...path] : path
  if (!start) return false
  let [at, last] = [first - 1, size - 1]
  while (at % 2 === 1) [at, last] = [half(at), half(last)]
  let [before, after] = [start, start]
  for (const beside of rest) {
    if (last === 0) return false
    if (at % 2 === 1 || at === last) {
      ;[before, after] = [nodeHash(beside, before), nodeHash(beside, after)]
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)]
    } else after = nodeHash(after, beside)
    ;[at, last] = [half(at), half(last)]
  }
  return last === 0 && equal(before, firstRoot) && equal(after, root)
}
