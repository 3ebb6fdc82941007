import type { ConditionName } from '../access/conditions.ts'
import type { Role } from '../access/roles.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { CLOSING_PROOFS, REFERRAL_PROOFS, type ClosingProof } from './closing.ts'
import { OPEN_STATUSES, type ComplaintAction, type Status } from './vocabulary.ts'

type Row = Transition<Status, ComplaintAction>

const row = (
  action: ComplaintAction,
  from: readonly Status[],
  to: Status | 'SAME',
  accountable: Role,
  rest: { requires?: readonly ConditionName[]; signs?: Meaning } = {},
): Row => ({ action, from, to, accountable, requires: [], ...rest, permission: `complaint:${action}` })

/** From investigation to the last day before closing. */
const AFTER_FINDINGS: readonly Status[] = [
  'INVESTIGATING',
  'PROPOSED',
  'APPROVED',
  'CLIENT_CONFIRMED',
  'EXECUTING',
  'RESOLVED',
  'FOLLOWED_UP',
]
/** Until orders are out: afterwards the work is done, returned or cancelled first. */
const BEFORE_EXECUTION: readonly Status[] = [
  'REGISTERED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'PROPOSED',
  'APPROVED',
  'CLIENT_CONFIRMED',
]
/** In these a signature can still be owed: for an approval by word, or the client's on the agreement. */
const APPROVED_ONCE: readonly Status[] = [
  'APPROVED',
  'CLIENT_CONFIRMED',
  'EXECUTING',
  'RESOLVED',
  'FOLLOWED_UP',
]
const EARLY: readonly Status[] = ['REGISTERED', 'ACKNOWLEDGED', 'INVESTIGATING']
const VISITED: readonly Status[] = ['RESOLVED', 'FOLLOWED_UP']

const FINDINGS_OF_OTHERS = ['findingsAreRecorded', 'actorIsNotInvestigator'] as const
const proven = (proofs: readonly ClosingProof[]): readonly ConditionName[] => proofs.map((it) => it.condition)

/**
 * The life of a complaint on both tracks: what leads where, who answers for the step, what must be true before and
 * what the signature means. Server, screens and tests read this table; an action's first row is its usual outcome.
 */
