/** The page of what is sold in the API's contents. */
import { plainRoot } from '../reads/roots.ts'
import {
  opportunityEventProjection,
  opportunityPolicyProjection,
  opportunityProjection,
  opportunityRoots,
} from './opportunity.projection.ts'
import { OpportunitiesOfClientResolver, OpportunityResolver } from './opportunity.resolver.ts'

export const SALES_RESOLVERS = [OpportunityResolver, OpportunitiesOfClientResolver] as const

export const SALES_PROJECTIONS = [
  opportunityProjection,
  opportunityEventProjection,
  opportunityPolicyProjection,
] as const

export const SALES_ROOTS = {
  ...opportunityRoots,
  opportunitySums: plainRoot(),
  opportunityFunnel: plainRoot(),
} as const
