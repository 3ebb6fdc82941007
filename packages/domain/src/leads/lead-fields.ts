import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Campaign, Lead, LeadEvent, LeadSource } from './lead.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})

const base = rule('internal', 'lead:read')
/** Who it is and what they want; an auditor counts leads without meeting them. */
const named = rule('personal', 'lead:readName')

/** Class and permission of every column of a lead: what projections, copies and masks go by. */
export const LEAD_FIELDS: Readonly<Record<keyof Lead, FieldRule>> = {
  id: base,
  number: base,
  kind: base,
  projectId: base,
  sourceId: base,
  campaignId: base,
  referrerClientId: base,
  status: base,
  assigneeId: base,
  assignedAt: base,
  pooledAt: base,
  touchedAt: base,
  returnsAt: base,
  nextStepOn: base,
  openedById: base,
  openedAt: base,
  contactedAt: base,
  qualifiedAt: base,
  convertedAt: base,
  lostAt: base,
  lossReason: base,
  clientId: base,
  version: base,
  name: named,
  phoneMasked: named,
  emailMasked: named,
  need: named,
  referrer: named,
  nextStep: named,
  phone: rule('personal', 'lead:revealPhone'),
  phoneTail: rule('personal', 'lead:revealPhone'),
  email: rule('personal', 'lead:revealPhone'),
}

export const LEAD_EVENT_FIELDS: Readonly<Record<keyof LeadEvent, FieldRule>> = {
  id: base,
  leadId: base,
  action: base,
  fromStatus: base,
  toStatus: base,
  at: base,
  byId: base,
  assigneeId: base,
  channel: base,
  note: named,
}

const source = rule('internal', 'leadSource:read')

export const LEAD_SOURCE_FIELDS: Readonly<Record<keyof LeadSource, FieldRule>> = {
  id: source,
  name: source,
  countsAs: source,
  retiredAt: source,
  version: source,
}

const campaign = rule('internal', 'campaign:read')

export const CAMPAIGN_FIELDS: Readonly<Record<keyof Campaign, FieldRule>> = {
  id: campaign,
  name: campaign,
  sourceId: campaign,
  startsOn: campaign,
  endsOn: campaign,
  retiredAt: campaign,
  version: campaign,
  costMinor: rule('internal', 'campaign:readCost'),
}
