/** The summary of a plan 客户维护总结表: words of a person over frozen figures, signed by three before the plan is completed. */
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import { fail, ok, type Result } from '../errors.ts'
import { refusal, type Transition } from '../lifecycle/state-machine.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import type { PlanFigures } from './plan-evaluation.ts'
import type { PlanSummaryInput, PlanSummaryWords } from './plan-summary-inputs.ts'
import type { PlanSummaryAction, PlanSummaryStatus } from './summary-vocabulary.ts'

/** The row of the table `plan_summary`; one of each plan. */
export interface PlanSummary {
  readonly id: string
  readonly planId: string
  readonly status: PlanSummaryStatus
  /** Rises with each submission: what is signed is this one. */
  readonly revision: number
  readonly content: PlanSummaryWords
  /** Frozen when it was submitted; null of a draft. */
  readonly figures: PlanFigures | null
  readonly draftedById: string
  readonly draftedAt: Date
  /** Everybody who wrote at it: none of them reviews or approves it. */
  readonly writerIds: readonly string[]
  readonly preparedById: string | null
  readonly submittedAt: Date | null
  readonly reviewsOwed: number
  readonly reviewerId: string | null
  readonly approvedAt: Date | null
  /** Why it was returned last. */
  readonly reason: string | null
  readonly version: number
}

type Row = Transition<PlanSummaryStatus, PlanSummaryAction>
const row = (
  action: PlanSummaryAction,
  from: readonly PlanSummaryStatus[],
  to: PlanSummaryStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CR_SPECIALIST',
  ...rest,
  permission: `planSummary:${action}`,
})

export const PLAN_SUMMARY_TRANSITIONS: readonly Row[] = [
  row('draft', [], 'DRAFT'),
  row('change', ['DRAFT'], 'SAME'),
  row('submit', ['DRAFT'], 'IN_SIGNING', { signs: 'PREPARED' }),
  row('review', ['IN_SIGNING'], 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'REVIEWED',
    accountable: 'CR_SUPERVISOR',
  }),
  row('approve', ['IN_SIGNING'], 'APPROVED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotWriter', 'actorIsNotReviewer'],
    signs: 'APPROVED',
    accountable: 'CS_MANAGER',
  }),
  row('return', ['IN_SIGNING'], 'DRAFT', {
    requires: ['actorIsNotPreparer'],
    signs: 'REJECTED',
    accountable: 'CS_MANAGER',
  }),
]

/** As rules see it, with the facts of its plan. */
export const planSummaryFacts = (
  it: Pick<PlanSummary, 'status' | 'preparedById' | 'writerIds' | 'reviewsOwed' | 'reviewerId'>,
  ofPlan: FactBag,
): FactBag & { readonly status: PlanSummaryStatus } => ({
  ...ofPlan,
  status: it.status,
  preparedById: it.preparedById,
  writerIds: it.writerIds,
  reviewsOwed: it.reviewsOwed,
  reviewerId: it.reviewerId,
})

const rule = (fieldClass: 'internal' | 'personal', permission: Permission = 'planSummary:read') =>
  ({ class: fieldClass, permission }) satisfies FieldRule
const base = rule('internal')
const said = rule('personal')

export const PLAN_SUMMARY_FIELDS: Readonly<Record<keyof PlanSummary, FieldRule>> = {
  id: base,
  planId: base,
  status: base,
  revision: base,
  content: said,
  figures: said,
  draftedById: base,
  draftedAt: base,
  writerIds: base,
  preparedById: base,
  submittedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  approvedAt: base,
  reason: said,
  version: base,
}

export interface PlanSummaryChange {
  readonly patch: Partial<PlanSummary>
  readonly signs: Meaning | null
  readonly comment: string | null
}

/** What the submission needs beside the words. */
export interface Submission {
  readonly reviewsOwed: number
  readonly figures: PlanFigures
}

