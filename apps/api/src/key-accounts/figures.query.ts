/** What the system knows beside the test of four, and figures over the list. Money is measured as everywhere: see `money/value`. */
import { can, keyAccountYears, topFifth, type KeyAccountTier } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext } from '../context.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { lastYear, NO_YEAR, type CompanyYear } from '../money/value/company-year.service.ts'
import { EVERYWHERE, figuresOfClients } from '../money/value/metrics.service.ts'
import { weighed, type Surroundings } from '../money/value/weighed.ts'
import { standingFigures } from '../silence/standing/standing.service.ts'
import { KeyAccountEntity } from './key-account.entity.ts'
import { KeyAccountFiguresType, KeyAccountRevenueType, KeyAccountStandingType } from './key-account.type.ts'

const yearOf = ({ today, asked }: Surroundings, clientIds: readonly string[]) => ({
  ...asked(),
  clientIds,
  scope: EVERYWHERE,
  ...lastYear(today),
})

/** Everybody's, the client among them, as of the last night: a share is of the whole company. */
const companyOf = async ({ manager, orgId }: Surroundings): Promise<CompanyYear> =>
  (await standingFigures(manager, orgId))?.figures.company ?? NO_YEAR

const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((10_000 * part) / whole) : null

/** Whoever weighs only some clients learns a share in whole per cent: by an exact one they would know what all of them bring. */
const toldShare = (basisPoints: number | null, isOfAll: boolean): number | null =>
  basisPoints === null || isOfAll ? basisPoints : Math.round(basisPoints / 100) * 100

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
    const all = await companyOf(around)
    if (!row) return null
    const isOfAll = can(actor, 'value:read', {})
    return Object.assign(new KeyAccountStandingType(), lastYear(today), {
      revenueMinor: row.revenueMinor,
      revenueShareBasisPoints: toldShare(share(row.revenueMinor, all.revenueMinor), isOfAll),
      clients: all.clients,
      profitMinor: row.profitMinor,
      profitRateBasisPoints: share(row.profitMinor, row.revenueMinor),
      averageProfitRateBasisPoints: share(all.profitMinor, all.revenueMinor),
      paidOnTimeBasisPoints: row.paidOnTimeBasisPoints,
      averagePaidOnTimeBasisPoints: share(all.paidMinor, all.revenueMinor),
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
    const all = await companyOf(around)
    const revenue = Object.assign(new KeyAccountRevenueType(), top, {
      shareOfAllBasisPoints: share(top.revenueMinor, all.revenueMinor),
      topOfAllBasisPoints: share(top.topMinor, all.revenueMinor),
    })
    return Object.assign(figures, { revenue })
  })
