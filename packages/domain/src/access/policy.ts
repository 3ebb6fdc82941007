import type { ComplaintAction, TaskAction } from '../complaints/vocabulary.ts'
import type { PromiseAction } from '../promises/vocabulary.ts'
import { ACCOUNTS_OF_STAFF } from './account-policy.ts'
import { ATTACHMENTS } from './attachment-policy.ts'
import { CLIENTS } from './client-policy.ts'
import { CONFIDENTIAL } from './confidential-policy.ts'
import {
  ACCOUNTS,
  ADMINISTRATION,
  AUDIT,
  COLLEAGUES,
  everywhere,
  HEADQUARTERS,
  SITE,
  type Grants,
} from './grants.ts'
import { DOCUMENTS } from './document-policy.ts'
import { CONTROLLED_COPIES, EXPORT_REQUESTS } from './export-policy.ts'
import { DUTIES } from './duty-policy.ts'
import { FILING } from './filing-policy.ts'
import { LEADS } from './lead-policy.ts'
import { HANDOVERS } from './handover-policy.ts'
import { IMPORTS, IMPORT_SOURCES } from './import-policy.ts'
import { SHIFTS_OF_STAFF } from './shift-policy.ts'
import { MONEY } from './money-policy.ts'
import { PORTALS } from './portal-policy.ts'
import { RECEPTIONS } from './reception-policy.ts'
import { SIGNINGS } from './signing-policy.ts'
import { SUBJECT_REQUESTS } from './subject-policy.ts'
import { MINE, VIEWS } from './view-policy.ts'
import { WEBHOOKS } from './webhook-policy.ts'
import { VALUE } from './value-policy.ts'

export type { Grants } from './grants.ts'

/** Those who work on a case, each as far as their cases go. Reading and most verbs start from here. */
const AGENT = { SERVICE_AGENT: ['own', 'department', 'assigned'] } as const
const CASE_READERS = { ...HEADQUARTERS, ...AGENT, ...SITE, ...ACCOUNTS } as const
const TECHNICIANS = { TECHNICIAN: ['assigned'] } as const
const PARTNERS = { PARTNER: ['own'] } as const
const FINANCE = { FINANCE: ['isApproved'] } as const

/** Those who speak with the client about a case. */
const CLIENT_FACING = {
  ...everywhere('CR_SPECIALIST', 'CR_SUPERVISOR', 'CS_MANAGER'),
  ...AGENT,
  ...ACCOUNTS,
} as const
const CASE_CONTROL = everywhere('GM_OFFICE', 'CS_MANAGER', 'CR_SUPERVISOR')
const APPROVERS = everywhere('CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER')
/** Those who can look over a proposal before it is decided; the signature policy names whom it asks. */
const REVIEWERS = everywhere('QUALITY', 'GM_OFFICE', 'CR_SUPERVISOR', 'CS_MANAGER', 'CS_DIRECTOR')
const INVESTIGATORS = everywhere('QUALITY', 'CR_SUPERVISOR')

/** Who sees which complaint, and which part of it. `complaint:read` opens number, status, severity and registration time. */
const COMPLAINT_READING = {
  'complaint:read': {
    ...CASE_READERS,
    ...AUDIT,
    ...TECHNICIANS,
    ...FINANCE,
    ...PARTNERS,
    SALES: ['accounts'],
  },
  'complaint:readClassification': { ...CASE_READERS, ...AUDIT, ...PARTNERS },
  'complaint:readSummary': { ...CASE_READERS, ...TECHNICIANS, ...PARTNERS },
  'complaint:readPlace': { ...CASE_READERS, ...AUDIT, ...TECHNICIANS, ...PARTNERS },
  'complaint:readFacts': { ...CASE_READERS, ...PARTNERS },
  'complaint:readClient': { ...CASE_READERS, ...PARTNERS },
  'complaint:readHandling': { ...CASE_READERS, ...AUDIT },
  'complaint:readInvestigation': CASE_READERS,
  'complaint:readResponsibility': { ...CASE_READERS, ...AUDIT },
  'complaint:readProposal': { ...CASE_READERS, ...AUDIT },
  'complaint:readAmounts': { ...CASE_READERS, ...AUDIT, ...FINANCE },
  'complaint:revealPhone': { ...CLIENT_FACING, ...SITE },
} as const satisfies Record<string, Grants>

