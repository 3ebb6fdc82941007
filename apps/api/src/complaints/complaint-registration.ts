import { complaintNumber, numberPeriod, type ComplaintInput, type Registration } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { refuseMerged } from '../clients/kept-client.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import type { Transaction } from '../database/transaction.ts'
import { Building, OrganizationProfile, Unit } from '../organization/organization.entity.ts'
import { policyInForce } from '../promises/promise-terms.service.ts'
import { nextSerial } from '../database/counter.ts'

/** What a new case starts from: place in full, key account manager, the policy in force. */
export const registration = async (
  tx: Transaction,
  input: ComplaintInput<'register'>,
): Promise<Registration & { readonly period: string }> => {
  const orgId = tx.actor.organizationId
  const place = await placeOf(tx, input)
  const client = input.clientId === null ? null : await heldClient(tx, input.clientId)
  if (input.clientId !== null && !client) throw invalidReference('clientId')
  if (client) await refuseMerged(tx, client)
  const { currency, timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  return {
    id: tx.newId(),
    period: numberPeriod(tx.now, timeZone),
    currency,
    promisePolicyRevision: (await policyInForce(tx.manager, orgId)).revision,
    keyAccountManagerId: client?.keyAccountManagerId ?? null,
    place,
    handlingDepartmentId: tx.actor.departmentId,
  }
}

/**
 * The next number of the month. It is the last thing before the case is written: its counter is locked until the end, so that a
 * rolled-back registration leaves no gap, and nobody else registers meanwhile.
 */
export const nextNumber = async (tx: Transaction, period: string): Promise<{ readonly number: string }> => ({
  number: complaintNumber(period, await nextSerial(tx.manager, tx.actor.organizationId, 'complaint', period)),
})

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
