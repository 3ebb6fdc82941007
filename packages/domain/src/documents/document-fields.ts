import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { ContentShape } from '../sign-off/canonical-content.ts'
import { contentShape } from './contents.ts'
import type { ControlledDocument, DocumentRevision } from './document.ts'
import type { DocumentKind } from './vocabulary.ts'

const base = { class: 'internal', permission: 'document:read' } as const satisfies FieldRule
/** Words of a person, or about one. */
const spoken = { class: 'personal', permission: 'document:readContent' } as const satisfies FieldRule

/** Class and permission of every column of a document … */
export const DOCUMENT_FIELDS: Readonly<Record<keyof ControlledDocument, FieldRule>> = {
  id: base,
  number: base,
  kind: base,
  title: base,
  executingDepartmentId: base,
  supervisingDepartmentId: base,
  editingDepartmentId: base,
  controlStatus: base,
  complaintId: base,
  optionId: base,
  effectiveRevisionId: base,
  openRevisionId: base,
  version: base,
  updatedAt: base,
  updatedById: base,
}

/** … and of a revision. Content counts as personal wherever it is copied: of a kind that is about a client it is. */
export const REVISION_FIELDS: Readonly<Record<keyof DocumentRevision, FieldRule>> = {
  id: base,
  documentId: base,
  kind: base,
  status: base,
  ordinal: base,
  label: base,
  mark: base,
  changeCount: base,
  baseId: base,
  title: base,
  executingDepartmentId: base,
  supervisingDepartmentId: base,
  editingDepartmentId: base,
  changeReason: spoken,
  content: spoken,
  effectiveOn: base,
  draftedById: base,
  draftedAt: base,
  preparedById: base,
  submittedAt: base,
  reviewsOwed: base,
  reviewerId: base,
  approvedAt: base,
  effectiveAt: base,
  endedAt: base,
  endReason: spoken,
  rejectedById: base,
  rejectedAt: base,
  rejectedReason: spoken,
  version: base,
  updatedAt: base,
  updatedById: base,
}

/** What is signed of a revision: the head, what it changes and why, and all of its content. */
export const revisionShape = (kind: DocumentKind): { readonly [key: string]: ContentShape } => ({
  document: {
    number: 'internal',
    kind: 'internal',
    complaintId: 'internal',
    'optionId?': 'internal',
    title: 'internal',
    label: 'internal',
    mark: 'internal',
    changeCount: 'internal',
    changeReason: 'personal',
    effectiveOn: 'internal',
    executingDepartmentId: 'internal',
    supervisingDepartmentId: 'internal',
    editingDepartmentId: 'internal',
  },
  ...contentShape(kind),
})

/** The values of `revisionShape()`. */
export const revisionContent = (
  { number, complaintId, optionId }: Pick<ControlledDocument, 'number' | 'complaintId' | 'optionId'>,
  { content, ...revision }: DocumentRevision,
): object => ({
  // Absent, not null: what is about no option is written as it was before documents knew of options.
  document: { ...revision, number, complaintId, ...(optionId === null ? {} : { optionId }) },
  ...content,
})
