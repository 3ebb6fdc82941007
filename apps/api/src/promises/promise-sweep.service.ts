/**
 * What the clock does by itself: warns, declares a promise broken, escalates one level a step. Each step is one small
 * transaction in which its effect and `fired_at` are written, under the lock of the case: whoever is killed between any two
 * statements leaves nothing behind, and whoever comes second finds nothing to do.
 */
import { escalationOf, type DueStep } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { ComplaintEventEntity } from '../complaints/complaint-parts.entity.ts'
import { asSystem } from '../database/as-system.ts'
import type { Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import type { OutboxKind } from '../worker/outbox-kinds.ts'
import type { Sweep } from '../worker/sweeps.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { PromiseEntity } from './promise.entity.ts'

interface DueItem {
  readonly orgId: string
  readonly id: string
}

/** The worker's role sees those of all organizations; one look at the index for each of them. */
const DUE = `
select d.org_id as "orgId", d.id
  from organization o
 cross join lateral (
   select org_id, id, due_at from promise_due
    where org_id = o.id and fired_at is null and cancelled_at is null and due_at < clock_timestamp()
      and (not_before is null or not_before < clock_timestamp())
    order by due_at limit $1) d
 order by d.due_at limit $1`

const OLDEST = `
select min(d.due_at) as at
  from organization o
 cross join lateral (
   select min(due_at) as due_at from promise_due
    where org_id = o.id and fired_at is null and cancelled_at is null and due_at < clock_timestamp()) d`

/**
 * The case first, as everybody who works on one of its promises does; one that somebody works on comes next time, and so does a
 * step before which another one is due.
 */
const LOCK_CASE = `
select c.id as "complaintId", c.status, c.version
  from promise_due d
  join promise p on p.org_id = d.org_id and p.id = d.promise_id
  join complaint c on c.org_id = p.org_id and c.id = p.complaint_id
 where d.org_id = $1 and d.id = $2 and d.fired_at is null and d.cancelled_at is null
   and not exists (select from promise_due e
                    where e.org_id = d.org_id and e.promise_id = d.promise_id and e.due_at < d.due_at
                      and e.fired_at is null and e.cancelled_at is null)
   for update of c skip locked`

/**
 * Read after the lock: what somebody else did to it meanwhile is seen, and so is a clock that was set back since it was claimed:
 * nothing is done early.
 */
const STILL_DUE = `
select promise_id as "promiseId", step, due_at as "dueAt", clock_timestamp() as now
  from promise_due where org_id = $1 and id = $2 and fired_at is null and cancelled_at is null
   and due_at <= coalesce($3, clock_timestamp())`

interface LockedCase {
  readonly complaintId: string
  readonly status: ComplaintEventEntity['to']
  readonly version: number
}
interface StillDue {
  readonly promiseId: string
  readonly step: DueStep
  readonly dueAt: Date
  readonly now: Date
}

/**
 * Does one step, inside an open transaction of its organization; false where it was done, cancelled, or is being worked on.
 * @param at only for a story that is told afterwards: the clock of that day
 */
export const firePromiseStep = async (
  manager: EntityManager,
  { orgId, id }: DueItem,
  at?: Date,
): Promise<boolean> => {
  const [complaint] = await manager.query<LockedCase[]>(LOCK_CASE, [orgId, id])
  if (!complaint) return false
  const [due] = await manager.query<StillDue[]>(STILL_DUE, [orgId, id, at ?? null])
  if (!due) return false
  const now = at ?? due.now
  await asSystem(manager, { orgId, now, requestId: `due-${id}`, ...(at && { history: true }) }, (tx) =>
    EFFECTS[kindOf(due.step)](tx, complaint, due),
  )
  // The database's own clock, read at the end: its distance from `due_at` is the lateness. Within a step it never runs back.
  await manager.query(
    'update promise_due set fired_at = coalesce($3, greatest(clock_timestamp(), $4)) where org_id = $1 and id = $2',
    [orgId, id, at ?? null, due.now],
  )
  return true
}

const kindOf = (step: DueStep): keyof typeof EFFECTS =>
  step === 'WARN' ? 'warn' : step === 'BREAK' ? 'break' : 'escalate'

type Effect = (tx: Transaction, complaint: LockedCase, due: StillDue) => Promise<void>

const tell = (
  tx: Transaction,
  kind: OutboxKind,
  { complaintId, version }: LockedCase,
  { promiseId, step }: StillDue,
) => {
  tx.emit(kind, { type: 'ComplaintPromise', id: promiseId, level: escalationOf(step).level })
  // The case's own row is as it was, its timeline and its clock are not.
  if (kind !== 'promiseDueSoon') tx.emit('changed', { type: 'Complaint', id: complaintId, version })
}

const event = (
  tx: Transaction,
  action: 'breakPromise' | 'escalatePromise',
  it: LockedCase,
): Promise<ComplaintEventEntity> =>
  tx.append(ComplaintEventEntity, {
    complaintId: it.complaintId,
    action,
    from: it.status,
    to: it.status,
    byId: null,
    at: tx.now,
    note: null,
  })

/** Written by nobody: see `answerPromise`, which does not mind that the clock was there first. */
const byTheClock = (tx: Transaction) => ({ updatedAt: tx.now, updatedById: null })

const EFFECTS: Readonly<Record<'warn' | 'break' | 'escalate', Effect>> = {
  warn: (tx, complaint, due) => Promise.resolve(tell(tx, 'promiseDueSoon', complaint, due)),
  break: async (tx, complaint, due) => {
    const promise = await tx.get(PromiseEntity, due.promiseId)
    if (promise.status === 'OPEN')
      await tx.patch(PromiseEntity, promise, { status: 'BROKEN', brokenAt: due.dueAt, ...byTheClock(tx) })
    await event(tx, 'breakPromise', complaint)
    tell(tx, 'promiseBroken', complaint, due)
  },
  escalate: async (tx, complaint, due) => {
    const promise = await tx.get(PromiseEntity, due.promiseId)
    const { level } = escalationOf(due.step)
    await tx.patch(PromiseEntity, promise, {
      escalationLevel: Math.max(level, promise.escalationLevel),
      ...byTheClock(tx),
    })
    await event(tx, 'escalatePromise', complaint)
    tell(tx, 'promiseEscalated', complaint, due)
  },
}

/** At most `limit` steps that are due, the oldest first. What fails is put off and does not stop the others; while the database is away, the loop tries again. */
export const sweepPromises = async (
  { dataSource, log }: Pick<WorkerServices, 'dataSource' | 'log'>,
  limit: number,
): Promise<number> => {
  const due = [...(await dataSource.query<DueItem[]>(DUE, [limit]))]
  let done = 0
  const work = async (): Promise<void> => {
    for (let item = due.shift(); item; item = due.shift()) {
      const { orgId, id } = item
      try {
        const fired = await withTenant(dataSource, orgId, (manager) =>
          firePromiseStep(manager, { orgId, id }),
        )
        if (fired) done += 1
      } catch (error) {
        log.error({ due: id, type: (error as Error).name }, 'a promise step failed')
        await withTenant(dataSource, orgId, (manager) => manager.query(PUT_OFF, [orgId, id]))
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return done
}

/** Side by side, each in a transaction of its own: two cores have room for so many. */
const AT_ONCE = 4

const PUT_OFF = `
update promise_due set not_before = clock_timestamp() + interval '30 seconds'
 where org_id = $1 and id = $2 and fired_at is null`

export const promiseSweep: Sweep = {
  name: 'promises',
  sweep: sweepPromises,
  oldestDue: async ({ dataSource }) => {
    const [row] = await dataSource.query<{ at: Date | null }[]>(OLDEST)
    return row?.at ?? undefined
  },
}
