/** Whom a cycle grades, in SQL: `$1` organization, `$2` when scoring began, `$3` communities (empty: all), `$4` the cycle amended or null. */

/** The newest published evaluation of the client `client` (a column), in SQL that yields one row or none: the one source of a current grade. */
export const newestPublished = (orgId: string, client: string): string => `
  select e$.id, e$.cycle_id, e$.final_grade, e$.total, k$.published_at, k$.number from evaluation e$
    join grading_cycle k$ on k$.org_id = e$.org_id and k$.id = e$.cycle_id
   where e$.org_id = ${orgId} and e$.client_id = ${client} and k$.status = 'PUBLISHED' and e$.left_out is null
   order by k$.published_at desc nulls last, k$.id desc limit 1`

/**
 * Clients `c` with a living archive. Who is no client yet (PROSPECT) is not graded. Of an amendment only those whose appeal was granted and
 * not carried out, wherever they live now, and whose grade no later directory has said since.
 */
export const POPULATION = `c.org_id = $1 and c.created_at <= $2 and ($4::uuid is not null or cardinality($3::uuid[]) = 0 or c.project_id = any ($3::uuid[]))
  and c.archived_at is null and c.erased_at is null and c.merged_into_id is null and c.relation <> 'PROSPECT'
  and ($4::uuid is null or exists (select from grade_change g where g.org_id = c.org_id and g.client_id = c.id and g.cycle_id = $4
    and g.kind = 'APPEAL' and g.status = 'GRANTED' and g.carried_out_by_id is null
    and (select n$.cycle_id from (${newestPublished('c.org_id', 'c.id')}) n$) = $4))`
