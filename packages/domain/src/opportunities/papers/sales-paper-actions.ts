/** What each verb makes of a proposal or an agreement. Pure: the clock is an argument. */
import type { Actor } from '../../access/actor.ts'
import type { FactBag } from '../../access/facts.ts'
import { fail, invalidInput, ok, type Result } from '../../errors.ts'
import { refusal } from '../../lifecycle/state-machine.ts'
import type { Meaning } from '../../sign-off/meanings.ts'
import { text } from '../../text.ts'
import { withSections } from './sales-paper.ts'
import type { SalesProposalInput, ServiceAgreementInput } from './sales-paper-inputs.ts'
import {
  SALES_PROPOSAL_TRANSITIONS,
  salesProposalFacts,
  type SalesProposal,
  type SalesProposalAction,
} from './sales-proposal.ts'
import {
  SERVICE_AGREEMENT_TRANSITIONS,
  serviceAgreementFacts,
  type ServiceAgreement,
  type ServiceAgreementAction,
} from './service-agreement.ts'

const notAfterToday = (path: string, day: string, today: string) =>
  day <= today ? undefined : invalidInput({ path, message: text('不能晚于今天。', 'Not after today.') })
const notBefore = (
  path: string,
  day: string,
  from: string | null,
  message = text('不能早于送达日期。', 'Not before it was handed over.'),
) => (from === null || day >= from ? undefined : invalidInput({ path, message }))

const withinTerm = (path: string, day: string, until: string | null) =>
  until === null || day <= until
    ? undefined
    : invalidInput({
        path,
        message: text(
          `方案书只到 ${until} 有效，请另编一版。`,
          `The proposal held until ${until} only: make a new version.`,
        ),
      })

interface Given {
  readonly ofOpportunity: FactBag
  readonly now: Date
  /** Of the organization. */
  readonly today: string
}

type MadeVerb = Exclude<SalesProposalAction, 'make'>
type Patch<T> = Result<Partial<T>>

const PROPOSAL_CHANGES: {
  readonly [A in MadeVerb]: (
    it: SalesProposal,
    input: SalesProposalInput<A>,
    actor: Actor,
    given: Given,
  ) => Patch<SalesProposal>
} = {
  change: ({ clauses }, { sections }) => {
    const worded = withSections(clauses, sections)
    return worded.ok ? ok({ clauses: worded.value }) : worded
  },
  send: (_, { channel, sentOn, sentTo, note }, { staffId }, { today }) => {
    const wrong = notAfterToday('sentOn', sentOn, today)
    return wrong ? fail(wrong) : ok({ status: 'SENT', channel, sentOn, sentTo, note, sentById: staffId })
  },
  accept: ({ sentOn, validUntil }, { answeredOn, note }, _, { today }) => {
    const wrong =
      notAfterToday('answeredOn', answeredOn, today) ??
      notBefore('answeredOn', answeredOn, sentOn) ??
      withinTerm('answeredOn', answeredOn, validUntil)
    return wrong ? fail(wrong) : ok({ status: 'ACCEPTED', answeredOn, note })
  },
  decline: ({ sentOn }, { answeredOn, reason, note }, _, { today }) => {
    const wrong =
      notAfterToday('answeredOn', answeredOn, today) ?? notBefore('answeredOn', answeredOn, sentOn)
    return wrong ? fail(wrong) : ok({ status: 'DECLINED', answeredOn, declineReason: reason, note })
  },
  withdraw: (_, { reason }) => ok({ status: 'WITHDRAWN', note: reason }),
}

export const changeSalesProposal = <A extends MadeVerb>(
  action: A,
  it: SalesProposal,
  input: SalesProposalInput<A>,
  actor: Actor,
  given: Given,
): Patch<SalesProposal> => {
  const refused = refusal(
    SALES_PROPOSAL_TRANSITIONS,
    action,
    actor,
    salesProposalFacts(it, given.ofOpportunity),
  )
  if (refused) return fail(refused)
  return PROPOSAL_CHANGES[action](it, input, actor, given)
}

