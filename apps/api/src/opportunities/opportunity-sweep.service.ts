/** Whoever answers for an opportunity is told once that it lies untouched. A touch sets the clock anew. */
import { isOpenStage } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { Opportunity, OpportunityDue } from './opportunity.entity.ts'

/** One that somebody works on comes next time: every verb locks it before its clock. */
const LOCK = 'select id from opportunity where org_id = $1 and id = $2 for no key update skip locked'

export const tellUntouched = async (
  manager: EntityManager,
  { orgId, id }: Pick<DueRow, 'orgId' | 'id'>,
  now: Date,
): Promise<void> => {
  const [locked] = await manager.query<{ id: string }[]>(LOCK, [orgId, id])
  if (!locked) return
  await asSystem(manager, { orgId, now, requestId: `opportunity-${id}` }, async (tx) => {
    const opportunity = await tx.lock(Opportunity, id)
    const { status, stalledAt } = opportunity
    if (!isOpenStage(status) || stalledAt !== null) return
    await tx.patch(Opportunity, opportunity, { stalledAt: now })
    tx.emit('opportunityUntouched', { type: 'Opportunity', id })
  })
  await manager.delete(OpportunityDue, { orgId, id })
}

export const opportunitySweep = dueSweep({
  name: 'opportunities',
  table: 'opportunity_due',
  work: tellUntouched,
  failed: 'nobody was told of an untouched opportunity',
})
