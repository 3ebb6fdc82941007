import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CompactRange,
  EMPTY_ROOT,
  halvesOf,
  leafHash,
  MerkleTree,
  nodeHash,
  rootAbove,
  rootOf,
  sha256,
  toHex,
  verifyConsistency,
  verifyInclusion,
  type Hash,
} from './index.ts'

const MOST = 70
const hashes = Array.from({ length: MOST }, (_, seq) => sha256(`entry ${seq}`))
const tree = new MerkleTree(hashes)

/** RFC 6962 2.1, word for word. */
const mth = (list: readonly Hash[]): Hash => {
  if (list.length === 0) return sha256('')
  if (list.length === 1) return leafHash(list[0]!)
  const k = 2 ** Math.floor(Math.log2(list.length - 1))
  return nodeHash(mth(list.slice(0, k)), mth(list.slice(k)))
}

describe('the tree', () => {
  it('has the roots of RFC 6962 at every size, however it is grown', () => {
    const range = new CompactRange()
    for (let size = 0; size <= MOST; size += 1) {
      const root = toHex(mth(hashes.slice(0, size)))
      expect(toHex(tree.root(size))).toBe(root)
      expect(toHex(range.root())).toBe(root)
      expect(toHex(rootOf(hashes.slice(0, size)))).toBe(root)
      expect(toHex(new CompactRange(JSON.parse(JSON.stringify(range))).root())).toBe(root)
      if (size < MOST) range.append(hashes[size]!)
    }
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  it('tells of each subtree that it completes, and its root lies above theirs', () => {
    const range = new CompactRange()
    const told = new Map<string, Hash>()
    for (const hash of hashes.slice(0, 64))
      range.append(hash, (level, position, root) => told.set(`${level}.${position}`, root))
    expect(told.size).toBe(32 + 16 + 8 + 4 + 2 + 1)
    for (const [place, root] of told) {
      const [level, position] = place.split('.').map(Number) as [number, number]
      const count = 2 ** level
      expect(toHex(root)).toBe(toHex(mth(hashes.slice(position * count, (position + 1) * count))))
    }
    const quarters = [0, 1, 2, 3].map((at) => told.get(`4.${at}`)!)
    expect(toHex(rootAbove(quarters))).toBe(toHex(range.root()))
    expect(halvesOf([0, 70])).toEqual([
      [0, 64],
      [64, 70],
    ])
  })

  it('is continued from what was stored', () => {
    const first = rangeOf(37)
    const second = new CompactRange(first.toJSON())
    for (const hash of hashes.slice(37)) second.append(hash)
    expect(toHex(second.root())).toBe(toHex(tree.root()))
    expect(() => new CompactRange({ ...first.toJSON(), size: 38 })).not.toThrow()
    expect(() => new CompactRange({ ...first.toJSON(), size: 36 })).toThrow(TypeError)
  })

  const rangeOf = (size: number) => {
    const range = new CompactRange()
    for (const hash of hashes.slice(0, size)) range.append(hash)
    return range
  }
})

describe('proofs', () => {
  it('of inclusion hold for their entry and for no other place, size, entry or path', () => {
    for (let size = 1; size <= MOST; size += 1) {
      const root = tree.root(size)
      for (let index = 0; index < size; index += 1) {
        const path = tree.inclusionProof(index, size)
        expect(verifyInclusion(index, size, hashes[index]!, path, root)).toBe(true)
        expect(verifyInclusion(index + 1, size, hashes[index]!, path, root)).toBe(false)
        expect(verifyInclusion(index, size, hashes[(index + 1) % MOST]!, path, root)).toBe(false)
        expect(verifyInclusion(index, size, hashes[index]!, [...path, root], root)).toBe(false)
        if (path.length > 0)
          expect(verifyInclusion(index, size, hashes[index]!, path.slice(1), root)).toBe(false)
      }
    }
  })

  it('of consistency hold between any two sizes, and between no others', () => {
    for (let size = 0; size <= MOST; size += 1) {
      for (let first = 0; first <= size; first += 1) {
        const path = tree.consistencyProof(first, size)
        const [before, after] = [tree.root(first), tree.root(size)]
        expect(verifyConsistency(first, size, before, after, path)).toBe(true)
        expect(verifyConsistency(first, size, before, after, [...path, after])).toBe(false)
        if (first === 0) continue
        const other = sha256('another root')
        expect(verifyConsistency(first, size, other, after, path)).toBe(false)
        expect(verifyConsistency(first, size, before, other, path)).toBe(false)
        if (first < size) expect(verifyConsistency(first, size, before, after, path.slice(1))).toBe(false)
      }
    }
  })

  it('with any hash changed do not hold', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), fc.nat(), (a, b, c) => {
        const size = 2 + (a % (MOST - 1))
        const index = b % size
        const path = tree.inclusionProof(index, size).map((node) => Buffer.from(node))
        path[c % path.length]![c % 32]! ^= 1 << (c % 8)
        expect(verifyInclusion(index, size, hashes[index]!, path, tree.root(size))).toBe(false)
      }),
      { seed: 20260901 },
    )
  })

  it('are not made for what is not there', () => {
    expect(() => tree.inclusionProof(5, 5)).toThrow(RangeError)
    expect(() => tree.inclusionProof(5, MOST + 1)).toThrow(RangeError)
    expect(() => tree.consistencyProof(6, 5)).toThrow(RangeError)
  })
})
