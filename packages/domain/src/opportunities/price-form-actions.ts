/** What each verb makes of a price approval form. Pure: the clock is an argument. */
import type { Actor } from '../access/actor.ts'
import type { FactBag } from '../access/facts.ts'
import { fail, ok, type Result } from '../errors.ts'
import { refusal } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import type { PriceFormInput } from './price-form-inputs.ts'
import {
  PRICE_FORM_TRANSITIONS,
  priceFormFacts,
  priceSums,
  type PriceForm,
  type PriceFormAction,
} from './price-form.ts'

export interface PriceFormChange {
  readonly patch: Partial<PriceForm>
  readonly signs: Meaning | null
  readonly comment: string | null
}

/** Everything that was decided about it before is void. */
export const UNDECIDED_PRICES = {
  status: 'DRAFT',
  preparedById: null,
  submittedAt: null,
  reviewsOwed: 0,
  reviewerId: null,
  decidedById: null,
  decidedAt: null,
} as const

const decided = (actor: Actor, now: Date) => ({ decidedById: actor.staffId, decidedAt: now })

const CHANGES: {
  readonly [A in Exclude<PriceFormAction, 'draft'>]: (
    form: PriceForm,
    input: PriceFormInput<A>,
    actor: Actor,
    now: Date,
    reviewsOwed: number,
  ) => PriceFormChange
} = {
  change: ({ writerIds }, { lines, note }, { staffId }) => ({
    patch: {
      ...UNDECIDED_PRICES,
      lines,
      note,
      ...priceSums(lines),
      writerIds: [...new Set([...writerIds, staffId])],
      reason: null,
    },
    signs: null,
    comment: null,
  }),
  submit: (form, _, actor, now, reviewsOwed) => ({
    patch: {
      status: 'IN_SIGNING',
      revision: form.revision + 1,
      preparedById: actor.staffId,
      submittedAt: now,
      reviewsOwed,
      reason: null,
    },
    signs: 'PREPARED',
    comment: null,
  }),
  review: (form, { note }, actor) => ({
    patch: { reviewsOwed: form.reviewsOwed - 1, reviewerId: actor.staffId },
    signs: 'REVIEWED',
    comment: note,
  }),
  approve: (_, { note }, actor, now) => ({
    patch: { status: 'APPROVED', ...decided(actor, now) },
    signs: 'APPROVED',
    comment: note,
  }),
  reject: (_, { reason }, actor, now) => ({
    patch: { ...UNDECIDED_PRICES, ...decided(actor, now), reason },
    signs: 'REJECTED',
    comment: reason,
  }),
  withdraw: (_, { reason }) => ({ patch: { status: 'WITHDRAWN', reason }, signs: null, comment: null }),
}

/** What the verb makes of it, or why not. @param reviewsOwed as many as the signature policy asks for */
export const changePriceForm = <A extends Exclude<PriceFormAction, 'draft'>>(
  action: A,
  form: PriceForm,
  input: PriceFormInput<A>,
  actor: Actor,
  given: { readonly ofOpportunity: FactBag; readonly now: Date; readonly reviewsOwed: number },
): Result<PriceFormChange> => {
  const facts = priceFormFacts(form, given.ofOpportunity)
  const refused = refusal(PRICE_FORM_TRANSITIONS, action, actor, facts)
  if (refused) return fail(refused)
  return ok(CHANGES[action](form, input, actor, given.now, given.reviewsOwed))
}
