import type { ComplaintAction, TaskAction } from '../complaints/vocabulary.ts'
import type { PromiseAction } from '../promises/vocabulary.ts'
import { ACCOUNTS, AUDIT, everywhere, HEADQUARTERS, SITE, type Grants } from './grants.ts'

/** Those who work on a case, each as far as their cases go. Reading and most verbs start from here. */
const AGENT = { SERVICE_AGENT: ['own', 'department', 'assigned'] } as const
export const CASE_READERS = { ...HEADQUARTERS, ...AGENT, ...SITE, ...ACCOUNTS } as const
const TECHNICIANS = { TECHNICIAN: ['assigned'] } as const
const PARTNERS = { PARTNER: ['own'] } as const
const FINANCE = { FINANCE: ['isApproved'] } as const

/** Those who speak with the client about a case. */
export const CLIENT_FACING = {
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
export const COMPLAINT_READING = {
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
export const COMPLAINT_VERBS = {
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
export const PROMISES = {
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
export const TASKS = {
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
