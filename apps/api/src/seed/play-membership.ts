/** A few members: some for long, one whose term ends soon, one with points to redeem. */
import { withTenant } from '../database/with-tenant.ts'
import * as service from '../membership/membership.service.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding } from './organizations/world.ts'

/** Whoever pays. */
const PAYERS = `
select c.id from client c where c.org_id = $1 and c.archived_at is null
   and exists (select from payment p where p.org_id = c.org_id and p.client_id = c.id)
 order by c.code limit 6`

/** Days ago on which each joined: terms of twelve months, so that the first is due. */
const JOINED = [345, 210, 120, 90, 30, 12]
const EVENTS = ['中秋游园会', '业主运动会', '垃圾分类知识竞赛']

/** Nothing where nobody keeps the archives. */
export const playMembership = async (stage: Stage): Promise<void> => {
  const { orgId } = stage.world
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (!keeper) return
  const at = (daysAgo: number) => by(stage, keeper, new Date(stage.now.getTime() - daysAgo * DAY))
  const payers = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<{ id: string }[]>(PAYERS, [orgId]),
  )
  for (const [nth, { id: clientId }] of payers.entries()) {
    const since = JOINED[nth]!
    const joined = { clientId, consentWay: 'SIGNED' } as const
    const { id } = agreed(await service.join(at(since), joined), 'joinMembership')
    let version = 1
    for (const reason of EVENTS.slice(0, 1 + (nth % EVENTS.length))) {
      const credited = { membershipId: id, expectedVersion: version, kind: 'EVENT', reason } as const
      agreed(await service.credit(at(since - 5), credited), 'creditMembership')
      version += 1
    }
    if (nth === 1) {
      const spent = { membershipId: id, expectedVersion: version, points: 30, reason: '家电清洗抵扣券' }
      agreed(await service.redeem(at(7), spent), 'redeemMembership')
    }
  }
}
