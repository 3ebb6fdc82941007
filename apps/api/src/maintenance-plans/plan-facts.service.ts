/** Who answers for the client that a plan is for. */
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import type { MaintenancePlan } from './plans/plan.entity.ts'

/** Null of a segment and of a facility. */
export const managerOfPlan = async (
  manager: EntityManager,
  { orgId, clientId }: Pick<MaintenancePlan, 'orgId' | 'clientId'>,
): Promise<string | null> => {
  if (clientId === null) return null
  const client = await manager.findOneBy(Client, { orgId, id: clientId })
  return client?.keyAccountManagerId ?? null
}
