/** What the verbs of the register share: the machine, locked and the actor's; where it may stand; whom else it is read by. */
import {
  availability,
  can,
  dayNumber,
  equipmentFacts,
  EQUIPMENT_TRANSITIONS,
  refusal,
  startOfDay,
  type EquipmentAction,
  type Permission,
} from '@steward/domain'
import { IsNull, type EntityManager } from 'typeorm'
import { invalidReference } from '../database/invalid-reference.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { Building, OrganizationProfile, Project } from '../organization/organization.entity.ts'
import { EquipmentEntity, EquipmentInspectionEntity, EquipmentOutageEntity } from './equipment.entity.ts'

/** The machine, locked, and that this verb of it is the actor's and possible now. */
export const keptEquipment = async (
  tx: Transaction,
  id: string,
  action: Exclude<EquipmentAction, 'register'>,
  expectedVersion?: number,
): Promise<EquipmentEntity> => {
  const machine = await tx.lock(EquipmentEntity, id, expectedVersion)
  tx.admit('equipment:read', equipmentFacts(machine))
  const no = refusal(EQUIPMENT_TRANSITIONS, action, tx.actor, equipmentFacts(machine))
  if (no) throw new Refused(no)
  return machine
}

interface Place {
  readonly projectId: string
  readonly buildingId: string | null
}

/** A project, and a building of it, for which the actor answers. */
export const checkPlace = async (
  tx: Transaction,
  permission: Permission,
  { projectId, buildingId }: Place,
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const of = { orgId, id: projectId, archivedAt: IsNull() }
  if (!(await tx.manager.existsBy(Project, of))) throw invalidReference('projectId')
  const inProject = { orgId, id: buildingId!, projectId, withdrawnAt: IsNull() }
  if (buildingId !== null && !(await tx.manager.existsBy(Building, inProject)))
    throw invalidReference('buildingId')
  if (!can(tx.actor, permission, equipmentFacts({ state: 'IN_SERVICE', projectId, buildingId })))
    throw invalidReference('projectId')
}

/** Writes anew when the next inspection of a machine is due; whoever calls holds it locked. */
export const settleNextInspection = async (
  tx: Transaction,
  machine: EquipmentEntity,
): Promise<EquipmentEntity> => {
  const of = { orgId: machine.orgId, equipmentId: machine.id, endedAt: IsNull() }
  const [first] = await tx.manager.find(EquipmentInspectionEntity, {
    where: of,
    order: { nextOn: 'ASC' },
    take: 1,
  })
  const nextInspectionOn = first?.nextOn ?? null
  return nextInspectionOn === machine.nextInspectionOn
    ? machine
    : tx.patch(EquipmentEntity, machine, { nextInspectionOn })
}

/**
 * Availability of machines in a period of local days, both included: what objectives of facility plans are measured by.
 * @returns the share of time in service over all of them, 1/10,000; null where none existed then
 */
export const availabilityOf = async (
  manager: EntityManager,
  orgId: string,
  equipmentIds: readonly string[],
  period: { readonly from: Date; readonly until: Date },
): Promise<number | null> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const shares: number[] = []
  for (const id of equipmentIds) {
    const machine = await manager.findOneBy(EquipmentEntity, { orgId, id })
    if (!machine) continue
    const outages = await manager.findBy(EquipmentOutageEntity, { orgId, equipmentId: id })
    const { installedOn, retiredAt } = machine
    const since = installedOn && dayNumber(installedOn) ? startOfDay(installedOn, timeZone) : null
    const share = availability(outages, period, { since, gone: retiredAt })
    if (share !== null) shares.push(share)
  }
  return shares.length === 0 ? null : Math.floor(shares.reduce((sum, it) => sum + it, 0) / shares.length)
}
