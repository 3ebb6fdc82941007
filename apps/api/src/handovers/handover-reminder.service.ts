/** Hand-overs that nobody has accepted are told again to both sides; when, the organization's plan of shifts says. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { planInForce } from '../shifts/shift.service.ts'
import { HandoverDue, HandoverEntity } from './handover.entity.ts'

interface Due {
  readonly orgId: string
  readonly id: string
  readonly reminders: number
  readonly attempts: number
}

const CLAIM = `
select org_id as "orgId", id, reminders, attempts from handover_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`

const PUT_OFF = `
update handover_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

const OLDEST = 'select min(due_at) as at from handover_due where due_at <= clock_timestamp()'

export const handoverReminderSweep: Sweep = {
  name: 'handover-reminders',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Due[]
      const failures = await eachItem(manager, claimed, (due) => remind(manager, due, clock()))
      for (const { item, error } of failures) {
        log.error({ handover: item.id, type: (error as Error).name }, 'hand-over not told again')
        await manager.query(PUT_OFF, [item.orgId, item.id, backOffSeconds(item.attempts + 1)])
      }
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = (await dataSource.query(OLDEST)) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}

const remind = async (manager: EntityManager, { orgId, id, reminders }: Due, now: Date): Promise<void> => {
  const { status, offeredAt } = await manager.findOneByOrFail(HandoverEntity, { orgId, id })
  const { reminderMinutes } = await planInForce(manager, orgId)
  if (status === 'OFFERED')
    await asSystem(manager, { orgId, now, requestId: `handover-${id}` }, (tx) =>
      Promise.resolve(tx.emit('handoverOverdue', { type: 'Handover', id })),
    )
  const next = status === 'OFFERED' ? reminderMinutes[reminders + 1] : undefined
  if (next === undefined) await manager.delete(HandoverDue, { orgId, id })
  else
    await manager.update(
      HandoverDue,
      { orgId, id },
      { dueAt: new Date(offeredAt.getTime() + next * 60_000), reminders: reminders + 1, attempts: 0 },
    )
}