/** Who may take which step of a complaint. ADMIN has none: the role configures, it does not decide. */
const COMPLAINT_VERBS = {
  'complaint:register': {
    ...HEADQUARTERS,
    ...everywhere('SERVICE_AGENT'),
    ...SITE,
    ...ACCOUNTS,
    ...PARTNERS,
  },
  'complaint:acknowledge': CASE_CONTROL,
  'complaint:assign': CASE_CONTROL,
  'complaint:handOver': { ...CASE_READERS, ...TECHNICIANS },
  'complaint:contain': { ...CLIENT_FACING, ...everywhere('GM_OFFICE', 'QUALITY'), ...SITE },
  'complaint:investigate': INVESTIGATORS,
  'complaint:recordFindings': INVESTIGATORS,
  'complaint:ruleResponsibility': everywhere('GM_OFFICE', 'GENERAL_MANAGER'),
  'complaint:propose': everywhere('CR_SUPERVISOR', 'CR_SPECIALIST', 'CS_MANAGER'),
  'complaint:review': REVIEWERS,
  'complaint:recordOralApproval': { ...CLIENT_FACING, ...everywhere('CS_DIRECTOR', 'GM_OFFICE') },
  'complaint:signOralApproval': APPROVERS,
  'complaint:denyOralApproval': APPROVERS,
  'complaint:approve': APPROVERS,
  'complaint:reject': APPROVERS,
  'complaint:offer': CLIENT_FACING,
  'complaint:logContactAttempt': CLIENT_FACING,
  'complaint:confirm': CLIENT_FACING,
  'complaint:refuseOption': CLIENT_FACING,
  'complaint:recordAgreement': CLIENT_FACING,
  'complaint:dispatch': {
    ...everywhere('CR_SUPERVISOR', 'CR_SPECIALIST', 'CS_MANAGER', 'GM_OFFICE'),
    ...AGENT,
  },
  'complaint:resolve': { ...CLIENT_FACING, ...SITE },
  'complaint:followUp': CLIENT_FACING,
  'complaint:close': CASE_CONTROL,
  'complaint:reopen': CASE_CONTROL,
  'complaint:withdraw': CLIENT_FACING,
  'complaint:refer': CASE_CONTROL,
  'complaint:answerReferral': { ...CASE_CONTROL, ...CLIENT_FACING },
  'complaint:decline': everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER'),
  'complaint:dismiss': everywhere('CS_MANAGER', 'CS_DIRECTOR', 'GENERAL_MANAGER', 'GM_OFFICE'),
  'complaint:merge': { ...CASE_CONTROL, ...everywhere('CR_SPECIALIST') },
  'complaint:makePromise': { ...CLIENT_FACING, ...SITE },
} as const satisfies Record<`complaint:${ComplaintAction}`, Grants>

/** What was promised to clients, and the clock. Pausing it is case control's, not of those whom it presses. */
const CLOCK_KEEPERS = { ...CASE_CONTROL, ...everywhere('CR_SPECIALIST') } as const
const PROMISES = {
  'promise:read': { ...CASE_READERS, ...AUDIT },
  'promise:answer': { ...CLIENT_FACING, ...everywhere('GM_OFFICE', 'CS_DIRECTOR'), ...SITE },
  'promise:supersede': CLIENT_FACING,
  'promise:pause': CLOCK_KEEPERS,
  'promise:resume': CLOCK_KEEPERS,
  'promisePolicy:read': {
    ...HEADQUARTERS,
    ...everywhere('ADMIN', 'SERVICE_AGENT', 'KEY_ACCOUNT_MANAGER', 'SITE_MANAGER', 'AUDITOR'),
  },
  'promisePolicy:set': everywhere('ADMIN', 'CS_MANAGER'),
} as const satisfies Record<`promise:${PromiseAction}`, Grants> & Record<string, Grants>

const DISPATCHERS = {
  ...everywhere('CR_SUPERVISOR', 'CR_SPECIALIST', 'CS_MANAGER', 'GM_OFFICE'),
  SERVICE_AGENT: ['ordered'],
} as const
const EXECUTORS = { SITE_MANAGER: ['department'], TECHNICIAN: ['assigned'] } as const

/** Action orders: given by one department, carried out by another. Of an order, `department` is the one that received it. */
const TASKS = {
  'task:read': {
    ...HEADQUARTERS,
    ...AUDIT,
    SERVICE_AGENT: ['own', 'department', 'ordered'],
    SITE_MANAGER: ['department', 'territory'],
    KEY_ACCOUNT_MANAGER: ['accounts'],
    TECHNICIAN: ['assigned'],
  },
  'task:readInstruction': {
    ...HEADQUARTERS,
    SERVICE_AGENT: ['own', 'department', 'ordered'],
    SITE_MANAGER: ['department', 'territory'],
    KEY_ACCOUNT_MANAGER: ['accounts'],
    TECHNICIAN: ['assigned'],
  },
  'task:assign': { ...DISPATCHERS, SITE_MANAGER: ['department'] },
  'task:accept': EXECUTORS,
  'task:complete': EXECUTORS,
  'task:return': EXECUTORS,
  'task:cancel': DISPATCHERS,
} as const satisfies Record<`task:${TaskAction}` | 'task:read' | 'task:readInstruction', Grants>

const FIELD_TERRITORY = {
  SITE_MANAGER: ['territory'],
  TECHNICIAN: ['territory'],
  INFORMATION_CLERK: ['territory'],
} as const

/** Working time moves every open promise: it is kept by who configures and by who watches over the clock. */
const CALENDAR_KEEPERS = everywhere('ADMIN', 'GM_OFFICE')

const PROVERS = everywhere('AUDITOR', 'GENERAL_MANAGER', 'GM_OFFICE', 'QUALITY')

