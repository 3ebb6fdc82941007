/** The authority matrix that an organization begins with, as the first revision of its document: nobody has signed it. */
import {
  DEFAULT_AUTHORITY_LIMITS,
  DOCUMENT_KIND_LABELS,
  documentNumber,
  documentSeries,
  inMatrixOrder,
  revisionLabel,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { AuthorityLimitEntity } from '../complaints/authority-limit.entity.ts'
import { nextSerial } from '../database/counter.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'

/**
 * Writes the default limits and their document, inside a transaction of the organization. No department answers for it until it is
 * amended: an organization begins without any.
 */
export const foundMatrix = async (
  manager: EntityManager,
  { orgId, foundedAt }: { orgId: string; foundedAt: Date },
): Promise<void> => {
  const [documentId, revisionId] = [newId(), newId()]
  const limits = inMatrixOrder(DEFAULT_AUTHORITY_LIMITS)
  const series = documentSeries('AUTHORITY_LIMITS', '')
  const head = {
    title: DOCUMENT_KIND_LABELS.AUTHORITY_LIMITS.zh,
    executingDepartmentId: null,
    supervisingDepartmentId: null,
    editingDepartmentId: null,
  }
  const founded = { orgId, kind: 'AUTHORITY_LIMITS', updatedAt: foundedAt, updatedById: null } as const
  await manager.insert(
    AuthorityLimitEntity,
    limits.map((limit) => ({ orgId, id: newId(), ...limit, updatedAt: foundedAt })),
  )
  await manager.insert(ControlledDocumentEntity, {
    ...founded,
    ...head,
    id: documentId,
    number: documentNumber(series, await nextSerial(manager, orgId, 'document', series)),
    controlStatus: 'CONTROLLED',
    complaintId: null,
    effectiveRevisionId: revisionId,
    openRevisionId: null,
  })
  await manager.insert(DocumentRevisionEntity, {
    ...founded,
    ...head,
    id: revisionId,
    documentId,
    status: 'EFFECTIVE',
    ordinal: 0,
    label: revisionLabel(0),
    changeCount: 0,
    content: { limits } as object,
    draftedAt: foundedAt,
    approvedAt: foundedAt,
    effectiveAt: foundedAt,
  })
}
