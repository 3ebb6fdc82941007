/** The signing of a revision: prepared, reviewed, approved by different persons over one content. */
import {
  documentFacts,
  planSteps,
  reviewsOf,
  type DocumentChange,
  type DocumentKind,
  type Meaning,
} from '@steward/domain'
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

/** A document concerns no sum of its own, whatever limits it lays down. */
const NO_MONEY = [{ amountMinor: null, grade: null }] as const

/** How many reviews the signature policy in force asks for. */
export const reviewsFor = async (tx: Transaction, kind: DocumentKind): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, tx.actor.organizationId)
  return reviewsOf(planSteps(policy, [{ kind, amountMinor: 0, grade: null }]), 1)
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
  const given = {
    meaning: signs!,
    verb: `document:${action}`,
    facts: documentFacts(at.document, at.revision),
    comment,
  } as const
  const subject = { ...signedContent(document, revision), kind: document.kind }
  if (action === 'retire') signOff(tx, { ...subject, ...given })
  else if (action === 'submit') await beginSigning(tx, subject, NO_MONEY, { ...given, verbs: VERBS })
  else await signNext(tx, (await roundOf(tx, subject))!, subject, given)
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
