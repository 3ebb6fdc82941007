/** How summaries and lessons are read: by whoever may read their plan's. */
import { PLAN_SUMMARY_FIELDS, PLAN_SUMMARY_TRANSITIONS, type PlanSummaryWords } from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import { is, where } from '../../reads/filters.ts'
import {
  actions,
  column,
  expression,
  id,
  instant,
  one,
  projection,
  values,
  type Reference,
  type Row,
} from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { FACTS_OF_PLAN } from '../plans/plan.projection.ts'
import { SIGNATURES_OF_SUBJECT } from '../plans/signatures.projection.ts'
import { PlanLesson, PlanSummary } from './plan-summary.entity.ts'

const F = PLAN_SUMMARY_FIELDS
const internal = { class: 'internal' } as const
const said = { class: 'personal', permission: 'planLesson:read' } as const

const contentOf = (row: Row): PlanSummaryWords => row.content as PlanSummaryWords
const word = (key: 'worked' | 'wanting' | 'improvement' | 'recommendation') =>
  expression({
    ...F.content,
    sql: (alias) => `${alias}.content ->> '${key}'`,
    reference: (row) => contentOf(row)[key],
  })

export const planSummaryProjection = projection('PlanSummary', {
  table: 'plan_summary',
  entity: PlanSummary,
  permission: 'planSummary:read',
  facts: {
    ...FACTS_OF_PLAN,
    status: 'status',
    preparedById: 'prepared_by_id',
    writerIds: 'writer_ids',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...internal, by: 'plan_id' }),
    planId: expression({
      ...internal,
      sql: (alias) => publishedIdSql(ID_PREFIXES.MaintenancePlan, `${alias}.plan_id`),
      reference: ({ plan_id }) => toGlobalId('MaintenancePlan', String(plan_id)),
    }),
    planNumber: expression({
      ...internal,
      sql: (alias) => ofPlan(alias, 'p$.number'),
      reference: (row, reference) => planOf(row, reference)?.number ?? null,
    }),
    status: column('status', F.status),
    revision: column('revision', F.revision),
    worked: word('worked'),
    wanting: word('wanting'),
    improvement: word('improvement'),
    recommendation: word('recommendation'),
    lessons: values('PlanSummaryLesson', {
      ...F.content,
      sql: (alias) => `select l.row ->> 'kind' as kind, l.row ->> 'words' as words
        from jsonb_array_elements(${alias}.content -> 'lessons') with ordinality as l(row, nth) order by l.nth`,
      reference: (row) => contentOf(row).lessons.map(({ kind, words }) => ({ kind, words })),
    }),
    draftedBy: one('Staff', { ...internal, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', F.draftedAt),
    preparedBy: one('Staff', { ...internal, by: 'prepared_by_id' }),
    submittedAt: instant('submitted_at', F.submittedAt),
    reviewsOwed: column('reviews_owed', F.reviewsOwed),
    approvedAt: instant('approved_at', F.approvedAt),
    reason: column('reason', F.reason),
    ...SIGNATURES_OF_SUBJECT,
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    availableActions: actions(PLAN_SUMMARY_TRANSITIONS),
    version: column('version', internal),
  },
})

const planOf = ({ plan_id }: Row, { rows }: Reference): Row | undefined =>
  rows('maintenance_plan').find(({ id: its }) => its === plan_id)
const ofPlan = (alias: string, sql: string): string =>
  `(select ${sql} from maintenance_plan p$ where p$.org_id = ${alias}.org_id and p$.id = ${alias}.plan_id)`
const words = (value: unknown): string => String(value).normalize('NFC').trim()

/** Whose the plan was is told to those who read the plan: `plan` is null to others. */
export const planLessonProjection = projection('PlanLesson', {
  table: 'plan_lesson',
  entity: PlanLesson,
  permission: 'planLesson:read',
  facts: FACTS_OF_PLAN,
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...internal, by: 'plan_id' }),
    planKind: expression({
      ...internal,
      sql: (alias) => ofPlan(alias, 'p$.kind'),
      reference: (row, reference) => planOf(row, reference)?.kind ?? null,
    }),
    clientId: expression({
      ...internal,
      sql: (alias) => ofPlan(alias, publishedIdSql(ID_PREFIXES.Client, 'p$.client_id')),
      reference: (row, reference) => published('Client', planOf(row, reference)?.client_id),
    }),
    projectId: expression({
      ...internal,
      sql: (alias) => ofPlan(alias, publishedIdSql(ID_PREFIXES.Project, 'p$.project_id')),
      reference: (row, reference) => published('Project', planOf(row, reference)?.project_id),
    }),
    kind: column('kind', internal),
    words: column('words', said),
    keptAt: instant('kept_at', internal),
  },
})

const published = (type: 'Client' | 'Project', its: unknown): string | null =>
  typeof its === 'string' ? toGlobalId(type, its) : null

export const planEvaluationRoots = {
  // Measured, not read: a statement of its own.
  planEvaluation: plainRoot(),
  planSummary: objectRoot('PlanSummary'),
  planLessons: connectionRoot('PlanLesson', {
    filters: {
      search: where({
        discloses: ['words'],
        bind: words,
        sql: (alias, value) => `(${value}::text <> '' and position(${value}::text in ${alias}.words) > 0)`,
        reference: (row, value) => words(value) !== '' && String(row.words).includes(words(value)),
      }),
      kind: is('kind'),
      planKind: is('planKind'),
      client: is('clientId'),
      project: is('projectId'),
    },
    orders: { NEWEST: [['keptAt', 'desc']] },
  }),
}
