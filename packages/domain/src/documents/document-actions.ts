import type { Actor } from '../access/actor.ts'
import { can } from '../access/authorize.ts'
import { fail, invalidInput, notEligible, ok, type Result } from '../errors.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'
import type { DocumentContent } from './contents.ts'
import { by, refused, type DocumentAtHand, type DocumentChange } from './document-change.ts'
import type { ControlledDocument, DocumentHead, DocumentRevision } from './document.ts'
import type { DocumentInput } from './document-inputs.ts'
import { changeMark, revisionLabel } from './numbering.ts'
import { changeCount } from './revision-difference.ts'
import type { RevisionStatus } from './vocabulary.ts'

/** A revision that begins, and its document. */
export interface NewRevision {
  readonly document: ControlledDocument
  readonly revision: DocumentRevision
}

const headOf = ({
  title,
  executingDepartmentId,
  supervisingDepartmentId,
  editingDepartmentId,
}: DocumentHead): DocumentHead => ({
  title,
  executingDepartmentId,
  supervisingDepartmentId,
  editingDepartmentId,
})

const begun = (actor: Actor, now: Date) =>
  ({
    status: 'DRAFT',
    changeCount: 0,
    changeReason: null,
    draftedById: actor.staffId,
    draftedAt: now,
    preparedById: null,
    submittedAt: null,
    reviewsOwed: 0,
    reviewerId: null,
    approvedAt: null,
    effectiveAt: null,
    endedAt: null,
    endReason: null,
    rejectedById: null,
    rejectedAt: null,
    rejectedReason: null,
    version: 1,
    ...by(actor, now),
  }) as const

/** What is given to a new document. */
interface GivenDocument {
  readonly id: string
  readonly revisionId: string
  readonly number: string
  readonly content: DocumentContent
  /** Of the case that it is about: the approved option. */
  readonly optionId: string | null
}

const newDocument = (
  stated: DocumentHead & Pick<ControlledDocument, 'kind' | 'complaintId'>,
  given: GivenDocument & Pick<DocumentRevision, 'effectiveOn'>,
  actor: Actor,
  now: Date,
): NewRevision => {
  const head = headOf(stated)
  const { kind, complaintId } = stated
  return {
    document: {
      id: given.id,
      number: given.number,
      kind,
      ...head,
      controlStatus: 'UNCONTROLLED',
      complaintId,
      optionId: given.optionId,
      effectiveRevisionId: null,
      openRevisionId: given.revisionId,
      version: 1,
      ...by(actor, now),
    },
    revision: {
      id: given.revisionId,
      documentId: given.id,
      kind,
      ...head,
      ordinal: 0,
      label: revisionLabel(0),
      mark: null,
      baseId: null,
      content: given.content,
      effectiveOn: given.effectiveOn,
      ...begun(actor, now),
    },
  }
}

/** The first revision of a new document. */
export const draftDocument = (
  input: DocumentInput<'draft'>,
  given: GivenDocument,
  actor: Actor,
  now: Date,
): Result<NewRevision> =>
  can(actor, 'document:draft', { documentKind: input.kind, status: 'DRAFT' })
    ? ok(newDocument(input, { ...given, effectiveOn: input.effectiveOn }, actor, now))
    : fail(
        notEligible('permission', text('该操作不在您的职责范围内。', 'This is outside your responsibility.')),
      )

/** The certificate of a destruction: made by the verb that destroys, whose own permission it needs. @param departmentId of who destroys */
export const destructionRecord = (
  title: string,
  departmentId: string | null,
  given: Omit<GivenDocument, 'optionId'>,
  actor: Actor,
  now: Date,
): NewRevision =>
  newDocument(
    {
      kind: 'DESTRUCTION_RECORD',
      complaintId: null,
      title,
      executingDepartmentId: departmentId,
      supervisingDepartmentId: departmentId,
      editingDepartmentId: departmentId,
    },
    { ...given, optionId: null, effectiveOn: null },
    actor,
    now,
  )

