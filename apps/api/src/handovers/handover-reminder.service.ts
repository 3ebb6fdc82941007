/** Hand-overs that nobody has accepted are told again to both sides; when, the organization's plan of shifts says. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { planInForce } from '../shifts/shift.service.ts'
import { HandoverDue, HandoverEntity } from './handover.entity.ts'

interface Due extends DueRow {
  readonly reminders: number
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

export const handoverReminderSweep = dueSweep<Due>({
  name: 'handover-reminders',
  table: 'handover_due',
  step: 'reminders',
  work: remind,
  failed: 'hand-over not told again',
})
