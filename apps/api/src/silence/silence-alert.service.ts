/** What is done about an alert: taken on, visited, closed. */
import {
  parseInput,
  SILENCE_ALERT_INPUTS,
  silenceAlertStep,
  type SilenceAlertAction,
  type SilenceAlertStatus,
} from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts, refuseMerged } from '../clients/kept-client.ts'
import { addReception } from '../clients/receptions/reception.service.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
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
