/** Sends what an endpoint has waiting, one after the other. Runs at least once: a message that went out twice bears one id. */
import { WEBHOOK_TEST_EVENT, type WebhookFailure } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { vaultOf } from '../access/vault.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { Partner } from '../partners/partner.entity.ts'
import type { JobConsumer } from '../worker/outbox-consumers.ts'
import { reasonOf } from '../worker/failed-jobs.ts'
import { databaseNow } from '../worker/database-now.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { deliver, type Message } from './deliver.ts'
import { noteAttempt, type Tried } from './webhook-attempt.service.ts'
import { readableCase } from './partner-reading.service.ts'
import { secretPlace } from './webhook-body.ts'
import { wakeForNext } from './webhook-due.service.ts'
import { WebhookEndpoint, WebhookMessage, WebhookSecret } from './webhook.entity.ts'

/** One job sends for so long; an endpoint with more is woken again at once, after others had their turn. */
const TURN_MILLISECONDS = 30_000
/** After a failure of the endpoint itself its other messages rest this long. */
const REST_MILLISECONDS = 5_000

/** That the message went wrong, not the endpoint: the next one may do better. */
const OF_THE_MESSAGE: readonly WebhookFailure[] = ['NO_ACCESS']

const NEXT = `
select m.id from webhook_message m join webhook_endpoint e on e.org_id = m.org_id and e.id = m.endpoint_id
 where m.org_id = $1 and m.endpoint_id = $2 and m.status = 'PENDING' and m.due_at <= $3
   and (e.status = 'ACTIVE' or e.status = 'PAUSED' and m.event = '${WEBHOOK_TEST_EVENT}')
 order by m.due_at, m.id limit 1`

interface Place {
  readonly orgId: string
  readonly id: string
}

interface Ready {
  readonly message: WebhookMessage
  readonly endpoint: WebhookEndpoint
  readonly secret: WebhookSecret
  readonly mayBeTold: boolean
}

export const webhookConsumer: JobConsumer = {
  name: 'webhooks',
  effect: 'job',
  kinds: ['webhookDue'],
  // One endpoint that answers slowly holds up itself alone.
  queue: ({ subjectId }) => `webhook-${subjectId}`,
  run: ({ orgId, subjectId }, services) => sendDue(services, { orgId, id: subjectId }),
}

const sendDue = async (services: WorkerServices, place: Place): Promise<void> => {
  const within = <T>(work: (manager: EntityManager) => Promise<T>) =>
    withTenant(services.dataSource, place.orgId, work)
  let from = await databaseNow(services)
  const end = performance.now() + TURN_MILLISECONDS
  while (performance.now() < end) {
    const now = await databaseNow(services)
    const ready = await within((manager) => nextMessage(manager, place, now))
    if (!ready) break
    const tried = await tryOnce(services, ready, now)
    await within((manager) => noteAttempt(manager, services.config, ready, tried))
    if (tried.failure === null || OF_THE_MESSAGE.includes(tried.failure)) continue
    from = new Date((await databaseNow(services)).getTime() + REST_MILLISECONDS)
    break
  }
  await within((manager) => wakeForNext(manager, place, from))
}

const nextMessage = async (
  manager: EntityManager,
  { orgId, id: endpointId }: Place,
  now: Date,
): Promise<Ready | undefined> => {
  const [next] = await manager.query<{ id: string }[]>(NEXT, [orgId, endpointId, now])
  if (!next) return undefined
  const message = await manager.findOneByOrFail(WebhookMessage, { orgId, id: next.id })
  const endpoint = await manager.findOneByOrFail(WebhookEndpoint, { orgId, id: endpointId })
  const secret = await manager.findOneByOrFail(WebhookSecret, { orgId, id: endpointId })
  const { id: partnerId, staffId } = await manager.findOneByOrFail(Partner, { orgId, id: endpoint.partnerId })
  const { complaintId } = message
  const readable =
    complaintId && (await readableCase(manager, { orgId, partnerId, staffId }, complaintId, now))
  return { message, endpoint, secret, mayBeTold: complaintId === null || Boolean(readable) }
}

/** What came of it; never an exception, so that an attempt is written whatever happens. */
const tryOnce = async (services: WorkerServices, ready: Ready, at: Date): Promise<Tried> => {
  // It was promised when the partner could still read the case. Nothing leaves the house.
  if (!ready.mayBeTold) return { at, httpStatus: null, failure: 'NO_ACCESS', durationMs: 0 }
  try {
    const { endpoint, message } = ready
    const send = services.deliver ?? deliverPublicly
    const { failure, status, ms } = await send(endpoint.url, {
      id: toGlobalId('WebhookMessage', message.id),
      at,
      body: message.body,
      secrets: secretsOf(services, ready, at),
    })
    return { at, httpStatus: status, failure: failure ?? null, durationMs: ms }
  } catch (error) {
    services.log.error({ message: ready.message.id, reason: reasonOf(error) }, 'a webhook could not be sent')
    return { at, httpStatus: null, failure: 'FAULT', durationMs: 0 }
  }
}

const deliverPublicly = (url: string, message: Message) => deliver(url, message, { allowLoopback: false })

/** The secret, and while a rotation is fresh the one before. */
const secretsOf = (
  { config }: Pick<WorkerServices, 'config'>,
  { endpoint, secret }: Pick<Ready, 'endpoint' | 'secret'>,
  now: Date,
): readonly [string, ...string[]] => {
  const open = (sealed: string) => vaultOf(config).open(secretPlace(secret), sealed)
  const overlaps = endpoint.overlapUntil !== null && endpoint.overlapUntil > now
  return [open(secret.sealed), ...(overlaps && secret.sealedBefore ? [open(secret.sealedBefore)] : [])]
}
