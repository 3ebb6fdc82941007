/** The verbs of a plan's task. What it costs is booked on its line of the budget in the same transaction. */
import {
  begunPlanTask,
  can,
  completedPlanTask,
  EVIDENCE_IS_WANTING,
  heldUpBy,
  invalidInput,
  LABOUR_ROLES,
  planTaskFacts,
  returnedPlanTask,
  text,
  type LabourRole,
} from '@steward/domain'
import { In, IsNull } from 'typeorm'
import { readActor } from '../../access/session.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { addCost } from '../../money/costs/cost-event.service.ts'
import { dayOf, todayOf } from '../../money/day-of-organization.service.ts'
import { Staff, StaffRole } from '../../organization/organization.entity.ts'
import { PlanSpend } from '../budget/budget.entity.ts'
import { book, lockLine } from '../budget/budget-lines.service.ts'
import { refuseOwnHand } from '../plan-facts.service.ts'
import { planTaskVerb, type TaskStep } from './kept-plan-task.service.ts'
import { PlanTask, PlanTaskEvidence } from './plan-task.entity.ts'

/** Roles that a task may be given to: those that carry out. */
const CARRIES_OUT = [
  'CR_SPECIALIST',
  'CR_SUPERVISOR',
  'SERVICE_AGENT',
  'KEY_ACCOUNT_MANAGER',
  'SITE_MANAGER',
  'TECHNICIAN',
] as const

const mustCarryOut = async (tx: Transaction, staffId: string): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const isHere = await tx.manager.existsBy(Staff, { orgId, id: staffId, disabledAt: IsNull() })
  const does =
    isHere && (await tx.manager.existsBy(StaffRole, { orgId, staffId, role: In([...CARRIES_OUT]) }))
  if (!does) throw invalidReference('assigneeId')
}

/** Whoever is to do it has to see it: somebody of another site would be given what they cannot open. */
const mustRead = async (tx: Transaction, task: PlanTask, assigneeId: string, managerId: string | null) => {
  const holder = await readActor(tx.manager, task.orgId, assigneeId)
  if (!holder || !can(holder, 'planTask:read', planTaskFacts({ ...task, assigneeId }, managerId)))
    throw new Refused(invalidInput({ path: 'assigneeId', message: CANNOT_READ }))
}
const CANNOT_READ = text(
  '此人无权查看该任务，请选择其他人。',
  'They may not read this task; choose somebody else.',
)

export const assign = planTaskVerb('assign', async (tx, { task, client, input: { assigneeId } }) => {
  await mustCarryOut(tx, assigneeId)
  await mustRead(tx, task, assigneeId, client?.keyAccountManagerId ?? null)
  return tx.patch(PlanTask, task, { assigneeId, isGiven: true, agreedDueOn: null })
})

/** What it waits for has to be done before. */
const mustBeFree = async (tx: Transaction, { orgId, dependsOnId }: PlanTask): Promise<void> => {
  const before =
    dependsOnId === null ? null : await tx.manager.findOneBy(PlanTask, { orgId, id: dependsOnId })
  const refused = heldUpBy(before)
  if (refused) throw new Refused(refused)
}

export const start = planTaskVerb('start', async (tx, { task }) => {
  await mustBeFree(tx, task)
  return tx.patch<PlanTask>(PlanTask, task, begunPlanTask(tx.now))
})

export const complete = planTaskVerb('complete', async (tx, { task, input }) => {
  await mustBeFree(tx, task)
  if (task.needsEvidence && !(await hasEvidence(tx, task))) throw new Refused(EVIDENCE_IS_WANTING)
  await spendFor(tx, task, input.actualMinor)
  return tx.patch(PlanTask, task, {
    ...completedPlanTask(task, input, tx.actor.staffId, tx.now),
    heldMinor: 0,
  })
})

const hasEvidence = (tx: Transaction, { orgId, id: taskId }: PlanTask): Promise<boolean> =>
  tx.manager.existsBy(PlanTaskEvidence, { orgId, taskId, removedAt: IsNull() })

/** Frees what was held for it, and books what it cost beyond what was booked for it before. */
const spendFor = async (tx: Transaction, task: PlanTask, actualMinor: number): Promise<void> => {
  const spendsMinor = actualMinor - (task.actualMinor ?? 0)
  if (task.budgetLine === null) {
    if (actualMinor > 0) throw invalidReference('actualMinor')
    return
  }
  const line = await lockLine(tx, task.planId, task.budgetLine)
  await book(tx, line, { freesMinor: task.heldMinor, spendsMinor })
  if (spendsMinor === 0) return
  await tx.append(PlanSpend, {
    planId: task.planId,
    lineId: line.id,
    taskId: task.id,
    amountMinor: spendsMinor,
    spentOn: await todayOf(tx),
    purpose: task.title,
    byId: tx.actor.staffId,
    at: tx.now,
  })
}

const DID_IT = text('完成任务的人不能验收自己的工作。', 'Whoever did the task does not judge it.')

export const confirm = planTaskVerb('confirm', async (tx, step) => {
  await refuseOwnHand(tx, step.task.completedById, DID_IT)
  await costOf(tx, step)
  return tx.patch(PlanTask, step.task, {
    status: 'ACCEPTED',
    acceptedAt: tx.now,
    acceptedById: tx.actor.staffId,
    reason: step.input.note,
  })
})

/** What was done for a client and accepted is a cost of keeping them, in the books once. */
const costOf = async (tx: Transaction, { task, client }: TaskStep<'confirm'>): Promise<void> => {
  const [minutes, sum] = [task.actualMinutes ?? 0, task.actualMinor ?? 0]
  if (client === null || task.completedAt === null || (minutes === 0 && sum === 0)) return
  const role = await labourRoleOf(tx, task)
  await addCost(
    tx,
    {
      costClass: 'RETENTION',
      occurredOn: await dayOf(tx.manager, task.orgId, task.completedAt),
      labourMinutes: role === null ? 0 : minutes,
      labourRole: role,
      materialMinor: sum,
      outsideMinor: 0,
      purpose: task.title,
    },
    client,
    null,
  )
}

const labourRoleOf = async (
  tx: Transaction,
  { orgId, completedById }: PlanTask,
): Promise<LabourRole | null> => {
  const roles = await tx.manager.findBy(StaffRole, { orgId, staffId: completedById! })
  return LABOUR_ROLES.find((role) => roles.some((it) => it.role === role)) ?? null
}

export const returnTask = planTaskVerb('return', async (tx, { task, input }) => {
  await refuseOwnHand(tx, task.completedById, DID_IT)
  return tx.patch<PlanTask>(PlanTask, task, returnedPlanTask(input.reason))
})

export const cancel = planTaskVerb('cancel', async (tx, { task, input }) => {
  if (task.budgetLine !== null && task.heldMinor > 0) {
    const line = await lockLine(tx, task.planId, task.budgetLine)
    await book(tx, line, { freesMinor: task.heldMinor, spendsMinor: 0 })
  }
  return tx.patch(PlanTask, task, { status: 'CANCELLED', heldMinor: 0, reason: input.reason })
})
