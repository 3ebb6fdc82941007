import { can, leadFacts, OPEN_LEAD_STATUSES, type LeadInput } from '@steward/domain'
import { In } from 'typeorm'
import { phoneTail } from '../clients/client-columns.ts'
import { refuseLikelyDuplicate } from '../clients/likely-duplicate.service.ts'
import { Refused } from '../database/refused.ts'
import type { Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Lead } from './lead.entity.ts'

/**
 * Refuses DUPLICATE where somebody with this number is a client already, or a lead that goes on. Only of those whose number the actor
 * may see anyway (decision 57), and last, so that trying numbers out leaves leads and no answers.
 */
export const refuseLikelySame = async (tx: Transaction, wanted: LeadInput<'open'>): Promise<void> => {
  const { name, phone, knownNotToBeClients, knownNotToBeLeads } = wanted
  await refuseLikelyDuplicate(tx, { name, phone, knownNotToBeThem: knownNotToBeClients, occupancies: [] })
  if (phone === null) return
  const found = await tx.manager.find(Lead, {
    where: {
      orgId: tx.actor.organizationId,
      phoneTail: phoneTail(phone)!,
      phone,
      status: In([...OPEN_LEAD_STATUSES]),
    },
    order: { id: 'ASC' },
    take: 50,
  })
  const known = new Set(knownNotToBeLeads)
  const same = found.find((it) => !known.has(it.id) && can(tx.actor, 'lead:revealPhone', leadFacts(it)))
  if (same) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('Lead', same.id) })
}
