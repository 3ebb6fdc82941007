import { COST_EVENT_FIELDS } from '@steward/domain'
import { before, from, is, isIn } from '../../reads/filters.ts'
import { column, day, id, instant, one, projection, type Fact } from '../../reads/projection.ts'
import { connectionRoot, objectRoot } from '../../reads/roots.ts'
import { CostEvent } from './cost-event.entity.ts'

const F = COST_EVENT_FIELDS
const manager: Fact = { table: 'client', by: 'client_id', column: 'key_account_manager_id' }

export const costEventProjection = projection('CostEvent', {
  table: 'cost_event',
  entity: CostEvent,
  permission: 'costEvent:read',
  facts: {
    keyAccountManagerId: manager,
    projectId: 'project_id',
    buildingId: 'building_id',
    registeredById: 'recorded_by_id',
  },
  fields: {
    id: id(),
    number: column('number', F.number),
    costClass: column('cost_class', F.costClass),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    project: one('Project', { ...F.projectId, by: 'project_id' }),
    shareRule: column('share_rule', F.shareRule),
    occurredOn: day('occurred_on', F.occurredOn),
    labourMinutes: column('labour_minutes', F.labourMinutes),
    labourRole: column('labour_role', F.labourRole),
    materialMinor: column('material_minor', F.materialMinor),
    outsideMinor: column('outside_minor', F.outsideMinor),
    purpose: column('purpose', F.purpose),
    complaint: one('Complaint', { ...F.complaintId, by: 'complaint_id' }),
    recordedBy: one('Staff', { ...F.recordedById, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', F.recordedAt),
    voidedAt: instant('voided_at', F.voidedAt),
    voidReason: column('void_reason', F.voidReason),
    version: column('version', F.version),
  },
})

export const costEventRoots = {
  costEvent: objectRoot('CostEvent'),
  costEvents: connectionRoot('CostEvent', {
    filters: {
      client: is('client'),
      project: isIn('project'),
      complaint: is('complaint'),
      recordedBy: is('recordedBy'),
      costClass: isIn('costClass'),
      from: from('occurredOn'),
      before: before('occurredOn'),
    },
    orders: { NEWEST: [['occurredOn', 'desc']] },
  }),
}
