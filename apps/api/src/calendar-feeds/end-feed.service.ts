import { IsNull, type EntityManager } from 'typeorm'
import type { Staff } from '../organization/organization.entity.ts'
import { CalendarFeed } from './calendar-feed.entity.ts'

/** The address opens nothing any more: also of somebody whose account ends, and it does not come back with the account. */
export const endCalendarFeed = (
  manager: EntityManager,
  { orgId, id: staffId }: Pick<Staff, 'orgId' | 'id'>,
  now: Date,
): Promise<unknown> =>
  manager.update(CalendarFeed, { orgId, staffId, revokedAt: IsNull() }, { revokedAt: now })
