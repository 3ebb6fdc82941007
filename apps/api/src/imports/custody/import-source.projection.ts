/** How custody is read. It names staff and places; what the source says about clients is in none of it. */
import { IMPORT_SOURCE_TRANSITIONS } from '@steward/domain'
import { isIn } from '../../reads/filters.ts'
import { actions, column, day, id, instant, many, one, projection } from '../../reads/projection.ts'
import { connectionRoot } from '../../reads/roots.ts'
import { ImportSourceEntity } from './import-source.entity.ts'

const internal = { class: 'internal' } as const

const importSourceProjection = projection('ImportSource', {
  table: 'import_source',
  entity: ImportSourceEntity,
  permission: 'importSource:read',
  facts: { status: 'status', recipientId: 'custodian_id', projectId: 'project_id' },
  fields: {
    id: id(),
    name: column('name', internal),
    receivedFrom: column('received_from', internal),
    medium: column('medium', internal),
    status: column('status', internal),
    custodian: one('Staff', { ...internal, by: 'custodian_id' }),
    project: one('Project', { ...internal, by: 'project_id' }),
    file: one('ImportFile', { ...internal, by: 'file_id' }),
    receivedAt: instant('received_at', internal),
    receivedBy: one('Staff', { ...internal, by: 'received_by_id' }),
    destroyBy: day('destroy_by', internal),
    verifiedAt: instant('verified_at', internal),
    verifiedBy: one('Staff', { ...internal, by: 'verified_by_id' }),
    verification: column('verification', internal),
    destruction: one('DocumentRevision', { ...internal, by: 'destruction_revision_id' }),
    destroyedAt: instant('destroyed_at', internal),
    openings: many('ImportSourceOpening', {
      ...internal,
      foreign: 'source_id',
      order: [['at', 'desc']],
      typically: 4,
    }),
    version: column('version', internal),
    availableActions: actions(IMPORT_SOURCE_TRANSITIONS),
  },
})

/** Whoever reads the source reads who opened it. */
const importSourceOpeningProjection = projection('ImportSourceOpening', {
  table: 'import_source_opening',
  permission: 'importSource:read',
  facts: {
    recipientId: { table: 'import_source', by: 'source_id', column: 'custodian_id' },
    projectId: { table: 'import_source', by: 'source_id', column: 'project_id' },
  },
  fields: {
    id: id(),
    occasion: column('occasion', internal),
    staff: one('Staff', { ...internal, by: 'staff_id' }),
    at: instant('at', internal),
  },
})

export const CUSTODY_PROJECTIONS = [importSourceProjection, importSourceOpeningProjection] as const

export const custodyRoots = {
  importSources: connectionRoot('ImportSource', {
    filters: { status: isIn('status') },
    orders: { NEWEST: [['receivedAt', 'desc']] },
  }),
}
