/** What the domain says of a document, written in the transaction of whatever led to it. */
import {
  comeIntoForce,
  isDueOn,
  localDate,
  revisionContent,
  revisionShape,
  startOfDay,
  type DocumentAtHand,
  type LimitsContent,
  type PolicyContent,
} from '@steward/domain'
import { replaceLimits } from '../complaints/authority-limit.service.ts'
import { awaitClient } from '../complaints/agreements/agreement.service.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { setSignaturePolicy } from '../sign-off/signature-policy.service.ts'
import { roundOf } from '../sign-off/signing.service.ts'
import type { Decision } from '../sign-off/sign-off.service.ts'
import { tellDestroyed } from './destroyed-things.service.ts'
import { ControlledDocumentEntity, DocumentDue, DocumentRevisionEntity } from './document.entity.ts'

export interface LockedDocument extends DocumentAtHand {
  readonly document: ControlledDocumentEntity
  readonly revision: DocumentRevisionEntity
  readonly base: DocumentRevisionEntity | null
}

/** Locks a revision, its document first. */
export const lockDocument = async (tx: Transaction, revisionId: string): Promise<LockedDocument> => {
  const { documentId } = await tx.get(DocumentRevisionEntity, revisionId)
  const document = await tx.lock(ControlledDocumentEntity, documentId)
  const revision = await tx.lock(DocumentRevisionEntity, revisionId)
  const base = revision.baseId === null ? null : await tx.get(DocumentRevisionEntity, revision.baseId)
  return { document, revision, base }
}

export const patchRevision = (
  tx: Transaction,
  revision: DocumentRevisionEntity,
  patch: Partial<DocumentRevisionEntity>,
): Promise<DocumentRevisionEntity> => tx.patch(DocumentRevisionEntity, revision, patch)

/** A document changes with its revision, and not where nothing of it is different. */
export const patchDocument = async (
  tx: Transaction,
  document: ControlledDocumentEntity,
  patch: Partial<ControlledDocumentEntity>,
): Promise<ControlledDocumentEntity> =>
  Object.keys(patch).length === 0 ? document : tx.patch(ControlledDocumentEntity, document, patch)

/** What is signed of a revision, exactly as it stands. */
export const signedContent = (
  document: ControlledDocumentEntity,
  revision: DocumentRevisionEntity,
): Pick<Decision, 'subjectType' | 'subjectId' | 'revision' | 'content' | 'shape'> => ({
  subjectType: 'DocumentRevision',
  subjectId: revision.id,
  // From 1: revision A/0 is the first.
  revision: revision.ordinal + 1,
  content: revisionContent(document, revision),
  shape: revisionShape(document.kind),
})

/**
 * A revision whose signing is complete: in force now, or from the beginning of its day, for which the worker is told.
 * @param revision approved, and locked with its document
 */
export const bringIntoForce = async (
  tx: Transaction,
  { document, revision }: Pick<LockedDocument, 'document' | 'revision'>,
): Promise<DocumentRevisionEntity> => {
  const { orgId } = revision
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  if (!isDueOn(revision, localDate(tx.now, timeZone))) {
    await tx.manager.insert(DocumentDue, {
      orgId,
      id: revision.id,
      dueAt: startOfDay(revision.effectiveOn!, timeZone),
    })
    return revision
  }
  return putInForce(tx, { document, revision })
}

const tellCase = async (
  tx: Transaction,
  { kind, complaintId, optionId }: ControlledDocumentEntity,
  { id: revisionId }: DocumentRevisionEntity,
): Promise<void> => {
  const round = await roundOf(tx, { kind, subjectId: revisionId })
  if (complaintId === null || !round) return
  await awaitClient(tx, { complaintId, optionId }, { revisionId, hash: round.signing.contentHash })
}

/** From here on everybody goes by it; the one before is superseded in the same transaction, and so is what the system went by. */
export const putInForce = async (
  tx: Transaction,
  { document, revision }: Pick<LockedDocument, 'document' | 'revision'>,
): Promise<DocumentRevisionEntity> => {
  const force = comeIntoForce({ document, revision }, tx.now, tx.actorId)
  if (force.superseded !== null) {
    const before = await tx.lock(DocumentRevisionEntity, document.effectiveRevisionId!)
    await patchRevision(tx, before, force.superseded)
  }
  await patchDocument(tx, document, force.document)
  const effective = await patchRevision(tx, revision, force.revision)
  if (document.kind === 'AUTHORITY_LIMITS')
    await replaceLimits(tx, (revision.content as LimitsContent).limits)
  if (document.kind === 'DESTRUCTION_RECORD') await tellDestroyed(tx, effective)
  if (document.complaintId !== null) await tellCase(tx, document, revision)
  if (document.kind === 'SIGNATURE_POLICY')
    await setSignaturePolicy(tx, (revision.content as PolicyContent).rules, revision.preparedById!)
  return effective
}
