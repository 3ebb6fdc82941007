import type { Actor } from '../access/actor.ts'
import { can } from '../access/authorize.ts'
import { CONDITIONS, type ConditionName } from '../access/conditions.ts'
import type { FactBag } from '../access/facts.ts'
import type { Role } from '../access/roles.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { COMPLAINT_TRANSITIONS } from './complaint-transitions.ts'
import type { ComplaintAction, Status } from './vocabulary.ts'

/** What moves a case on from where it stands; other verbs are possible, but no case waits for them. */
export interface NextStep {
  readonly action: ComplaintAction
  /** Not waited for where this holds. */
  readonly unless?: ConditionName
}

/** What a case in each status waits for, the most usual first: the work lists of people, and the first buttons of its page. */
export const NEXT_STEPS: Readonly<Record<Status, readonly NextStep[]>> = {
  REGISTERED: [{ action: 'resolve' }, { action: 'acknowledge', unless: 'trackIsQuick' }],
  ACKNOWLEDGED: [{ action: 'investigate' }],
  INVESTIGATING: [{ action: 'propose' }, { action: 'recordFindings', unless: 'findingsAreRecorded' }],
  PROPOSED: [{ action: 'review' }, { action: 'approve' }, { action: 'reject', unless: 'reviewIsOwed' }],
  APPROVED: [
    { action: 'signOralApproval' },
    { action: 'recordAgreement' },
    { action: 'offer' },
    { action: 'confirm' },
    { action: 'refuseOption' },
  ],
  CLIENT_CONFIRMED: [
    { action: 'signOralApproval' },
    { action: 'recordAgreement' },
    { action: 'resolve' },
    { action: 'dispatch', unless: 'optionNeedsNoOrder' },
  ],
  EXECUTING: [{ action: 'signOralApproval' }, { action: 'recordAgreement' }, { action: 'resolve' }],
  RESOLVED: [{ action: 'signOralApproval' }, { action: 'recordAgreement' }, { action: 'followUp' }],
  FOLLOWED_UP: [
    { action: 'signOralApproval' },
    { action: 'recordAgreement' },
    { action: 'close' },
    { action: 'followUp', unless: 'returnVisitIsProven' },
    { action: 'recordFindings', unless: 'causeIsRecorded' },
    { action: 'recordFindings', unless: 'preventionIsRecorded' },
  ],
  REFERRED: [{ action: 'answerReferral' }, { action: 'close' }],
  CLOSED: [],
  WITHDRAWN: [],
  UNFOUNDED: [],
  DECLINED: [],
  MERGED: [],
}

/** One row of the transition table that a case in `status` waits for. */
export interface AwaitedRow {
  readonly status: Status
  readonly row: Transition<Status, ComplaintAction>
  readonly unless: ConditionName | undefined
}

/** NEXT_STEPS joined with the transitions, for whoever must evaluate them (here, and in SQL). */
export const AWAITED_ROWS: readonly AwaitedRow[] = Object.entries(NEXT_STEPS).flatMap(([from, steps]) => {
  const status = from as Status
  return steps.flatMap(({ action, unless }) =>
    COMPLAINT_TRANSITIONS.filter((row) => row.action === action && row.from.includes(status)).map((row) => ({
      status,
      row,
      unless,
    })),
  )
})

/**
 * Whose turn a possible step is: the accountable role's and the assignee's. Who decides on a proposal follows from the
 * amount, not from the role, so it is the turn of everyone who may.
 */
export const isTurnOf = (
  row: AwaitedRow['row'],
  actor: { readonly roles: readonly Role[]; readonly isAssignee: boolean },
): boolean => actor.isAssignee || actor.roles.includes(row.accountable) || row.from.includes('PROPOSED')

/** Does the case wait for this actor? True when the next step is possible for them and it is their turn. */
export const awaits = (actor: Actor, complaint: FactBag & { readonly status: Status }): boolean =>
  AWAITED_ROWS.some(
    ({ status, row, unless }) =>
      status === complaint.status &&
      (unless === undefined || !CONDITIONS[unless].holds(actor, complaint)) &&
      row.requires.every((name) => CONDITIONS[name].holds(actor, complaint)) &&
      can(actor, row.permission, complaint) &&
      isTurnOf(row, { roles: actor.roles, isAssignee: complaint.assigneeId === actor.staffId }),
  )
