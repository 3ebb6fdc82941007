/** What an administrator does to endpoints of partners. A secret leaves with one answer and is kept sealed. */
import {
  MOST_WEBHOOK_ENDPOINTS,
  notEligible,
  parseInput,
  refusal,
  text,
  WEBHOOK_INPUTS,
  WEBHOOK_TRANSITIONS,
  webhookOverlapUntil,
  type WebhookAction,
  type WebhookEvent,
} from '@steward/domain'
import { In } from 'typeorm'
import type { RequestContext, VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { toGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { Partner } from '../partners/partner.entity.ts'
import { databaseNow } from '../worker/database-now.ts'
import { newWebhookSecret, secretPlace } from './webhook-body.ts'
import { wakeForNext } from './webhook-due.service.ts'
import { WebhookEndpoint, WebhookMessage, WebhookSecret } from './webhook.entity.ts'

/** An endpoint and, when it was made just now, its secret. */
export class IssuedWebhookSecret {
  readonly endpoint: WebhookEndpoint
  readonly secret: string | null

  constructor(endpoint: WebhookEndpoint, secret: string | null) {
    this.endpoint = endpoint
    this.secret = secret
  }
}

type Vault = Pick<RequestContext, 'vault'>
type SealingContext = VerbContext & Vault
const issued = async (
  work: (keep: (secret: string) => void) => Promise<WebhookEndpoint | UserError>,
): Promise<IssuedWebhookSecret | UserError> => {
  let secret: string | null = null
  const done = await work((made) => void (secret = made))
  return done instanceof UserError ? done : new IssuedWebhookSecret(done, secret)
}

const sealed = ({ vault }: Vault, endpoint: WebhookEndpoint, secret: string): string =>
  vault.seal(secretPlace(endpoint), secret)

const TOO_MANY = text(
  `一个合作方最多 ${MOST_WEBHOOK_ENDPOINTS} 个端点，请先移除不用的。`,
  `A partner has at most ${MOST_WEBHOOK_ENDPOINTS} endpoints: remove one that is not used.`,
)

/** Refuses a second endpoint of the same address, or one too many. The partner is locked, so that two at once do not pass. */
const demandRoom = async (
  tx: Transaction,
  partnerId: string,
  url: string,
  except?: string,
): Promise<void> => {
  await tx.lock(Partner, partnerId)
  const { organizationId: orgId } = tx.actor
  const living = await tx.manager.findBy(WebhookEndpoint, {
    orgId,
    partnerId,
    status: In(['ACTIVE', 'PAUSED']),
  })
  const others = living.filter(({ id }) => id !== except)
  const same = others.find((it) => it.url === url)
  if (same) throw new Refused({ code: 'DUPLICATE', existingId: toGlobalId('WebhookEndpoint', same.id) })
  if (others.length >= MOST_WEBHOOK_ENDPOINTS) throw new Refused(notEligible('endpointsAreFew', TOO_MANY))
}

const particulars = <T extends { events: readonly string[] }>({ events, ...rest }: T) => ({
  ...rest,
  // The input's schema knows no others.
  events: events as WebhookEvent[],
})

/** Adds an endpoint, with its secret. Refuses DUPLICATE where the partner has one of that address. */
export const addWebhookEndpoint = (context: SealingContext, input: object) =>
  issued((keep) =>
    transaction(context, 'webhook:add', async (tx) => {
      const { partnerId, ...stated } = withUuids(input)
      const parsed = particulars(orRefuse(parseInput(WEBHOOK_INPUTS.add, stated)))
      await demandRoom(tx, partnerId as string, parsed.url)
      const endpoint = await tx.insert(WebhookEndpoint, {
        ...parsed,
        partnerId: partnerId as string,
        status: 'ACTIVE',
        pauseReason: null,
        failingSince: null,
        lastDeliveredAt: null,
        overlapUntil: null,
        createdAt: tx.now,
        createdById: tx.actor.staffId,
        version: 1,
      })
      const secret = newWebhookSecret()
      const { orgId, id } = endpoint
      await tx.manager.insert(WebhookSecret, { orgId, id, sealed: sealed(context, endpoint, secret) })
      keep(secret)
      return endpoint
    }),
  )

/** The endpoint, locked, where the verb starts from its state. */
const forVerb = async (
  tx: Transaction,
  action: WebhookAction,
  id: string,
  expectedVersion?: number,
): Promise<WebhookEndpoint> => {
  const endpoint = await tx.lock(WebhookEndpoint, id, expectedVersion)
  const refused = refusal(WEBHOOK_TRANSITIONS, action, tx.actor, endpoint)
  if (refused) throw new Refused(refused)
  return endpoint
}

interface OnEndpoint {
  readonly endpointId: string
}

/** One verb on one endpoint whose version the person saw. */
const verb =
  (
    action: 'pause' | 'resume' | 'archive',
    work: (tx: Transaction, endpoint: WebhookEndpoint) => Promise<WebhookEndpoint>,
  ) =>
  (context: VerbContext, input: OnEndpoint): Promise<WebhookEndpoint | UserError> =>
    transaction(context, `webhook:${action}`, async (tx) => {
      const { endpointId, ...stated } = withUuids(input)
      const { expectedVersion } = orRefuse(parseInput(WEBHOOK_INPUTS[action], stated))
      return work(tx, await forVerb(tx, action, endpointId as string, expectedVersion))
    })

export const changeWebhookEndpoint = (
  context: RequestContext,
  input: OnEndpoint,
): Promise<WebhookEndpoint | UserError> =>
  transaction(context, 'webhook:change', async (tx) => {
    const { endpointId, ...stated } = withUuids(input)
    const { expectedVersion, ...parsed } = particulars(orRefuse(parseInput(WEBHOOK_INPUTS.change, stated)))
    const endpoint = await forVerb(tx, 'change', endpointId as string, expectedVersion)
    await demandRoom(tx, endpoint.partnerId, parsed.url, endpoint.id)
    return tx.patch(WebhookEndpoint, endpoint, parsed)
  })

/** Nothing is sent until it is resumed; what happens meanwhile waits. */
export const pauseWebhookEndpoint = verb('pause', (tx, endpoint) =>
  tx.patch(WebhookEndpoint, endpoint, { status: 'PAUSED', pauseReason: 'BY_HAND' }),
)

/** What has waited is sent now. */
export const resumeWebhookEndpoint = verb('resume', async (tx, endpoint) => {
  const { orgId, id } = endpoint
  const dueAt = await databaseNow(tx.context, tx.manager)
  await tx.manager.update(WebhookMessage, { orgId, endpointId: id, status: 'PENDING' }, { dueAt })
  const resumed = await tx.patch(WebhookEndpoint, endpoint, {
    status: 'ACTIVE',
    pauseReason: null,
    failingSince: null,
  })
  await wakeForNext(tx.manager, resumed, dueAt)
  return resumed
})

/** For good: it stays for the log, without its secret, and what waited is given up. */
export const archiveWebhookEndpoint = verb('archive', async (tx, endpoint) => {
  const { orgId, id } = endpoint
  await tx.manager.update(WebhookSecret, { orgId, id }, { sealed: '', sealedBefore: null })
  await tx.manager.update(
    WebhookMessage,
    { orgId, endpointId: id, status: 'PENDING' },
    { status: 'FAILED', dueAt: null },
  )
  return tx.patch(WebhookEndpoint, endpoint, { status: 'ARCHIVED', pauseReason: null, overlapUntil: null })
})

/** A new secret; the present one signs beside it for a day. The one before that ends at once. */
export const rotateWebhookSecret = (context: RequestContext, input: OnEndpoint) =>
  issued((keep) =>
    transaction(context, 'webhook:rotateSecret', async (tx) => {
      const { endpointId, ...stated } = withUuids(input)
      const { expectedVersion } = orRefuse(parseInput(WEBHOOK_INPUTS.rotateSecret, stated))
      const endpoint = await forVerb(tx, 'rotateSecret', endpointId as string, expectedVersion)
      const { orgId, id } = endpoint
      const { sealed: sealedBefore } = await tx.manager.findOneByOrFail(WebhookSecret, { orgId, id })
      const secret = newWebhookSecret()
      const fresh = { sealed: sealed(context, endpoint, secret), sealedBefore }
      await tx.manager.update(WebhookSecret, { orgId, id }, fresh)
      keep(secret)
      return tx.patch(WebhookEndpoint, endpoint, { overlapUntil: webhookOverlapUntil(tx.now) })
    }),
  )
