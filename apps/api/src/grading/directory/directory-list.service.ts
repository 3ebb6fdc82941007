/** The list that is signed: who is in it with which grade, as one hash, and how many have which. Read in batches, so that no statement grows with it. */
import { createHash } from 'node:crypto'
import { directoryLine, type DirectoryEntry, type GradeCount } from '@steward/domain'
import type { EntityManager } from 'typeorm'

interface Place {
  readonly orgId: string
  readonly id: string
}

const AT_ONCE = 10_000
/** Before any client. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

const NEXT = `
select client_id as "clientId", final_grade as grade, left_out is null as "isIn" from evaluation
 where org_id = $1 and cycle_id = $2 and client_id > $3 order by client_id limit $4`

interface Entry extends DirectoryEntry {
  readonly isIn: boolean
}

export interface DirectoryList {
  readonly listCount: number
  readonly listHash: string
  readonly gradeCounts: GradeCount[]
}

/** The domain's `directoryHash`, line by line; entries come in the order of their clients' ids. */
export const directoryDigest = () => {
  const hash = createHash('sha256')
  let lines = 0
  return {
    add: (entry: DirectoryEntry): void => {
      hash.update(lines === 0 ? directoryLine(entry) : `\n${directoryLine(entry)}`)
      lines += 1
    },
    hex: (): string => hash.digest('hex'),
  }
}

/**
 * The same however it is cut into batches.
 * @param grades of the standard, the best first
 */
export const directoryList = async (
  manager: EntityManager,
  { orgId, id }: Place,
  grades: readonly string[],
  batch = AT_ONCE,
): Promise<DirectoryList> => {
  const digest = directoryDigest()
  const counts = new Map<string | null, number>()
  let listCount = 0
  for (let after = NOBODY; ;) {
    const entries = await manager.query<Entry[]>(NEXT, [orgId, id, after, batch])
    for (const entry of entries.filter(({ isIn }) => isIn)) {
      digest.add(entry)
      counts.set(entry.grade, (counts.get(entry.grade) ?? 0) + 1)
      listCount += 1
    }
    if (entries.length < batch) break
    after = entries.at(-1)!.clientId
  }
  const gradeCounts = [...grades, null].map((grade) => ({ grade, count: counts.get(grade) ?? 0 }))
  return { listCount, listHash: digest.hex(), gradeCounts }
}

/** Says of everybody whose archive is gone that they are not in it, and takes that back of those who are there again. Answers how far it came. */
const LEAVE_OUT = `
with next as (
  select e.id, e.client_id, e.left_out from evaluation e
   where e.org_id = $1 and e.cycle_id = $2 and e.client_id > $3 order by e.client_id limit $4),
put as (
  update evaluation e set left_out = x.reason
    from (select n.id, n.left_out, case when c.erased_at is not null then 'ERASED' when c.merged_into_id is not null then 'MERGED'
            when c.archived_at is not null then 'ARCHIVED' end as reason
            from next n join client c on c.org_id = $1 and c.id = n.client_id) x
   where e.org_id = $1 and e.id = x.id and x.left_out is distinct from x.reason)
select count(*)::integer as many, (select client_id from next order by client_id desc limit 1) as last from next`

export const leaveOut = async (
  manager: EntityManager,
  { orgId, id }: Place,
  batch = AT_ONCE,
): Promise<void> => {
  for (let after: string | null = NOBODY; after !== null;) {
    const given = [orgId, id, after, batch]
    const rows: { many: number; last: string | null }[] = await manager.query(LEAVE_OUT, given)
    after = rows[0]!.many < batch ? null : rows[0]!.last
  }
}
