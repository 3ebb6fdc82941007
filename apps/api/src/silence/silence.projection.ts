/** How alerts, models and the rule are read; class and permission of each member come from the domain's table. */
import { SILENCE_ALERT_FIELDS, SILENCE_ALERT_TRANSITIONS } from '@steward/domain'
import { OF_CLIENT } from '../clients/contacts/contact.projection.ts'
import { is, isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  day,
  expression,
  id,
  instant,
  one,
  projection,
  type Expression,
} from '../reads/projection.ts'
import { connectionRoot, listRoot, objectRoot } from '../reads/roots.ts'
import { SilenceAlertEntity, SilenceModelEntity, SilencePolicyEntity } from './silence.entity.ts'

const F = SILENCE_ALERT_FIELDS
const internal = { class: 'internal' } as const

export const silenceModelProjection = projection('SilenceModel', {
  table: 'silence_model',
  entity: SilenceModelEntity,
  permission: 'silence:readFigures',
  fields: {
    id: id(),
    asOf: day('as_of', internal),
    r: column('r', internal),
    alpha: column('alpha', internal),
    a: column('a', internal),
    b: column('b', internal),
    logLikelihood: column('log_likelihood', internal),
    clients: column('clients', internal),
    repeating: column('repeating', internal),
    isUsed: column('is_used', internal),
    fittedAt: instant('fitted_at', internal),
  },
})

export const silenceAlertProjection = projection('SilenceAlert', {
  table: 'silence_alert',
  entity: SilenceAlertEntity,
  permission: 'silenceAlert:read',
  facts: { ...OF_CLIENT, status: 'status' },
  fields: {
    id: id(),
    client: one('Client', { ...F.clientId, by: 'client_id' }),
    basis: column('basis', F.basis),
    status: column('status', F.status),
    raisedOn: day('raised_on', F.raisedOn),
    lastEventOn: day('last_event_on', F.lastEventOn),
    silentOn: day('silent_on', F.silentOn),
    usualGapDays: column('usual_gap_days', F.usualGapDays),
    score: column('score', F.score),
    threshold: column('threshold', F.threshold),
    model: one('SilenceModel', { ...F.modelId, by: 'model_id' }),
    complaintCount: expression({
      ...F.complaintIds,
      sql: (alias) => `cardinality(${alias}.complaint_ids)`,
      reference: (row) => (row.complaint_ids as readonly string[]).length,
    }),
    visitBy: day('visit_by', F.visitBy),
    visitor: one('Staff', { ...F.visitorId, by: 'visitor_id' }),
    visitProposedBy: one('Staff', { ...F.visitProposedById, by: 'visit_proposed_by_id' }),
    acknowledgedBy: one('Staff', { ...F.acknowledgedById, by: 'acknowledged_by_id' }),
    acknowledgedAt: instant('acknowledged_at', F.acknowledgedAt),
    visit: one('Reception', { ...F.visitId, by: 'visit_id' }),
    visitedAt: instant('visited_at', F.visitedAt),
    outcome: column('outcome', F.outcome),
    note: column('note', F.note),
    closedBy: one('Staff', { ...F.closedById, by: 'closed_by_id' }),
    closedAt: instant('closed_at', F.closedAt),
    version: column('version', F.version),
    availableActions: actions(SILENCE_ALERT_TRANSITIONS),
  },
})

export const silencePolicyProjection = projection('SilencePolicy', {
  table: 'silence_policy',
  entity: SilencePolicyEntity,
  permission: 'silencePolicy:read',
  fields: {
    leastGaps: column('least_gaps', internal),
    rhythmThreshold: column('rhythm_threshold', internal),
    modelThreshold: column('model_threshold', internal),
    leastDays: column('least_days', internal),
    complaints: column('complaints', internal),
    complaintWindowDays: column('complaint_window_days', internal),
    quietDays: column('quiet_days', internal),
    lostAfterDays: column('lost_after_days', internal),
    version: column('version', internal),
  },
})

/** Nobody can go and see whom nothing is kept of any more. */
const OF_KEPT: Expression<boolean> = {
  sql: (
    alias,
  ) => `exists (select from client c$ where c$.org_id = ${alias}.org_id and c$.id = ${alias}.client_id
    and c$.erased_at is null and c$.merged_into_id is null)`,
  reference: (row, { rows }) =>
    rows('client').some(
      (it) => it.id === row.client_id && it.erased_at === null && it.merged_into_id === null,
    ),
}

export const silenceRoots = {
  silenceAlert: objectRoot('SilenceAlert'),
  silenceAlerts: connectionRoot('SilenceAlert', {
    only: OF_KEPT,
    filters: {
      status: isIn('status'),
      basis: isIn('basis'),
      outcome: isIn('outcome'),
      client: is('client'),
      visitor: is('visitor'),
    },
    orders: { VISIT_BY: [['visitBy', 'asc']], NEWEST: [['raisedOn', 'desc']] },
  }),
  silenceModels: listRoot('SilenceModel', { order: [['fittedAt', 'desc']], typically: 20 }),
  silencePolicy: objectRoot('SilencePolicy', { filters: {} }),
}
