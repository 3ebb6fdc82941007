/** The signing of a revision: prepared, reviewed, approved by different persons over one content. */
import {
  documentFacts,
  planSteps,
  reviewsOf,
  type DocumentChange,
  type Meaning,
  type SiteTier,
} from '@steward/domain'
import { loseAgreement } from '../complaints/agreements/agreement.service.ts'
import { siteTierOf } from '../organization/site-tier.service.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import { ComplaintOptionEntity } from '../complaints/complaint-parts.entity.ts'
import type { Transaction } from '../database/transaction.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import { signaturePolicyInForce } from '../sign-off/signature-policy.service.ts'
import { beginSigning, endSigning, roundOf, signNext } from '../sign-off/signing.service.ts'
import {
  bringIntoForce,
  patchDocument,
  patchRevision,
  signedContent,
  type LockedDocument,
} from './document-writing.service.ts'
import type { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'

/**
 * What a document commits, in minor units: an agreement the sum of its remedy, which was approved under the limits of authority before. No
 * other document concerns a sum of its own, whatever limits it lays down: null.
 */
export const amountOf = async (
  tx: Transaction,
  { orgId, optionId }: Pick<ControlledDocumentEntity, 'orgId' | 'optionId'>,
): Promise<number | null> => {
  if (optionId === null) return null
  const { amountMinor } = await tx.manager.findOneByOrFail(ComplaintOptionEntity, { orgId, id: optionId })
  return amountMinor
}

/** Of the site whose case it is written about; null of what is the whole company's. */
const siteTierOfDocument = async (
  tx: Transaction,
  { orgId, complaintId }: Pick<ControlledDocumentEntity, 'orgId' | 'complaintId'>,
): Promise<SiteTier | null> => {
  if (complaintId === null) return null
  const { projectId } = await tx.manager.findOneByOrFail(ComplaintEntity, { orgId, id: complaintId })
  return siteTierOf(tx, projectId)
}

/** How many reviews the signature policy in force asks for. */
export const reviewsFor = async (tx: Transaction, document: ControlledDocumentEntity): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, document.orgId)
  const amountMinor = (await amountOf(tx, document)) ?? 0
  const siteTier = await siteTierOfDocument(tx, document)
  return reviewsOf(planSteps(policy, [{ kind: document.kind, amountMinor, grade: null, siteTier }]), 1)
}

const VERBS = {
  PREPARED: 'document:submit',
  REVIEWED: 'document:review',
  APPROVED: 'document:approve',
} as const

/** Writes what a signed verb does and signs it; the last signature brings the revision into force, or lets it wait for its day. */
export const writeSigned = async (
  tx: Transaction,
  at: LockedDocument,
  action: 'submit' | 'review' | 'approve' | 'reject' | 'retire',
  change: DocumentChange & { readonly signs: Meaning | null },
): Promise<DocumentRevisionEntity> => {
  const document = await patchDocument(tx, at.document, change.document)
  const revision = await patchRevision(tx, at.revision, change.revision)
  const { signs, comment } = change
  const commitsMinor = await amountOf(tx, document)
  const given = {
    meaning: signs!,
    verb: `document:${action}`,
    facts: documentFacts(at.document, at.revision),
    comment,
    amountMinor: action === 'reject' ? null : commitsMinor,
  } as const
  const subject = { ...signedContent(document, revision), kind: document.kind }
  if (action === 'retire') {
    signOff(tx, { ...subject, ...given })
    const { complaintId, optionId } = document
    if (complaintId !== null) await loseAgreement(tx, { complaintId, optionId }, revision.id)
  } else if (action === 'submit') {
    const siteTier = await siteTierOfDocument(tx, document)
    const part = { amountMinor: null, grade: null, siteTier, commitsMinor }
    await beginSigning(tx, subject, [part], { ...given, verbs: VERBS })
  } else await signNext(tx, (await roundOf(tx, subject))!, subject, given)
  return action === 'approve' ? bringIntoForce(tx, { document, revision }) : revision
}

/** What waits for signatures no longer does. */
export const endSigningOf = async (
  tx: Transaction,
  { kind }: ControlledDocumentEntity,
  { id }: DocumentRevisionEntity,
): Promise<void> => {
  const round = await roundOf(tx, { kind, subjectId: id })
  if (round) await endSigning(tx, round)
}
