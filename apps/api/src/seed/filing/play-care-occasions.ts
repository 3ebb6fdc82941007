/** What the rules of care would have found ten days ago and find today; some of the earlier ones were seen to. */
import { CareDue, CareOccasionEntity } from '../../care/care.entity.ts'
import { reckonCare } from '../../care/care-round.service.ts'
import * as service from '../../care/care.service.ts'
import { asSystem } from '../../database/as-system.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { nextClients } from '../../silence/raise-alerts.service.ts'
import { nextNight } from '../../silence/silence-sweep.service.ts'
import { DAY, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { holding } from '../organizations/world.ts'

const TIME_ZONE = 'Asia/Shanghai'
const EARLIER = 10
const MOST_CLIENTS = 5_000
/** At ten in the morning nobody is disturbed. */
const MORNING_MS = 2 * 3_600_000

const DONE = [
  { channel: 'PHONE', words: '打电话祝贺生日，聊了聊近况。', result: '很高兴，说物业有心。' },
  { channel: 'WECHAT', words: '发了生日祝福和小区照片。' },
  { channel: 'WECHAT', words: '入伙周年问候，附上今年的维保小结。', result: '回复了感谢。' },
] as const

const reckonAt = ({ dataSource, world: { orgId } }: Stage, now: Date): Promise<void> =>
  withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now, requestId: 'seed-care', history: true }, async (tx) => {
      const around = { orgId, timeZone: TIME_ZONE, today: localDay(now) }
      await reckonCare(tx, around, await nextClients(manager, orgId, null, MOST_CLIENTS))
    }),
  )

export const playCareOccasions = async (stage: Stage): Promise<void> => {
  const { dataSource, now } = stage
  const { orgId } = stage.world
  const [keeper] = holding(stage.world, 'CR_SPECIALIST')
  if (keeper) {
    const then = new Date(now.getTime() - EARLIER * DAY)
    await reckonAt(stage, then)
    const made = await withTenant(dataSource, orgId, (manager) =>
      manager.find(CareOccasionEntity, {
        where: { orgId, status: 'PLANNED' },
        order: { dueOn: 'ASC', id: 'ASC' },
      }),
    )
    const past = made.filter(({ dueOn }) => dueOn < localDay(now))
    const seen = new Set<string>()
    for (const { id, clientId, dueOn } of past) {
      const what = DONE[seen.size]
      if (!what || seen.has(clientId)) continue
      seen.add(clientId)
      const at = new Date(Date.parse(`${dueOn}T00:00:00Z`) + MORNING_MS)
      // Some were called by colleagues in the same week.
      const despite = '事先约好的'
      const told = { occasionId: id, expectedVersion: 1, despite, ...what } as const
      agreed(await service.complete(by(stage, keeper, at), told), 'completeCareOccasion')
    }
    await reckonAt(stage, now)
  }
  await withTenant(dataSource, orgId, (manager) =>
    manager.update(CareDue, { orgId, id: orgId }, { dueAt: nextNight(now, TIME_ZONE) }),
  )
}
