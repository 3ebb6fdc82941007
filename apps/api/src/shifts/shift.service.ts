/** The plan of shifts, and the roster. A department's row is locked while its roster changes: two planners come one after the other. */
import {
  DEFAULT_SHIFT_PLAN,
  invalidInput,
  parseInput,
  SHIFT_INPUTS,
  text,
  daysOfWeek,
  weeksLater,
  type ShiftPlan,
} from '@steward/domain'
import { Between, In, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { lockOrganization } from '../access/rights.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { activeDepartment } from '../organization/department.service.ts'
import { Department, Staff } from '../organization/organization.entity.ts'
import { Duty, ShiftPlanEntity } from './shift.entity.ts'

/** What holds now. */
export const planInForce = async (manager: EntityManager, orgId: string): Promise<ShiftPlan> =>
  (await manager.findOneBy(ShiftPlanEntity, { orgId })) ?? DEFAULT_SHIFT_PLAN

export const setPlan = (context: VerbContext, input: object): Promise<ShiftPlanEntity | UserError> =>
  transaction(context, 'shiftPlan:set', async (tx) => {
    const { expectedVersion, ...plan } = orRefuse(parseInput(SHIFT_INPUTS.setPlan, input))
    const { orgId } = await lockOrganization(tx)
    const found = await tx.manager.findOneBy(ShiftPlanEntity, { orgId })
    if ((found?.version ?? 0) !== expectedVersion) throw stale(tx, found?.version ?? 0)
    return found
      ? tx.patch(ShiftPlanEntity, found, plan)
      : tx.insert(ShiftPlanEntity, { ...plan, version: 1 })
  })

const stale = (tx: Transaction, version: number) =>
  new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version })

/** The department whose roster the actor may change. */
const lockRoster = async (tx: Transaction, departmentId: string): Promise<Department> => {
  await activeDepartment(tx, departmentId)
  tx.admit('duty:read', { handlingDepartmentId: departmentId })
  return tx.lock(Department, departmentId)
}

/** One shift: who is on it from now on. Refuses STALE_RECORD where somebody else has changed it meanwhile. */
export const assign = (context: VerbContext, input: object): Promise<Department | UserError> =>
  transaction(context, 'duty:assign', async (tx) => {
    const { departmentId, on, shift, staffIds, expectedStaffIds } = orRefuse(
      parseInput(SHIFT_INPUTS.assign, withUuids(input)),
    )
    const department = await lockRoster(tx, departmentId)
    const cell = { orgId: department.orgId, departmentId, onDay: on, shift }
    const held = await tx.manager.findBy(Duty, cell)
    if (
      !sameSet(
        held.map(({ staffId }) => staffId),
        expectedStaffIds,
      )
    )
      throw stale(tx, department.version)
    const wanted = [...new Set(staffIds)]
    await mustBeOfDepartment(tx, department, wanted)
    const lost = held.filter(({ staffId }) => !wanted.includes(staffId))
    const gained = wanted.filter((staffId) => !held.some((it) => it.staffId === staffId))
    if (lost.length > 0)
      await tx.manager.delete(Duty, { orgId: department.orgId, id: In(lost.map(({ id }) => id)) })
    await addDuties(
      tx,
      gained.map((staffId) => ({ ...cell, staffId })),
    )
    if (lost.length + gained.length > 0)
      tx.tell(
        Department,
        department,
        `duty ${on} ${shift}`,
        held.map(({ staffId }) => staffId).toSorted(),
        wanted.toSorted(),
      )
    return department
  })

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === new Set(other).size && one.every((it) => other.includes(it))

const addDuties = async (tx: Transaction, duties: readonly Omit<Duty, 'id'>[]): Promise<void> => {
  if (duties.length > 0)
    await tx.manager.insert(
      Duty,
      duties.map((duty) => ({ ...duty, id: newId() })),
    )
}

/** On a shift of a department are people of it. */
const mustBeOfDepartment = async (
  tx: Transaction,
  { orgId, id }: Department,
  staffIds: readonly string[],
) => {
  const found = await tx.manager.findBy(Staff, { orgId, id: In([...staffIds]) })
  const fits = (staffId: string) =>
    found.some((staff) => staff.id === staffId && staff.departmentId === id && staff.disabledAt === null)
  if (staffIds.every(fits)) return
  const message = text('值班人员须是本部门在职的员工。', 'Whoever is on duty must work in this department.')
  throw new Refused(invalidInput({ path: 'staffIds', message }))
}

/** What is planned already stays; whoever has left the department is left out. */
export const copyWeek = (context: VerbContext, input: object): Promise<Department | UserError> =>
  transaction(context, 'duty:copyWeek', async (tx) => {
    const { departmentId, on } = orRefuse(parseInput(SHIFT_INPUTS.copyWeek, withUuids(input)))
    const department = await lockRoster(tx, departmentId)
    const { orgId } = department
    const dutiesOf = (week: readonly string[]) =>
      tx.manager.findBy(Duty, { orgId, departmentId, onDay: Between(week[0]!, week.at(-1)!) })
    const there = await dutiesOf(daysOfWeek(on))
    const taken = new Set(there.map(({ onDay, shift }) => `${onDay} ${shift}`))
    const before = await dutiesOf(daysOfWeek(weeksLater(on, -1)))
    const staff = await tx.manager.findBy(Staff, { orgId, departmentId })
    const working = new Set(staff.filter(({ disabledAt }) => disabledAt === null).map(({ id }) => id))
    const copied = before
      .map(({ onDay, shift, staffId }) => ({
        orgId,
        departmentId,
        onDay: weeksLater(onDay, 1),
        shift,
        staffId,
      }))
      .filter(({ onDay, shift, staffId }) => !taken.has(`${onDay} ${shift}`) && working.has(staffId))
    await addDuties(tx, copied)
    if (copied.length > 0)
      tx.tell(
        Department,
        department,
        `duty ${daysOfWeek(on)[0]}`,
        null,
        copied.map(({ onDay, shift, staffId }) => `${onDay} ${shift} ${staffId}`).toSorted(),
      )
    return department
  })
