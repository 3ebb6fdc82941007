import {
  CASE_DOCUMENT_KINDS,
  COMPANY_DOCUMENT_KINDS,
  CONFIGURATION_SUBJECTS,
  ENDING_DOCUMENT_KINDS,
  RECORD_DOCUMENT_KINDS,
  SALES_DOCUMENT_KINDS,
  OPTION_KINDS_WITHOUT_ORDER,
  type ConditionName,
  type FactName,
} from '@steward/domain'
import type { ActorSql } from '../reads/projection.ts'

/** A condition over the SQL of its facts; unknown counts as false. It names facts only: where they lie is the projection's. */
export type ConditionSql = (fact: (name: FactName) => string, actor: ActorSql) => string

const is =
  (name: FactName, value: string): ConditionSql =>
  (fact) =>
    `${fact(name)} = '${value}'`

const isIn =
  (name: FactName, values: readonly string[]): ConditionSql =>
  (fact) =>
    `${fact(name)} in (${values.map((value) => `'${value}'`).join(', ')})`

const isNull =
  (name: FactName): ConditionSql =>
  (fact) =>
    `${fact(name)} is null`

const isKnown =
  (name: FactName): ConditionSql =>
  (fact) =>
    `${fact(name)} is not null`

/**
 * The SQL twin of every condition of the domain: the same words, told to the database, so that scopes, masks and available
 * actions are computed inside the one statement. A property test holds each equal to `holds()`.
 */
