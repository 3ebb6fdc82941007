/** What an attempt leads to: a line in the log, the next one or none, the state of the endpoint, and who is told of it. */
import {
  nextWebhookAttempt,
  rolesHolding,
  text,
  WEBHOOK_PAUSE_REASON_LABELS,
  WEBHOOK_TEST_EVENT,
  webhookPauseAfter,
  type WebhookFailure,
  type WebhookPauseReason,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import type { VerbContext } from '../context.ts'
import { asSystem } from '../database/as-system.ts'
import { tellStaff, type NoticePlace } from '../notices/tell-staff.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import { Partner } from '../partners/partner.entity.ts'
import { WebhookAttempt, WebhookEndpoint, WebhookMessage } from './webhook.entity.ts'

export interface Tried {
  readonly at: Date
  readonly httpStatus: number | null
  /** Null: it was taken. */
  readonly failure: WebhookFailure | null
  readonly durationMs: number
}

interface Of {
  readonly message: WebhookMessage
  readonly endpoint: WebhookEndpoint
}

/** Writes it down, in the transaction of whoever calls. */
export const noteAttempt = async (
  manager: EntityManager,
  place: NoticePlace,
  { message, endpoint: { orgId, id } }: Of,
  tried: Tried,
  /** It happened in the past (a seed): no open screen is told of it. */
  past: Pick<VerbContext, 'history'> = {},
): Promise<void> => {
  // As it is now: an administrator may have paused or removed it meanwhile.
  const endpoint = await manager.findOneOrFail(WebhookEndpoint, {
    where: { orgId, id },
    lock: { mode: 'for_no_key_update' },
  })
  const attempt = { orgId, id: newId(), messageId: message.id, ...tried }
  await manager.insert(WebhookAttempt, attempt)
  await manager.update(WebhookMessage, { orgId, id: message.id }, outcome(message, endpoint, tried))
  await asSystem(manager, { orgId, now: tried.at, requestId: `webhook-${message.id}`, ...past }, async (tx) =>
    tx.emit('changed', { type: 'WebhookMessage', id: message.id }),
  )
  if (message.event === WEBHOOK_TEST_EVENT || isOurs(tried.failure)) return
  if (tried.failure === null) {
    await manager.update(WebhookEndpoint, { orgId, id }, { failingSince: null, lastDeliveredAt: tried.at })
    return
  }
  const failingSince = endpoint.failingSince ?? tried.at
  await manager.update(WebhookEndpoint, { orgId, id }, { failingSince })
  const reason = webhookPauseAfter({ ...tried, failingSince }, tried.at)
  if (reason && endpoint.status === 'ACTIVE')
    await pause(manager, place, { ...endpoint, failingSince }, reason, attempt)
}

/** The endpoint is not to blame. */
const isOurs = (failure: WebhookFailure | null): boolean => failure === 'NO_ACCESS' || failure === 'FAULT'

const outcome = (
  { event, attempts: before }: WebhookMessage,
  { status }: WebhookEndpoint,
  { failure, httpStatus, at }: Tried,
): Partial<WebhookMessage> => {
  const attempts = before + 1
  if (failure === null)
    return { attempts, status: 'DELIVERED', dueAt: null, deliveredAt: at, lastFailure: null }
  const isLast =
    event === WEBHOOK_TEST_EVENT || failure === 'NO_ACCESS' || httpStatus === 410 || status === 'ARCHIVED'
  const dueAt = isLast ? undefined : nextWebhookAttempt(attempts, at)
  return { attempts, status: dueAt ? 'PENDING' : 'FAILED', dueAt: dueAt ?? null, lastFailure: failure }
}

/** Pauses it in the name of the system, and tells those who can resume it. */
const pause = async (
  manager: EntityManager,
  place: NoticePlace,
  endpoint: WebhookEndpoint,
  reason: WebhookPauseReason,
  { id: eventId, at }: { readonly id: string; readonly at: Date },
): Promise<void> => {
  const { orgId, id, partnerId, url } = endpoint
  await asSystem(manager, { orgId, now: at, requestId: `webhook-${eventId}` }, async (tx) => {
    await tx.patch(WebhookEndpoint, endpoint, { status: 'PAUSED', pauseReason: reason })
  })
  const partner = await manager.findOneByOrFail(Partner, { orgId, id: partnerId })
  const holders = await manager.findBy(StaffRole, { orgId, role: In([...rolesHolding('webhook:resume')]) })
  const { host } = new URL(url)
  await tellStaff(
    manager,
    place,
    {
      orgId,
      id: eventId,
      subjectType: 'WebhookEndpoint',
      subjectId: id,
      version: null,
      verb: 'system',
      actorId: null,
      at,
    },
    {
      kind: 'WEBHOOK_PAUSED',
      named: holders.map(({ staffId }) => staffId),
      values: {
        partner: text(partner.name, partner.name),
        endpoint: text(host, host),
        outcome: WEBHOOK_PAUSE_REASON_LABELS[reason],
      },
    },
  )
}
