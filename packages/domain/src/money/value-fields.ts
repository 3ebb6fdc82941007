import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { CostEvent, CostShare } from './cost-event.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const cost = rule('internal', 'costEvent:read')
/** Free text: it may name people. */
const words = rule('personal', 'costEvent:read')

export const COST_EVENT_FIELDS: Readonly<Record<keyof CostEvent, FieldRule>> = {
  id: cost,
  number: cost,
  costClass: cost,
  clientId: cost,
  projectId: cost,
  buildingId: cost,
  shareRule: cost,
  shareWeight: cost,
  occurredOn: cost,
  labourMinutes: cost,
  labourRole: cost,
  materialMinor: cost,
  outsideMinor: cost,
  complaintId: cost,
  recordedById: cost,
  recordedAt: cost,
  voidedAt: cost,
  version: cost,
  purpose: words,
  voidReason: words,
}

export const COST_SHARE_FIELDS: Readonly<Record<keyof CostShare, FieldRule>> = {
  id: cost,
  costEventId: cost,
  clientId: cost,
  weight: cost,
}
