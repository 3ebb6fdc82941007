/** What becomes of an approved revision by the calendar: nobody's verb. */
import type { DocumentAtHand, DocumentChange } from './document-change.ts'
import type { ControlledDocument, DocumentRevision } from './document.ts'

/** Who moved it; null: the system. */
type By = string | null

/** Is an approved revision to be in force on this local day (`YYYY-MM-DD`) of the organization? */
export const isDueOn = ({ effectiveOn }: Pick<DocumentRevision, 'effectiveOn'>, today: string): boolean =>
  effectiveOn === null || effectiveOn <= today

/** What the coming into force of one revision does: to it, to its document, and to the one that it replaces. */
export interface ComingIntoForce extends Omit<DocumentChange, 'signs' | 'comment'> {
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
