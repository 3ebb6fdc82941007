/** Whom a verb on a plan, a task or an overrun concerns is told of it, in the transaction that marks the outbox row: exactly once. */
import {
  PLAN_OVERRUN_STATUS_LABELS,
  rolesHolding,
  text,
  type Permission,
  type PlanNoticeKind,
  type Text,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import type { Happening } from '../../notices/notice-subject.ts'
import { tellStaff } from '../../notices/tell-staff.ts'
import { StaffRole } from '../../organization/organization.entity.ts'
import type { RowsConsumer } from '../../worker/outbox-consumers.ts'
import type { Outbox } from '../../worker/outbox.entity.ts'
import { PlanOverrun } from '../budget/budget.entity.ts'
import { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'
import { PlanTask } from '../tasks/plan-task.entity.ts'

interface Told {
  readonly kind: PlanNoticeKind
  readonly subjectType: 'PlanTask' | 'MaintenancePlan'
  readonly subjectId: string
  readonly planId: string
  readonly named: readonly (string | null)[]
  readonly values?: { readonly dueAt?: Text; readonly outcome?: Text }
}
type Tell = (manager: EntityManager, row: Outbox) => Promise<Told | undefined>

const ofTask =
  (kind: PlanNoticeKind, whom: (task: PlanTask) => readonly (string | null)[]): Tell =>
  async (manager, { orgId, subjectId: id }) => {
    const task = await manager.findOneBy(PlanTask, { orgId, id })
    if (!task) return undefined
    const { planId, dueOn } = task
    const named = whom(task)
    return {
      kind,
      subjectType: 'PlanTask',
      subjectId: id,
      planId,
      named,
      values: { dueAt: text(dueOn, dueOn) },
    }
  }

/** Whoever wrote what was just decided on. */
const ofPlan =
  (kind: PlanNoticeKind, status: PlanRevision['status']): Tell =>
  async (manager, { orgId, subjectId: planId }) => {
    const [decided] = await manager.find(PlanRevision, {
      where: { orgId, planId, status },
      order: { ordinal: 'DESC' },
      take: 1,
    })
    if (!decided) return undefined
    const named = [...decided.writerIds, decided.preparedById]
    return { kind, subjectType: 'MaintenancePlan', subjectId: planId, planId, named }
  }

const ofOverrun =
  (
    kind: PlanNoticeKind,
    whom: (manager: EntityManager, overrun: PlanOverrun) => Promise<readonly string[]>,
  ): Tell =>
  async (manager, { orgId, subjectId: id }) => {
    const overrun = await manager.findOneBy(PlanOverrun, { orgId, id })
    if (!overrun) return undefined
    const { planId, status } = overrun
    return {
      kind,
      subjectType: 'MaintenancePlan',
      subjectId: planId,
      planId,
      named: await whom(manager, overrun),
      values: { outcome: PLAN_OVERRUN_STATUS_LABELS[status] },
    }
  }

const deciders = async (manager: EntityManager, { orgId }: PlanOverrun): Promise<readonly string[]> => {
  const held = await manager.findBy(StaffRole, { orgId, role: In([...rolesHolding('plan:approveOverrun')]) })
  return held.map(({ staffId }) => staffId)
}

/** Which change of which record tells of what. */
const TELLS: Readonly<Partial<Record<Permission, { readonly of: string; readonly tell: Tell }>>> = {
  'planTask:assign': { of: 'PlanTask', tell: ofTask('PLAN_TASK_ASSIGNED', (it) => [it.assigneeId]) },
  'planTask:return': {
    of: 'PlanTask',
    tell: ofTask('PLAN_TASK_RETURNED', (it) => [it.assigneeId, it.completedById]),
  },
  'planTask:confirm': { of: 'PlanTask', tell: ofTask('PLAN_TASK_ACCEPTED', (it) => [it.completedById]) },
  'plan:return': { of: 'MaintenancePlan', tell: ofPlan('PLAN_RETURNED', 'RETURNED') },
  'plan:approve': { of: 'MaintenancePlan', tell: ofPlan('PLAN_APPROVED', 'IN_FORCE') },
  'plan:askOverrun': { of: 'PlanOverrun', tell: ofOverrun('PLAN_OVERRUN_ASKED', deciders) },
  'plan:approveOverrun': {
    of: 'PlanOverrun',
    tell: ofOverrun('PLAN_OVERRUN_DECIDED', async (_, { askedById }) => [askedById]),
  },
}
const tellOf = ({ verb, subjectType }: Pick<Outbox, 'verb' | 'subjectType'>): Tell | undefined => {
  const found = TELLS[verb as Permission]
  return found?.of === subjectType ? found.tell : undefined
}

export const planNoticeConsumer: RowsConsumer = {
  name: 'plan-notices',
  effect: 'rows',
  kinds: ['changed'],
  wants: (row) => tellOf(row) !== undefined,
  apply: async (manager, row, { config }) => {
    const told = await tellOf(row)?.(manager, row)
    if (!told) return
    const { kind, subjectType, subjectId, planId, values } = told
    const { number } = await manager.findOneByOrFail(MaintenancePlan, { orgId: row.orgId, id: planId })
    // Nobody is told of what they have just done.
    const named = [...new Set(told.named)].filter((it): it is string => it !== null && it !== row.actorId)
    const happening: Happening = { ...row, subjectType, subjectId }
    await tellStaff(manager, config, happening, {
      kind,
      named,
      values: { number: text(number, number), ...values },
    })
  },
}
