import type { Actor } from '../access/actor.ts'
import type { ComplaintChange } from '../complaints/complaint-change.ts'
import type { Complaint } from '../complaints/complaint.ts'
import type { Track } from '../complaints/vocabulary.ts'
import {
  draft,
  isOwed,
  madePromise,
  type MadePromise,
  type PromiseDraft,
  type PromiseTerms,
} from './make-promise.ts'
import { effectsOf, type EffectsOfStep } from './promise-effects.ts'
import type { PolicyKind } from './promise-policy.ts'
import { nextDueOf, type CasePromise } from './promise.ts'
import { cancelled, fulfilled, superseded, type PromisePatch } from './settle-promise.ts'

export interface ChangedPromise {
  readonly promise: CasePromise
  readonly patch: PromisePatch
}

/** What a step of the case makes of its promises, as data. */
export interface PromiseWork {
  readonly changed: readonly ChangedPromise[]
  readonly made: readonly MadePromise[]
  /** The case's `nextDueAt` afterwards. */
  readonly nextDueAt: Date | null
}

export interface CaseStep {
  readonly change: Pick<ComplaintChange, 'action' | 'to' | 'patch' | 'task' | 'promise'>
  /** Undefined: it was registered. */
  readonly before: Complaint | undefined
  readonly after: Complaint
}

const trackOf = ({ before, after }: CaseStep): Track => (before ?? after).track

/** Does the step touch promises at all? Where it does not, nobody need look them up. */
export const touchesPromises = (step: CaseStep): boolean => {
  const { keeps, makes, cancels } = effects(step)
  return (
    keeps.length > 0 ||
    makes.length > 0 ||
    cancels ||
    step.change.promise !== null ||
    isMoreSevere(step) ||
    isHandedOver(step)
  )
}

const effects = (step: CaseStep): EffectsOfStep =>
  effectsOf({ action: step.change.action, to: step.change.to, track: trackOf(step) })

/** 1 is the most severe. */
const isMoreSevere = ({ before, after }: CaseStep): boolean =>
  before !== undefined && after.severity < before.severity

const isHandedOver = ({ before, after }: CaseStep): boolean =>
  before !== undefined &&
  (before.assigneeId !== after.assigneeId || before.handlingDepartmentId !== after.handlingDepartmentId)

/** All that happens to a case's promises by one of its steps. `owed` are those that are not settled. */
export const promisesAfter = (
  step: CaseStep,
  owed: readonly CasePromise[],
  actor: Actor,
  now: Date,
  terms: PromiseTerms,
): PromiseWork => {
  const { keeps, makes, cancels } = effects(step)
  const { action, promise: stated } = step.change
  const { after } = step
  const byId = actor.staffId

  const kept = owed.filter(({ kind, taskId }) => keeps.includes(kind) && taskId === null)
  const rest = owed.filter((promise) => !kept.includes(promise))
  const stricter =
    cancels || !isMoreSevere(step) ? [] : rest.flatMap((it) => tightened(it, after, now, terms))
  const replaced = stricter.map(({ old }) => old)
  const standing = cancels ? [] : rest.filter((promise) => !replaced.includes(promise))

  const made = [
    ...stricter.map(({ made: it }) => it),
    ...automatic(makes, step, standing, terms).map((it) => madePromise(it, after, now, terms)),
    ...(stated ? [madePromise(stated, after, now, terms)] : []),
  ]
  const changed = [
    ...kept.map((promise) => ({
      promise,
      patch: fulfilled(promise, now, { byId, by: action, answer: null, channel: null }),
    })),
    ...(cancels ? rest.map((promise) => ({ promise, patch: cancelled(promise, now, byId) })) : []),
    ...replaced.map((promise) => ({ promise, patch: superseded(promise, now, byId) })),
    ...(isHandedOver(step) ? standing.flatMap((promise) => handedOver(promise, after, now, byId)) : []),
  ]
  return { changed, made, nextDueAt: nextDueOf([...standing, ...made.map(({ promise }) => promise)]) }
}

/** What the policy owes from this step on; not what is owed already. */
const automatic = (
  kinds: readonly PolicyKind[],
  { after, change: { task } }: CaseStep,
  standing: readonly CasePromise[],
  terms: PromiseTerms,
): readonly PromiseDraft[] =>
  kinds.flatMap((kind) => {
    if (kind === 'EXECUTION') {
      const owes = task !== null && (task.dueAt !== null || isOwed(kind, after, terms))
      return owes ? [draft(kind, { statedAt: task.dueAt, taskId: task.id })] : []
    }
    const already = standing.some((promise) => promise.kind === kind)
    return already || !isOwed(kind, after, terms) ? [] : [draft(kind)]
  })

/**
 * The case proved more severe: what the policy promised by itself is owed sooner, counted from now. It never becomes later, and
 * what a person agreed on with the client stays.
 */
const tightened = (
  old: CasePromise,
  after: Complaint,
  now: Date,
  terms: PromiseTerms,
): readonly { old: CasePromise; made: MadePromise }[] => {
  const byPolicy = old.basis === 'BUDGET' || old.basis === 'END_OF_SAME_WORKING_DAY'
  if (!byPolicy || old.status !== 'OPEN' || old.pausedAt !== null) return []
  const made = madePromise(draft(old.kind, { supersedesId: old.id, channel: old.channel }), after, now, terms)
  return made.promise.dueAt < old.dueAt ? [{ old, made }] : []
}

/** Whoever has the case now keeps what was promised. */
const handedOver = (
  promise: CasePromise,
  { assigneeId, handlingDepartmentId }: Complaint,
  now: Date,
  byId: string,
): readonly ChangedPromise[] => {
  const owner = { ownerId: assigneeId ?? promise.ownerId, departmentId: handlingDepartmentId }
  if (owner.ownerId === promise.ownerId && owner.departmentId === promise.departmentId) return []
  const patch = { ...owner, version: promise.version + 1, updatedAt: now, updatedById: byId }
  return [{ promise, patch }]
}

/** An order was done, or will not be: what was promised with it. */
export const promisesAfterTask = (
  taskId: string,
  became: 'DONE' | 'CANCELLED',
  owed: readonly CasePromise[],
  actor: Actor,
  now: Date,
): Pick<PromiseWork, 'changed' | 'nextDueAt'> => {
  const byId = actor.staffId
  const own = owed.filter((promise) => promise.taskId === taskId)
  return {
    changed: own.map((promise) => ({
      promise,
      patch:
        became === 'DONE'
          ? fulfilled(promise, now, { byId, by: 'completeTask', answer: null, channel: null })
          : cancelled(promise, now, byId),
    })),
    nextDueAt: nextDueOf(owed.filter((promise) => !own.includes(promise))),
  }
}
