/** The page of what is sold in the API's contents. */
import { plainRoot } from '../reads/roots.ts'
import {
  opportunityEventProjection,
  opportunityPolicyProjection,
  opportunityProjection,
  opportunityRoots,
} from './opportunity.projection.ts'
import { priceFormProjection, priceFormRoots, pricePolicyProjection } from './prices/price-form.projection.ts'
import {
  salesPaperRoots,
  salesProposalProjection,
  serviceAgreementProjection,
} from './papers/sales-paper.projection.ts'
import {
  PapersOfOpportunityResolver,
  PapersOfSigningResolver,
  SalesProposalResolver,
} from './papers/sales-proposal.resolver.ts'
import { ServiceAgreementResolver } from './papers/service-agreement.resolver.ts'
import {
  PriceFormResolver,
  PricesOfOpportunityResolver,
  PricesOfSigningResolver,
} from './prices/price-form.resolver.ts'
import { OpportunitiesOfClientResolver, OpportunityResolver } from './opportunity.resolver.ts'

export const SALES_RESOLVERS = [
  OpportunityResolver,
  OpportunitiesOfClientResolver,
  PriceFormResolver,
  PricesOfOpportunityResolver,
  PricesOfSigningResolver,
  SalesProposalResolver,
  ServiceAgreementResolver,
  PapersOfOpportunityResolver,
  PapersOfSigningResolver,
] as const

export const SALES_PROJECTIONS = [
  opportunityProjection,
  opportunityEventProjection,
  opportunityPolicyProjection,
  priceFormProjection,
  pricePolicyProjection,
  salesProposalProjection,
  serviceAgreementProjection,
] as const

export const SALES_ROOTS = {
  ...opportunityRoots,
  ...priceFormRoots,
  ...salesPaperRoots,
  opportunitySums: plainRoot(),
  opportunityFunnel: plainRoot(),
} as const
