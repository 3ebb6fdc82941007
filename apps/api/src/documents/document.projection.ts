/** How documents are read; class and permission of each member come from the domain's tables. */
import {
  DOCUMENT_FIELDS,
  DOCUMENT_TRANSITIONS,
  REVISION_FIELDS,
  type AuthorityLimit,
  type Clause,
  type DestroyedThing,
  type FactName,
  type SignatureRule,
} from '@steward/domain'
import { is, isIn, where } from '../reads/filters.ts'
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
  type Fact,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { mayActFor, mayActForRow, maySign, maySignRow } from '../sign-off/may-sign.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'
import { STANDARD_OF_REVISION } from './standard.projection.ts'

const D = DOCUMENT_FIELDS
const R = REVISION_FIELDS
const internal = { class: 'internal' } as const

const departments = (rules: typeof D | typeof R) => ({
  executingDepartment: one('Department', {
    ...rules.executingDepartmentId,
    by: 'executing_department_id',
  }),
  supervisingDepartment: one('Department', {
    ...rules.supervisingDepartmentId,
    by: 'supervising_department_id',
  }),
  editingDepartment: one('Department', { ...rules.editingDepartmentId, by: 'editing_department_id' }),
})

export const controlledDocumentProjection = projection('ControlledDocument', {
  table: 'controlled_document',
  entity: ControlledDocumentEntity,
  permission: 'document:read',
  facts: { documentKind: 'kind', openRevisionId: 'open_revision_id' },
  fields: {
    id: id(),
    number: column('number', D.number),
    kind: column('kind', D.kind),
    title: column('title', D.title),
    controlStatus: column('control_status', D.controlStatus),
    ...departments(D),
    complaint: one('Complaint', { ...D.complaintId, by: 'complaint_id' }),
    option: one('ComplaintOption', { ...D.optionId, by: 'option_id' }),
    effectiveRevision: one('DocumentRevision', { ...D.effectiveRevisionId, by: 'effective_revision_id' }),
    openRevision: one('DocumentRevision', { ...D.openRevisionId, by: 'open_revision_id' }),
    openStatus: expression({
      ...internal,
      sql: (alias) => `(select r.status from document_revision r
        where r.org_id = ${alias}.org_id and r.id = ${alias}.open_revision_id)`,
      reference: (row, { rows }) =>
        rows('document_revision').find(({ id: its }) => its === row.open_revision_id)?.status ?? null,
    }),
    revisions: many('DocumentRevision', {
      ...internal,
      foreign: 'document_id',
      order: [['ordinal', 'desc']],
      typically: 4,
    }),
    updatedAt: instant('updated_at', D.updatedAt),
    version: column('version', D.version),
  },
})

/** The domain's `documentFacts`. */
const REVISION_FACTS: Partial<Record<FactName, Fact>> = {
  status: 'status',
  documentKind: 'kind',
  openRevisionId: { table: 'controlled_document', by: 'document_id', column: 'open_revision_id' },
  preparedById: 'prepared_by_id',
  reviewsOwed: 'reviews_owed',
  reviewerId: 'reviewer_id',
}

const contentOf = (row: Readonly<Record<string, unknown>>) =>
  row.content as {
    readonly clauses?: readonly Clause[]
    readonly limits?: readonly AuthorityLimit[]
    readonly rules?: readonly SignatureRule[]
    readonly destroyed?: readonly DestroyedThing[]
  }

