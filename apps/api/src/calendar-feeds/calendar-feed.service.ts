/** Makes and revokes the address of one's own calendar. It is shown when it is made and never again. */
import { notEligible, text } from '@steward/domain'
import { IsNull, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { hashToken } from '../access/token.ts'
import { ownVerb } from '../account/factor.service.ts'
import type { RequestContext } from '../context.ts'
import { Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { UserError, userError } from '../graphql/user-error.ts'
import { Staff } from '../organization/organization.entity.ts'
import { CalendarFeed } from './calendar-feed.entity.ts'
import { CalendarFeedMade, CalendarFeedRevoked, CalendarFeedType } from './calendar-feed.type.ts'
import { endCalendarFeed } from './end-feed.service.ts'
import { feedAddress, newFeedSecret } from './feed-secret.ts'

type Owner = Pick<Staff, 'orgId' | 'id'>

const standing = (manager: EntityManager, { orgId, id: staffId }: Owner): Promise<CalendarFeed | null> =>
  manager.findOneBy(CalendarFeed, { orgId, staffId, revokedAt: IsNull() })

const SHOWN_ONCE = notEligible(
  'calendarFeedIsShownOnce',
  text(
    '地址已经生成，但没有送达您的屏幕。请重新生成。',
    'The address was made but never shown. Make another.',
  ),
)

/** The owner's row is locked, so that two windows do not both make one. The one before is void from now on. */
export const makeCalendarFeed = async (
  context: RequestContext,
  input: object,
): Promise<CalendarFeedMade | UserError> => {
  let secret = ''
  const done = await ownVerb(context, 'account:makeCalendarFeed', input, async (tx, staff) => {
    const { orgId, id: staffId } = staff
    const before = await standing(tx.manager, staff)
    await endCalendarFeed(tx.manager, staff, tx.now)
    secret = newFeedSecret(orgId)
    const secretHash = hashToken(secret)
    await tx.manager.insert(CalendarFeed, { orgId, id: newId(), staffId, secretHash, madeAt: tx.now })
    tx.tell(Staff, staff, 'calendarFeedMadeAt', before?.madeAt ?? null, tx.now)
  })
  if (done instanceof UserError) return done
  // The same request once more, whose first answer was lost: nobody knows the secret.
  if (secret === '') return userError(SHOWN_ONCE, context.locale)
  return Object.assign(new CalendarFeedMade(), {
    address: feedAddress(context.config.publicUrl, secret),
    madeAt: context.now,
  })
}

const NONE = notEligible(
  'calendarFeedIsThere',
  text('您没有日历订阅地址。', 'You have no address of a calendar.'),
)

/** Whoever holds the address gets nothing more from now on. No proof is asked: closing a way is never too easy. */
export const revokeCalendarFeed = async (
  context: RequestContext,
): Promise<CalendarFeedRevoked | UserError> => {
  const done = await transaction(context, 'account:revokeCalendarFeed', async (tx) => {
    const staff = await tx.lock(Staff, tx.actor.staffId)
    const before = await standing(tx.manager, staff)
    if (!before) throw new Refused(NONE)
    await endCalendarFeed(tx.manager, staff, tx.now)
    tx.tell(Staff, staff, 'calendarFeedMadeAt', before.madeAt, null)
    return staff
  })
  if (done instanceof UserError) return done
  return Object.assign(new CalendarFeedRevoked(), { revokedAt: context.now })
}

/** One's own, without its address; null without one. */
export const myCalendarFeed = async ({
  signedIn,
  dataSource,
}: RequestContext): Promise<CalendarFeedType | null> => {
  if (!signedIn) return null
  const { organizationId: orgId, staffId: id } = signedIn.actor
  const feed = await withTenant(dataSource, orgId, (manager) => standing(manager, { orgId, id }))
  if (!feed) return null
  const { madeAt, fetchedAt } = feed
  return Object.assign(new CalendarFeedType(), { madeAt, fetchedAt })
}
