/** Every table of maintenance plans. */
import { MaintenancePlan, PlanComment, PlanRevision } from './plans/plan.entity.ts'

export const PLAN_ENTITIES = [MaintenancePlan, PlanRevision, PlanComment] as const
