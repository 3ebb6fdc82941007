/** Every table of what carries plans out, and of what it costs. */
import { PlanBudgetLine, PlanOverrun, PlanPolicyEntity, PlanSpend } from './budget/budget.entity.ts'
import { PlanReminder } from './notices/plan-reminder.entity.ts'
import { PlanDecomposition, PlanTask, PlanTaskDraft, PlanTaskEvidence } from './tasks/plan-task.entity.ts'

export const PLAN_WORK_ENTITIES = [
  PlanTask,
  PlanDecomposition,
  PlanTaskDraft,
  PlanTaskEvidence,
  PlanReminder,
  PlanBudgetLine,
  PlanSpend,
  PlanOverrun,
  PlanPolicyEntity,
] as const
