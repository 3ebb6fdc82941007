/** How plans are read: whoever reads the plan reads its revisions; what they say of a client, and what they cost, have permissions of their own. */
import {
  MAINTENANCE_PLAN_FIELDS,
  PLAN_COMMENT_FIELDS,
  PLAN_REVISION_FIELDS,
  PLAN_REVISION_TRANSITIONS,
  PLAN_TRANSITIONS,
} from '@steward/domain'
import { ID_PREFIXES, toGlobalId } from '../../graphql/global-id.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  latest,
  many,
  one,
  projection,
  values,
  type Fact,
  type Reference,
  type Row,
} from '../../reads/projection.ts'
import { publishedIdSql } from '../../reads/published-id.ts'
import { awaitsMe } from '../../sign-off/awaits-me.ts'
import { BUDGET_OF_REVISION, CONTENT_OF_REVISION } from './plan-content.projection.ts'
import { MaintenancePlan, PlanComment, PlanRevision } from './plan.entity.ts'
import { SIGNATURES_OF_SUBJECT } from './signatures.projection.ts'

const P = MAINTENANCE_PLAN_FIELDS
const R = PLAN_REVISION_FIELDS
const K = PLAN_COMMENT_FIELDS
const internal = { class: 'internal' } as const

export const maintenancePlanProjection = projection('MaintenancePlan', {
  table: 'maintenance_plan',
  entity: MaintenancePlan,
  permission: 'plan:read',
  facts: {
    status: 'status',
    registeredById: 'drafted_by_id',
    assigneeId: 'owner_id',
    projectId: 'project_id',
    keyAccountManagerId: { table: 'client', by: 'client_id', column: 'key_account_manager_id' },
    openRevisionId: 'open_revision_id',
    approvedSummaryId: 'approved_summary_id',
  },
  fields: {
    id: id(),
    number: column('number', P.number),
    kind: column('kind', P.kind),
    status: column('status', P.status),
    title: column('title', P.title),
    owner: one('Staff', { ...P.ownerId, by: 'owner_id' }),
    startsOn: day('starts_on', P.startsOn),
    endsOn: day('ends_on', P.endsOn),
    budgetMinor: column('budget_minor', P.budgetMinor),
    client: one('Client', { ...P.clientId, by: 'client_id' }),
    segmentGrades: column('segment_grades', P.segmentGrades),
    segmentProjects: values('PlanCommunity', {
      ...P.segmentProjectIds,
      sql: (alias) => `select ${publishedIdSql(ID_PREFIXES.Project, 'p.id')} as "projectId", p.name
        from project p where p.org_id = ${alias}.org_id and p.id = any(${alias}.segment_project_ids) order by p.id`,
      reference: ({ segment_project_ids }, { rows }) =>
        rows('project')
          .filter(({ id: its }) => (segment_project_ids as readonly unknown[]).includes(its))
          .toSorted((one_, other) => (String(one_.id) < String(other.id) ? -1 : 1))
          .map(({ id: its, name }) => ({ projectId: toGlobalId('Project', String(its)), name })),
    }),
    project: one('Project', { ...P.projectId, by: 'project_id' }),
    effectiveRevision: one('PlanRevision', { ...P.effectiveRevisionId, by: 'effective_revision_id' }),
    openRevision: one('PlanRevision', { ...P.openRevisionId, by: 'open_revision_id' }),
    revisions: many('PlanRevision', {
      ...internal,
      foreign: 'plan_id',
      order: [['ordinal', 'desc']],
      typically: 3,
    }),
    comments: many('PlanComment', { ...internal, foreign: 'plan_id', order: [['at', 'asc']], typically: 5 }),
    summary: latest('PlanSummary', { ...internal, foreign: 'plan_id', order: [['draftedAt', 'desc']] }),
    renews: one('MaintenancePlan', { ...P.renewsId, by: 'renews_id' }),
    draftedBy: one('Staff', { ...P.draftedById, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', P.draftedAt),
    updatedAt: instant('updated_at', P.updatedAt),
    endedAt: instant('ended_at', P.endedAt),
    reason: column('reason', P.reason),
    awaitsMe: expression({
      ...internal,
      sql: (alias, actor) =>
        `exists (select from plan_revision r$ where r$.org_id = ${alias}.org_id and r$.id = ${alias}.open_revision_id
          and ${awaitsMe.sql('r$', actor)})`,
      reference: (row, reference) =>
        reference
          .rows('plan_revision')
          .some((it) => it.id === row.open_revision_id && awaitsMe.reference(it, reference)),
    }),
    availableActions: actions(PLAN_TRANSITIONS),
    version: column('version', P.version),
  },
})

const ofPlan = (name: string): Fact => ({ table: 'maintenance_plan', by: 'plan_id', column: name })
const planOf = ({ plan_id }: Row, { rows }: Reference): Row | undefined =>
  rows('maintenance_plan').find(({ id: its }) => its === plan_id)

/** Of the plan that a row is a part of: what scopes ask. Tasks of plans go by it too. */
export const FACTS_OF_PLAN = {
  registeredById: ofPlan('drafted_by_id'),
  assigneeId: ofPlan('owner_id'),
  projectId: ofPlan('project_id'),
  openRevisionId: ofPlan('open_revision_id'),
  approvedSummaryId: ofPlan('approved_summary_id'),
  keyAccountManagerId: {
    sql: (alias: string) => `(select c$.key_account_manager_id from maintenance_plan p$
      join client c$ on c$.org_id = p$.org_id and c$.id = p$.client_id
      where p$.org_id = ${alias}.org_id and p$.id = ${alias}.plan_id)`,
    reference: (row: Row, reference: Reference) => {
      const plan = planOf(row, reference)
      return (
        reference.rows('client').find(({ id: its }) => its === plan?.client_id)?.key_account_manager_id ??
        null
      )
    },
  },
} as const satisfies Record<string, Fact>

export const planRevisionProjection = projection('PlanRevision', {
  table: 'plan_revision',
  entity: PlanRevision,
  permission: 'plan:read',
  facts: {
    ...FACTS_OF_PLAN,
    status: 'status',
    preparedById: 'prepared_by_id',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    plan: one('MaintenancePlan', { ...R.planId, by: 'plan_id' }),
    planId: expression({
      ...R.planId,
      sql: (alias) => publishedIdSql(ID_PREFIXES.MaintenancePlan, `${alias}.plan_id`),
      reference: ({ plan_id }) => toGlobalId('MaintenancePlan', String(plan_id)),
    }),
    planNumber: expression({
      ...internal,
      sql: (alias) =>
        `(select p$.number from maintenance_plan p$ where p$.org_id = ${alias}.org_id and p$.id = ${alias}.plan_id)`,
      reference: (row, reference) => planOf(row, reference)?.number ?? null,
    }),
    status: column('status', R.status),
    ordinal: column('ordinal', R.ordinal),
    base: one('PlanRevision', { ...R.baseId, by: 'base_id' }),
    changeReason: column('change_reason', R.changeReason),
    ...CONTENT_OF_REVISION,
    ...BUDGET_OF_REVISION,
    draftedBy: one('Staff', { ...R.draftedById, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', R.draftedAt),
    preparedBy: one('Staff', { ...R.preparedById, by: 'prepared_by_id' }),
    submittedAt: instant('submitted_at', R.submittedAt),
    reviewsOwed: column('reviews_owed', R.reviewsOwed),
    approvedAt: instant('approved_at', R.approvedAt),
    endedAt: instant('ended_at', R.endedAt),
    endReason: column('end_reason', R.endReason),
    endedBy: one('Staff', { ...R.endedById, by: 'ended_by_id' }),
    ...SIGNATURES_OF_SUBJECT,
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    availableActions: actions(PLAN_REVISION_TRANSITIONS),
  },
})

export const planCommentProjection = projection('PlanComment', {
  table: 'plan_comment',
  entity: PlanComment,
  permission: 'plan:readWords',
  facts: FACTS_OF_PLAN,
  fields: {
    id: id(),
    revision: one('PlanRevision', { ...K.revisionId, by: 'revision_id' }),
    answersId: expression({
      ...K.answersId,
      sql: (alias) => publishedIdSql(ID_PREFIXES.PlanComment, `${alias}.answers_id`),
      reference: ({ answers_id }) =>
        answers_id === null ? null : toGlobalId('PlanComment', String(answers_id)),
    }),
    anchor: column('anchor', K.anchor),
    words: column('words', K.words),
    by: one('Staff', { ...K.byId, by: 'by_id' }),
    at: instant('at', K.at),
    resolvedAt: instant('resolved_at', K.resolvedAt),
    resolvedBy: one('Staff', { ...K.resolvedById, by: 'resolved_by_id' }),
    version: column('version', K.version),
  },
})
