/**
 * Signed statements of what each ledger is, soon after it has grown: the worker goes on from the right edge of the tree that it stored
 * with the last one. The signer remembers too, and signs no smaller ledger and no other of the same size.
 */
import { LEDGER_CHAINS, type LedgerChain } from '@steward/domain'
import { checkpointHash, CompactRange, originOf, readNote, signCheckpoint, ZERO_HASH } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import type { Sweep } from '../worker/sweeps.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { ENTRIES_OF } from './chains.ts'
import type { Signer } from './signer.ts'
import { areNodesKept, isKept, keepNodes, type TreeNode } from './tree-nodes.service.ts'
import { noteNotWritten, tellWitnesses } from '../witnesses/file-witness.service.ts'

/** What comes first: so many entries, or so old an entry, that no checkpoint covers. */
const MOST_ENTRIES = 256
const MOST_MILLISECONDS = 20_000
const BATCH = 10_000

interface State {
  readonly size: number
  readonly head: Buffer
  readonly covered: number
  readonly note: string | null
  readonly edge: string | null
  readonly now: Date
  /** The oldest entry that no checkpoint covers. */
  readonly waitingSince: number | null
}

const stateOf = (chain: LedgerChain): string => `
select h.size, h.hash as head, coalesce(c.size, 0) as covered, c.note, c.edge, clock_timestamp()::timestamptz(3) as now,
  (select e.at from ${ENTRIES_OF[chain]} e where e.org_id = h.org_id and e.seq = coalesce(c.size, 0)) as "waitingSince"
  from ledger_head h
  left join lateral (select size, note, edge from ledger_checkpoint c
                      where c.org_id = h.org_id and c.chain = h.chain order by size desc limit 1) c on true
 where h.org_id = $1 and h.chain = $2`

const hashesOf = (chain: LedgerChain): string =>
  `select hash from ${ENTRIES_OF[chain]} where org_id = $1 and seq >= $2 and seq < $3 order by seq limit ${BATCH}`

const STORE = `
insert into ledger_checkpoint (org_id, id, chain, size, at, note, edge) values ($1, $2, $3, $4, $5, $6, $7)
on conflict (org_id, chain, size) do nothing`

const isDue = ({ size, covered, now, waitingSince }: State): boolean =>
  size - covered >= MOST_ENTRIES ||
  (waitingSince !== null && now.getTime() - waitingSince >= MOST_MILLISECONDS)

/** Makes the next checkpoint of a ledger, inside a transaction of its organization; false where there is nothing new. */
export const makeCheckpoint = async (
  manager: EntityManager,
  orgId: string,
  signer: Signer,
  { chain = 'SIGN_OFFS', mayWait = false }: { readonly chain?: LedgerChain; readonly mayWait?: boolean } = {},
): Promise<boolean> => {
  const [state] = await manager.query<State[]>(stateOf(chain), [orgId, chain])
  if (!state || state.size === state.covered || (mayWait && !isDue(state))) return false
  const { size, head, note, now } = state
  const goesOn = state.edge !== null && (await areNodesKept(manager, orgId, chain, state.covered))
  const range = new CompactRange(goesOn ? JSON.parse(state.edge!) : undefined)
  const nodes: TreeNode[] = []
  const complete = (level: number, position: number, root: Uint8Array): void => {
    if (isKept(level)) nodes.push({ level, position, root })
  }
  while (range.size < size) {
    const rows = await manager.query<{ hash: Buffer }[]>(hashesOf(chain), [orgId, range.size, size])
    if (rows.length === 0) throw new Error('the ledger is shorter than its head says')
    for (const { hash } of rows) range.append(hash, complete)
  }
  await keepNodes(manager, orgId, chain, nodes)
  const { kid, publicKey } = (await signer.ring()).at(-1)!
  const checkpoint = {
    origin: originOf(orgId, chain),
    size,
    root: Buffer.from(range.root()).toString('hex'),
    at: now.toISOString(),
    head: head.toString('hex'),
    previous: note === null ? ZERO_HASH : checkpointHash(readNote(note)!.text),
  }
  const signed = await signCheckpoint(checkpoint, Buffer.from(publicKey, 'hex'), (message) =>
    signer.sign(kid, message),
  )
  await manager.query(STORE, [orgId, newId(), chain, size, now, signed, JSON.stringify(range)])
  return true
}

/** Of each organization in a transaction of its own: one whose ledger is damaged stops no other. */
const sweepCheckpoints = async ({ dataSource, signer, config, log }: WorkerServices): Promise<number> => {
  const organizations = await dataSource.query<{ id: string }[]>('select id from organization order by id')
  for (const { id } of organizations) {
    try {
      for (const chain of LEDGER_CHAINS)
        await withTenant(dataSource, id, (manager) =>
          makeCheckpoint(manager, id, signer, { chain, mayWait: true }),
        )
      // Committed before anybody is told: else a kill would leave a witness with a checkpoint that the ledger lacks for ever.
      await withTenant(dataSource, id, (manager) => tellWitnesses(manager, id, config.witnessDir)).catch(
        async (error: unknown) => {
          log.error({ organization: id, reason: reasonOf(error) }, 'the file of the witness was not written')
          await withTenant(dataSource, id, (manager) => noteNotWritten(manager, id))
        },
      )
    } catch (error) {
      log.error({ organization: id, reason: reasonOf(error) }, 'no checkpoint')
    }
  }
  return 0
}

export const checkpointSweep: Sweep = {
  name: 'checkpoints',
  sweep: sweepCheckpoints,
  everyMilliseconds: 2_500,
}
