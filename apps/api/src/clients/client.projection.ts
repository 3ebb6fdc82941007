import {
  column,
  expression,
  id,
  instant,
  latest,
  many,
  one,
  projection,
  type Expression,
} from '../reads/projection.ts'
import { connectionRoot, objectRoot } from '../reads/roots.ts'
import { Client } from './client.entity.ts'
import { archiveGapsField } from './duty/duty.projection.ts'
import { isMemberField } from '../membership/member-of-client.projection.ts'
import { gradeField } from '../grading/directory/client-grade.projection.ts'
import { ofClass } from './fields/custom-field.projection.ts'
import { STANDS } from './occupancy/occupancy.projection.ts'
import {
  CLIENT_FILTERS,
  CLIENT_ORDERS,
  lastComplaintAt,
  openComplaintCount,
} from './search/client-filters.ts'
import { timelineField } from './timeline/timeline.projection.ts'
import { findClientsRoot } from './search/client-search.projection.ts'

const internal = { class: 'internal' } as const
/** Of all the client's cases: for those who may read each of them. */
const cases = { class: 'internal', permission: 'client:readCases' } as const
/** Of the record that two have signed. */
const erasureNumber: Expression<string | null> = {
  sql: (alias) => `(select d$.number from document_revision v$
    join controlled_document d$ on d$.org_id = v$.org_id and d$.id = v$.document_id
   where v$.org_id = ${alias}.org_id and v$.id = ${alias}.erasure_revision_id)`,
  reference: (row, { rows }) => {
    const revision = rows('document_revision').find(({ id: it }) => it === row.erasure_revision_id)
    return (rows('controlled_document').find(({ id: it }) => it === revision?.document_id)?.number ??
      null) as string | null
  },
}

const named = { class: 'personal', permission: 'client:readName' } as const

/** Not taken out. */
const PRESENT: Expression<boolean> = {
  sql: (alias) => `${alias}.removed_at is null`,
  reference: (row) => row.removed_at === null,
}

export const clientProjection = projection('Client', {
  table: 'client',
  prefix: 'cli',
  entity: Client,
  permission: 'client:read',
  facts: {
    keyAccountManagerId: 'key_account_manager_id',
    projectId: 'project_id',
    buildingId: 'building_id',
  },
  fields: {
    id: id(),
    code: column('code', internal),
    kind: column('kind', internal),
    relation: column('relation', internal),
    name: column('name', named),
    phoneMasked: column('phone_masked', named),
    emailMasked: column('email_masked', named),
    phoneTail: column('phone_tail', { class: 'personal', permission: 'client:lookupByPhone' }),
    keyAccountManager: one('Staff', { ...internal, by: 'key_account_manager_id' }),
    occupancies: many('ClientOccupancy', {
      ...internal,
      foreign: 'client_id',
      order: [['fromOn', 'desc']],
      typically: 1,
      only: STANDS,
    }),
    contacts: many('ClientContact', {
      ...internal,
      foreign: 'client_id',
      order: [
        ['isPrimary', 'desc'],
        ['createdAt', 'asc'],
      ],
      typically: 2,
      only: PRESENT,
    }),
    members: many('ClientMember', {
      class: 'personal',
      permission: 'client:readParticulars',
      foreign: 'client_id',
      order: [['createdAt', 'asc']],
      typically: 2,
      only: PRESENT,
    }),
    consents: many('ClientConsent', {
      ...internal,
      foreign: 'client_id',
      order: [['at', 'desc']],
      typically: 4,
    }),
    project: one('Project', { ...internal, by: 'project_id' }),
    building: one('Building', { ...internal, by: 'building_id' }),
    openComplaintCount: expression({ ...cases, ...openComplaintCount }),
    lastComplaintAt: expression({ ...cases, ...lastComplaintAt }),
    source: column('source', internal),
    referrerClient: one('Client', { ...internal, by: 'referrer_client_id' }),
    referrer: column('referrer', named),
    maintenancePlans: many('MaintenancePlan', {
      ...internal,
      foreign: 'client_id',
      order: [['endsOn', 'desc']],
      typically: 1,
    }),
    opportunities: many('Opportunity', {
      class: 'internal',
      foreign: 'client_id',
      order: [['openedAt', 'desc']],
      typically: 2,
    }),
    leads: many('Lead', {
      ...internal,
      foreign: 'client_id',
      order: [['convertedAt', 'asc']],
      typically: 1,
    }),
    createdAt: instant('created_at', internal),
    openedBy: one('Staff', { ...internal, by: 'opened_by_id' }),
    explainedAt: instant('explained_at', internal),
    archivedAt: instant('archived_at', internal),
    archiveReason: column('archive_reason', named),
    erasedAt: instant('erased_at', internal),
    erasureNumber: expression({ ...internal, ...erasureNumber }),
    mergedInto: one('Client', { ...internal, by: 'merged_into_id' }),
    mergedClients: many('Client', {
      ...internal,
      foreign: 'merged_into_id',
      order: [['code', 'asc']],
      typically: 0,
    }),
    profile: latest('ClientProfile', { ...internal, foreign: 'client_id', order: [['setAt', 'desc']] }),
    statusRecords: many('ClientStatusRecord', {
      ...internal,
      foreign: 'client_id',
      order: [['ordinal', 'desc']],
      typically: 2,
    }),
    tags: many('ClientTag', {
      ...named,
      foreign: 'client_id',
      order: [['taggedAt', 'asc']],
      typically: 2,
    }),
    fieldValues: many('ClientFieldValue', {
      ...internal,
      foreign: 'client_id',
      order: [['setAt', 'asc']],
      typically: 4,
      only: ofClass('INTERNAL'),
    }),
    personalFieldValues: many('ClientFieldValue', {
      class: 'personal',
      permission: 'client:readParticulars',
      foreign: 'client_id',
      order: [['setAt', 'asc']],
      typically: 4,
      only: ofClass('PERSONAL'),
    }),
    sealedFieldValues: many('ClientFieldValue', {
      class: 'internal',
      permission: 'client:readProfile',
      foreign: 'client_id',
      order: [['setAt', 'asc']],
      typically: 2,
      only: ofClass('SENSITIVE'),
    }),
    archiveGaps: archiveGapsField,
    archiveConfirmation: latest('ArchiveConfirmation', {
      ...internal,
      permission: 'client:readDuty',
      foreign: 'client_id',
      order: [['confirmedAt', 'desc']],
    }),
    attachments: many('Attachment', {
      ...internal,
      foreign: 'client_id',
      order: [['addedAt', 'desc']],
      typically: 2,
    }),
    grade: gradeField,
    isMember: isMemberField,
    timeline: timelineField,
    version: column('version', internal),
  },
})

/** Look-up with the client on the phone, and lists to work through. */
export const clientRoots = {
  client: objectRoot('Client'),
  findClients: findClientsRoot,
  clients: connectionRoot('Client', { filters: CLIENT_FILTERS, orders: CLIENT_ORDERS }),
}
