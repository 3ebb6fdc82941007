/** What is done about an alert: taken on, visited, closed. */
import {
  can,
  invalidInput,
  parseInput,
  SILENCE_ALERT_INPUTS,
  silenceAlertStep,
  takenBy,
  text,
  type SilenceAlertAction,
  type SilenceAlertStatus,
} from '@steward/domain'
import { readActor } from '../access/session.ts'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import { addReception } from '../clients/receptions/reception.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { SilenceAlertEntity } from './silence.entity.ts'

type Answer = Promise<SilenceAlertEntity | UserError>

interface Begun {
  readonly alert: SilenceAlertEntity
  readonly client: Client
  readonly status: SilenceAlertStatus
}

/** The alert, locked, of a client whose archive is kept; and where the verb leads. */
const begun = async (
  tx: Transaction,
  action: SilenceAlertAction,
  { alertId, expectedVersion }: { readonly alertId: string; readonly expectedVersion: number },
): Promise<Begun> => {
  const alert = await tx.lock(SilenceAlertEntity, alertId, expectedVersion)
  const client = await tx.hold(Client, alert.clientId)
  tx.admit('silenceAlert:read', clientFacts(client))
  await refuseMerged(tx, client)
  return {
    alert,
    client,
    status: orRefuse(silenceAlertStep(action, tx.actor, alert.status, clientFacts(client))),
  }
}

/** Whoever acknowledges it goes and sees them. */
export const acknowledge = (context: VerbContext, input: object): Answer =>
  transaction(context, 'silenceAlert:acknowledge', async (tx) => {
    const stated = orRefuse(parseInput(SILENCE_ALERT_INPUTS.acknowledge, withUuids(input)))
    const { alert, status } = await begun(tx, 'acknowledge', stated)
    return tx.patch(SilenceAlertEntity, alert, {
      status,
      acknowledgedById: tx.actor.staffId,
      acknowledgedAt: tx.now,
    })
  })

const NOT_WITHIN_A_YEAR = text('请选择今天起一年以内的日期。', 'Choose a day from today on, within a year.')
const MAY_NOT_VISIT = text(
  '此人不负责这位客户，不能走访。请选择客服专员、主管、经理，或该项目、该客户的负责人。',
  'They do not answer for this client. Choose a specialist, a supervisor or a manager, or whoever has the site or the account.',
)

/** Whoever shall go must be able to do so: what is proposed is theirs to read, take on and record. */
const demandVisitor = async (tx: Transaction, visitorId: string, client: Client): Promise<void> => {
  const visitor = await readActor(tx.manager, tx.actor.organizationId, visitorId)
  if (!visitor || !can(visitor, 'silenceAlert:recordVisit', clientFacts(client)))
    throw new Refused(invalidInput({ path: 'visitorId', message: MAY_NOT_VISIT }))
}

const YEAR = 365 * 86_400_000

/** A supervisor sends somebody, or somebody says when they go themselves. */
export const proposeVisit = (context: VerbContext, input: object): Answer =>
  transaction(context, 'silenceAlert:proposeVisit', async (tx) => {
    const { visitorId, visitOn, ...stated } = orRefuse(
      parseInput(SILENCE_ALERT_INPUTS.proposeVisit, withUuids(input)),
    )
    const { alert, client } = await begun(tx, 'proposeVisit', stated)
    const today = await todayOf(tx)
    if (visitOn < today || Date.parse(visitOn) > Date.parse(today) + YEAR)
      throw new Refused(invalidInput({ path: 'visitOn', message: NOT_WITHIN_A_YEAR }))
    await demandVisitor(tx, visitorId, client)
    if (visitorId !== tx.actor.staffId)
      tx.emit('silenceVisitProposed', { type: 'SilenceAlert', id: alert.id })
    return tx.patch(SilenceAlertEntity, alert, {
      ...takenBy(visitorId, tx.actor, alert, tx.now),
      visitBy: visitOn,
      visitorId,
      visitProposedById: tx.actor.staffId,
    })
  })

/** The visit is a reception of the client: its words stand there, and nowhere else. */
export const recordVisit = (context: VerbContext, input: object): Answer =>
  transaction(context, 'silenceAlert:recordVisit', async (tx) => {
    const { alertId, expectedVersion, ...told } = orRefuse(
      parseInput(SILENCE_ALERT_INPUTS.recordVisit, withUuids(input)),
    )
    const { alert, client, status } = await begun(tx, 'recordVisit', { alertId, expectedVersion })
    const visit = await addReception(tx, {
      ...told,
      clientId: client.id,
      direction: 'OUT',
      purpose: 'CARE',
      nextStep: null,
      nextOn: null,
      contactId: null,
      memberId: null,
    })
    return tx.patch(SilenceAlertEntity, alert, {
      status,
      visitId: visit.id,
      visitedAt: visit.at,
      ...(alert.acknowledgedById === null
        ? { acknowledgedById: tx.actor.staffId, acknowledgedAt: tx.now }
        : {}),
    })
  })

export const close = (context: VerbContext, input: object): Answer =>
  transaction(context, 'silenceAlert:close', async (tx) => {
    const { outcome, note, ...stated } = orRefuse(parseInput(SILENCE_ALERT_INPUTS.close, withUuids(input)))
    const { alert, status } = await begun(tx, 'close', stated)
    return tx.patch(SilenceAlertEntity, alert, {
      status,
      outcome,
      note,
      closedById: tx.actor.staffId,
      closedAt: tx.now,
    })
  })
