/** What the system knows beside the test of four, and figures over the list. Money is measured as everywhere: see `money/value`. */
import { can, keyAccountYears, topFifth, type KeyAccountTier } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext } from '../context.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { GROUPS } from '../money/value/figures.ts'
import { EVERYWHERE, figureParameters, figuresOfClients } from '../money/value/metrics.service.ts'
import { weighed, type Surroundings } from '../money/value/weighed.ts'
import { KeyAccountEntity } from './key-account.entity.ts'
import { KeyAccountFiguresType, KeyAccountRevenueType, KeyAccountStandingType } from './key-account.type.ts'

const DAYS = 365

/** The last 365 days up to today. */
const lastYear = (today: string): { readonly from: string; readonly to: string } => {
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10)
  return { from, to: today }
}

interface Totals {
  readonly revenueMinor: number
  readonly marginMinor: number
  readonly profitMinor: number
  readonly clients: number
  readonly paidOnTimeBasisPoints: number | null
}

const yearOf = ({ today, asked }: Surroundings, clientIds: readonly string[] | null) => ({
  ...asked(),
  clientIds,
  scope: EVERYWHERE,
  ...lastYear(today),
})

/** Everybody's, the client among them: a share is of the whole company. */
const totalsOf = async (around: Surroundings): Promise<Totals> => {
  const [row] = await around.manager.query<Totals[]>(GROUPS, [
    ...figureParameters(yearOf(around, null)),
    null,
  ])
  return row ?? { revenueMinor: 0, marginMinor: 0, profitMinor: 0, clients: 0, paidOnTimeBasisPoints: null }
}

const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((10_000 * part) / whole) : null

/** Null where there is no such client, or what they are worth is none of the actor's business. */
export const keyAccountStanding = (
  context: RequestContext,
  publishedId: string,
): Promise<KeyAccountStandingType | null> =>
  weighed(context, async (around) => {
    const { manager, actor, orgId, today } = around
    const id = fromGlobalId('Client', publishedId)
    const client = id && (await manager.findOneBy(Client, { orgId, id }))
    if (!client || !can(actor, 'value:read', clientFacts(client))) return null
    const [row] = await figuresOfClients(manager, yearOf(around, [client.id]))
    const all = await totalsOf(around)
    if (!row) return null
    return Object.assign(new KeyAccountStandingType(), lastYear(today), {
      revenueMinor: row.revenueMinor,
      revenueShareBasisPoints: share(row.revenueMinor, all.revenueMinor),
      clients: all.clients,
      profitMinor: row.profitMinor,
      profitRateBasisPoints: share(row.profitMinor, row.revenueMinor),
      averageProfitRateBasisPoints: share(all.profitMinor, all.revenueMinor),
      paidOnTimeBasisPoints: row.paidOnTimeBasisPoints,
      averagePaidOnTimeBasisPoints: all.paidOnTimeBasisPoints,
      daysLateTenths: row.daysLateTenths,
    })
  })

const MOVES = `
select to_char(n.decided_at at time zone $2, 'YYYY-MM-DD') as "on", n.previous_tier as "from", n.tier as "to"
  from key_account_nomination n
 where n.org_id = $1 and n.status = 'ACCEPTED' and n.kind = 'RETEST' and n.tier <> n.previous_tier
 order by n.decided_at, n.id`

interface Move {
  readonly on: string
  readonly from: KeyAccountTier
  readonly to: KeyAccountTier
}

export const keyAccountFigures = (context: RequestContext): Promise<KeyAccountFiguresType> =>
  weighed(context, async (around) => {
    const { manager, actor, orgId, today, asked } = around
    const accounts = await manager.findBy(KeyAccountEntity, { orgId })
    const moves = await manager.query<Move[]>(MOVES, [orgId, asked().timeZone])
    const figures = Object.assign(new KeyAccountFiguresType(), lastYear(today), {
      years: keyAccountYears(accounts, moves, today),
      revenue: null,
    })
    // What clients bring is for whoever weighs all of them.
    if (!can(actor, 'value:read', {})) return figures
    const ids = accounts.filter(({ releasedOn }) => releasedOn === null).map(({ clientId }) => clientId)
    const values = ids.length === 0 ? [] : await figuresOfClients(manager, yearOf(around, ids))
    const top = topFifth(values.map(({ revenueMinor }) => revenueMinor))
    const all = await totalsOf(around)
    const revenue = Object.assign(new KeyAccountRevenueType(), top, {
      shareOfAllBasisPoints: share(top.revenueMinor, all.revenueMinor),
      topOfAllBasisPoints: share(top.topMinor, all.revenueMinor),
    })
    return Object.assign(figures, { revenue })
  })
