/** The verbs of a service agreement: signed inside as a contract review, then by the client. The opportunity is locked first. */
import {
  changeServiceAgreement,
  invalidInput,
  notEligible,
  numberPeriod,
  parseInput,
  planSteps,
  renewalReminder,
  reviewsOf,
  SERVICE_AGREEMENT_INPUTS,
  SERVICE_AGREEMENT_SHAPE,
  serviceAgreementFacts,
  serviceAgreementNumber,
  startOfDay,
  text,
  type FactBag,
  type ServiceAgreementAction,
  type ServiceAgreementInput,
} from '@steward/domain'
import { In } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { refuseWriters } from '../../sign-off/refuse-writers.service.ts'
import { signaturePolicyInForce } from '../../sign-off/signature-policy.service.ts'
import {
  beginSigning,
  endSigning,
  roundOf,
  signNext,
  type SigningSubject,
} from '../../sign-off/signing.service.ts'
import { approvedPrices, filledPaper, nameOfStaff, templateInForce } from './fill-paper.service.ts'
import { SalesProposal, ServiceAgreement, ServiceAgreementDue } from './sales-paper.entity.ts'
import { begunPaper, mustBeAtPrices, mustGoOn } from './sales-proposal.service.ts'

type Answer = Promise<ServiceAgreement | UserError>

const subjectOf = (agreement: ServiceAgreement): SigningSubject => ({
  kind: 'SERVICE_AGREEMENT',
  subjectType: 'ServiceAgreement',
  subjectId: agreement.id,
  revision: Math.max(agreement.revision, 1),
  content: { serviceAgreement: agreement, salesClauses: agreement.clauses, priceLines: agreement.lines },
  shape: SERVICE_AGREEMENT_SHAPE,
})

const NOT_ACCEPTED = notEligible(
  'proposalIsAccepted',
  text(
    '协议须从客户已接受的方案书编制。',
    'An agreement is made from a proposal that the client has accepted.',
  ),
)
const STANDING = ['DRAFT', 'IN_SIGNING', 'APPROVED', 'SIGNED'] as const
const said = (path: string, zh: string, en: string) =>
  new Refused(invalidInput({ path, message: text(zh, en) }))

/** Parties, prices and terms are those of the proposal; only what it left open is said here. One of an opportunity stands: DUPLICATE names it. */
export const make = (context: VerbContext, input: object): Answer =>
  transaction(context, 'serviceAgreement:make', async (tx) => {
    const stated = orRefuse(parseInput(SERVICE_AGREEMENT_INPUTS.make, withUuids(input)))
    const { opportunityId } = await tx.get(SalesProposal, stated.proposalId)
    const { opportunity } = await begunPaper(tx, opportunityId)
    mustGoOn(opportunity)
    const { orgId } = opportunity
    const proposal = await tx.lock(SalesProposal, stated.proposalId)
    if (proposal.status !== 'ACCEPTED') throw new Refused(NOT_ACCEPTED)
    await mustBeAtPrices(tx, proposal)
    const existing = await tx.manager.findOneBy(ServiceAgreement, {
      orgId,
      opportunityId,
      status: In(STANDING),
    })
    if (existing) throw new Refused({ code: 'DUPLICATE', existingId: existing.id })
    const template = await templateInForce(tx, stated.templateId, 'AGREEMENT_TEMPLATE')
    const form = await approvedPrices(tx, opportunity)
    const periodFrom = stated.periodFrom ?? proposal.periodFrom
    const periodTo = stated.periodTo ?? proposal.periodTo
    if (periodFrom === null || periodTo === null)
      throw said('periodFrom', '请定下服务期限。', 'Say from when until when.')
    const { ourSignerId } = { ourSignerId: stated.ourSignerId ?? tx.actor.staffId }
    const ourSigner = await nameOfStaff(tx.manager, orgId, ourSignerId)
    if (ourSigner === null) throw invalidReference('ourSignerId')
    const { timeZone } = await lockOrganization(tx)
    const month = numberPeriod(tx.now, timeZone)
    const serial = await nextSerial(tx.manager, orgId, 'serviceAgreement', month)
    const number = serviceAgreementNumber(month, serial)
    const { contactName, unit, paymentTerms } = proposal.filled
    const paper = await filledPaper(tx, opportunity, template, form, {
      contactName,
      unit,
      periodFrom,
      periodTo,
      paymentTerms: stated.paymentTerms ?? paymentTerms,
      validUntil: null,
      ourSigner,
      number,
      proposalNumber: proposal.number,
      today: await todayOf(tx),
    })
    return tx.insert(ServiceAgreement, {
      ...paper,
      clauses: [...paper.clauses],
      lines: [...paper.lines],
      number,
      opportunityId,
      proposalId: proposal.id,
      templateId: template.id,
      status: 'DRAFT',
      revision: 0,
      periodFrom,
      periodTo,
      remindOn: stated.remindOn ?? renewalReminder(periodFrom, periodTo),
      remindedAt: null,
      draftedById: tx.actor.staffId,
      draftedAt: tx.now,
      writerIds: [tx.actor.staffId],
      preparedById: null,
      submittedAt: null,
      reviewsOwed: 0,
      reviewerId: null,
      decidedById: null,
      decidedAt: null,
      ourSignerId,
      signedOn: null,
      clientSigner: null,
      endedOn: null,
      reason: null,
      version: 1,
    })
  })