/** The next revision, as the one in force is worded: that one stays in force until this one is effective. */
export const amendDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'amend'>,
  given: { readonly revisionId: string; readonly ordinal: number },
  actor: Actor,
  now: Date,
): Result<{ readonly document: Partial<ControlledDocument>; readonly revision: DocumentRevision }> => {
  const no = refused('amend', at, input, actor)
  if (no) return fail(no)
  const { revision } = at
  const { revisionId: id, ordinal } = given
  return ok({
    document: { openRevisionId: id, ...by(actor, now) },
    revision: {
      id,
      documentId: revision.documentId,
      kind: revision.kind,
      ...headOf(revision),
      ordinal,
      label: revisionLabel(ordinal),
      mark: changeMark(ordinal),
      baseId: revision.id,
      content: revision.content,
      effectiveOn: null,
      ...begun(actor, now),
    },
  })
}

/** Words a draft anew. What it changes against the revision in force is counted again. */
export const changeDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'change'>,
  content: DocumentContent,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('change', at, input, actor)
  if (no) return fail(no)
  const head = headOf(input)
  const isFirst = at.base === null
  return ok({
    // A document of which nothing was in force yet is called as its draft calls it.
    document: isFirst ? { ...head, ...by(actor, now) } : {},
    revision: {
      ...head,
      content,
      effectiveOn: input.effectiveOn,
      changeReason: isFirst ? null : input.changeReason,
      changeCount: changeCount(at.base, { ...head, kind: at.document.kind, content }),
      ...by(actor, now),
    },
    signs: null,
    comment: null,
  })
}

const NOTHING_CHANGED = notEligible(
  'nothingChanged',
  text('与现行版次相比没有任何修改。', 'Nothing is different from the revision in force.'),
)

/**
 * The draft is final, and whoever submits it answers for having prepared it.
 * @param reviewsOwed as many as the signature policy asks for
 */
export const submitDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'submit'>,
  reviewsOwed: number,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('submit', at, input, actor)
  if (no) return fail(no)
  const { revision } = at
  const reason = input.changeReason ?? revision.changeReason
  if (at.base !== null && revision.changeCount === 0) return fail(NOTHING_CHANGED)
  if (at.base !== null && reason === null)
    return fail(
      invalidInput({
        path: 'changeReason',
        message: text('请说明修改的原因与内容。', 'State what is changed, and why.'),
      }),
    )
  return ok({
    document: {},
    revision: {
      status: 'IN_SIGNING',
      changeReason: at.base === null ? null : reason,
      preparedById: actor.staffId,
      submittedAt: now,
      reviewsOwed,
      reviewerId: null,
      ...by(actor, now),
    },
    signs: 'PREPARED',
    comment: at.base === null ? null : reason,
  })
}

/** Ends a revision on its way. A document that never had another one is obsolete with it; its number stays used. */
export const withdrawDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'withdraw'>,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('withdraw', at, input, actor)
  return no ? fail(no) : ok(ending(at, 'WITHDRAWN', input.reason, actor, now, null))
}

/** Ends what was approved: a revision before its day, or the one in force and the document with it. */
export const retireDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'retire'>,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('retire', at, input, actor)
  return no ? fail(no) : ok(ending(at, 'OBSOLETE', input.reason, actor, now, 'CLOSED'))
}

const ending = (
  { document, revision }: DocumentAtHand,
  status: RevisionStatus,
  endReason: string | null,
  actor: Actor,
  now: Date,
  signs: Meaning | null,
): DocumentChange => {
  const inForce = document.effectiveRevisionId === revision.id
  const nothingLeft = inForce || document.effectiveRevisionId === null
  return {
    document: {
      ...(inForce ? { effectiveRevisionId: null } : { openRevisionId: null }),
      ...(nothingLeft ? { controlStatus: 'OBSOLETE' } : {}),
      ...by(actor, now),
    },
    revision: { status, endedAt: now, endReason, ...by(actor, now) },
    signs,
    comment: signs === null ? null : endReason,
  }
}
