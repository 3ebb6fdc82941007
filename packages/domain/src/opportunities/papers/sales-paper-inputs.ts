import { z } from 'zod'
import { CONTACT_CHANNELS } from '../../clients/vocabulary.ts'
import { expectedVersion, fieldIssue, id, localDay, optional, words } from '../../input.ts'
import { text } from '../../text.ts'
import { PROPOSAL_DECLINE_REASONS, type SalesProposalAction } from './sales-proposal.ts'
import type { ServiceAgreementAction } from './service-agreement.ts'

const step = { expectedVersion: expectedVersion() }
const note = () => words(1_000)
const sections = {
  sections: z
    .array(
      z.object({
        position: z.int().min(1).max(200),
        body: z.string().pipe(z.union([z.literal(''), words(20_000)])),
      }),
    )
    .min(1)
    .max(50),
}

const term = {
  periodFrom: optional(localDay()),
  periodTo: optional(localDay()),
  paymentTerms: optional(words(500)),
  ourSignerId: optional(id()),
}
const TO_BEFORE_FROM = text('不能早于开始日期。', 'Not before it begins.')
const BOTH = text('起止日期须一并填写。', 'Say both days, or neither.')
const wholeTerm = (
  { periodFrom, periodTo }: { readonly periodFrom: string | null; readonly periodTo: string | null },
  ctx: z.RefinementCtx,
) => {
  if ((periodFrom === null) !== (periodTo === null))
    ctx.addIssue(fieldIssue(periodFrom === null ? 'periodFrom' : 'periodTo', BOTH))
  else if (periodFrom !== null && periodTo !== null && periodTo < periodFrom)
    ctx.addIssue(fieldIssue('periodTo', TO_BEFORE_FROM))
}

export const SALES_PROPOSAL_INPUTS = {
  make: z
    .object({
      opportunityId: id(),
      /** The document, not a revision: the one that is in force is taken. */
      templateId: id(),
      contactId: optional(id()),
      unitId: optional(id()),
      validUntil: optional(localDay()),
      ...term,
    })
    .superRefine(wholeTerm),
  change: z.object({ ...step, ...sections }),
  send: z.object({
    ...step,
    channel: z.enum(CONTACT_CHANNELS),
    sentOn: localDay(),
    sentTo: words(100),
    note: optional(note()),
  }),
  accept: z.object({ ...step, answeredOn: localDay(), note: optional(note()) }),
  decline: z.object({
    ...step,
    answeredOn: localDay(),
    reason: z.enum(PROPOSAL_DECLINE_REASONS),
    note: optional(note()),
  }),
  withdraw: z.object({ ...step, reason: note() }),
} as const satisfies Record<SalesProposalAction, z.ZodType>

export type SalesProposalInput<A extends SalesProposalAction> = z.output<(typeof SALES_PROPOSAL_INPUTS)[A]>

export const SERVICE_AGREEMENT_INPUTS = {
  make: z
    .object({
      proposalId: id(),
      templateId: id(),
      /** When to be told that it ends soon; absent: two months before, or at once where it is shorter. */
      remindOn: optional(localDay()),
      ...term,
    })
    .superRefine(wholeTerm),
  change: z.object({ ...step, ...sections }),
  submit: z.object(step),
  review: z.object({ ...step, note: optional(note()) }),
  approve: z.object({ ...step, note: optional(note()) }),
  reject: z.object({ ...step, reason: note() }),
  withdraw: z.object({ ...step, reason: note() }),
  sign: z.object({ ...step, signedOn: localDay(), clientSigner: words(100) }),
  end: z.object({ ...step, endedOn: localDay(), reason: note() }),
} as const satisfies Record<ServiceAgreementAction, z.ZodType>

export type ServiceAgreementInput<A extends ServiceAgreementAction> = z.output<
  (typeof SERVICE_AGREEMENT_INPUTS)[A]
>
