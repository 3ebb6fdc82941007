/** What leads came to: those opened within a time, followed to what they are today. */
import { costPerClient, hasPermission, LEAD_YIELD_INPUT, parseInput } from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { LeadYield, LeadYieldRow } from './lead-yield.type.ts'

interface Counted {
  readonly sourceId: string | null
  readonly campaignId: string | null
  /** 0: by both; 1: by source; 2: by campaign; 3: all together. */
  readonly level: number
  readonly leads: number
  readonly contacted: number
  readonly qualified: number
  readonly converted: number
  readonly lost: number
  readonly clients: number
  readonly medianHours: number | null
}

/** `grouping()` tells which of the sets a row belongs to: the bit of a column is set where the row is not divided by it. */
const COUNTED = `
select source_id as "sourceId", campaign_id as "campaignId", grouping(source_id, campaign_id) as level,
       count(*)::integer as leads, count(contacted_at)::integer as contacted, count(qualified_at)::integer as qualified,
       count(converted_at)::integer as converted, count(lost_at)::integer as lost,
       count(distinct client_id)::integer as clients,
       round(percentile_cont(0.5) within group (order by extract(epoch from converted_at - opened_at) / 3600)
             filter (where converted_at is not null))::integer as "medianHours"
  from lead
 where org_id = $1 and opened_at >= $2::date::timestamp at time zone $4
   and opened_at < ($3::date + 1)::timestamp at time zone $4
 group by grouping sets ((source_id), (campaign_id), ())`

const NAMES = `
select id, name, null::uuid as "sourceId", null::bigint as "costMinor", false as "isOfTime" from lead_source where org_id = $1
union all
select id, name, source_id, cost_minor, starts_on between $2::date and $3::date from campaign where org_id = $1`

interface Named {
  readonly id: string
  readonly name: string
  readonly sourceId: string | null
  readonly costMinor: number | null
  readonly isOfTime: boolean
}

const BY_SOURCE = 1
const BY_CAMPAIGN = 2

export const leadYield = async (
  { signedIn, dataSource, locale }: RequestContext,
  asked: object,
): Promise<LeadYield> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const parsed = parseInput(LEAD_YIELD_INPUT, asked)
  if (!parsed.ok)
    throw new GraphQLError('from and to are days in order', { extensions: { code: 'BAD_REQUEST' } })
  const { from, to } = parsed.value
  const { organizationId: orgId } = signedIn.actor
  const { counted, named } = await withTenant(dataSource, orgId, async (manager) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    return {
      counted: await manager.query<Counted[]>(COUNTED, [orgId, from, to, timeZone]),
      named: await manager.query<Named[]>(NAMES, [orgId, from, to]),
    }
  })
  const costs = hasPermission(signedIn.actor, 'campaign:readCost')
    ? named.filter(({ costMinor, isOfTime }) => costMinor !== null && isOfTime)
    : []
  const costOf = (of: (it: Named) => boolean) => {
    const told = costs.filter(of)
    return told.length === 0 ? null : told.reduce((sum, { costMinor }) => sum + costMinor!, 0)
  }
  const row = (
    it: Omit<Counted, 'level' | 'sourceId' | 'campaignId'>,
    id: string | null,
    costMinor: number | null,
  ) =>
    Object.assign(new LeadYieldRow(), {
      ...it,
      id,
      name: named.find((each) => each.id === id)?.name ?? null,
      costMinor,
      costPerClientMinor: costPerClient(costMinor, it.clients),
    })
  /** Also what was paid for and brought nobody. */
  const withSilent = (
    level: number,
    key: 'sourceId' | 'campaignId',
    costFor: (id: string) => number | null,
  ) => {
    const told = counted.filter((it) => it.level === level)
    const ids = new Set(told.map((it) => it[key]))
    const silent = costs
      .map((it) => (key === 'sourceId' ? it.sourceId! : it.id))
      .filter((id, at, all) => !ids.has(id) && all.indexOf(id) === at)
    return [
      ...told.map((it) => row(it, it[key], it[key] === null ? null : costFor(it[key]))),
      ...silent.map((id) => row(NOTHING, id, costFor(id))),
    ].toSorted((a, b) => b.leads - a.leads || (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN'))
  }
  const total = counted.find(({ level }) => level === 3) ?? NOTHING
  return Object.assign(new LeadYield(), {
    from,
    to,
    total: published(
      row(
        total,
        null,
        costOf(() => true),
      ),
      null,
    ),
    bySource: withSilent(BY_SOURCE, 'sourceId', (id) => costOf((it) => it.sourceId === id)).map((it) =>
      published(it, 'LeadSource'),
    ),
    byCampaign: withSilent(BY_CAMPAIGN, 'campaignId', (id) => costOf((it) => it.id === id)).map((it) =>
      published(it, 'Campaign'),
    ),
  })
}

const NOTHING = {
  leads: 0,
  contacted: 0,
  qualified: 0,
  converted: 0,
  lost: 0,
  clients: 0,
  medianHours: null,
} as const

const published = (row: LeadYieldRow, type: 'LeadSource' | 'Campaign' | null): LeadYieldRow =>
  Object.assign(row, { id: row.id !== null && type ? toGlobalId(type, row.id) : null })
