/** What becomes of a revision by its signing and by the calendar: nobody's verb. */
import type { DocumentAtHand, DocumentChange } from './document-actions.ts'
import type { ControlledDocument, DocumentRevision } from './document.ts'

/** Who moved it; null: the system. */
type By = string | null

/** All steps are signed. Effective at once, or from the beginning of its day. */
export const approveRevision = (now: Date, byId: By): Partial<DocumentRevision> => ({
  status: 'APPROVED',
  approvedAt: now,
  updatedAt: now,
  updatedById: byId,
})

/** Is an approved revision to be in force on this local day (`YYYY-MM-DD`) of the organization? */
export const isDueOn = ({ effectiveOn }: Pick<DocumentRevision, 'effectiveOn'>, today: string): boolean =>
  effectiveOn === null || effectiveOn <= today

/** Somebody refused to sign: it is a draft again, and the reason stays with it. */
export const rejectRevision = (
  { reason, byId }: { readonly reason: string; readonly byId: string },
  now: Date,
): Partial<DocumentRevision> => ({
  status: 'DRAFT',
  preparedById: null,
  submittedAt: null,
  rejectedById: byId,
  rejectedAt: now,
  rejectedReason: reason,
  updatedAt: now,
  updatedById: byId,
})

/** What the coming into force of one revision does: to it, to its document, and to the one that it replaces. */
export interface ComingIntoForce extends Omit<DocumentChange, 'signs'> {
  readonly superseded: Partial<DocumentRevision> | null
}

export const comeIntoForce = (
  { document, revision }: Pick<DocumentAtHand, 'document' | 'revision'>,
  now: Date,
  byId: By,
): ComingIntoForce => {
  const moved = { updatedAt: now, updatedById: byId }
  const { title, executingDepartmentId, supervisingDepartmentId, editingDepartmentId } = revision
  const head: Partial<ControlledDocument> = {
    title,
    executingDepartmentId,
    supervisingDepartmentId,
    editingDepartmentId,
  }
  return {
    document: {
      ...head,
      controlStatus: 'CONTROLLED',
      effectiveRevisionId: revision.id,
      openRevisionId: null,
      ...moved,
    },
    revision: { status: 'EFFECTIVE', effectiveAt: now, ...moved },
    superseded:
      document.effectiveRevisionId === null ? null : { status: 'SUPERSEDED', endedAt: now, ...moved },
  }
}
