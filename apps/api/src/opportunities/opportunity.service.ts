/** The verbs of an opportunity between its beginning and its end. */
import {
  comesTo,
  followedUp,
  givenTo,
  lostBy,
  OPPORTUNITY_POLICY_INPUT,
  parseInput,
  reopened,
  wonBy,
} from '@steward/domain'
import { answersForClients } from '../clients/answers-for-clients.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import type { UserError } from '../graphql/user-error.ts'
import { setPolicyRow } from '../organization/policy-row.service.ts'
import { opportunityVerb, patchOpportunity, tellOpportunity, type Step } from './kept-opportunity.service.ts'
import { mustHaveApprovedPrices, mustCoverPrices } from './prices/approved-prices.service.ts'
import { contractOf, leavePapers } from './papers/papers-of-opportunity.service.ts'
import { leaveUnsigned, takeApprovalBack } from './prices/price-form.service.ts'
import { mustBeProject } from './open-opportunity.service.ts'
import { OpportunityPolicyEntity, type Opportunity } from './opportunity.entity.ts'

type Advancing = 'propose' | 'quote' | 'agree' | 'stepBack'

/** It goes on to its next stage, or back by one. */
const goOn = async <A extends Advancing>(
  tx: Transaction,
  action: A,
  { opportunity, to, input }: Step<A>,
): Promise<Opportunity> => {
  const after = await patchOpportunity(tx, opportunity, comesTo(opportunity, to, tx.now))
  const { note } = input as { readonly note: string | null }
  await tellOpportunity(tx, after, opportunity.status, { action, note })
  return after
}

export const propose = opportunityVerb('propose', (tx, step) => goOn(tx, 'propose', step))
export const quote = opportunityVerb('quote', (tx, step) => goOn(tx, 'quote', step))
/** What is about to be signed stands on prices that somebody approved. */
export const agree = opportunityVerb('agree', async (tx, step) => {
  await mustHaveApprovedPrices(tx, step.opportunity)
  return goOn(tx, 'agree', step)
})
export const stepBack = opportunityVerb('stepBack', (tx, step) => goOn(tx, 'stepBack', step))

export const contact = opportunityVerb('contact', async (tx, { opportunity, input }) => {
  const after = await patchOpportunity(tx, opportunity, followedUp(input, tx.now))
  const { channel, note } = input
  await tellOpportunity(tx, after, opportunity.status, { action: 'contact', channel, note })
  return after
})

export const assign = opportunityVerb('assign', async (tx, { opportunity, input: { assigneeId, note } }) => {
  await answersForClients(tx, assigneeId, 'assigneeId')
  const after = await patchOpportunity(tx, opportunity, givenTo(assigneeId, tx.now))
  await tellOpportunity(tx, after, opportunity.status, { action: 'assign', assigneeId, note })
  if (assigneeId !== tx.actor.staffId) tx.emit('opportunityAssigned', { type: 'Opportunity', id: after.id })
  return after
})

export const win = opportunityVerb('win', async (tx, { opportunity, input }) => {
  const contract = await contractOf(tx, opportunity, input)
  await mustCoverPrices(tx, opportunity, contract.wonMinor)
  const after = await patchOpportunity(tx, opportunity, wonBy(opportunity, contract, tx.now))
  await tellOpportunity(tx, after, opportunity.status, { action: 'win', note: input.note })
  return after
})

export const lose = opportunityVerb('lose', async (tx, { opportunity, input }) => {
  await leavePapers(tx, opportunity)
  await leaveUnsigned(tx, opportunity)
  const after = await patchOpportunity(tx, opportunity, lostBy(input, tx.now))
  await tellOpportunity(tx, after, opportunity.status, { action: 'lose', note: input.note })
  return after
})

export const reopen = opportunityVerb('reopen', async (tx, { opportunity, input: { note } }) => {
  await takeApprovalBack(tx, opportunity)
  const after = await patchOpportunity(tx, opportunity, reopened(tx.now))
  await tellOpportunity(tx, after, opportunity.status, { action: 'reopen', note })
  return after
})

/** What was learnt in between: no touch of its own, a contact is logged for that. */
export const amend = opportunityVerb('amend', async (tx, { opportunity, input }) => {
  const { expectedVersion: _, ...stated } = input
  await mustBeProject(tx, stated.projectId)
  const change = Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined))
  const after = await patchOpportunity(tx, opportunity, change)
  await tellOpportunity(tx, after, opportunity.status, { action: 'amend' })
  return after
})

/** Chances count at once; the time that one may lie untouched, from its next touch on. */
export const setPolicy = (
  context: VerbContext,
  input: object,
): Promise<OpportunityPolicyEntity | UserError> =>
  transaction(context, 'opportunityPolicy:set', async (tx) => {
    const { expectedVersion, ...policy } = orRefuse(parseInput(OPPORTUNITY_POLICY_INPUT, input))
    return setPolicyRow(tx, OpportunityPolicyEntity, policy, expectedVersion)
  })
