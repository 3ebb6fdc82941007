/** Leads of the last three months: from where they came, who looked after them, what became of them. Many in one transaction. */
import {
  contacted,
  converted,
  handedTo,
  LEAD_LOSS_REASONS,
  lost,
  pooled,
  qualified,
  USUAL_LEAD_SOURCES,
  type LeadInput,
} from '@steward/domain'
import { asSystem } from '../database/as-system.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { UserError } from '../graphql/user-error.ts'
import { patchLead, tellLead } from '../leads/kept-lead.service.ts'
import { Lead } from '../leads/lead.entity.ts'
import { openLead } from '../leads/open-lead.service.ts'
import { Campaign, LeadSource } from '../leads/settings/lead-settings.entity.ts'
import { DAY, HOUR, localDay } from './calendar.ts'
import { by, type Stage } from './cases/stage.ts'
import { Chance } from './chance.ts'
import { mobileNumber, personName } from './organizations/names.ts'
import type { PlannedClient } from './organizations/clients.ts'
import { holding, somebody, type Member } from './organizations/world.ts'

/** How far a lead of the story came. */
type Fate = 'CONVERTED' | 'LOST' | 'RETURNED' | 'QUALIFIED' | 'CONTACTED' | 'ASSIGNED' | 'POOLED'

/** When leads came in, in days before now, and what became of them; those that are still held were touched of late. */
const WAVES: readonly (readonly [daysAgo: number, fates: readonly Fate[]])[] = [
  [84, ['CONVERTED', 'LOST', 'CONVERTED', 'LOST', 'RETURNED']],
  [70, ['CONVERTED', 'CONVERTED', 'LOST', 'LOST', 'LOST', 'RETURNED']],
  [56, ['CONVERTED', 'LOST', 'CONVERTED', 'CONVERTED', 'LOST', 'RETURNED']],
  [42, ['CONVERTED', 'LOST', 'LOST', 'CONVERTED', 'RETURNED', 'LOST', 'CONVERTED']],
  [28, ['CONVERTED', 'QUALIFIED', 'LOST', 'QUALIFIED', 'RETURNED', 'CONTACTED']],
  [12, ['QUALIFIED', 'CONTACTED', 'LOST', 'QUALIFIED', 'CONTACTED', 'POOLED']],
  [5, ['CONTACTED', 'ASSIGNED', 'CONTACTED', 'POOLED', 'POOLED']],
  [2, ['ASSIGNED', 'POOLED', 'ASSIGNED', 'POOLED', 'POOLED']],
]

const CAMPAIGNS = [
  { name: '秋季交房开放日', source: '活动', from: 86, to: 60, costMinor: 1_860_000 },
  { name: '车位品鉴周', source: '活动', from: 50, to: 44, costMinor: 640_000 },
  { name: '邻里推荐有礼', source: '客户介绍', from: 88, to: null, costMinor: 280_000 },
  { name: '公众号商铺招租', source: '网络', from: 40, to: 10, costMinor: 95_000 },
] as const

const NEEDS = [
  '两居室，预算内尽快入住',
  '临街商铺，约 80 平，做餐饮',
  '办公室 200 平左右，明年一季度搬',
  '改善型三居，看重学区和物业',
  '想续租并加一个车位',
  '仓储加小办公，卸货要方便',
]
const SAID = [
  '电话里聊了需求，约周末看房',
  '加了微信，发了户型图',
  '上门接待，看了样板间',
  '对物业费有疑问，已解释',
]
const STEPS = ['带看样板间', '送报价方案', '约见决策人', '回电确认时间']

interface Planned {
  readonly fate: Fate
  readonly holder: Member
  /** Whom it became. */
  readonly client: PlannedClient | undefined
  lead?: Lead
}

