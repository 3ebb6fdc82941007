/** What clients of the story may buy, or bought: opened by who leads, worked on by who sells, two of them left untouched. */
import type { ContactChannel, OpportunityLossReason } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { open } from '../../opportunities/open-opportunity.service.ts'
import type { Opportunity } from '../../opportunities/opportunity.entity.ts'
import * as service from '../../opportunities/opportunity.service.ts'
import * as prices from '../../opportunities/prices/price-form.service.ts'
import { DAY, HOUR, localDay } from '../calendar.ts'
import { agreed, by, type Stage } from '../cases/stage.ts'
import { holding, type Member } from '../organizations/world.ts'

type Reach = 'NEED' | 'PROPOSAL' | 'QUOTATION' | 'SIGNING' | 'WON' | 'LOST'

interface Told {
  readonly title: string
  readonly need: string
  readonly sum: number | null
  /** Opened so many days before now, and touched last. */
  readonly daysAgo: number
  readonly touchedAgo: number
  readonly closesIn: number
  readonly reach: Reach
  /** How far a lost one had come. */
  readonly until?: Exclude<Reach, 'WON' | 'LOST'>
  readonly loss?: OpportunityLossReason
  readonly next?: string
}

const STORY: readonly Told[] = [
  { title: '办公区地毯清洗年度合作', need: '两层办公区，每季一次，周末作业', sum: 4_800_000, daysAgo: 120, touchedAgo: 60, closesIn: -60, reach: 'WON' },
  { title: '商铺装修垃圾清运包年', need: '装修期三个月，之后按月', sum: 1_260_000, daysAgo: 100, touchedAgo: 71, closesIn: -70, reach: 'WON' },
  { title: '电梯轿厢广告位', need: '全区 24 部，想先投半年', sum: 9_600_000, daysAgo: 95, touchedAgo: 52, closesIn: -50, reach: 'LOST', until: 'QUOTATION', loss: 'PRICE' },
  { title: '员工食堂油烟管道清洗', need: '按消防要求每季度清洗', sum: 2_400_000, daysAgo: 80, touchedAgo: 41, closesIn: -40, reach: 'LOST', until: 'PROPOSAL', loss: 'COMPETITOR' },
  { title: '地暖管道清洗', need: '入冬前做完，三居室', sum: 68_000, daysAgo: 66, touchedAgo: 30, closesIn: -20, reach: 'LOST', until: 'NEED', loss: 'TIMING' },
  { title: '会议室保洁加时服务', need: '晚八点到十点加一班', sum: 3_600_000, daysAgo: 45, touchedAgo: 1, closesIn: 9, reach: 'SIGNING', next: '送合同用印' },
  { title: '写字楼绿植租摆', need: '前台与电梯厅，每周养护', sum: 2_880_000, daysAgo: 38, touchedAgo: 2, closesIn: 18, reach: 'QUOTATION', next: '回复报价异议' },
  { title: '充电桩位包租', need: '员工车 12 个位，想谈优惠', sum: 5_184_000, daysAgo: 30, touchedAgo: 9, closesIn: 24, reach: 'QUOTATION', next: '约见行政总监' },
  { title: '入户家电深度清洗套餐', need: '油烟机、空调、洗衣机，邻里一起团', sum: 156_000, daysAgo: 24, touchedAgo: 2, closesIn: 15, reach: 'PROPOSAL', next: '发团购方案' },
  { title: '仓库夜间安保加岗', need: '旺季两个月，每晚两人', sum: 7_200_000, daysAgo: 20, touchedAgo: 3, closesIn: 40, reach: 'PROPOSAL', next: '现场勘点' },
  { title: '新店开业活动保障', need: '开业三天：秩序、保洁、停车引导', sum: 1_800_000, daysAgo: 15, touchedAgo: 1, closesIn: 12, reach: 'PROPOSAL', next: '确认人数' },
  { title: '老人居家照护转介', need: '问有没有可靠的上门照护', sum: null, daysAgo: 8, touchedAgo: 2, closesIn: 30, reach: 'NEED', next: '问清每周几次' },
  { title: '空置房托管', need: '长期出差，通风、查水电、代收快递', sum: 360_000, daysAgo: 6, touchedAgo: 1, closesIn: 35, reach: 'NEED', next: '上门看房' },
  { title: '园区班车座位', need: '早晚各一班，先试一个月', sum: 960_000, daysAgo: 22, touchedAgo: 21, closesIn: 45, reach: 'NEED', next: '问线路' },
] // prettier-ignore

const CHANNELS: readonly ContactChannel[] = ['PHONE', 'VISIT', 'WECHAT']
const WAY = ['propose', 'quote', 'agree'] as const
const STAGES: readonly Reach[] = ['NEED', 'PROPOSAL', 'QUOTATION', 'SIGNING']

