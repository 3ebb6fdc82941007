import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Opportunity, OpportunityEvent } from './opportunity.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})

const base = rule('internal', 'opportunity:read')
/** What is said of the client; an auditor counts without reading it. */
const said = rule('personal', 'opportunity:readWords')

export const OPPORTUNITY_FIELDS: Readonly<Record<keyof Opportunity, FieldRule>> = {
  id: base,
  number: base,
  clientId: base,
  projectId: base,
  title: said,
  need: said,
  origin: base,
  leadId: base,
  receptionId: base,
  complaintId: base,
  status: base,
  assigneeId: base,
  expectedMinor: base,
  expectedCloseOn: base,
  nextStep: said,
  nextStepOn: base,
  touchedAt: base,
  stallsAt: base,
  stalledAt: base,
  openedById: base,
  openedAt: base,
  proposedAt: base,
  quotedAt: base,
  agreedAt: base,
  wonAt: base,
  lostAt: base,
  lossReason: base,
  wonMinor: base,
  contractOn: base,
  contractNumber: base,
  version: base,
}

export const OPPORTUNITY_EVENT_FIELDS: Readonly<Record<keyof OpportunityEvent, FieldRule>> = {
  id: base,
  opportunityId: base,
  action: base,
  fromStatus: base,
  toStatus: base,
  at: base,
  byId: base,
  assigneeId: base,
  channel: base,
  note: said,
}