export const documentRevisionProjection = projection('DocumentRevision', {
  table: 'document_revision',
  entity: DocumentRevisionEntity,
  permission: 'document:read',
  facts: REVISION_FACTS,
  fields: {
    id: id(),
    document: one('ControlledDocument', { ...R.documentId, by: 'document_id' }),
    kind: column('kind', R.kind),
    status: column('status', R.status),
    ordinal: column('ordinal', R.ordinal),
    label: column('label', R.label),
    mark: column('mark', R.mark),
    changeCount: column('change_count', R.changeCount),
    base: one('DocumentRevision', { ...R.baseId, by: 'base_id' }),
    title: column('title', R.title),
    ...departments(R),
    changeReason: column('change_reason', R.changeReason),
    clauses: values('DocumentClause', {
      ...R.content,
      sql: (alias) => `select c.clause ->> 'heading' as heading, c.clause ->> 'body' as body
        from jsonb_array_elements(${alias}.content -> 'clauses') with ordinality as c(clause, position) order by c.position`,
      reference: (row) => contentOf(row).clauses ?? [],
    }),
    limits: values('DocumentLimit', {
      ...R.content,
      sql: (
        alias,
      ) => `select l.row ->> 'role' as role, l.row ->> 'cause' as cause, (l.row ->> 'limitMinor')::bigint as "limitMinor"
        from jsonb_array_elements(${alias}.content -> 'limits') with ordinality as l(row, position) order by l.position`,
      reference: (row) => contentOf(row).limits ?? [],
    }),
    rules: values('DocumentRuleStep', {
      ...R.content,
      sql: (
        alias,
      ) => `select (r.position - 1)::integer as rule, r.rule ->> 'kind' as kind, (r.rule ->> 'fromMinor')::bigint as "fromMinor",
          array(select jsonb_array_elements_text(r.rule -> 'grades')) as grades,
          array(select jsonb_array_elements_text(coalesce(r.rule -> 'siteTiers', '[]'))) as "siteTiers",
          (s.position - 1)::integer as position, s.step ->> 'meaning' as meaning,
          array(select jsonb_array_elements_text(s.step -> 'roles')) as roles, (s.step ->> 'dueMinutes')::integer as "dueMinutes",
          array(select jsonb_array_elements_text(s.step -> 'escalateAfterMinutes')::integer) as "escalateAfterMinutes",
          s.step ->> 'level' as level
        from jsonb_array_elements(${alias}.content -> 'rules') with ordinality as r(rule, position)
        cross join lateral jsonb_array_elements(r.rule -> 'steps') with ordinality as s(step, position)
        order by r.position, s.position`,
      reference: (row) =>
        (contentOf(row).rules ?? []).flatMap(({ steps, ...rule }, at) =>
          steps.map((step, position) => ({
            rule: at,
            ...rule,
            siteTiers: rule.siteTiers ?? [],
            position,
            ...step,
            level: step.level ?? null,
          })),
        ),
    }),
    ...STANDARD_OF_REVISION,
    destroyed: values('DestroyedThing', {
      ...R.content,
      sql: (
        alias,
      ) => `select d.row ->> 'subject' as subject, d.row ->> 'what' as what, d.row ->> 'medium' as medium,
          d.row ->> 'method' as method, d.row ->> 'place' as place, d.row ->> 'destroyedOn' as "destroyedOn",
          d.row ->> 'witnesses' as witnesses
        from jsonb_array_elements(${alias}.content -> 'destroyed') with ordinality as d(row, position) order by d.position`,
      reference: (row) =>
        (contentOf(row).destroyed ?? []).map(
          ({ subject, what, medium, method, place, destroyedOn, witnesses }) => ({
            subject,
            what,
            medium,
            method,
            place,
            destroyedOn,
            witnesses,
          }),
        ),
    }),
    effectiveOn: day('effective_on', R.effectiveOn),
    draftedBy: one('Staff', { ...R.draftedById, by: 'drafted_by_id' }),
    draftedAt: instant('drafted_at', R.draftedAt),
    preparedBy: one('Staff', { ...R.preparedById, by: 'prepared_by_id' }),
    submittedAt: instant('submitted_at', R.submittedAt),
    reviewsOwed: column('reviews_owed', R.reviewsOwed),
    awaitsMe: expression({
      ...internal,
      sql: (alias, actor) => `exists (select from signing_step s
        where s.org_id = ${alias}.org_id and s.subject_id = ${alias}.id and s.state = 'OPEN'
          and (${maySign('s', actor)} or ${mayActFor('s', actor)}))`,
      reference: (row, reference) => {
        const { actor, rows } = reference
        return (
          actor !== undefined &&
          rows('signing_step').some(
            (step) =>
              step.subject_id === row.id &&
              step.state === 'OPEN' &&
              (maySignRow(step, actor.staffId, actor.personId, reference) ||
                mayActForRow(step, actor.staffId, actor.personId, reference)),
          )
        )
      },
    }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 1,
    }),
    approvedAt: instant('approved_at', R.approvedAt),
    effectiveAt: instant('effective_at', R.effectiveAt),
    endedAt: instant('ended_at', R.endedAt),
    endReason: column('end_reason', R.endReason),
    rejectedBy: one('Staff', { ...R.rejectedById, by: 'rejected_by_id' }),
    rejectedAt: instant('rejected_at', R.rejectedAt),
    rejectedReason: column('rejected_reason', R.rejectedReason),
    signOffs: many('SignOff', {
      ...internal,
      foreign: 'subject_id',
      order: [['at', 'asc']],
      typically: 3,
    }),
    version: column('version', R.version),
    availableActions: actions(DOCUMENT_TRANSITIONS),
  },
})

/** Letters as they are looked for: capitals of ASCII made small, in the same way on both sides. */
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const small = (text: unknown): string =>
  String(text ?? '').replace(/[A-Z]/g, (letter) => letter.toLowerCase())
const smallSql = (sql: string): string => `translate(${sql}, '${CAPITALS}', '${small(CAPITALS)}')`
const SEARCHED = ['number', 'title'] as const

const CONCERNED = ['executing_department_id', 'supervising_department_id', 'editing_department_id'] as const
const departmentOf = (value: unknown): string | null => fromGlobalId('Department', String(value)) ?? null

export const documentRoots = {
  controlledDocument: objectRoot('ControlledDocument'),
  documentRevision: objectRoot('DocumentRevision'),
  // Compared by the domain, which reads both as a whole: no row is published.
  revisionDifference: plainRoot(),
  controlledDocuments: connectionRoot('ControlledDocument', {
    filters: {
      kind: isIn('kind'),
      controlStatus: isIn('controlStatus'),
      openStatus: isIn('openStatus'),
      department: where({
        discloses: ['executingDepartment', 'supervisingDepartment', 'editingDepartment'],
        bind: departmentOf,
        sql: (alias, value) =>
          `${value}::uuid in (${CONCERNED.map((name) => `${alias}.${name}`).join(', ')})`,
        reference: (row, value) => {
          const wanted = departmentOf(value)
          return wanted !== null && CONCERNED.some((name) => row[name] === wanted)
        },
      }),
      complaint: is('complaint'),
      search: where({
        discloses: ['number', 'title'],
        bind: (value) => small(String(value).trim()),
        sql: (alias, value) =>
          `(${SEARCHED.map((name) => `strpos(${smallSql(`${alias}.${name}`)}, ${value}) > 0`).join(' or ')})`,
        reference: (row, value) =>
          SEARCHED.some((name) => small(row[name]).includes(small(String(value).trim()))),
      }),
    },
    orders: { NUMBER: [['number', 'asc']], RECENTLY_CHANGED: [['updatedAt', 'desc']] },
  }),
}
