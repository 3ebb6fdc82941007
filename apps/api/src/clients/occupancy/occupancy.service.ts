/** Moving in and out: a stay is recorded, ended, or taken back as an error; it is never written over. */
import { can, invalidInput, text } from '@steward/domain'
import { invalidReference } from '../../database/invalid-reference.ts'
import { Refused } from '../../database/refused.ts'
import { Unit } from '../../organization/organization.entity.ts'
import { ClientOccupancy } from '../client.entity.ts'
import { clientFacts, clientVerb, inUse, keptClient } from '../kept-client.ts'
import { addStays, followStays, newStay } from './stays.service.ts'

export const recordOccupancy = clientVerb('recordOccupancy', 'clientId', async (tx, id, input) => {
  const client = inUse(await keptClient(tx, id), 'recordOccupancy')
  await addStays(tx, client.id, [newStay(input)])
  return followStays(tx, client)
})

/** With `recordedInError` the stay never was: it is left out everywhere from then on, and stays in the audit trail. */
export const endOccupancy = clientVerb('endOccupancy', 'occupancyId', async (tx, id, input) => {
  const { expectedVersion, toOn, recordedInError } = input
  const { clientId } = await tx.get(ClientOccupancy, id)
  const client = await keptClient(tx, clientId)
  const stay = await tx.lock(ClientOccupancy, id, expectedVersion)
  const unit = await tx.get(Unit, stay.unitId)
  const here = { ...clientFacts(client), projectId: unit.projectId, buildingId: unit.buildingId }
  if (!can(tx.actor, 'client:endOccupancy', here)) throw invalidReference('occupancyId')
  if (stay.withdrawnAt || (stay.toOn !== null && !recordedInError))
    throw new Refused({
      code: 'WRONG_STATUS',
      status: stay.withdrawnAt ? 'WITHDRAWN' : 'ENDED',
      action: 'endOccupancy',
      allowed: ['PRESENT'],
    })
  if (toOn !== null && toOn < stay.fromOn) {
    const message = text('不能早于起始日期。', 'Must not be before the first day.')
    throw new Refused(invalidInput({ path: 'toOn', message }))
  }
  await tx.patch(ClientOccupancy, stay, recordedInError ? { withdrawnAt: tx.now } : { toOn })
  return followStays(tx, client)
})
