/** The grading standard by which clients are graded today: that of the organization's document. */
import { standardHash, type GradingStandard, type StandardContent } from '@steward/domain'
import { ControlledDocumentEntity, DocumentRevisionEntity } from '../../documents/document.entity.ts'
import type { Measuring } from '../measuring/measuring.service.ts'

export interface StandardOfRevision {
  readonly content: GradingStandard
  readonly revisionId: string
  /** As it is written on the document, e.g. `A/1`. */
  readonly label: string
  /** Of the content alone: equal standards have equal hashes. */
  readonly hash: string
}

/** Null where the revision is of another kind, or was written before standards had criteria of their own. */
export const standardOf = (revision: DocumentRevisionEntity): StandardOfRevision | null => {
  if (revision.kind !== 'GRADING_STANDARD' || !('standard' in revision.content)) return null
  const { standard } = revision.content as StandardContent
  return { content: standard, revisionId: revision.id, label: revision.label, hash: standardHash(standard) }
}

/** Null while nothing is in force. An organization has one document of the kind; of old ones the newest holds. */
export const standardInForce = async ({
  manager,
  actor: { organizationId: orgId },
}: Measuring): Promise<StandardOfRevision | null> => {
  const documents = await manager.find(ControlledDocumentEntity, {
    where: { orgId, kind: 'GRADING_STANDARD', controlStatus: 'CONTROLLED' },
    order: { number: 'DESC' },
  })
  for (const document of documents) {
    if (document.effectiveRevisionId === null) continue
    const id = document.effectiveRevisionId
    const found = standardOf(await manager.findOneByOrFail(DocumentRevisionEntity, { orgId, id }))
    if (found) return found
  }
  return null
}
