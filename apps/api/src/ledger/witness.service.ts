/**
 * Witnesses keep what a ledger said of itself where the database cannot reach: so a chain that was written anew, or whose end was cut off,
 * does not go unseen. The first is a file that only grows; put its folder on another machine or a medium that writes once.
 */
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'

export const FILE_WITNESS = 'file'

interface Untold {
  readonly id: string
  readonly note: string
  readonly now: Date
}

const UNTOLD = `
select c.id, c.note, clock_timestamp()::timestamptz(3) as now
  from ledger_checkpoint c
 where c.org_id = $1 and not exists (select from ledger_witnessing w
        where w.org_id = c.org_id and w.checkpoint_id = c.id and w.witness = $2)
 order by c.chain desc, c.size`

const TOLD = `
insert into ledger_witnessing (org_id, id, checkpoint_id, witness, at) values ($1, $2, $3, $4, $5)
on conflict (org_id, checkpoint_id, witness) do nothing`

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
