/** The verbs of a promise. The case's row is locked first, whoever works on one of its promises. */
import * as domain from '@steward/domain'
import {
  madePromise,
  nextDueOf,
  parseInput,
  PROMISE_INPUTS,
  promiseFacts,
  type PromiseAction,
  type PromiseChange,
  type PromiseContext,
  type PromiseInput,
  type PromiseTerms,
  type Result,
} from '@steward/domain'
import { v7 as newId } from 'uuid'
import { ComplaintEventEntity } from '../complaints/complaint-parts.entity.ts'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { PromiseEntity, PromisePauseEntity } from './promise.entity.ts'
import { promiseTerms } from './promise-terms.service.ts'
import { owedPromises, patchPromise, replan, writePromises } from './promise-writing.service.ts'

type Decide<A extends PromiseAction> = (
  promise: domain.CasePromise,
  input: PromiseInput<A>,
  actor: domain.Actor,
  now: Date,
  context: PromiseContext,
) => Result<PromiseChange>

/** Answers the case: its clock and its timeline change along. */
const verb =
  <A extends PromiseAction>(action: A, decide: Decide<A>) =>
  (context: VerbContext, input: { readonly promiseId: string }): Promise<ComplaintEntity | UserError> =>
    transaction(context, `promise:${action}`, async (tx) => {
      const { promiseId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(PROMISE_INPUTS[action], stated)) as PromiseInput<A>
      const { complaint, promise } = await lockWithCase(tx, promiseId as string)
      tx.admit('promise:read', promiseFacts(promise, complaint))
      const terms = await promiseTerms(tx.manager, complaint, complaint.promisePolicyRevision)
      const pauses = await tx.manager.findBy(PromisePauseEntity, {
        orgId: promise.orgId,
        promiseId: promise.id,
      })
      const given = { complaint, pauses, newId, calendar: terms.calendar }
      const change = orRefuse(decide(promise, parsed, tx.actor, tx.now, given))
      return write(tx, { complaint, promise, pauses, change, terms })
    })

/** Case before promise, always: the lock order of decision 15. */
const lockWithCase = async (tx: Transaction, promiseId: string) => {
  const { complaintId } = await tx.get(PromiseEntity, promiseId)
  const complaint = await tx.lock(ComplaintEntity, complaintId)
  return { complaint, promise: await tx.lock(PromiseEntity, promiseId) }
}

interface Written {
  readonly complaint: ComplaintEntity
  readonly promise: PromiseEntity
  readonly pauses: readonly PromisePauseEntity[]
  readonly change: PromiseChange
  readonly terms: PromiseTerms
}

const write = async (tx: Transaction, { complaint, promise, pauses, change, terms }: Written) => {
  const after = await patchPromise(tx, { promise, patch: change.patch })
  if (change.pause) {
    const all = await writePause(tx, pauses, change.pause)
    await replan(tx.manager, after, terms.calendar, all)
  }
  if (change.next) {
    const made = madePromise(change.next, complaint, tx.now, terms)
    await writePromises(tx, { changed: [], made: [made] })
  }
  await tx.append(ComplaintEventEntity, {
    complaintId: complaint.id,
    action: `${change.action}Promise`,
    from: complaint.status,
    to: complaint.status,
    byId: tx.actor.staffId,
    at: tx.now,
    note: change.note,
  })
  return tx.patch(ComplaintEntity, complaint, {
    nextDueAt: nextDueOf(await owedPromises(tx.manager, complaint)),
    updatedAt: tx.now,
    updatedById: tx.actor.staffId,
  } as Partial<ComplaintEntity>)
}

/** All pauses afterwards. */
const writePause = async (
  tx: Transaction,
  pauses: readonly PromisePauseEntity[],
  pause: domain.PromisePause,
): Promise<readonly PromisePauseEntity[]> => {
  const stored = pauses.find(({ id }) => id === pause.id)
  const { toAt, resumedById } = pause
  const written = stored
    ? await tx.patch(PromisePauseEntity, stored, { toAt, resumedById })
    : await tx.insert(PromisePauseEntity, pause)
  return [...pauses.filter((it) => it !== stored), written]
}

export const answerPromise = verb('answer', domain.answerPromise)
export const supersedePromise = verb('supersede', domain.supersedePromise)
export const pausePromise = verb('pause', domain.pausePromise)
export const resumePromise = verb('resume', domain.resumePromise)
