/** The verbs of a merge, as data: what is done to the two archives is done by whoever carries it out. */
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { staleness } from '../../complaints/complaint-change.ts'
import { fail, ok, type DomainError, type Result } from '../../errors.ts'
import { expectedVersion, id, optional, words } from '../../input.ts'
import { refusal } from '../../lifecycle/state-machine.ts'
import type { Meaning } from '../../sign-off/meanings.ts'
import { CLIENT_MERGE_TRANSITIONS, clientMergeFacts, type ClientMerge } from './merge.ts'
import type { ClientMergeAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }

export const CLIENT_MERGE_INPUTS = {
  propose: z.object({
    survivorId: id(),
    mergedId: id(),
    /** Of what was looked at: both archives, side by side. */
    fingerprint: words(64),
    taken: z.array(words(60)).max(200),
    reason: words(500),
  }),
  review: z.object({ ...step, note: optional(words(2_000)) }),
  approve: z.object({ ...step, note: optional(words(2_000)) }),
  reject: z.object({ ...step, reason: words(2_000) }),
  withdraw: z.object({ ...step, reason: optional(words(2_000)) }),
  reverse: z.object({ ...step, reason: words(500) }),
} as const satisfies Record<ClientMergeAction, z.ZodType>
export type ClientMergeInput<A extends ClientMergeAction> = z.output<(typeof CLIENT_MERGE_INPUTS)[A]>

export interface ClientMergeChange {
  readonly patch: Partial<ClientMerge>
  readonly signs: Meaning | null
  readonly comment: string | null
}

const refused = (
  action: ClientMergeAction,
  merge: ClientMerge,
  { expectedVersion }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(
    {
      version: merge.version,
      updatedAt: merge.decidedAt ?? merge.proposedAt,
      updatedById: merge.decidedById,
    },
    expectedVersion,
  ) ?? refusal(CLIENT_MERGE_TRANSITIONS, action, actor, clientMergeFacts(merge))

type Verb<A extends Exclude<ClientMergeAction, 'propose' | 'reverse'>> = (
  merge: ClientMerge,
  input: ClientMergeInput<A>,
  actor: Actor,
  now: Date,
) => Result<ClientMergeChange>

export const reviewMerge: Verb<'review'> = (merge, input, actor) => {
  const no = refused('review', merge, input, actor)
  if (no) return fail(no)
  const patch = { reviewsOwed: merge.reviewsOwed - 1, reviewerId: actor.staffId }
  return ok({ patch, signs: 'REVIEWED', comment: input.note })
}

const isReversal = ({ status }: ClientMerge): boolean => status === 'REVERSAL_IN_SIGNING'
const decided = (actor: Actor, now: Date) => ({ decidedById: actor.staffId, decidedAt: now })

/** The merge stands again as if nobody had asked to take it back. */
const NOT_REVERSED = {
  status: 'MERGED',
  reversalReason: null,
  reversalAskedById: null,
  reversalAskedAt: null,
} as const satisfies Partial<ClientMerge>

export const approveMerge: Verb<'approve'> = (merge, input, actor, now) => {
  const no = refused('approve', merge, input, actor)
  if (no) return fail(no)
  const done = isReversal(merge)
    ? ({ status: 'REVERSED', reversedAt: now } as const)
    : ({ status: 'MERGED', mergedAt: now } as const)
  return ok({ patch: { ...done, ...decided(actor, now) }, signs: 'APPROVED', comment: input.note })
}

export const rejectMerge: Verb<'reject'> = (merge, input, actor, now) => {
  const no = refused('reject', merge, input, actor)
  if (no) return fail(no)
  const back = isReversal(merge) ? NOT_REVERSED : ({ status: 'REJECTED' } as const)
  const patch = { ...back, note: input.reason, ...decided(actor, now) }
  return ok({ patch, signs: 'REJECTED', comment: input.reason })
}

export const withdrawMerge: Verb<'withdraw'> = (merge, input, actor) => {
  const no = refused('withdraw', merge, input, actor)
  if (no) return fail(no)
  const back = isReversal(merge) ? NOT_REVERSED : ({ status: 'WITHDRAWN' } as const)
  return ok({ patch: { ...back, note: input.reason }, signs: null, comment: null })
}

/** @param reviewsOwed as many as the signature policy asks for */
export const reverseMerge = (
  merge: ClientMerge,
  input: ClientMergeInput<'reverse'>,
  reviewsOwed: number,
  actor: Actor,
  now: Date,
): Result<ClientMergeChange> => {
  const no = refused('reverse', merge, input, actor)
  if (no) return fail(no)
  return ok({
    patch: {
      status: 'REVERSAL_IN_SIGNING',
      reversalReason: input.reason,
      reversalAskedById: actor.staffId,
      reversalAskedAt: now,
      reviewsOwed,
      reviewerId: null,
      note: null,
    },
    signs: 'PREPARED',
    comment: null,
  })
}
