/** The grade of a client on the client: of the newest published directory that has them, and nothing else. */
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import { where } from '../../reads/filters.ts'
import { expression, part, projection, type Reference, type Row } from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'
import { publishedInstantSql } from '../../reads/published-value.ts'
import { newestPublished } from '../cycles/population.ts'

const graded = { class: 'internal', permission: 'client:readGrade' } as const

const ofNewest = (alias: string, sql: string): string =>
  `(select ${sql} from (${newestPublished(`${alias}.org_id`, `${alias}.id`)}) n$)`

interface Newest {
  readonly evaluation: Row
  readonly cycle: Row
}

/** The twin of `newestPublished`: undefined where no directory has them. */
const newestOf = (row: Row, { rows }: Reference): Newest | undefined =>
  rows('evaluation')
    .filter((it) => it.client_id === row.id && it.left_out === null)
    .flatMap((evaluation) => {
      const cycle = rows('grading_cycle').find(
        (it) => it.id === evaluation.cycle_id && it.status === 'PUBLISHED',
      )
      return cycle ? [{ evaluation, cycle }] : []
    })
    .toSorted(
      (one, other) => at(other) - at(one) || (String(one.cycle.id) < String(other.cycle.id) ? 1 : -1),
    )[0]

const at = ({ cycle }: Newest): number =>
  cycle.published_at instanceof Date ? cycle.published_at.getTime() : -Infinity

const field = (sql: string, reference: (newest: Newest) => unknown) =>
  expression({
    ...graded,
    sql: (alias) => ofNewest(alias, sql),
    reference: (row, all) => {
      const newest = newestOf(row, all)
      return newest === undefined ? null : reference(newest)
    },
  })

export const clientGradeProjection = projection('ClientGrade', {
  table: 'client',
  permission: 'client:read',
  facts: {
    keyAccountManagerId: 'key_account_manager_id',
    projectId: 'project_id',
    buildingId: 'building_id',
  },
  fields: {
    grade: field('n$.final_grade', ({ evaluation }) => evaluation.final_grade),
    publishedAt: field(publishedInstantSql('n$.published_at'), ({ cycle }) =>
      cycle.published_at instanceof Date ? cycle.published_at.toISOString() : null,
    ),
    cycle: field('n$.number', ({ cycle }) => cycle.number),
    evaluationId: field(publishedIdSql(ID_PREFIXES.Evaluation, 'n$.id'), ({ evaluation }) =>
      toGlobalId('Evaluation', String(evaluation.id)),
    ),
  },
})

export const gradeField = part('ClientGrade', graded)

/** Clients of these grades. */
export const gradeFilter = where({
  discloses: ['grade'],
  sql: (alias, value) => `(${ofNewest(alias, 'n$.final_grade')} = any (${value}::text[])) is true`,
  reference: (row, value, all) => {
    const grade = newestOf(row, all)?.evaluation.final_grade
    return typeof grade === 'string' && (value as readonly string[]).includes(grade)
  },
})
