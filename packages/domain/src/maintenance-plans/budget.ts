/** The budget of a plan 方案预算: a guard that is never passed, and how it is raised. All amounts in minor units. */
import { z } from 'zod'
import { expectedVersion } from '../input.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import type { FactBag } from '../access/facts.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import { text, type Text } from '../text.ts'
import type { PlanCostKind } from './vocabulary.ts'

/** A rule of the organization on its plans, in a row of its own once somebody has set it. */
export interface PlanPolicy {
  /** So much more than approved may be spent without asking anybody, in basis points. */
  readonly allowedOverrunBasisPoints: number
}

/** While an organization has not set its own. */
export const DEFAULT_PLAN_POLICY: PlanPolicy = { allowedOverrunBasisPoints: 1_000 }

export const PLAN_POLICY_INPUT = z.object({
  allowedOverrunBasisPoints: z.int().min(0).max(5_000),
  expectedVersion: expectedVersion().or(z.literal(0)),
})

/** The row of the table `plan_budget_line`: the one owner row of its limit (decision 15). */
export interface PlanBudgetRow {
  readonly id: string
  readonly planId: string
  /** As the content of the plan names it. */
  readonly key: string
  readonly kind: PlanCostKind
  readonly title: string
  readonly approvedMinor: number
  /** Approved beyond that, by overruns since the revision in force. */
  readonly raisedMinor: number
  /** Held for tasks that are not done. */
  readonly committedMinor: number
  readonly spentMinor: number
  /** As the policy said when the budget came into force. */
  readonly allowedBasisPoints: number
  readonly version: number
}

/** The most that may be committed and spent together. */
export const budgetLimit = ({
  approvedMinor,
  raisedMinor,
  allowedBasisPoints,
}: Pick<PlanBudgetRow, 'approvedMinor' | 'raisedMinor' | 'allowedBasisPoints'>): number => {
  const base = approvedMinor + raisedMinor
  // In two steps: the product of a large sum and the share is no safe integer.
  return (
    base +
    Math.floor(base / 10_000) * allowedBasisPoints +
    Math.floor(((base % 10_000) * allowedBasisPoints) / 10_000)
  )
}

/** What is still free on a line; below 0 where an amendment took away what was spent already. */
export const budgetLeft = (
  line: Omit<PlanBudgetRow, 'id' | 'planId' | 'key' | 'kind' | 'title' | 'version'>,
): number => budgetLimit(line) - line.committedMinor - line.spentMinor

/** The row of the table `plan_spend` 支出; append-only. */
export interface PlanSpend {
  readonly id: string
  readonly planId: string
  readonly lineId: string
  /** Null: of no single task. */
  readonly taskId: string | null
  /** Below 0 where a task that was done again had cost less than was booked for it. */
  readonly amountMinor: number
  readonly spentOn: string
  readonly purpose: string
  readonly byId: string
  readonly at: Date
}

export const PLAN_OVERRUN_STATUSES = ['ASKED', 'APPROVED', 'REJECTED'] as const
export type PlanOverrunStatus = (typeof PLAN_OVERRUN_STATUSES)[number]

export const PLAN_OVERRUN_STATUS_LABELS: Readonly<Record<PlanOverrunStatus, Text>> = {
  ASKED: text('待审批', 'Awaiting a decision'),
  APPROVED: text('已批准', 'Approved'),
  REJECTED: text('已驳回', 'Rejected'),
}

/** The row of the table `plan_overrun` 超支申请. */
export interface PlanOverrun {
  readonly id: string
  readonly planId: string
  readonly lineId: string
  readonly amountMinor: number
  readonly reason: string
  readonly status: PlanOverrunStatus
  readonly askedById: string
  readonly askedAt: Date
  readonly decidedById: string | null
  readonly decidedAt: Date | null
  readonly note: string | null
  readonly version: number
}

type Row = Transition<PlanOverrunStatus, 'approveOverrun'>
const decides = (to: 'APPROVED' | 'REJECTED', signs: 'CONFIRMED' | 'REJECTED'): Row => ({
  action: 'approveOverrun',
  from: ['ASKED'],
  to,
  requires: ['actorIsNotPreparer'],
  permission: 'plan:approveOverrun',
  accountable: 'CS_DIRECTOR',
  signs,
})

/** Whoever asks does not decide. */
export const PLAN_OVERRUN_TRANSITIONS: readonly Row[] = [
  // No step of a round, which alone is signed APPROVED: one person stands for it, with full proof.
  decides('APPROVED', 'CONFIRMED'),
  decides('REJECTED', 'REJECTED'),
]

export const planOverrunFacts = (
  overrun: Pick<PlanOverrun, 'status' | 'askedById'>,
  plan: { readonly projectId: string | null; readonly keyAccountManagerId: string | null },
): FactBag & { readonly status: PlanOverrunStatus } => ({
  status: overrun.status,
  preparedById: overrun.askedById,
  projectId: plan.projectId,
  keyAccountManagerId: plan.keyAccountManagerId,
})

/** What whoever decides on an overrun signs. */
export const PLAN_OVERRUN_SHAPE = {
  overrun: {
    planNumber: 'internal',
    lineTitle: 'personal',
    amountMinor: 'internal',
    reason: 'personal',
    status: 'internal',
  },
} as const satisfies Readonly<Record<string, ContentShape>>
