import type { FactBag } from '../access/facts.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { PlanContent } from './plan-content.ts'
import type { PlanAction, PlanKind, PlanRevisionStatus, PlanStatus } from './vocabulary.ts'

/** The row of the table `maintenance_plan`. Whom it is for never changes; for which machines, and what is done, its revisions say. */
export interface MaintenancePlan {
  readonly id: string
  /** `MP-2611-001`, of a facility plan `FP-2611-001`. */
  readonly number: string
  readonly kind: PlanKind
  readonly status: PlanStatus
  /** As the revision in force has it, before that the newest: so that lists need no content. */
  readonly title: string
  readonly ownerId: string
  readonly startsOn: string
  readonly endsOn: string
  /** Sum of the budget, minor units. */
  readonly budgetMinor: number
  /** RELATIONSHIP for one client … */
  readonly clientId: string | null
  /** … or for a segment: clients of these grades (empty: all) in these projects (empty: all). */
  readonly segmentGrades: readonly string[]
  readonly segmentProjectIds: readonly string[]
  /** FACILITY: where, and for which machines of the register (as its title), none: the place as a whole. */
  readonly projectId: string | null
  readonly equipmentIds: readonly string[]
  readonly effectiveRevisionId: string | null
  /** Of its evaluation; null until it is approved. */
  readonly approvedSummaryId: string | null
  /** The one that is on its way; null while nobody writes. */
  readonly openRevisionId: string | null
  /** The plan that this one renews. It has to be evaluated before this may be submitted. */
  readonly renewsId: string | null
  readonly draftedById: string
  readonly draftedAt: Date
  /** When a verb last changed it or a revision of it. */
  readonly updatedAt: Date
  readonly endedAt: Date | null
  /** Why it was cancelled. */
  readonly reason: string | null
  readonly version: number
}

/** The row of the table `plan_revision`. Its content never changes again once it was submitted. */
export interface PlanRevision {
  readonly id: string
  readonly planId: string
  readonly status: PlanRevisionStatus
  /** From 1. */
  readonly ordinal: number
  /** The revision that it was written from. */
  readonly baseId: string | null
  /** What for; null of a first revision. */
  readonly changeReason: string | null
  readonly content: PlanContent
  /** FACILITY: the machines that it is for; none: the place as a whole. */
  readonly equipmentIds: readonly string[]
  readonly draftedById: string
  /** Everybody who wrote at it: none of them reviews or approves it. */
  readonly writerIds: readonly string[]
  readonly draftedAt: Date
  /** When its content was last stated: overruns approved later are not in it, and go on beside it. */
  readonly writtenAt: Date
  readonly preparedById: string | null
  readonly submittedAt: Date | null
  readonly reviewsOwed: number
  readonly reviewerId: string | null
  readonly approvedAt: Date | null
  readonly endedAt: Date | null
  /** Why it was returned or withdrawn … */
  readonly endReason: string | null
  /** … and by whom. */
  readonly endedById: string | null
  readonly version: number
}

/** The row of the table `plan_comment` 批注: said of a field of a revision, or of all of it. It stays until somebody has resolved it. */
export interface PlanComment {
  readonly id: string
  readonly planId: string
  readonly revisionId: string
  /** The comment that it answers; null of the first of a thread. */
  readonly answersId: string | null
  /** By keys, e.g. `measures.k1.recurrence`; null: the plan as a whole. */
  readonly anchor: string | null
  readonly words: string
  readonly byId: string
  readonly at: Date
  readonly resolvedAt: Date | null
  readonly resolvedById: string | null
  readonly version: number
}

type Row = Transition<PlanRevisionStatus, PlanAction>
const row = (
  action: PlanAction,
  from: readonly PlanRevisionStatus[],
  to: PlanRevisionStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CR_SUPERVISOR',
  ...rest,
  permission: `plan:${action}`,
})

/** The life of a revision. Where the signature policy asks for no review, `submit` leads to PENDING_APPROVAL at once. */
export const PLAN_REVISION_TRANSITIONS: readonly Row[] = [
  row('draft', [], 'DRAFT'),
  row('change', ['DRAFT'], 'SAME'),
  row('submit', ['DRAFT'], 'IN_REVIEW', { signs: 'PREPARED' }),
  row('review', ['IN_REVIEW'], 'PENDING_APPROVAL', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    accountable: 'CS_MANAGER',
    signs: 'REVIEWED',
  }),
  row('approve', ['PENDING_APPROVAL'], 'IN_FORCE', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    accountable: 'CS_DIRECTOR',
    signs: 'APPROVED',
  }),
  row('return', ['IN_REVIEW', 'PENDING_APPROVAL'], 'RETURNED', {
    requires: ['actorIsNotPreparer'],
    accountable: 'CS_MANAGER',
    signs: 'REJECTED',
  }),
  // What was submitted goes on as a new draft; a draft of an amendment is given up, one that nothing came before ends its plan.
  row('withdraw', ['DRAFT', 'IN_REVIEW', 'PENDING_APPROVAL'], 'WITHDRAWN'),
]

type CourseRow = Transition<PlanStatus, PlanAction>
const course = (
  action: PlanAction,
  from: readonly PlanStatus[],
  to: PlanStatus | 'SAME',
  rest: Partial<Pick<CourseRow, 'requires' | 'accountable'>> = {},
): CourseRow => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CR_SUPERVISOR',
  ...rest,
  permission: `plan:${action}`,
})

/** The life of a plan once a revision of it is, or was, in force. */
export const PLAN_TRANSITIONS: readonly CourseRow[] = [
  // Its revision stays in force until the new one is approved.
  course('amend', ['ACTIVE'], 'SAME', { requires: ['noRevisionIsOpen'] }),
  course('evaluate', ['ACTIVE'], 'EVALUATING', { requires: ['noRevisionIsOpen'] }),
  course('complete', ['EVALUATING'], 'COMPLETED', {
    requires: ['summaryIsApproved'],
    accountable: 'CS_MANAGER',
  }),
  course('cancel', ['DRAFT', 'ACTIVE', 'EVALUATING'], 'CANCELLED'),
]

/** What rules ask of a plan, with whoever answers for its client. */
export type PlanForRules = Pick<
  MaintenancePlan,
  'status' | 'projectId' | 'openRevisionId' | 'approvedSummaryId' | 'ownerId' | 'draftedById'
> & { readonly keyAccountManagerId: string | null }

/** A plan as rules see it. */
export const planCourseFacts = (plan: PlanForRules): FactBag & { readonly status: PlanStatus } => ({
  status: plan.status,
  registeredById: plan.draftedById,
  assigneeId: plan.ownerId,
  projectId: plan.projectId,
  keyAccountManagerId: plan.keyAccountManagerId,
  openRevisionId: plan.openRevisionId,
  approvedSummaryId: plan.approvedSummaryId,
})

/** A revision as rules see it, with its plan. */
export const planFacts = (
  plan: PlanForRules,
  revision: Pick<PlanRevision, 'status' | 'preparedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: PlanRevisionStatus } => ({
  ...planCourseFacts(plan),
  status: revision.status,
  preparedById: revision.preparedById,
  reviewsOwed: revision.reviewsOwed,
  reviewerId: revision.reviewerId,
})

/** `MP-2611-001` or `FP-2611-001`; `month` as `numberPeriod()` writes it. */
export const planNumber = (kind: PlanKind, month: string, serial: number): string =>
  `${kind === 'FACILITY' ? 'FP' : 'MP'}-${month}-${String(serial).padStart(3, '0')}`
