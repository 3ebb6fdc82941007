/** Whoever a plan names has to be there: refused field by field. */
import { invalidInput, text, type FieldError, type PlanContent } from '@steward/domain'
import { In, IsNull, Not } from 'typeorm'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { Project, Staff } from '../../organization/organization.entity.ts'
import { EquipmentEntity } from '../../equipment/equipment.entity.ts'
import { MaintenancePlan } from './plan.entity.ts'

const NOBODY = text('没有这位员工，或其账号已停用。', 'There is nobody like that at work here.')
const NOWHERE = text('没有这个项目。', 'There is no such community.')
const NOT_RENEWED = text(
  '只能续同一客户、同类客户或同一项目的方案。',
  'A plan renews one of the same kind, for the same client, segment or community.',
)

/** @param before who was named already: somebody who has left since stays where they stood */
export const mustNameStaff = async (
  tx: Transaction,
  content: PlanContent,
  before: PlanContent | null = null,
): Promise<void> => {
  const named = [
    { path: 'content.ownerId', id: content.ownerId },
    ...content.measures.map(({ assigneeId }, at) => ({
      path: `content.measures.${at}.assigneeId`,
      id: assigneeId,
    })),
  ]
  const known = new Set([before?.ownerId, ...(before?.measures ?? []).map(({ assigneeId }) => assigneeId)])
  const asked = [...new Set(named.flatMap(({ id }) => (id === null || known.has(id) ? [] : [id])))]
  const { organizationId: orgId } = tx.actor
  const found = await tx.manager.findBy(Staff, { orgId, id: In(asked), disabledAt: IsNull() })
  const there = new Set(found.map(({ id }) => id))
  const faults = named.flatMap(({ path, id }): FieldError[] =>
    id === null || known.has(id) || there.has(id) ? [] : [{ path, message: NOBODY }],
  )
  if (faults.length > 0) throw new Refused(invalidInput(...faults))
}

const NO_MACHINE = text(
  '设备不在该项目的台账中，或已报废。',
  'Not in the register of that community, or retired.',
)

/** @param before which were named already: one that is retired since stays where it stood */
export const mustNameMachines = async (
  tx: Transaction,
  projectId: string | null,
  ids: readonly string[],
  before: readonly string[] = [],
): Promise<void> => {
  const asked = [...new Set(ids)].filter((id) => !before.includes(id))
  if (asked.length === 0) return
  const { organizationId: orgId } = tx.actor
  const of = { orgId, id: In(asked), projectId: projectId ?? IsNull(), state: Not('RETIRED' as const) }
  if ((await tx.manager.countBy(EquipmentEntity, of)) < asked.length)
    throw new Refused(invalidInput({ path: 'equipmentIds', message: NO_MACHINE }))
}

export const mustNameProjects = async (tx: Transaction, ids: readonly string[]): Promise<void> => {
  const asked = [...new Set(ids)]
  const there = await tx.manager.countBy(Project, { orgId: tx.actor.organizationId, id: In(asked) })
  if (there < asked.length) throw new Refused(invalidInput({ path: 'segmentProjectIds', message: NOWHERE }))
}

type For = Pick<MaintenancePlan, 'kind' | 'clientId' | 'projectId'>

/** The plan that is renewed is one for the same. */
export const mustRenewItsOwn = async (
  tx: Transaction,
  renewsId: string | null,
  { kind, clientId, projectId }: For,
): Promise<void> => {
  if (renewsId === null) return
  const { organizationId: orgId } = tx.actor
  const same = { orgId, id: renewsId, kind, clientId: clientId ?? IsNull(), projectId: projectId ?? IsNull() }
  if (!(await tx.manager.existsBy(MaintenancePlan, same)))
    throw new Refused(invalidInput({ path: 'renewsId', message: NOT_RENEWED }))
}
