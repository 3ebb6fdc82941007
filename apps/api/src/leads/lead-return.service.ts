/**
 * What the clock does by itself about leads that somebody has: it warns, then takes them back to the pool. The lead is locked first, as by
 * every verb on it, and its due row read after that: whoever touched it meanwhile keeps it, and no step is done twice.
 */
import { pooled } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { withTenant } from '../database/with-tenant.ts'
import { oldestIn, putOff, type DueRow } from '../worker/due-sweep.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { patchLead, tellLead } from './kept-lead.service.ts'
import { Lead, LeadDue } from './lead.entity.ts'

/** The worker's role sees those of all organizations. */
const DUE = `
select org_id as "orgId", id, attempts from lead_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1`
/** One that somebody works on comes next time. */
const LOCK = 'select id from lead where org_id = $1 and id = $2 for no key update skip locked'
const STILL_DUE = `
select step from lead_due where org_id = $1 and id = $2 and due_at <= coalesce($3, clock_timestamp())`

/** Does what is due about one lead; false where nothing is, or somebody works on it. `at`: the clock of a story. */
export const fireLeadStep = async (
  manager: EntityManager,
  { orgId, id }: Pick<DueRow, 'orgId' | 'id'>,
  now: Date,
  at: Date | null = null,
): Promise<boolean> => {
  const [locked] = await manager.query<{ id: string }[]>(LOCK, [orgId, id])
  if (!locked) return false
  const [due] = await manager.query<Pick<LeadDue, 'step'>[]>(STILL_DUE, [orgId, id, at])
  if (!due) return false
  const lead = await manager.findOneByOrFail(Lead, { orgId, id })
  // It was given back, converted or lost meanwhile: nothing to do, and nothing to look at again.
  if (!lead.returnsAt) {
    await manager.delete(LeadDue, { orgId, id })
    return true
  }
  const { returnsAt } = lead
  await asSystem(manager, { orgId, now, requestId: `lead-${id}` }, async (tx) => {
    if (due.step === 'WARN') {
      await manager.update(LeadDue, { orgId, id }, { dueAt: returnsAt, step: 'RETURN', attempts: 0 })
      tx.emit('leadReturnsSoon', { type: 'Lead', id })
      return
    }
    const { assigneeId, status } = lead
    const after = await patchLead(tx, lead, pooled(now))
    await tellLead(tx, after, status, { action: 'return', assigneeId })
    await manager.delete(LeadDue, { orgId, id })
    tx.emit('leadReturned', { type: 'Lead', id })
  })
  return true
}

export const leadReturnSweep: Sweep = {
  name: 'lead-returns',
  everyMilliseconds: 1_000,
  sweep: async ({ dataSource, clock, log }, limit) => {
    const due = await dataSource.query<DueRow[]>(DUE, [limit])
    let done = 0
    for (const row of due) {
      const { orgId, id } = row
      try {
        if (await withTenant(dataSource, orgId, (manager) => fireLeadStep(manager, { orgId, id }, clock())))
          done += 1
      } catch (error) {
        log.error({ lead: id, type: (error as Error).name }, 'a lead was not returned to the pool')
        await withTenant(dataSource, orgId, (manager) => putOff(manager, 'lead_due', row))
      }
    }
    return done
  },
  oldestDue: oldestIn('lead_due'),
}