export const playLeads = async (stage: Stage, seed: number): Promise<void> => {
  const { world, dataSource, now } = stage
  const holders = [...holding(world, 'SALES'), ...holding(world, 'KEY_ACCOUNT_MANAGER')]
  const [seller] = holding(world, 'SALES')
  if (!seller) return
  const chance = new Chance(seed)
  const campaigns = await layCampaigns(stage, chance)
  const sources = await withTenant(dataSource, world.orgId, (manager) =>
    manager.findBy(LeadSource, { orgId: world.orgId }),
  )
  const at = (days: number, hours = 0) => new Date(now.getTime() - days * DAY + hours * HOUR)
  const won = world.clients.filter(({ relation }) => relation === 'PROSPECT')
  for (const [daysAgo, fates] of WAVES) {
    const planned: Planned[] = fates.map((fate, index) => ({
      fate,
      client: fate === 'CONVERTED' ? (won.shift() ?? chance.pick(world.clients)) : undefined,
      // Who met them keeps them; others are given out.
      holder: fate !== 'POOLED' && index % 2 === 0 ? seller : chance.pick(holders),
    }))
    const openedBy = (one: Planned) => one.holder === seller && one.fate !== 'POOLED'
    const agent = somebody(world, 'SERVICE_AGENT', chance)
    const supervisor = somebody(world, 'CR_SUPERVISOR', chance)
    const opened = (tx: Transaction, { client }: Planned) =>
      openLead(tx, {
        ...draftOf(chance, sources, campaigns, daysAgo, now),
        ...(client && { name: client.name }),
      })
    await together(stage, seller, at(daysAgo), 'lead:open', planned.filter(openedBy), (tx, _, one) =>
      opened(tx, one),
    )
    const pooledOnes = planned.filter((one) => !openedBy(one))
    await together(stage, agent, at(daysAgo, 1), 'lead:open', pooledOnes, (tx, _, one) => opened(tx, one))
    const given = pooledOnes.filter(({ fate }) => fate !== 'POOLED')
    await together(stage, supervisor, at(daysAgo, 5), 'lead:assign', given, async (tx, lead, { holder }) => {
      const after = await patchLead(tx, lead, handedTo(holder.id, 'ASSIGNED', tx.now))
      await tellLead(tx, after, lead.status, { action: 'assign', assigneeId: holder.id })
      return after
    })
    const touched = Math.min(daysAgo - 0.5, 1.5)
    for (const holder of new Set(planned.map((one) => one.holder))) {
      const own = planned.filter((one) => one.holder === holder && one.fate !== 'POOLED')
      const reach = (...wanted: readonly Fate[]) => own.filter(({ fate }) => wanted.includes(fate))
      const called = reach('CONVERTED', 'LOST', 'QUALIFIED', 'CONTACTED', 'RETURNED')
      const stays = called.filter(({ fate }) => fate === 'CONTACTED')
      await together(stage, holder, at(daysAgo - 1), 'lead:contact', called, (tx, lead) =>
        call(tx, lead, chance, now),
      )
      await together(
        stage,
        holder,
        at(Math.max(touched + 0.2, daysAgo - 6)),
        'lead:qualify',
        reach('CONVERTED', 'QUALIFIED'),
        mean,
      )
      if (daysAgo > 2)
        await together(
          stage,
          holder,
          at(touched),
          'lead:contact',
          [...stays, ...reach('QUALIFIED')],
          (tx, lead) => call(tx, lead, chance, now),
        )
      await together(
        stage,
        holder,
        at(daysAgo - chance.between(9, 13)),
        'lead:convert',
        reach('CONVERTED'),
        (tx, lead, one) => win(tx, lead, one.client!.id),
      )
      await together(
        stage,
        holder,
        at(Math.max(1, daysAgo - 8)),
        'lead:lose',
        reach('LOST'),
        async (tx, lead) => {
          const reason = chance.pick(LEAD_LOSS_REASONS)
          const after = await patchLead(
            tx,
            lead,
            lost({ expectedVersion: lead.version, reason, note: null }, tx.now),
          )
          await tellLead(tx, after, lead.status, { action: 'lose', assigneeId: lead.assigneeId })
          return after
        },
      )
    }
    const returned = planned.flatMap(({ fate, lead }) => (fate === 'RETURNED' && lead ? [lead] : []))
    await letGo(stage, at(daysAgo - 8), returned)
  }
  await withTenant(dataSource, world.orgId, (manager) => manager.query(START, [world.orgId, now]))
}

/** What is still held has its clock from then on. */
const START = `
insert into lead_due (org_id, id, due_at, step)
select org_id, id, returns_at, 'RETURN' from lead where org_id = $1 and returns_at > $2`

