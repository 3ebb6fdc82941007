/** Receptions and calls: written down in one act, put right by who wrote them within a day, turned into a case. */
import {
  can,
  invalidInput,
  isAmendable,
  notEligible,
  parseInput,
  RECEPTION_INPUTS,
  text,
  type ReceptionInput,
} from '@steward/domain'
import { IsNull } from 'typeorm'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Client } from '../client.entity.ts'
import { ClientContact, ClientMember } from '../contacts/contact.entity.ts'
import { clientFacts, refuseMerged } from '../kept-client.ts'
import { Reception } from './reception.entity.ts'

type Answer = Promise<Reception | UserError>
type Told = ReceptionInput<'record'>

/** Also of an archive that is out of use: people call whether we keep their file or not. */
export const record = (context: VerbContext, input: object): Answer =>
  transaction(context, 'reception:record', async (tx) => {
    const told = orRefuse(parseInput(RECEPTION_INPUTS.record, withUuids(input)))
    const client = await tx.hold(Client, told.clientId)
    tx.admit('client:read', clientFacts(client))
    await refuseMerged(tx, client)
    await demandOfClient(tx, client.id, told)
    return addReception(tx, told)
  })

/** Writes one down, of a client that was looked up before. */
export const addReception = (tx: Transaction, { at, ...told }: Told): Promise<Reception> => {
  if (at !== null && at > tx.now) {
    const message = text('时间不能晚于现在。', 'This lies in the future.')
    throw new Refused(invalidInput({ path: 'at', message }))
  }
  return tx.insert(Reception, {
    ...told,
    at: at ?? tx.now,
    recordedById: tx.actor.staffId,
    recordedAt: tx.now,
    complaintId: null,
    nextDoneAt: null,
    nextDoneById: null,
    nextOutcome: null,
    earlier: [],
    version: 1,
  })
}

const demandOfClient = async (
  tx: Transaction,
  clientId: string,
  { contactId, memberId }: Pick<Told, 'contactId' | 'memberId'>,
): Promise<void> => {
  const of = { orgId: tx.actor.organizationId, clientId, removedAt: IsNull() }
  if (contactId !== null && !(await tx.manager.existsBy(ClientContact, { ...of, id: contactId })))
    throw invalidReference('contactId')
  if (memberId !== null && !(await tx.manager.existsBy(ClientMember, { ...of, id: memberId })))
    throw invalidReference('memberId')
}

const TOO_LATE = notEligible(
  'withinADay',
  text(
    '记录满一天后不能再改；有补充请再记一笔。',
    'After a day it stays as it is; write down what is to be added as a new one.',
  ),
)

const STEP_IS_DONE = notEligible(
  'nextStepIsOpen',
  text('下一步已经办完，不能再改。', 'The next step is done and stays as it is.'),
)

/** The next step was taken: who, when, and what came of it. */
export const finish = (context: VerbContext, input: object): Answer =>
  transaction(context, 'reception:finish', async (tx) => {
    const { receptionId, expectedVersion, outcome } = orRefuse(
      parseInput(RECEPTION_INPUTS.finish, withUuids(input)),
    )
    const reception = await tx.lock(Reception, receptionId, expectedVersion)
    const client = await tx.get(Client, reception.clientId)
    tx.admit('reception:read', { ...clientFacts(client), registeredById: reception.recordedById })
    if (reception.nextStep === null || reception.nextDoneAt !== null)
      throw new Refused({
        code: 'WRONG_STATUS',
        status: reception.nextStep === null ? 'NO_NEXT_STEP' : 'DONE',
        action: 'finish',
        allowed: ['OPEN'],
      })
    return finishStep(tx, reception, outcome)
  })

export const finishStep = (
  tx: Transaction,
  reception: Reception,
  outcome: string | null,
): Promise<Reception> =>
  tx.patch(Reception, reception, {
    nextDoneAt: tx.now,
    nextDoneById: tx.actor.staffId,
    nextOutcome: outcome,
  })

export const amend = (context: VerbContext, input: object): Answer =>
  transaction(context, 'reception:amend', async (tx) => {
    const { receptionId, ...stated } = withUuids(input)
    const { expectedVersion, ...told } = orRefuse(parseInput(RECEPTION_INPUTS.amend, stated))
    const reception = await tx.lock(Reception, receptionId as string, expectedVersion)
    const client = await tx.get(Client, reception.clientId)
    tx.admit('reception:read', { ...clientFacts(client), registeredById: reception.recordedById })
    await refuseMerged(tx, client)
    if (!isAmendable(reception, tx.actor.staffId, tx.now)) throw new Refused(TOO_LATE)
    if (
      reception.nextDoneAt !== null &&
      (told.nextStep !== reception.nextStep || told.nextOn !== reception.nextOn)
    )
      throw new Refused(STEP_IS_DONE)
    await demandOfClient(tx, client.id, {
      contactId: told.contactId === reception.contactId ? null : told.contactId,
      memberId: told.memberId === reception.memberId ? null : told.memberId,
    })
    const { words, result, nextStep } = reception
    const isReworded = words !== told.words || result !== told.result || nextStep !== told.nextStep
    const earlier = [...reception.earlier, { until: tx.now.toISOString(), words, result, nextStep }]
    return tx.patch(Reception, reception, isReworded ? { ...told, earlier } : told)
  })

const TAKEN = notEligible(
  'receptionHasNoCase',
  text('这条接待记录已经转成投诉。', 'This reception was turned into a case already.'),
)

/** Links a reception with the case that is being registered from it: of the same client, and readable by whoever registers. */
export const turnIntoCase = async (
  tx: Transaction,
  receptionId: string,
  complaint: { readonly id: string; readonly clientId: string | null },
): Promise<void> => {
  const reception = await tx.manager.findOne(Reception, {
    where: { orgId: tx.actor.organizationId, id: receptionId },
    lock: { mode: 'for_no_key_update' },
  })
  if (!reception || reception.clientId !== complaint.clientId) throw invalidReference('receptionId')
  const client = await tx.get(Client, reception.clientId)
  if (!can(tx.actor, 'reception:read', clientFacts(client))) throw invalidReference('receptionId')
  if (reception.complaintId !== null) throw new Refused(TAKEN)
  await tx.patch(Reception, reception, { complaintId: complaint.id })
}
