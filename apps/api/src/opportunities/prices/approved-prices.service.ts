/** Nothing goes to be signed at prices that nobody approved. */
import { notEligible, text } from '@steward/domain'
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
