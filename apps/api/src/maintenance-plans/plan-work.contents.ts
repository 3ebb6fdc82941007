/** The page of the API's contents on what carries plans out, and what it costs. */
import { PLAN_BUDGET_PROJECTIONS, PLAN_BUDGET_ROOTS } from './budget/budget.projection.ts'
import { PlanBudgetResolver } from './budget/budget.resolver.ts'
import { PLAN_TASK_PROJECTIONS, PLAN_TASK_ROOTS } from './tasks/plan-task.projection.ts'
import { PlanTaskResolver } from './tasks/plan-task.resolver.ts'

export const PLAN_WORK_RESOLVERS = [PlanTaskResolver, PlanBudgetResolver] as const
export const PLAN_WORK_PROJECTIONS = [...PLAN_TASK_PROJECTIONS, ...PLAN_BUDGET_PROJECTIONS] as const
export const PLAN_WORK_ROOTS = { ...PLAN_TASK_ROOTS, ...PLAN_BUDGET_ROOTS } as const
