/** Nothing goes to be signed at prices that nobody approved. */
import { invalidInput, notEligible, signedAmount, text } from '@steward/domain'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import type { Opportunity } from '../opportunity.entity.ts'
import { PriceForm } from './price-form.entity.ts'

const NOT_APPROVED = notEligible(
  'pricesAreApproved',
  text(
    '进入签约之前，价格核定表须先核定。',
    'The price approval form must be approved before this goes to signing.',
  ),
)

export const mustHaveApprovedPrices = async (
  tx: Transaction,
  { orgId, id: opportunityId }: Opportunity,
): Promise<void> => {
  if (!(await tx.manager.existsBy(PriceForm, { orgId, opportunityId, status: 'APPROVED' })))
    throw new Refused(NOT_APPROVED)
}

/** What is agreed on is what was approved, or more: below it nobody has said that it may be. */
export const mustCoverPrices = async (
  tx: Transaction,
  { orgId, id: opportunityId }: Opportunity,
  wonMinor: number,
): Promise<void> => {
  const form = await tx.manager.findOneBy(PriceForm, { orgId, opportunityId, status: 'APPROVED' })
  if (!form || wonMinor >= form.offeredMinor) return
  const least = signedAmount(form.offeredMinor)
  const message = text(
    `低于核定的报价 ${least}；要再让价，请先修改价格核定表并重新核定。`,
    `Below the approved price of ${least}: change the price approval and have it approved anew first.`,
  )
  throw new Refused(invalidInput({ path: 'wonMinor', message }))
}