export interface AgreementChange {
  readonly patch: Partial<ServiceAgreement>
  readonly signs: Meaning | null
  readonly comment: string | null
}

const UNDECIDED = {
  status: 'DRAFT',
  preparedById: null,
  submittedAt: null,
  reviewsOwed: 0,
  reviewerId: null,
  decidedById: null,
  decidedAt: null,
} as const

type AgreementVerb = Exclude<ServiceAgreementAction, 'make'>
const plain = (patch: Partial<ServiceAgreement>): Result<AgreementChange> =>
  ok({ patch, signs: null, comment: null })

const AGREEMENT_CHANGES: {
  readonly [A in AgreementVerb]: (
    it: ServiceAgreement,
    input: ServiceAgreementInput<A>,
    actor: Actor,
    given: Given & { readonly reviewsOwed: number },
  ) => Result<AgreementChange>
} = {
  change: ({ clauses, writerIds }, { sections }, { staffId }) => {
    const worded = withSections(clauses, sections)
    return worded.ok
      ? plain({ clauses: worded.value, writerIds: [...new Set([...writerIds, staffId])] })
      : worded
  },
  submit: ({ revision }, _, { staffId }, { now, reviewsOwed }) =>
    ok({
      patch: {
        status: 'IN_SIGNING',
        revision: revision + 1,
        preparedById: staffId,
        submittedAt: now,
        reviewsOwed,
        reason: null,
      },
      signs: 'PREPARED',
      comment: null,
    }),
  review: ({ reviewsOwed }, { note }, { staffId }) =>
    ok({ patch: { reviewsOwed: reviewsOwed - 1, reviewerId: staffId }, signs: 'REVIEWED', comment: note }),
  approve: (_, { note }, { staffId }, { now }) =>
    ok({
      patch: { status: 'APPROVED', decidedById: staffId, decidedAt: now },
      signs: 'APPROVED',
      comment: note,
    }),
  reject: (_, { reason }, { staffId }, { now }) =>
    ok({
      patch: { ...UNDECIDED, decidedById: staffId, decidedAt: now, reason },
      signs: 'REJECTED',
      comment: reason,
    }),
  withdraw: (_, { reason }) => plain({ status: 'WITHDRAWN', reason }),
  sign: (_, { signedOn, clientSigner }, __, { today }) => {
    const wrong = notAfterToday('signedOn', signedOn, today)
    return wrong ? fail(wrong) : plain({ status: 'SIGNED', signedOn, clientSigner })
  },
  end: ({ signedOn }, { endedOn, reason }, _, { today }) => {
    const wrong =
      notAfterToday('endedOn', endedOn, today) ??
      notBefore('endedOn', endedOn, signedOn, text('不能早于签署日期。', 'Not before it was signed.'))
    return wrong ? fail(wrong) : plain({ status: 'ENDED', endedOn, reason })
  },
}

/** @param given.reviewsOwed as many as the signature policy asks for */
export const changeServiceAgreement = <A extends AgreementVerb>(
  action: A,
  it: ServiceAgreement,
  input: ServiceAgreementInput<A>,
  actor: Actor,
  given: Given & { readonly reviewsOwed: number },
): Result<AgreementChange> => {
  const facts = serviceAgreementFacts(it, given.ofOpportunity)
  const refused = refusal(SERVICE_AGREEMENT_TRANSITIONS, action, actor, facts)
  if (refused) return fail(refused)
  return AGREEMENT_CHANGES[action](it, input, actor, given)
}

const TWO_MONTHS = 60 * 86_400_000

/** When to speak of what comes after: sixty days before the end, and never before the beginning. */
export const renewalReminder = (periodFrom: string, periodTo: string): string => {
  const early = new Date(Date.parse(periodTo) - TWO_MONTHS).toISOString().slice(0, 10)
  return early < periodFrom ? periodFrom : early
}
