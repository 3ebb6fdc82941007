/** The verbs of a price approval form. The client is held and the opportunity locked first, then the form. */
import {
  changePriceForm,
  DEFAULT_PRICE_POLICY,
  isOpenStage,
  notEligible,
  numberPeriod,
  opportunityFacts,
  parseInput,
  planSteps,
  PRICE_FORM_INPUTS,
  PRICE_FORM_SHAPE,
  PRICE_POLICY_INPUT,
  priceApprovers,
  priceFormFacts,
  priceFormNumber,
  priceSums,
  reviewsOf,
  text,
  UNDECIDED_PRICES,
  type FactBag,
  type PriceFormAction,
  type PriceFormInput,
} from '@steward/domain'
import { Not } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { setPolicyRow } from '../../organization/policy-row.service.ts'
import { refuseWriters } from '../../sign-off/refuse-writers.service.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import { lockOpportunity, patchOpportunity, tellOpportunity } from '../kept-opportunity.service.ts'
import type { Opportunity } from '../opportunity.entity.ts'
import { unsettlePapers } from '../papers/papers-of-opportunity.service.ts'
import { PriceForm, PricePolicyEntity } from './price-form.entity.ts'

type Answer = Promise<PriceForm | UserError>

const subjectOf = (form: PriceForm): SigningSubject => ({
  kind: 'PRICE_FORM',
  subjectType: 'PriceForm',
  subjectId: form.id,
  revision: Math.max(form.revision, 1),
  content: { priceForm: form, priceLines: form.lines },
  shape: PRICE_FORM_SHAPE,
})

const ENDED = notEligible(
  'opportunityIsOpen',
  text('商机已经结束，不能再核定价格。', 'The opportunity has ended: no prices are approved for it.'),
)

/** A form of an opportunity on which nobody works any more stays as it is. */
const begun = async (
  tx: Transaction,
  opportunityId: string,
): Promise<{ readonly opportunity: Opportunity; readonly facts: FactBag }> => {
  const { opportunity, client } = await lockOpportunity(tx, opportunityId)
  const facts = opportunityFacts(opportunity, client.keyAccountManagerId)
  tx.admit('opportunity:read', facts)
  await refuseMerged(tx, client)
  if (!isOpenStage(opportunity.status)) throw new Refused(ENDED)
  return { opportunity, facts }
}

/** One form of an opportunity stands: DUPLICATE names it. */
export const draft = (context: VerbContext, input: object): Answer =>
  transaction(context, 'priceForm:draft', async (tx) => {
    const { opportunityId, lines, note } = orRefuse(parseInput(PRICE_FORM_INPUTS.draft, withUuids(input)))
    await begun(tx, opportunityId)
    const { organizationId: orgId } = tx.actor
    const standing = { orgId, opportunityId, status: Not('WITHDRAWN' as const) }
    const existing = await tx.manager.findOneBy(PriceForm, standing)
    if (existing) throw new Refused({ code: 'DUPLICATE', existingId: existing.id })
    const { timeZone } = await lockOrganization(tx)
    const month = numberPeriod(tx.now, timeZone)
    return tx.insert(PriceForm, {
      number: priceFormNumber(month, await nextSerial(tx.manager, orgId, 'priceForm', month)),
      opportunityId,
      status: 'DRAFT',
      revision: 0,
      lines,
      ...priceSums(lines),
      note,
      draftedById: tx.actor.staffId,
      draftedAt: tx.now,
      writerIds: [tx.actor.staffId],
      preparedById: null,
      submittedAt: null,
      reviewsOwed: 0,
      reviewerId: null,
      decidedById: null,
      decidedAt: null,
      reason: null,
      version: 1,
    })
  })

const VERBS = {
  PREPARED: 'priceForm:submit',
  REVIEWED: 'priceForm:review',
  APPROVED: 'priceForm:approve',
} as const

const reviewsFor = async (tx: Transaction, { orgId, offeredMinor }: PriceForm): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, orgId)
  const matter = { kind: 'PRICE_FORM', amountMinor: offeredMinor, grade: null, siteTier: null } as const
  return reviewsOf(planSteps(policy, [matter]), 1)
}

