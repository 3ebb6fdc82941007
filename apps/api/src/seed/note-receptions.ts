/** What clients said in passing: half a year of calls and visits, written down by whoever was there, many in one transaction. */
import type { Channel, ReceptionDirection, ReceptionPurpose } from '@steward/domain'
import { addReception, finishStep } from '../clients/receptions/reception.service.ts'
import type { Reception } from '../clients/receptions/reception.entity.ts'
import { transaction } from '../database/transaction.ts'
import { UserError } from '../graphql/user-error.ts'
import { atWakingHour, DAY, HOUR, localDay } from './calendar.ts'
import type { Stage } from './cases/stage.ts'
import { Chance } from './chance.ts'
import { by } from './hand-over-shifts.ts'
import { holding, type Member } from './organizations/world.ts'

interface Talk {
  readonly purpose: ReceptionPurpose
  readonly words: string
  readonly result?: string
  readonly nextStep?: string
}

const CAME: readonly Talk[] = [
  {
    purpose: 'INQUIRY',
    words: '问本月物业费什么时候出账，能不能微信交。',
    result: '已告知每月 5 日出账，可在公众号缴。',
  },
  { purpose: 'INQUIRY', words: '问装修要办什么手续、押金多少。', result: '发了装修须知，押金按面积收。' },
  {
    purpose: 'INQUIRY',
    words: '想加一个地下车位，问有没有空的。',
    nextStep: '有空车位时先通知',
    result: '目前已满，已排队登记。',
  },
  {
    purpose: 'PAYMENT',
    words: '说上月停车费多收了一次，要求核对。',
    nextStep: '查账后回电',
    result: '已记下车牌和缴费时间。',
  },
  { purpose: 'PAYMENT', words: '来前台现金缴了三个月物业费，要纸质收据。', result: '收据已开。' },
  { purpose: 'UPDATE', words: '手机号换了，请更新。', result: '已核对身份后更新。' },
  {
    purpose: 'UPDATE',
    words: '房子下月租出去，问租客怎么登记。',
    nextStep: '租客入住后补登记',
    result: '告知带租约来前台。',
  },
  { purpose: 'COMPLAINT', words: '随口说电梯里总有烟味，没有要求处理。', result: '答应请保安多巡。' },
  { purpose: 'COMPLAINT', words: '觉得大堂前台换人太勤，办事要重复说。', result: '致歉，已转告主管。' },
  { purpose: 'REQUEST', words: '请帮忙收一个大件快递，人在外地。', result: '前台代收，已拍照发给业主。' },
  { purpose: 'OTHER', words: '送来锦旗，感谢夜班保安帮忙找回孩子。', result: '已转给安保部。' },
]
const WENT: readonly Talk[] = [
  { purpose: 'INFORM', words: '通知周四上午停水检修，业主说没问题。' },
  { purpose: 'INFORM', words: '提醒消防检查要入户，约了周六上午。', nextStep: '周六带队入户' },
  { purpose: 'CARE', words: '老人独居，顺路问候，近来腿脚好些了。', nextStep: '下月再去看望' },
  { purpose: 'CARE', words: '节前问候，客户说对保洁满意，希望绿化再修一修。', result: '已转绿化班。' },
]

const WAYS: Readonly<Partial<Record<Channel, number>>> = { PHONE: 5, COUNTER: 3, WECHAT: 2, VISIT: 1 }
const WEEKS = 24
/** Share of the clients who are heard of in a week. */
const SHARE = 0.02
/** Of the next steps that are due so many are taken in time; of those of long ago none is left. */
const TAKEN = 0.7
const OUTCOMES = ['已回电，客户没有别的问题。', '已办妥。', '客户说不用了。', null]
const MOST_A_WEEK = 14

export const noteReceptions = async (stage: Stage): Promise<void> => {
  const { world, now } = stage
  const people = [...holding(world, 'SERVICE_AGENT'), ...holding(world, 'CR_SPECIALIST')]
  if (people.length === 0 || world.clients.length === 0) return
  const chance = new Chance(31_000)
  // Some are heard of again and again.
  const regulars = chance.shuffled(world.clients).slice(0, 12)
  const open: Reception[] = []
  for (let week = WEEKS; week >= 0; week -= 1) {
    const writer = people[week % people.length]!
    const end = new Date(now.getTime() - week * 7 * DAY)
    // In the hours in which people call, and never after it was written down.
    const told = (hoursAgo: number) => {
      const at = atWakingHour(new Date(end.getTime() - hoursAgo * HOUR), chance)
      return at < end ? at : new Date(at.getTime() - DAY)
    }
    const many = Math.min(MOST_A_WEEK, Math.ceil(world.clients.length * SHARE))
    await finishDue(stage, writer, end, open, week > 2 ? 1 : TAKEN, chance)
    const done = await transaction(by(stage, writer, end), 'reception:record', async (tx) => {
      let last: Reception | undefined
      for (let n = 0; n < many; n += 1) {
        const client = chance.pick(chance.happens(0.4) ? regulars : world.clients)
        const went = chance.happens(0.25)
        const { nextStep = null, result = null, ...talk } = chance.pick(went ? WENT : CAME)
        const direction: ReceptionDirection = went ? 'OUT' : 'IN'
        last = await addReception(tx, {
          ...talk,
          clientId: client.id,
          channel: chance.weighted(WAYS),
          direction,
          result,
          nextStep,
          nextOn: nextStep === null ? null : localDay(new Date(end.getTime() + chance.between(2, 20) * DAY)),
          contactId: null,
          memberId: null,
          at: told(chance.from(1, 6 * 24)),
        })
        if (nextStep !== null) open.push(last)
      }
      return last!
    })
    if (done instanceof UserError) throw new Error(`a reception was refused: ${done.message}`)
  }
}

/** Takes the next steps that are due by then, as many of them as are taken in time. */
const finishDue = async (
  stage: Stage,
  writer: Member,
  at: Date,
  open: Reception[],
  taken: number,
  chance: Chance,
): Promise<void> => {
  const due = open.filter(({ nextOn }) => nextOn !== null && nextOn < localDay(at))
  open.splice(0, open.length, ...open.filter((it) => !due.includes(it)))
  const finished = due.filter(() => chance.happens(taken))
  if (finished.length === 0) return
  const done = await transaction(by(stage, writer, at), 'reception:finish', async (tx) => {
    let last: Reception | undefined
    for (const reception of finished) last = await finishStep(tx, reception, chance.pick(OUTCOMES))
    return last!
  })
  if (done instanceof UserError) throw new Error(`a next step was refused: ${done.message}`)
}
