import { CAMPAIGN_FIELDS, LEAD_SOURCE_FIELDS } from '@steward/domain'
import { column, day, id, instant, one, projection } from '../../reads/projection.ts'
import { listRoot, objectRoot } from '../../reads/roots.ts'
import { Campaign, LeadPolicyEntity, LeadSource } from './lead-settings.entity.ts'

const internal = { class: 'internal' } as const
const S = LEAD_SOURCE_FIELDS
const C = CAMPAIGN_FIELDS

export const leadSourceProjection = projection('LeadSource', {
  table: 'lead_source',
  entity: LeadSource,
  permission: 'leadSource:read',
  fields: {
    id: id(),
    name: column('name', S.name),
    countsAs: column('counts_as', S.countsAs),
    retiredAt: instant('retired_at', S.retiredAt),
    version: column('version', S.version),
  },
})

export const campaignProjection = projection('Campaign', {
  table: 'campaign',
  entity: Campaign,
  permission: 'campaign:read',
  fields: {
    id: id(),
    name: column('name', C.name),
    source: one('LeadSource', { ...C.sourceId, by: 'source_id' }),
    startsOn: day('starts_on', C.startsOn),
    endsOn: day('ends_on', C.endsOn),
    costMinor: column('cost_minor', C.costMinor),
    retiredAt: instant('retired_at', C.retiredAt),
    version: column('version', C.version),
  },
})

export const leadPolicyProjection = projection('LeadPolicy', {
  table: 'lead_policy',
  entity: LeadPolicyEntity,
  permission: 'leadPolicy:read',
  fields: {
    returnAfterDays: column('return_after_days', internal),
    warnBeforeDays: column('warn_before_days', internal),
    claimsADay: column('claims_a_day', internal),
    version: column('version', internal),
  },
})

export const leadSettingRoots = {
  leadSources: listRoot('LeadSource', { order: [['name', 'asc']], typically: 10 }),
  campaigns: listRoot('Campaign', { order: [['startsOn', 'desc']], typically: 30 }),
  leadPolicy: objectRoot('LeadPolicy', { filters: {} }),
}
