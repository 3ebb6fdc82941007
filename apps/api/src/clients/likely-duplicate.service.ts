import { can, type ClientInput } from '@steward/domain'
import { In, IsNull } from 'typeorm'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Client, ClientOccupancy } from './client.entity.ts'
import { phoneTail } from './client-columns.ts'
import { clientFacts } from './kept-client.ts'

type Wanted = Pick<ClientInput<'open'>, 'name' | 'phone' | 'knownNotToBeThem' | 'occupancies'>

/**
 * Refuses DUPLICATE where somebody seems to be on file: with the same number, or with the same name at the same door. Only of those
 * whose number, or name, the actor may see anyway: the refusal must not tell who else is a client.
 */
export const refuseLikelyDuplicate = async (tx: Transaction, wanted: Wanted): Promise<void> => {
  const known = new Set(wanted.knownNotToBeThem)
  const [byPhone, atDoor] = [await samePhone(tx, wanted), await sameNameAtDoor(tx, wanted)]
  const found =
    byPhone.find((it) => !known.has(it.id) && can(tx.actor, 'client:revealPhone', clientFacts(it))) ??
    atDoor.find((it) => !known.has(it.id) && can(tx.actor, 'client:readName', clientFacts(it)))
  if (found) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('Client', found.id) })
}

const samePhone = async (tx: Transaction, { phone }: Wanted): Promise<readonly Client[]> => {
  const orgId = tx.actor.organizationId
  const tail = phoneTail(phone)
  if (phone === null || tail === null) return []
  return tx.manager.find(Client, {
    where: { orgId, phoneTail: tail, phone, mergedIntoId: IsNull() },
    order: { id: 'ASC' },
    take: 50,
  })
}

const sameNameAtDoor = async (tx: Transaction, { name, occupancies }: Wanted): Promise<readonly Client[]> => {
  const orgId = tx.actor.organizationId
  if (occupancies.length === 0) return []
  const stays = await tx.manager.findBy(ClientOccupancy, {
    orgId,
    unitId: In(occupancies.map(({ unitId }) => unitId)),
    withdrawnAt: IsNull(),
  })
  if (stays.length === 0) return []
  const ids = stays.map(({ clientId }) => clientId)
  return tx.manager.find(Client, {
    where: { orgId, id: In(ids), name, mergedIntoId: IsNull() },
    order: { id: 'ASC' },
  })
}
