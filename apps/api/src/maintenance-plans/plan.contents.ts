/** The page of the API's contents on maintenance plans. */
import {
  maintenancePlanProjection,
  planCommentProjection,
  planRevisionProjection,
} from './plans/plan.projection.ts'
import {
  PlanResolver,
  PlansOfClientResolver,
  PlansOfSigningResolver,
  SigningsOfPlanResolver,
} from './plans/plan.resolver.ts'
import { planRoots } from './plans/plan.roots.ts'

export const PLAN_RESOLVERS = [
  PlanResolver,
  PlansOfClientResolver,
  PlansOfSigningResolver,
  SigningsOfPlanResolver,
] as const

export const PLAN_PROJECTIONS = [
  maintenancePlanProjection,
  planRevisionProjection,
  planCommentProjection,
] as const

export const PLAN_ROOTS = { ...planRoots } as const