const VERBS = {
  PREPARED: 'serviceAgreement:submit',
  REVIEWED: 'serviceAgreement:review',
  APPROVED: 'serviceAgreement:approve',
} as const

const reviewsFor = async (tx: Transaction, { orgId, totalMinor }: ServiceAgreement): Promise<number> => {
  const policy = await signaturePolicyInForce(tx.manager, orgId)
  const matter = { kind: 'SERVICE_AGREEMENT', amountMinor: totalMinor, grade: null, siteTier: null } as const
  return reviewsOf(planSteps(policy, [matter]), 1)
}

const endRound = async (tx: Transaction, agreement: ServiceAgreement): Promise<void> => {
  const round = await roundOf(tx, subjectOf(agreement))
  if (round?.signing.state === 'OPEN') await endSigning(tx, round)
}

/** Once signed, whoever answers for the opportunity is told in time what ends. History reminds nobody. */
const remind = async (tx: Transaction, { orgId, id, remindOn }: ServiceAgreement): Promise<void> => {
  if (tx.context.history) return
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const row = { orgId, id, dueAt: startOfDay(remindOn, timeZone), attempts: 0 }
  await tx.manager.upsert(ServiceAgreementDue, row, ['orgId', 'id'])
}

const verb =
  <A extends Exclude<ServiceAgreementAction, 'make'>>(action: A) =>
  (context: VerbContext, input: { readonly agreementId: string }): Answer =>
    transaction(context, `serviceAgreement:${action}`, async (tx) => {
      const { agreementId, ...stated } = withUuids(input) as { agreementId: string }
      const parsed = orRefuse(
        parseInput(SERVICE_AGREEMENT_INPUTS[action], stated),
      ) as ServiceAgreementInput<A>
      const { opportunityId } = await tx.get(ServiceAgreement, agreementId)
      const { opportunity, facts } = await begunPaper(tx, opportunityId)
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const agreement = await tx.lock(ServiceAgreement, agreementId, expectedVersion)
      tx.admit('serviceAgreement:read', serviceAgreementFacts(agreement, facts))
      if (action !== 'withdraw' && action !== 'end') mustGoOn(opportunity)
      const reviewsOwed = action === 'submit' ? await reviewsFor(tx, agreement) : 0
      const given = { ofOpportunity: facts, now: tx.now, today: await todayOf(tx), reviewsOwed }
      const { patch, signs, comment } = orRefuse(
        changeServiceAgreement(action, agreement, parsed, tx.actor, given),
      )
      if (action === 'review' || action === 'approve') await refuseWriters(tx, agreement)
      if (action === 'withdraw') await endRound(tx, agreement)
      if (action === 'submit' || action === 'approve' || action === 'sign') await mustStand(tx, agreement)
      const after = await tx.patch(ServiceAgreement, agreement, patch as Partial<ServiceAgreement>)
      if (signs !== null) await signed(tx, action, agreement, after, { signs, comment, facts })
      if (action === 'sign') await remind(tx, after)
      return after
    })

/** Nobody signs what the approved prices no longer say, or what the client has declined since. */
const mustStand = async (tx: Transaction, { orgId, proposalId, priceRevision }: ServiceAgreement) => {
  const { priceFormId, status } = await tx.manager.findOneByOrFail(SalesProposal, { orgId, id: proposalId })
  if (status !== 'ACCEPTED') throw new Refused(NOT_ACCEPTED)
  await mustBeAtPrices(tx, { orgId, priceFormId, priceRevision })
}

const signed = async (
  tx: Transaction,
  action: Exclude<ServiceAgreementAction, 'make'>,
  before: ServiceAgreement,
  after: ServiceAgreement,
  {
    signs,
    comment,
    facts,
  }: {
    readonly signs: Parameters<typeof signNext>[3]['meaning']
    readonly comment: string | null
    readonly facts: FactBag
  },
): Promise<void> => {
  const given = {
    meaning: signs,
    verb: `serviceAgreement:${action}`,
    facts: serviceAgreementFacts(before, facts),
    comment,
  } as const
  if (action !== 'submit') {
    await signNext(tx, (await roundOf(tx, subjectOf(before)))!, subjectOf(after), given)
    return
  }
  const part = { amountMinor: null, grade: null, siteTier: null, commitsMinor: after.totalMinor }
  await beginSigning(tx, subjectOf(after), [part], { ...given, verbs: VERBS })
}

export const change = verb('change')
export const submit = verb('submit')
export const review = verb('review')
export const approve = verb('approve')
export const reject = verb('reject')
export const withdraw = verb('withdraw')
export const sign = verb('sign')
export const end = verb('end')

/** Of what is lost, or at other prices now, nothing is signed any more: what is not signed by the client yet is withdrawn. The opportunity is locked. */
export const withdrawUnsigned = async (
  tx: Transaction,
  { orgId, id: opportunityId }: { readonly orgId: string; readonly id: string },
): Promise<void> => {
  const waiting = { orgId, opportunityId, status: In(['DRAFT', 'IN_SIGNING', 'APPROVED'] as const) }
  for (const found of await tx.manager.findBy(ServiceAgreement, waiting)) {
    const agreement = await tx.lock(ServiceAgreement, found.id)
    await endRound(tx, agreement)
    await tx.patch(ServiceAgreement, agreement, { status: 'WITHDRAWN' })
  }
}
