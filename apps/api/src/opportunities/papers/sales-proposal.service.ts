/** The verbs of a proposal. The client is held and the opportunity locked first, then the proposal. */
import {
  changeSalesProposal,
  isOpenStage,
  notEligible,
  numberPeriod,
  opportunityFacts,
  parseInput,
  SALES_PROPOSAL_INPUTS,
  salesProposalFacts,
  salesProposalNumber,
  text,
  type FactBag,
  type SalesProposalAction,
  type SalesProposalInput,
} from '@steward/domain'
import { In } from 'typeorm'
import { lockOrganization } from '../../access/rights.service.ts'
import { refuseMerged } from '../../clients/kept-client.ts'
import type { VerbContext } from '../../context.ts'
import { nextSerial } from '../../database/counter.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../../money/day-of-organization.service.ts'
import { lockOpportunity } from '../kept-opportunity.service.ts'
import type { Opportunity } from '../opportunity.entity.ts'
import { PriceForm } from '../prices/price-form.entity.ts'
import {
  approvedPrices,
  filledPaper,
  nameOfStaff,
  namesOf,
  NOTHING_SAID,
  templateInForce,
} from './fill-paper.service.ts'
import { SalesProposal } from './sales-paper.entity.ts'

type Answer = Promise<SalesProposal | UserError>

const ENDED = notEligible('opportunityIsOpen', text('商机已经结束。', 'The opportunity has ended.'))

/** What is done about an opportunity that somebody works on, and that the actor may read. */
export const begunPaper = async (
  tx: Transaction,
  opportunityId: string,
): Promise<{ readonly opportunity: Opportunity; readonly facts: FactBag }> => {
  const { opportunity, client } = await lockOpportunity(tx, opportunityId)
  const facts = opportunityFacts(opportunity, client.keyAccountManagerId)
  tx.admit('opportunity:read', facts)
  await refuseMerged(tx, client)
  return { opportunity, facts }
}

export const mustGoOn = ({ status }: Opportunity): void => {
  if (!isOpenStage(status)) throw new Refused(ENDED)
}

/** A new version takes the place of what was drafted or handed over before. */
const supersede = async (tx: Transaction, { orgId, id: opportunityId }: Opportunity): Promise<void> => {
  const before = { orgId, opportunityId, status: In(['DRAFT', 'SENT', 'ACCEPTED'] as const) }
  for (const { id } of await tx.manager.findBy(SalesProposal, before))
    await tx.patch(SalesProposal, await tx.lock(SalesProposal, id), { status: 'SUPERSEDED' })
}

export const make = (context: VerbContext, input: object): Answer =>
  transaction(context, 'salesProposal:make', async (tx) => {
    const stated = orRefuse(parseInput(SALES_PROPOSAL_INPUTS.make, withUuids(input)))
    const { opportunity } = await begunPaper(tx, stated.opportunityId)
    mustGoOn(opportunity)
    const { orgId, id: opportunityId } = opportunity
    const form = await approvedPrices(tx, opportunity)
    const template = await templateInForce(tx, stated.templateId, 'PROPOSAL_TEMPLATE')
    const names = await namesOf(tx, opportunity, stated)
    await supersede(tx, opportunity)
    const ordinal = 1 + (await tx.manager.countBy(SalesProposal, { orgId, opportunityId }))
    const { periodFrom, periodTo, paymentTerms, validUntil } = stated
    const ourSigner = await nameOfStaff(tx.manager, orgId, stated.ourSignerId)
    const { timeZone } = await lockOrganization(tx)
    const month = numberPeriod(tx.now, timeZone)
    const number = salesProposalNumber(month, await nextSerial(tx.manager, orgId, 'salesProposal', month))
    const paper = await filledPaper(tx, opportunity, template, form, {
      ...NOTHING_SAID,
      ...names,
      periodFrom,
      periodTo,
      paymentTerms,
      validUntil,
      ourSigner,
      number,
      today: await todayOf(tx),
    })
    return tx.insert(SalesProposal, {
      ...paper,
      clauses: [...paper.clauses],
      lines: [...paper.lines],
      number,
      opportunityId,
      ordinal,
      status: 'DRAFT',
      templateId: template.id,
      priceFormId: form.id,
      periodFrom,
      periodTo,
      validUntil,
      madeById: tx.actor.staffId,
      madeAt: tx.now,
      sentOn: null,
      channel: null,
      sentTo: null,
      sentById: null,
      answeredOn: null,
      declineReason: null,
      note: null,
      version: 1,
    })
  })

const OTHER_PRICES = notEligible(
  'pricesAreApproved',
  text(
    '价格核定表已有变动，请按新的价格另编一版。',
    'The approved prices have changed: make a new version at the new ones.',
  ),
)

/** What is handed over, or agreed on, is at the prices that stand. */
export const mustBeAtPrices = async (
  tx: Transaction,
  { orgId, priceFormId, priceRevision }: Pick<SalesProposal, 'orgId' | 'priceFormId' | 'priceRevision'>,
): Promise<void> => {
  const form = await tx.manager.findOneBy(PriceForm, { orgId, id: priceFormId })
  if (form?.status !== 'APPROVED' || form.revision !== priceRevision) throw new Refused(OTHER_PRICES)
}

const verb =
  <A extends Exclude<SalesProposalAction, 'make'>>(action: A) =>
  (context: VerbContext, input: { readonly proposalId: string }): Answer =>
    transaction(context, `salesProposal:${action}`, async (tx) => {
      const { proposalId, ...stated } = withUuids(input) as { proposalId: string }
      const parsed = orRefuse(parseInput(SALES_PROPOSAL_INPUTS[action], stated)) as SalesProposalInput<A>
      const { opportunityId } = await tx.get(SalesProposal, proposalId)
      const { opportunity, facts } = await begunPaper(tx, opportunityId)
      const { expectedVersion } = parsed as { readonly expectedVersion: number }
      const proposal = await tx.lock(SalesProposal, proposalId, expectedVersion)
      tx.admit('salesProposal:read', salesProposalFacts(proposal, facts))
      if (action !== 'withdraw') mustGoOn(opportunity)
      const given = { ofOpportunity: facts, now: tx.now, today: await todayOf(tx) }
      const patch = orRefuse(changeSalesProposal(action, proposal, parsed, tx.actor, given))
      if (action === 'send' || action === 'accept') await mustBeAtPrices(tx, proposal)
      return tx.patch(SalesProposal, proposal, patch as Partial<SalesProposal>)
    })

export const change = verb('change')
export const send = verb('send')
export const accept = verb('accept')
export const decline = verb('decline')
export const withdraw = verb('withdraw')
