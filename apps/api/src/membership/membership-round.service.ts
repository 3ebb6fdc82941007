/** Each night: what members paid is credited, what was reversed is taken back, old points expire, terms end, and who withdrew leaves. */
import { localDate, monthsLater, pointsOfPayment, type MembershipPolicy } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { nextNight } from '../silence/silence-sweep.service.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { MembershipDue, MembershipEntity, PointEntryEntity } from './membership.entity.ts'
import { endMembership } from './membership.service.ts'
import { enterPoints, expirePoints, membershipPolicyOf, takeBack } from './points.service.ts'

/** So many of each a round; what is left is done in the next, at once. */
const BATCH = 500

const PAID = `
select m.id as "membershipId", p.id as "paymentId", p.amount_minor as "amountMinor", to_char(p.received_on, 'YYYY-MM-DD') as "on"
  from membership m join payment p on p.org_id = m.org_id and p.client_id = m.client_id
 where m.org_id = $1 and m.status = 'ACTIVE' and p.reversed_at is null and p.received_on between m.joined_on and $2
   and p.amount_minor >= $3
   and not exists (select from point_entry e where e.org_id = p.org_id and e.payment_id = p.id and e.kind = 'PAID')
 order by m.id, p.id limit ${BATCH}`
const REVERSED = `
select e.membership_id as "membershipId", e.id as "entryId" from point_entry e
  join payment p on p.org_id = e.org_id and p.id = e.payment_id and p.reversed_at is not null
  join membership m on m.org_id = e.org_id and m.id = e.membership_id and m.status <> 'LEFT'
 where e.org_id = $1 and e.kind = 'PAID'
   and not exists (select from point_entry c where c.org_id = e.org_id and c.corrects_id = e.id)
 order by e.membership_id, e.id limit ${BATCH}`
/** Members with old points that were not spent before: who has none of these has nothing that expires. */
const EXPIRING = `
select m.id as "membershipId" from membership m
 where m.org_id = $1 and m.status <> 'LEFT'
   and (select coalesce(sum(e.points) filter (where e.expires_on <= $2), 0) + coalesce(sum(e.points) filter (where e.expires_on is null), 0)
          from point_entry e where e.org_id = m.org_id and e.membership_id = m.id) > 0
 order by m.id limit ${BATCH}`
/** What was said by whoever was merged has gone over to the other archive: that a membership stayed behind is no withdrawal. */
const WITHDRAWN = `
select m.id as "membershipId" from membership m
  join client c on c.org_id = m.org_id and c.id = m.client_id and c.merged_into_id is null
 where m.org_id = $1 and m.status <> 'LEFT'
   and (select w.decision from client_consent w where w.org_id = m.org_id and w.client_id = m.client_id and w.purpose = 'MEMBERSHIP'
         order by w.at desc, w.id desc limit 1) is distinct from 'GIVEN'
 order by m.id limit ${BATCH}`
const ENDED = `
select id as "membershipId" from membership where org_id = $1 and status = 'ACTIVE' and renews_on <= $2 order by id limit ${BATCH}`

interface Found {
  readonly membershipId: string
  readonly paymentId?: string
  readonly amountMinor?: number
  readonly on?: string
  readonly entryId?: string
}

/** @returns whether there may be more */
const round = async (tx: Transaction, orgId: string, today: string): Promise<boolean> => {
  const policy = await membershipPolicyOf(tx.manager, orgId)
  const of = (sql: string, ...more: unknown[]): Promise<Found[]> =>
    tx.manager.query<Found[]>(sql, [orgId, ...more])
  const ended = await each(tx, await of(WITHDRAWN), (it) =>
    endMembership(tx, it, policy, { today, reason: null }),
  )
  const taken = await each(tx, await of(REVERSED), async (it, { entryId }) => {
    const wrong = await tx.manager.findOneByOrFail(PointEntryEntity, { orgId, id: entryId! })
    return takeBack(tx, it, policy, wrong, { occurredOn: today, reason: null, byId: null })
  })
  const least = policy.pointsPerHundred === 0 ? Number.MAX_SAFE_INTEGER : 10_000
  const paid = await each(tx, await of(PAID, today, least), (it, found) => credited(tx, it, policy, found))
  const expired = await each(tx, await of(EXPIRING, today), (it) => expirePoints(tx, it, policy, today))
  const lapsed = await each(tx, await of(ENDED, today), (it) =>
    tx.patch(MembershipEntity, it, { status: 'LAPSED' }),
  )
  return [ended, taken, paid, expired, lapsed].some((count) => count === BATCH)
}

const credited = (
  tx: Transaction,
  membership: MembershipEntity,
  policy: MembershipPolicy,
  { paymentId, amountMinor, on }: Found,
) =>
  enterPoints(tx, membership, policy, {
    kind: 'PAID',
    points: pointsOfPayment(policy, amountMinor!),
    occurredOn: on!,
    expiresOn: monthsLater(on!, policy.pointsMonths),
    paymentId: paymentId!,
  })

const each = async (
  tx: Transaction,
  found: readonly Found[],
  work: (membership: MembershipEntity, found: Found) => Promise<unknown>,
): Promise<number> => {
  for (const it of found) await work(await tx.lock(MembershipEntity, it.membershipId), it)
  return found.length
}

export const membershipRound = dueSweep<DueRow>({
  name: 'membership',
  table: 'membership_due',
  work: async (manager: EntityManager, { orgId, id }, now) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const hasMore = await asSystem(manager, { orgId, now, requestId: `membership-${id}` }, (tx) =>
      round(tx, orgId, localDate(now, timeZone)),
    )
    const dueAt = hasMore ? now : nextNight(now, timeZone)
    await manager.update(MembershipDue, { orgId, id }, { dueAt, attempts: 0 })
  },
  failed: 'points not credited, or terms not ended',
})
