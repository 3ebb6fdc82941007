/** What became of the promises of a case between two of its steps: most are kept, some are not, a few get another time. */
import type { CasePromise } from '@steward/domain'
import { In, IsNull, LessThan, type DataSource } from 'typeorm'
import type { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { PromiseDueEntity, PromiseEntity } from '../../promises/promise.entity.ts'
import * as promises from '../../promises/promise.service.ts'
import { firePromiseStep } from '../../promises/promise-sweep.service.ts'
import { DAY, HOUR } from '../calendar.ts'
import type { Chance } from '../chance.ts'
import { PHRASES } from './phrases.ts'

const MINUTE = 60_000

export interface Keeping {
  readonly dataSource: DataSource
  readonly chance: Chance
  /** Whoever talks to the client, at that time. */
  readonly context: (at: Date) => VerbContext
  readonly agreed: (
    answer: Awaited<ReturnType<typeof promises.answerPromise>>,
    verb: string,
  ) => ComplaintEntity
}

/** Kinds that a word to the client fulfils; the others are done by a step of the case. */
const isWord = ({ kind }: Pick<CasePromise, 'kind'>): boolean => kind === 'ANSWER' || kind === 'OTHER'

const between = (low: Date, high: Date, chance: Chance): Date =>
  new Date(low.getTime() + chance.from(0.2, 0.9) * Math.max(0, high.getTime() - low.getTime()))

const owed = (dataSource: DataSource, { orgId, id: complaintId }: ComplaintEntity, before: Date) =>
  withTenant(dataSource, orgId, (manager) =>
    manager.find(PromiseEntity, {
      where: { orgId, complaintId, settledAt: IsNull(), dueAt: LessThan(before) },
      order: { dueAt: 'ASC', id: 'ASC' },
    }),
  )

/** The clock of that day: everything that became due before `until` in this case, in its order. */
const passTime = (
  dataSource: DataSource,
  { orgId, id: complaintId }: ComplaintEntity,
  since: Date,
  until: Date,
) =>
  withTenant(dataSource, orgId, async (manager) => {
    const standing = await manager.findBy(PromiseEntity, { orgId, complaintId, settledAt: IsNull() })
    const due = await manager.find(PromiseDueEntity, {
      where: {
        orgId,
        promiseId: In(standing.map(({ id }) => id)),
        dueAt: LessThan(until),
        firedAt: IsNull(),
        cancelledAt: IsNull(),
      },
      order: { dueAt: 'ASC', id: 'ASC' },
    })
    for (const { id, dueAt } of due) {
      // The worker was never late by more than a breath.
      const breath = Math.max(dueAt.getTime() + 200, since.getTime())
      await firePromiseStep(manager, { orgId, id }, new Date(Math.min(breath, until.getTime())))
    }
  })

/**
 * Lets the time pass from the last step of a case to the next one.
 * @param last the story ends here: what is promised now lies ahead
 */
export const keepPromises = async (
  keeping: Keeping,
  complaint: ComplaintEntity,
  from: Date,
  until: Date,
  last: boolean,
): Promise<ComplaintEntity> => {
  let [current, since] = [complaint, from]
  const passed = new Set<string>()
  while (current.nextDueAt !== null && current.nextDueAt < until) {
    const open = await owed(keeping.dataSource, current, until)
    const promise = open.find((one) => isWord(one) && !passed.has(one.id))
    if (!promise) break
    passed.add(promise.id)
    const at = turn(keeping.chance, promise, since, until, last)
    // Nothing is told here of the time after: the word on another promise may have been given before it.
    if (!at) continue
    await passTime(keeping.dataSource, current, since, at)
    current = await speak(keeping, promise, at, last)
    since = at
  }
  await passTime(keeping.dataSource, current, since, until)
  return current
}

/** When the word is given: mostly in time, sometimes late; undefined: not before the story goes on. */
const turn = (
  chance: Chance,
  { dueAt }: PromiseEntity,
  since: Date,
  until: Date,
  last: boolean,
): Date | undefined => {
  const early = since < dueAt ? between(since, dueAt, chance) : undefined
  if (early && chance.happens(0.86)) return early
  const late = new Date(Math.max(dueAt.getTime(), since.getTime()) + chance.from(0.2, 20) * HOUR)
  return late < until && !(last && chance.happens(0.4)) ? late : undefined
}

/** Says how far things are and when the next word follows; or agrees on another time. */
const speak = async (
  { chance, context, agreed }: Keeping,
  promise: PromiseEntity,
  at: Date,
  last: boolean,
): Promise<ComplaintEntity> => {
  const { id: promiseId } = promise
  // The clock may have been there since.
  const expectedVersion = promise.version
  const next = new Date(Math.ceil((at.getTime() + chance.from(0.6, 2.6) * DAY) / (30 * MINUTE)) * 30 * MINUTE)
  if (at < promise.dueAt && chance.happens(0.12)) {
    const stated = { promiseId, expectedVersion, dueAt: next, assent: chance.pick(PHRASES.newTime) }
    return agreed(await promises.supersedePromise(context(at), stated), 'supersedePromise')
  }
  const answer = chance.pick(PHRASES.progress)
  const more = last || chance.happens(0.4) ? { nextDueAt: next } : {}
  const stated = { promiseId, expectedVersion, answer, channel: 'PHONE', ...more }
  return agreed(await promises.answerPromise(context(at), stated), 'answerPromise')
}

/** Before a case is closed nothing is owed any more: the last word is given now. */
export const giveLastWord = async (
  { dataSource, chance, context, agreed }: Keeping,
  complaint: ComplaintEntity,
  since: Date,
  at: Date,
): Promise<ComplaintEntity> => {
  let current = complaint
  if (current.nextDueAt === null) return current
  const far = new Date(at.getTime() + 400 * DAY)
  await passTime(dataSource, current, since, at)
  for (const { id: promiseId, version: expectedVersion } of await owed(dataSource, current, far)) {
    const stated = { promiseId, expectedVersion, answer: chance.pick(PHRASES.lastWord), channel: 'PHONE' }
    current = agreed(await promises.answerPromise(context(at), stated), 'answerPromise')
  }
  return current
}