export const COMPLAINT_TRANSITIONS: readonly Row[] = [
  // Intake
  row('register', [], 'REGISTERED', 'SERVICE_AGENT', { signs: 'RECORDED' }),
  row('acknowledge', ['REGISTERED'], 'ACKNOWLEDGED', 'GM_OFFICE', { signs: 'RECEIVED' }),
  row('assign', OPEN_STATUSES, 'SAME', 'GM_OFFICE'),
  // First-asked responsibility: it ends when somebody else has accepted.
  row('handOver', OPEN_STATUSES, 'SAME', 'SERVICE_AGENT', {
    requires: ['actorIsResponsible', 'isNotHandedOver'],
  }),
  row('contain', OPEN_STATUSES, 'SAME', 'SITE_MANAGER'),

  // Investigation
  row('investigate', ['ACKNOWLEDGED'], 'INVESTIGATING', 'QUALITY'),
  row('recordFindings', ['INVESTIGATING', ...VISITED], 'SAME', 'QUALITY'),
  row('ruleResponsibility', AFTER_FINDINGS, 'SAME', 'GM_OFFICE', {
    requires: FINDINGS_OF_OTHERS,
    signs: 'APPROVED',
  }),

  // Remedy
  row('propose', ['INVESTIGATING'], 'PROPOSED', 'CR_SUPERVISOR', {
    requires: ['findingsAreRecorded'],
    signs: 'PREPARED',
  }),
  row('review', ['PROPOSED'], 'SAME', 'QUALITY', {
    requires: ['reviewIsOwed', 'actorIsNotProposer', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
  }),
  row('review', ['PROPOSED'], 'INVESTIGATING', 'QUALITY', {
    requires: ['reviewIsOwed', 'actorIsNotProposer', 'actorIsNotReviewer'],
    signs: 'REJECTED',
  }),
  row('approve', ['PROPOSED'], 'APPROVED', 'CS_MANAGER', {
    requires: ['reviewsAreDone', 'actorIsNotProposer', 'actorIsNotReviewer', 'amountWithinAuthority'],
    signs: 'APPROVED',
  }),
  // 口头请示: what cannot wait for a signature is approved by word, and signed within its time.
  row('recordOralApproval', ['PROPOSED'], 'APPROVED', 'CR_SPECIALIST', {
    requires: ['reviewsAreDone'],
    signs: 'RECORDED',
  }),
  row('signOralApproval', APPROVED_ONCE, 'SAME', 'CS_MANAGER', {
    requires: ['approvalIsOwed', 'actorIsApprover', 'amountWithinAuthority'],
    signs: 'APPROVED',
  }),
  row('denyOralApproval', ['APPROVED', 'CLIENT_CONFIRMED'], 'INVESTIGATING', 'CS_MANAGER', {
    requires: ['approvalIsOwed', 'actorIsApprover'],
    signs: 'REJECTED',
  }),
  row('reject', ['PROPOSED'], 'INVESTIGATING', 'CS_MANAGER', {
    requires: ['actorIsNotProposer'],
    signs: 'REJECTED',
  }),
  row('offer', ['APPROVED'], 'SAME', 'CR_SPECIALIST', { requires: ['optionIsNotOffered'] }),
  row('logContactAttempt', OPEN_STATUSES, 'SAME', 'CR_SPECIALIST'),
  row('makePromise', OPEN_STATUSES, 'SAME', 'SERVICE_AGENT'),
  row('confirm', ['APPROVED'], 'CLIENT_CONFIRMED', 'CR_SPECIALIST', { signs: 'CONFIRMED' }),
  row('refuseOption', ['APPROVED'], 'PROPOSED', 'CR_SPECIALIST', {
    requires: ['optionIsOffered', 'approvalIsSigned'],
    signs: 'RECORDED',
  }),
  row('refuseOption', ['APPROVED'], 'INVESTIGATING', 'CR_SPECIALIST', {
    requires: ['optionIsOffered', 'approvalIsSigned'],
    signs: 'RECORDED',
  }),

  row('recordAgreement', APPROVED_ONCE, 'SAME', 'CR_SPECIALIST', {
    requires: ['agreementAwaitsClient'],
    signs: 'RECORDED',
  }),

  // Execution
  row('dispatch', ['CLIENT_CONFIRMED', 'EXECUTING'], 'EXECUTING', 'CR_SUPERVISOR', {
    requires: ['agreementIsSigned'],
  }),
  row('resolve', ['REGISTERED'], 'RESOLVED', 'SERVICE_AGENT', {
    requires: ['trackIsQuick'],
    signs: 'RECORDED',
  }),
  row('resolve', ['EXECUTING'], 'RESOLVED', 'CR_SPECIALIST', {
    requires: ['noOpenTasks'],
    signs: 'RECORDED',
  }),
  row('resolve', ['CLIENT_CONFIRMED'], 'RESOLVED', 'CR_SPECIALIST', {
    requires: ['optionNeedsNoOrder'],
    signs: 'RECORDED',
  }),

  // Return visit: a dissatisfied client gets a changed option, or the case leaves the quick track
  row('followUp', VISITED, 'FOLLOWED_UP', 'CR_SPECIALIST', {
    requires: ['actorIsNotHandler'],
    signs: 'VERIFIED',
  }),
  row('followUp', VISITED, 'INVESTIGATING', 'CR_SPECIALIST', {
    requires: ['actorIsNotHandler', 'trackIsFormal'],
    signs: 'VERIFIED',
  }),
  row('followUp', VISITED, 'REGISTERED', 'CR_SPECIALIST', {
    requires: ['actorIsNotHandler', 'trackIsQuick'],
    signs: 'VERIFIED',
  }),
  row('close', ['FOLLOWED_UP'], 'CLOSED', 'CS_MANAGER', {
    requires: proven(CLOSING_PROOFS),
    signs: 'CLOSED',
  }),
  row('close', ['REFERRED'], 'CLOSED', 'GM_OFFICE', { requires: proven(REFERRAL_PROOFS), signs: 'CLOSED' }),
  row('reopen', ['CLOSED'], 'INVESTIGATING', 'GM_OFFICE', { signs: 'RECORDED' }),

  // Other ways to end
  row('withdraw', BEFORE_EXECUTION, 'WITHDRAWN', 'SERVICE_AGENT', { signs: 'RECORDED' }),
  row('refer', EARLY, 'REFERRED', 'GM_OFFICE', { signs: 'APPROVED' }),
  row('answerReferral', ['REFERRED'], 'SAME', 'GM_OFFICE', {
    requires: ['referralIsUnanswered'],
    signs: 'RECEIVED',
  }),
  row('decline', ['INVESTIGATING', 'PROPOSED'], 'DECLINED', 'CS_MANAGER', {
    requires: FINDINGS_OF_OTHERS,
    signs: 'APPROVED',
  }),
  row('dismiss', ['INVESTIGATING'], 'UNFOUNDED', 'CS_MANAGER', {
    requires: FINDINGS_OF_OTHERS,
    signs: 'APPROVED',
  }),
  row('merge', EARLY, 'MERGED', 'CR_SUPERVISOR', { signs: 'RECORDED' }),
]
