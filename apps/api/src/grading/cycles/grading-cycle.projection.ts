/** How cycles, what is due and the policy of it are read. */
import {
  GRADING_CYCLE_FIELDS,
  GRADING_CYCLE_TRANSITIONS,
  type GradeCount,
  type GradingStandard,
} from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import { flag, is, isIn } from '../../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  values,
  type Expression,
} from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { GradingCycleEntity, GradingPolicyEntity } from './grading-cycle.entity.ts'

const F = GRADING_CYCLE_FIELDS
const internal = { class: 'internal' } as const

const standardRevisionId: Expression<string | null> = {
  sql: (alias) => publishedIdSql(ID_PREFIXES.DocumentRevision, `${alias}.standard_revision_id`),
  reference: (row) =>
    row.standard_revision_id === null
      ? null
      : toGlobalId('DocumentRevision', String(row.standard_revision_id)),
}

export const gradingCycleProjection = projection('GradingCycle', {
  table: 'grading_cycle',
  entity: GradingCycleEntity,
  permission: 'gradingCycle:read',
  facts: {
    status: 'status',
    registeredById: 'opened_by_id',
    preparedById: 'prepared_by_id',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    name: column('name', F.name),
    status: column('status', F.status),
    asOfOn: day('as_of_on', F.asOfOn),
    communities: values('GradedCommunity', {
      ...F.projectIds,
      sql: (
        alias,
      ) => `select ${publishedIdSql(ID_PREFIXES.Project, 'p.id')} as "projectId", p.name from project p
        where p.org_id = ${alias}.org_id and p.id = any (${alias}.project_ids) order by p.name collate "C", p.id`,
      reference: (row, { rows }) =>
        rows('project')
          .filter((it) => (row.project_ids as readonly unknown[]).includes(it.id))
          .toSorted((one_, other) => byBytes(one_.name, other.name) || byBytes(one_.id, other.id))
          .map((it) => ({ projectId: toGlobalId('Project', String(it.id)), name: it.name })),
    }),
    amends: one('GradingCycle', { ...F.amendsId, by: 'amends_id' }),
    grades: values('StandardGrade', {
      ...F.standard,
      sql: (alias) => `select g.row ->> 'grade' as grade, (g.row ->> 'from')::integer as "from"
        from jsonb_array_elements(coalesce(${alias}.standard -> 'grades', '[]')) with ordinality as g(row, nth) order by g.nth`,
      reference: (row) =>
        ((row.standard as GradingStandard | null)?.grades ?? []).map(({ grade, from }) => ({ grade, from })),
    }),
    standardRevisionId: expression({ ...F.standardRevisionId, ...standardRevisionId }),
    standardHash: column('standard_hash', F.standardHash),
    openedBy: one('Staff', { ...F.openedById, by: 'opened_by_id' }),
    openedAt: instant('opened_at', F.openedAt),
    scoringAt: instant('scoring_at', F.scoringAt),
    scoredAt: instant('scored_at', F.scoredAt),
    totalCount: column('total_count', F.totalCount),
    scoredCount: column('scored_count', F.scoredCount),
    preparedBy: one('Staff', { ...F.preparedById, by: 'prepared_by_id' }),
    preparedAt: instant('prepared_at', F.preparedAt),
    listCount: column('list_count', F.listCount),
    listHash: column('list_hash', F.listHash),
    gradeCounts: values('DirectoryCount', {
      ...F.gradeCounts,
      sql: (alias) => `select g.row ->> 'grade' as grade, (g.row ->> 'count')::integer as count
        from jsonb_array_elements(${alias}.grade_counts) with ordinality as g(row, nth) order by g.nth`,
      reference: (row) =>
        (row.grade_counts as readonly GradeCount[]).map(({ grade, count }) => ({ grade, count })),
    }),
    decidedBy: one('Staff', { ...F.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', F.decidedAt),
    publishedBy: one('Staff', { ...F.publishedById, by: 'published_by_id' }),
    publishedAt: instant('published_at', F.publishedAt),
    note: column('note', F.note),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 1,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'asc']], typically: 3 }),
    version: column('version', F.version),
    availableActions: actions(GRADING_CYCLE_TRANSITIONS),
  },
})

const byBytes = (one_: unknown, other: unknown): number =>
  Buffer.compare(Buffer.from(String(one_)), Buffer.from(String(other)))

export const gradingDueProjection = projection('GradingDue', {
  table: 'grading_due',
  permission: 'gradingDue:read',
  fields: {
    id: id(),
    cause: column('cause', internal),
    client: one('Client', { ...internal, by: 'client_id' }),
    at: instant('at', internal),
  },
})

export const gradingPolicyProjection = projection('GradingPolicy', {
  table: 'grading_policy',
  entity: GradingPolicyEntity,
  permission: 'gradingPolicy:read',
  fields: {
    everyMonths: column('every_months', internal),
    largePaymentMinor: column('large_payment_minor', internal),
    severity: column('severity', internal),
    version: column('version', internal),
  },
})

/** Until a directory settles it; of somebody whose archive is gone, none ever will. */
const STANDS: Expression<boolean> = {
  sql: (
    alias,
  ) => `(${alias}.settled_by_id is null and (${alias}.client_id is null or exists (select from client c$
    where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id
      and c$.archived_at is null and c$.erased_at is null and c$.merged_into_id is null)))`,
  reference: (row, { rows }) =>
    row.settled_by_id === null &&
    (row.client_id === null ||
      rows('client').some(
        (it) =>
          it.id === row.client_id &&
          it.archived_at === null &&
          it.erased_at === null &&
          it.merged_into_id === null,
      )),
}

export const gradingCycleRoots = {
  gradingCycle: objectRoot('GradingCycle'),
  gradingCycles: connectionRoot('GradingCycle', {
    filters: { status: isIn('status'), awaitsMe: flag({ discloses: ['awaitsMe'], ...awaitsMe }) },
    orders: { NEWEST: [['openedAt', 'desc']], PUBLISHED: [['publishedAt', 'desc']] },
  }),
  gradingDue: connectionRoot('GradingDue', {
    only: STANDS,
    filters: { cause: isIn('cause'), client: is('client') },
    orders: { NEWEST: [['at', 'desc']] },
  }),
  gradingPolicy: objectRoot('GradingPolicy', { filters: {} }),
}
