/** What every answer about value stands on: the organization's day, what is assumed, and how far one may see. */
import type { Actor, Assumed } from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { moneyScope } from '../account/money-scope.ts'
import { dayOf } from '../day-of-organization.service.ts'
import { EVER, type figureParameters, type figuresOfClients } from './metrics.service.ts'
import { assumedOf } from './value-assumption.service.ts'

export interface Surroundings {
  readonly manager: Parameters<typeof figuresOfClients>[0]
  readonly actor: Actor
  readonly orgId: string
  readonly today: string
  readonly assumed: Assumed & { readonly revision: number }
  readonly asked: (clientIds?: readonly string[]) => Parameters<typeof figureParameters>[0]
}

export const weighed = async <T>(
  { signedIn, dataSource, locale, now }: RequestContext,
  work: (around: Surroundings) => Promise<T>,
): Promise<T> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const today = await dayOf(manager, orgId, now)
    const assumed = await assumedOf(manager, orgId)
    const span = { from: EVER, to: today }
    const scope = moneyScope(actor, 'value:read')
    const asked: Surroundings['asked'] = (clientIds) => ({
      ...span,
      orgId,
      timeZone,
      assumed,
      clientIds: clientIds ?? null,
      scope,
    })
    return work({ manager, actor, orgId, today, assumed, asked })
  })
}
