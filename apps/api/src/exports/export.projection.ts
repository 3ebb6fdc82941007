/** How requests and copies are read; class and permission of each member come from the domain's tables. */
import {
  CONTROLLED_COPY_FIELDS,
  COPY_TRANSITIONS,
  EXPORT_REQUEST_FIELDS,
  EXPORT_TRANSITIONS,
  overdueDays,
  type CopyStatus,
} from '@steward/domain'
import { flag, isIn } from '../reads/filters.ts'
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
  type Reference,
  type Row,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../reads/roots.ts'
import { awaitsMe } from '../sign-off/awaits-me.ts'
import { ControlledCopyEntity, ExportRequestEntity } from './export.entity.ts'

const R = EXPORT_REQUEST_FIELDS
const C = CONTROLLED_COPY_FIELDS
const internal = { class: 'internal' } as const

const exportRequestProjection = projection('ExportRequest', {
  table: 'export_request',
  entity: ExportRequestEntity,
  permission: 'exportRequest:read',
  facts: {
    status: 'status',
    exportUse: 'use',
    projectId: 'project_id',
    registeredById: 'requested_by_id',
    preparedById: 'requested_by_id',
    reviewsOwed: 'reviews_owed',
    reviewerId: 'reviewer_id',
  },
  fields: {
    id: id(),
    number: column('number', R.number),
    status: column('status', R.status),
    purpose: column('purpose', R.purpose),
    use: column('use', R.use),
    project: one('Project', { ...R.projectId, by: 'project_id' }),
    scopeNote: column('scope_note', R.scopeNote),
    clientCount: column('client_count', R.clientCount),
    idsHash: column('ids_hash', R.idsHash),
    columns: column('columns', R.columns),
    necessity: column('necessity', R.necessity),
    form: column('form', R.form),
    recipient: one('Staff', { ...R.recipientId, by: 'recipient_id' }),
    recipientName: column('recipient_name', R.recipientName),
    recipientCompany: column('recipient_company', R.recipientCompany),
    copies: column('copies', R.copies),
    useFrom: day('use_from', R.useFrom),
    useUntil: day('use_until', R.useUntil),
    requestedBy: one('Staff', { ...R.requestedById, by: 'requested_by_id' }),
    requestedAt: instant('requested_at', R.requestedAt),
    decidedBy: one('Staff', { ...R.decidedById, by: 'decided_by_id' }),
    decidedAt: instant('decided_at', R.decidedAt),
    reason: column('reason', R.reason),
    awaitsMe: expression({ ...internal, ...awaitsMe }),
    signings: many('Signing', {
      ...internal,
      foreign: 'subject_id',
      order: [['openedAt', 'desc']],
      typically: 1,
    }),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'asc']], typically: 2 }),
    controlledCopies: many('ControlledCopy', {
      ...internal,
      foreign: 'request_id',
      order: [['number', 'asc']],
      typically: 2,
    }),
    version: column('version', R.version),
    availableActions: actions(EXPORT_TRANSITIONS),
  },
})

/** Today, where the organization is. */
const todaySql = (alias: string): string =>
  `(select (clock_timestamp() at time zone p.time_zone)::date from organization_profile p where p.org_id = ${alias}.org_id)`
const todayOf = ({ now, rows }: Reference): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: String(rows('organization_profile')[0]!.time_zone) }).format(
    now,
  )

const isOut = (alias: string): string => `${alias}.status in ('PRODUCED', 'HELD')`
const overdue = (row: Row, reference: Reference): number =>
  overdueDays({ status: row.status as CopyStatus, dueOn: String(row.due_on) }, todayOf(reference))

const controlledCopyProjection = projection('ControlledCopy', {
  table: 'controlled_copy',
  entity: ControlledCopyEntity,
  permission: 'controlledCopy:read',
  facts: {
    status: 'status',
    projectId: 'project_id',
    registeredById: 'requested_by_id',
    recipientId: 'holder_id',
  },
  fields: {
    id: id(),
    number: column('number', C.number),
    status: column('status', C.status),
    form: column('form', C.form),
    request: one('ExportRequest', { ...C.requestId, by: 'request_id' }),
    project: one('Project', { ...C.projectId, by: 'project_id' }),
    holder: one('Staff', { ...C.holderId, by: 'holder_id' }),
    recipient: column('recipient', C.recipient),
    progress: column('progress', C.progress),
    producedAt: instant('produced_at', C.producedAt),
    fileHash: column('file_hash', C.fileHash),
    sizeBytes: column('size_bytes', C.sizeBytes),
    receivedAt: instant('received_at', C.receivedAt),
    signer: column('signer', C.signer),
    dueOn: day('due_on', C.dueOn),
    overdueDays: expression({
      ...C.dueOn,
      sql: (alias) =>
        `case when ${isOut(alias)} then greatest(0, ${todaySql(alias)} - ${alias}.due_on) else 0 end`,
      reference: overdue,
    }),
    returnedAt: instant('returned_at', C.returnedAt),
    returnedTo: one('Staff', { ...C.returnedToId, by: 'returned_to_id' }),
    returnNote: column('return_note', C.returnNote),
    destruction: one('DocumentRevision', { ...C.destructionRevisionId, by: 'destruction_revision_id' }),
    destroyedAt: instant('destroyed_at', C.destroyedAt),
    chased: column('chased', C.chased),
    signOffs: many('SignOff', { ...internal, foreign: 'subject_id', order: [['at', 'desc']], typically: 1 }),
    version: column('version', C.version),
    availableActions: actions(COPY_TRANSITIONS),
  },
})

export const EXPORT_PROJECTIONS = [exportRequestProjection, controlledCopyProjection] as const

export const exportRoots = {
  exportRequest: objectRoot('ExportRequest'),
  exportRequests: connectionRoot('ExportRequest', {
    filters: {
      status: isIn('status'),
      use: isIn('use'),
      mine: flag({
        discloses: ['requestedBy'],
        sql: (alias, actor) => `(${alias}.requested_by_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.requested_by_id === actor.staffId,
      }),
      awaitsMe: flag({ discloses: ['awaitsMe'], ...awaitsMe }),
    },
    orders: { NEWEST: [['requestedAt', 'desc']] },
  }),
  controlledCopy: objectRoot('ControlledCopy'),
  controlledCopies: connectionRoot('ControlledCopy', {
    filters: {
      status: isIn('status'),
      mine: flag({
        discloses: ['holder'],
        sql: (alias, actor) => `(${alias}.holder_id = ${actor.staffId}) is true`,
        reference: (row, { actor }) => actor !== undefined && row.holder_id === actor.staffId,
      }),
      overdue: flag({
        discloses: ['status', 'dueOn'],
        sql: (alias) => `(${isOut(alias)} and ${alias}.due_on < ${todaySql(alias)})`,
        reference: (row, reference) => overdue(row, reference) > 0,
      }),
    },
    orders: { DUE: [['dueOn', 'asc']], NEWEST: [['number', 'desc']] },
  }),
  // Compared with what the copies bear: no row is published.
  copiesBearing: plainRoot(),
}
