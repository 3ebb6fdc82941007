/** What an organization goes by from the first day, as first revisions of their documents: nobody has signed them. */
import {
  DEFAULT_AUTHORITY_LIMITS,
  DEFAULT_SIGNATURE_POLICY,
  DOCUMENT_KIND_LABELS,
  documentNumber,
  documentSeries,
  inMatrixOrder,
  inPolicyOrder,
  revisionLabel,
  type DocumentContent,
  type STANDING_DOCUMENT_KINDS,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { AuthorityLimitEntity } from '../complaints/authority-limit.entity.ts'
import { nextSerial } from '../database/counter.ts'
import { ControlledDocumentEntity, DocumentRevisionEntity } from './document.entity.ts'

interface Founding {
  readonly orgId: string
  readonly foundedAt: Date
}

/** Writes the default limits and their document, inside a transaction of the organization. */
export const foundMatrix = async (manager: EntityManager, founding: Founding): Promise<void> => {
  const { orgId, foundedAt } = founding
  const limits = inMatrixOrder(DEFAULT_AUTHORITY_LIMITS)
  await manager.insert(
    AuthorityLimitEntity,
    limits.map((limit) => ({ orgId, id: newId(), ...limit, updatedAt: foundedAt })),
  )
  await foundDocument(manager, founding, 'AUTHORITY_LIMITS', { limits })
}

/** Writes the document of the signature policy that is shipped: in force without a row of its own, until it is amended. */
export const foundSignaturePolicy = (manager: EntityManager, founding: Founding): Promise<void> =>
  foundDocument(manager, founding, 'SIGNATURE_POLICY', {
    rules: inPolicyOrder(DEFAULT_SIGNATURE_POLICY.rules),
  })

/** No department answers for it until it is amended: an organization begins without any. */
const foundDocument = async (
  manager: EntityManager,
  { orgId, foundedAt }: Founding,
  kind: (typeof STANDING_DOCUMENT_KINDS)[number],
  content: DocumentContent,
): Promise<void> => {
  const [documentId, revisionId] = [newId(), newId()]
  const series = documentSeries(kind, '')
  const head = {
    title: DOCUMENT_KIND_LABELS[kind].zh,
    executingDepartmentId: null,
    supervisingDepartmentId: null,
    editingDepartmentId: null,
  }
  const founded = { orgId, kind, updatedAt: foundedAt, updatedById: null }
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
    content: content as object,
    draftedAt: foundedAt,
    approvedAt: foundedAt,
    effectiveAt: foundedAt,
  })
}
