import { CONDITIONS, type ConditionName } from '../access/conditions.ts'
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import { ENDED_STATUSES, type Status } from './vocabulary.ts'

export const CLOSING_GAPS = [
  'CLIENT_WORD',
  'APPROVAL_SIGNATURE',
  'AGREEMENT',
  'OPEN_ORDERS',
  'CAUSE',
  'PREVENTION',
  'RETURN_VISIT',
  'REFERRAL_ANSWER',
  'PROMISES',
] as const
export type ClosingGap = (typeof CLOSING_GAPS)[number]

export interface ClosingProof {
  /** What is missing … */
  readonly gap: ClosingGap
  /** … while this does not hold. Its refusal is the gap's text. */
  readonly condition: ConditionName
}

/** Closing is proven, not declared: these are the proofs, and the `requires` of the verb `close`. */
export const CLOSING_PROOFS = [
  { gap: 'CLIENT_WORD', condition: 'clientHasSpoken' },
  { gap: 'APPROVAL_SIGNATURE', condition: 'approvalIsSigned' },
  { gap: 'AGREEMENT', condition: 'agreementIsSigned' },
  { gap: 'OPEN_ORDERS', condition: 'noOpenTasks' },
  { gap: 'CAUSE', condition: 'causeIsRecorded' },
  { gap: 'PREVENTION', condition: 'preventionIsRecorded' },
  { gap: 'RETURN_VISIT', condition: 'returnVisitIsProven' },
  { gap: 'PROMISES', condition: 'nothingIsPromised' },
] as const satisfies readonly ClosingProof[]

/** A referred case is not ours to remedy: it owes the third party's answer, and what else we promised the client. */
export const REFERRAL_PROOFS = [
  { gap: 'REFERRAL_ANSWER', condition: 'referralIsAnswered' },
  { gap: 'PROMISES', condition: 'nothingIsPromised' },
] as const satisfies readonly ClosingProof[]

export const closingProofs = (status: Status): readonly ClosingProof[] => {
  if ((ENDED_STATUSES as readonly Status[]).includes(status)) return []
  return status === 'REFERRED' ? REFERRAL_PROOFS : CLOSING_PROOFS
}

/** No proof asks who is looking: the list is the same for everybody. */
const NOBODY: Actor = {
  staffId: '',
  personId: '',
  organizationId: '',
  roles: [],
  departmentId: null,
  projectIds: [],
  buildingIds: [],
  approvalLimitMinor: 0,
  approvalLimitMinorByCause: {},
}

/** What is still missing before the case can be closed; empty for an ended one. */
export const closingGaps = (complaint: FactBag & { readonly status: Status }): readonly ClosingGap[] =>
  closingProofs(complaint.status)
    .filter(({ condition }) => !CONDITIONS[condition].holds(NOBODY, complaint))
    .map(({ gap }) => gap)
