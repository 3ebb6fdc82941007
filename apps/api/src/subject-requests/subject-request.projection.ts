/** How requests of data subjects are read; class and permission of each member come from the domain's table. */
import { SUBJECT_REQUEST_FIELDS, SUBJECT_REQUEST_TRANSITIONS } from '@steward/domain'
import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { is, isIn } from '../reads/filters.ts'
import { actions, column, id, instant, one, projection, type Expression } from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { SubjectRequestEntity, SubjectRequestPolicyEntity } from './subject-request.entity.ts'

const F = SUBJECT_REQUEST_FIELDS
const internal = { class: 'internal' } as const

/** Between the second signature and the worker that carries it out. */
const erasureSigned: Expression<boolean> = {
  sql: (alias) =>
    `coalesce((select c$.erasure_revision_id = ${alias}.erasure_revision_id from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id), false)`,
  reference: (row, { rows }) =>
    row.erasure_revision_id !== null &&
    rows('client').some(
      (it) => it.id === row.client_id && it.erasure_revision_id === row.erasure_revision_id,
    ),
}

const subjectRequestProjection = projection('SubjectRequest', {
  table: 'subject_request',
  entity: SubjectRequestEntity,
  permission: 'subjectRequest:read',
  facts: {
    ...OF_CLIENT,
    status: 'status',
    registeredById: 'registered_by_id',
    identifiedById: 'verified_by_id',
    subjectRequestKind: 'kind',
    erasureSigned,
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    kind: column('kind', F.kind),
    status: column('status', F.status),
    askedBy: column('asked_by', F.askedBy),
    requesterName: column('requester_name', F.requesterName),
    channel: column('channel', F.channel),
    words: column('words', F.words),
    registeredBy: one('Staff', { ...F.registeredById, by: 'registered_by_id' }),
    registeredAt: instant('registered_at', F.registeredAt),
    dueAt: instant('due_at', F.dueAt),
    proof: column('proof', F.proof),
    proofNote: column('proof_note', F.proofNote),
    verifiedBy: one('Staff', { ...F.verifiedById, by: 'verified_by_id' }),
    verifiedAt: instant('verified_at', F.verifiedAt),
    decidedBy: one('Staff', { ...F.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', F.decidedAt),
    answer: column('answer', F.answer),
    refusal: column('refusal', F.refusal),
    exportRequest: one('ExportRequest', { ...F.exportRequestId, by: 'export_request_id' }),
    erasure: one('DocumentRevision', { ...F.erasureRevisionId, by: 'erasure_revision_id' }),
    version: column('version', F.version),
    availableActions: actions(SUBJECT_REQUEST_TRANSITIONS),
  },
})

const subjectRequestPolicyProjection = projection('SubjectRequestPolicy', {
  table: 'subject_request_policy',
  entity: SubjectRequestPolicyEntity,
  permission: 'subjectRequestPolicy:read',
  fields: {
    answerWithinDays: column('answer_within_days', internal),
    warnBeforeDays: column('warn_before_days', internal),
    escalateAfterDays: column('escalate_after_days', internal),
    version: column('version', internal),
  },
})

export const SUBJECT_REQUEST_PROJECTIONS = [subjectRequestProjection, subjectRequestPolicyProjection] as const

export const subjectRequestRoots = {
  subjectRequest: objectRoot('SubjectRequest'),
  subjectRequests: connectionRoot('SubjectRequest', {
    filters: { status: isIn('status'), kind: isIn('kind'), client: is('client') },
    orders: { DUE: [['dueAt', 'asc']], NEWEST: [['registeredAt', 'desc']] },
  }),
  subjectRequestPolicy: objectRoot('SubjectRequestPolicy', { filters: {} }),
}
