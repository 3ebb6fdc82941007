/** The verbs of a nomination, as data. */
import { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import { staleness } from '../complaints/complaint-change.ts'
import { fail, ok, type DomainError, type Result } from '../errors.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import { text } from '../text.ts'
import {
  KEY_ACCOUNT_NOMINATION_TRANSITIONS,
  keyAccountNominationFacts,
  type KeyAccountNomination,
} from './nomination.ts'
import {
  KEY_ACCOUNT_CRITERIA,
  KEY_ACCOUNT_LEVELS,
  KEY_ACCOUNT_NOMINATION_KINDS,
  KEY_ACCOUNT_RELEASE_REASONS,
  KEY_ACCOUNT_TIERS,
  LEAST_CRITERIA_MET,
  type KeyAccountNominationAction,
} from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }

const test = z.object({
  criterion: z.enum(KEY_ACCOUNT_CRITERIA),
  isMet: z.boolean(),
  /** On what that stands. */
  evidence: words(500),
})

const tooFew = (met: number) =>
  text(
    `四项条件中任何一项都不能单独决定：列入与复评至少须有 ${LEAST_CRITERIA_MET} 项符合，现有 ${met} 项符合。`,
    `No test decides alone: to be listed, or to stay so, at least ${LEAST_CRITERIA_MET} of the four are met; ${met} ${met === 1 ? 'is' : 'are'} met now.`,
  )

const propose = z
  .object({
    clientId: id(),
    kind: z.enum(KEY_ACCOUNT_NOMINATION_KINDS),
    /** Of a listing or a yearly test. */
    level: optional(z.enum(KEY_ACCOUNT_LEVELS)),
    tier: optional(z.enum(KEY_ACCOUNT_TIERS)),
    /** Of a release. */
    releaseReason: optional(z.enum(KEY_ACCOUNT_RELEASE_REASONS)),
    departmentId: id(),
    reason: words(1_000),
    tests: z.array(test).max(KEY_ACCOUNT_CRITERIA.length).default([]),
  })
  .superRefine(({ kind, level, tier, releaseReason, tests }, ctx) => {
    if (kind === 'RELEASE') {
      if (releaseReason === null)
        ctx.addIssue(fieldIssue('releaseReason', text('请选择移出的原因。', 'Say why they are released.')))
      return
    }
    if (level === null) ctx.addIssue(fieldIssue('level', text('请选择级别。', 'Choose the level.')))
    if (tier === null) ctx.addIssue(fieldIssue('tier', text('请选择拟定层级。', 'Choose the tier.')))
    const missing = KEY_ACCOUNT_CRITERIA.filter((it) => !tests.some(({ criterion }) => criterion === it))
    if (missing.length > 0)
      ctx.addIssue(
        fieldIssue(
          'tests',
          text('四项条件须逐项说明是否符合及依据。', 'Say of each of the four whether it is met, and why.'),
        ),
      )
    const met = tests.filter(({ isMet }) => isMet).length
    if (missing.length === 0 && met < LEAST_CRITERIA_MET) ctx.addIssue(fieldIssue('tests', tooFew(met)))
  })

export const KEY_ACCOUNT_NOMINATION_INPUTS = {
  propose,
  review: z.object({ ...step, note: optional(words(2_000)) }),
  approve: z.object({ ...step, note: optional(words(2_000)) }),
  reject: z.object({ ...step, reason: words(2_000) }),
  withdraw: z.object({ ...step, reason: optional(words(2_000)) }),
} as const satisfies Record<KeyAccountNominationAction, z.ZodType>
export type KeyAccountNominationInput<A extends KeyAccountNominationAction> = z.output<
  (typeof KEY_ACCOUNT_NOMINATION_INPUTS)[A]
>

export interface KeyAccountNominationChange {
  readonly patch: Partial<KeyAccountNomination>
  readonly signs: Meaning | null
  readonly comment: string | null
}

/** @param client what scopes ask of the client whom it is about */
const refused = (
  action: KeyAccountNominationAction,
  it: KeyAccountNomination,
  { expectedVersion: seen }: { readonly expectedVersion: number },
  actor: Actor,
): DomainError | undefined =>
  staleness(
    { version: it.version, updatedAt: it.decidedAt ?? it.proposedAt, updatedById: it.decidedById },
    seen,
  ) ?? refusal(KEY_ACCOUNT_NOMINATION_TRANSITIONS, action, actor, keyAccountNominationFacts(it))

type Verb<A extends Exclude<KeyAccountNominationAction, 'propose'>> = (
  nomination: KeyAccountNomination,
  input: KeyAccountNominationInput<A>,
  actor: Actor,
  now: Date,
) => Result<KeyAccountNominationChange>

export const reviewNomination: Verb<'review'> = (it, input, actor) => {
  const no = refused('review', it, input, actor)
  if (no) return fail(no)
  const patch = { reviewsOwed: it.reviewsOwed - 1, reviewerId: actor.staffId }
  return ok({ patch, signs: 'REVIEWED', comment: input.note })
}

export const approveNomination: Verb<'approve'> = (it, input, actor, now) => {
  const no = refused('approve', it, input, actor)
  if (no) return fail(no)
  const patch = { status: 'ACCEPTED', decidedById: actor.staffId, decidedAt: now } as const
  return ok({ patch, signs: 'APPROVED', comment: input.note })
}

export const rejectNomination: Verb<'reject'> = (it, input, actor, now) => {
  const no = refused('reject', it, input, actor)
  if (no) return fail(no)
  const patch = {
    status: 'REJECTED',
    note: input.reason,
    decidedById: actor.staffId,
    decidedAt: now,
  } as const
  return ok({ patch, signs: 'REJECTED', comment: input.reason })
}

export const withdrawNomination: Verb<'withdraw'> = (it, input, actor) => {
  const no = refused('withdraw', it, input, actor)
  if (no) return fail(no)
  return ok({ patch: { status: 'WITHDRAWN', note: input.reason }, signs: null, comment: null })
}
