import type { FactBag } from '../access/facts.ts'
import type { Role } from '../access/roles.ts'
import type { Transition } from '../lifecycle/state-machine.ts'
import type { Meaning } from '../sign-off/meanings.ts'
import type { Complaint } from './complaint.ts'
import { OPEN_TASK_STATUSES, type TaskAction, type TaskStatus } from './vocabulary.ts'

/** An action order 执行单 to a department. The row of the table `complaint_task`. */
export interface ComplaintTask {
  id: string
  complaintId: string
  status: TaskStatus
  instruction: string
  /** Who is to carry it out. */
  departmentId: string
  assigneeId: string | null
  /** Who gave the order: the internal customer. */
  dispatchedById: string
  dispatchingDepartmentId: string | null
  dispatchedAt: Date
  /** Answer owed by the department; null = no date was set. */
  dueAt: Date | null
  acceptedById: string | null
  acceptedAt: Date | null
  completedById: string | null
  completedAt: Date | null
  evidenceNote: string | null
  /** Why it was returned or cancelled. */
  reason: string | null
  /** Copied from the case at dispatch, for scopes. */
  registeredById: string
  projectId: string | null
  buildingId: string | null
  keyAccountManagerId: string | null
  version: number
  updatedAt: Date
  updatedById: string | null
}

type Row = Transition<TaskStatus, TaskAction>

const row = (
  action: TaskAction,
  from: readonly TaskStatus[],
  to: TaskStatus,
  accountable: Role,
  signs: { signs?: Meaning } = {},
): Row => ({ action, from, to, accountable, requires: [], ...signs, permission: `task:${action}` })

/** The life of an order. `accept`, never "acknowledge": that is the word for a complaint. */
export const TASK_TRANSITIONS: readonly Row[] = [
  row('assign', ['DISPATCHED', 'ACCEPTED', 'RETURNED'], 'DISPATCHED', 'SITE_MANAGER'),
  row('accept', ['DISPATCHED'], 'ACCEPTED', 'SITE_MANAGER', { signs: 'RECEIVED' }),
  row('complete', ['ACCEPTED'], 'DONE', 'TECHNICIAN', { signs: 'RECORDED' }),
  row('return', ['DISPATCHED', 'ACCEPTED'], 'RETURNED', 'SITE_MANAGER'),
  row('cancel', ['DISPATCHED', 'RETURNED'], 'CANCELLED', 'CR_SUPERVISOR'),
]

/** An order as rules see it: `department` is the one that received it, `ordered` the one that gave it, `own` the case's registrar. */
export const taskFacts = (task: ComplaintTask): FactBag & { readonly status: TaskStatus } => ({
  status: task.status,
  registeredById: task.registeredById,
  assigneeId: task.assigneeId,
  handlingDepartmentId: task.departmentId,
  dispatchingDepartmentId: task.dispatchingDepartmentId,
  projectId: task.projectId,
  buildingId: task.buildingId,
  keyAccountManagerId: task.keyAccountManagerId,
})

export type CaseTasks = Pick<Complaint, 'openTaskCount' | 'taskAssigneeIds' | 'dispatchedDepartmentIds'>

/** The case's columns that follow from all of its orders. Written whenever one of them changes. */
export const caseAfterTasks = (
  tasks: readonly Pick<ComplaintTask, 'status' | 'assigneeId' | 'departmentId'>[],
): CaseTasks => {
  const standing = tasks.filter((task) => task.status !== 'CANCELLED')
  return {
    openTaskCount: tasks.filter((task) => (OPEN_TASK_STATUSES as readonly TaskStatus[]).includes(task.status))
      .length,
    taskAssigneeIds: [...new Set(standing.flatMap((task) => task.assigneeId ?? []))],
    dispatchedDepartmentIds: [...new Set(standing.map((task) => task.departmentId))],
  }
}
