import type { FactBag } from '../access/facts.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { PlanTaskAction, PlanTaskStatus } from './task-vocabulary.ts'
import type { PlanKind, PlanMeans } from './vocabulary.ts'

/** The row of the table `plan_task` 任务: one round of one measure for one client or one machine. */
export interface PlanTask {
  readonly id: string
  readonly planId: string
  readonly planKind: PlanKind
  /** The revision that it follows. */
  readonly revisionId: string
  /** Key of the measure, with `occurrenceOn` and whom it is for what makes a task the same over revisions. */
  readonly measureKey: string
  readonly means: PlanMeans
  /** The day of the rule, before it was shifted. */
  readonly occurrenceOn: string
  /** The working day on which it is to be begun, and the last on which it is in time. */
  readonly scheduledOn: string
  readonly dueOn: string
  /** The last day as it was agreed on before its holder moved it; null where they did not. */
  readonly agreedDueOn: string | null
  readonly clientId: string | null
  readonly equipmentId: string | null
  readonly title: string
  readonly instruction: string | null
  readonly status: PlanTaskStatus
  readonly assigneeId: string | null
  readonly dependsOnId: string | null
  readonly needsEvidence: boolean
  readonly estimatedMinutes: number
  readonly estimatedMinor: number
  readonly budgetLine: string | null
  readonly startedAt: Date | null
  readonly completedAt: Date | null
  readonly completedById: string | null
  /** What was done, and what was found. */
  readonly result: string | null
  /** What the client said to it. */
  readonly feedback: string | null
  readonly actualMinutes: number | null
  readonly actualMinor: number | null
  readonly acceptedAt: Date | null
  readonly acceptedById: string | null
  /** Why it was returned, cancelled or moved. */
  readonly reason: string | null
  /** For scopes. */
  readonly projectId: string | null
  readonly version: number
}

type Row = Transition<PlanTaskStatus, PlanTaskAction>
const row = (
  action: PlanTaskAction,
  from: readonly PlanTaskStatus[],
  to: PlanTaskStatus | 'SAME',
  rest: Partial<Pick<Row, 'requires' | 'signs' | 'accountable'>> = {},
): Row => ({
  action,
  from,
  to,
  requires: [],
  accountable: 'CR_SPECIALIST',
  ...rest,
  permission: `planTask:${action}`,
})

/** Nobody accepts their own work: `actorIsNotPreparer` reads who completed it. */
export const PLAN_TASK_TRANSITIONS: readonly Row[] = [
  row('assign', ['SCHEDULED', 'IN_PROGRESS'], 'SAME', { accountable: 'CR_SUPERVISOR' }),
  row('reschedule', ['SCHEDULED', 'IN_PROGRESS'], 'SAME', { accountable: 'CR_SUPERVISOR' }),
  row('start', ['SCHEDULED'], 'IN_PROGRESS'),
  row('complete', ['SCHEDULED', 'IN_PROGRESS'], 'DONE'),
  row('confirm', ['DONE'], 'ACCEPTED', { requires: ['actorIsNotPreparer'], accountable: 'CR_SUPERVISOR' }),
  row('return', ['DONE'], 'IN_PROGRESS', { requires: ['actorIsNotPreparer'], accountable: 'CR_SUPERVISOR' }),
  row('cancel', ['SCHEDULED', 'IN_PROGRESS'], 'CANCELLED', { accountable: 'CR_SUPERVISOR' }),
]

export const planTaskFacts = (
  task: Pick<PlanTask, 'status' | 'assigneeId' | 'completedById' | 'projectId'>,
  keyAccountManagerId: string | null,
): FactBag & { readonly status: PlanTaskStatus } => ({
  status: task.status,
  assigneeId: task.assigneeId,
  preparedById: task.completedById,
  projectId: task.projectId,
  keyAccountManagerId,
})