/** What goes on has its clock from then on; what lay untouched is told at once. */
const START = `
insert into opportunity_due (org_id, id, due_at)
select org_id, id, stalls_at from opportunity where org_id = $1 and stalls_at is not null`

export const playOpportunities = async (stage: Stage): Promise<readonly Opportunity[]> => {
  const { world, dataSource } = stage
  const [leader] = holding(world, 'CS_MANAGER')
  const sellers = [...holding(world, 'SALES'), ...holding(world, 'KEY_ACCOUNT_MANAGER')]
  if (!leader || sellers.length === 0) return []
  const clients = world.clients.filter(({ relation }) => relation === 'COMMERCIAL' || relation === 'OWNER')
  const made: Opportunity[] = []
  for (const [at, told] of STORY.entries()) {
    const client = clients[(at * 7) % clients.length]!
    // The client's own manager, where they have one who sells.
    const seller =
      sellers.find(({ id }) => id === client.keyAccountManagerId) ?? sellers[at % sellers.length]!
    made.push(await playOne(stage, leader, seller, client.id, told))
  }
  await withTenant(dataSource, world.orgId, (manager) => manager.query(START, [world.orgId]))
  return made
}

/** What is offered, at five percent less; approved where it came as far as signing. */
const price = async (
  stage: Stage,
  seller: VerbContext,
  { id: opportunityId }: Opportunity,
  { title, sum }: Told,
  isApproved: boolean,
): Promise<void> => {
  const offeredMinor = Math.floor((sum ?? 0) / 12)
  const line = { service: title, unit: '月', quantityHundredths: 1_200, offeredMinor }
  const lines = [
    {
      ...line,
      listMinor: Math.round(offeredMinor / 0.95),
      costMinor: Math.round(offeredMinor * 0.72),
    },
  ]
  const drafted = agreed(
    await prices.draft(seller, { opportunityId, lines, note: '老客户，按全年包价' }),
    'draft',
  )
  const step = ({ id: priceFormId, version: expectedVersion }: typeof drafted) => ({
    priceFormId,
    expectedVersion,
  })
  const submitted = agreed(await prices.submit(seller, step(drafted)), 'submit')
  const [decider] = holding(stage.world, 'GENERAL_MANAGER')
  if (isApproved && decider)
    agreed(
      await prices.approve(by(stage, decider, new Date(seller.now.getTime() + 2 * HOUR)), step(submitted)),
      'approve',
    )
}

const playOne = async (
  stage: Stage,
  leader: Member,
  seller: Member,
  clientId: string,
  told: Told,
): Promise<Opportunity> => {
  const { now } = stage
  const ago = (days: number, hours = 0) => new Date(now.getTime() - days * DAY + hours * HOUR)
  const on = (days: number) => localDay(new Date(now.getTime() + days * DAY))
  let it = agreed(
    await open(by(stage, leader, ago(told.daysAgo)), {
      clientId,
      title: told.title,
      need: told.need,
      assigneeId: seller.id,
      expectedMinor: told.sum,
      expectedCloseOn: on(told.closesIn),
    }),
    'open',
  )
  const step = () => ({ opportunityId: it.id, expectedVersion: it.version })
  const reach = told.reach === 'LOST' ? told.until! : told.reach === 'WON' ? 'SIGNING' : told.reach
  const stages = STAGES.indexOf(reach)
  const days = (told.daysAgo - told.touchedAgo) / (stages + 2)
  const when = (nth: number) => by(stage, seller, ago(told.daysAgo - nth * days))
  for (const [nth, verb] of WAY.slice(0, stages).entries()) {
    if (verb === 'quote') await price(stage, when(nth + 1), it, told, reach === 'SIGNING')
    it = agreed(await service[verb](when(nth + 1), step()), verb)
  }
  if (told.reach === 'WON') {
    const agreement = {
      wonMinor: told.sum!,
      contractOn: on(told.closesIn),
      contractNumber: `XS-${it.number}`,
    }
    return agreed(await service.win(when(stages + 1), { ...step(), ...agreement } as never), 'win')
  }
  if (told.reach === 'LOST')
    return agreed(await service.lose(when(stages + 1), { ...step(), reason: told.loss! } as never), 'lose')
  const contact = {
    ...step(),
    channel: CHANNELS[stages % CHANNELS.length]!,
    note: '又谈了一次，对方认可内容，细节待定',
    ...(told.next ? { nextStep: told.next, nextStepOn: on(stages % 2) } : {}),
  }
  return agreed(await service.contact(by(stage, seller, ago(told.touchedAgo)), contact as never), 'contact')
}
