/** What the call centre's endpoint was sent: made and noted by the worker's own code, with the answers that came back then. */
import { webhookEventOf } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { withTenant } from '../../database/with-tenant.ts'
import { UserError } from '../../graphql/user-error.ts'
import type { Happening } from '../../notices/notice-subject.ts'
import { noteAttempt, type Tried } from '../../webhooks/webhook-attempt.service.ts'
import { tellPartner } from '../../webhooks/webhook-message.service.ts'
import { WebhookMessage, type WebhookEndpoint } from '../../webhooks/webhook.entity.ts'
import { pauseWebhookEndpoint } from '../../webhooks/webhook.service.ts'
import type { Stage } from '../cases/stage.ts'
import { by } from '../hand-over-shifts.ts'
import type { CallCentre } from './call-centre.ts'

/** Each step of a case writes one line and makes one version: the place of the line is the version it led to. What the clock writes makes none. */
const OF_ITS_CASES = `
select e.org_id as "orgId", e.id, 'Complaint' as "subjectType", e.complaint_id as "subjectId", e.version,
  'complaint:' || e.action as verb, e.by_id as "actorId", e.at
  from (select *, (count(*) filter (where action not in ('breakPromise', 'escalatePromise'))
                     over (partition by complaint_id order by at, id))::integer as version
          from complaint_event where org_id = $1) e
  join complaint c on c.org_id = e.org_id and c.id = e.complaint_id
 where c.registered_by_id = $2 order by e.at, e.id`

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** Nobody is told of an attempt here, so no link is made. */
const PLACE = { publicUrl: new URL('http://localhost/') }

interface Answer extends Omit<Tried, 'at'> {
  /** In milliseconds after what it tells of. */
  readonly after: number
}
const TAKEN: Answer = { after: 2 * SECOND, httpStatus: 204, failure: null, durationMs: 183 }
/** Its system was being updated, and took the message at the third attempt. */
const AFTER_AN_UPDATE: readonly Answer[] = [
  { after: 2 * SECOND, httpStatus: 503, failure: 'REFUSED', durationMs: 412 },
  { after: 8 * SECOND, httpStatus: null, failure: 'TIMEOUT', durationMs: 10_004 },
  { ...TAKEN, after: 5.5 * MINUTE },
]
/** It moves to another machine: nothing is there, and an administrator pauses it until it is. */
const MOVING: readonly Answer[] = [
  { after: 2 * SECOND, httpStatus: null, failure: 'UNREACHABLE', durationMs: 95 },
  { after: 8 * SECOND, httpStatus: null, failure: 'UNREACHABLE', durationMs: 88 },
]
const PAUSED_AFTER = 3 * MINUTE

/** The log up to now. The endpoint is paused at its end, with a message that waits: a demonstration calls nobody. */
export const tellCallCentre = async (stage: Stage, centre: CallCentre): Promise<void> => {
  const { dataSource, world, now } = stage
  const { endpoint, program, administrator } = centre
  const all = await withTenant(dataSource, world.orgId, (manager) =>
    manager.query<Happening[]>(OF_ITS_CASES, [world.orgId, program.id]),
  )
  const told = all.filter(({ verb }) => endpoint.events.some((event) => event === webhookEventOf(verb)))
  const paused = (at: Date) => new Date(at.getTime() + PAUSED_AFTER)
  const waiting = told.findLast(({ at }) => paused(at) < now)
  if (!waiting) throw new Error('the call centre was told of nothing')
  const pausedAt = paused(waiting.at)
  const stated = { endpointId: endpoint.id, expectedVersion: endpoint.version }
  // Before the log is written, though later in the story: what is written for a paused endpoint never sets out.
  const refused = await pauseWebhookEndpoint(by(stage, administrator, pausedAt), stated)
  if (refused instanceof UserError) throw new Error(`pausing was refused: ${refused.message}`)
  const updated = told[Math.floor(told.indexOf(waiting) / 2)]
  await withTenant(dataSource, world.orgId, async (manager) => {
    for (const happening of told) {
      await tellPartner(manager, happening, () => Promise.resolve(happening.at))
      if (happening.at > waiting.at) continue
      const answers = happening === waiting ? MOVING : happening === updated ? AFTER_AN_UPDATE : [TAKEN]
      await answer(manager, endpoint, happening, answers)
    }
  })
}

const answer = async (
  manager: EntityManager,
  endpoint: WebhookEndpoint,
  { orgId, id: causeId, at }: Happening,
  answers: readonly Answer[],
): Promise<void> => {
  for (const { after, ...came } of answers) {
    const message = await manager.findOneByOrFail(WebhookMessage, { orgId, endpointId: endpoint.id, causeId })
    const tried = { ...came, at: new Date(at.getTime() + after) }
    await noteAttempt(manager, PLACE, { message, endpoint }, tried, { history: true })
  }
}
