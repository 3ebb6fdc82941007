/** The clock of an awaited signature: told when it begins, again when it is overdue, then one level higher a step, on working time. */
import { addWorkingMinutes } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import type { Transaction } from '../database/transaction.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { SigningDue, SigningStepEntity } from './signing.entity.ts'

/** From here on somebody owes this signature. History is told to nobody. */
export const startClock = async (
  tx: Transaction,
  { orgId, id, signingId, position }: SigningStepEntity,
  dueAt: Date | null,
): Promise<void> => {
  if (tx.context.history) return
  tx.emit('signatureAwaited', { type: 'Signing', id: signingId, level: position })
  if (dueAt) await tx.manager.upsert(SigningDue, { orgId, id, dueAt, level: 0, attempts: 0 }, ['orgId', 'id'])
}

interface Due extends DueRow {
  readonly level: number
}

const remind = async (manager: EntityManager, { orgId, id, level }: Due, now: Date): Promise<void> => {
  const { state, dueAt, signingId, escalateAfterMinutes } = await manager.findOneByOrFail(SigningStepEntity, {
    orgId,
    id,
  })
  const isAwaited = state === 'OPEN' && dueAt !== null
  if (isAwaited)
    await asSystem(manager, { orgId, now, requestId: `signing-${id}` }, (tx) =>
      Promise.resolve(
        level === 0
          ? tx.emit('signatureOverdue', { type: 'Signing', id: signingId })
          : tx.emit('signatureEscalated', { type: 'Signing', id: signingId, level }),
      ),
    )
  const minutes = escalateAfterMinutes[level]
  if (!isAwaited || minutes === undefined) {
    await manager.delete(SigningDue, { orgId, id })
    return
  }
  const { calendar } = await calendarFor(manager, orgId)
  const next = addWorkingMinutes(calendar, dueAt, minutes).at
  await manager.update(SigningDue, { orgId, id }, { dueAt: next, level: level + 1, attempts: 0 })
}

export const signingReminderSweep = dueSweep<Due>({
  name: 'signing-reminders',
  table: 'signing_due',
  step: 'level',
  work: remind,
  failed: 'an overdue signature was not told',
})
