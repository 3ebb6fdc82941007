/**
 * Roots of perfect subtrees that are kept as the tree grows, so that a proof reads some hundred rows however long the ledger is. A shortcut:
 * where one is missing its entries are read, and a wrong one makes a proof that no verifier takes.
 */
import type { LedgerChain } from '@steward/domain'
import { halvesOf, nodeHash, rootAbove, rootOf, type Hash, type Range } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { ENTRIES_OF } from './chains.ts'

/** Of 256 and of 65,536 entries: one row for each. */
const KEPT_LEVELS = [8, 16]
export const isKept = (level: number): boolean => KEPT_LEVELS.includes(level)

/** The root of the entries from `position * 2 ** level` on, `2 ** level` of them. */
export interface TreeNode {
  readonly level: number
  readonly position: number
  readonly root: Hash
}

const KEEP = `
insert into ledger_node (org_id, id, chain, level, position, root)
select $1, node.id, $2, node.level, node.position, node.root
  from unnest($3::uuid[], $4::integer[], $5::bigint[], $6::bytea[]) as node(id, level, position, root)
on conflict (org_id, chain, level, position) do nothing`
const KEPT = `
select root from ledger_node
 where org_id = $1 and chain = $2 and level = $3 and position >= $4 and position < $5 order by position`
const LAST = `
select coalesce(max(position) + 1, 0)::integer as count from ledger_node where org_id = $1 and chain = $2 and level = $3`
const hashesOf = (chain: LedgerChain): string =>
  `select hash from ${ENTRIES_OF[chain]} where org_id = $1 and seq >= $2 and seq < $3 order by seq`

export const keepNodes = async (
  manager: EntityManager,
  orgId: string,
  chain: LedgerChain,
  nodes: readonly TreeNode[],
): Promise<void> => {
  if (nodes.length === 0) return
  await manager.query(KEEP, [
    orgId,
    chain,
    nodes.map(() => newId()),
    nodes.map(({ level }) => level),
    nodes.map(({ position }) => position),
    nodes.map(({ root }) => Buffer.from(root)),
  ])
}

/** Of a ledger of `size` entries; not so where its checkpoints are older than this table. */
export const areNodesKept = async (
  manager: EntityManager,
  orgId: string,
  chain: LedgerChain,
  size: number,
): Promise<boolean> => {
  const [level] = KEPT_LEVELS as [number]
  const [row] = await manager.query<[{ count: number }]>(LAST, [orgId, chain, level])
  return row.count >= Math.floor(size / 2 ** level)
}

/** The root of a range that a proof is made of (RFC 6962 2.1.1). */
export const rootOfRange = async (
  manager: EntityManager,
  orgId: string,
  chain: LedgerChain,
  range: Range,
): Promise<Hash> => {
  const [start, end] = range
  const depth = Math.log2(end - start)
  const level = KEPT_LEVELS.findLast((it) => it <= depth)
  if (level !== undefined && !Number.isInteger(depth)) {
    const [left, right] = halvesOf(range)
    return nodeHash(
      await rootOfRange(manager, orgId, chain, left),
      await rootOfRange(manager, orgId, chain, right),
    )
  }
  if (level !== undefined) {
    const [from, to] = [start / 2 ** level, end / 2 ** level]
    const kept = await manager.query<{ root: Buffer }[]>(KEPT, [orgId, chain, level, from, to])
    if (kept.length === to - from) return rootAbove(kept.map(({ root }) => root))
  }
  const rows = await manager.query<{ hash: Buffer }[]>(hashesOf(chain), [orgId, start, end])
  return rootOf(rows.map(({ hash }) => hash))
}
