/** The verbs of a cycle, as data: what is done to evaluations is done by whoever carries it out. */
import { z } from 'zod'
import type { Actor } from '../../access/actor.ts'
import { staleness } from '../../complaints/complaint-change.ts'
import { fail, ok, type DomainError, type Result } from '../../errors.ts'
import { expectedVersion, id, localDay, optional, words } from '../../input.ts'
import { refusal } from '../../lifecycle/state-machine.ts'
import type { Meaning } from '../../sign-off/meanings.ts'
import { GRADING_CYCLE_TRANSITIONS, gradingCycleFacts, type GradingCycle } from './grading-cycle.ts'
import type { GradingCycleAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const remark = { note: optional(words(2_000)) }

export const GRADING_CYCLE_INPUTS = {
  /** An amendment takes day and communities from the cycle that it amends. */
  open: z.object({
    name: words(80),
    asOfOn: optional(localDay()),
    projectIds: z.array(id()).max(200).default([]),
    amendsId: optional(id()),
  }),
  score: z.object(step),
  prepare: z.object({ ...step, ...remark }),
  review: z.object({ ...step, ...remark }),
  approve: z.object({ ...step, ...remark }),
  reject: z.object({ ...step, reason: words(2_000) }),
  publish: z.object(step),
  cancel: z.object({ ...step, reason: words(2_000) }),
} as const satisfies Record<GradingCycleAction, z.ZodType>
export type GradingCycleInput<A extends GradingCycleAction> = z.output<(typeof GRADING_CYCLE_INPUTS)[A]>

export interface GradingCycleChange {
  readonly patch: Partial<GradingCycle>
  readonly signs: Meaning | null
  readonly comment: string | null
}

const refused = (
  action: GradingCycleAction,
  cycle: GradingCycle,
  { expectedVersion }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(
    {
      version: cycle.version,
      updatedAt: cycle.publishedAt ?? cycle.decidedAt ?? cycle.preparedAt ?? cycle.openedAt,
      updatedById: cycle.publishedById ?? cycle.decidedById ?? cycle.preparedById,
    },
    expectedVersion,
  ) ?? refusal(GRADING_CYCLE_TRANSITIONS, action, actor, gradingCycleFacts(cycle))

type Verb<A extends GradingCycleAction> = (
  cycle: GradingCycle,
  input: GradingCycleInput<A>,
  actor: Actor,
  now: Date,
) => Result<GradingCycleChange>

const silent = (patch: Partial<GradingCycle>): Result<GradingCycleChange> =>
  ok({ patch, signs: null, comment: null })

export const scoreCycle: Verb<'score'> = (cycle, input, actor, now) => {
  const no = refused('score', cycle, input, actor)
  return no ? fail(no) : silent({ status: 'SCORING', scoringAt: now })
}

/** What is signed is added by whoever counts it. */
export const prepareCycle: Verb<'prepare'> = (cycle, input, actor, now) => {
  const no = refused('prepare', cycle, input, actor)
  if (no) return fail(no)
  const patch = {
    status: 'PREPARED',
    revision: cycle.revision + 1,
    preparedById: actor.staffId,
    preparedAt: now,
    reviewerId: null,
    decidedById: null,
    decidedAt: null,
    note: null,
  } as const
  return ok({ patch, signs: 'PREPARED', comment: input.note })
}

export const reviewCycle: Verb<'review'> = (cycle, input, actor) => {
  const no = refused('review', cycle, input, actor)
  if (no) return fail(no)
  const patch = {
    status: 'REVIEWED',
    reviewsOwed: cycle.reviewsOwed - 1,
    reviewerId: actor.staffId,
  } as const
  return ok({ patch, signs: 'REVIEWED', comment: input.note })
}

export const approveCycle: Verb<'approve'> = (cycle, input, actor, now) => {
  const no = refused('approve', cycle, input, actor)
  if (no) return fail(no)
  const patch = { status: 'APPROVED', decidedById: actor.staffId, decidedAt: now } as const
  return ok({ patch, signs: 'APPROVED', comment: input.note })
}

export const rejectCycle: Verb<'reject'> = (cycle, input, actor, now) => {
  const no = refused('reject', cycle, input, actor)
  if (no) return fail(no)
  const patch = { status: 'SCORED', decidedById: actor.staffId, decidedAt: now, note: input.reason } as const
  return ok({ patch, signs: 'REJECTED', comment: input.reason })
}

export const publishCycle: Verb<'publish'> = (cycle, input, actor, now) => {
  const no = refused('publish', cycle, input, actor)
  return no ? fail(no) : silent({ status: 'PUBLISHED', publishedById: actor.staffId, publishedAt: now })
}

export const cancelCycle: Verb<'cancel'> = (cycle, input, actor, now) => {
  const no = refused('cancel', cycle, input, actor)
  return no
    ? fail(no)
    : silent({ status: 'CANCELLED', decidedById: actor.staffId, decidedAt: now, note: input.reason })
}
