/** How endpoints and their log are read. Class internal: addresses, ids, states; never a secret, never a client. */
import { WEBHOOK_TEST_EVENT, WEBHOOK_TRANSITIONS } from '@steward/domain'
import { isIn } from '../reads/filters.ts'
import {
  actions,
  column,
  connection,
  expression,
  id,
  instant,
  many,
  one,
  projection,
  values,
  type Field,
  type Reference,
  type Row,
} from '../reads/projection.ts'
import { objectRoot } from '../reads/roots.ts'
import { WebhookAttempt, WebhookEndpoint, WebhookMessage } from './webhook.entity.ts'

const internal = { class: 'internal' } as const
const WEEK_MS = 7 * 86_400_000
/** Bars of the strip. */
const RECENT = 30

const messagesOf = (row: Row, { rows }: Reference): readonly Row[] =>
  rows('webhook_message').filter(({ endpoint_id }) => endpoint_id === row.id)

const messagesSql = (alias: string, more: string): string =>
  `from webhook_message m$ where m$.org_id = ${alias}.org_id and m$.endpoint_id = ${alias}.id and ${more}`

/** How many of the last seven days came to this; tests prove nothing about the cases. */
const ofLastWeek = (status: 'DELIVERED' | 'FAILED'): Field =>
  expression({
    ...internal,
    sql: (alias) =>
      `(select count(*)::integer ${messagesSql(alias, `m$.status = '${status}' and m$.event <> '${WEBHOOK_TEST_EVENT}' and m$.created_at > now() - interval '7 days'`)})`,
    reference: (row, reference) =>
      messagesOf(row, reference).filter(
        (it) =>
          it.status === status &&
          it.event !== WEBHOOK_TEST_EVENT &&
          (it.created_at as Date).getTime() > reference.now.getTime() - WEEK_MS,
      ).length,
  })

const webhookEndpointProjection = projection('WebhookEndpoint', {
  table: 'webhook_endpoint',
  entity: WebhookEndpoint,
  permission: 'webhook:read',
  facts: { status: 'status' },
  fields: {
    id: id(),
    partner: one('Partner', { ...internal, by: 'partner_id' }),
    url: column('url', internal),
    description: column('description', internal),
    events: column('events', internal),
    status: column('status', internal),
    pauseReason: column('pause_reason', internal),
    failingSince: instant('failing_since', internal),
    lastDeliveredAt: instant('last_delivered_at', internal),
    overlapUntil: instant('overlap_until', internal),
    createdAt: instant('created_at', internal),
    createdBy: one('Staff', { ...internal, by: 'created_by_id' }),
    deliveredLastWeek: ofLastWeek('DELIVERED'),
    failedLastWeek: ofLastWeek('FAILED'),
    pending: expression({
      ...internal,
      sql: (alias) => `(select count(*)::integer ${messagesSql(alias, `m$.status = 'PENDING'`)})`,
      reference: (row, reference) =>
        messagesOf(row, reference).filter(({ status }) => status === 'PENDING').length,
    }),
    recent: values('WebhookOutcome', {
      ...internal,
      sql: (alias) => `select m$.event as "event", m$.status as "status", m$.attempts as "attemptCount"
        ${messagesSql(alias, 'true')} order by m$.created_at desc, m$.id desc limit ${RECENT}`,
      reference: (row, reference) =>
        messagesOf(row, reference)
          .toSorted(
            (a, b) =>
              (b.created_at as Date).getTime() - (a.created_at as Date).getTime() ||
              (String(a.id) < String(b.id) ? 1 : -1),
          )
          .slice(0, RECENT)
          .map(({ event, status, attempts }) => ({ event, status, attemptCount: attempts })),
    }),
    messages: connection('WebhookMessage', {
      ...internal,
      foreign: 'endpoint_id',
      filters: { status: isIn('status'), event: isIn('event') },
      orders: { NEWEST: [['createdAt', 'desc']] },
    }),
    availableActions: actions(WEBHOOK_TRANSITIONS),
    version: column('version', internal),
  },
})

const webhookMessageProjection = projection('WebhookMessage', {
  table: 'webhook_message',
  entity: WebhookMessage,
  permission: 'webhook:read',
  fields: {
    id: id(),
    endpoint: one('WebhookEndpoint', { ...internal, by: 'endpoint_id' }),
    event: column('event', internal),
    body: column('body', internal),
    status: column('status', internal),
    attemptCount: column('attempts', internal),
    dueAt: instant('due_at', internal),
    createdAt: instant('created_at', internal),
    deliveredAt: instant('delivered_at', internal),
    lastFailure: column('last_failure', internal),
    attempts: many('WebhookAttempt', { ...internal, foreign: 'message_id', order: [['at', 'desc']] }),
  },
})

const webhookAttemptProjection = projection('WebhookAttempt', {
  table: 'webhook_attempt',
  entity: WebhookAttempt,
  permission: 'webhook:read',
  fields: {
    id: id(),
    at: instant('at', internal),
    httpStatus: column('http_status', internal),
    failure: column('failure', internal),
    durationMs: column('duration_ms', internal),
  },
})

export const WEBHOOK_PROJECTIONS = [
  webhookEndpointProjection,
  webhookMessageProjection,
  webhookAttemptProjection,
] as const

export const webhookRoots = { webhookEndpoint: objectRoot('WebhookEndpoint') }
