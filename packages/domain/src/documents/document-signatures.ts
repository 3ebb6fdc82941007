/** The steps of a revision's signing after it was prepared. Whose turn it is, and that no person signs twice, the signing holds. */
import type { Actor } from '../access/actor.ts'
import { fail, ok, type Result } from '../errors.ts'
import { by, refused, type DocumentAtHand, type DocumentChange } from './document-change.ts'
import type { DocumentInput } from './document-inputs.ts'

/** One of those whom the policy names has read it and finds it fit to be approved. */
export const reviewDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'review'>,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('review', at, input, actor)
  if (no) return fail(no)
  return ok({
    document: {},
    revision: {
      reviewsOwed: at.revision.reviewsOwed - 1,
      reviewerId: actor.staffId,
      ...by(actor, now),
    },
    signs: 'REVIEWED',
    comment: input.note,
  })
}

/** The last signature: effective at once, or from the beginning of its day. */
export const approveDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'approve'>,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('approve', at, input, actor)
  if (no) return fail(no)
  return ok({
    document: {},
    revision: { status: 'APPROVED', approvedAt: now, ...by(actor, now) },
    signs: 'APPROVED',
    comment: input.note,
  })
}

/** It is a draft again, and the reason stays with it. */
export const rejectDocument = (
  at: DocumentAtHand,
  input: DocumentInput<'reject'>,
  actor: Actor,
  now: Date,
): Result<DocumentChange> => {
  const no = refused('reject', at, input, actor)
  if (no) return fail(no)
  return ok({
    document: {},
    revision: {
      status: 'DRAFT',
      preparedById: null,
      submittedAt: null,
      reviewsOwed: 0,
      reviewerId: null,
      rejectedById: actor.staffId,
      rejectedAt: now,
      rejectedReason: input.reason,
      ...by(actor, now),
    },
    signs: 'REJECTED',
    comment: input.reason,
  })
}
