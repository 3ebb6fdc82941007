/** Every table of what is sold. */
import {
  Opportunity,
  OpportunityDue,
  OpportunityEvent,
  OpportunityPolicyEntity,
} from './opportunity.entity.ts'

import { SALES_PAPER_ENTITIES } from './papers/sales-paper.entity.ts'
import { PriceForm, PricePolicyEntity } from './prices/price-form.entity.ts'

export const SALES_ENTITIES = [
  Opportunity,
  OpportunityEvent,
  OpportunityDue,
  OpportunityPolicyEntity,
  PriceForm,
  PricePolicyEntity,
  ...SALES_PAPER_ENTITIES,
] as const
