/** What every figure of silence stands on: the organization, its day and its time zone. */
import { localDate, type Actor } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'

export interface Around {
  readonly manager: EntityManager
  readonly actor: Actor
  readonly orgId: string
  readonly timeZone: string
  readonly today: string
}

export const inOrganization = async <T>(
  { signedIn, dataSource, locale, now }: RequestContext,
  work: (around: Around) => Promise<T>,
): Promise<T> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const orgId = actor.organizationId
  return withTenant(dataSource, orgId, async (manager) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    return work({ manager, actor, orgId, timeZone, today: localDate(now, timeZone) })
  })
}
