import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { Permission } from '../access/policy.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { Client, ClientConsent, ClientContact, ClientMember, ClientOccupancy } from './archive.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})

const base = rule('internal', 'client:read')
const named = rule('personal', 'client:readName')
/** What a clerk, an auditor or quality management has no need of: how people live and what they like. */
const particular = rule('personal', 'client:readParticulars')

/** Class and permission of every column of an archive: what projections, copies and masks go by. */
export const CLIENT_FIELDS: Readonly<Record<keyof Client, FieldRule>> = {
  id: base,
  code: base,
  kind: base,
  relation: base,
  source: base,
  referrerClientId: base,
  keyAccountManagerId: base,
  projectId: base,
  buildingId: base,
  createdAt: base,
  openedById: base,
  explainedAt: base,
  archivedAt: base,
  mergedIntoId: base,
  erasedAt: base,
  erasureRevisionId: base,
  version: base,
  name: named,
  phoneMasked: named,
  emailMasked: named,
  searchGrams: named,
  referrer: named,
  archiveReason: named,
  phoneTail: rule('personal', 'client:lookupByPhone'),
  phone: rule('personal', 'client:revealPhone'),
  email: rule('personal', 'client:revealPhone'),
}

export const CLIENT_CONTACT_FIELDS: Readonly<Record<keyof ClientContact, FieldRule>> = {
  id: base,
  clientId: base,
  isPrimary: base,
  createdAt: base,
  removedAt: base,
  version: base,
  name: named,
  phoneMasked: named,
  emailMasked: named,
  employer: named,
  position: named,
  rank: named,
  decisionRoles: named,
  channels: named,
  preferredHours: named,
  frequency: named,
  doNotContact: named,
  concerns: particular,
  birthday: particular,
  interests: particular,
  phone: rule('personal', 'client:revealPhone'),
  email: rule('personal', 'client:revealPhone'),
}

export const CLIENT_MEMBER_FIELDS: Readonly<Record<keyof ClientMember, FieldRule>> = {
  id: base,
  clientId: base,
  createdAt: base,
  removedAt: base,
  version: base,
  name: particular,
  kinship: particular,
  lifeStage: particular,
  note: particular,
}

export const CLIENT_OCCUPANCY_FIELDS: Readonly<Record<keyof ClientOccupancy, FieldRule>> = {
  id: base,
  clientId: base,
  unitId: base,
  relation: base,
  fromOn: base,
  toOn: base,
  movedInOn: base,
  shareBasisPoints: base,
  withdrawnAt: base,
  recordedById: base,
  version: base,
}

export const CLIENT_CONSENT_FIELDS: Readonly<Record<keyof ClientConsent, FieldRule>> = {
  id: base,
  clientId: base,
  purpose: base,
  decision: base,
  way: base,
  at: base,
  recordedById: base,
  note: named,
}
