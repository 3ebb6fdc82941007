/** The certificate of a destruction: made and signed as prepared by who destroys, in force once the supervising manager has signed. */
import * as domain from '@steward/domain'
import { parseContent, say, text, type DestroyedThing } from '@steward/domain'
import { orRefuse } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { takeNumber } from './document-number.ts'
import { reviewsFor, writeSigned } from './document-signing.service.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'

const TITLE = text('客户信息销毁记录', 'Destruction of client information')

/**
 * Certifies what the actor has destroyed, and signs it. What the record is about stays as it is until the second signature: then each
 * thing's own service is told, see `destroyed-things.service.ts`.
 * @returns the revision that awaits the supervising manager
 */
export const certifyDestruction = async (
  tx: Transaction,
  destroyed: readonly DestroyedThing[],
): Promise<DocumentRevisionEntity> => {
  const content = orRefuse(parseContent('DESTRUCTION_RECORD', { destroyed }))
  const given = {
    id: tx.newId(),
    revisionId: tx.newId(),
    number: await takeNumber(tx, 'DESTRUCTION_RECORD'),
    content,
  }
  const title = say(TITLE, 'zh-CN')
  const made = domain.destructionRecord(title, tx.actor.departmentId, given, tx.actor, tx.now)
  const at = {
    document: await tx.insert(ControlledDocumentEntity, made.document),
    revision: await tx.insert(DocumentRevisionEntity, made.revision),
    base: null,
  }
  const step = { expectedVersion: at.revision.version, changeReason: null }
  const change = domain.submitDocument(at, step, await reviewsFor(tx, at.document), tx.actor, tx.now)
  return writeSigned(tx, at, 'submit', orRefuse(change))
}