const CHANGES: {
  readonly [A in Exclude<PlanSummaryAction, 'draft'>]: (
    it: PlanSummary,
    input: PlanSummaryInput<A>,
    actor: Actor,
    now: Date,
    submission: Submission | null,
  ) => PlanSummaryChange
} = {
  change: ({ writerIds }, { content }, { staffId }) => ({
    patch: { content, writerIds: [...new Set([...writerIds, staffId])] },
    signs: null,
    comment: null,
  }),
  submit: ({ revision }, _, { staffId }, now, submission) => ({
    patch: {
      status: 'IN_SIGNING',
      revision: revision + 1,
      figures: submission?.figures ?? null,
      preparedById: staffId,
      submittedAt: now,
      reviewsOwed: submission?.reviewsOwed ?? 0,
      reviewerId: null,
      reason: null,
    },
    signs: 'PREPARED',
    comment: null,
  }),
  review: ({ reviewsOwed }, { note }, { staffId }) => ({
    patch: { reviewsOwed: reviewsOwed - 1, reviewerId: staffId },
    signs: 'REVIEWED',
    comment: note,
  }),
  approve: (_, { note }, __, now) => ({
    patch: { status: 'APPROVED', approvedAt: now },
    signs: 'APPROVED',
    comment: note,
  }),
  // Figures are measured anew when it is submitted again.
  return: (_, { reason }) => ({
    patch: {
      status: 'DRAFT',
      figures: null,
      preparedById: null,
      submittedAt: null,
      reviewsOwed: 0,
      reviewerId: null,
      reason,
    },
    signs: 'REJECTED',
    comment: reason,
  }),
}

/** What the verb makes of it, or why not. */
export const changePlanSummary = <A extends Exclude<PlanSummaryAction, 'draft'>>(
  action: A,
  it: PlanSummary,
  input: PlanSummaryInput<A>,
  actor: Actor,
  given: { readonly ofPlan: FactBag; readonly now: Date; readonly submission: Submission | null },
): Result<PlanSummaryChange> => {
  const refused = refusal(PLAN_SUMMARY_TRANSITIONS, action, actor, planSummaryFacts(it, given.ofPlan))
  if (refused) return fail(refused)
  return ok(CHANGES[action](it, input, actor, given.now, given.submission))
}

/** What everybody signs: every word, and every figure as it was when it was submitted. */
export const PLAN_SUMMARY_SHAPE: { readonly [key: string]: ContentShape } = {
  planSummary: {
    number: 'internal',
    revision: 'internal',
    from: 'internal',
    until: 'internal',
    beforeFrom: 'internal',
    clients: 'internal',
    machines: 'internal',
    tasksDue: 'internal',
    tasksDone: 'internal',
    tasksLate: 'internal',
    tasksCancelled: 'internal',
    feedbackCount: 'internal',
    budgetMinor: 'internal',
    spentMinor: 'internal',
    costPerTaskMinor: 'internal',
    outagesBefore: 'internal',
    outages: 'internal',
    machineCostBeforeMinor: 'internal',
    machineCostMinor: 'internal',
    worked: 'personal',
    wanting: 'personal',
    improvement: 'personal',
    recommendation: 'internal',
  },
  outcomes: [
    {
      key: 'internal',
      measure: 'internal',
      target: 'internal',
      before: 'internal',
      isBeforeStated: 'internal',
      now: 'internal',
      verdict: 'internal',
      reason: 'internal',
      gained: 'internal',
      costPerResultMinor: 'internal',
      comparableClients: 'internal',
      ownGain: 'internal',
      comparableGain: 'internal',
      gainBeyond: 'internal',
    },
  ],
  budgetOutcomes: [{ key: 'internal', title: 'personal', approvedMinor: 'internal', spentMinor: 'internal' }],
  lessons: [{ kind: 'internal', words: 'personal' }],
}

/** The content of a signature on a summary, as `PLAN_SUMMARY_SHAPE` reads it. */
export const signedPlanSummary = (
  number: string,
  { revision, content, figures }: Pick<PlanSummary, 'revision' | 'content' | 'figures'>,
): object => {
  const { lessons, ...said_ } = content
  const { objectives, budget, ...head } = figures!
  return {
    planSummary: { number, revision, ...head, ...said_ },
    outcomes: objectives,
    budgetOutcomes: budget,
    lessons,
  }
}
