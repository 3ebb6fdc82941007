/** What becomes of proposals and agreements when their opportunity is won or lost, or its prices change. The opportunity is locked. */
import { notEligible, text, type Contract, type OpportunityInput } from '@steward/domain'
import { In } from 'typeorm'
import { invalidReference } from '../../database/invalid-reference.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { Opportunity } from '../opportunity.entity.ts'
import { SalesProposal, ServiceAgreement } from './sales-paper.entity.ts'
import { withdrawUnsigned } from './service-agreement.service.ts'

const WON_BY_IT = notEligible(
  'agreementIsNamed',
  text(
    '这个商机有服务协议：成交须以已签署的协议登记。',
    'There is an agreement: the opportunity is won by the signed one.',
  ),
)
const STILL_HOLDS = notEligible(
  'agreementHasEnded',
  text('已签署的服务协议仍然有效，请先终止协议。', 'The signed agreement still holds: end it first.'),
)

/** Sum, day and number of the contract: of the signed agreement where there is any agreement, else as they are stated. */
export const contractOf = async (
  tx: Transaction,
  { orgId, id: opportunityId }: Opportunity,
  { agreementId, wonMinor, contractOn, contractNumber }: OpportunityInput<'win'>,
): Promise<Contract> => {
  const standing = {
    orgId,
    opportunityId,
    status: In(['DRAFT', 'IN_SIGNING', 'APPROVED', 'SIGNED'] as const),
  }
  const agreement = await tx.manager.findOneBy(ServiceAgreement, standing)
  if (!agreement) {
    if (agreementId !== null) throw invalidReference('agreementId')
    return { wonMinor: wonMinor!, contractOn: contractOn!, contractNumber: contractNumber! }
  }
  if (agreement.status !== 'SIGNED' || agreement.id !== agreementId) throw new Refused(WON_BY_IT)
  const { totalMinor, signedOn, number } = agreement
  return { wonMinor: totalMinor, contractOn: signedOn!, contractNumber: number }
}

const mustNotBeSigned = async (tx: Transaction, { orgId, id: opportunityId }: Opportunity): Promise<void> => {
  if (await tx.manager.existsBy(ServiceAgreement, { orgId, opportunityId, status: 'SIGNED' }))
    throw new Refused(STILL_HOLDS)
}

/** Prices that a client has signed for do not change; what waits for a signature at the old ones is withdrawn. */
export const unsettlePapers = async (tx: Transaction, opportunity: Opportunity): Promise<void> => {
  await mustNotBeSigned(tx, opportunity)
  await withdrawUnsigned(tx, opportunity)
}

/** Of what is lost nobody hands over or signs anything any more. */
export const leavePapers = async (tx: Transaction, opportunity: Opportunity): Promise<void> => {
  await unsettlePapers(tx, opportunity)
  const { orgId, id: opportunityId } = opportunity
  const open = { orgId, opportunityId, status: In(['DRAFT', 'SENT'] as const) }
  for (const { id } of await tx.manager.findBy(SalesProposal, open))
    await tx.patch(SalesProposal, await tx.lock(SalesProposal, id), { status: 'WITHDRAWN' })
}
