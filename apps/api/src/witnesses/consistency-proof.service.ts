/** That a chain of so many entries is the beginning of what a checkpoint says (RFC 6962): what a witness needs in order to refuse. */
import type { LedgerChain } from '@steward/domain'
import { consistencyRanges, rootOf, toHex, type Range, type StoredRange } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { ENTRIES_OF } from '../ledger/chains.ts'

/** The right edge of the tree at that size, or the nearest one before. */
const EDGE = `
select edge from ledger_checkpoint where org_id = $1 and chain = $2 and size <= $3 order by size desc limit 1`

/** Of the perfect subtrees of an edge, the entries of each, by the text of their range. */
const nodesOf = ({ size, nodes }: StoredRange): Map<string, string> => {
  const known = new Map<string, string>()
  let start = 0
  for (const [at, bit] of bitsOf(size).entries()) {
    known.set([start, start + bit].join(), nodes[at]!)
    start += bit
  }
  return known
}

/** The powers of two that make up a number, the largest first. */
const bitsOf = (size: number): number[] => {
  const bits: number[] = []
  for (let bit = 1, rest = size; rest > 0; bit *= 2, rest = Math.floor(rest / 2))
    if (rest % 2) bits.unshift(bit)
  return bits
}

/**
 * The nodes, hex. What the older tree covers stands in its edge, so that only the entries since then are read, however many there are.
 */
export const consistencyProof = async (
  manager: EntityManager,
  orgId: string,
  chain: LedgerChain,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<readonly string[]> => {
  const [stored] = await manager.query<{ edge: string }[]>(EDGE, [orgId, chain, from])
  const known = stored ? nodesOf(JSON.parse(stored.edge) as StoredRange) : new Map<string, string>()
  const hashes = `select hash from ${ENTRIES_OF[chain]} where org_id = $1 and seq >= $2 and seq < $3 order by seq`
  const rootHex = async (range: Range): Promise<string> => {
    const node = known.get(range.join())
    if (node !== undefined) return node
    const rows = await manager.query<{ hash: Buffer }[]>(hashes, [orgId, ...range])
    return toHex(rootOf(rows.map(({ hash }) => hash)))
  }
  const proof: string[] = []
  for (const range of consistencyRanges(from, to)) proof.push(await rootHex(range))
  return proof
}
