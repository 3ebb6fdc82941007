/**
 * Witnesses keep what a ledger said of itself where the database cannot reach: so a chain that was written anew, or whose end was cut off,
 * does not go unseen. The first is a file that only grows; put its folder on another machine or a medium that writes once.
 */
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { LEDGER_CHAINS, type LedgerChain } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { noteTold } from './witness-state.service.ts'

/** How the file is called among those who were told of a checkpoint; others by their ids. */
export const FILE_WITNESS = 'file'

interface Untold {
  readonly id: string
  readonly chain: LedgerChain
  readonly size: number
  readonly note: string
  readonly now: Date
}

const UNTOLD = `
select c.id, c.chain, c.size, c.note, clock_timestamp()::timestamptz(3) as now
  from ledger_checkpoint c
 where c.org_id = $1 and not exists (select from ledger_witnessing w
        where w.org_id = c.org_id and w.checkpoint_id = c.id and w.witness = $2)
 order by c.chain desc, c.size`

const TOLD = `
insert into ledger_witnessing (org_id, id, checkpoint_id, witness, at) values ($1, $2, $3, $4, $5)
on conflict (org_id, checkpoint_id, witness) do nothing`

/** Every organization has it; whoever looks for witnesses finds it among them. */
const APPOINT = `
insert into ledger_witness (org_id, id, kind, name, status, appointed_at) values ($1, $1, 'FILE', $2, 'FIXED', clock_timestamp())
on conflict (org_id, id) do nothing`

/** The witness's log of one organization. */
export const witnessLog = (folder: string, orgId: string): string => join(folder, `${orgId}.witness.log`)

/** Written and on the disk before the database says so: told twice after a kill, never not at all. */
export const tellWitnesses = async (manager: EntityManager, orgId: string, folder: string): Promise<void> => {
  const untold = await manager.query<Untold[]>(UNTOLD, [orgId, FILE_WITNESS])
  if (untold.length === 0) return
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(witnessLog(folder, orgId), 'a', 0o600)
  try {
    for (const { note, now } of untold)
      await file.write(`${JSON.stringify({ at: now.toISOString(), checkpoint: note })}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  for (const { id, now } of untold) await manager.query(TOLD, [orgId, newId(), id, FILE_WITNESS, now])
  await noteFile(manager, orgId, untold)
}

/** That the file could not be written, for those who watch over the witnesses. */
export const noteNotWritten = async (manager: EntityManager, orgId: string): Promise<void> =>
  noteFile(manager, orgId, await manager.query<Untold[]>(UNTOLD, [orgId, FILE_WITNESS]), 'NOT_WRITTEN')

const noteFile = async (
  manager: EntityManager,
  orgId: string,
  told: readonly Untold[],
  failure: 'NOT_WRITTEN' | null = null,
): Promise<void> => {
  await manager.query(APPOINT, [orgId, FILE_WITNESS])
  for (const chain of LEDGER_CHAINS) {
    const size = told.findLast((it) => it.chain === chain)?.size
    if (size !== undefined) await noteTold(manager, { orgId, witnessId: orgId, chain, size }, failure)
  }
}

const WHILE_WRITTEN_MILLISECONDS = 200

/** What the witness has written; null where it has written nothing. A line that is being written is waited for. */
export const readWitnessLog = async (folder: string, orgId: string): Promise<string | null> => {
  const read = () =>
    readFile(witnessLog(folder, orgId), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    })
  const text = await read()
  if (text === null || text.endsWith('\n')) return text
  await sleep(WHILE_WRITTEN_MILLISECONDS)
  return read()
}