export const CONDITION_SQL: Readonly<Record<ConditionName, ConditionSql>> = {
  any: () => 'true',
  own: (fact, actor) => `${fact('registeredById')} = ${actor.staffId}`,
  assigned: (fact, actor) =>
    `(${fact('assigneeId')} = ${actor.staffId} or ${actor.staffId} = any(${fact('taskAssigneeIds')}::uuid[]))`,
  department: (fact, actor) =>
    `(${fact('handlingDepartmentId')} = ${actor.departmentId}
      or ${actor.departmentId} = any(${fact('dispatchedDepartmentIds')}::uuid[]))`,
  ordered: (fact, actor) => `${fact('dispatchingDepartmentId')} = ${actor.departmentId}`,
  territory: (fact, actor) =>
    `(${fact('projectId')} = any(${actor.projectIds}) or ${fact('buildingId')} = any(${actor.buildingIds}))`,
  accounts: (fact, actor) => `${fact('keyAccountManagerId')} = ${actor.staffId}`,
  mine: (fact, actor) => `${fact('recipientId')} = ${actor.staffId}`,
  aboutAnother: (fact, actor) => `${fact('recipientId')} <> ${actor.staffId}`,
  sharedWithAll: is('sharing', 'ORGANIZATION'),
  sharedWithRole: (fact, actor) => `${fact('sharedRole')} = any(${actor.roles})`,
  isApproved: isKnown('approvedAt'),
  inPool: isKnown('pooledAt'),
  configuration: isIn('subjectType', CONFIGURATION_SUBJECTS),
  companyDocument: isIn('documentKind', COMPANY_DOCUMENT_KINDS),
  insideUse: is('exportUse', 'INSIDE'),
  salesDocument: isIn('documentKind', SALES_DOCUMENT_KINDS),
  recordDocument: isIn('documentKind', RECORD_DOCUMENT_KINDS),
  caseDocument: isIn('documentKind', CASE_DOCUMENT_KINDS),

  actorIsResponsible: (fact, actor) =>
    `coalesce(${fact('assigneeId')}, ${fact('registeredById')}) = ${actor.staffId}`,
  isNotHandedOver: isNull('handoverId'),
  actorIsNotGiver: (fact, actor) => `${fact('registeredById')} <> ${actor.staffId}`,
  trackIsQuick: is('track', 'QUICK'),
  trackIsFormal: is('track', 'FORMAL'),
  findingsAreRecorded: isKnown('findings'),
  actorIsNotInvestigator: (fact, actor) => `${fact('investigatedById')} <> ${actor.staffId}`,
  actorIsNotProposer: (fact, actor) => `${fact('proposerId')} <> ${actor.staffId}`,
  reviewIsOwed: (fact) => `${fact('reviewsOwed')} > 0`,
  reviewsAreDone: (fact) => `${fact('reviewsOwed')} = 0`,
  actorIsNotReviewer: (fact, actor) => `${fact('reviewerId')} is distinct from ${actor.staffId}`,
  approvalIsOwed: isKnown('approvalOwedUntil'),
  approvalIsSigned: isNull('approvalOwedUntil'),
  agreementIsSigned: (fact) => `${fact('agreementOwed')} is not true`,
  agreementAwaitsClient: (fact) =>
    `(${fact('agreementOwed')} is true and ${fact('agreementRevisionId')} is not null)`,
  actorIsApprover: (fact, actor) => `${fact('approverId')} = ${actor.staffId}`,
  amountWithinAuthority: (fact, actor) =>
    `${fact('authorityAmountMinor')} <=
      coalesce((${actor.approvalLimitMinorByCause} ->> ${fact('cause')})::bigint, ${actor.approvalLimitMinor})`,
  optionIsNotOffered: isNull('offeredAt'),
  optionIsOffered: isKnown('offeredAt'),
  optionNeedsNoOrder: isIn('currentOptionKind', OPTION_KINDS_WITHOUT_ORDER),
  noOpenTasks: (fact) => `${fact('openTaskCount')} = 0`,
  actorIsNotHandler: (fact, actor) =>
    `(${fact('handlerId')} <> ${actor.staffId}
      and (${actor.staffId} = any(${fact('taskAssigneeIds')}::uuid[])) is not true)`,
  referralIsUnanswered: isNull('referralAnsweredAt'),
  referralIsAnswered: isKnown('referralAnsweredAt'),
  clientHasSpoken: (fact) => `(${fact('track')} = 'QUICK' or ${fact('confirmationMode')} is not null)`,
  causeIsRecorded: (fact) =>
    `(${fact('cause')} is not null or ${fact('kind')} not in ('COMPLAINT', 'ANOMALY'))`,
  preventionIsRecorded: (fact) =>
    `(${fact('preventionNote')} is not null or ${fact('track')} = 'QUICK'
      or ${fact('kind')} not in ('COMPLAINT', 'ANOMALY'))`,
  nothingIsPromised: isNull('nextDueAt'),
  promiseIsOwed: isNull('settledAt'),
  clockIsRunning: isNull('pausedAt'),
  clockIsPaused: isKnown('pausedAt'),
  noRevisionIsOpen: isNull('openRevisionId'),
  summaryIsApproved: (fact) => `${fact('approvedSummaryId')} is not null`,
  kindMayEnd: isIn('documentKind', ENDING_DOCUMENT_KINDS),
  asksForCopy: (fact) => `coalesce(${fact('subjectRequestKind')} in ('COPY', 'TRANSFER'), false)`,
  asksForErasure: (fact) => `${fact('subjectRequestKind')} is not distinct from 'ERASURE'`,
  noErasureIsSigned: (fact) => `${fact('erasureSigned')} is distinct from true`,
  asksForNoErasure: (fact) => `${fact('subjectRequestKind')} is distinct from 'ERASURE'`,
  actorIsNotIdentifier: (fact, actor) => `${fact('identifiedById')} is distinct from ${actor.staffId}`,
  actorIsNotPreparer: (fact, actor) => `${fact('preparedById')} is distinct from ${actor.staffId}`,
  actorIsNotWriter: (fact, actor) => `(${actor.staffId} = any(${fact('writerIds')}::uuid[])) is not true`,
  importAwaitsApplying: (fact) => `${fact('importAwaits')} is true`,
  importStands: (fact) => `${fact('importStands')} is true`,
  deadlineIsOurs: (fact) => `${fact('dueBasis')} <> 'OUTSIDE_DEADLINE'`,
  returnVisitIsProven: (fact) =>
    `(${fact('followedUpById')} <> ${fact('handlerId')} and ${fact('followUpSatisfied')} is distinct from false)`,
}
