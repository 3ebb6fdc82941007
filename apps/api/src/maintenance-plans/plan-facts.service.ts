/** Who answers for the client that a plan is for, and whose own hand something is. */
import { notEligible, type Text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { Client } from '../clients/client.entity.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { Staff } from '../organization/organization.entity.ts'
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

/** Duties are kept apart over natural persons: nobody decides under a second account on what they did under the first. */
export const refuseOwnHand = async (tx: Transaction, staffId: string | null, why: Text): Promise<void> => {
  if (staffId === null) return
  const { organizationId: orgId, personId } = tx.actor
  const hand = await tx.manager.findOneByOrFail(Staff, { orgId, id: staffId })
  if (hand.personId === personId) throw new Refused(notEligible('actorIsNotPreparer', why))
}
