/** What follows for each thing when its destruction is certified by two. */
import type { DestroyedSubject, DestructionContent } from '@steward/domain'
import type { Transaction } from '../database/transaction.ts'
import { copyDestroyed } from '../exports/copy-destroyed.service.ts'
import { sourceDestroyed } from '../imports/custody/source-destroyed.service.ts'
import { clientErasureSigned } from '../subject-requests/erasure/erasure-signed.service.ts'
import type { DocumentRevisionEntity } from './document.entity.ts'

type Follows = (tx: Transaction, subjectId: string, record: DocumentRevisionEntity) => Promise<unknown>

/** One line a kind of thing that the system keeps a record of. */
const FOLLOWS: Readonly<Partial<Record<DestroyedSubject, Follows>>> = {
  CONTROLLED_COPY: copyDestroyed,
  IMPORT_SOURCE: sourceDestroyed,
  CLIENT_ARCHIVE: clientErasureSigned,
}

/** @param record a destruction record that has come into force */
export const tellDestroyed = async (tx: Transaction, record: DocumentRevisionEntity): Promise<void> => {
  for (const { subject, subjectId } of (record.content as DestructionContent).destroyed)
    if (subjectId !== null) await FOLLOWS[subject]?.(tx, subjectId, record)
}
