import { complaintNumber, numberPeriod, type ComplaintInput, type Registration } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { refuseMerged } from '../clients/kept-client.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import type { Transaction } from '../database/transaction.ts'
import { Building, OrganizationProfile, Unit } from '../organization/organization.entity.ts'
import { policyInForce } from '../promises/promise-terms.service.ts'
import { nextSerial } from '../database/counter.ts'

/**
 * What a new case is allotted: place in full, key account manager, number. The number comes last: its counter is locked until
 * the end, so that a rolled-back registration leaves no gap.
 */
export const registration = async (
  tx: Transaction,
  input: ComplaintInput<'register'>,
): Promise<Registration> => {
  const orgId = tx.actor.organizationId
  const place = await placeOf(tx, input)
  const client = input.clientId === null ? null : await heldClient(tx, input.clientId)
  if (input.clientId !== null && !client) throw invalidReference('clientId')
  if (client) await refuseMerged(tx, client)
  const { currency, timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const period = numberPeriod(tx.now, timeZone)
  return {
    id: tx.newId(),
    number: complaintNumber(period, await nextSerial(tx.manager, orgId, 'complaint', period)),
    currency,
    promisePolicyRevision: (await policyInForce(tx.manager, orgId)).revision,
    keyAccountManagerId: client?.keyAccountManagerId ?? null,
    place,
    handlingDepartmentId: tx.actor.departmentId,
  }
}

/** A case that begins while their archive is merged into another waits for that, and is refused. */
const heldClient = (tx: Transaction, id: string): Promise<Client | null> =>
  tx.manager.findOne(Client, {
    where: { orgId: tx.actor.organizationId, id },
    lock: { mode: 'pessimistic_read' },
  })

const placeOf = async (
  tx: Transaction,
  { unitId, buildingId, projectId }: Pick<ComplaintInput<'register'>, 'unitId' | 'buildingId' | 'projectId'>,
): Promise<Registration['place']> => {
  const orgId = tx.actor.organizationId
  if (unitId !== null) {
    const unit = await tx.manager.findOneBy(Unit, { orgId, id: unitId })
    if (!unit) throw invalidReference('unitId')
    return { unitId, buildingId: unit.buildingId, projectId: unit.projectId }
  }
  if (buildingId !== null) {
    const building = await tx.manager.findOneBy(Building, { orgId, id: buildingId })
    if (!building) throw invalidReference('buildingId')
    return { unitId, buildingId, projectId: building.projectId }
  }
  return { unitId, buildingId, projectId }
}
