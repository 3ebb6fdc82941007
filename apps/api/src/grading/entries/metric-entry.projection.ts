import { METRIC_ENTRY_FIELDS } from '@steward/domain'
import { is } from '../../reads/filters.ts'
import { column, day, id, instant, one, projection, type Fact } from '../../reads/projection.ts'
import { connectionRoot, objectRoot, plainRoot } from '../../reads/roots.ts'
import { MetricEntry } from './metric-entry.entity.ts'

const F = METRIC_ENTRY_FIELDS
const manager: Fact = { table: 'client', by: 'client_id', column: 'key_account_manager_id' }

export const metricEntryProjection = projection('MetricEntry', {
  table: 'metric_entry',
  entity: MetricEntry,
  permission: 'metricEntry:read',
  facts: { keyAccountManagerId: manager, registeredById: 'recorded_by_id' },
  fields: {
    id: id(),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    metricKey: column('metric_key', F.metricKey),
    name: column('name', F.name),
    score: column('score', F.score),
    evidence: column('evidence', F.evidence),
    enteredOn: day('entered_on', F.enteredOn),
    recordedBy: one('Staff', { ...F.recordedById, by: 'recorded_by_id' }),
    recordedAt: instant('recorded_at', F.recordedAt),
    voidedAt: instant('voided_at', F.voidedAt),
    voidReason: column('void_reason', F.voidReason),
    version: column('version', F.version),
  },
})

export const metricEntryRoots = {
  metricEntry: objectRoot('MetricEntry'),
  metricEntries: connectionRoot('MetricEntry', {
    filters: { client: is('client'), metricKey: is('metricKey') },
    orders: { NEWEST: [['enteredOn', 'desc']] },
  }),
  enterableMetrics: plainRoot(),
}
