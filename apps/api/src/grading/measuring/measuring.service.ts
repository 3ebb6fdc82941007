/** What a standard measures of clients, on a day: all of it in one statement for a batch, however many criteria there are. */
import {
  DAYS_OF_YEAR,
  firstOfDays,
  POTENTIAL_KEY,
  type Criterion,
  type GradingStandard,
  type Metric,
  type RawValues,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { EVERYWHERE, figureParameters } from '../../money/value/metrics.service.ts'
import { assumedOf } from '../../money/value/value-assumption.service.ts'
import { OrganizationProfile } from '../../organization/organization.entity.ts'
import { statementFor } from './measures.ts'

/** A transaction of the organization, or as much of one as reading needs. */
export interface Measuring {
  readonly manager: EntityManager
  readonly actor: { readonly organizationId: string }
}

interface Asked {
  readonly standard: Pick<GradingStandard, 'criteria'>
  /** A day of the organization's calendar; its whole day counts. */
  readonly asOf: string
  readonly clientIds: readonly string[]
}

type Measured = Readonly<Partial<Record<Metric, number | null>>> & {
  readonly id: string
  readonly entered?: Readonly<Record<string, number>> | null
}

/** Under which key the value of a criterion is entered; null where it is measured. */
const entryKey = ({ metric, key }: Pick<Criterion, 'metric' | 'key'>): string | null =>
  metric === 'ENTERED' ? key : metric === 'POTENTIAL' ? POTENTIAL_KEY : null

const valuesOf = ({ criteria }: Asked['standard'], row: Measured): RawValues =>
  Object.fromEntries(
    criteria.map((criterion) => {
      const key = entryKey(criterion)
      return [criterion.key, (key === null ? row[criterion.metric] : row.entered?.[key]) ?? null]
    }),
  )

/** By client and criterion. Clients that do not exist are not in it; a value that is missing is null. */
export const measured = async (
  { manager, actor: { organizationId: orgId } }: Measuring,
  { standard, asOf, clientIds }: Asked,
): Promise<ReadonlyMap<string, RawValues>> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const assumed = await assumedOf(manager, orgId)
  const from = firstOfDays(asOf, DAYS_OF_YEAR)
  const span = { orgId, timeZone, assumed, clientIds, scope: EVERYWHERE, from, to: asOf }
  const keys = standard.criteria.flatMap((criterion) => entryKey(criterion) ?? [])
  const metrics = new Set(standard.criteria.map(({ metric }) => metric))
  const rows = await manager.query<Measured[]>(statementFor(metrics), [...figureParameters(span), keys])
  return new Map(rows.map((row) => [row.id, valuesOf(standard, row)]))
}
