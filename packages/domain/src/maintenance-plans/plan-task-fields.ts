import type { Permission } from '../access/policy.ts'
import type { FieldRule } from '../complaints/complaint-fields.ts'
import type { FieldClass } from '../sign-off/field-class.ts'
import type { PlanOverrun, PlanSpend } from './budget.ts'
import type { PlanTask } from './plan-task.ts'

const rule = (fieldClass: FieldClass, permission: Permission): FieldRule => ({
  class: fieldClass,
  permission,
})
const base = rule('internal', 'planTask:read')
/** What is done for a client and what they said; whoever may read the task may read it. */
const said = rule('personal', 'planTask:read')
const sum = rule('internal', 'plan:readBudget')
const words = rule('personal', 'plan:readBudget')

export const PLAN_TASK_FIELDS: Readonly<Record<keyof PlanTask, FieldRule>> = {
  id: base,
  planId: base,
  planKind: base,
  revisionId: base,
  measureKey: base,
  means: base,
  occurrenceOn: base,
  scheduledOn: base,
  dueOn: base,
  agreedDueOn: base,
  clientId: base,
  equipmentId: base,
  title: said,
  instruction: said,
  status: base,
  assigneeId: base,
  dependsOnId: base,
  needsEvidence: base,
  estimatedMinutes: base,
  estimatedMinor: base,
  budgetLine: base,
  startedAt: base,
  completedAt: base,
  completedById: base,
  result: said,
  feedback: said,
  actualMinutes: base,
  actualMinor: base,
  acceptedAt: base,
  acceptedById: base,
  reason: said,
  projectId: base,
  version: base,
}

export const PLAN_SPEND_FIELDS: Readonly<Record<keyof PlanSpend, FieldRule>> = {
  id: sum,
  planId: sum,
  lineId: sum,
  taskId: sum,
  amountMinor: sum,
  spentOn: sum,
  purpose: words,
  byId: sum,
  at: sum,
}

export const PLAN_OVERRUN_FIELDS: Readonly<Record<keyof PlanOverrun, FieldRule>> = {
  id: sum,
  planId: sum,
  lineId: sum,
  amountMinor: sum,
  reason: words,
  status: sum,
  askedById: sum,
  askedAt: sum,
  decidedById: sum,
  decidedAt: sum,
  note: words,
  version: sum,
}
