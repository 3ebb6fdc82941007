/** The verbs of a breach: recorded by QUALITY, stated by whose it is, concluded. */
import {
  BREACH_INPUTS,
  breachFacts,
  breachNumber,
  concludeBreach,
  invalidInput,
  numberPeriod,
  parseInput,
  stateBreach,
  text,
  type BreachInput,
} from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { nextSerial } from '../database/counter.ts'
import { invalidReference } from '../database/invalid-reference.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { dayOf } from '../money/day-of-organization.service.ts'
import { Department, OrganizationProfile, Staff } from '../organization/organization.entity.ts'
import { InformationBreachEntity } from './breach.entity.ts'
import { InformationCheck, InformationItemEntity } from './inventory.entity.ts'

type Answer = Promise<InformationBreachEntity | UserError>

const OWN = text('不能记录自己的违规；请由同事记录。', 'Somebody else records a breach of yours.')
const AHEAD = text('不能晚于今天。', 'Not after today.')

export const record = (context: VerbContext, input: object): Answer =>
  transaction(context, 'informationBreach:record', async (tx) => {
    const stated = orRefuse(parseInput(BREACH_INPUTS.record, withUuids(input)))
    const { organizationId: orgId } = tx.actor
    await checkReferences(tx, stated)
    if (stated.staffId === tx.actor.staffId)
      throw new Refused(invalidInput({ path: 'staffId', message: OWN }))
    if (stated.happenedOn > (await dayOf(tx.manager, orgId, tx.now)))
      throw new Refused(invalidInput({ path: 'happenedOn', message: AHEAD }))
    const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
    const month = numberPeriod(tx.now, timeZone)
    const breach = await tx.insert(InformationBreachEntity, {
      ...stated,
      number: breachNumber(month, await nextSerial(tx.manager, orgId, 'information-breach', month)),
      status: 'RECORDED',
      recordedById: tx.actor.staffId,
      recordedAt: tx.now,
      statement: null,
      statedAt: null,
      conclusion: null,
      unheard: null,
      concludedById: null,
      concludedAt: null,
      version: 1,
    })
    tx.emit('breachRecorded', { type: 'InformationBreach', id: breach.id })
    return breach
  })

const checkReferences = async (
  tx: Transaction,
  { departmentId, itemId, checkId, staffId }: BreachInput<'record'>,
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  if (!(await tx.manager.existsBy(Department, { orgId, id: departmentId })))
    throw invalidReference('departmentId')
  if (!(await tx.manager.existsBy(Staff, { orgId, id: staffId }))) throw invalidReference('staffId')
  if (itemId && !(await tx.manager.existsBy(InformationItemEntity, { orgId, id: itemId, departmentId })))
    throw invalidReference('itemId')
  if (checkId && !(await tx.manager.existsBy(InformationCheck, { orgId, id: checkId, departmentId })))
    throw invalidReference('checkId')
}

const locked = async (
  tx: Transaction,
  id: string,
  expectedVersion: number,
): Promise<InformationBreachEntity> => {
  const breach = await tx.lock(InformationBreachEntity, id, expectedVersion)
  tx.admit('informationBreach:read', breachFacts(breach))
  return breach
}

/** Heard: by the person whose it is, and by nobody in their place. */
export const state = (context: VerbContext, input: { readonly informationBreachId: string }): Answer =>
  transaction(context, 'informationBreach:state', async (tx) => {
    const { informationBreachId, ...stated } = withUuids(input)
    const parsed = orRefuse(parseInput(BREACH_INPUTS.state, stated))
    const breach = await locked(tx, informationBreachId as string, parsed.expectedVersion)
    const patch: Partial<InformationBreachEntity> = orRefuse(stateBreach(breach, parsed, tx.actor, tx.now))
    tx.emit('breachStated', { type: 'InformationBreach', id: breach.id })
    return tx.patch(InformationBreachEntity, breach, patch)
  })

export const conclude = (context: VerbContext, input: { readonly informationBreachId: string }): Answer =>
  transaction(context, 'informationBreach:conclude', async (tx) => {
    const { informationBreachId, ...stated } = withUuids(input)
    const parsed = orRefuse(parseInput(BREACH_INPUTS.conclude, stated))
    const breach = await locked(tx, informationBreachId as string, parsed.expectedVersion)
    const patch: Partial<InformationBreachEntity> = orRefuse(concludeBreach(breach, parsed, tx.actor, tx.now))
    return tx.patch(InformationBreachEntity, breach, patch)
  })
