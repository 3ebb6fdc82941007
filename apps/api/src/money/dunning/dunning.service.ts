/** Asking for what is overdue: a step is taken down once, in its turn, and never while a case or a dispute holds it. */
import {
  DUNNING_INPUTS,
  dunningRulesInForce,
  HOLDING_CATEGORIES,
  OPEN_STATUSES,
  parseInput,
  type Status,
} from '@steward/domain'
import { ComplaintEntity } from '../../complaints/complaint.entity.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { todayOf } from '../day-of-organization.service.ts'
import { Receivable } from '../receivables/receivable.entity.ts'
import { lockCharge, receivableFacts } from '../receivables/receivable.service.ts'
import { dunningFactsOf, rulesOf } from './dunning-facts.service.ts'
import { DunningHold, DunningNotice, DunningStepEntity } from './dunning.entity.ts'
import { judged } from './dunning.query.ts'

const lockReceivable = async (tx: Transaction, id: string): Promise<Receivable> => {
  const { receivable, client } = await lockCharge(tx, id)
  tx.admit('dunning:read', receivableFacts(receivable, client))
  return receivable
}

const EVERYWHERE = [true, [], [], null] as const

export const take = (
  context: VerbContext,
  input: { readonly receivableId: string },
): Promise<DunningNotice | UserError> =>
  transaction(context, 'dunning:take', async (tx) => {
    const { receivableId, ...stated } = withUuids(input)
    const { step, outcome } = orRefuse(parseInput(DUNNING_INPUTS.take, stated))
    const { orgId, id } = await lockReceivable(tx, receivableId as string)
    const today = await todayOf(tx)
    const holding = { open: [...OPEN_STATUSES], categories: HOLDING_CATEGORIES }
    const [row] = await dunningFactsOf(tx.manager, {
      orgId,
      scope: EVERYWHERE,
      receivableId: id,
      today,
      holding,
    })
    const now = judged(row!, dunningRulesInForce(await rulesOf(tx.manager, orgId)), today)
    if (now.step !== step)
      throw new Refused({ code: 'WRONG_STATUS', status: now.state, action: 'take', allowed: ['DUE'] })
    return tx.insert(DunningNotice, {
      receivableId: id,
      step,
      outcome,
      takenById: tx.actor.staffId,
      takenAt: tx.now,
    })
  })

/** For an open case of the same client, until it is closed; or for another reason, until it is lifted. */
export const hold = (
  context: VerbContext,
  input: { readonly receivableId: string },
): Promise<DunningHold | UserError> =>
  transaction(context, 'dunning:hold', async (tx) => {
    const { receivableId, ...stated } = withUuids(input)
    const { complaintId, reason } = orRefuse(parseInput(DUNNING_INPUTS.hold, stated))
    const { orgId, id, clientId, state } = await lockReceivable(tx, receivableId as string)
    if (state !== 'OPEN')
      throw new Refused({ code: 'WRONG_STATUS', status: state, action: 'hold', allowed: ['OPEN'] })
    const held = await tx.manager.findBy(DunningHold, { orgId, receivableId: id })
    if (held.some(({ liftedAt, complaintId: of }) => liftedAt === null && of === complaintId))
      throw new Refused({ code: 'WRONG_STATUS', status: 'HELD', action: 'hold', allowed: ['OPEN'] })
    if (complaintId !== null) {
      const complaint = await tx.manager.findOneBy(ComplaintEntity, { orgId, id: complaintId, clientId })
      if (!complaint || !OPEN_STATUSES.includes(complaint.status as Status))
        throw invalidReference('complaintId')
    }
    return tx.insert(DunningHold, {
      receivableId: id,
      complaintId,
      reason,
      heldById: tx.actor.staffId,
      heldAt: tx.now,
      liftedById: null,
      liftedAt: null,
      version: 1,
    })
  })

export const lift = (
  context: VerbContext,
  input: { readonly holdId: string },
): Promise<DunningHold | UserError> =>
  transaction(context, 'dunning:lift', async (tx) => {
    const { holdId, ...stated } = withUuids(input)
    const { expectedVersion } = orRefuse(parseInput(DUNNING_INPUTS.lift, stated))
    const { receivableId } = await tx.get(DunningHold, holdId as string)
    await lockReceivable(tx, receivableId)
    const found = await tx.lock(DunningHold, holdId as string, expectedVersion)
    if (found.liftedAt)
      throw new Refused({ code: 'WRONG_STATUS', status: 'LIFTED', action: 'lift', allowed: ['HELD'] })
    return tx.patch(DunningHold, found, { liftedAt: tx.now, liftedById: tx.actor.staffId })
  })

export const setStep = (context: VerbContext, input: object): Promise<DunningStepEntity | UserError> =>
  transaction(context, 'dunning:setStep', async (tx) => {
    const { expectedVersion, ...rule } = orRefuse(parseInput(DUNNING_INPUTS.setStep, input))
    const { organizationId: orgId } = tx.actor
    const found = await tx.manager.findOne(DunningStepEntity, {
      where: { orgId, step: rule.step },
      lock: { mode: 'for_no_key_update' },
    })
    const version = found?.version ?? 0
    if (version !== expectedVersion)
      throw new Refused({ code: 'STALE_RECORD', changedBy: null, changedAt: tx.now, version })
    return found
      ? tx.patch(DunningStepEntity, found, rule)
      : tx.insert(DunningStepEntity, { ...rule, version: 1 })
  })
