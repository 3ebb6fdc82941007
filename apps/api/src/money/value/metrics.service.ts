/**
 * The figures of value, by name, for any clients over any time: what grading, evaluations and screens take them from. Each is defined in
 * the domain's `VALUE_METRIC_DEFINITIONS`; how it is read stands in `figures.ts`.
 */
import { annuity, PAID_OPTION_KINDS, VALUE_METRICS, type Assumed, type ValueMetric } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { MoneyScope } from '../account/money-scope.ts'
import { scopeParameters } from '../account/money-scope.ts'
import { OF_CLIENTS } from './figures.ts'

export interface Span {
  readonly from: string
  readonly to: string
}

/** Before anybody was a client. */
export const EVER = '1970-01-01'
export const EVERYWHERE: MoneyScope = { everywhere: true, projectIds: [], buildingIds: [], managerId: null }

interface Asked extends Span {
  readonly orgId: string
  readonly timeZone: string
  readonly assumed: Assumed
  /** Null: all. */
  readonly clientIds: readonly string[] | null
  readonly scope: MoneyScope
}

/** `$1` to `$14` of every statement of `figures.ts`. */
export const figureParameters = ({ orgId, timeZone, assumed, clientIds, scope, from, to }: Asked) => {
  const { numerator, denominator } = annuity(assumed)
  return [
    orgId,
    from,
    to,
    clientIds,
    JSON.stringify(assumed.rates),
    timeZone,
    [...PAID_OPTION_KINDS],
    assumed.serviceMarginBasisPoints,
    String(numerator),
    String(denominator),
    ...scopeParameters(scope),
  ] as const
}

/** What is known of one client; null where a figure does not exist for them. */
export interface FiguresOfClient {
  readonly id: string
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly keyAccountManagerId: string | null
  readonly firstOn: string | null
  readonly revenueMinor: number
  readonly collectedMinor: number
  readonly marginMinor: number
  readonly acquisitionMinor: number
  readonly retentionMinor: number
  readonly serviceMinor: number
  readonly transactionMinor: number
  readonly toServeMinor: number
  readonly profitMinor: number
  readonly expectedMinor: number | null
  readonly lifetimeMinor: number
  readonly tenureDays: number
  readonly growthBasisPoints: number | null
  readonly paidOnTimeBasisPoints: number | null
  readonly daysLateTenths: number | null
}

export const figuresOfClients = (manager: EntityManager, asked: Asked): Promise<FiguresOfClient[]> =>
  manager.query<FiguresOfClient[]>(OF_CLIENTS, [...figureParameters(asked)])

const FIELD_OF: Readonly<Record<ValueMetric, keyof FiguresOfClient>> = {
  REVENUE: 'revenueMinor',
  COLLECTED: 'collectedMinor',
  MARGIN: 'marginMinor',
  ACQUISITION_COST: 'acquisitionMinor',
  COST_TO_SERVE: 'toServeMinor',
  PROFIT: 'profitMinor',
  EXPECTED: 'expectedMinor',
  LIFETIME_VALUE: 'lifetimeMinor',
  TENURE: 'tenureDays',
  GROWTH: 'growthBasisPoints',
  PUNCTUALITY: 'paidOnTimeBasisPoints',
  DAYS_LATE: 'daysLateTenths',
}

export type MetricsOfClient = Readonly<Record<ValueMetric, number | null>>

/** Every metric of each client, in its own unit. */
export const metricsOfClients = async (
  manager: EntityManager,
  asked: Omit<Asked, 'scope'>,
): Promise<ReadonlyMap<string, MetricsOfClient>> => {
  const rows = await figuresOfClients(manager, { ...asked, scope: EVERYWHERE })
  return new Map(
    rows.map((row) => [
      row.id,
      Object.fromEntries(VALUE_METRICS.map((metric) => [metric, row[FIELD_OF[metric]]])) as MetricsOfClient,
    ]),
  )
}
