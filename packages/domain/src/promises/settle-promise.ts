import type { Channel } from '../complaints/vocabulary.ts'
import type { CasePromise } from './promise.ts'

/** Who did what was owed, when and by which step. */
export interface Fulfilment {
  readonly byId: string
  readonly by: NonNullable<CasePromise['fulfilledBy']>
  readonly answer: string | null
  readonly channel: Channel | null
}

export type PromisePatch = Partial<CasePromise>

const written = (promise: CasePromise, now: Date, byId: string): PromisePatch => ({
  settledAt: now,
  pausedAt: null,
  pausedUntil: null,
  version: promise.version + 1,
  updatedAt: now,
  updatedById: byId,
})

/** In time it is kept; afterwards it is and stays broken, also where the clock has not come round to saying so. */
export const isInTime = (promise: Pick<CasePromise, 'dueAt'>, now: Date): boolean => now <= promise.dueAt

/** Done: kept where it is in time, else done late. Broken before, it stays so. */
export const fulfilled = (
  promise: CasePromise,
  now: Date,
  { byId, by, answer, channel }: Fulfilment,
): PromisePatch => ({
  ...written(promise, now, byId),
  ...(promise.status !== 'OPEN'
    ? {}
    : isInTime(promise, now)
      ? { status: 'KEPT' }
      : { status: 'BROKEN', brokenAt: promise.dueAt }),
  fulfilledAt: now,
  fulfilledById: byId,
  fulfilledBy: by,
  answer,
  answerChannel: channel,
})

/** The case ended without it. What was broken by then stays broken. */
export const cancelled = (promise: CasePromise, now: Date, byId: string): PromisePatch => ({
  ...written(promise, now, byId),
  ...lapsed(promise, now, 'CANCELLED'),
})

/** Another promise takes its place. One that was overdue by then had been broken. */
export const superseded = (promise: CasePromise, now: Date, byId: string): PromisePatch => ({
  ...written(promise, now, byId),
  ...lapsed(promise, now, 'SUPERSEDED'),
})

const lapsed = (promise: CasePromise, now: Date, status: 'CANCELLED' | 'SUPERSEDED'): PromisePatch => {
  if (promise.status !== 'OPEN') return {}
  return isInTime(promise, now) ? { status } : { status: 'BROKEN', brokenAt: promise.dueAt }
}
