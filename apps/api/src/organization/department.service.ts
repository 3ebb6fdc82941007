/** Departments: they hand over tasks and receive them. None is deleted; one with people in it is not archived. */
import {
  DEPARTMENT_INPUTS,
  invalidInput,
  notEligible,
  parseInput,
  text,
  type DepartmentInput,
  type DepartmentVerb,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import type { VerbContext } from '../context.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { Department, Staff } from './organization.entity.ts'

type Answer = Promise<Department | UserError>

/** A department that takes new people; locked, so that it is not archived under their feet. Refuses the field otherwise. */
export const activeDepartment = async (tx: Transaction, id: string, path = 'departmentId'): Promise<void> => {
  const department = await tx.manager.findOne(Department, {
    where: { orgId: tx.actor.organizationId, id },
    lock: { mode: 'pessimistic_read' },
  })
  if (!department) throw invalidReference(path)
  if (department.archivedAt) {
    const message = text('该部门已停用，请另选。', 'This department is archived; choose another.')
    throw new Refused(invalidInput({ path, message }))
  }
}

const verb =
  <V extends Exclude<DepartmentVerb, 'add'>>(
    name: V,
    work: (tx: Transaction, department: Department, input: DepartmentInput<V>) => Promise<Department>,
  ) =>
  (context: VerbContext, input: { readonly departmentId: string }): Answer =>
    transaction(context, `department:${name}`, async (tx) => {
      const { departmentId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(DEPARTMENT_INPUTS[name], stated)) as DepartmentInput<V>
      return work(tx, await tx.lock(Department, departmentId as string, parsed.expectedVersion), parsed)
    })

/** Refuses DUPLICATE where the code is taken. */
export const add = (context: VerbContext, input: object): Answer =>
  transaction(context, 'department:add', async (tx) => {
    const stated = orRefuse(parseInput(DEPARTMENT_INPUTS.add, withUuids(input)))
    return tx.insert(Department, { ...stated, headId: null, archivedAt: null, version: 1 })
  })

/** Whoever answers for it works here; also somebody of another department, who answers for several. */
export const change = verb('change', async (tx, department, { code, name, headId }) => {
  if (headId) {
    const head = await tx.manager.findOneBy(Staff, { orgId: department.orgId, id: headId })
    if (!head || head.disabledAt !== null) throw invalidReference('headId')
  }
  return tx.patch(Department, department, { code, name, ...(headId === undefined ? {} : { headId }) })
})

const HAS_STAFF = notEligible(
  'departmentIsEmpty',
  text('部门里还有在职员工，请先调走。', 'There are still active staff in this department; move them first.'),
)

const wrongStatus = ({ archivedAt }: Department, action: 'archive' | 'restore') =>
  new Refused({
    code: 'WRONG_STATUS',
    status: archivedAt ? 'ARCHIVED' : 'ACTIVE',
    action,
    allowed: [action === 'archive' ? 'ACTIVE' : 'ARCHIVED'],
  })

export const archive = verb('archive', async (tx, department) => {
  if (department.archivedAt) throw wrongStatus(department, 'archive')
  const active = { orgId: department.orgId, departmentId: department.id, disabledAt: IsNull() }
  if (await tx.manager.existsBy(Staff, active)) throw new Refused(HAS_STAFF)
  return tx.patch(Department, department, { archivedAt: tx.now })
})

export const restore = verb('restore', async (tx, department) => {
  if (!department.archivedAt) throw wrongStatus(department, 'restore')
  return tx.patch(Department, department, { archivedAt: null })
})
