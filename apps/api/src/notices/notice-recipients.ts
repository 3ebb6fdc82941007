/** Who stands how to a record: one way for each recipient that the domain's table can name. */
import { grantsOf, rolesHolding, type NoticeRecipient, type Role } from '@steward/domain'
import { In, IsNull, type EntityManager } from 'typeorm'
import { Staff, StaffRole } from '../organization/organization.entity.ts'
import type { Happening, Subject } from './notice-subject.ts'

type Known = (string | null | undefined)[]
type Find = (
  manager: EntityManager,
  subject: Subject,
  happening: Happening,
  named: readonly string[],
) => Known | Promise<Known>

const holders = async (manager: EntityManager, orgId: string, roles: readonly Role[]): Promise<string[]> => {
  const held = await manager.findBy(StaffRole, { orgId, role: In([...roles]) })
  return held.map(({ staffId }) => staffId)
}

/** Those who accept orders for their whole department. */
const DEPARTMENT_HEADS = rolesHolding('task:accept').filter((role) =>
  grantsOf({ roles: [role] }, 'task:accept').includes('department'),
)

const FIND: Readonly<Record<NoticeRecipient, Find>> = {
  assignee: (_, { complaint }) => [complaint?.assigneeId],
  proposer: (_, { complaint }) => [complaint?.proposerId],
  caseControl: (manager, _, { orgId }) => holders(manager, orgId, ['GM_OFFICE']),
  taskAssignee: (_, { task }) => [task?.assigneeId],
  taskDepartment: async (manager, { task }, { orgId }) => {
    if (!task) return []
    const heads = await holders(manager, orgId, DEPARTMENT_HEADS)
    const there = await manager.findBy(Staff, { orgId, departmentId: task.departmentId, id: In(heads) })
    return there.map(({ id }) => id)
  },
  dispatcher: (_, { task }) => [task?.dispatchedById],
  starter: (_, { run }) => [run?.startedById],
  receiver: async (manager, { handover }, { orgId }) => {
    if (!handover?.departmentId) return [handover?.receiverId]
    const { departmentId } = handover
    const able = await holders(manager, orgId, rolesHolding('handover:accept'))
    const there = await manager.findBy(Staff, { orgId, departmentId, id: In(able), disabledAt: IsNull() })
    return there.map(({ id }) => id)
  },
  giver: (_, { handover }) => [handover?.giverId],
  asker: (_, { handoverItems }) => handoverItems.map(({ askedById }) => askedById),
  leadAssignee: (_, { lead }) => [lead?.assigneeId],
  self: (_, __, { subjectId }) => [subjectId],
  named: (_, __, ___, named) => [...named],
}

/** Of these ways, those that tell people of what they did themselves. */
const OF_ONESELF: readonly NoticeRecipient[] = ['starter', 'self', 'named']

/** Ids of staff, each once. Nobody is told of what they have just done. */
export const recipientsOf = async (
  manager: EntityManager,
  to: readonly NoticeRecipient[],
  subject: Subject,
  happening: Happening,
  named: readonly string[],
): Promise<readonly string[]> => {
  const found = new Set<string>()
  for (const recipient of to) {
    for (const id of await FIND[recipient](manager, subject, happening, named))
      if (id && (id !== happening.actorId || OF_ONESELF.includes(recipient))) found.add(id)
  }
  return [...found]
}
