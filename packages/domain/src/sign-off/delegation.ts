import { z } from 'zod'
import { notEligible, type DomainError } from '../errors.ts'
import { amountMinor, expectedVersion, fieldIssue, id, instant, optional, words } from '../input.ts'
import { text } from '../text.ts'
import { SIGNING_KINDS, type SigningKind } from './signing-kinds.ts'

/** Signed by whoever is asked alone: their verbs know no delegation, so none is offered for them. */
export const UNDELEGATED_KINDS = [
  'PRICE_FORM',
  'SERVICE_AGREEMENT',
  'GRADE_DIRECTORY',
  'KEY_ACCOUNT_COMPANY',
  'KEY_ACCOUNT_BRANCH',
] as const satisfies readonly SigningKind[]
/** What can be delegated. */
export const DELEGATED_KINDS: readonly SigningKind[] = SIGNING_KINDS.filter(
  (kind) => !(UNDELEGATED_KINDS as readonly SigningKind[]).includes(kind),
)

export const MOST_DELEGATION_DAYS = 30
const DAY = 86_400_000

/** Somebody signs for somebody else: within a time, for some kinds, up to an amount (domain.md 6). */
export interface Delegation {
  readonly id: string
  readonly giverId: string
  readonly giverPersonId: string
  readonly receiverId: string
  readonly receiverPersonId: string
  readonly kinds: readonly SigningKind[]
  /** Minor units, inclusive; null: up to the giver's own limit. */
  readonly mostMinor: number | null
  readonly startsAt: Date
  readonly endsAt: Date
  readonly reason: string
  readonly revokedAt: Date | null
}

/** Does it hold for a matter of this kind and amount, at this moment? What the giver may do themselves is asked apart. */
export const delegationRefusal = (
  it: Delegation,
  matter: { readonly kind: SigningKind; readonly amountMinor: number },
  now: Date,
): DomainError | undefined => {
  if (it.revokedAt !== null && it.revokedAt <= now)
    return notEligible('delegationStands', text('该授权已撤销。', 'This delegation was revoked.'))
  if (now < it.startsAt)
    return notEligible('delegationHasBegun', text('该授权尚未生效。', 'This delegation has not begun.'))
  if (now >= it.endsAt)
    return notEligible('delegationHasNotEnded', text('该授权已到期。', 'This delegation has expired.'))
  if (!it.kinds.includes(matter.kind))
    return notEligible(
      'delegationCoversKind',
      text('该授权不包括此类事项。', 'This delegation does not cover such matters.'),
    )
  if (it.mostMinor !== null && matter.amountMinor > it.mostMinor)
    return { code: 'LIMIT_EXCEEDED', limitMinor: it.mostMinor, amountMinor: matter.amountMinor }
  return undefined
}

const PAST = text(
  '到期时间须晚于开始时间，且不在过去。',
  'The end must lie after the beginning and in the future.',
)
const TOO_LONG = text(
  `授权最长 ${MOST_DELEGATION_DAYS} 天。`,
  `A delegation lasts at most ${MOST_DELEGATION_DAYS} days.`,
)

export const DELEGATION_INPUTS = {
  delegate: z
    .object({
      receiverId: id(),
      kinds: z.array(z.enum(SIGNING_KINDS)).min(1).max(SIGNING_KINDS.length),
      mostMinor: optional(amountMinor()),
      from: instant(),
      until: instant(),
      reason: words(500),
    })
    .superRefine(({ from, until }, context) => {
      if (until <= from) context.addIssue(fieldIssue('until', PAST))
      if (until.getTime() - from.getTime() > MOST_DELEGATION_DAYS * DAY)
        context.addIssue(fieldIssue('until', TOO_LONG))
    }),
  revoke: z.object({ delegationId: id(), expectedVersion: expectedVersion() }),
} as const
