/** What a case knows of its settlement agreement, which is a controlled document of its own. */
import { localDate, needsAgreement, NO_AGREEMENT, type AgreementContext } from '@steward/domain'
import type { Transaction } from '../../database/transaction.ts'
import { DocumentRevisionEntity } from '../../documents/document.entity.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { agreementPolicyInForce } from './agreement-policy.service.ts'
import { ComplaintEntity } from '../complaint.entity.ts'

/** Today, and the day on which the agreement of the case came into force. */
export const agreementContext = async (
  tx: Transaction,
  { orgId, agreementRevisionId }: ComplaintEntity,
): Promise<AgreementContext> => {
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const today = localDate(tx.now, timeZone)
  const revision =
    agreementRevisionId === null
      ? null
      : await tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id: agreementRevisionId })
  return { today, agreementSince: revision?.effectiveAt ? localDate(revision.effectiveAt, timeZone) : today }
}

/** Which agreement, about which remedy of which case. */
interface Agreement {
  readonly complaintId: string
  readonly optionId: string | null
}

const openCase = async (tx: Transaction, { complaintId, optionId }: Agreement) => {
  const complaint = await tx.lock(ComplaintEntity, complaintId)
  const concerns = optionId !== null && complaint.currentOptionId === optionId && complaint.closedAt === null
  return concerns ? complaint : undefined
}

/** An agreement is in force: from here on the case owes the client's signature under exactly this content. */
export const awaitClient = async (
  tx: Transaction,
  agreement: Agreement,
  { revisionId, hash }: { readonly revisionId: string; readonly hash: string },
): Promise<void> => {
  const complaint = await openCase(tx, agreement)
  if (!complaint) return
  await tx.patch(ComplaintEntity, complaint, {
    ...NO_AGREEMENT,
    agreementOwed: true,
    agreementRevisionId: revisionId,
    agreementHash: hash,
    updatedAt: tx.now,
    updatedById: tx.actorId,
  })
}

/** It is no longer in force: another one is owed, where the remedy needs one. */
export const loseAgreement = async (
  tx: Transaction,
  agreement: Agreement,
  revisionId: string,
): Promise<void> => {
  const complaint = await openCase(tx, agreement)
  if (complaint?.agreementRevisionId !== revisionId) return
  await tx.patch(ComplaintEntity, complaint, {
    ...NO_AGREEMENT,
    agreementOwed: needsAgreement(
      await agreementPolicyInForce(tx),
      complaint.currentOptionKind,
      complaint.amountMinor,
    ),
    updatedAt: tx.now,
    updatedById: tx.actorId,
  })
}
