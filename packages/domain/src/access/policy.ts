import { ATTACHMENTS } from './attachment-policy.ts'
import { CLIENTS } from './client-policy.ts'
import { COMPLAINT_READING, COMPLAINT_VERBS, PROMISES, TASKS } from './complaint-policy.ts'
import { CONFIDENTIAL } from './confidential-policy.ts'
import { DOCUMENTS } from './document-policy.ts'
import { DUTIES } from './duty-policy.ts'
import { CONTROLLED_COPIES, EXPORT_REQUESTS } from './export-policy.ts'
import { EQUIPMENT } from './equipment-policy.ts'
import { FILING } from './filing-policy.ts'
import { STANDARDS } from './grading-policy.ts'
import { GRADING_CYCLES } from './grading-cycle-policy.ts'
import { HANDOVERS } from './handover-policy.ts'
import { IMPORTS, IMPORT_SOURCES } from './import-policy.ts'
import { INVENTORY } from './inventory-policy.ts'
import { KEY_ACCOUNTS } from './key-account-policy.ts'
import { LEADS } from './lead-policy.ts'
import { MONEY } from './money-policy.ts'
import { NOTICES } from './notice-policy.ts'
import { ORGANIZATION } from './organization-policy.ts'
import { PLAN_EVALUATION } from './plan-evaluation-policy.ts'
import { PLANS } from './plan-policy.ts'
import { PLAN_PROPOSALS, PLAN_TEMPLATES } from './plan-template-policy.ts'
import { PORTALS } from './portal-policy.ts'
import { OPPORTUNITIES } from './sales-policy.ts'
import { RECEPTIONS } from './reception-policy.ts'
import { SHIFTS_OF_STAFF } from './shift-policy.ts'
import { CARE } from './care-policy.ts'
import { MEMBERSHIP } from './membership-policy.ts'
import { SILENCE } from './silence-policy.ts'
import { SIGNINGS } from './signing-policy.ts'
import { SUBJECT_REQUESTS } from './subject-policy.ts'
import { VALUE } from './value-policy.ts'
import { VIEWS } from './view-policy.ts'

export type { Grants } from './grants.ts'

/**
 * Permission → role → scope: the one table that the door, the desk, the list filter, the field masks and the menus
 * read. It is code, equal for all organizations; what an organization may change (limits, calendars) are rows.
 */
export const POLICY = {
  ...COMPLAINT_READING,
  ...COMPLAINT_VERBS,
  ...TASKS,
  ...PROMISES,
  ...HANDOVERS,
  ...SHIFTS_OF_STAFF,
  ...DOCUMENTS,
  ...EXPORT_REQUESTS,
  ...CONTROLLED_COPIES,
  ...CLIENTS,
  ...CONFIDENTIAL,
  ...ATTACHMENTS,
  ...MONEY,
  ...VALUE,
  ...STANDARDS,
  ...RECEPTIONS,
  ...FILING,
  ...DUTIES,
  ...KEY_ACCOUNTS,
  ...LEADS,
  ...OPPORTUNITIES,
  ...GRADING_CYCLES,
  ...ORGANIZATION,
  ...IMPORTS,
  ...IMPORT_SOURCES,
  ...SUBJECT_REQUESTS,
  ...INVENTORY,
  ...NOTICES,
  ...VIEWS,
  ...SILENCE,
  ...CARE,
  ...MEMBERSHIP,
  ...SIGNINGS,
  ...PLANS,
  ...PLAN_EVALUATION,
  ...EQUIPMENT,
  ...PLAN_TEMPLATES,
  ...PLAN_PROPOSALS,
  ...PORTALS,
} as const

export type Permission = keyof typeof POLICY
export const PERMISSIONS = Object.keys(POLICY) as readonly Permission[]
