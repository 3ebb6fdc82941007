/** What all clients of an organization brought in a year, added up batch by batch: what shares and averages are taken of. */
import type { EntityManager } from 'typeorm'
import { GROUPS } from './figures.ts'
import { EVERYWHERE, figureParameters } from './metrics.service.ts'

const DAYS = 365

/** The last 365 days up to today. */
export const lastYear = (today: string): { readonly from: string; readonly to: string } => {
  const from = new Date(Date.parse(`${today}T00:00:00Z`) - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10)
  return { from, to: today }
}

/** In minor units. */
export interface CompanyYear {
  readonly revenueMinor: number
  readonly marginMinor: number
  readonly profitMinor: number
  /** With revenue or costs. */
  readonly clients: number
  /** Of the revenue, what was paid by its day. */
  readonly paidMinor: number
}

export const NO_YEAR: CompanyYear = {
  revenueMinor: 0,
  marginMinor: 0,
  profitMinor: 0,
  clients: 0,
  paidMinor: 0,
}

type Sums = Omit<CompanyYear, 'paidMinor'> & { readonly paidOnTimeBasisPoints: number | null }

/** The year of these clients on top of what was added up before. */
export const addYearOf = async (
  manager: EntityManager,
  around: Pick<Parameters<typeof figureParameters>[0], 'orgId' | 'timeZone' | 'assumed'>,
  { today, clientIds }: { readonly today: string; readonly clientIds: readonly string[] },
  so: CompanyYear,
): Promise<CompanyYear> => {
  if (clientIds.length === 0) return so
  const asked = { ...around, ...lastYear(today), scope: EVERYWHERE, clientIds }
  const [row] = await manager.query<Sums[]>(GROUPS, [...figureParameters(asked), null])
  if (!row) return so
  const { revenueMinor, paidOnTimeBasisPoints } = row
  return {
    revenueMinor: so.revenueMinor + revenueMinor,
    marginMinor: so.marginMinor + row.marginMinor,
    profitMinor: so.profitMinor + row.profitMinor,
    clients: so.clients + row.clients,
    paidMinor: so.paidMinor + Math.round((revenueMinor * (paidOnTimeBasisPoints ?? 0)) / 10_000),
  }
}
