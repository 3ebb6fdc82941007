/** A partner of the demonstration: a call centre whose program registers what is called in at night, and is told what becomes of it. */
import { PARTNER_SCOPES, type WebhookEvent } from '@steward/domain'
import { v7 as newId } from 'uuid'
import { loadActor } from '../../access/session.ts'
import type { Vault } from '../../access/vault.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { UserError } from '../../graphql/user-error.ts'
import { CredentialUsage, type PartnerCredential } from '../../partners/partner.entity.ts'
import * as partners from '../../partners/partner.service.ts'
import type { WebhookEndpoint } from '../../webhooks/webhook.entity.ts'
import { addWebhookEndpoint } from '../../webhooks/webhook.service.ts'
import { DAY } from '../calendar.ts'
import type { PlannedCase } from '../cases/plan-cases.ts'
import type { Stage } from '../cases/stage.ts'
import { by } from '../hand-over-shifts.ts'
import { holding, type Member } from '../organizations/world.ts'

const NAME = '安和客户联络中心'
const CREDENTIAL = {
  label: '夜间接听系统',
  days: 366,
  allowedFrom: ['203.0.113.0/24'],
  pointsPerMinute: 3_000,
}
/** A name kept for examples: nobody answers there, should somebody resume it. */
const ENDPOINT = { url: 'https://hooks.example.com/steward/cases', description: '工单状态同步' }
const EVENTS: readonly WebhookEvent[] = [
  'complaint.registered',
  'complaint.acknowledged',
  'complaint.confirmed',
  'complaint.dispatched',
  'complaint.resolved',
  'complaint.followed_up',
  'complaint.closed',
  'complaint.withdrawn',
  'complaint.referred',
  'complaint.declined',
  'complaint.dismissed',
]

/** It was connected so many days ago: what a log of thirty days shows is all there was. */
const CONNECTED_DAYS = 27
const CASES = 6
/** What registering one case costs its allowance. */
const POINTS = 12

export interface CallCentre {
  readonly program: Member
  readonly credential: PartnerCredential
  readonly endpoint: WebhookEndpoint
  readonly administrator: Member
}

/** Adds the partner, its credential and where it is told; undefined where nobody administers. */
export const connectCallCentre = async (
  stage: Stage & { readonly vault: Vault },
): Promise<CallCentre | undefined> => {
  const { dataSource, world, now, vault } = stage
  const [administrator] = holding(world, 'ADMIN')
  if (!administrator) return undefined
  const context = by(stage, administrator, new Date(now.getTime() - CONNECTED_DAYS * DAY))
  const { id: partnerId, staffId } = agreed(await partners.add(context, { name: NAME }))
  const stated = { ...CREDENTIAL, partnerId, scopes: PARTNER_SCOPES }
  const { credential } = agreed(await partners.issueCredential(context, stated))
  const wanted = { ...ENDPOINT, partnerId, events: EVENTS }
  const { endpoint } = agreed(await addWebhookEndpoint({ ...context, vault }, wanted))
  const actor = (await loadActor(dataSource, world.orgId, staffId))!
  const program = { id: staffId, name: NAME, actor: { ...actor, scopes: PARTNER_SCOPES } }
  return { program, credential, endpoint, administrator }
}

/** The same cases, some of those that were called in since then and have been taken up registered by the program. */
export const withCallCentre = (
  cases: readonly PlannedCase[],
  { program }: CallCentre,
  now: Date,
): readonly PlannedCase[] => {
  const since = now.getTime() - (CONNECTED_DAYS - 1) * DAY
  const called = cases.filter(
    ({ registeredAt, registrar, input, steps, mergedInto }) =>
      registeredAt.getTime() > since &&
      mergedInto === undefined &&
      (input as { readonly channel: string }).channel === 'PHONE' &&
      registrar.actor.roles.includes('SERVICE_AGENT') &&
      steps.some(({ verb }) => verb === 'acknowledge'),
  )
  const taken = new Set(called.slice(-CASES))
  return cases.map((one) => (taken.has(one) ? { ...one, registrar: program } : one))
}

/** What its program spent, as `charge` would have counted it. */
export const countUsage = (
  { dataSource, world: { orgId } }: Stage,
  { credential: { id: credentialId }, program }: CallCentre,
  cases: readonly PlannedCase[],
): Promise<void> =>
  withTenant(dataSource, orgId, async (manager) => {
    const days = new Map<string, Date[]>()
    for (const { registrar, registeredAt } of cases) {
      if (registrar !== program) continue
      const onDay = registeredAt.toISOString().slice(0, 10)
      days.set(onDay, [...(days.get(onDay) ?? []), registeredAt])
    }
    for (const [onDay, times] of days) {
      const minuteAt = new Date(Math.floor(times.at(-1)!.getTime() / 60_000) * 60_000)
      const spent = { requests: times.length, points: times.length * POINTS, minuteAt, minutePoints: POINTS }
      await manager.insert(CredentialUsage, { orgId, id: newId(), credentialId, onDay, refused: 0, ...spent })
    }
  })

/** A story in which somebody is refused is told wrong. */
const agreed = <T extends object>(answer: T | UserError): T => {
  if (answer instanceof UserError) throw new Error(`the call centre was refused: ${answer.message}`)
  return answer
}
