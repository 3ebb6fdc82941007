/** Two shifts of the last day: one that was accepted in the evening, and one that waits for whoever comes in now. */
import { randomUUID } from 'node:crypto'
import { OPEN_STATUSES } from '@steward/domain'
import type { VerbContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { UserError } from '../graphql/user-error.ts'
import * as handovers from '../handovers/handover.service.ts'
import type { HandoverEntity } from '../handovers/handover.entity.ts'
import { HOUR } from './calendar.ts'
import type { Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'

const MOST = 4

/** Cases that nothing has happened to since, by who answers for them: their histories stay in order. */
const AT_REST = `
select coalesce(c.assignee_id, c.registered_by_id) as "staffId", c.id
  from complaint c
 where c.org_id = $1 and c.status = any($2) and c.handover_id is null and c.updated_at < $3
   and not exists (select from complaint_event e where e.org_id = c.org_id and e.complaint_id = c.id and e.at >= $3)
   and not exists (select from promise p where p.org_id = c.org_id and p.complaint_id = c.id and p.updated_at >= $3)
 order by c.next_due_at nulls last, c.id`

const EVENING = {
  hoursAgo: 13,
  note: '3 栋单元门门禁卡两张在前台抽屉，登记本已签字；21 点后如再报电梯异响，请直接联系维保值班。',
  remark: '已向业主说明进展，答应按时再回电。',
}
const MORNING = {
  hoursAgo: 0.4,
  note: '夜间巡查无异常；2 栋地下车库照明已报修，备用钥匙在值班台。早班请先回第一件的电话。',
  remark: '夜间未再来电，请按承诺时间答复。',
}

/** Nothing where nobody has anything to hand over. */
export const handOverShifts = async (stage: Stage): Promise<void> => {
  const { world } = stage
  const [first, ...others] = holding(world, 'SERVICE_AGENT')
  const night = others.at(-1)
  if (!first || !night) return
  const accepted = await offer(stage, EVENING, [first, ...others.slice(0, -1)], night)
  if (accepted) await accept(stage, night, accepted)
  await offer(stage, MORNING, [night, ...others.slice(0, -1)], first)
}

const offer = async (
  stage: Stage,
  { hoursAgo, note, remark }: typeof EVENING,
  givers: readonly Member[],
  receiver: Member,
): Promise<HandoverEntity | undefined> => {
  const { orgId } = stage.world
  const at = new Date(stage.now.getTime() - hoursAgo * HOUR)
  const atRest = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<{ staffId: string; id: string }[]>(AT_REST, [orgId, [...OPEN_STATUSES], at]),
  )
  const of = (giver: Member) => atRest.filter(({ staffId }) => staffId === giver.id).slice(0, MOST)
  const giver = givers.find((one) => of(one).length > 0)
  if (!giver) return undefined
  const items = of(giver).map(({ id }, n) => ({ complaintId: id, ...(n === 0 ? { remark } : {}) }))
  return agreed(await handovers.offer(by(stage, giver, at), { receiverId: receiver.id, note, items }))
}

const accept = async (stage: Stage, { actor }: Member, handover: HandoverEntity): Promise<void> => {
  const at = new Date(handover.offeredAt.getTime() + 0.2 * HOUR)
  const stated = { handoverId: handover.id, expectedVersion: handover.version }
  agreed(await handovers.accept(by(stage, { actor }, at), stated))
}

/** Somebody of the story at work, then. */
export const by = (
  { dataSource, signer }: Stage,
  { actor }: Pick<Member, 'actor'>,
  at: Date,
): VerbContext => ({
  dataSource,
  signer,
  now: at,
  locale: 'zh-CN',
  requestId: `seed-${randomUUID()}`,
  signedIn: { actor },
  idempotencyKey: undefined,
  requestHash: '',
  history: true,
})

/** A story in which somebody is refused is told wrong. */
const agreed = <T extends object>(answer: T | UserError): T => {
  if (answer instanceof UserError) throw new Error(`a hand-over was refused: ${answer.message}`)
  return answer
}
