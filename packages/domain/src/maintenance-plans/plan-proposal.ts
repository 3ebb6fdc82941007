/** Proposals 方案建议: clients of a grade that has a template, who have no plan; made when a directory is published. */
import { z } from 'zod'
import type { FactBag } from '../access/facts.ts'
import { expectedVersion, id, localDay, words } from '../input.ts'
import type { PlanProposalAction, PlanProposalStatus } from './template-vocabulary.ts'

/** The row of the table `plan_proposal`. */
export interface PlanProposal {
  readonly id: string
  readonly clientId: string
  readonly cycleId: string
  readonly templateId: string
  readonly grade: string
  /** Of the client, when it was proposed. */
  readonly projectId: string | null
  readonly status: PlanProposalStatus
  readonly proposedAt: Date
  readonly planId: string | null
  /** Why it was dismissed. */
  readonly reason: string | null
  readonly settledAt: Date | null
  readonly settledById: string | null
  readonly version: number
}

const begun = { startsOn: localDay(), ownerId: id() }

export const PLAN_PROPOSAL_INPUTS = {
  take: z.object({ expectedVersion: expectedVersion(), ...begun }),
  takeAll: z.object({ templateId: id(), projectId: id(), ...begun }),
  dismiss: z.object({ expectedVersion: expectedVersion(), reason: words(500) }),
} as const satisfies Record<PlanProposalAction, z.ZodType>

export const planProposalFacts = (
  { status }: Pick<PlanProposal, 'status'>,
  client: { readonly keyAccountManagerId: string | null },
): FactBag & { readonly status: PlanProposalStatus } => ({
  status,
  keyAccountManagerId: client.keyAccountManagerId,
})
