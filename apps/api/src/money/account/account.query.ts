/** Balances, ages and rates: sums over whole histories, each one statement. */
import {
  agedSums,
  can,
  daysLate,
  DEBT_AGES,
  punctuality,
  shareBasisPoints,
  type Actor,
  type DebtAge,
} from '@steward/domain'
import type { RequestContext } from '../../context.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { accessError } from '../../graphql/access-error.ts'
import { fromGlobalId, toGlobalId } from '../../graphql/global-id.ts'
import { dayOf } from '../day-of-organization.service.ts'
import { ClientAccount, ProjectCollection } from './account.type.ts'
import { moneyScope, scopeParameters } from './money-scope.ts'

interface AccountRow {
  readonly keyAccountManagerId: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly open: readonly { readonly dueOn: string; readonly openMinor: number }[]
  readonly due: readonly { readonly dueOn: string; readonly settledOn: string | null }[]
  readonly creditMinor: number
}

/** A deposit falls due and is given back: it tells nothing of punctuality. */
const ACCOUNT = `
select c.key_account_manager_id as "keyAccountManagerId", c.project_id as "projectId", c.building_id as "buildingId",
       coalesce(r.open, '[]') as open, coalesce(r.due, '[]') as due, coalesce(p.credit, 0)::bigint as "creditMinor"
  from client c
  left join lateral (
    select jsonb_agg(jsonb_build_object('dueOn', due_on, 'openMinor', amount_minor - settled_minor))
             filter (where state = 'OPEN') as open,
           jsonb_agg(jsonb_build_object('dueOn', due_on, 'settledOn', settled_on))
             filter (where state <> 'VOID' and kind <> 'DEPOSIT' and due_on <= $3) as due
      from receivable where org_id = c.org_id and client_id = c.id) r on true
  left join lateral (
    select sum(credit_minor) as credit from payment where org_id = c.org_id and client_id = c.id) p on true
 where c.org_id = $1 and c.id = $2`

const signedInActor = ({ signedIn, locale }: RequestContext): Actor => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  return signedIn.actor
}

/** Null where there is no such client, or their account is none of the actor's business. */
export const clientAccount = async (
  context: RequestContext,
  publishedId: string,
): Promise<ClientAccount | null> => {
  const actor = signedInActor(context)
  const orgId = actor.organizationId
  const id = fromGlobalId('Client', publishedId)
  if (!id) return null
  return withTenant(context.dataSource, orgId, async (manager) => {
    const today = await dayOf(manager, orgId, context.now)
    const [row] = await manager.query<AccountRow[]>(ACCOUNT, [orgId, id, today])
    if (!row || !can(actor, 'receivable:read', row)) return null
    return toldAccount(publishedId, row, today, can(actor, 'receivable:readAmounts', row))
  })
}

const toldAccount = (
  clientId: string,
  row: AccountRow,
  today: string,
  withAmounts: boolean,
): ClientAccount => {
  const sum = (of: AccountRow['open']) => of.reduce((all, { openMinor }) => all + openMinor, 0)
  const overdue = row.open.filter(({ dueOn }) => daysLate(dueOn, today) > 0)
  const shown = (minor: number) => (withAmounts ? minor : null)
  const days = row.due.map(({ dueOn }) => dueOn).toSorted()
  return Object.assign(new ClientAccount(), {
    clientId,
    openCount: row.open.length,
    overdueCount: overdue.length,
    openSince: row.open.map(({ dueOn }) => dueOn).toSorted()[0] ?? null,
    openMinor: shown(sum(row.open)),
    overdueMinor: shown(sum(overdue)),
    creditMinor: shown(row.creditMinor),
    balanceMinor: shown(sum(row.open) - row.creditMinor),
    ages: agedSums(row.open, today).map((age) => ({ ...age, minor: shown(age.minor) })),
    punctuality: { ...punctuality(row.due, today), since: days[0] ?? null },
  })
}

interface CollectionRow {
  readonly projectId: string
  readonly projectName: string
  readonly dueCount: number
  readonly dueMinor: number
  readonly collectedMinor: number
  readonly debtors: number
  readonly ages: readonly { readonly band: DebtAge; readonly count: number; readonly minor: number }[]
}

/** What fell due in the span, and what is open whenever it was due; what was settled before is not read. */
const COLLECTION = `
with mine as (
  select r.project_id, r.client_id, r.state, r.due_on, r.amount_minor, r.settled_minor, case when $8::date <= r.due_on then 'NOT_DUE' when $8::date - r.due_on <= 30 then 'TO_30'
      when $8::date - r.due_on <= 60 then 'TO_60' when $8::date - r.due_on <= 90 then 'TO_90'
      when $8::date - r.due_on <= 180 then 'TO_180' else 'OVER_180' end as band
    from receivable r join client c on c.org_id = r.org_id and c.id = r.client_id
   where r.org_id = $1 and r.state <> 'VOID' and r.kind <> 'DEPOSIT' and (r.state = 'OPEN' or r.due_on between $6 and $7)
     and ($2::boolean or r.project_id = any($3::uuid[]) or r.building_id = any($4::uuid[]) or c.key_account_manager_id = $5::uuid)),
sums as (
  select project_id, count(*) filter (where due_on between $6 and $7)::integer as due_count,
         coalesce(sum(amount_minor) filter (where due_on between $6 and $7), 0)::bigint as due_minor,
         coalesce(sum(settled_minor) filter (where due_on between $6 and $7), 0)::bigint as collected_minor,
         count(distinct client_id) filter (where state = 'OPEN' and band <> 'NOT_DUE')::integer as debtors
    from mine group by project_id),
aged as (
  select project_id, jsonb_agg(jsonb_build_object('band', band, 'count', many, 'minor', minor)) as ages
    from (select project_id, band, count(*)::integer as many, sum(amount_minor - settled_minor)::bigint as minor
            from mine where state = 'OPEN' group by project_id, band) each group by project_id)
select p.id as "projectId", p.name as "projectName", s.due_count as "dueCount", s.due_minor as "dueMinor",
       s.collected_minor as "collectedMinor", s.debtors, coalesce(a.ages, '[]') as ages
  from sums s join project p on p.org_id = $1 and p.id = s.project_id
  left join aged a on a.project_id = s.project_id
 order by p.name, p.id`

export const collection = async (
  context: RequestContext,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<ProjectCollection[]> => {
  const actor = signedInActor(context)
  const orgId = actor.organizationId
  return withTenant(context.dataSource, orgId, async (manager) => {
    const today = await dayOf(manager, orgId, context.now)
    const scope = scopeParameters(moneyScope(actor, 'receivable:readAmounts'))
    const rows = await manager.query<CollectionRow[]>(COLLECTION, [orgId, ...scope, from, to, today])
    return rows.map(({ ages, projectId, ...row }) => {
      const all = DEBT_AGES.map((band) => ages.find((it) => it.band === band) ?? { band, count: 0, minor: 0 })
      return Object.assign(new ProjectCollection(), row, {
        projectId: toGlobalId('Project', projectId),
        rateBasisPoints: shareBasisPoints(row.collectedMinor, row.dueMinor),
        overdueMinor: all.slice(1).reduce((sum, { minor }) => sum + minor, 0),
        ages: all,
      })
    })
  })
}
