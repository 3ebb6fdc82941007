/** Sending at an administrator's wish: a test, one message again, or all that failed. */
import {
  parseInput,
  refusal,
  WEBHOOK_INPUTS,
  WEBHOOK_TEST_EVENT,
  WEBHOOK_TRANSITIONS,
  type WebhookAction,
} from '@steward/domain'
import { MoreThanOrEqual, Not } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { databaseNow } from '../worker/database-now.ts'
import { testBody } from './webhook-body.ts'
import { wakeEndpoint } from './webhook-due.service.ts'
import { WebhookEndpoint, WebhookMessage } from './webhook.entity.ts'

const living = async (tx: Transaction, action: WebhookAction, id: string): Promise<WebhookEndpoint> => {
  const endpoint = await tx.lock(WebhookEndpoint, id)
  const refused = refusal(WEBHOOK_TRANSITIONS, action, tx.actor, endpoint)
  if (refused) throw new Refused(refused)
  return endpoint
}

/** Due at once by the clock by which the worker claims it, wherever that of this process stands. */
const atOnce = (tx: Transaction): Promise<Date> => databaseNow(tx.context, tx.manager)

/** Sends a message about nothing, once, to a paused endpoint too: to see whether it is taken. */
export const testWebhookEndpoint = (
  context: VerbContext,
  input: { readonly endpointId: string },
): Promise<WebhookMessage | UserError> =>
  transaction(context, 'webhook:test', async (tx) => {
    const { endpointId } = withUuids(input)
    const endpoint = await living(tx, 'test', endpointId as string)
    const id = newId()
    const dueAt = await atOnce(tx)
    const message = await tx.insert(WebhookMessage, {
      id,
      endpointId: endpoint.id,
      causeId: id,
      event: WEBHOOK_TEST_EVENT,
      complaintId: null,
      body: testBody(tx.now, endpoint.id),
      status: 'PENDING',
      attempts: 0,
      dueAt,
      createdAt: tx.now,
      deliveredAt: null,
      lastFailure: null,
    })
    await wakeEndpoint(tx.manager, endpoint, dueAt)
    return message
  })

/** Sends a message once more, whatever became of it, under the same id: a receiver that has seen it drops it. */
export const replayWebhookMessage = (
  context: VerbContext,
  input: { readonly messageId: string },
): Promise<WebhookMessage | UserError> =>
  transaction(context, 'webhook:replay', async (tx) => {
    const { messageId } = withUuids(input)
    const { endpointId } = await tx.get(WebhookMessage, messageId as string)
    const endpoint = await living(tx, 'replayFailed', endpointId)
    const message = await tx.lock(WebhookMessage, messageId as string)
    const dueAt = await atOnce(tx)
    await wakeEndpoint(tx.manager, endpoint, dueAt)
    return tx.patch(WebhookMessage, message, { status: 'PENDING', attempts: 0, dueAt })
  })

/** Sends everything once more that failed since then; tests stay what they were. */
export const replayFailedWebhookMessages = (
  context: VerbContext,
  input: { readonly endpointId: string },
): Promise<WebhookEndpoint | UserError> =>
  transaction(context, 'webhook:replayFailed', async (tx) => {
    const { endpointId, ...stated } = withUuids(input)
    const { since } = orRefuse(parseInput(WEBHOOK_INPUTS.replayFailed, stated))
    const endpoint = await living(tx, 'replayFailed', endpointId as string)
    const dueAt = await atOnce(tx)
    const { affected } = await tx.manager.update(
      WebhookMessage,
      {
        orgId: endpoint.orgId,
        endpointId: endpoint.id,
        status: 'FAILED',
        event: Not(WEBHOOK_TEST_EVENT),
        createdAt: MoreThanOrEqual(since),
      },
      { status: 'PENDING', attempts: 0, dueAt },
    )
    await wakeEndpoint(tx.manager, endpoint, dueAt)
    tx.tell(WebhookEndpoint, endpoint, 'replayed', null, `${affected ?? 0} / ${since.toISOString()}`)
    return endpoint
  })
