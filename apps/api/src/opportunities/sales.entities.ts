/** Every table of what is sold. */
import {
  Opportunity,
  OpportunityDue,
  OpportunityEvent,
  OpportunityPolicyEntity,
} from './opportunity.entity.ts'

export const SALES_ENTITIES = [
  Opportunity,
  OpportunityEvent,
  OpportunityDue,
  OpportunityPolicyEntity,
] as const
