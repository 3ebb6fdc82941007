/** A calendar changed: what was promised by it is reckoned anew, in the same transaction. */
import { dueTimeOf, nextDueOf, type WorkingCalendar } from '@steward/domain'
import { In, IsNull, type EntityManager } from 'typeorm'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { CalendarConsumer } from '../working-time/calendar-consumers.ts'
import { calendarFor } from '../working-time/calendar-store.service.ts'
import { PromiseEntity, PromisePauseEntity } from './promise.entity.ts'
import { owedPromises, replan } from './promise-writing.service.ts'

/** Open promises whose due time moved. What is broken was broken by the calendar of its day, and a stated time stands. */
export const reckonPromisesAnew: CalendarConsumer = async (tx, { calendarId, after }) => {
  const orgId = tx.actor.organizationId
  const inForce = await calendarFor(tx.manager, orgId)
  if (inForce.id !== calendarId) return 0
  const open = await tx.manager.find(PromiseEntity, {
    where: { orgId, status: 'OPEN', settledAt: IsNull() },
    // Cases are locked in one order by whoever locks several.
    order: { complaintId: 'ASC', id: 'ASC' },
    select: { orgId: true, id: true, complaintId: true },
  })
  let moved = 0
  for (const { id, complaintId } of open) {
    const complaint = await tx.lock(ComplaintEntity, complaintId)
    const promise = await tx.lock(PromiseEntity, id)
    if (promise.status !== 'OPEN') continue
    const pauses = await tx.manager.findBy(PromisePauseEntity, { orgId, promiseId: id })
    const reckoned = dueTimeOf(promise, after, pauses)
    if (reckoned.dueAt.getTime() === promise.dueAt.getTime()) continue
    const changed = await tx.patch(PromiseEntity, promise, {
      ...reckoned,
      updatedAt: tx.now,
      updatedById: tx.actorId,
    })
    await replan(tx.manager, changed, after, pauses)
    await tx.patch(ComplaintEntity, complaint, {
      nextDueAt: nextDueOf(await owedPromises(tx.manager, complaint)),
      updatedAt: tx.now,
      updatedById: tx.actorId,
    } as Partial<ComplaintEntity>)
    moved += 1
  }
  return moved
}

export interface MovedPromises {
  /** Open promises that go by the calendar. */
  readonly open: number
  readonly earlier: number
  readonly later: number
}

/** What a change would do, without doing it: locks nothing and writes nothing. */
export const promisesMovedBy = async (
  manager: EntityManager,
  orgId: string,
  calendarId: string,
  after: WorkingCalendar,
): Promise<MovedPromises> => {
  const inForce = await calendarFor(manager, orgId)
  if (inForce.id !== calendarId) return { open: 0, earlier: 0, later: 0 }
  const open = await manager.findBy(PromiseEntity, { orgId, status: 'OPEN', settledAt: IsNull() })
  const pauses = await manager.findBy(PromisePauseEntity, { orgId, promiseId: In(open.map(({ id }) => id)) })
  const moves = open.map((promise) => {
    const rests = pauses.filter(({ promiseId }) => promiseId === promise.id)
    return dueTimeOf(promise, after, rests).dueAt.getTime() - promise.dueAt.getTime()
  })
  return {
    open: open.length,
    earlier: moves.filter((by) => by < 0).length,
    later: moves.filter((by) => by > 0).length,
  }
}
