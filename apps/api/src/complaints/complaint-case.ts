/** What the rules know of a case besides its row: options, orders, and what its client was promised already. */
import {
  COMMITTED_OPTION_STATUSES,
  DEFAULT_AUTHORITY_WINDOW_DAYS,
  openStep,
  planSteps,
  reviewsOf,
  type OralApprovalContext,
  type RemedyContext,
} from '@steward/domain'
import { gradeOfClient } from '../grading/directory/current-grade.service.ts'
import { siteTierOf } from '../organization/site-tier.service.ts'
import { agreementPolicyInForce } from './agreements/agreement-policy.service.ts'
import { readActor } from '../access/session.ts'
import { Client } from '../clients/client.entity.ts'
import type { Transaction } from '../database/transaction.ts'
import { dueAt, signaturePolicyInForce } from '../sign-off/signature-policy.service.ts'
import { roundOf } from '../sign-off/signing.service.ts'
import { ComplaintOptionEntity, ComplaintTaskEntity } from './complaint-parts.entity.ts'
import type { ComplaintEntity } from './complaint.entity.ts'

/** The options of the present proposal, in the order in which they are offered. */
export const optionsOf = (tx: Transaction, complaint: ComplaintEntity): Promise<ComplaintOptionEntity[]> =>
  tx.manager.find(ComplaintOptionEntity, {
    where: { orgId: complaint.orgId, complaintId: complaint.id, revision: complaint.proposalRevision },
    order: { rank: 'ASC' },
  })

/** All orders of a case, also cancelled ones. */
export const tasksOf = (tx: Transaction, complaint: ComplaintEntity): Promise<ComplaintTaskEntity[]> =>
  tx.manager.find(ComplaintTaskEntity, {
    where: { orgId: complaint.orgId, complaintId: complaint.id },
    order: { dispatchedAt: 'ASC', id: 'ASC' },
  })

/**
 * Options and the sum that limits of authority are measured against. The client's row is locked first: it owns the limit, so
 * that two approvals for one client cannot both pass under it (decision 15).
 */
export const remedyContext = async (tx: Transaction, complaint: ComplaintEntity): Promise<RemedyContext> => {
  if (complaint.clientId !== null) await tx.lock(Client, complaint.clientId)
  const [sum] = await tx.manager.query<{ minor: number }[]>(APPROVED_SQL, [
    complaint.orgId,
    complaint.clientId,
    complaint.id,
    [...COMMITTED_OPTION_STATUSES],
    new Date(tx.now.getTime() - DEFAULT_AUTHORITY_WINDOW_DAYS * 86_400_000),
  ])
  return {
    options: await optionsOf(tx, complaint),
    approvedForClientMinor: sum?.minor ?? 0,
    reviewsFor: await reviewsFor(tx, complaint),
    agreements: await agreementPolicyInForce(tx),
  }
}

/** What is known of an approval by word: who gave it, and when their signature is due by the policy of its step. */
export const oralContext = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  approverId: string,
): Promise<OralApprovalContext> => {
  const round = await roundOf(tx, { kind: 'COMPLAINT_PROPOSAL', subjectId: complaint.id })
  const minutes = (round && openStep(round.steps)?.dueMinutes) ?? ORAL_SIGNATURE_MINUTES
  return {
    ...(await remedyContext(tx, complaint)),
    approver: await readActor(tx.manager, complaint.orgId, approverId),
    signBy: (await dueAt(tx, minutes))!,
  }
}

/** Where the policy sets no time: one working day. */
const ORAL_SIGNATURE_MINUTES = 480

/** As the round over the present proposal has frozen it; before there is one, by the policy in force. */
const reviewsFor = async (
  tx: Transaction,
  { orgId, id, status, projectId, clientId }: ComplaintEntity,
): Promise<RemedyContext['reviewsFor']> => {
  const round =
    status === 'INVESTIGATING' ? undefined : await roundOf(tx, { kind: 'COMPLAINT_PROPOSAL', subjectId: id })
  if (round) return (rank) => reviewsOf(round.steps, rank)
  const policy = await signaturePolicyInForce(tx.manager, orgId)
  const siteTier = await siteTierOf(tx, projectId)
  const grade = await gradeOfClient(tx.manager, orgId, clientId)
  return (_, amountMinor) => {
    const matter = { kind: 'COMPLAINT_PROPOSAL', amountMinor, grade, siteTier } as const
    return reviewsOf(planSteps(policy, [matter]), 1)
  }
}

const APPROVED_SQL = `
select coalesce(sum(o.amount_minor), 0)::bigint as minor
  from complaint_option o
  join complaint c on c.org_id = o.org_id and c.id = o.complaint_id
 where o.org_id = $1 and (c.client_id = $2 or c.id = $3) and o.status = any($4) and o.approved_at >= $5`
