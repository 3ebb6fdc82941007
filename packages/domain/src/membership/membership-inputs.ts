import { z } from 'zod'
import { CONSENT_WAYS } from '../clients/vocabulary.ts'
import { expectedVersion, fieldIssue, id, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { CREDITED_KINDS, type MembershipAction } from './vocabulary.ts'

const step = { expectedVersion: expectedVersion() }
const reason = () => words(200).pipe(z.string().min(2))

export const MEMBERSHIP_INPUTS = {
  /** Nobody is enrolled without their word: how it was given, unless it stands. */
  join: z.object({ clientId: id(), consentWay: z.enum(CONSENT_WAYS) }),
  credit: z
    .object({
      ...step,
      kind: z.enum(CREDITED_KINDS),
      /** The event. */
      reason: optional(reason()),
      /** Who came. */
      referredClientId: optional(id()),
    })
    .superRefine(({ kind, reason: said, referredClientId }, ctx) => {
      const needed = text('此项必填。', 'This is required.')
      if (kind === 'EVENT' && said === null) ctx.addIssue(fieldIssue('reason', needed))
      if (kind === 'REFERRAL' && referredClientId === null)
        ctx.addIssue(fieldIssue('referredClientId', needed))
    }),
  redeem: z.object({ ...step, points: z.int().min(1).max(1_000_000), reason: reason() }),
  correct: z.object({ ...step, entryId: id(), reason: reason() }),
  renew: z.object(step),
  leave: z.object({ ...step, reason: optional(words(200)) }),
} as const satisfies Record<MembershipAction, z.ZodType>

export type MembershipInput<A extends MembershipAction> = z.output<(typeof MEMBERSHIP_INPUTS)[A]>

const points = () => z.int().min(0).max(100_000)

export const MEMBERSHIP_POLICY_INPUT = z.object({
  expectedVersion: z.int().min(0),
  levels: z
    .array(z.object({ name: words(20), fromPoints: z.int().min(0).max(10_000_000), gives: words(200) }))
    .min(1)
    .max(8)
    .superRefine((levels, ctx) => {
      levels.forEach(({ fromPoints }, at) => {
        const before = levels[at - 1]
        if (before ? fromPoints <= before.fromPoints : fromPoints !== 0)
          ctx.addIssue({
            ...fieldIssue(
              'fromPoints',
              before
                ? text('须高于前一级。', 'Above the level before.')
                : text('第一级从 0 分起。', 'The first level is from nought.'),
            ),
            path: [at, 'fromPoints'],
          })
      })
    }),
  pointsPerHundred: points(),
  referralPoints: points(),
  eventPoints: points(),
  pointsMonths: z.int().min(1).max(120),
  termMonths: z.int().min(1).max(60),
  remindDays: z.int().min(1).max(180),
})
