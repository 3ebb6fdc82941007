/** How a revision is signed: prepared, reviewed and approved by different natural persons over one content. */
import {
  budgetMinor,
  planSteps,
  PLAN_SHAPE,
  reviewsOf,
  signedPlan,
  type PlanContent,
  type SigningKind,
} from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type Given,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import type { MaintenancePlan, PlanRevision } from './plan.entity.ts'

const VERBS = { PREPARED: 'plan:submit', REVIEWED: 'plan:review', APPROVED: 'plan:approve' } as const

const kindOf = ({ kind }: MaintenancePlan): SigningKind =>
  kind === 'FACILITY' ? 'FACILITY_PLAN' : 'MAINTENANCE_PLAN'

const subjectOf = (plan: MaintenancePlan, revision: PlanRevision): SigningSubject => ({
  kind: kindOf(plan),
  subjectType: 'PlanRevision',
  subjectId: revision.id,
  revision: revision.ordinal,
  content: signedPlan(plan, revision, budgetMinor(revision.content)),
  shape: PLAN_SHAPE,
})

/** How many reviews the signature policy asks for a plan of this budget. */
export const reviewsFor = async (
  tx: Transaction,
  plan: MaintenancePlan,
  content: PlanContent,
): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, plan.orgId)
  const matter = {
    kind: kindOf(plan),
    amountMinor: budgetMinor(content),
    grade: null,
    siteTier: null,
  } as const
  return reviewsOf(planSteps(policy, [matter]), 1)
}

/** Money is committed by it: the proof of its signatures goes by the budget. */
export const signPrepared = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revision: PlanRevision,
  given: Given,
): Promise<void> => {
  const sum = budgetMinor(revision.content)
  const part = { amountMinor: null, grade: null, siteTier: null, commitsMinor: sum }
  await beginSigning(tx, subjectOf(plan, revision), [part], { ...given, amountMinor: sum, verbs: VERBS })
}

export const signOpen = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revision: PlanRevision,
  given: Given,
): Promise<void> => {
  const subject = subjectOf(plan, revision)
  const amountMinor = budgetMinor(revision.content)
  await signNext(tx, (await roundOf(tx, subject))!, subject, { ...given, amountMinor })
}

/** Nobody is asked for a signature on it any more. */
export const endRound = async (
  tx: Transaction,
  plan: MaintenancePlan,
  revision: PlanRevision,
): Promise<void> => {
  const round = await roundOf(tx, subjectOf(plan, revision))
  if (round) await endSigning(tx, round)
}