const layCampaigns = async (stage: Stage, chance: Chance): Promise<readonly Campaign[]> => {
  const { world, now } = stage
  const day = (ago: number) => localDay(new Date(now.getTime() - ago * DAY))
  const laid: Campaign[] = []
  await together(
    stage,
    somebody(world, 'CS_MANAGER', chance),
    new Date(now.getTime() - 90 * DAY),
    'campaign:define',
    [{}],
    async (tx) => {
      for (const { name, source, from, to, costMinor } of CAMPAIGNS) {
        const { id: sourceId } = await tx.manager.findOneByOrFail(LeadSource, {
          orgId: world.orgId,
          name: source,
        })
        const endsOn = to === null ? null : day(to)
        const row = { name, sourceId, startsOn: day(from), endsOn, costMinor, retiredAt: null, version: 1 }
        laid.push(await tx.insert(Campaign, row))
      }
      return laid[0]!
    },
  )
  return laid
}

/** One transaction for several: each gets what the verb made of it. */
const together = async <T extends { lead?: Lead }, R extends Lead | Campaign>(
  stage: Stage,
  member: Member,
  at: Date,
  verb: Parameters<typeof transaction>[1],
  planned: readonly T[],
  work: (tx: Transaction, lead: Lead, one: T) => Promise<R>,
): Promise<void> => {
  if (planned.length === 0) return
  const done = await transaction(by(stage, member, at), verb, async (tx) => {
    let last: R
    for (const one of planned) {
      last = await work(tx, one.lead!, one)
      if (last instanceof Lead) one.lead = last
    }
    return last!
  })
  if (done instanceof UserError) throw new Error(`${verb} was refused in the story: ${done.message}`)
}

const draftOf = (
  chance: Chance,
  sources: readonly LeadSource[],
  campaigns: readonly Campaign[],
  daysAgo: number,
  now: Date,
): LeadInput<'open'> => {
  const on = localDay(new Date(now.getTime() - daysAgo * DAY))
  const running = campaigns.filter(
    ({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || on <= endsOn),
  )
  const campaign = running.length > 0 && chance.happens(0.5) ? chance.pick(running) : undefined
  const usual = chance.pick(USUAL_LEAD_SOURCES).name
  const source = sources.find(({ id, name }) => (campaign ? id === campaign.sourceId : name === usual))!
  return {
    kind: chance.happens(0.2) ? 'COMPANY' : 'INDIVIDUAL',
    name: personName(chance).name,
    phone: mobileNumber(chance),
    email: null,
    need: chance.pick(NEEDS),
    projectId: null,
    sourceId: source.id,
    campaignId: campaign?.id ?? null,
    referrerClientId: null,
    referrer: source.countsAs === 'REFERRAL' ? personName(chance).address : null,
    assigneeId: null,
    nextStep: null,
    nextStepOn: null,
    knownNotToBeClients: [],
    knownNotToBeLeads: [],
  }
}

const call = async (tx: Transaction, lead: Lead, chance: Chance, now: Date): Promise<Lead> => {
  const isOfLate = now.getTime() - tx.now.getTime() < 3 * DAY
  const input = {
    expectedVersion: lead.version,
    channel: chance.pick(['PHONE', 'WECHAT', 'VISIT'] as const),
    note: chance.pick(SAID),
    nextStep: isOfLate ? chance.pick(STEPS) : null,
    nextStepOn: isOfLate ? localDay(new Date(now.getTime() + chance.between(0, 3) * DAY)) : null,
  }
  const status = lead.status === 'ASSIGNED' ? 'CONTACTED' : lead.status
  const after = await patchLead(tx, lead, contacted(lead, status, input, tx.now))
  await tellLead(tx, after, lead.status, { action: 'contact', channel: input.channel, note: input.note })
  return after
}

const mean = async (tx: Transaction, lead: Lead): Promise<Lead> => {
  const after = await patchLead(
    tx,
    lead,
    qualified(lead, { expectedVersion: lead.version, need: null, note: null }, tx.now),
  )
  await tellLead(tx, after, lead.status, { action: 'qualify' })
  return after
}

const win = async (tx: Transaction, lead: Lead, clientId: string): Promise<Lead> => {
  const after = await patchLead(tx, lead, converted(clientId, tx.now))
  await tellLead(tx, after, lead.status, { action: 'convert', assigneeId: lead.assigneeId })
  return after
}

/** By the clock, long ago. */
const letGo = ({ dataSource, world: { orgId } }: Stage, now: Date, leads: readonly Lead[]): Promise<void> =>
  withTenant(dataSource, orgId, (manager) =>
    asSystem(manager, { orgId, now, requestId: 'seed-leads', history: true }, async (tx) => {
      for (const lead of leads) {
        const after = await patchLead(tx, lead, pooled(now))
        await tellLead(tx, after, lead.status, { action: 'return', assigneeId: lead.assigneeId })
      }
    }),
  )
