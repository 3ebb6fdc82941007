import type { FactBag } from '../access/facts.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { DocumentContent } from './contents.ts'
import type { ControlStatus, DocumentAction, DocumentKind, RevisionStatus } from './vocabulary.ts'

/** What stands at the head of a document: signed with each revision, and shown of the document as the revision in force has it. */
export interface DocumentHead {
  title: string
  /** The department that carries it out 执行部门 … Null, as of the next: what the organization began with. */
  executingDepartmentId: string | null
  /** … that watches over it 监督部门 … */
  supervisingDepartmentId: string | null
  /** … and that writes it 编制部门. */
  editingDepartmentId: string | null
}

/** A controlled document 受控文件: the row of the table `controlled_document`. */
export interface ControlledDocument extends DocumentHead {
  id: string
  /** Unique in the organization, never reused. */
  number: string
  kind: DocumentKind
  controlStatus: ControlStatus
  /** The case that it is about; only and always of kinds that are about one. */
  complaintId: string | null
  /** The remedy of it that is agreed on: the option that was on the table when the document was begun. */
  optionId: string | null
  /** What everybody goes by: stays so until another one is effective. */
  effectiveRevisionId: string | null
  /** The one that is on its way. */
  openRevisionId: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

/** One revision 版次 of a document. Its content never changes again once it was submitted. */
export interface DocumentRevision extends DocumentHead {
  id: string
  documentId: string
  kind: DocumentKind
  status: RevisionStatus
  /** From 0: what label and mark are made of. */
  ordinal: number
  /** `A/1`. */
  label: string
  /** Mark of the change 修改标记; null of a first revision. */
  mark: string | null
  /** Count of changed places 修改处数 against the revision that it amends; 0 of a first revision. */
  changeCount: number
  /** The revision that it amends. */
  baseId: string | null
  /** Statement of changes: what for. Null of a first revision, and while it is being drafted. */
  changeReason: string | null
  content: DocumentContent
  /** The local day from whose beginning it is effective; null: from its approval. */
  effectiveOn: string | null
  /** Null: what the organization began with. */
  draftedById: string | null
  draftedAt: Date
  /** Who submitted it, and so answers for having prepared it 编制. */
  preparedById: string | null
  submittedAt: Date | null
  /** Reviews that its signing still asks for before it is approved; as many as the signature policy named when it was submitted. */
  reviewsOwed: number
  /** Who reviewed it last in this signing. */
  reviewerId: string | null
  approvedAt: Date | null
  effectiveAt: Date | null
  /** When it was superseded, made obsolete or withdrawn … */
  endedAt: Date | null
  /** … and why, where a person did so. */
  endReason: string | null
  /** The last time it was rejected: by whom, when, why. Stays while it is drafted anew. */
  rejectedById: string | null
  rejectedAt: Date | null
  rejectedReason: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

type Row = Transition<RevisionStatus, DocumentAction>

const row = (
  action: DocumentAction,
  from: readonly RevisionStatus[],
  to: RevisionStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'GM_OFFICE',
  ...rest,
  permission: `document:${action}`,
})

/**
 * The life of a revision. Who prepares, reviews and approves, the signature policy names; that they are different persons, the
 * signing and its keys hold. From APPROVED the calendar leads to EFFECTIVE (at once, where no later day is named), which supersedes
 * the one before.
 */
export const DOCUMENT_TRANSITIONS: readonly Row[] = [
  row('draft', [], 'DRAFT'),
  row('amend', ['EFFECTIVE'], 'SAME', { requires: ['noRevisionIsOpen'] }),
  row('change', ['DRAFT'], 'SAME'),
  row('submit', ['DRAFT'], 'IN_SIGNING', { signs: 'PREPARED' }),
  row('review', ['IN_SIGNING'], 'SAME', {
    requires: ['reviewIsOwed', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    accountable: 'QUALITY',
    signs: 'REVIEWED',
  }),
  row('approve', ['IN_SIGNING'], 'APPROVED', {
    requires: ['reviewsAreDone', 'actorIsNotPreparer', 'actorIsNotReviewer'],
    signs: 'APPROVED',
  }),
  row('reject', ['IN_SIGNING'], 'DRAFT', { requires: ['actorIsNotPreparer'], signs: 'REJECTED' }),
  row('withdraw', ['DRAFT', 'IN_SIGNING'], 'WITHDRAWN'),
  row('retire', ['APPROVED'], 'OBSOLETE', { requires: ['actorIsNotPreparer'], signs: 'CLOSED' }),
  row('retire', ['EFFECTIVE'], 'OBSOLETE', {
    requires: ['kindMayEnd', 'noRevisionIsOpen', 'actorIsNotPreparer'],
    signs: 'CLOSED',
  }),
]

/** A revision as rules see it, with its document. */
export const documentFacts = (
  { kind, openRevisionId }: Pick<ControlledDocument, 'kind' | 'openRevisionId'>,
  revision: Pick<DocumentRevision, 'status' | 'preparedById' | 'reviewsOwed' | 'reviewerId'>,
): FactBag & { readonly status: RevisionStatus } => ({
  status: revision.status,
  documentKind: kind,
  openRevisionId,
  preparedById: revision.preparedById,
  reviewsOwed: revision.reviewsOwed,
  reviewerId: revision.reviewerId,
})
