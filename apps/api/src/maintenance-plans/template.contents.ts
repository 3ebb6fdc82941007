/** The page of the API's contents on templates of plans and on what directories propose. */
import { PLAN_PROPOSAL_PROJECTIONS, planProposalRoots } from './proposals/plan-proposal.projection.ts'
import { PlanProposalResolver } from './proposals/plan-proposal.resolver.ts'
import { PLAN_TEMPLATE_PROJECTIONS, planTemplateRoots } from './templates/plan-template.projection.ts'
import { PlanTemplateResolver } from './templates/plan-template.resolver.ts'

export const TEMPLATE_RESOLVERS = [PlanTemplateResolver, PlanProposalResolver] as const

export const TEMPLATE_PROJECTIONS = [...PLAN_TEMPLATE_PROJECTIONS, ...PLAN_PROPOSAL_PROJECTIONS] as const

export const TEMPLATE_ROOTS = { ...planTemplateRoots, ...planProposalRoots } as const
