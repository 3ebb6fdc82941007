/** The verbs of a summary. Its plan is locked first, then the summary. */
import {
  can,
  changePlanSummary,
  notEligible,
  parseInput,
  PLAN_SUMMARY_INPUTS,
  PLAN_SUMMARY_SHAPE,
  planSteps,
  planSummaryFacts,
  reviewsOf,
  signedPlanSummary,
  text,
  type PlanSummaryAction,
  type PlanSummaryInput,
  type SigningKind,
  type Submission,
} from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { refuseWriters } from '../../sign-off/refuse-writers.service.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  roundOf,
  signNext,
  type Given,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import { lockPlan, refuseGone } from '../plans/kept-plan.service.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { figuresOfPlan } from './measure-plan.service.ts'
import { PlanSummary } from './plan-summary.entity.ts'

type Answer = Promise<PlanSummary | UserError>

const kindOf = ({ kind }: MaintenancePlan): SigningKind =>
  kind === 'FACILITY' ? 'FACILITY_SUMMARY' : 'PLAN_SUMMARY'

const subjectOf = (plan: MaintenancePlan, summary: PlanSummary): SigningSubject => ({
  kind: kindOf(plan),
  subjectType: 'PlanSummary',
  subjectId: summary.id,
  revision: Math.max(summary.revision, 1),
  content: summary.figures === null ? {} : signedPlanSummary(plan.number, summary),
  shape: PLAN_SUMMARY_SHAPE,
})

const NOT_EVALUATING = notEligible(
  'planIsEvaluated',
  text(
    '方案不在评估中，不能撰写或签核总结。',
    'The plan is not being evaluated: no summary of it is written or signed.',
  ),
)
const NOT_YOURS = notEligible(
  'permission',
  text('该操作不在您的职责范围内。', 'This is outside your responsibility.'),
)

/** The plan, locked, while it is evaluated. */
const evaluating = async (tx: Transaction, planId: string) => {
  const kept = await lockPlan(tx, planId)
  await refuseGone(tx, kept.client)
  if (kept.plan.status !== 'EVALUATING') throw new Refused(NOT_EVALUATING)
  return kept
}

/** A plan has one summary: DUPLICATE names it. */
export const draft = (context: VerbContext, input: object): Answer =>
  transaction(context, 'planSummary:draft', async (tx) => {
    const { planId, ...stated } = withUuids(input)
    const { content } = orRefuse(parseInput(PLAN_SUMMARY_INPUTS.draft, stated))
    const { facts } = await evaluating(tx, planId as string)
    const { organizationId: orgId, staffId } = tx.actor
    if (!can(tx.actor, 'planSummary:draft', facts)) throw new Refused(NOT_YOURS)
    const existing = await tx.manager.findOneBy(PlanSummary, { orgId, planId: planId as string })
    if (existing) throw new Refused({ code: 'DUPLICATE', existingId: existing.id })
    return tx.insert(PlanSummary, {
      planId: planId as string,
      status: 'DRAFT',
      revision: 0,
      content,
      figures: null,
      draftedById: staffId,
      draftedAt: tx.now,
      writerIds: [staffId],
      preparedById: null,
      submittedAt: null,
      reviewsOwed: 0,
      reviewerId: null,
      approvedAt: null,
      reason: null,
      version: 1,
    })
  })

/** The figures as they stand now, and how many reviews the signature policy asks for. */
const submission = async (tx: Transaction, plan: MaintenancePlan): Promise<Submission> => {
  const { content } = await tx.get(PlanRevision, plan.effectiveRevisionId!)
  const policy = await signaturePolicyInForce(tx.manager, plan.orgId)
  const matter = { kind: kindOf(plan), amountMinor: 0, grade: null, siteTier: null } as const
  return {
    reviewsOwed: reviewsOf(planSteps(policy, [matter]), 1),
    figures: await figuresOfPlan(tx.manager, plan, content.objectives, tx.now),
  }
}

const VERBS = {
  PREPARED: 'planSummary:submit',
  REVIEWED: 'planSummary:review',
  APPROVED: 'planSummary:approve',
} as const

const begin = async (tx: Transaction, subject: SigningSubject, given: Given): Promise<void> => {
  const part = { amountMinor: null, grade: null, siteTier: null }
  await beginSigning(tx, subject, [part], { ...given, verbs: VERBS })
}

const verb =
  <A extends Exclude<PlanSummaryAction, 'draft'>>(action: A) =>
  (context: VerbContext, input: object): Answer =>
    transaction(context, `planSummary:${action}`, async (tx) => {
      const { summaryId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(PLAN_SUMMARY_INPUTS[action], stated)) as PlanSummaryInput<A>
      const { planId } = await tx.get(PlanSummary, summaryId as string)
      const { plan, facts } = await evaluating(tx, planId)
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const summary = await tx.lock(PlanSummary, summaryId as string, expectedVersion)
      tx.admit('planSummary:read', planSummaryFacts(summary, facts))
      const given = {
        ofPlan: facts,
        now: tx.now,
        submission: action === 'submit' ? await submission(tx, plan) : null,
      }
      const { patch, signs, comment } = orRefuse(changePlanSummary(action, summary, parsed, tx.actor, given))
      if (action === 'review' || action === 'approve') await refuseWriters(tx, summary)
      const after = await tx.patch(PlanSummary, summary, patch as Partial<PlanSummary>)
      if (signs !== null) {
        const signed = {
          meaning: signs,
          verb: `planSummary:${action}`,
          facts: planSummaryFacts(summary, facts),
          comment,
        } as const
        // What was returned is signed as it was submitted.
        const subject = subjectOf(plan, action === 'submit' ? after : summary)
        if (action === 'submit') await begin(tx, subject, signed)
        else await signNext(tx, (await roundOf(tx, subject))!, subject, signed)
      }
      if (action === 'approve')
        await tx.patch(MaintenancePlan, plan, { approvedSummaryId: after.id, updatedAt: tx.now })
      return after
    })

export const change = verb('change')
export const submit = verb('submit')
export const review = verb('review')
export const approve = verb('approve')
export const returned = verb('return')
