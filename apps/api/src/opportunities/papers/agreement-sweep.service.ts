/** Whoever answers for the opportunity is told once that its agreement ends soon, so that they speak of what comes after. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../../database/as-system.ts'
import { dueSweep, type DueRow } from '../../worker/due-sweep.ts'
import { ServiceAgreement, ServiceAgreementDue } from './sales-paper.entity.ts'

const tell = async (manager: EntityManager, { orgId, id }: DueRow, now: Date): Promise<void> => {
  await asSystem(manager, { orgId, now, requestId: `agreement-${id}` }, async (tx) => {
    const agreement = await tx.lock(ServiceAgreement, id)
    if (agreement.status !== 'SIGNED' || agreement.remindedAt !== null) return
    await tx.patch(ServiceAgreement, agreement, { remindedAt: now })
    tx.emit('agreementEndsSoon', { type: 'Opportunity', id: agreement.opportunityId })
  })
  await manager.delete(ServiceAgreementDue, { orgId, id })
}

export const agreementSweep = dueSweep<DueRow>({
  name: 'service-agreements',
  table: 'service_agreement_due',
  work: tell,
  failed: 'nobody was told of an agreement that ends',
})
