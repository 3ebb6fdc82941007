/** What every verb on a plan begins with: its client held, the plan locked, and the desk. */
import {
  budgetMinor,
  notEligible,
  planCourseFacts,
  text,
  type FactBag,
  type PlanForRules,
} from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { MaintenancePlan, PlanRevision } from './plan.entity.ts'

/** A plan with what rules ask of it. */
export interface KeptPlan {
  readonly plan: MaintenancePlan
  readonly client: Client | null
  readonly forRules: PlanForRules
  readonly facts: FactBag
}

/** Locks the plan; NOT_FOUND where the actor may not read it, refused where they saw another version of it. */
export const lockPlan = async (tx: Transaction, id: string, expectedVersion?: number): Promise<KeptPlan> => {
  const { clientId } = await tx.get(MaintenancePlan, id)
  const client = clientId === null ? null : await tx.hold(Client, clientId)
  const plan = await tx.lock(MaintenancePlan, id)
  const forRules = rulesOf(plan, client)
  const facts = planCourseFacts(forRules)
  tx.admit('plan:read', facts)
  // Nobody learns of a version who may not read the plan.
  if (expectedVersion !== undefined) await tx.lock(MaintenancePlan, id, expectedVersion)
  return { plan, client, forRules, facts }
}

export const rulesOf = (
  plan: MaintenancePlan,
  client: Pick<Client, 'keyAccountManagerId'> | null,
): PlanForRules => ({
  status: plan.status,
  projectId: plan.projectId,
  openRevisionId: plan.openRevisionId,
  approvedSummaryId: plan.approvedSummaryId,
  ownerId: plan.ownerId,
  draftedById: plan.draftedById,
  keyAccountManagerId: client?.keyAccountManagerId ?? null,
})

/** Nothing is planned any more for a client who was merged or erased. */
export const refuseGone = async (tx: Transaction, client: Client | null): Promise<void> => {
  if (client) await refuseMerged(tx, client)
}

const NOTHING_OPEN = notEligible(
  'revisionIsOpen',
  text('没有起草中或审批中的版次。', 'No revision of it is being written, reviewed or approved.'),
)

/** The revision that is on its way, locked. */
export const lockOpenRevision = async (tx: Transaction, plan: MaintenancePlan): Promise<PlanRevision> => {
  if (plan.openRevisionId === null) throw new Refused(NOTHING_OPEN)
  return tx.lock(PlanRevision, plan.openRevisionId)
}

/** What lists show of a plan, as its revision has it. */
export const headOf = ({ content, equipmentIds }: Pick<PlanRevision, 'content' | 'equipmentIds'>) => ({
  title: content.title,
  ownerId: content.ownerId,
  startsOn: content.startsOn,
  endsOn: content.endsOn,
  budgetMinor: budgetMinor(content),
  equipmentIds,
})

/** A draft that goes on from another revision: written by whoever wrote that. */
export const openDraft = (
  tx: Transaction,
  from: Pick<PlanRevision, 'id' | 'planId' | 'content' | 'equipmentIds' | 'writerIds' | 'writtenAt'>,
  { ordinal, changeReason, draftedById }: Pick<PlanRevision, 'ordinal' | 'changeReason' | 'draftedById'>,
): Promise<PlanRevision> =>
  tx.insert(PlanRevision, {
    planId: from.planId,
    status: 'DRAFT',
    ordinal,
    baseId: from.id,
    changeReason,
    content: from.content,
    equipmentIds: from.equipmentIds,
    draftedById,
    writerIds: from.writerIds,
    draftedAt: tx.now,
    writtenAt: from.writtenAt,
    preparedById: null,
    submittedAt: null,
    reviewsOwed: 0,
    reviewerId: null,
    approvedAt: null,
    endedAt: null,
    endReason: null,
    endedById: null,
    version: 1,
  })
