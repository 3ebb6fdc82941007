/** The clock of an awaited signature: told when it begins, again when it is overdue, then one level higher a step, on working time. */
import { addWorkingMinutes } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import type { Transaction } from '../database/transaction.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
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

interface Due {
  readonly orgId: string
  readonly id: string
  readonly level: number
  readonly attempts: number
}

const CLAIM = `
select org_id as "orgId", id, level, attempts from signing_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`

const PUT_OFF = `
update signing_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

const OLDEST = 'select min(due_at) as at from signing_due where due_at <= clock_timestamp()'

/** Claim, effect and the next time are one transaction: whoever is killed leaves nothing behind, whoever comes second finds nothing to do. */
export const signingReminderSweep: Sweep = {
  name: 'signing-reminders',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = await manager.query<Due[]>(CLAIM, [limit])
      const failures = await eachItem(manager, claimed, (due) => remind(manager, due, clock()))
      for (const { item, error } of failures) {
        log.error({ step: item.id, type: (error as Error).name }, 'an overdue signature was not told')
        await manager.query(PUT_OFF, [item.orgId, item.id, backOffSeconds(item.attempts + 1)])
      }
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = await dataSource.query<{ at: Date | null }[]>(OLDEST)
    return row?.at ?? undefined
  },
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