/** Runs a verb on a form whose opportunity the person may read. */
const verb =
  <A extends Exclude<PriceFormAction, 'draft'>>(action: A) =>
  (context: VerbContext, input: { readonly priceFormId: string }): Answer =>
    transaction(context, `priceForm:${action}`, async (tx) => {
      const { priceFormId, ...stated } = withUuids(input) as { priceFormId: string }
      const parsed = orRefuse(parseInput(PRICE_FORM_INPUTS[action], stated)) as PriceFormInput<A>
      const { opportunityId } = await tx.get(PriceForm, priceFormId)
      const { opportunity, facts } = await begun(tx, opportunityId)
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const form = await tx.lock(PriceForm, priceFormId, expectedVersion)
      tx.admit('priceForm:read', priceFormFacts(form, facts))
      const reviewsOwed = action === 'submit' ? await reviewsFor(tx, form) : 0
      const given = { ofOpportunity: facts, now: tx.now, reviewsOwed }
      const { patch, signs, comment } = orRefuse(changePriceForm(action, form, parsed, tx.actor, given))
      if (action === 'review' || action === 'approve') await refuseWriters(tx, form)
      if (action === 'withdraw') await endRound(tx, form)
      if (action === 'change' && form.status === 'APPROVED') await unsettlePapers(tx, opportunity)
      const after = await tx.patch(PriceForm, form, patch as Partial<PriceForm>)
      if (signs !== null) {
        const signed = {
          meaning: signs,
          verb: `priceForm:${action}`,
          facts: priceFormFacts(form, facts),
          comment,
        } as const
        if (action === 'submit') await begin(tx, after, signed)
        else await signNext(tx, (await roundOf(tx, subjectOf(form)))!, subjectOf(after), signed)
      }
      if (action === 'change' && form.status === 'APPROVED') await unsettle(tx, opportunity)
      return after
    })

type Signed = Parameters<typeof signNext>[3]

const begin = async (tx: Transaction, form: PriceForm, signed: Signed): Promise<void> => {
  const policy = await pricePolicyOf(tx, form.orgId)
  const part = {
    amountMinor: null,
    grade: null,
    siteTier: null,
    commitsMinor: form.offeredMinor,
    approvers: priceApprovers(policy, form),
  }
  await beginSigning(tx, subjectOf(form), [part], { ...signed, verbs: VERBS })
}

const endRound = async (tx: Transaction, form: PriceForm): Promise<void> => {
  const round = await roundOf(tx, subjectOf(form))
  if (round) await endSigning(tx, round)
}

/** Of what is lost nobody signs prices any more: what waits is a draft again. The opportunity is locked. */
export const leaveUnsigned = async (tx: Transaction, { orgId, id }: Opportunity): Promise<void> => {
  const waiting = { orgId, opportunityId: id, status: 'IN_SIGNING' } as const
  for (const found of await tx.manager.findBy(PriceForm, waiting)) {
    const form = await tx.lock(PriceForm, found.id)
    await endRound(tx, form)
    await tx.patch(PriceForm, form, { ...UNDECIDED_PRICES })
  }
}

/** What was approved before it was lost is approved anew, however long ago that was. The opportunity is locked. */
export const takeApprovalBack = async (tx: Transaction, { orgId, id }: Opportunity): Promise<void> => {
  const approved = { orgId, opportunityId: id, status: 'APPROVED' } as const
  for (const found of await tx.manager.findBy(PriceForm, approved)) {
    const form = await tx.lock(PriceForm, found.id)
    await tx.patch(PriceForm, form, { ...UNDECIDED_PRICES })
  }
}

const pricePolicyOf = async (tx: Transaction, orgId: string) =>
  (await tx.manager.findOneBy(PricePolicyEntity, { orgId })) ?? DEFAULT_PRICE_POLICY

/** What was agreed on stands on these prices no more. */
const unsettle = async (tx: Transaction, opportunity: Opportunity): Promise<void> => {
  if (opportunity.status !== 'SIGNING') return
  const after = await patchOpportunity(tx, opportunity, { status: 'QUOTATION', touchedAt: tx.now })
  await tellOpportunity(tx, after, 'SIGNING', { action: 'unsettle' })
}

export const change = verb('change')
export const submit = verb('submit')
export const review = verb('review')
export const approve = verb('approve')
export const reject = verb('reject')
export const withdraw = verb('withdraw')

/** Counts for what is submitted from now on: what waits keeps whom it asked. */
export const setPolicy = (context: VerbContext, input: object): Promise<PricePolicyEntity | UserError> =>
  transaction(context, 'pricePolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(PRICE_POLICY_INPUT, input))
    return setPolicyRow(tx, PricePolicyEntity, policy, expectedVersion)
  })
