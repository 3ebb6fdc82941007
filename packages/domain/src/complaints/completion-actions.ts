import { invalidInput, type DomainError } from '../errors.ts'
import { text } from '../text.ts'
import { given, NO_PROPOSAL, NO_VISIT, take, type Verb } from './complaint-change.ts'
import type { ComplaintOption } from './complaint.ts'
import { superseded, unreachedYet } from './remedy-actions.ts'
import { caseAfterTasks, type ComplaintTask } from './task.ts'
import type { Severity } from './vocabulary.ts'

/** Gives an order to a department: only what the client agreed to is carried out. */
export const dispatch: Verb<
  'dispatch',
  [context: { readonly tasks: readonly ComplaintTask[]; readonly newId: () => string }]
> = (complaint, input, actor, now, { tasks, newId }) => {
  const task: ComplaintTask = {
    id: newId(),
    complaintId: complaint.id,
    status: 'DISPATCHED',
    instruction: input.instruction,
    departmentId: input.departmentId,
    assigneeId: input.assigneeId,
    dispatchedById: actor.staffId,
    dispatchingDepartmentId: actor.departmentId,
    dispatchedAt: now,
    dueAt: input.dueAt,
    acceptedById: null,
    acceptedAt: null,
    completedById: null,
    completedAt: null,
    evidenceNote: null,
    reason: null,
    registeredById: complaint.registeredById,
    projectId: complaint.projectId,
    buildingId: complaint.buildingId,
    keyAccountManagerId: complaint.keyAccountManagerId,
    version: 1,
    updatedAt: now,
    updatedById: actor.staffId,
  }
  return take('dispatch', complaint, input, actor, now, {
    refuse:
      input.dueAt !== null && input.dueAt <= now
        ? invalidInput({ path: 'dueAt', message: text('期限须在将来。', 'Choose a time in the future.') })
        : undefined,
    patch: caseAfterTasks([...tasks, task]),
    note: input.instruction,
    task,
  })
}

/** States what was done. From here the client is owed a return visit by somebody else. */
export const resolve: Verb<'resolve'> = (complaint, input, actor, now) => {
  const { expectedVersion: _, outcome, ...learnt } = input
  return take('resolve', complaint, input, actor, now, {
    patch: {
      ...NO_VISIT,
      ...given(learnt),
      handlerId: actor.staffId,
      resolvedAt: now,
      contactAttempts: 0,
    },
    note: outcome,
  })
}

/**
 * Asks the client whether the matter is settled. Dissatisfied: a formal case goes back to investigation for a changed
 * option, a quick one starts again on the formal track. Nobody reached: needs logged attempts, unless it is anonymous.
 */
export const followUp: Verb<'followUp'> = (complaint, input, actor, now) => {
  const visit = {
    followedUpById: actor.staffId,
    followedUpAt: now,
    followUpSatisfied: input.satisfied,
    followUpCount: complaint.followUpCount + 1,
  }
  const again = { ...visit, ...NO_PROPOSAL, resolvedAt: null }
  const unreached: DomainError | undefined =
    input.satisfied === null && !complaint.anonymous ? unreachedYet(complaint) : undefined
  return take('followUp', complaint, input, actor, now, {
    refuse: unreached,
    note: input.note,
    ...(input.satisfied !== false
      ? { to: 'FOLLOWED_UP', patch: visit }
      : complaint.track === 'QUICK'
        ? { to: 'REGISTERED', patch: { ...again, track: 'FORMAL' } }
        : { to: 'INVESTIGATING', patch: again }),
  })
}

/** Ends the case, where nothing is missing: see `closingGaps`. */
export const close: Verb<'close'> = (complaint, input, actor, now) =>
  take('close', complaint, input, actor, now, {
    patch: { closedById: actor.staffId, closedAt: now, closeReason: input.reason },
    note: input.reason,
  })

/** A closed case that dissatisfies comes back one level more severe (1 is the most), on the formal track. */
export const reopen: Verb<'reopen'> = (complaint, input, actor, now) =>
  take('reopen', complaint, input, actor, now, {
    patch: {
      ...NO_PROPOSAL,
      ...NO_VISIT,
      track: 'FORMAL',
      severity: Math.max(1, complaint.severity - 1) as Severity,
      reopenCount: complaint.reopenCount + 1,
      acknowledgedAt: complaint.acknowledgedAt ?? now,
      contactAttempts: 0,
      handlerId: null,
      resolvedAt: null,
      closedById: null,
      closedAt: null,
      closeReason: null,
      referredTo: null,
      referredAt: null,
      referralAnsweredAt: null,
    },
    note: input.reason,
  })

type Options = [context: { readonly options: readonly ComplaintOption[] }]

/** The client takes it back. */
export const withdraw: Verb<'withdraw', Options> = (complaint, input, actor, now, { options }) =>
  take('withdraw', complaint, input, actor, now, {
    patch: { closedById: actor.staffId, closedAt: now, closeReason: input.reason },
    note: input.reason,
    options: superseded(complaint, options),
  })

/** The facts are true, the demand goes too far: reasons and an alternative are owed. */
export const decline: Verb<'decline', Options> = (complaint, input, actor, now, { options }) =>
  take('decline', complaint, input, actor, now, {
    patch: { closedById: actor.staffId, closedAt: now, closeReason: `${input.reason}\n${input.alternative}` },
    note: `${input.reason}\n${input.alternative}`,
    options: superseded(complaint, options),
  })

/** The complaint does not hold: reasons are owed. */
export const dismiss: Verb<'dismiss'> = (complaint, input, actor, now) =>
  take('dismiss', complaint, input, actor, now, {
    patch: { closedById: actor.staffId, closedAt: now, closeReason: input.reason },
    note: input.reason,
  })

/** Somebody else must remedy it; the case stays open until they answer. */
export const refer: Verb<'refer'> = (complaint, input, actor, now) =>
  take('refer', complaint, input, actor, now, {
    patch: { referredTo: input.to, referredAt: now, referralAnsweredAt: null },
    note: input.reason,
  })

export const answerReferral: Verb<'answerReferral'> = (complaint, input, actor, now) =>
  take('answerReferral', complaint, input, actor, now, {
    patch: { referralAnsweredAt: now },
    note: input.answer,
  })
