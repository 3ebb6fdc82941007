/** What stands at each stage, and what opportunities came to: sums over whole lists, each one statement. */
import {
  chanceOf,
  DEFAULT_OPPORTUNITY_POLICY,
  grantsOf,
  OPPORTUNITY_FUNNEL_INPUT,
  OPPORTUNITY_STATUSES,
  parseInput,
  weightedMinor,
  type OpportunityLossReason,
  type OpportunityStatus,
} from '@steward/domain'
import { GraphQLError } from 'graphql'
import type { RequestContext } from '../context.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { OpportunityPolicyEntity } from './opportunity.entity.ts'
import {
  OpportunityFunnel,
  OpportunityLoss,
  OpportunityReach,
  OpportunityStageSum,
} from './opportunity.type.ts'

export interface SumsAsked {
  readonly mine?: boolean
  readonly assignee?: string
  readonly project?: readonly string[]
}

interface Summed {
  readonly status: OpportunityStatus
  readonly count: number
  readonly withoutSum: number
  readonly sumMinor: number
}

/** `$2`: everything; else who asks, and by which scopes: theirs, their accounts', those that they opened. */
const SUMS = `
select o.status, count(*)::integer as count,
       count(*) filter (where coalesce(o.won_minor, o.expected_minor) is null)::integer as "withoutSum",
       coalesce(sum(coalesce(o.won_minor, o.expected_minor)), 0)::bigint as "sumMinor"
  from opportunity o join client c on c.org_id = o.org_id and c.id = o.client_id
 where o.org_id = $1
   and ($2::boolean or ($4::boolean and o.assignee_id = $3) or ($5::boolean and c.key_account_manager_id = $3)
        or ($6::boolean and o.opened_by_id = $3))
   and ($7::uuid is null or o.assignee_id = $7)
   and ($8::uuid[] is null or o.project_id = any($8))
 group by o.status`

const signedInActor = ({ signedIn, locale }: RequestContext) => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  return signedIn.actor
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

export const opportunitySums = async (
  context: RequestContext,
  { mine = false, assignee, project }: SumsAsked,
): Promise<OpportunityStageSum[]> => {
  const actor = signedInActor(context)
  const { organizationId: orgId, staffId } = actor
  const scopes = grantsOf(actor, 'opportunity:read')
  const wanted = assignee === undefined ? null : (fromGlobalId('Staff', assignee) ?? NOBODY)
  const places = project?.map((it) => fromGlobalId('Project', it) ?? NOBODY) ?? null
  return withTenant(context.dataSource, orgId, async (manager) => {
    const policy = (await manager.findOneBy(OpportunityPolicyEntity, { orgId })) ?? DEFAULT_OPPORTUNITY_POLICY
    const rows = await manager.query<Summed[]>(SUMS, [
      orgId,
      scopes.includes('any'),
      staffId,
      scopes.includes('assigned'),
      scopes.includes('accounts'),
      scopes.includes('own'),
      mine ? staffId : wanted,
      places,
    ])
    return OPPORTUNITY_STATUSES.map((status) => {
      const { count = 0, withoutSum = 0, sumMinor = 0 } = rows.find((row) => row.status === status) ?? {}
      const chance = chanceOf(policy, status)
      return Object.assign(new OpportunityStageSum(), {
        status,
        count,
        withoutSum,
        chance,
        sumMinor,
        weightedMinor: weightedMinor(sumMinor, chance),
      })
    })
  })
}

interface Reached {
  readonly status: OpportunityStatus
  readonly count: number
  readonly sumMinor: number
  readonly medianDays: number | null
}

const OPENED = `o.org_id = $1 and o.opened_at >= $2::date::timestamp at time zone $4
   and o.opened_at < ($3::date + 1)::timestamp at time zone $4`

/** Whoever came to a later stage came to those before it, even where a step was left out. */
const REACHED = `
select r.status, count(*)::integer as count,
       coalesce(sum(coalesce(o.won_minor, o.expected_minor)), 0)::bigint as "sumMinor",
       round(percentile_cont(0.5) within group (order by extract(epoch from r.at - o.opened_at) / 86400))::integer as "medianDays"
  from opportunity o
 cross join lateral (values
   ('NEED', o.opened_at),
   ('PROPOSAL', coalesce(o.proposed_at, o.quoted_at, o.agreed_at, o.won_at)),
   ('QUOTATION', coalesce(o.quoted_at, o.agreed_at, o.won_at)),
   ('SIGNING', coalesce(o.agreed_at, o.won_at)),
   ('WON', o.won_at)) r(status, at)
 where r.at is not null and ${OPENED}
 group by r.status`

const LOSSES = `
select o.loss_reason as reason, count(*)::integer as count, coalesce(sum(o.expected_minor), 0)::bigint as "sumMinor"
  from opportunity o where o.status = 'LOST' and ${OPENED}
 group by o.loss_reason order by count(*) desc, o.loss_reason`

const GOING_ON = `
select count(*)::integer as count from opportunity o where o.status not in ('WON', 'LOST') and ${OPENED}`

export const opportunityFunnel = async (
  context: RequestContext,
  asked: object,
): Promise<OpportunityFunnel> => {
  const { organizationId: orgId } = signedInActor(context)
  const parsed = parseInput(OPPORTUNITY_FUNNEL_INPUT, asked)
  if (!parsed.ok)
    throw new GraphQLError('from and to are days in order', { extensions: { code: 'BAD_REQUEST' } })
  const { from, to } = parsed.value
  return withTenant(context.dataSource, orgId, async (manager) => {
    const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
    const within = [orgId, from, to, timeZone]
    const reached = await manager.query<Reached[]>(REACHED, within)
    const losses = await manager.query<{ reason: OpportunityLossReason; count: number; sumMinor: number }[]>(
      LOSSES,
      within,
    )
    const [open] = await manager.query<{ count: number }[]>(GOING_ON, within)
    const at = (status: OpportunityStatus) =>
      Object.assign(new OpportunityReach(), {
        status,
        ...(reached.find((row) => row.status === status) ?? { count: 0, sumMinor: 0, medianDays: null }),
      })
    const stages = OPPORTUNITY_STATUSES.filter((status) => status !== 'LOST').map(at)
    return Object.assign(new OpportunityFunnel(), {
      from,
      to,
      opened: stages[0]!.count,
      open: open!.count,
      reached: stages,
      losses: losses.map((row) => Object.assign(new OpportunityLoss(), row)),
    })
  })
}
