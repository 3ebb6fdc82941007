/** Between judging and writing: whom rows rest on stays as they were judged, or nothing of the file comes in. */
import { importRefusal } from '@steward/domain'
import { ImportStopped } from './import-stopped.ts'
import type { RecordRun } from './record-run.ts'

/** A row that writes to a client who is on file, and which version of them it was judged by. */
export interface Resting {
  readonly line: number
  readonly id: string
  readonly version: number
}

/** `for share` keeps a merge, an erasure and every amendment waiting; `for no key update` whatever moves the account as well. */
const HOLDING = {
  'for share': `select id, version from client where org_id = $1 and id = any($2) order by id for share`,
  'for no key update': `select id, version from client where org_id = $1 and id = any($2) order by id for no key update`,
} as const

const CHUNK = 10_000
const MOST_LINES = 5

/**
 * Locks the clients in the order of their ids, as everybody does who locks several, and only once all rows are judged: who works with them
 * waits while rows are written, no longer. What is applied is row for row what was shown (decision 70), so a row cannot be left out for
 * what has happened to its client since; the run ends, names the lines, and the next look gives each its reason.
 * @throws ImportStopped where one of them is no longer as judged
 */
export const holdClients = async (
  { tx, orgId }: Pick<RecordRun, 'tx' | 'orgId'>,
  resting: readonly Resting[],
  mode: keyof typeof HOLDING,
): Promise<void> => {
  const ids = [...new Set(resting.map(({ id }) => id))].toSorted()
  const held = new Map<string, number>()
  for (let at = 0; at < ids.length; at += CHUNK)
    for (const row of await tx.manager.query<{ id: string; version: number }[]>(HOLDING[mode], [
      orgId,
      ids.slice(at, at + CHUNK),
    ]))
      held.set(row.id, row.version)
  refuseChanged(resting.filter(({ id, version }) => held.get(id) !== version).map(({ line }) => line))
}

/** @throws ImportStopped naming the first of the lines; nothing where there are none */
export const refuseChanged = (lines: readonly number[]): void => {
  if (lines.length === 0) return
  const named = lines.slice(0, MOST_LINES).join(', ') + (lines.length > MOST_LINES ? ' …' : '')
  throw ImportStopped.refused(importRefusal('CHANGED_MEANWHILE', { lines: named }))
}
