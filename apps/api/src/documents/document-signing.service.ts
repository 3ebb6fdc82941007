/** What the end of its signing makes of a revision. */
import { approveRevision } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { bringIntoForce, lockDocument, patchRevision } from './document-writing.service.ts'
import type { DocumentRevisionEntity } from './document.entity.ts'

/** Everybody has signed: in force at once, or from the beginning of its day. */
export const concludeDocument = async (
  tx: Transaction,
  revisionId: string,
): Promise<DocumentRevisionEntity> => {
  const { document, revision } = await lockDocument(tx, revisionId)
  const approved = await patchRevision(tx, revision, approveRevision(tx.now, tx.actorId))
  return bringIntoForce(tx, { document, revision: approved })
}
