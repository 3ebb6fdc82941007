/** What the domain says of promises, written in the transaction of the step that led to it. */
import {
  promisesAfter,
  promisesAfterTask,
  scheduleOf,
  touchesPromises,
  pauseOf,
  type CaseStep,
  type ChangedPromise,
  type MadePromise,
  type PromiseWork,
  type WorkingCalendar,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import { IsNull, type EntityManager } from 'typeorm'
import type { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { Transaction } from '../database/transaction.ts'
import { PromiseDueEntity, PromiseEntity, PromisePauseEntity } from './promise.entity.ts'
import { promiseTerms } from './promise-terms.service.ts'

/** Those that are not settled, the oldest first. The case's row is locked: nobody else changes them. */
export const owedPromises = (
  manager: EntityManager,
  { orgId, id: complaintId }: Pick<ComplaintEntity, 'orgId' | 'id'>,
): Promise<PromiseEntity[]> =>
  manager.find(PromiseEntity, {
    where: { orgId, complaintId, settledAt: IsNull() },
    order: { madeAt: 'ASC', id: 'ASC' },
  })

/**
 * What a step of a case does to its promises, and the case's columns that follow. Undefined where it does nothing to them.
 */
export const promiseWork = async (
  tx: Transaction,
  step: CaseStep & { readonly after: Omit<ComplaintEntity, 'orgId'> },
): Promise<(PromiseWork & { readonly revision: number }) | undefined> => {
  if (!touchesPromises(step)) return undefined
  const orgId = tx.actor.organizationId
  const { after, before } = step
  const owed = before ? await owedPromises(tx.manager, { orgId, id: after.id }) : []
  const terms = await promiseTerms(
    tx.manager,
    { orgId, categoryId: after.categoryId, clientId: after.clientId },
    after.promisePolicyRevision,
  )
  return { ...promisesAfter(step, owed, tx.actor, tx.now, terms), revision: terms.policy.revision }
}

/** Writes new promises with what the clock will do, and those that changed. */
export const writePromises = async (
  tx: Transaction,
  { changed, made }: Pick<PromiseWork, 'changed' | 'made'>,
): Promise<void> => {
  for (const one of changed) await patchPromise(tx, one)
  for (const { promise } of made) await tx.insert(PromiseEntity, asRow(promise))
  for (const { promise, schedule } of made)
    for (const { step, dueAt } of schedule)
      await tx.append(PromiseDueEntity, {
        promiseId: promise.id,
        step,
        dueAt,
        firedAt: null,
        cancelledAt: null,
        notBefore: null,
      })
}

const asRow = (promise: MadePromise['promise']) => ({
  ...promise,
  escalateAfterMinutes: [...promise.escalateAfterMinutes],
})

/** Changes one promise; once it is settled the clock has nothing more to do. */
export const patchPromise = async (
  tx: Transaction,
  { promise, patch }: ChangedPromise,
): Promise<PromiseEntity> => {
  const { version: _, ...values } = patch
  const after = await tx.patch(PromiseEntity, promise as PromiseEntity, values as Partial<PromiseEntity>)
  if (patch.settledAt)
    await tx.manager.update(
      PromiseDueEntity,
      { orgId: after.orgId, promiseId: after.id, firedAt: IsNull(), cancelledAt: IsNull() },
      { cancelledAt: tx.now },
    )
  return after
}

/** An order was done or cancelled: the promise of it, and the case's next due time. */
export const promisesOfTask = async (
  tx: Transaction,
  complaint: ComplaintEntity,
  taskId: string,
  became: 'DONE' | 'CANCELLED',
): Promise<Pick<ComplaintEntity, 'nextDueAt'>> => {
  if (complaint.nextDueAt === null) return { nextDueAt: null }
  const owed = await owedPromises(tx.manager, complaint)
  const { changed, nextDueAt } = promisesAfterTask(taskId, became, owed, tx.actor, tx.now)
  await writePromises(tx, { changed, made: [] })
  return { nextDueAt }
}

/** Moves what the clock has not done yet to where a changed due time puts it. */
export const replan = async (
  manager: EntityManager,
  promise: PromiseEntity,
  calendar: WorkingCalendar,
  pauses: readonly PromisePauseEntity[],
): Promise<void> => {
  const schedule = scheduleOf(calendar, promise, pauses.map(pauseOf))
  const rows = schedule.map(({ step, dueAt }) => ({ id: newId(), step, due_at: dueAt }))
  await manager.query(REPLAN, [promise.orgId, promise.id, JSON.stringify(rows)])
}

/** What has been done stays done; a step that there was no room for before may find some. */
const REPLAN = `
insert into promise_due (org_id, id, promise_id, step, due_at)
select $1, r.id, $2, r.step, r.due_at from json_to_recordset($3) as r(id uuid, step text, due_at timestamptz)
on conflict (org_id, promise_id, step) do update set due_at = excluded.due_at
 where promise_due.fired_at is null and promise_due.cancelled_at is null`
