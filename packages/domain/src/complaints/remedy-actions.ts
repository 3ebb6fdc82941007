import { invalidInput, notEligible, type DomainError } from '../errors.ts'
import { text } from '../text.ts'
import { needsAgreement, type AgreementPolicy } from './agreement.ts'
import { authorityAmount } from './authority-matrix.ts'
import { NO_APPROVAL, NO_PROPOSAL, take, type Verb } from './complaint-change.ts'
import type { Complaint, ComplaintOption } from './complaint.ts'

/** Default of policy: so many logged attempts before a client counts as unreachable. */
export const MIN_CONTACT_ATTEMPTS = 3

export interface RemedyContext {
  /** The options of the case's present revision. */
  readonly options: readonly ComplaintOption[]
  /**
   * Minor units: the sum of the options of the client's cases (without a client: of this case) in one of
   * COMMITTED_OPTION_STATUSES, approved within the window, read under the lock of the client's limit.
   */
  readonly approvedForClientMinor: number
  /** How many reviews the signature policy asks for, of the option with this rank and amount. */
  readonly reviewsFor: (rank: number, authorityAmountMinor: number) => number
  /** From which sum on the client signs. */
  readonly agreements: AgreementPolicy
}

/** The columns that speak of the option on the table. */
const current = (
  option: ComplaintOption,
  approvedForClientMinor: number,
  reviewsFor: RemedyContext['reviewsFor'],
): Partial<Complaint> => {
  const authorityAmountMinor = authorityAmount(approvedForClientMinor, option.amountMinor)
  return {
    currentOptionId: option.id,
    currentOptionKind: option.kind,
    amountMinor: option.amountMinor,
    authorityAmountMinor,
    reviewsOwed: reviewsFor(option.rank, authorityAmountMinor),
  }
}

/** The options with the one on the table changed. */
export const withCurrent = (
  complaint: Complaint,
  options: readonly ComplaintOption[],
  change: Partial<ComplaintOption>,
): readonly ComplaintOption[] =>
  options.filter((it) => it.id === complaint.currentOptionId).map((it) => ({ ...it, ...change }))

/**
 * The options that a case leaves behind when it ends: nothing of the proposal on the table is promised any more. What an
 * earlier round carried out stays as it was accepted, and counts.
 */
export const superseded = (
  complaint: Complaint,
  options: readonly ComplaintOption[],
): readonly ComplaintOption[] =>
  options
    .filter((it) => it.status === 'PROPOSED' || it.id === complaint.currentOptionId)
    .map((it) => ({ ...it, status: 'SUPERSEDED' }))

/** One to four remedies, the recommended one first; the others follow in the order given. */
export const propose: Verb<
  'propose',
  [context: Pick<RemedyContext, 'approvedForClientMinor' | 'reviewsFor'> & { readonly newId: () => string }]
> = (complaint, input, actor, now, { approvedForClientMinor, reviewsFor, newId }) => {
  const revision = complaint.proposalRevision + 1
  const options = input.options
    .toSorted((one, other) => Number(other.recommended) - Number(one.recommended))
    .map((option, at): ComplaintOption => ({
      ...option,
      id: newId(),
      complaintId: complaint.id,
      revision,
      rank: at + 1,
      status: 'PROPOSED',
      approvedAt: null,
      reason: null,
    }))
  const cause = input.cause ?? complaint.cause
  const faultShare = input.faultShare ?? complaint.faultShare
  const [first] = options
  return take('propose', complaint, input, actor, now, {
    refuse: unjudged(cause, faultShare),
    patch: {
      ...NO_PROPOSAL,
      ...(first === undefined ? {} : current(first, approvedForClientMinor, reviewsFor)),
      cause,
      faultShare,
      proposerId: actor.staffId,
      proposalRevision: revision,
    },
    options,
  })
}

/** Authority depends on the cause, reasonableness on our share: no proposal without both. */
const unjudged = (cause: Complaint['cause'], faultShare: number | null): DomainError | undefined => {
  const message = text('此项必填。', 'This is required.')
  const fields = [
    ...(cause === null ? [{ path: 'cause', message }] : []),
    ...(faultShare === null ? [{ path: 'faultShare', message }] : []),
  ]
  return fields.length === 0 ? undefined : invalidInput(...fields)
}

/** Looks over the option on the table: one of the reviews that the policy asks for. Who does not agree sends the whole proposal back. */
export const review: Verb<'review', [context: Pick<RemedyContext, 'options'>]> = (
  complaint,
  { agrees, comment, ...input },
  actor,
  now,
  { options },
) =>
  take('review', complaint, input, actor, now, {
    ...(agrees
      ? { patch: { reviewsOwed: complaint.reviewsOwed - 1, reviewerId: actor.staffId } }
      : { to: 'INVESTIGATING', patch: NO_PROPOSAL, options: rejected(options, comment) }),
    note: comment,
  })

