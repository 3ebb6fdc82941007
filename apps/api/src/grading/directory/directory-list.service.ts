/** The list that is signed: who is in it with which grade, as one hash, and how many have which. */
import type { GradeCount } from '@steward/domain'
import type { EntityManager } from 'typeorm'

interface Place {
  readonly orgId: string
  readonly id: string
}

/** As the domain's `directoryHash`; text in the order of its bytes. */
const LIST = `
select count(*)::integer as "listCount", encode(sha256(convert_to(coalesce(string_agg(
    client_id::text || ' ' || coalesce(final_grade, '-'), e'\\n' order by client_id), ''), 'UTF8')), 'hex') as "listHash"
  from evaluation where org_id = $1 and cycle_id = $2 and left_out is null`

const COUNTS = `
select final_grade as grade, count(*)::integer as count from evaluation
 where org_id = $1 and cycle_id = $2 and left_out is null group by 1`

export interface DirectoryList {
  readonly listCount: number
  readonly listHash: string
  readonly gradeCounts: GradeCount[]
}

/** @param grades of the standard, the best first */
export const directoryList = async (
  manager: EntityManager,
  { orgId, id }: Place,
  grades: readonly string[],
): Promise<DirectoryList> => {
  const [list] = await manager.query<{ listCount: number; listHash: string }[]>(LIST, [orgId, id])
  const counts = await manager.query<GradeCount[]>(COUNTS, [orgId, id])
  const countOf = (grade: string | null): number => counts.find((it) => it.grade === grade)?.count ?? 0
  return { ...list!, gradeCounts: [...grades, null].map((grade) => ({ grade, count: countOf(grade) })) }
}

/** Says of everybody whose archive is gone that they are not in it, and takes that back of those who are there again. */
const LEAVE_OUT = `
update evaluation e set left_out = x.reason
  from (select c.id, case when c.erased_at is not null then 'ERASED' when c.merged_into_id is not null then 'MERGED'
          when c.archived_at is not null then 'ARCHIVED' end as reason from client c where c.org_id = $1) x
 where e.org_id = $1 and e.cycle_id = $2 and x.id = e.client_id and e.left_out is distinct from x.reason`

export const leaveOut = async (manager: EntityManager, { orgId, id }: Place): Promise<void> => {
  await manager.query(LEAVE_OUT, [orgId, id])
}