const ORGANIZATION = {
  ...ACCOUNTS_OF_STAFF,
  'staff:read': COLLEAGUES,
  'staff:hire': ADMINISTRATION,
  'staff:change': ADMINISTRATION,
  'staff:assignRoles': ADMINISTRATION,
  'staff:assignTerritory': ADMINISTRATION,
  'staff:disable': ADMINISTRATION,
  'staff:enable': ADMINISTRATION,
  'staff:resetPassword': ADMINISTRATION,
  /** Their own, and with the old one. */
  'staff:changePassword': COLLEAGUES,
  'department:read': COLLEAGUES,
  'department:add': ADMINISTRATION,
  'department:change': ADMINISTRATION,
  'department:archive': ADMINISTRATION,
  'department:restore': ADMINISTRATION,
  'project:read': { ...COLLEAGUES, ...FIELD_TERRITORY },
  'project:add': ADMINISTRATION,
  'project:change': ADMINISTRATION,
  /** A site manager answers for a project's units, and so keeps their list. */
  'project:addBuilding': { ...ADMINISTRATION, ...SITE },
  'project:addUnits': { ...ADMINISTRATION, ...SITE },
  'project:changeUnit': { ...ADMINISTRATION, ...SITE },
  'agreementPolicy:read': COLLEAGUES,
  'agreementPolicy:set': everywhere('GENERAL_MANAGER', 'CS_DIRECTOR', 'CS_MANAGER'),
  /** The matrix as it is in force. It is changed by a revision of its document. */
  'limit:read': everywhere(
    'ADMIN',
    'GENERAL_MANAGER',
    'GM_OFFICE',
    'CS_DIRECTOR',
    'CS_MANAGER',
    'CR_SUPERVISOR',
    'FINANCE',
    'AUDITOR',
  ),
  'calendar:read': COLLEAGUES,
  'calendar:changeWorkingWeek': CALENDAR_KEEPERS,
  'calendar:addSpecialDay': CALENDAR_KEEPERS,
  'calendar:removeSpecialDay': CALENDAR_KEEPERS,
  'calendar:publishHolidayYear': CALENDAR_KEEPERS,
  'partner:read': everywhere('ADMIN', 'AUDITOR'),
  'partner:add': ADMINISTRATION,
  'partner:issueCredential': ADMINISTRATION,
  'partner:revokeCredential': ADMINISTRATION,
  ...WEBHOOKS,
  /** The administrator sees what became of people, places and limits: the trail of a case would tell of the case. */
  'audit:read': { ...everywhere('AUDITOR', 'GENERAL_MANAGER'), ADMIN: ['configuration'] },
  /** Whether the trail is whole, and as a file: without the values that it keeps to itself. */
  'audit:verify': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  'audit:export': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  'signOff:read': { ...CASE_READERS, ...AUDIT },
  /** One file that proves the signatures of a case to a stranger. */
  'signOff:prove': { ...PROVERS, ...everywhere('CS_MANAGER', 'CS_DIRECTOR') },
  /** The chain of all signatures: whether it is whole, and as a file. It holds commitments, no personal value. */
  'ledger:read': PROVERS,
  'ledger:verify': PROVERS,
  'ledger:export': everywhere('AUDITOR', 'GENERAL_MANAGER'),
  /** Who keeps checkpoints outside: appointed by the administrator, watched by those who verify. */
  'witness:read': { ...PROVERS, ...ADMINISTRATION },
  'witness:appointCosigner': ADMINISTRATION,
  'witness:appointMailbox': ADMINISTRATION,
  'witness:tell': ADMINISTRATION,
  'witness:dismiss': ADMINISTRATION,
} as const satisfies Record<string, Grants>

/** What is told to staff is theirs alone. What is told to a client belongs to those who speak with clients. */
const NOTICES = {
  'notice:read': MINE,
  'notice:markRead': MINE,
  'notice:changePreferences': MINE,
  'noticeTemplate:read': { ...everywhere('ADMIN', 'CS_MANAGER', 'CS_DIRECTOR', 'GM_OFFICE') },
  'noticeTemplate:change': everywhere('ADMIN', 'CS_MANAGER'),
  'clientNotice:read': CASE_READERS,
  'clientNotice:markTold': CLIENT_FACING,
  'clientNotice:waive': CLIENT_FACING,
  'clientNotice:resend': CLIENT_FACING,
  /** Whether mails arrive, never what they say. */
  'mail:read': everywhere('ADMIN'),
  /** How the system fares as a whole: figures, and nothing of any organization. */
  'system:read': everywhere('ADMIN'),
  'failedJob:read': everywhere('ADMIN'),
  'failedJob:retry': everywhere('ADMIN'),
} as const satisfies Record<string, Grants>

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
  ...RECEPTIONS,
  ...FILING,
  ...DUTIES,
  ...LEADS,
  ...ORGANIZATION,
  ...IMPORTS,
  ...IMPORT_SOURCES,
  ...SUBJECT_REQUESTS,
  ...NOTICES,
  ...VIEWS,
  ...SIGNINGS,
  ...PORTALS,
} as const

export type Permission = keyof typeof POLICY
export const PERMISSIONS = Object.keys(POLICY) as readonly Permission[]
