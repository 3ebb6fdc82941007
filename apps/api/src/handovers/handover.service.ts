/** The verbs of a hand-over. Its cases are locked first, in the order of their ids, then the hand-over itself. */
import * as domain from '@steward/domain'
import {
  can,
  HANDOVER_INPUTS,
  handoverFacts,
  parseInput,
  type CaseAtHand,
  type HandoverAction,
  type HandoverAtHand,
  type HandoverChange,
  type HandoverInput,
  type Result,
} from '@steward/domain'
import { ComplaintEntity } from '../complaints/complaint.entity.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { accessError } from '../graphql/access-error.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { owedPromises } from '../promises/promise-writing.service.ts'
import { HandoverEntity } from './handover.entity.ts'
import { insertHandover, itemsOf, receiverOf, tellCase, writeHandover } from './handover-writing.service.ts'

type Answer = Promise<HandoverEntity | UserError>

type Case = CaseAtHand & { readonly complaint: ComplaintEntity }

/** Locks cases with what is owed by them. */
const lockCases = async (tx: Transaction, ids: readonly string[]): Promise<Case[]> => {
  const cases: Case[] = []
  for (const id of ids.toSorted()) {
    const complaint = await tx.lock(ComplaintEntity, id)
    cases.push({ complaint, owed: await owedPromises(tx.manager, complaint) })
  }
  return cases
}

/** At the end of a shift: what the person answers for is offered, with the list as it is now. */
export const offer = (context: VerbContext, input: object): Answer =>
  transaction(context, 'handover:offer', async (tx) => {
    const parsed = orRefuse(parseInput(HANDOVER_INPUTS.offer, withUuids(input)))
    const cases = await lockCases(
      tx,
      parsed.items.map(({ complaintId }) => complaintId),
    )
    // Whether each may be handed over, the life cycle of the case says.
    if (!cases.every(({ complaint }) => can(tx.actor, 'complaint:read', complaint)))
      throw accessError('NOT_FOUND', context.locale)
    const receiver = await receiverOf(tx, parsed)
    const made = orRefuse(
      domain.offerHandover(parsed, cases, tx.actor, tx.now, { receiver, newId: () => tx.newId() }),
    )
    const handover = await insertHandover(tx, made)
    for (const { complaint } of cases) {
      await tx.patch(ComplaintEntity, complaint, {
        handoverId: handover.id,
        updatedAt: tx.now,
        updatedById: tx.actor.staffId,
      } as Partial<ComplaintEntity>)
      const { remark = null } = parsed.items.find(({ complaintId }) => complaintId === complaint.id) ?? {}
      await tellCase(tx, complaint, 'offerHandover', remark)
    }
    return handover
  })

type Verb<A extends HandoverAction> = (
  at: HandoverAtHand,
  input: HandoverInput<A>,
  actor: domain.Actor,
  now: Date,
) => Result<HandoverChange>

/** @param touches whether the cases on the list change with it */
const verb =
  <A extends Exclude<HandoverAction, 'offer'>>(action: A, touches: boolean, decide: Verb<A>) =>
  (context: VerbContext, input: { readonly handoverId: string }): Answer =>
    transaction(context, `handover:${action}`, async (tx) => {
      const { handoverId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(HANDOVER_INPUTS[action], stated)) as HandoverInput<A>
      const at = await lockAll(tx, handoverId as string, touches)
      return writeHandover(tx, at.handover, orRefuse(decide(at, parsed, tx.actor, tx.now)))
    })

const lockAll = async (tx: Transaction, id: string, withCases: boolean) => {
  const found = await tx.get(HandoverEntity, id)
  tx.admit('handover:read', handoverFacts(found))
  const waiting = (await itemsOf(tx, found)).filter(
    (item) => item.promiseId === null && item.outcome === null,
  )
  const cases = withCases
    ? await lockCases(
        tx,
        waiting.map(({ complaintId }) => complaintId),
      )
    : []
  const handover = await tx.lock(HandoverEntity, id)
  // Read again under the lock: a line may have left the list meanwhile.
  return { handover, items: await itemsOf(tx, handover), cases, newId: () => tx.newId() }
}

export const accept = verb('accept', true, domain.acceptHandover)
export const decline = verb('decline', true, domain.declineHandover)
export const takeBack = verb('takeBack', true, domain.takeBackHandover)
export const ask = verb('ask', false, domain.askHandover)
export const reply = verb('reply', false, domain.replyHandover)