const rejected = (options: readonly ComplaintOption[], reason: string | null): readonly ComplaintOption[] =>
  options.filter((it) => it.status === 'PROPOSED').map((it) => ({ ...it, status: 'REJECTED', reason }))

/** Approves the option on the table. What the client was promised meanwhile is counted anew, under the lock. */
export const approve: Verb<
  'approve',
  [context: Pick<RemedyContext, 'options' | 'approvedForClientMinor' | 'agreements'>]
> = (complaint, input, actor, now, context) => {
  const authorityAmountMinor = authorityAmount(context.approvedForClientMinor, complaint.amountMinor ?? 0)
  return take('approve', { ...complaint, authorityAmountMinor }, input, actor, now, {
    patch: {
      ...NO_APPROVAL,
      agreementOwed: needsAgreement(context.agreements, complaint.currentOptionKind, complaint.amountMinor),
      reviewerId: complaint.reviewerId,
      authorityAmountMinor,
      approverId: actor.staffId,
      approvedAt: now,
      contactAttempts: 0,
    },
    note: input.comment,
    options: withCurrent(complaint, context.options, { status: 'APPROVED', approvedAt: now }),
  })
}

/** Sends the whole proposal back to investigation. */
export const reject: Verb<'reject', [context: Pick<RemedyContext, 'options'>]> = (
  complaint,
  input,
  actor,
  now,
  { options },
) =>
  take('reject', complaint, input, actor, now, {
    patch: NO_PROPOSAL,
    note: input.reason,
    options: rejected(options, input.reason),
  })

export const offer: Verb<'offer', [context: Pick<RemedyContext, 'options'>]> = (
  complaint,
  input,
  actor,
  now,
  { options },
) =>
  take('offer', complaint, input, actor, now, {
    patch: { offeredAt: now },
    note: input.note,
    options: withCurrent(complaint, options, { status: 'OFFERED' }),
  })

export const logContactAttempt: Verb<'logContactAttempt'> = (complaint, input, actor, now) =>
  take('logContactAttempt', complaint, input, actor, now, {
    patch: { contactAttempts: complaint.contactAttempts + 1 },
    note: input.note,
  })

/** The refusal while too few attempts are logged. */
export const unreachedYet = (complaint: Complaint): DomainError | undefined =>
  complaint.contactAttempts >= MIN_CONTACT_ATTEMPTS
    ? undefined
    : notEligible(
        'contactAttempts',
        text(
          `须先登记至少 ${MIN_CONTACT_ATTEMPTS} 次联系。`,
          `Log at least ${MIN_CONTACT_ATTEMPTS} contact attempts first.`,
        ),
      )

/** The client's word to the option, or what stands for it. `note` is the word, as spoken or written. */
export const confirm: Verb<'confirm', [context: Pick<RemedyContext, 'options'>]> = (
  complaint,
  input,
  actor,
  now,
  { options },
) => {
  const unoffered = input.mode === 'CLIENT' && complaint.offeredAt === null
  return take('confirm', complaint, input, actor, now, {
    refuse: unoffered
      ? notEligible('optionIsOffered', text('请先向客户提出方案。', 'Offer the option to the client first.'))
      : input.mode === 'UNREACHABLE'
        ? unreachedYet(complaint)
        : undefined,
    patch: { confirmationMode: input.mode, confirmedAt: now },
    note: input.note,
    options: withCurrent(complaint, options, { status: 'ACCEPTED' }),
  })
}

/** The client does not want it: the next option by rank comes to the table, to be approved in its turn. */
export const refuseOption: Verb<'refuseOption', [context: RemedyContext]> = (
  complaint,
  input,
  actor,
  now,
  { options, approvedForClientMinor, reviewsFor },
) => {
  const refused = withCurrent(complaint, options, { status: 'REFUSED', reason: input.reason })
  const next = options
    .filter((it) => it.status === 'PROPOSED')
    .toSorted((one, other) => one.rank - other.rank)
    .at(0)
  // The refused option stands among the promised ones as it was read; it is no longer promised.
  const promised = Math.max(0, approvedForClientMinor - (complaint.amountMinor ?? 0))
  return take('refuseOption', complaint, input, actor, now, {
    ...(next === undefined
      ? { to: 'INVESTIGATING', patch: NO_PROPOSAL }
      : { to: 'PROPOSED', patch: { ...NO_APPROVAL, ...current(next, promised, reviewsFor) } }),
    note: input.reason,
    options: refused,
  })
}
