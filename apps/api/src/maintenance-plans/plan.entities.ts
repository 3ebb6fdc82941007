/** Every table of maintenance plans. */
import { PlanProposal } from './proposals/plan-proposal.entity.ts'
import { PlanTemplate, PlanTemplateEdition } from './templates/plan-template.entity.ts'
import { MaintenancePlan, PlanComment, PlanRevision } from './plans/plan.entity.ts'

export const PLAN_ENTITIES = [
  MaintenancePlan,
  PlanRevision,
  PlanComment,
  PlanTemplate,
  PlanTemplateEdition,
  PlanProposal,
] as const
