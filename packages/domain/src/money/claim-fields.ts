import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { DunningHold, DunningNotice } from './dunning.ts'
import type { Reconciliation, ReconciliationLine, StatementNotice } from './reconciliation.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'reconciliation:read')
const said = rule('personal', 'receivable:readNotes')
const asked = rule('internal', 'dunning:read')

export const RECONCILIATION_FIELDS: Readonly<Record<keyof Reconciliation, FieldRule>> = {
  id: base,
  number: base,
  clientId: base,
  ordinal: base,
  asOfOn: base,
  state: base,
  openMinor: base,
  creditMinor: base,
  issuedById: base,
  issuedAt: base,
  channel: base,
  sentAt: base,
  confirmedAt: base,
  version: base,
  confirmedBy: said,
}

export const RECONCILIATION_LINE_FIELDS: Readonly<Record<keyof ReconciliationLine, FieldRule>> = {
  id: base,
  reconciliationId: base,
  receivableId: base,
  position: base,
  amountMinor: base,
  settledMinor: base,
  disputedAt: base,
  verdict: base,
  answeredAt: base,
  version: base,
  disputeReason: said,
  answer: said,
}

export const STATEMENT_NOTICE_FIELDS: Readonly<Record<keyof StatementNotice, FieldRule>> = {
  id: base,
  reconciliationId: base,
  channel: base,
  status: base,
  titleZh: base,
  titleEn: base,
  wordsZh: base,
  wordsEn: base,
  owedAt: base,
  settledAt: base,
  toldById: base,
  mailId: base,
  version: base,
  note: said,
}

export const DUNNING_HOLD_FIELDS: Readonly<Record<keyof DunningHold, FieldRule>> = {
  id: asked,
  receivableId: asked,
  complaintId: asked,
  heldById: asked,
  heldAt: asked,
  liftedById: asked,
  liftedAt: asked,
  version: asked,
  reason: said,
}

export const DUNNING_NOTICE_FIELDS: Readonly<Record<keyof DunningNotice, FieldRule>> = {
  id: asked,
  receivableId: asked,
  step: asked,
  takenById: asked,
  takenAt: asked,
  outcome: said,
}
